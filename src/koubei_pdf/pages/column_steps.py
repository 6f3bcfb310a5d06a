"""One block placed from a row of a column on: what the search for breaks asks again and again.

What is found serves for all columns that are tried, and for other copy with the same block.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from .blocks import PlacedLine, PlacedRow
from .flow import Flow
from .memo import Inside, Lines, Step
from .memo import Steps as Known
from .placing_around import PlacingAround

#: More rows than any column has.
_ENDLESS = 1_000_000


class Option(NamedTuple):
    """How a block may be set: the flow in which it is, on so many lines more than is best, with so
    many rows above it (None: as its style wants); and what that costs."""

    flow: Flow
    more: int = 0
    before: float | None = None
    cost: float = 0.0


class Steps:
    """Places the blocks of a flow one by one."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        #: Whether it does not matter in which column, and in which row of it, a block begins.
        self.is_plain = flow.even and flow.is_open
        self._columns = flow.columns[0].width if self.is_plain else tuple(flow.columns)
        self._known: dict[int, Known] = {}

    def inside(self, index: int, option: Option, column: int, row: float) -> Inside | None:
        """How a block stands from a row of a column on if it does not leave that; None where that
        is not known beforehand."""
        if column >= len(self._flow.columns) or not (self.is_plain or self._runs_on(index)):
            return None
        column = 0 if self.is_plain else column
        known, key = self._of(index).insides, (option.more, option.before, column, row)
        if key not in known:
            capacities = [_ENDLESS] * (column + 1)
            placing = option.flow.resumed(capacities, column, row, [0] * len(capacities))
            need = placing.end_of_need(index) if self.is_plain else 0.0
            placing.step(index)
            if isinstance(placing, PlacingAround):
                need = placing.looked_to
            lines = _lines(placing.placed)
            known[key] = Inside(placing.row, placing.used[column], need, lines)
        return known[key]

    def parted(
        self, index: int, option: Option, capacities: tuple[int, ...], column: int, row: float
    ) -> Step:
        """Where a block ends that is placed from a row of a column on."""
        key = (option.more, option.before, column, row, capacities[column:])
        known = self._of(index).parted
        if key not in known:
            placing = option.flow.resumed(capacities, column, row, [0] * len(capacities))
            placing.step(index)
            lines, last = placing.placed, len(capacities) - 1
            known[key] = Step(
                column=placing.column,
                row=placing.row,
                used=tuple(placing.used[min(column, last) : min(placing.column, last) + 1]),
                is_over=bool(placing.overset),
                alone=sum(is_alone(option.flow, *two) for two in pairwise(lines)),
                first=lines[0].column if lines else None,
                lines=_lines(lines),
            )
        return known[key]

    def _of(self, index: int) -> Known:
        """What is known of a block, whatever copy it is in; of a heading, for this copy alone."""
        if index not in self._known:
            flow = self._flow
            known = {} if flow.blocks[index].keep else flow.breaks[index].steps
            self._known[index] = known.setdefault(self._columns, Known())
        return self._known[index]

    def _runs_on(self, index: int) -> bool:
        """Whether a block is a paragraph that runs on from row to row around obstacles."""
        block = self._flow.blocks[index]
        is_other = block.keep or block.style.balance or block.initial or block.table
        return not self._flow.is_open and not is_other


def _lines(placed: Sequence[PlacedLine | PlacedRow]) -> Lines:
    lines = [one.line for one in placed if isinstance(one, PlacedLine)]
    return Lines(len(lines), sum(line.cost for line in lines))


def is_alone(flow: Flow, before: PlacedLine | PlacedRow, after: PlacedLine | PlacedRow) -> bool:
    """Whether a paragraph is parted between two lines, and has its first or last one alone."""
    return (
        isinstance(before, PlacedLine)
        and isinstance(after, PlacedLine)
        and before.block == after.block
        and before.column != after.column
        and not flow.blocks[before.block].style.balance
        and (before.line.start == 0 or after.line.last)
    )
