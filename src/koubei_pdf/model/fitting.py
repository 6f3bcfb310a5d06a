"""Copyfitting: how far a layout may be moved so that its story fits, and how far it was moved.

Never by the size of type.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from .diagnostics import Span

#: What may be moved, in the usual order: what is hardly seen comes first.
Lever = Literal["lines", "pictures", "parts", "headings", "layouts", "continue", "tracking"]
LEVERS: tuple[Lever, ...] = get_args(Lever)

#: The most that a whole story may be tracked (1/1000 em).
MOST_TRACKING = 10

#: The most rows that a picture may be moved.
MOST_ROWS = 20


class Parting(NamedTuple):
    """How a story may be parted over two places of the issue.

    stay, carry: lines that must stand where it begins, and where it goes on.
    """

    stay: int
    carry: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """The levers that a layout declares, and how far each goes.

    order: the declared levers, in the order in which they are tried. short: lines that copy may
    lack of its frames before it is called too short; None: it never is.
    cost: what a paragraph on a line fewer or more may cost besides (see text.breaking).
    pictures: rows by which a picture's edge that faces the body may move, by frame.
    parts: frames that may stay out, in this order; spare: those that stay out unless copy is
    short, in the order in which they come in. headings: half rows that the space above
    headings may give or take. layouts: others to try. parting: how copy may go on on
    the pages that the page plan has for it. tracking: in 1/1000 em, less or more.
    """

    order: tuple[Lever, ...] = ()
    short: int | None = None
    cost: float = 0.0
    pictures: Mapping[str, int] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()
    headings: int = 0
    layouts: tuple[str, ...] = ()
    parting: Parting | None = None
    tracking: int = 0


NO_LADDER = Ladder()


@dataclass(frozen=True, slots=True)
class Choice:
    """Where the levers of one story stand; the plain layout where it says nothing.

    layout: another than the page plan's. lines: by how many lines more (or fewer) than is best the
    copy is set, by the first frame of its chain. pictures: rows more (or fewer), by frame.
    left_out: frames; put_in: spare ones. headings: half rows more (or fewer) above headings.
    goes_on: on the pages that the page plan has for it. tracking: 1/1000 em.
    """

    layout: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)
    pictures: Mapping[str, int] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    put_in: tuple[str, ...] = ()
    headings: int = 0
    goes_on: bool = False
    tracking: int = 0


PLAIN = Choice()


class Gap(NamedTuple):
    """Above the table at `span` so many rows of a page are empty that lines of text could take."""

    span: Span
    rows: int
    page: int


class Uneven(NamedTuple):
    """Balanced columns of the copy whose heading, or first paragraph there, is at `span` differ by
    so many rows beyond the one that is allowed; the shortest is on `page`."""

    span: Span
    rows: int
    page: int


class Chain(NamedTuple):
    """Copy in the frames that it flows through, counted in lines of the columns.

    frame: the first one's name; page: its page. lines: what is set, `over` of it without a place.
    room: what the frames hold; free: what of it is left. columns: how many there are.
    blocks: paragraphs. moved: by how many lines more (or fewer) than is best they are set.
    chars: Han characters that a line holds. carried: lines that stand on other pages, from page
    `onward` on. alone: where lines stand alone at a column's head or foot; unlevel: where
    balanced columns differ by more than a row. gaps: where tables leave rows empty.
    """

    frame: str
    page: int
    lines: int
    room: int
    over: int
    free: int
    columns: int
    blocks: int
    moved: int
    chars: int
    carried: int = 0
    onward: int = 0
    alone: tuple[Span, ...] = ()
    unlevel: tuple[Uneven, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def uneven(self) -> int:
        """Rows by which balanced columns differ, beyond those that are allowed."""
        return sum(one.rows for one in self.unlevel)

    @property
    def flaws(self) -> int:
        """What is wrong with how the columns end."""
        return len(self.alone) + self.uneven


class Cut(NamedTuple):
    """What an author may take out: from the character at `span` to that at `end` (both are cut).

    text: what is cut; lines: how many that saves by itself (0: only with the others). whole: all
    from `span` on to the end of the manuscript's line that `end` is on, however many lines that is.
    """

    span: Span
    end: Span
    text: str
    lines: int = 1
    whole: bool = False


class Overfull(NamedTuple):
    """A frame beside the copy that does not hold its text: its name; of a sidebar, what to cut."""

    frame: str
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True)
class Fit:
    """How a story was fitted: its pages, the plan's layout, what was moved, and what came of it.

    cuts: where it is too long, or lines stand alone, what to cut; where it is too short without
    the parts that stay out, what to cut so that they are shown. overfull: the frames of sidebars,
    titles, captions and the like that do not hold their texts. is_locked: as an earlier run
    decided; was_unlocked: that an earlier run decided otherwise, which fits no more.
    """

    first: int
    last: int
    article: str
    layout: str
    choice: Choice
    chains: tuple[Chain, ...]
    over: int = 0
    short: int = 0
    cuts: tuple[Cut, ...] = ()
    overfull: tuple[Overfull, ...] = ()
    is_locked: bool = False
    was_unlocked: bool = False
