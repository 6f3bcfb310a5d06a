"""What the pages of a story show, measured in the Book alone, and what is wrong with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from koubei_pdf.build import Build
from koubei_pdf.model.book import FrameBox, GlyphRun, Page, PlacedPicture
from koubei_pdf.model.content import Run
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.style import Frame

from ..text.ink import cells
from .story_copy import Story

#: Roles of lines that stand on the grid, and of those of which none may stand alone.
ON_GRID = ("body", "item", "quote")
PARTED = (*ON_GRID, "note")
COPY = (*PARTED, "heading", "table", "table-head")
#: Lengths (pt) that count as nothing: what the issue asks of baselines, and rounding.
NEAR, HAIR = 0.01, 0.02


@dataclass(frozen=True)
class Line:
    """A line of the copy: the source line that it is of, its column, its place (pt)."""

    source: int
    role: str
    page: int
    column: int
    y: float
    size: float
    box: Rect
    text: str


@dataclass(frozen=True)
class Column:
    """A column of a body frame; `balanced`: it shall end level with the others of its chain."""

    page: int
    rect: Rect
    frame: str
    chain: tuple[object, object]
    balanced: bool
    spanning: bool


class Spread:
    """The pages of one story."""

    def __init__(self, made: Build, story: Story, pages: range) -> None:
        assert made.book is not None
        assert made.issue is not None
        self.made, self.story = made, story
        self.pages = [made.book.pages[number - 1] for number in pages]
        self.fit = next(fit for fit in made.fits if fit.first == pages.start)
        self.grid = made.issue.house.grid
        layout = made.issue.layouts[self.fit.choice.layout or story.layout]
        self.frames = {frame.name: frame for frame in layout.frames}
        self.columns = list(self._columns())
        self.lines = list(self._lines())

    def _boxes(self, page: Page) -> dict[str, FrameBox]:
        assert page.guides is not None
        return {box.name: box for box in page.guides.frames}

    def _columns(self) -> Iterator[Column]:
        for frame in self.frames.values():
            for page in self.pages:
                box = self._boxes(page).get(frame.name)
                if frame.kind == "body" and box is not None:
                    yield from _columns_of(frame, page, box.rect, self.grid.em)

    def _lines(self) -> Iterator[Line]:
        """In the order of the copy."""
        found: dict[tuple[int, int, int, float], list[GlyphRun]] = defaultdict(list)
        for page in self.pages:
            for run in self._copy_runs(page):
                column = self._column_of(page, run)
                found[run.span.line, column, page.number, round(run.y, 2)].append(run)
        for (source, column, page_number, _), runs in sorted(found.items()):
            box = _union([self.box(run) for run in runs])
            text = "".join(run.text for run in runs)
            first = runs[0]
            yield Line(source, first.role, page_number, column, first.y, first.size, box, text)

    def _copy_runs(self, page: Page) -> Iterator[GlyphRun]:
        """The runs of copy, without the raised numbers of notes."""
        for item in page.items:
            if not isinstance(item, GlyphRun) or item.role not in COPY or not self.is_copy(item):
                continue
            if item.role not in ON_GRID or item.size == self.grid.em:
                yield item

    @property
    def obstacles(self) -> list[tuple[int, Rect]]:
        """What the copy runs around, with its page."""
        return [
            (page.number, rect)
            for frame in self.frames.values()
            if frame.runaround != "none"
            for page in self.pages
            for rect, _ in _obstacles(self, page, frame)
        ]

    def is_copy(self, run: GlyphRun | Run) -> bool:
        return run.span.file == self.story.file and run.span.line >= self.story.first

    def box(self, run: GlyphRun) -> Rect:
        """The em boxes of a run's characters, without the blank halves of marks at its ends."""
        assert self.made.shelf is not None
        found = cells([run], self.made.shelf)
        top = run.y - 0.88 * run.size
        return Rect(found[0].ink_left, top, found[-1].ink_right, top + run.size)

    def _column_of(self, page: Page, run: GlyphRun) -> int:
        """The column in which a run begins, give or take a mark that hangs."""
        for number, column in enumerate(self.columns):
            rect = column.rect
            inside = rect.x0 - 6 <= run.x < rect.x1 + 14 and rect.y0 - 9 < run.y < rect.y1 + 9
            if column.page == page.number and inside:
                return number
        raise AssertionError((self.story.number, page.number, run))


def _columns_of(frame: Frame, page: Page, rect: Rect, em: float) -> Iterator[Column]:
    options = frame.options
    count, gap = options.get("columns", 1), options.get("gap", 2)
    assert isinstance(count, int)
    assert isinstance(gap, int | float)
    width = (rect.width - gap * em * (count - 1)) / count
    chain = (options.get("from"), options.get("to"))
    flags = (options.get("balance") is True, options.get("spanning") is True)
    for number in range(count):
        x = rect.x0 + number * (width + gap * em)
        place = Rect(x, rect.y0, x + width, rect.y1)
        yield Column(page.number, place, frame.name, chain, *flags)


def _union(rects: Sequence[Rect]) -> Rect:
    return Rect(
        min(rect.x0 for rect in rects),
        min(rect.y0 for rect in rects),
        max(rect.x1 for rect in rects),
        max(rect.y1 for rect in rects),
    )


# ------------------------------------------------------------------------------ what is wrong


def lost(spread: Spread) -> Iterator[str]:
    """Copy that is not there, or not as it was written."""
    shown: dict[int, str] = defaultdict(str)
    for page in spread.pages:
        for item in page.items:
            if isinstance(item, GlyphRun) and spread.is_copy(item) and item.role != "marker":
                shown[item.span.line] += item.text.replace(" ", "")
    for line, text in spread.story.printed().items():
        found = shown[line]
        # The head of a table comes again where it goes on.
        if found.replace(text, "") or not found:
            yield f"line {line}: {text} / {found}"


def off_grid(spread: Spread) -> Iterator[str]:
    """Lines of copy off the grid's baselines."""
    grid = spread.grid
    for line in spread.lines:
        if line.role in ON_GRID:
            rows = (line.y - grid.head - 0.88 * grid.em) / grid.row
            if abs(rows - round(rows)) * grid.row > NEAR:
                yield f"page {line.page}, y {line.y}: {line.text}"


def headings_at_feet(spread: Spread) -> Iterator[str]:
    """Headings that part from what they head."""
    for before, after in pairwise(spread.lines):
        left, right = spread.columns[before.column], spread.columns[after.column]
        goes_on = left != right and left.chain == right.chain and not left.spanning
        if before.role == "heading" and goes_on:
            yield f"page {before.page}: {before.text}"


def single_lines(spread: Spread) -> Iterator[Line]:
    """First or last lines of paragraphs alone at a column's foot or head."""
    paragraphs: dict[int, list[Line]] = defaultdict(list)
    for line in spread.lines:
        if line.role in PARTED:
            paragraphs[line.source].append(line)
    for lines in paragraphs.values():
        for before, after in dict.fromkeys((*pairwise(lines[:2]), *pairwise(lines[-2:]))):
            if before.column != after.column:
                yield before


def overlaps(spread: Spread) -> Iterator[str]:
    """Lines of copy that stand on other text, or on a picture; a text that does not fit its own
    frame is an error by itself, with which nothing is printed (T002)."""
    overflowing = {
        fault.facts["frame"]
        for fault in spread.made.diagnostics
        if fault.rule.code == "T002" and fault.span.file == spread.story.file
    }
    for page in spread.pages:
        own = [line for line in spread.lines if line.page == page.number]
        other = [
            (item.role, spread.box(item))
            for item in page.items
            if isinstance(item, GlyphRun) and not spread.is_copy(item) and item.glyphs
            if item.role not in overflowing
        ]
        other += [
            (item.role, item.clip)
            for item in page.items
            if isinstance(item, PlacedPicture)
            and spread.frames[item.role].runaround == "none"  # else see too_near
        ]
        boxes = [(line.text, line.box) for line in own]
        for number, (text, box) in enumerate(boxes):
            for name, rect in (*boxes[number + 1 :], *other):
                if _meet(box, rect):
                    yield f"page {page.number}: {text} / {name}"


def _meet(one: Rect, other: Rect) -> bool:
    """Whether two boxes share more than a hair."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return across > HAIR and down > HAIR


def too_near(spread: Spread) -> Iterator[str]:
    """Lines nearer to what they run around than its clearance."""
    for frame in spread.frames.values():
        if frame.runaround == "none":
            continue
        clearance = frame.clearance * spread.grid.em
        for page in spread.pages:
            for rect, is_round in _obstacles(spread, page, frame):
                for line in spread.lines:
                    near = _distance(line.box, rect, is_round=is_round)
                    if line.page == page.number and near < clearance - 2 * HAIR:
                        yield f"page {page.number}: {line.text} is {near:.2f} pt from {frame.name}"


def _obstacles(spread: Spread, page: Page, frame: Frame) -> Iterator[tuple[Rect, bool]]:
    texts = []
    for item in page.items:
        if isinstance(item, PlacedPicture) and item.role == frame.name:
            yield item.clip, frame.runaround == "contour" and item.key.endswith("round.svg")
        elif isinstance(item, GlyphRun) and item.role == frame.name and not spread.is_copy(item):
            texts.append(spread.box(item))
    if texts:
        yield _union(texts), False


def _distance(box: Rect, other: Rect, *, is_round: bool) -> float:
    """From edge to edge (pt); of a round picture, to its circle."""
    if is_round:
        x, y = (other.x0 + other.x1) / 2, (other.y0 + other.y1) / 2
        return _distance(box, Rect(x, y, x, y), is_round=False) - other.width / 2
    across = max(box.x0 - other.x1, other.x0 - box.x1, 0.0)
    down = max(box.y0 - other.y1, other.y0 - box.y1, 0.0)
    return hypot(across, down)
