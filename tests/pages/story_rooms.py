"""Where lines may stand in a column beside what its copy runs around: measured in the Book.

Clearance, sides and least measure as docs/layouts.md states them; shares nothing with the engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil, floor, sqrt

from koubei_pdf.model.book import Fill, GlyphRun, Page, PlacedPicture
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.style import Frame, Grid

from .story_judge import HAIR, Spread

#: The measure (字) of a line beside an obstacle that a frame asks for if it does not say.
LEAST = 8.0


@dataclass(frozen=True)
class Shade:
    """What lines keep `reach` pt away from: a box keeps its corners when it is grown by that."""

    rect: Rect
    reach: float
    is_box: bool

    def beside(self, y0: float, y1: float) -> tuple[float, float] | None:
        """From where to where (x, pt) a line between y0 and y1 would come too near."""
        down = max(self.rect.y0 - y1, y0 - self.rect.y1)
        if down > self.reach - HAIR:
            return None
        reach = self.reach if self.is_box else sqrt(self.reach**2 - max(down, 0.0) ** 2)
        return self.rect.x0 - reach, self.rect.x1 + reach


@dataclass(frozen=True)
class Room:
    """Where a line stands in its column (pt), and whether it ends at the column's edge."""

    left: float
    width: float
    is_free: bool

    def covers(self, other: Room) -> bool:
        """Whether another one lies within it."""
        right = other.left + other.width
        return self.left <= other.left + HAIR and right <= self.left + self.width + HAIR


@dataclass(frozen=True)
class Lane:
    """A column from its head on, that row of the page, with what stands in it.

    left, width: pt; least: measure of a line (字) beside that; outer_is_left: whether the page's
    outer edge is there.
    """

    head: int
    left: float
    width: float
    grid: Grid
    shades: Sequence[Shade] = ()
    least: float = LEAST
    outer_is_left: bool = True
    known: dict[tuple[float, float], Room | None] = field(default_factory=dict)

    def room(self, row: float, rows: float, size: float) -> Room | None:
        """Where a line of so many rows and type of `size` pt stands, from a row on."""
        key = row + rows, size
        if key not in self.known:
            baseline = self.head + row + rows - 1
            top = self.grid.head + baseline * self.grid.row + 0.88 * (self.grid.em - size)
            self.known[key] = self._between(top, top + size)
        return self.known[key]

    def free(self, row: float, rows: float) -> Room | None:
        """What so many rows of a table leave free, with the rules above and below them."""
        top = self.grid.head + (self.head + row) * self.grid.row
        top -= (self.grid.row - self.grid.em) / 2
        return self._between(top, top + rows * self.grid.row)

    def _between(self, y0: float, y1: float) -> Room | None:
        found = (shade.beside(y0, y1) for shade in self.shades)
        taken = sorted(
            (max(x0 - self.left, 0.0), min(x1 - self.left, self.width))
            for x0, x1 in filter(None, found)
        )
        taken = [(x0, x1) for x0, x1 in taken if x1 - x0 > HAIR]
        if not taken:
            return Room(0.0, self.width, is_free=True)
        rooms = [self._whole(x0, x1) for x0, x1 in _gaps(taken, self.width)]
        best = max(
            rooms, key=lambda room: (room.width, -room.left if self.outer_is_left else room.left)
        )
        return best if best.width > self.least * self.grid.em - HAIR else None

    def _whole(self, x0: float, x1: float) -> Room:
        """What of x0..x1 is whole 字, counted from the column's right edge where it ends there."""
        em, is_free = self.grid.em, x1 > self.width - HAIR
        left = (
            self.width - floor((x1 - x0 + HAIR) / em) * em
            if is_free
            else ceil((x0 - HAIR) / em) * em
        )
        return Room(left, max(floor((x1 - left + HAIR) / em) * em, 0.0), is_free)


def _gaps(taken: Sequence[tuple[float, float]], width: float) -> Iterator[tuple[float, float]]:
    """What sorted stretches leave free of 0..width."""
    reached = 0.0
    for (_, before), (after, _) in pairwise([(0.0, 0.0), *taken, (width, width)]):
        reached = max(reached, before)
        yield reached, max(after, reached)


def lanes(spread: Spread, columns: Sequence[int], heads: Sequence[int]) -> list[Lane]:
    """The columns of these numbers, each from that row on."""
    found = []
    for number, head in zip(columns, heads, strict=True):
        column = spread.columns[number]
        page = next(page for page in spread.pages if page.number == column.page)
        least = spread.frames[column.frame].options.get("least_measure", LEAST)
        assert isinstance(least, int | float)
        is_left = page.number % 2 == 0
        rect, shades = column.rect, list(_shades(spread, page))
        found.append(Lane(head, rect.x0, rect.width, spread.grid, shades, least, is_left))
    return found


def _shades(spread: Spread, page: Page) -> Iterator[Shade]:
    for frame in spread.frames.values():
        inked = list(_inked(spread, page, frame))
        if frame.runaround == "none" or not inked:
            continue
        clearance = frame.clearance * spread.grid.em
        pictures = [
            item
            for item in page.items
            if isinstance(item, PlacedPicture) and item.role == frame.name
        ]
        if frame.runaround == "contour" and pictures:
            for picture in pictures:
                yield _contour(picture, clearance)
            continue
        assert page.guides is not None
        box = next(box.rect for box in page.guides.frames if box.name == frame.name)
        across = inked if frame.options.get("fit") == "whole" else [box]
        x0, x1 = min(rect.x0 for rect in across), max(rect.x1 for rect in across)
        y0, y1 = min(rect.y0 for rect in inked), max(rect.y1 for rect in inked)
        yield Shade(Rect(x0, y0, x1, y1), clearance, is_box=True)


def _contour(picture: PlacedPicture, clearance: float) -> Shade:
    """A picture's outline: its own rectangle, or the circle of `round.svg`."""
    clip = picture.clip
    if not picture.key.endswith("round.svg"):
        return Shade(clip, clearance, is_box=False)
    x, y = (clip.x0 + clip.x1) / 2, (clip.y0 + clip.y1) / 2
    return Shade(Rect(x, y, x, y), clip.width / 2 + clearance, is_box=False)


def _inked(spread: Spread, page: Page, frame: Frame) -> Iterator[Rect]:
    """What a frame shows on a page, the rule above a text with it."""
    for item in page.items:
        if isinstance(item, PlacedPicture) and item.role == frame.name:
            yield item.clip
        elif isinstance(item, GlyphRun) and item.role == frame.name and not spread.is_copy(item):
            yield spread.box(item)
        elif isinstance(item, Fill) and item.span == frame.span:
            yield item.rect
