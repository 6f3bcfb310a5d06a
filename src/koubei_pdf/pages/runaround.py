"""Text runs around obstacles (绕排): where in a column a line may stand beside pictures and quotes.

An obstacle is a stack of rectangles, one for a box, many for a contour. A line keeps clear of each
by the obstacle's clearance, as the crow flies at the corners of contours, straight at those of
boxes, so that the lines beside a box are flush. Beside an obstacle a column has one line a row, on
its wider side; where both are as wide, on the page's outer side. It is whole 字 wide, on the
column's own 字, and at least as wide as the frame asks: what is narrower stays empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil, floor, sqrt
from typing import NamedTuple

from ..model.geometry import TOLERANCE, Rect
from ..model.style import Grid
from .grid import EM_ASCENT


class Space(NamedTuple):
    """Where a line stands in its column: `offset` pt from the left edge, `width` pt wide."""

    offset: float
    width: float


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What text on page `page` runs around: rectangles (pt), `clearance` pt away from each.

    is_box: it keeps its corners when it is grown by the clearance.
    """

    frame: str
    page: int
    rects: tuple[Rect, ...] = field(hash=False)  # those of a contour would take long
    clearance: float
    is_box: bool = True

    def is_near(self, area: Rect) -> bool:
        """Whether text within `area` may have to keep clear of it."""
        reach = self.clearance
        grown = (
            Rect(rect.x0 - reach, rect.y0 - reach, rect.x1 + reach, rect.y1 + reach)
            for rect in self.rects
        )
        return any(rect.intersection(area) for rect in grown)

    def shadow(self, y0: float, y1: float) -> tuple[float, float] | None:
        """From where to where (x, pt) a line between y0 and y1 would come too near."""
        far = self.clearance - TOLERANCE
        head, foot = y0 - far, y1 + far
        near = [rect for rect in self.rects if rect.y0 <= foot and rect.y1 >= head]
        found = [self._grown(rect, y0, y1) for rect in near]
        return (min(x0 for x0, _ in found), max(x1 for _, x1 in found)) if found else None

    def _grown(self, rect: Rect, y0: float, y1: float) -> tuple[float, float]:
        """How far to either side (x, pt) a rectangle that is near keeps a line off."""
        down = max(rect.y0 - y1, y0 - rect.y1, 0.0)
        reach = self.clearance if self.is_box else sqrt(self.clearance**2 - down**2)
        return rect.x0 - reach, rect.x1 + reach


@dataclass(frozen=True, slots=True)
class Around:
    """The obstacles on the way of a column, and how lines stand beside them.

    least: measure of such a line (字); outer_is_left: at which side the page's outer edge is.
    """

    obstacles: tuple[Obstacle, ...]
    grid: Grid
    least: float
    outer_is_left: bool

    def beside(self, x: float, width: float, row: float, size: float) -> Space | None:
        """Where a line of type of `size` pt, its baseline on `row` of the page, stands in the
        column at x, `width` wide (pt); None: there is no room for one."""
        head = self.grid.head + row * self.grid.row + EM_ASCENT * (self.grid.em - size)
        return self.space(x, width, head, head + size)

    def space(self, x: float, width: float, y0: float, y1: float) -> Space | None:
        """Where a line between y0 and y1 stands in the column at x, `width` wide (all pt)."""
        shadows = [
            (max(shadow[0] - x, 0.0), min(shadow[1] - x, width))
            for obstacle in self.obstacles
            if (shadow := obstacle.shadow(y0, y1))
        ]
        shadows = sorted(one for one in shadows if one[1] - one[0] > TOLERANCE)
        if not shadows:
            return Space(0.0, width)
        gaps = [self._on_grid(start, end, width) for start, end in _between(shadows, width)]
        if not self.outer_is_left:
            gaps.reverse()  # of equal ones `max` takes the first
        widest = max(gaps, key=lambda gap: gap.width)
        return widest if widest.width >= self.least * self.grid.em - TOLERANCE else None

    def _on_grid(self, start: float, end: float, width: float) -> Space:
        """What of start..end is whole 字: counted from the column's right edge where it ends
        there, else from its left edge."""
        if end > width - TOLERANCE:
            size = floor((end - start + TOLERANCE) / self.grid.em) * self.grid.em
            return Space(width - size, size)
        first = ceil((start - TOLERANCE) / self.grid.em) * self.grid.em
        size = floor((end - first + TOLERANCE) / self.grid.em) * self.grid.em
        return Space(first, max(size, 0.0))


def _between(shadows: Sequence[tuple[float, float]], width: float) -> Iterator[tuple[float, float]]:
    """What sorted intervals leave free of 0..width."""
    start = 0.0
    for left, right in shadows:
        yield start, max(left, start)
        start = max(start, right)
    yield start, width
