"""Rows that stay empty where a table has no room beside what text runs around."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from ...model.fitting import Gap
from ..blocks import PlacedLine, PlacedRow
from ..strays import Setting

#: So many empty rows look like a hole.
_LEAST = 3

_Placed = PlacedLine | PlacedRow


def gaps(setting: Setting) -> Iterator[Gap]:
    """Where above a table rows are empty in which lines of text could stand."""
    flow = setting.flow
    if flow.is_open:
        return
    for before, table in pairwise((None, *setting.result.lines)):
        if not isinstance(table, PlacedRow) or _goes_on(before, table):
            continue
        block = flow.blocks[table.block]
        rows = _empty(setting, before, table) - (ceil(block.style.before) if before else 0)
        if rows >= _LEAST and block.source is not None:
            yield Gap(block.source.span, rows, flow.columns[table.column].page)


def _goes_on(before: _Placed | None, row: PlacedRow) -> bool:
    """Whether a row stands right below another of its table."""
    return isinstance(before, PlacedRow) and before.block == row.block and not before.is_last


def _empty(setting: Setting, before: _Placed | None, table: PlacedRow) -> int:
    """Rows between two places in columns with obstacles that would take a line."""
    flow = setting.flow
    column, row = (before.column, _end(before)) if before else (0, 0)
    count = 0
    while (column, row) < (table.column, int(table.row)):
        if row >= setting.capacities[column]:
            column, row = column + 1, 0
            continue
        is_beside = flow.columns[column].around is not None
        size = flow.blocks[table.block].style.size
        count += is_beside and flow.space(column, row, size) is not None
        row += 1
    return count


def _end(placed: _Placed) -> int:
    """The first whole row below it."""
    rows = placed.cells.rows if isinstance(placed, PlacedRow) else 1
    return ceil(placed.row + rows - 1e-9)
