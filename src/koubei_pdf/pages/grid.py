"""Frames on the grid: edges in 字 and 行 become rectangles in points.

Row r starts `head + r · row` below the trim's head; its em box is the upper `em` of it. A
frame whose foot lies on the grid ends with the em box of its last row, so that a picture's
foot and the last line beside it are level.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.geometry import TOLERANCE, PageBoxes, Rect
from ..model.style import Box, Edge, Grid

#: Height of the em box above the baseline, in em (Noto CJK and most Chinese fonts: 880/1000).
EM_ASCENT = 0.88


@dataclass(frozen=True, slots=True)
class Extent:
    """Rows that a frame's content really takes: from `head` to `foot` (whole rows)."""

    head: float
    foot: float


@dataclass(frozen=True, slots=True)
class PageGrid:
    """The grid of one page; on a left page (verso) the spine is at its right."""

    grid: Grid
    boxes: PageBoxes
    verso: bool

    @property
    def left(self) -> float:
        """x of the type area's left edge (pt)."""
        if not self.verso:
            return self.grid.inner
        return self.boxes.width - self.grid.inner - self.grid.columns * self.grid.em

    def x(self, edge: Edge, *, right: bool) -> float:
        """x of a left or right edge (pt)."""
        width, bleed = self.boxes.width, self.boxes.bleed
        if edge.base == "grid":
            return self.left + edge.value * self.grid.em
        if edge.base == "spine":
            return (width if self.verso else 0.0) + edge.value
        out = bleed if edge.base == "bleed" else 0.0
        return (width + out if right else -out) + edge.value

    def row_y(self, row: float) -> float:
        """y of the head of a row (pt)."""
        return self.grid.head + row * self.grid.row

    def rows_to(self, y: float) -> int:
        """The row whose head is at or below y: rows down from the type area's head."""
        return math.ceil((y - self.grid.head - TOLERANCE) / self.grid.row)

    def extent(self, head: float, foot: float) -> Extent:
        """The rows that content from `head` to `foot` (pt) takes."""
        return Extent((head - self.grid.head) / self.grid.row, self.rows_to(foot))

    def row(self, edge: Edge, extents: Mapping[str, Extent], *, bottom: bool) -> float | None:
        """A top or bottom edge in rows, or None where it hangs on the page's own edges."""
        if edge.base == "grid":
            return edge.value
        if edge.base == "frame":
            other = extents[edge.name]
            return (other.head if bottom else other.foot) + edge.value
        return None

    def y(self, edge: Edge, extents: Mapping[str, Extent], *, bottom: bool) -> float:
        """y of a top or bottom edge (pt)."""
        row = self.row(edge, extents, bottom=bottom)
        if row is not None:
            gap = self.grid.row - self.grid.em if bottom else 0.0
            return self.row_y(row) - gap
        out = self.boxes.bleed if edge.base == "bleed" else 0.0
        return (self.boxes.height + out if bottom else -out) + edge.value

    def rect(self, box: Box, extents: Mapping[str, Extent], facing: PageGrid | None) -> Rect:
        """The rectangle of `box` (pt); across the spine it needs the `facing` page."""
        x1 = self.x(box.right, right=True)
        if box.across and facing is not None:
            x1 = self.boxes.width + facing.x(box.right, right=True)
        return Rect(
            self.x(box.left, right=False),
            self.y(box.top, extents, bottom=False),
            x1,
            self.y(box.bottom, extents, bottom=True),
        )
