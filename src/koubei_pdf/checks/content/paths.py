"""Paths: made, painted, clipped to (ISO 32000-1, 8.5). Points are kept, as a box is what counts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ...model.geometry import Rect
from .. import limits
from .state import box_of, least_scale, overlap

if TYPE_CHECKING:
    from .interpreter import Interpreter


def _points(run: Interpreter, operands: list[Any]) -> None:
    if len(operands) % 2:
        raise ValueError
    run.xs += operands[0::2]
    run.ys += operands[1::2]


def _begin(run: Interpreter, operands: list[Any]) -> None:
    _points(run, operands)
    run.subpaths += 1


def _curve(run: Interpreter, operands: list[Any]) -> None:
    _points(run, operands)
    run.is_straight = False


def _rectangle(run: Interpreter, operands: list[Any]) -> None:
    x, y, width, height = operands
    run.xs += (x, x + width, x + width, x)
    run.ys += (y, y, y + height, y + height)
    run.subpaths += 1


def _box(run: Interpreter) -> Rect:
    most = limits.COORDINATE
    box = box_of(run.xs, run.ys, run.state.ctm)
    if not (-most < box.x0 and -most < box.y0 and box.x1 < most and box.y1 < most):
        raise OverflowError
    return box


def _end(run: Interpreter, operands: list[Any], fill: bool = False, stroke: bool = False) -> None:
    del operands
    try:
        if run.xs:
            _painted(run, _box(run), fill, stroke)
    finally:
        run.xs, run.ys = [], []
        run.subpaths, run.is_straight, run.clipping = 0, True, False


def _painted(run: Interpreter, box: Rect, fill: bool, stroke: bool) -> None:
    state = run.state
    if fill:
        run.mark("fill", box, _thickness(run))
    if stroke:
        width = state.line_width * least_scale(state.ctm)
        half = width / 2
        wide = Rect(box.x0 - half, box.y0 - half, box.x1 + half, box.y1 + half)
        run.mark("stroke", wide, width, stroke=True)
    if run.clipping:
        state.clip = overlap(box, state.clip) or Rect(0, 0, 0, 0)


def _thickness(run: Interpreter) -> float:
    """How thick a filled quadrilateral is, which may be a line; other shapes are none.

    The mean thickness along its longest side (pt): of a rectangle its lesser side.
    """
    a, b, c, d = run.state.ctm[:4]
    corners = [(a * x + c * y, b * x + d * y) for x, y in zip(run.xs[:5], run.ys[:5], strict=True)]
    if len(corners) == 5 and corners[0] == corners[4]:
        del corners[4]
    if len(corners) != 4 or len(run.xs) > 5 or run.subpaths != 1 or not run.is_straight:
        return float("inf")
    sides = list(zip(corners, [*corners[1:], corners[0]], strict=True))
    area = abs(sum(p[0] * q[1] - q[0] * p[1] for p, q in sides)) / 2
    longest = max(math.dist(p, q) for p, q in sides)
    return area / longest if longest else 0.0


def _clip(run: Interpreter, operands: list[Any]) -> None:
    del operands
    run.clipping = True


def _line_width(run: Interpreter, operands: list[Any]) -> None:
    run.state.line_width = abs(float(operands[0]))


def _close(run: Interpreter, operands: list[Any]) -> None:
    del run, operands


OPERATORS = {
    b"m": _begin,
    b"l": _points,
    b"c": _curve,
    b"v": _curve,
    b"y": _curve,
    b"h": _close,
    b"re": _rectangle,
    b"n": _end,
    b"f": lambda run, operands: _end(run, operands, fill=True),
    b"F": lambda run, operands: _end(run, operands, fill=True),
    b"f*": lambda run, operands: _end(run, operands, fill=True),
    b"S": lambda run, operands: _end(run, operands, stroke=True),
    b"s": lambda run, operands: _end(run, operands, stroke=True),
    b"B": lambda run, operands: _end(run, operands, fill=True, stroke=True),
    b"B*": lambda run, operands: _end(run, operands, fill=True, stroke=True),
    b"b": lambda run, operands: _end(run, operands, fill=True, stroke=True),
    b"b*": lambda run, operands: _end(run, operands, fill=True, stroke=True),
    b"W": _clip,
    b"W*": _clip,
    b"w": _line_width,
}
