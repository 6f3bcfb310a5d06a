"""Patterns in the place of colours (ISO 32000-1, 8.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from ...model.geometry import Rect
from ...model.matrix import Matrix, multiply
from ..reading import entry, identity
from .forms import matrix_of, rectangle
from .state import Paint, moved
from .tilings import OPERATOR, painted
from .trace import REUSED

if TYPE_CHECKING:
    from .interpreter import Interpreter


def pattern(run: Interpreter, used: Paint, box: Rect, parts: int) -> Paint | None:
    """What a pattern paints with: a shading is a paint; a tiling pattern's cell is content.

    The cell is carried out once a page, for what it holds; what all its tiles paint is noted at
    every use. box: where it is used, in so many equal parts.
    """
    found = run.resource("Pattern", used.pattern)
    if entry(found, "/PatternType") == 2:
        space = run.space(entry(entry(found, "/Shading"), "/ColorSpace"))
        return None if space is None else Paint(space, (), {}, "shading")
    if not isinstance(found, pikepdf.Stream):
        return None
    key = identity(found)
    matrix = multiply(matrix_of(found), run.base)
    if key not in run.cells:
        run.cells[key] = 0.0
        run.cells[key] = _cell(run, found, matrix, used)
    amount = painted(found, matrix, box, parts, run.cells[key]) * run.shown
    run.tiled += amount
    place = key if run.shown == 1 else REUSED
    run.trace.tilings[place] = run.trace.tilings.get(place, 0.0) + amount
    return None


def _cell(run: Interpreter, tiling: Any, matrix: Matrix, used: Paint) -> float:
    """Carry a cell out; what painting it once takes (pt²)."""
    trace = run.trace
    before, count = run.tiled + OPERATOR * trace.operators, len(trace.marks)
    is_uncoloured = entry(tiling, "/PaintType") == 2
    own = Paint(used.space.ground, used.values, used.inks) if is_uncoloured else None
    box = rectangle(entry(tiling, "/BBox"))
    clip = run.state.clip
    if box is not None:
        run.state.clip = moved(box, matrix)
    run.within(tiling, entry(tiling, "/Resources"), matrix, None, colour=own)
    run.state.clip = clip
    areas = sum(mark.box.width * mark.box.height for mark in trace.marks[count:])
    return run.tiled + OPERATOR * trace.operators - before + areas
