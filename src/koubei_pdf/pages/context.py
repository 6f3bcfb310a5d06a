"""What a filler knows of its place: the issue, the slot, the page, inks and styles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from ..fonts import FontShelf
from ..model.book import FrameBox, Item
from ..model.content import Article, Issue, PageSlot, Picture, Run, Section
from ..model.diagnostics import Diagnostic, Rule, Span
from ..model.fitting import PLAIN, Chain, Choice
from ..model.geometry import PT_PER_MM, TOLERANCE, Rect
from ..model.schema import Schema
from ..model.style import ColourName, Frame, Ink, Layout, ParagraphStyle
from ..text.breaking import BrokenLine
from ..text.display import is_short_han
from ..text.features import Stretch, font_of, smallest, stands_between_lines
from ..text.prepare import Prepared, prepare
from .faults.copy import CLOSE_LINES, SMALL_TYPE
from .faults.frames import EMPTY_FRAME, FRAME_OVERFLOW, LIST_OVERFLOW, NARROW_FRAME, TOO_WIDE
from .grid import Extent, PageGrid
from .memo import Memo
from .options import Options
from .runaround import Obstacle

if TYPE_CHECKING:
    from .flow import Flow

#: What dots, lines and readings need between the lines (part of the size, CLREQ 5.6.1).
ROOM_BETWEEN_LINES = 0.5


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph as it was set: its style, and its lines with the page of each."""

    prepared: Prepared
    style: ParagraphStyle
    lines: tuple[BrokenLine, ...]
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """One slot of the page plan with all that its frames may refer to.

    trace: where given, takes every paragraph that is set. choice: where the layout's levers
    stand (those that move frames have moved them in `layout`). rest: frames of other pages in which
    the article may go on; onward: the page on which it does. carried: the stories so far that go on
    elsewhere, by article. is_draft: columns may end badly, as it is only asked whether copy fits.
    """

    issue: Issue
    slot: PageSlot
    layout: Layout
    article: Article | None
    section: Section | None
    shelf: FontShelf
    landed: Mapping[str, int]
    trace: list[SetParagraph] | None = None
    choice: Choice = PLAIN
    memo: Memo = field(default_factory=Memo)
    rest: tuple[Place, ...] = ()
    onward: int = 0
    carried: Mapping[str, Rest] = field(default_factory=dict)
    is_draft: bool = False

    def style(self, *names: str) -> ParagraphStyle:
        """The first of these paragraph styles that there is (those of layouts are checked).

        A house need not have all the usual ones: body stands in for them, for body any style.
        """
        house = self.issue.house
        for known in (*names, "body"):
            found = self.layout.styles.get(known) or house.styles.get(known)
            if found is not None:
                return found
        return next(iter(house.styles.values()))

    def ink(self, colour: ColourName, section: Section | None = None) -> Ink:
        """The ink of a colour name; `section` is the slot's section unless another is given."""
        name = colour.name
        of = section or self.section
        if name == "section":
            name = of.colour if of else "black"
        elif name == "section-text":
            name = of.text_colour if of else "black"
        ink = self.issue.house.colours[name].ink
        return ink if colour.percent == 100 else ink.tint(colour.percent)

    def prepare(
        self, runs: Sequence[Run], style: ParagraphStyle
    ) -> tuple[Prepared, list[Diagnostic]]:
        """Shape and measure runs in a style, by the rules of the house; once for each slot."""
        key = (tuple(runs), style)
        if key not in self.memo.prepared:
            prepared, faults = self._prepare(runs, style)
            self.memo.prepared[key] = prepared, tuple(faults)
        prepared, found = self.memo.prepared[key]
        return prepared, list(found)

    def _prepare(
        self, runs: Sequence[Run], style: ParagraphStyle
    ) -> tuple[Prepared, list[Diagnostic]]:
        house = self.issue.house

        def role(run: Run) -> str:
            return (run.marks and font_of(run.marks, house.fonts)) or style.font

        tracking = style.tracking
        if style.spread and is_short_han("".join(run.text for run in runs)):
            tracking += style.spread
        prepared, faults = prepare(runs, role, self.shelf, tracking, house.rules)
        if prepared.stretches:
            faults.extend(self._check_features(prepared.stretches, style))
        return prepared, faults

    def _check_features(
        self, stretches: Sequence[Stretch], style: ParagraphStyle
    ) -> Iterator[Diagnostic]:
        """Whether the style has room for what stands between its lines, and is large enough."""
        between = stands_between_lines(stretches)
        gap, need = self.leading(style) - style.size, ROOM_BETWEEN_LINES * style.size
        if between is not None and gap < need - TOLERANCE:
            facts = {"style": style.name, "gap": f"{gap:.3g}", "need": f"{need:.3g}"}
            yield CLOSE_LINES.at(between.run.span, **facts)
        scale, small = smallest(stretches)
        least = self.issue.press.text.plain
        if scale * style.size < least - TOLERANCE:
            facts = {"size": f"{scale * style.size:.3g}", "least": f"{least:.3g}"}
            yield SMALL_TYPE.at(small.run.span, style=style.name, **facts)

    def leading(self, style: ParagraphStyle) -> float:
        """Distance of the style's baselines (pt)."""
        if style.leading is not None:
            return style.leading
        return style.rows * self.issue.house.grid.row

    def section_of(self, options: Options) -> Section | None:
        """The section that a frame's option `section` names, else the slot's own."""
        name = options.text("section")
        return self.section_named(name.text) if name else self.section

    def section_named(self, name: str) -> Section | None:
        """A section by its id, or by its place in the manifest, from 1."""
        sections = self.issue.sections
        if name in sections or not name.isdecimal():
            return sections.get(name)
        order = list(sections.values())
        return order[int(name) - 1] if 0 < int(name) <= len(order) else None

    def picture(self, number: int) -> Picture | None:
        """Picture `number` (from 1) of the slot's article, then of the slot itself."""
        pictures = (*(self.article.pictures if self.article else ()), *self.slot.pictures)
        return pictures[number - 1] if 0 < number <= len(pictures) else None

    def frame(self, name: str) -> Frame:
        """A frame of the layout or of the masters."""
        masters = (frame for master in self.issue.house.masters.values() for frame in master)
        frames = (*self.layout.frames, *masters)
        return next(frame for frame in frames if frame.name == name)

    def story_here(self, number: int) -> tuple[str, Rest | None]:
        """The article that may go on here as number `number` (from 1); and what of it does."""
        names = self.slot.continues
        name = names[number - 1] if number <= len(names) else ""
        return name, self.carried.get(name)

    def picture_count(self) -> int:
        return len(self.slot.pictures) + (len(self.article.pictures) if self.article else 0)


@dataclass(frozen=True, slots=True)
class Place:
    """A frame on its page: the page's number, layout and grid, the rectangle (pt), its rows.

    `facing` is the grid of the page that the frame reaches over to, where it does. obstacles: what
    its text runs around.
    """

    frame: Frame
    layout: str
    page: int
    grid: PageGrid
    rect: Rect
    facing: PageGrid | None = None
    obstacles: tuple[Obstacle, ...] = ()

    @property
    def options(self) -> Options:
        return Options(self.frame.options)

    @property
    def top(self) -> int:
        """The first row of the grid that lies within the frame.

        What a frame hangs on may end between two rows: its copy is back on the grid all the same.
        """
        return self.grid.rows_to(self.rect.y0)

    @property
    def rows(self) -> int:
        """How many rows of the grid lie within the frame."""
        step = self.grid.grid.row
        room = self.rect.y1 + step - self.grid.grid.em - self.grid.row_y(self.top)
        return max(int((room + 2 * TOLERANCE) // step), 0)


@dataclass(slots=True)
class Filled:
    """What a filler made: items by page number, in paint order, faults, and by frame name
    the rows that the content takes (none: the frame is empty here).

    `texts` are the rectangles of text blocks by frame and page, to find overlaps; `shows` names the
    parts of the article that are now in print (title, deck, body …); `boxes` are the frames by
    page; `is_placed` is False where no frame could be placed at all. `contour`: rectangles that
    cover the outline of what is shown (pt, on the frame's page), where text runs around that.
    `chains` say how much room copy takes and has, `flows` are what they were set from, by the
    first frame. `rest`: what of the copy stands on other pages.
    """

    items: list[tuple[int, Item]] = field(default_factory=list)
    extents: dict[str, Extent] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    texts: list[tuple[str, int, Rect]] = field(default_factory=list)
    shows: set[str] = field(default_factory=set)
    boxes: list[tuple[int, FrameBox]] = field(default_factory=list)
    contour: list[Rect] = field(default_factory=list)
    is_placed: bool = True
    chains: list[Chain] = field(default_factory=list)
    flows: dict[str, Sequence[Flow]] = field(default_factory=dict)
    rest: Rest | None = None

    def check_width(self, place: Place, run: Run, need: float, have: float) -> None:
        """Report a short text that is wider (pt) than the place it has."""
        if need > have + TOLERANCE:
            self.faults.append(
                TOO_WIDE.at(
                    run.span,
                    text=run.text,
                    frame=place.frame.name,
                    have=f"{have / PT_PER_MM:.1f}",
                    need=f"{need / PT_PER_MM:.1f}",
                )
            )

    def check_height(
        self, place: Place, span: Span, need: float, have: float, rule: Rule = FRAME_OVERFLOW
    ) -> None:
        """Report content, from `span`, that is higher (pt) than the room it has."""
        if need > have + TOLERANCE:
            self.faults.append(
                rule.at(
                    span,
                    frame=place.frame.name,
                    layout=place.layout,
                    page=place.page,
                    have=f"{max(have, 0) / PT_PER_MM:.1f}",
                    need=f"{need / PT_PER_MM:.1f}",
                    more=ceil((need - have - TOLERANCE) / place.grid.grid.row),
                )
            )

    def leaves_room(self, place: Place, option: str, taken: float) -> bool:
        """Whether the frame is wider than the `taken` pt of an option; reports it if not."""
        have = place.rect.width
        if have <= TOLERANCE:
            self.faults.append(empty_frame(place))
        elif taken >= have - TOLERANCE:
            self.faults.append(
                NARROW_FRAME.at(
                    place.frame.span,
                    frame=place.frame.name,
                    page=place.page,
                    option=option,
                    have=f"{have / PT_PER_MM:.1f}",
                    need=f"{taken / PT_PER_MM:.1f}",
                )
            )
        return taken < have - TOLERANCE and have > TOLERANCE

    def stand(self, place: Place, foot: float) -> None:
        """Note that content stands from the frame's head to `foot` (pt); report it if lower."""
        self.extents[place.frame.name] = place.grid.extent(place.rect.y0, foot)
        grid = place.grid.grid
        room = place.rect.height + grid.row - grid.em
        self.check_height(place, place.frame.span, foot - place.rect.y0, room, LIST_OVERFLOW)


class Rest(NamedTuple):
    """What of a story stands on other pages: it leaves page `page` and goes on on `onward`, in
    frames by name."""

    page: int
    onward: int
    fills: Mapping[str, Filled]


def empty_frame(place: Place) -> Diagnostic:
    """The finding that a frame has no extent."""
    return EMPTY_FRAME.at(place.frame.span, frame=place.frame.name, page=place.page)


Fill = Callable[[Context, list[Place]], Filled]


@dataclass(frozen=True, slots=True)
class Filler:
    """A kind of frame: its options' schema and what fills it.

    A chained kind gets all frames of the kind in a layout at once (text flows through them);
    the others get one frame a call.
    """

    options: Schema
    fill: Fill
    chained: bool = False
