"""One pass of a flow through columns of full width."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from ..text.breaking import BrokenLine
from .blocks import FlowBlock, FlowResult, PlacedLine, PlacedRow
from .tables import FlowTable, SetRow

if TYPE_CHECKING:
    from .flow import Flow

#: A heading needs at least this many lines of the following paragraph below it.
LINES_AFTER_HEADING = 2


class Placing:
    """One pass through the columns."""

    def __init__(self, flow: Flow, capacities: Sequence[int]) -> None:
        self.flow, self.capacities = flow, capacities
        self.column, self.row = 0, 0.0
        self.placed: list[PlacedLine | PlacedRow] = []
        self.used = [0] * len(capacities)
        self.overset: list[tuple[int, BrokenLine | SetRow]] = []

    def run(self) -> FlowResult:
        for index in range(len(self.flow.blocks)):
            self.step(index)
        return FlowResult(tuple(self.placed), tuple(self.used), tuple(self.overset))

    def step(self, index: int) -> None:
        """Place a block below what is placed already."""
        block = self.flow.blocks[index]
        self._skip_to_room(index)
        if block.table:
            self._table(index, block.table)
        else:
            self._paragraph(index)
        if self.row:
            self.row += block.style.after

    def _room(self) -> float:
        if self.column >= len(self.capacities):
            return 0.0
        return self.capacities[self.column] - self.row

    def _next_column(self) -> None:
        self.column += 1
        self.row = 0.0

    def _table(self, index: int, table: FlowTable) -> None:
        self.row = self._start(self.flow.blocks[index], self.row)
        begins = True
        number = 0
        while number < len(table.rows):
            column = min(self.column, len(self.capacities) - 1)
            head, rows = self.flow.rows(table, index, self.flow.columns[column].width)
            if self.column >= len(self.capacities):
                self.overset.extend((index, row) for row in rows[number:])
                break
            chosen = (head, rows[number]) if begins else (rows[number],)
            is_kept = self.row or table.is_whole
            kept = rows[number + 1 : table.kept_to(number)] if is_kept else ()
            begins = self._room() < sum(row.rows for row in (*chosen, *kept)) - 1e-9
            if begins:
                self._end_table()
                self._next_column()
                continue
            for row in chosen:
                self.placed.append(PlacedRow(index, row, self.column, self.row))
                self._use(row.rows)
            number += 1
        self._end_table()

    def _end_table(self) -> None:
        """Rule off what was placed of a table since it began or was ruled off last.

        That is as high as whole rows of the grid: what its own rows lack is shared out among them.
        """
        part = self._unended()
        if not part:
            return
        height = sum(placed.cells.rows for placed in part)
        lack = ceil(height - 1e-9) - height
        each = lack / len(part)
        self._use(lack)
        for number, placed in enumerate(part):
            cells = placed.cells._replace(rows=placed.cells.rows + each)
            self.placed[number - len(part)] = placed._replace(
                cells=cells, row=placed.row + number * each, is_last=number == len(part) - 1
            )

    def _unended(self) -> list[PlacedRow]:
        """The rows at the end of what was placed that are not ruled off yet."""
        rows: list[PlacedRow] = []
        for placed in reversed(self.placed):
            if not isinstance(placed, PlacedRow) or placed.is_last:
                break
            rows.append(placed)
        return rows[::-1]

    def _paragraph(self, index: int) -> None:
        block = self.flow.blocks[index]
        style = block.style
        lines = self._lines_from_here(index)
        self.row = self._start(block, self.row, len(lines))
        need = self.flow.least_rows(index, min(self.column, len(self.capacities) - 1))
        for line in lines:
            while self.column < len(self.capacities) and self._room() < need - 1e-9:
                self._next_column()
            if self.column >= len(self.capacities):
                self.overset.append((index, line))
                continue
            need = style.rows
            self._use(style.rows)
            offset = block.remainder(self.flow.columns[self.column].width)
            self.placed.append(PlacedLine(index, line, self.column, self.row - 1, offset))
        if block.initial and self.row and len(lines) < block.initial.lines:
            self._use((block.initial.lines - len(lines)) * style.rows)

    def _use(self, rows: float) -> None:
        self.row += rows
        self.used[self.column] = max(self.used[self.column], ceil(self.row - 1e-9))

    def _start(self, block: FlowBlock, row: float, count: int = 1) -> float:
        """The row at which a block of `count` lines begins below `row`, so that copy is on the
        grid.

        A heading ends on a whole row, what is left of its last one stands above it. Lines of
        whole rows begin on one; those of other heights follow each other.
        """
        style = block.style
        start = row + (style.before if row else 0.0)
        if block.keep:
            height = count * style.rows + style.after
            return ceil(start + height - 1e-9) - height
        return float(ceil(start - 1e-9)) if style.rows == int(style.rows) else start

    def _skip_to_room(self, index: int) -> None:
        """Begin in a column that holds the block's first line, and for a heading what it heads."""
        while self.column < len(self.capacities):
            if self.end_of_need(index) <= self.capacities[self.column] + 1e-9:
                return
            if self.row == 0 and self._room() >= self.flow.least_rows(index, self.column):
                return
            self._next_column()

    def end_of_need(self, index: int) -> float:
        """The row at which what must be in one column ends, placed from here on.

        That is a line; for headings they all, each where it will stand, and two lines of what
        follows. Rows for them cannot be added up beforehand: what a heading leaves of its last
        row depends on where the one above it ended.
        """
        blocks, row, first = self.flow.blocks, self.row, index
        while index < len(blocks) and blocks[index].keep:
            block = blocks[index]
            count = self._count(index)
            row = self._start(block, row, count) + count * block.style.rows + block.style.after
            index += 1
        if index == len(blocks):
            return row
        block = blocks[index]
        least = self.flow.least_rows(index, self.column, kept=True)
        start = self._start(block, row)
        if index == first or block.table:
            return start + least
        lines = min(LINES_AFTER_HEADING, self._count(index))
        return start + max(lines * block.style.rows, least)

    def _count(self, index: int) -> int:
        """On how many lines a block is, in this column."""
        return len(self.flow.lines(index, (self.flow.measure(index, self.column),)))

    def _lines_from_here(self, index: int) -> list[BrokenLine]:
        """The block's lines for the columns that it will run through."""
        columns = self.flow.columns
        if self.column >= len(columns):
            return self.flow.lines(index, (self.flow.measure(index, len(columns) - 1),))
        measure = self.flow.measure(index, self.column)
        if self.flow.even:
            return self.flow.lines(index, (measure,))
        rest = [self.flow.measure(index, c) for c in range(self.column, len(columns))]
        if all(abs(other - measure) < 1e-6 for other in rest):
            return self.flow.lines(index, (measure,))
        rows = self.flow.blocks[index].style.rows
        measures: list[float] = []
        room = int(self._room() // rows)
        for offset, width in enumerate(rest):
            fit = room if not offset else int(self.capacities[self.column + offset] // rows)
            measures.extend([width] * fit)
            if len(measures) > len(self.flow.blocks[index].prepared.text):
                break
        return self.flow.lines(index, tuple(measures) or (measure,))
