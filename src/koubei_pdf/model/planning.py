"""What a story's pages want of it, before there is copy: the commissioning slip (发稿签)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from .content import Article, PageSlot
from .diagnostics import Span
from .geometry import Rect

#: Of a picture: fine enough for its place, too coarse for it, or not there.
Verdict = Literal["ok", "low", "missing"]


class Words(NamedTuple):
    """Copy that a chain of frames wants, in full-width characters, marks and all.

    frame: the chain's first. first, last: the blocks of the copy that it takes, from 1 (last None:
    all that follow); heading: that the first of these is a heading, which does not count.
    least, most: with the layout as it was drawn; least None: copy is never too short for it.
    least_fitted, most_fitted: with the levers of the layout as far as they go. most_onward: where
    the story may go on on other pages besides; None: it may not.
    lines: that the frames hold; chars: of a line.
    """

    frame: str
    first: int
    last: int | None
    heading: bool
    least: int | None
    most: int
    least_fitted: int | None
    most_fitted: int
    lines: int
    chars: int
    most_onward: int | None = None


class Room(NamedTuple):
    """What the frame of a short text holds: characters in a line, and lines."""

    chars: int
    lines: int


class PictureWant(NamedTuple):
    """A picture that a layout shows.

    number: among the story's, from 1. frame: where it stands. width, height: on paper, with bleed
    (pt). pixels: a raster's least width and height. caption: the room for its words, if they have
    any. have: of the picture that is there, the effective resolution (ppi); 0 of a vector.
    """

    number: int
    frame: str
    width: float
    height: float
    pixels: tuple[int, int]
    optional: bool
    caption: Room | None = None
    verdict: Verdict = "missing"
    have: float = 0.0


class PlannedFrame(NamedTuple):
    """A frame where nothing is yet: its kind and place on a page (pt), columns and their gap (pt).

    shows: the field (title, quotes.1 …) or the number of the picture that it shows, or the title
    (or id) of the story that goes on in it.
    """

    page: int
    kind: str
    rect: Rect
    shows: str = ""
    columns: int = 1
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Slip:
    """What an entry of the page plan wants.

    texts: by field (title, deck, quotes.1 …). people, events, figures, sidebars: how many there is
    room for. layouts: others that may stand in. frames: of the layout, without those of masters.
    onward: the page on which the story may go on; 0: there is none.
    """

    slot: PageSlot
    words: tuple[Words, ...] = ()
    texts: tuple[tuple[str, Room], ...] = ()
    pictures: tuple[PictureWant, ...] = ()
    figures: int = 0
    people: int = 0
    events: int = 0
    sidebars: int = 0
    layouts: tuple[str, ...] = ()
    frames: tuple[PlannedFrame, ...] = ()
    onward: int = 0

    @property
    def most(self) -> int:
        """Characters that the copy may have in all, the layout as drawn."""
        return sum(words.most for words in self.words)

    @property
    def least(self) -> int | None:
        """Characters that the copy must have in all, the layout as drawn; None: it may be short."""
        return _sum([words.least for words in self.words])

    @property
    def most_fitted(self) -> int:
        return sum(words.most_fitted for words in self.words)

    @property
    def most_onward(self) -> int:
        """The most with the levers, and with the pages on which the story may go on."""
        return sum(words.most_onward or words.most_fitted for words in self.words)

    @property
    def least_fitted(self) -> int | None:
        return _sum([words.least_fitted for words in self.words])


def _sum(counts: list[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None


def unwritten(id_: str, path: str) -> Article:
    """An article of which there is nothing yet."""
    return Article(id_, Span(path), "", {}, (), (), (), (), (), ())


def short_title(article: Article) -> str:
    """What lists and turn lines call a story, in one line; "" as long as it has no title."""
    found = article.fields.get("contents") or article.fields.get("title")
    return found.text.replace("\n", " ") if found else ""


def is_begun(article: Article) -> bool:
    """Whether there is more of an article than its head: copy, or what may stand without."""
    return bool(article.blocks or article.people or article.events)
