"""The article's copy flows through columns on the baseline grid.

A column is a number of rows; every body line takes whole rows. Headings stay with two lines
of what follows; the columns of a balanced frame get the fewest rows that hold the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..text.breaking import BrokenLine, break_lines, first_indent
from ..text.display import break_display
from .blocks import Column, FlowBlock, FlowResult, Marker, PlacedLine, PlacedRow
from .initials import break_beside
from .memo import Breaks
from .placing import Placing
from .placing_around import PlacingAround
from .runaround import Space
from .tables import FlowTable, SetTable

#: Paragraphs of more characters are set as is best: nobody writes them, and to break one into a
#: given number of lines takes time and memory by the square of its length.
LONGEST = 2000

__all__ = [
    "Column",
    "Flow",
    "FlowBlock",
    "FlowResult",
    "Marker",
    "PlacedLine",
    "PlacedRow",
]


class Flow:
    """Breaks each block once for each measure and places lines into columns."""

    def __init__(
        self,
        blocks: Sequence[FlowBlock],
        columns: Sequence[Column],
        counts: Mapping[int, int] | None = None,
        breaks: Sequence[Breaks] = (),
    ) -> None:
        """counts: by how many lines more (or fewer) than is best a block shall be set.

        breaks: those of each block, if some are known.
        """
        self.blocks = blocks
        self.columns = columns
        self.counts = counts or {}
        #: Whether obstacles stand in columns.
        self.is_open = all(column.around is None for column in columns)
        #: Whether all columns are of one width, so that it does not matter where a block begins.
        self.even = all(abs(column.width - columns[0].width) < 1e-6 for column in columns)
        #: What is known of each block.
        self.breaks = breaks or [Breaks() for _ in blocks]
        self._tables: dict[tuple[int, float], SetTable] = {}
        self._spaces: dict[tuple[int, float, float], Space | None] = {}
        self._placed: dict[tuple[int, ...], FlowResult] = {}

    def lines(
        self, block: int, measures: tuple[float, ...], *, hangs: bool = True
    ) -> list[BrokenLine]:
        """The block's lines on these measures (em of its own size).

        hangs: marks may hang beyond their line, where the house lets them.
        """
        key = (self.counts.get(block, 0), measures, hangs)
        known = self.breaks[block].lines
        if key not in known:
            it = self.blocks[block]
            text = it.prepared if hangs else replace(it.prepared, hang={})
            if it.style.balance:
                found = break_display(text, measures[0])
            elif it.initial:
                found = break_beside(it.initial, text, measures)
            else:
                indent = first_indent(text, it.style.indent, measures[0])
                found = break_lines(text, measures, indent=indent)
                if block in self.counts:
                    count = max(len(found) + self.counts[block], 1)
                    other = break_lines(text, measures, indent=indent, count=count)
                    found = other or found
            known[key] = found
        return known[key]

    def can_vary(self, block: int) -> bool:
        """Whether a block is a paragraph that may be set on another number of lines."""
        it = self.blocks[block]
        is_short = len(it.prepared.text) <= LONGEST
        is_plain = not (it.style.balance or it.initial or it.table)
        return is_short and is_plain and block not in self.counts

    def extra_cost(self, block: int, measure: float, lines: int) -> float | None:
        """What a paragraph costs more on so many lines more; None where it cannot be so."""
        it = self.blocks[block]
        if not self.can_vary(block):
            return None
        best = self.lines(block, (measure,))
        count = len(best) + lines
        if count < 1:
            return None
        indent, key = best[0].indent, (lines, measure)
        others = self.breaks[block].others
        if key not in others:
            others[key] = break_lines(it.prepared, (measure,), indent=indent, count=count)
        other = others[key]
        if not other:
            return None
        return sum(line.cost for line in other) - sum(line.cost for line in best)

    def on_other_count(self, block: int, lines: int) -> Flow:
        """The same flow with a block on so many lines more."""
        return self.on_counts({**self.counts, block: lines})

    def on_counts(self, counts: Mapping[int, int]) -> Flow:
        """The same flow with blocks on so many lines more."""
        other = Flow(self.blocks, self.columns, counts, self.breaks)
        other._tables, other._spaces = self._tables, self._spaces
        return other

    def with_space(self, rows: Mapping[int, float]) -> Flow:
        """The same flow with so many rows above blocks."""
        blocks = list(self.blocks)
        for index, before in rows.items():
            blocks[index] = replace(
                blocks[index], style=replace(blocks[index].style, before=before)
            )
        other = Flow(blocks, self.columns, self.counts, self.breaks)
        other._tables, other._spaces = self._tables, self._spaces
        return other

    def place(self, capacities: Sequence[int]) -> FlowResult:
        """Place all lines, column i holding `capacities[i]` rows."""
        key = tuple(capacities)
        if key not in self._placed:
            self._placed[key] = self._placing(capacities).run()
        return self._placed[key]

    def resumed(
        self, capacities: Sequence[int], column: int, row: float, used: Sequence[int]
    ) -> Placing:
        """A pass that goes on at a row of a column, `used` rows of each having copy already."""
        placing = self._placing(capacities)
        placing.column, placing.row, placing.used = column, row, list(used)
        return placing

    def _placing(self, capacities: Sequence[int]) -> Placing:
        return (Placing if self.is_open else PlacingAround)(self, capacities)

    def space(self, column: int, row: float, size: float) -> Space | None:
        """Where in a column a line of type of `size` pt may stand, its baseline on `row`."""
        key = (column, row, size)
        if key not in self._spaces:
            it = self.columns[column]
            self._spaces[key] = (
                it.around.beside(it.x, it.width, it.top + row, size)
                if it.around
                else Space(0.0, it.width)
            )
        return self._spaces[key]

    def free(self, column: int, row: float, rows: float) -> Space | None:
        """Where rows of a table, with the rules above and below them, may stand in a column."""
        it = self.columns[column]
        if it.around is None:
            return Space(0.0, it.width)
        grid = it.around.grid
        head = grid.head + (it.top + row) * grid.row - (grid.row - grid.em) / 2
        return it.around.space(it.x, it.width, head, head + rows * grid.row)

    def rows(self, table: FlowTable, block: int, width: float) -> SetTable:
        """The head and the rows of a block's table on a width (pt)."""
        key = (block, width)
        if key not in self._tables:
            self._tables[key] = table.set(width)
        return self._tables[key]

    def least_rows(self, block: int, column: int, *, kept: bool = False) -> float:
        """Rows that the beginning of a block needs in one column: a line, all that stands beside
        an initial, the head and a row of a table; kept: and what had better stay with that."""
        it = self.blocks[block]
        if it.table:
            head, rows = self.rows(it.table, block, self.columns[column].width)
            return head.rows + sum(row.rows for row in rows[: it.table.kept_to(0) if kept else 1])
        return it.style.rows * (it.initial.lines if it.initial else 1)

    def measure(self, block: int, column: int) -> float:
        return self.blocks[block].measure(self.columns[column].width)
