"""Tiling patterns: which tiles show, and how much they make a renderer paint (8.7.3.1)."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from ...model.geometry import Rect
from ...model.matrix import Matrix, inverse
from ..reading import entry
from .forms import rectangle
from .state import moved

#: What an operator, and a tile for itself, take beside the area that they paint (pt²).
OPERATOR, _TILE = 150.0, 15.0


def painted(tiling: Any, matrix: Matrix, box: Rect, parts: int, cell: float) -> float:
    """The area (pt²) that the tiles in a box paint, one over the other; infinite without steps.

    matrix: from the pattern's space to that of `box`. parts: glyphs that are filled one by one, in
    equal parts of the box. cell: what painting the cell takes. Small tiles are painted once, then
    copied; those larger than what is filled are painted anew, but for the first, which is content
    like any other.
    """
    own = rectangle(entry(tiling, "/BBox"))
    if own is None or not own.width or not own.height:
        return 0.0
    if box.width >= box.height:
        box = Rect(box.x0, box.y0, box.x0 + box.width / parts, box.y1)
    else:
        box = Rect(box.x0, box.y0, box.x1, box.y0 + box.height / parts)
    tiles = _tiles(tiling, own, matrix, box)
    tile = moved(own, matrix)
    area, filled = tile.width * tile.height, box.width * box.height
    if tile.width <= box.width and tile.height <= box.height:
        return parts * (cell + tiles * (area + _TILE))
    share = min(1.0, filled / area) if area else 1.0
    return parts * (tiles - 1) * (cell * share + _TILE)


def shifts(tiling: Any, matrix: Matrix, box: Rect) -> tuple[list[tuple[float, float]], bool]:
    """How far tiles that show in a box lie from the pattern's first one; whether they are several.

    Of many those in the middle and at the ends stand for all, the middle one first.
    """
    own, back = rectangle(entry(tiling, "/BBox")), inverse(matrix)
    if own is None or back is None:
        return [(0.0, 0.0)], True
    seen = moved(box, back)
    across = _Along.of(seen.x0, seen.x1, own.x0, own.x1, entry(tiling, "/XStep"))
    down = _Along.of(seen.y0, seen.y1, own.y0, own.y1, entry(tiling, "/YStep"))
    a, b, c, d = matrix[:4]
    found = [(a * x + c * y, b * x + d * y) for x in across.shifts for y in down.shifts]
    return found, across.shown * down.shown > 1


def _tiles(tiling: Any, own: Rect, matrix: Matrix, box: Rect) -> float:
    """How many tiles show in a box, at least one."""
    back = inverse(matrix)
    if back is None:
        return math.inf
    seen = moved(box, back)
    across = _Along.of(seen.x0, seen.x1, own.x0, own.x1, entry(tiling, "/XStep"))
    return across.shown * _Along.of(seen.y0, seen.y1, own.y0, own.y1, entry(tiling, "/YStep")).shown


class _Along(NamedTuple):
    """Tiles along an axis: the numbers of the first and the last that show, a step further each."""

    first: float
    last: float
    step: float

    @classmethod
    def of(cls, low: float, high: float, start: float, end: float, step: Any) -> _Along:
        """Those of the tiles from `start` to `end` that reach into low … high."""
        size = abs(float(step or 0))
        if not size:
            return cls(0.0, math.inf, 0.0)
        first = math.floor((low - end) / size + _TOUCHING) + 1.0
        return cls(first, math.ceil((high - start) / size - _TOUCHING) - 1.0, size)

    @property
    def shown(self) -> float:
        return max(1.0, self.last - self.first + 1.0)

    @property
    def shifts(self) -> list[float]:
        """Of the middle one, the first and the last; of all where they are no more."""
        if not self.step:
            return [0.0]
        middle = (self.first + self.last) // 2
        return [n * self.step for n in dict.fromkeys((middle, self.first, self.last))]


#: Tiles that overlap by less (steps) only touch.
_TOUCHING = 1e-6
