"""The article's copy flows through columns on the baseline grid.

A column is a number of rows; every body line takes whole rows. Headings stay with two lines
of what follows; the columns of a balanced frame get the fewest rows that hold the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from ..model.content import Block
from ..model.style import ParagraphStyle
from ..text.breaking import BrokenLine, break_lines, first_indent
from ..text.display import break_display
from ..text.prepare import Prepared
from .initials import Initial, break_beside
from .memo import Breaks
from .tables import FlowTable, SetRow, SetTable

#: A heading needs at least this many lines of the following paragraph below it.
LINES_AFTER_HEADING = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column: page number, left edge (pt), width (pt), first row and number of rows."""

    page: int
    x: float
    width: float
    top: float
    rows: int
    frame: int


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before the text of a list item or note, beginning `hang` em to the left of it."""

    prepared: Prepared
    hang: float


@dataclass(frozen=True, slots=True)
class FlowBlock:
    """A paragraph of the flow with its style; `keep` holds it with the next block (headings).

    marker: what stands before its first line, `hang` em to the left of its text; initial: the
    drop initial, whose lines stay in one column; table: what it is in place of a paragraph;
    source: the block of the article of which it is all or a part.
    """

    prepared: Prepared
    style: ParagraphStyle
    role: str
    keep: bool
    marker: Marker | None = None
    initial: Initial | None = None
    table: FlowTable | None = None
    source: Block | None = None


class PlacedLine(NamedTuple):
    """A line of block `block` in column `column`; `row` counts from the column's head and is
    the row on which its baseline stands."""

    block: int
    line: BrokenLine
    column: int
    row: float


class PlacedRow(NamedTuple):
    """A row of the table `block` in column `column`, its head on `row` of the column; is_last: a
    rule stands below it, where the table ends or goes on in another column."""

    block: int
    cells: SetRow
    column: int
    row: float
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class FlowResult:
    """Placed lines, the rows used of each column, and what found no place."""

    lines: tuple[PlacedLine | PlacedRow, ...]
    used: tuple[int, ...]
    overset: tuple[tuple[int, BrokenLine | SetRow], ...]


class Flow:
    """Breaks each block once for each measure and places lines into columns."""

    def __init__(
        self,
        blocks: Sequence[FlowBlock],
        columns: Sequence[Column],
        counts: Mapping[int, int] | None = None,
        breaks: Breaks | None = None,
    ) -> None:
        """counts: by how many lines more (or fewer) than is best a block shall be set.

        breaks: those of a flow of the same blocks, which need not be found again.
        """
        self.blocks = blocks
        self.columns = columns
        self.counts = counts or {}
        #: Whether all columns are of one width, so that it does not matter where a block begins.
        self.even = all(abs(column.width - columns[0].width) < 1e-6 for column in columns)
        self._breaks = breaks or Breaks()
        self._tables: dict[tuple[int, float], SetTable] = {}

    def lines(self, block: int, measures: tuple[float, ...]) -> list[BrokenLine]:
        """The block's lines on these measures (em of its own size)."""
        key = (block, self.counts.get(block, 0), measures)
        if key not in self._breaks.lines:
            it = self.blocks[block]
            if it.style.balance:
                found = break_display(it.prepared, measures[0])
            elif it.initial:
                found = break_beside(it.initial, it.prepared, measures)
            else:
                indent = first_indent(it.prepared, it.style.indent, measures[0])
                found = break_lines(it.prepared, measures, indent=indent)
                if block in self.counts:
                    count = len(found) + self.counts[block]
                    other = break_lines(it.prepared, measures, indent=indent, count=count)
                    found = other or found
            self._breaks.lines[key] = found
        return self._breaks.lines[key]

    def extra_cost(self, block: int, measure: float, lines: int) -> float | None:
        """What a paragraph costs more on so many lines more; None where it cannot be so."""
        it = self.blocks[block]
        if it.style.balance or it.initial or it.table or block in self.counts:
            return None
        best = self.lines(block, (measure,))
        count = len(best) + lines
        if count < 1:
            return None
        indent, key = best[0].indent, (block, lines, measure)
        if key not in self._breaks.others:
            self._breaks.others[key] = break_lines(
                it.prepared, (measure,), indent=indent, count=count
            )
        other = self._breaks.others[key]
        if not other:
            return None
        return sum(line.cost for line in other) - sum(line.cost for line in best)

    def on_other_count(self, block: int, lines: int) -> Flow:
        """The same flow with a block on so many lines more."""
        return self.on_counts({**self.counts, block: lines})

    def on_counts(self, counts: Mapping[int, int]) -> Flow:
        """The same flow with blocks on so many lines more."""
        other = Flow(self.blocks, self.columns, counts, self._breaks)
        other._tables = self._tables
        return other

    def place(self, capacities: Sequence[int]) -> FlowResult:
        """Place all lines, column i holding `capacities[i]` rows."""
        return _Placing(self, capacities).run()

    def rows(self, table: FlowTable, block: int, column: int) -> SetTable:
        """The head and the rows of a block's table in a column."""
        key = (block, self.columns[column].width)
        if key not in self._tables:
            self._tables[key] = table.set(key[1])
        return self._tables[key]

    def least_rows(self, block: int, column: int, *, kept: bool = False) -> float:
        """Rows that the beginning of a block needs in one column: a line, all that stands beside
        an initial, the head and a row of a table; kept: and what had better stay with that."""
        it = self.blocks[block]
        if it.table:
            head, rows = self.rows(it.table, block, column)
            return head.rows + sum(row.rows for row in rows[: it.table.kept_to(0) if kept else 1])
        return it.style.rows * (it.initial.lines if it.initial else 1)

    def measure(self, block: int, column: int) -> float:
        style = self.blocks[block].style
        return round(style.measure(self.columns[column].width), 6)


class _Placing:
    """One pass through the columns."""

    def __init__(self, flow: Flow, capacities: Sequence[int]) -> None:
        self.flow, self.capacities = flow, capacities
        self.column, self.row = 0, 0.0
        self.placed: list[PlacedLine | PlacedRow] = []
        self.used = [0] * len(capacities)
        self.overset: list[tuple[int, BrokenLine | SetRow]] = []

    def run(self) -> FlowResult:
        for index, block in enumerate(self.flow.blocks):
            self._skip_to_room(index)
            if block.table:
                self._table(index, block.table)
            else:
                self._paragraph(index)
            if self.row:
                self.row += block.style.after
        return FlowResult(tuple(self.placed), tuple(self.used), tuple(self.overset))

    def _room(self) -> float:
        if self.column >= len(self.capacities):
            return 0.0
        return self.capacities[self.column] - self.row

    def _next_column(self) -> None:
        self.column += 1
        self.row = 0.0

    def _table(self, index: int, table: FlowTable) -> None:
        self.row = self._start(self.flow.blocks[index], 1)
        begins = True
        number = 0
        while number < len(table.rows):
            column = min(self.column, len(self.capacities) - 1)
            head, rows = self.flow.rows(table, index, column)
            if self.column >= len(self.capacities):
                self.overset.extend((index, row) for row in rows[number:])
                break
            chosen = (head, rows[number]) if begins else (rows[number],)
            kept = rows[number + 1 : table.kept_to(number)] if self.row else ()
            begins = self._room() < sum(row.rows for row in (*chosen, *kept))
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
        """Rule off what was placed of a table."""
        last = self.placed[-1] if self.placed else None
        if isinstance(last, PlacedRow):
            self.placed[-1] = last._replace(is_last=True)

    def _paragraph(self, index: int) -> None:
        block = self.flow.blocks[index]
        style = block.style
        lines = self._lines_from_here(index)
        self.row = self._start(block, len(lines))
        need = self.flow.least_rows(index, min(self.column, len(self.capacities) - 1))
        for line in lines:
            while self.column < len(self.capacities) and self._room() < need - 1e-9:
                self._next_column()
            if self.column >= len(self.capacities):
                self.overset.append((index, line))
                continue
            need = style.rows
            self._use(style.rows)
            self.placed.append(PlacedLine(index, line, self.column, self.row - 1))
        if block.initial and self.row and len(lines) < block.initial.lines:
            self._use((block.initial.lines - len(lines)) * style.rows)

    def _use(self, rows: float) -> None:
        self.row += rows
        self.used[self.column] = max(self.used[self.column], ceil(self.row - 1e-9))

    def _start(self, block: FlowBlock, count: int) -> float:
        """The row at which a block of `count` lines begins here, so that copy is on the grid.

        A heading ends on a whole row, what is left of its last one stands above it. Lines of
        whole rows begin on one; those of other heights follow each other.
        """
        style = block.style
        start = self.row + (style.before if self.row else 0.0)
        if block.keep:
            height = count * style.rows + style.after
            return ceil(start + height - 1e-9) - height
        return float(ceil(start - 1e-9)) if style.rows == int(style.rows) else start

    def _skip_to_room(self, index: int) -> None:
        """Begin in a column that holds the block's first line, and for a heading what it heads."""
        style = self.flow.blocks[index].style
        while self.column < len(self.capacities):
            start = self.row + (style.before if self.row else 0.0)
            if self.capacities[self.column] - start >= self._need(index) - 1e-9:
                return
            if self.row == 0 and self._room() >= self.flow.least_rows(index, self.column):
                return
            self._next_column()

    def _need(self, index: int) -> float:
        """Rows that must be free: a line; for headings they all and two lines of what follows."""
        blocks, need = self.flow.blocks, 0.0
        column = min(self.column, len(self.capacities) - 1)
        while blocks[index].keep:
            style = blocks[index].style
            count = len(self.flow.lines(index, (self.flow.measure(index, column),)))
            need += ceil(count * style.rows + style.after - 1e-9)
            if index + 1 == len(blocks):
                return need
            index += 1
            need += blocks[index].style.before
        block, least = blocks[index], self.flow.least_rows(index, column, kept=True)
        if not need or block.table:
            return need + least
        following = self.flow.lines(index, (self.flow.measure(index, column),))
        lines = min(LINES_AFTER_HEADING, len(following))
        return need + max(lines * block.style.rows, least)

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
