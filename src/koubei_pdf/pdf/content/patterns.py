"""Patterns in the place of colours (ISO 32000-1, 8.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

from ...model.geometry import Rect
from ...model.matrix import Matrix, multiply
from .. import limits
from ..reading import entry, identity
from .forms import matrix_of, rectangle
from .load import shading
from .state import BLACK, Mark, Paint, moved, overlap
from .tilings import OPERATOR, painted, shifts
from .trace import REUSED, PlacedPicture

if TYPE_CHECKING:
    from .interpreter import Interpreter


class Cell(NamedTuple):
    """What the first tile of a pattern paints, and what painting it takes (pt²).

    matrix: from the pattern's space to that of the marks.
    """

    matrix: Matrix
    cost: float
    marks: list[Mark]
    pictures: list[PlacedPicture]


def pattern(run: Interpreter, used: Paint, box: Rect, parts: int) -> tuple[Paint, bool]:
    """What a pattern paints with, and whether its area ends where the filled one does.

    A shading is a paint; a tiling pattern's cell is content, and a lone tile nothing else.

    The cell is carried out once a page for each colour and size. At every use its marks are put
    where tiles show, and what all tiles paint is noted. box: where it is used, in so many equal
    parts.
    """
    found = run.resource("Pattern", used.pattern)
    if entry(found, "/PatternType") == 2:
        shown = entry(found, "/Shading")
        space = run.space(entry(shown, "/ColorSpace"))
        matrix = multiply(matrix_of(found), run.base)
        run.trace.load += shading(shown, run.memory.meshes.of(shown), matrix, box) * run.shown
        return used if space is None else Paint(space, (), {}, "shading"), True
    if not isinstance(found, pikepdf.Stream):
        return used, True
    matrix = multiply(matrix_of(found), run.base)
    is_uncoloured = entry(found, "/PaintType") == 2
    own = Paint(used.space.ground, used.values, used.inks) if is_uncoloured else None
    key = (identity(found), matrix[:4], own and (own.space, own.values))
    is_new = key not in run.cells
    if is_new:
        run.cells[key] = Cell(matrix, 0.0, [], [])
        run.cells[key] = _cell(run, found, matrix, own, box)
    cell = run.cells[key]
    tiles, are_several = shifts(found, matrix, box)
    if is_new or run.placed < limits.TILE_MARKS:
        run.placed += len(cell.marks)
        _place(run, cell, matrix, box, tiles, not are_several)
    amount = painted(found, matrix, box, parts, cell.cost) * run.shown
    run.tiled += amount
    place = identity(found) if run.shown == 1 else REUSED
    run.trace.tilings[place] = run.trace.tilings.get(place, 0.0) + amount
    return used, are_several


def _cell(run: Interpreter, tiling: Any, matrix: Matrix, own: Paint | None, used: Rect) -> Cell:
    """Carry a cell out; what makes it transparent is noted where it is used first."""
    trace = run.trace
    before, known = run.tiled + OPERATOR * trace.operators, set(trace.transparent)
    count, pictures = len(trace.marks), len(trace.pictures)
    box = rectangle(entry(tiling, "/BBox"))
    used_state, run.state = run.state, run.state.copy()
    run.state.fill = run.state.stroke = BLACK
    if box is not None:
        run.state.clip = moved(box, matrix)
    run.within(tiling, entry(tiling, "/Resources"), matrix, None, colour=own)
    run.state = used_state
    areas = sum(mark.box.width * mark.box.height for mark in trace.marks[count:])
    cost = run.tiled + OPERATOR * trace.operators - before + areas
    cell = Cell(matrix, cost, trace.marks[count:], trace.pictures[pictures:])
    del trace.marks[count:], trace.pictures[pictures:]
    for kind in trace.transparent.keys() - known:
        trace.transparent[kind] = used
    return cell


def _place(
    run: Interpreter,
    cell: Cell,
    matrix: Matrix,
    box: Rect,
    tiles: list[tuple[float, float]],
    is_lone: bool,
) -> None:
    """Note what tiles paint within a box, each mark in the first of them that shows it there."""
    across, down = matrix[4] - cell.matrix[4], matrix[5] - cell.matrix[5]
    places: dict[int, Rect] = {}
    for mark in cell.marks:
        moved_to = (overlap(mark.box.moved(across + x, down + y), box) for x, y in tiles)
        visible = next((place for place in moved_to if place is not None), None)
        if visible is not None:
            places[id(mark.box)] = visible
            has_edges = mark.has_edges and is_lone
            run.trace.marks.append(mark._replace(box=visible, has_edges=has_edges))
    for picture in cell.pictures:
        if id(picture.box) in places:
            run.trace.pictures.append(picture._replace(box=places[id(picture.box)]))
