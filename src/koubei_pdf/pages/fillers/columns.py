"""The columns of a body frame, what stands in them, and where their lines come to stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model.diagnostics import Diagnostic
from ...model.geometry import TOLERANCE, Rect
from ..context import Filled, Place, empty_frame
from ..faults.pictures import BODY_COVERED, UNEVEN_COLUMNS, WHOLE_WIDTH
from ..faults.places import BEYOND_AREA, NO_ROW
from ..flow import Column, Flow, FlowResult, PlacedRow
from ..grid import EM_ASCENT, PageGrid
from ..runaround import Around

#: Lines beside an obstacle are at least this wide (字), where the frame does not say.
LEAST_MEASURE = 8


def columns_of(place: Place, index: int, filled: Filled) -> list[Column]:
    """The columns of frame `index` of a chain; none where it has no room, which is reported."""
    count = place.options.integer("columns", 1)
    gap = place.options.number("gap", 2) * place.grid.grid.em
    width = (place.rect.width - gap * (count - 1)) / count
    top, rows = place.top, place.rows
    if rows < 1:
        filled.faults.append(_without_rows(place))
        return []
    if not filled.leaves_room(place, "gap", gap * (count - 1)):
        return []
    filled.faults.extend(_uneven(place, count, width))
    around = _around(place)
    # Beside obstacles and below spanning headings lines have their places, and stay there.
    is_fixed = around is not None or place.options.flag("spanning")
    on_foot = place.options.name("valign") == "bottom" and not is_fixed
    lefts = (place.rect.x0 + number * (width + gap) for number in range(count))
    return [Column(place.page, x, width, top, rows, index, around, on_foot) for x in lefts]


def tops(columns: Sequence[Column], capacities: Sequence[int]) -> list[float]:
    """The first row of each column: columns that stand on the foot move down."""
    deepest: dict[int, int] = {}
    for column, capacity in zip(columns, capacities, strict=True):
        deepest[column.frame] = max(deepest.get(column.frame, 0), capacity)
    return [
        column.top + (column.rows - deepest[column.frame] if column.on_foot else 0)
        for column in columns
    ]


def _without_rows(place: Place) -> Diagnostic:
    """The finding that a frame is not high enough for a row, or has no extent at all."""
    if min(place.rect.width, place.rect.height) <= TOLERANCE:
        return empty_frame(place)
    return NO_ROW.at(place.frame.span, frame=place.frame.name, page=place.page)


def beyond_area(place: Place) -> Iterator[Diagnostic]:
    """The finding that a frame of copy reaches beyond the type area, into the margins."""
    step, grid, far = place.grid.grid, place.grid, place.facing or place.grid
    right = far.left + (place.grid.boxes.width if place.facing else 0.0)
    # A frame whose foot is a row ends with that row's characters.
    foot = grid.row_y(step.rows) - (step.row - step.em)
    area = Rect(grid.left, step.head, right + step.columns * step.em, foot)
    if not area.covers(place.rect):
        facts = {"columns": step.columns, "rows": step.rows}
        yield BEYOND_AREA.at(place.frame.span, frame=place.frame.name, page=place.page, **facts)


def _uneven(place: Place, count: int, width: float) -> Iterator[Diagnostic]:
    """The finding that `count` columns are no whole number of 字 wide."""
    em = place.grid.grid.em
    whole = int((width + TOLERANCE) // em)
    if abs(width - round(width / em) * em) <= TOLERANCE or not whole:
        return
    facts = {"frame": place.frame.name, "width": f"{width / em:.4g}", "whole": whole}
    if count == 1:
        yield replace(UNEVEN_COLUMNS, help=WHOLE_WIDTH).at(place.frame.span, **facts, gap="")
    else:
        gap = (place.rect.width / em - count * whole) / (count - 1)
        yield UNEVEN_COLUMNS.at(place.frame.span, **facts, gap=f"{gap:.4g}")


def _around(place: Place) -> Around | None:
    """The obstacles in a frame's columns."""
    if not place.obstacles:
        return None
    return Around(place.obstacles, place.grid.grid, _least(place), outer_is_left=place.grid.verso)


def line_areas(flow: Flow, result: FlowResult, index: int, grid: PageGrid) -> Iterator[Rect]:
    """The em boxes (pt) of the lines, and the rows of tables, that stand in column `index`."""
    column = flow.columns[index]
    for placed in result.lines:
        if placed.column != index:
            continue
        head = grid.row_y(column.top + placed.row)
        if isinstance(placed, PlacedRow):
            foot = grid.row_y(column.top + placed.row + placed.cells.rows)
            left = column.x + placed.offset
            yield Rect(left, head, left + placed.cells.width, foot)
            continue
        style, left = flow.blocks[placed.block].style, column.x + placed.offset
        width = (placed.line.measure + style.left + style.right) * style.size
        head += EM_ASCENT * (grid.grid.em - style.size)
        yield Rect(left, head, left + width, head + style.size)


def covered_frames(places: Sequence[Place], flow: Flow) -> Iterator[Diagnostic]:
    """The findings that obstacles leave no line of a frame."""
    for number, place in enumerate(places):
        columns = [n for n, column in enumerate(flow.columns) if column.frame == number]
        rows = ((n, row) for n in columns for row in range(flow.columns[n].rows))
        em = place.grid.grid.em
        if not place.obstacles or any(flow.space(n, row, em) for n, row in rows):
            continue
        yield BODY_COVERED.at(
            place.frame.span,
            frame=place.frame.name,
            page=place.page,
            obstacles="、".join(obstacle.frame for obstacle in place.obstacles),
            least=f"{_least(place):g}",
        )


def _least(place: Place) -> float:
    return place.options.number("least_measure", LEAST_MEASURE)
