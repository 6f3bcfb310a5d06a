"""The Book: what stands on each page, at absolute points, in paint order.

Layout ends here; every output and every check starts from here. Coordinates are those of
`geometry`: pt from the top left corner of the trim box, y down.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .art import Art, Outline
from .diagnostics import Span
from .geometry import PageBoxes, Rect
from .style import WHITE, Ink


class GlyphRun(NamedTuple):
    """Glyphs of one face on one baseline.

    (x, y) is the origin of the first glyph on the baseline. Glyph i is followed by its own
    advance in the face (at `size`) plus `spacing` pt plus, where listed, a shift in pt:
    `shifts` holds (i, pt) pairs in order of i, applied after glyph i; i = -1 before the first.
    `text` is the source text; `clusters[i]` is the index in `text` where glyph i's text
    begins (None: one glyph a character). `face` is the key of a face of the FontShelf.
    `cell` is the column of a table that the run stands in, from 1; 0: it stands in none.
    """

    face: str
    size: float
    x: float
    y: float
    ink: Ink
    glyphs: tuple[int, ...]
    text: str
    span: Span
    role: str
    spacing: float = 0.0
    shifts: tuple[tuple[int, float], ...] = ()
    clusters: tuple[int, ...] | None = None
    cell: int = 0


@dataclass(frozen=True, slots=True)
class Fill:
    """A rectangle of ink."""

    rect: Rect
    ink: Ink
    span: Span
    role: str


@dataclass(frozen=True, slots=True)
class Shape:
    """What stands beside type and is printed as it: dots, waves.

    An outline in page coordinates: filled with ink, or drawn as a line of `weight` pt.
    """

    outline: Outline
    ink: Ink
    span: Span
    role: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture scaled to `rect` (its whole art) and clipped to `clip`.

    `key` identifies the art: equal keys hold equal art, so that it is stored once.
    `section_ink` is the ink that a drawing's "section" paint takes here, `ground` the one that
    shows through a raster's transparent parts.
    """

    key: str
    art: Art
    rect: Rect
    clip: Rect
    section_ink: Ink
    span: Span
    alt: str
    role: str
    ground: Ink = WHITE


@dataclass(frozen=True, slots=True)
class Link:
    """A place on the page that leads to another page of the book (its number from 1), or to a URI.

    Editions for paper do without.
    """

    rect: Rect
    target: int | str
    span: Span


Item = GlyphRun | Fill | Shape | PlacedPicture | Link


@dataclass(frozen=True, slots=True)
class FrameBox:
    """A frame of the layout: its name and kind, and its place on the page (pt)."""

    name: str
    kind: str
    rect: Rect
    span: Span


@dataclass(frozen=True, slots=True)
class Guides:
    """What the layout went by: the type area, the grid's steps (pt), the frames."""

    type_area: Rect
    em: float
    row: float
    frames: tuple[FrameBox, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number, the folio printed on it ("" on covers) and its items.

    furniture: how many of the last items are what pages share (running titles, folios).
    guides: not printed; for proofs.
    """

    number: int
    folio: str
    items: tuple[Item, ...]
    furniture: int = 0
    guides: Guides | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: its text, level from 0 and page number."""

    text: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class Book:
    """All pages of an issue with what the file's metadata say of it (title, author, date …)."""

    boxes: PageBoxes
    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    metadata: Mapping[str, str]
