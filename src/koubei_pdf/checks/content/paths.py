"""Paths: made, painted, clipped to (ISO 32000-1, 8.5). Points are kept, as a box is what counts."""

from __future__ import annotations

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
    run.rectangles = -1


def _rectangle(run: Interpreter, operands: list[Any]) -> None:
    x, y, width, height = operands
    run.xs += (x, x + width)
    run.ys += (y, y + height)
    if run.rectangles >= 0:
        run.rectangles += 1


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
        run.rectangles, run.clipping = 0, False


def _painted(run: Interpreter, box: Rect, fill: bool, stroke: bool) -> None:
    state = run.state
    if fill:
        run.mark("fill", box, _thickness(run, box))
    if stroke:
        width = state.line_width * least_scale(state.ctm)
        half = width / 2
        wide = Rect(box.x0 - half, box.y0 - half, box.x1 + half, box.y1 + half)
        run.mark("stroke", wide, width, stroke=True)
    if run.clipping:
        state.clip = overlap(box, state.clip) or Rect(0, 0, 0, 0)


def _thickness(run: Interpreter, box: Rect) -> float:
    """The lesser side of a filled rectangle, which may be a line; other shapes are none."""
    upright = not (run.state.ctm[1] or run.state.ctm[2])
    if run.rectangles == 1 and upright:
        return min(box.width, box.height)
    return float("inf")


def _clip(run: Interpreter, operands: list[Any]) -> None:
    del operands
    run.clipping = True


def _line_width(run: Interpreter, operands: list[Any]) -> None:
    run.state.line_width = abs(float(operands[0]))


def _close(run: Interpreter, operands: list[Any]) -> None:
    del run, operands


OPERATORS = {
    b"m": _points,
    b"l": _points,
    b"c": _points,
    b"v": _points,
    b"y": _points,
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
