"""Paths: made, painted, clipped to (ISO 32000-1, 8.5). Of their points the box is what counts."""

from __future__ import annotations

import math
from collections.abc import Callable
from operator import sub
from typing import TYPE_CHECKING, Any, NamedTuple

from ...model.geometry import Rect
from ...model.matrix import Matrix
from .load import area, outline
from .state import least_scale, moved, overlap
from .tokens import operations

if TYPE_CHECKING:
    from .interpreter import Interpreter


#: Points of a path along which the way is not measured, as it cannot be long.
_FEW = 8


class Shape(NamedTuple):
    """What counts of a path: the box of its points; the corners of a lone quadrilateral.

    points: how many there are. length: of the way along them at most, across and down added up.
    """

    box: Rect
    corners: tuple[tuple[float, float], ...]
    points: int
    length: float


class Path:
    """A path that is being made."""

    __slots__ = ("_is_straight", "_subpaths", "_xs", "_ys")

    def __init__(self) -> None:
        self._xs: list[float] = []
        self._ys: list[float] = []
        self._subpaths = 0
        self._is_straight = True

    def add(self, operands: list[Any]) -> None:
        if len(operands) % 2:
            raise ValueError
        self._xs += operands[0::2]
        self._ys += operands[1::2]

    def begin(self, operands: list[Any]) -> None:
        self.add(operands)
        self._subpaths += 1

    def curve(self, operands: list[Any]) -> None:
        self.add(operands)
        self._is_straight = False

    def rectangle(self, operands: list[Any]) -> None:
        x, y, width, height = operands
        self._xs += (x, x + width, x + width, x)
        self._ys += (y, y, y + height, y + height)
        self._subpaths += 1

    def close(self, operands: list[Any]) -> None:
        """Closing adds no point."""

    def shape(self) -> Shape | None:
        """The path so far; None without any point."""
        xs, ys = self._xs, self._ys
        if not xs:
            return None
        box, count = Rect(min(xs), min(ys), max(xs), max(ys)), len(xs)
        is_short = count <= _FEW
        length = count * (box.width + box.height) if is_short else _length(xs) + _length(ys)
        return Shape(box, self._corners(), count, length)

    def _corners(self) -> tuple[tuple[float, float], ...]:
        if len(self._xs) > 5 or self._subpaths != 1 or not self._is_straight:
            return ()
        points = tuple(zip(self._xs, self._ys, strict=True))
        if len(points) == 5 and points[0] == points[4]:
            points = points[:4]
        return points if len(points) == 4 else ()


def _length(places: list[float]) -> float:
    return math.fsum(map(abs, map(sub, places[1:], places)))


def filled_shape(data: bytes) -> Shape | None:
    """The path of content that fills one path and does nothing else; None of other content."""
    path, ends = Path(), False
    for operation in operations(data):
        construct = _CONSTRUCTION.get(operation.operator)
        if ends or (construct is None and operation.operator not in _FILLS):
            return None
        if construct is None:
            ends = True
        else:
            construct(path, operation.operands)
    return path.shape() if ends else None


def paint(
    run: Interpreter, shape: Shape, *, fill: bool = False, stroke: bool = False, clip: bool = False
) -> None:
    """Note a path. Raises OverflowError for one that has no end."""
    state = run.state
    box = moved(shape.box, state.ctm)
    if not all(map(math.isfinite, (box.x0, box.y0, box.x1, box.y1))):
        raise OverflowError
    a, b, c, d = state.ctm[:4]
    scale = max(abs(a) + abs(b), abs(c) + abs(d))
    run.trace.load += outline(shape.points, shape.length, scale, state.clip) * run.shown
    if fill:
        run.mark("fill", box, _thickness(shape, state.ctm))
    if stroke:
        width = state.line_width * least_scale(state.ctm)
        half = width / 2
        wide = Rect(box.x0 - half, box.y0 - half, box.x1 + half, box.y1 + half)
        run.mark("stroke", wide, width, stroke=True)
    if clip:
        state.clip = overlap(box, state.clip) or Rect(0, 0, 0, 0)
        run.trace.load += area(state.clip) * run.shown


def _thickness(shape: Shape, matrix: Matrix) -> float:
    """How thick a filled quadrilateral is, which may be a line; other shapes are none.

    The mean thickness along its longest side (pt): of a rectangle its lesser side.
    """
    if not shape.corners:
        return math.inf
    a, b, c, d = matrix[:4]
    corners = [(a * x + c * y, b * x + d * y) for x, y in shape.corners]
    sides = list(zip(corners, [*corners[1:], corners[0]], strict=True))
    area = abs(sum(p[0] * q[1] - q[0] * p[1] for p, q in sides)) / 2
    longest = max(math.dist(p, q) for p, q in sides)
    return area / longest if longest else 0.0


def _construct(add: Callable[[Path, list[Any]], None]) -> Any:
    def handler(run: Interpreter, operands: list[Any]) -> None:
        add(run.path, operands)

    return handler


def _end(fill: bool = False, stroke: bool = False) -> Any:
    def handler(run: Interpreter, operands: list[Any]) -> None:
        del operands
        shape, clip = run.path.shape(), run.clipping
        run.path, run.clipping = Path(), False
        if shape is not None:
            paint(run, shape, fill=fill, stroke=stroke, clip=clip)

    return handler


def _clip(run: Interpreter, operands: list[Any]) -> None:
    del operands
    run.clipping = True


def _line_width(run: Interpreter, operands: list[Any]) -> None:
    run.state.line_width = abs(float(operands[0]))


_CONSTRUCTION = {
    b"m": Path.begin,
    b"l": Path.add,
    b"c": Path.curve,
    b"v": Path.curve,
    b"y": Path.curve,
    b"h": Path.close,
    b"re": Path.rectangle,
}
_FILLS = (b"f", b"F", b"f*")

OPERATORS = {
    **{operator: _construct(add) for operator, add in _CONSTRUCTION.items()},
    **dict.fromkeys(_FILLS, _end(fill=True)),
    **dict.fromkeys((b"S", b"s"), _end(stroke=True)),
    **dict.fromkeys((b"B", b"B*", b"b", b"b*"), _end(fill=True, stroke=True)),
    b"n": _end(),
    b"W": _clip,
    b"W*": _clip,
    b"w": _line_width,
}
