"""What the issue says: manifest, sections, articles, blocks of text, pictures.

Every leaf knows the file, line and column that it came from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .art import Art
from .diagnostics import Span
from .fitting import Choice
from .press import PressProfile
from .printing import PrintOrder
from .style import Align, House, Layout


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
    locks: Mapping[str, Choice] = field(default_factory=dict)
    planned: tuple[PageSlot, ...] = ()
    drafts: Mapping[str, Article] = field(default_factory=dict)

    def story(self, slot: PageSlot) -> Article | None:
        """The article of a slot, or what there is of it."""
        return self.named(slot.article or "")

    def named(self, article: str) -> Article | None:
        """The article of an id, or what there is of it."""
        return self.articles.get(article) or self.drafts.get(article)
