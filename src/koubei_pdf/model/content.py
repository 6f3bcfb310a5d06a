"""What the issue says: manifest, sections, articles, blocks of text, pictures.

Every leaf knows the file, line and column that it came from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from .diagnostics import Span
from .fitting import Locked
from .press import PressProfile
from .printing import PrintOrder
from .style import Align, House, Ink, Layout


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one kind; character i of `text` stands at column `span.column + i` of its line.

    That is so where `span.length` is the text's length; it is 0 for a run that stands for a
    line end, and the length of what was written for an entity, an escaped YAML text or the
    number of a note. marks: "strong", "emphasis", "note" and the `SPAN_CLASSES`.
    ruby: the reading that stands over the whole text, as one. begins: those of the marks that
    mark something else than in the run before, where two names stand side by side.
    """

    text: str
    span: Span
    marks: frozenset[str] = frozenset()
    ruby: str = ""
    begins: frozenset[str] = frozenset()


#: What a bracketed span of copy may be: emphasis dots, a proper name, a book title, superscript,
#: subscript, and text that had better stay on one line.
SPAN_CLASSES = ("dots", "name", "book", "sup", "sub", "keep")

BlockKind = Literal["paragraph", "heading", "quote", "item", "note", "table"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    runs: tuple[Run, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its head, and rows of as many cells; how the cells of each column are aligned."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    aligns: tuple[Align, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading (level 2 or 3), quotation paragraph, list item, note or table.

    marker: what stands before it: a bullet or number of a list, the number of a note. A table's
    runs are those of its cells, in order.
    """

    kind: BlockKind
    runs: tuple[Run, ...]
    span: Span
    level: int = 0
    marker: str = ""
    table: Table | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Outline:
    """Path data in a drawing's own coordinates (y down), transforms already applied.

    ops: one letter a step: m(ove) and l(ine) take 2 of `coords`, c(urve) takes 6, h (close) none.
    """

    ops: str
    coords: tuple[float, ...]


#: An ink of a drawing, or "section": the colour of the section that the picture stands in.
Paint = Ink | Literal["section"]


@dataclass(frozen=True, slots=True)
class Path:
    """One painted path of a drawing.

    width: stroke width in the drawing's unit; cap and join as PDF numbers them (0 butt/miter,
    1 round, 2 square/bevel); clip: index into the drawing's clips, or -1.
    """

    outline: Outline
    fill: Paint | None
    stroke: Paint | None = None
    width: float = 0.0
    even_odd: bool = False
    cap: int = 0
    join: int = 0
    dash: tuple[float, ...] = ()
    clip: int = -1


@dataclass(frozen=True, slots=True)
class Clip:
    """The union of outlines to draw within, itself within clip `parent` (-1: none)."""

    outlines: tuple[Outline, ...]
    parent: int = -1


@dataclass(frozen=True, slots=True)
class Drawing:
    """A vector picture: its size in its own units, painted paths in order, and clips."""

    width: float
    height: float
    paths: tuple[Path, ...]
    clips: tuple[Clip, ...] = ()


#: The outline of a picture as bands of equal height, from its head to its foot: from where to
#: where each is painted, in fractions of the width; None where nothing is.
Silhouette = tuple[tuple[float, float] | None, ...]


@dataclass(frozen=True, slots=True)
class Raster:
    """A raster picture: width × height px once upright. Its samples stay in the file at `path`.

    mode: L (grey: black alone on paper), RGB, CMYK or LAB, as the file has it. digest: of the
    file, so that equal digests mean equal pictures. is_line_art: of black and white alone.
    silhouette: of one with alpha; of others it is empty.
    """

    width: int
    height: int
    mode: str
    path: str
    digest: str
    has_alpha: bool = False
    is_line_art: bool = False
    silhouette: Silhouette = ()


#: Boxes of a PDF's page, from the smallest to that which each page has.
PAGE_BOXES = ("trim", "bleed", "crop", "media")


class PdfPart(NamedTuple):
    """Which page of a PDF is meant (from 1), and up to which of its boxes."""

    page: int = 1
    box: str = PAGE_BOXES[0]


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page of a PDF file, placed as it is: width × height pt as it is shown.

    box: left, bottom, right and top of what is shown, in the page's own coordinates (y up), 1 of
    which is `unit` pt; rotate: degrees clockwise. digest: of the file. beyond: pt that are shown
    outside the trim, left, top, right, bottom, or None. spots: names of their plates.
    """

    width: float
    height: float
    path: str
    digest: str
    page: int
    box: tuple[float, float, float, float]
    rotate: int
    beyond: tuple[float, float, float, float] | None = None
    unit: float = 1.0
    spots: tuple[str, ...] = ()
    has_fonts: bool = False


Art = Drawing | Raster | PdfPage


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an article. All places in it are fractions of its size.

    focus: the point that a crop keeps nearest the middle; focus_box: left, top, right and bottom of
    what it must not cut; contour: the corners of the outline that text runs around, if it is given.
    """

    key: str
    art: Art
    span: Span
    caption: Run | None = None
    alt: str = ""
    focus: tuple[float, float] = (0.5, 0.5)
    focus_box: tuple[float, float, float, float] | None = None
    contour: tuple[tuple[float, float], ...] = ()

    @property
    def proportion(self) -> float:
        """Width by height."""
        return self.art.width / self.art.height


@dataclass(frozen=True, slots=True)
class Figure:
    """A number worth showing large, with its unit and what it counts."""

    value: Run
    unit: Run | None
    label: Run


@dataclass(frozen=True, slots=True)
class Person:
    """A person of a people page."""

    name: Run
    picture: Picture
    note: Run | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something of a timeline: when, and what."""

    date: Run
    text: Run


@dataclass(frozen=True, slots=True)
class Post:
    """An office of the colophon (主编, 编辑 …) and who holds it."""

    role: Run
    names: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the issue with its number, name and colours (palette names).

    `text_colour` is the colour of its small type: a light section colour has a darker one.
    """

    id: str
    number: str
    name: str
    colour: str
    text_colour: str
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """A story: its fields by name (title, subtitle, deck, department, contents …) and its copy.

    notes: by their first marks in the copy. sidebars: copy beside the story, in frames of its own.
    """

    id: str
    span: Span
    section: str
    fields: Mapping[str, Run]
    byline: tuple[Run, ...]
    pictures: tuple[Picture, ...]
    quotes: tuple[Run, ...]
    figures: tuple[Figure, ...]
    people: tuple[Person, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Block, ...] = ()
    sidebars: tuple[tuple[Block, ...], ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class PageSlot:
    """An entry of the page plan: first..last page, the layout, and the article (or none).

    features: ids of other articles that its pages announce, in order (cover lines). span: of the
    page numbers; layout_span: of the layout's name. continues: ids of articles that may go on
    here, by the numbers of the frames for it; otherwise: the layout where none of them does.
    """

    first: int
    last: int
    layout: str
    article: str | None
    span: Span
    layout_span: Span
    features: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    fields: Mapping[str, Run] | None = None
    continues: tuple[str, ...] = ()
    otherwise: str = ""


#: Texts that an issue may have, for layouts to show.
ISSUE_FIELDS = (
    "title",
    "subtitle",
    "date",
    "number",
    "publisher",
    "address",
    "website",
    "colophon",
)


@dataclass(frozen=True, slots=True)
class Issue:
    """A whole issue: complete, or its faults were reported. staff: who made it.

    What was read with errors is left out with all that refers to it: `pages` name articles and
    layouts that are here. unread: ids of articles that are not. order: for the print shop, if any.
    locks: how an earlier run fitted stories, by article. planned: all slots of the page plan, also
    those whose article is not in `articles`; drafts: what there is of those, where asked for.
    """

    span: Span
    fields: Mapping[str, Run]
    sections: Mapping[str, Section]
    articles: Mapping[str, Article]
    pages: tuple[PageSlot, ...]
    house: House
    layouts: Mapping[str, Layout]
    press: PressProfile
    unread: frozenset[str] = frozenset()
    order: PrintOrder | None = None
    staff: tuple[Post, ...] = ()
    locks: Mapping[str, Locked] = field(default_factory=dict)
    planned: tuple[PageSlot, ...] = ()
    drafts: Mapping[str, Article] = field(default_factory=dict)

    def story(self, slot: PageSlot) -> Article | None:
        """The article of a slot, or what there is of it."""
        name = slot.article or ""
        return self.articles.get(name) or self.drafts.get(name)
