"""The article's copy flows through columns on the baseline grid.

A column is a number of rows; every body line takes whole rows. Headings stay with two lines
of what follows; the columns of a balanced frame get the fewest rows that hold the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from ..model.style import ParagraphStyle
from ..text.breaking import BrokenLine, break_lines
from ..text.display import break_display
from ..text.prepare import Prepared

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
class FlowBlock:
    """A paragraph of the flow with its style; `keep` holds it with the next block (headings)."""

    prepared: Prepared
    style: ParagraphStyle
    role: str
    keep: bool
    marker: tuple[Prepared, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of block `block` in column `column`; `row` counts from the column's head and is
    the row on which its baseline stands."""

    block: int
    line: BrokenLine
    column: int
    row: float


@dataclass(frozen=True, slots=True)
class FlowResult:
    """Placed lines, the rows used of each column, and what found no place."""

    lines: tuple[PlacedLine, ...]
    used: tuple[int, ...]
    overset: tuple[tuple[int, BrokenLine], ...]


class Flow:
    """Breaks each block once for each measure and places lines into columns."""

    def __init__(self, blocks: Sequence[FlowBlock], columns: Sequence[Column]) -> None:
        self.blocks = blocks
        self.columns = columns
        self._broken: dict[tuple[int, tuple[float, ...]], list[BrokenLine]] = {}

    def lines(self, block: int, measures: tuple[float, ...]) -> list[BrokenLine]:
        """The block's lines on these measures (em of its own size)."""
        key = (block, measures)
        if key not in self._broken:
            it = self.blocks[block]
            if it.style.balance:
                found = break_display(it.prepared, measures[0])
            else:
                found = break_lines(it.prepared, measures, indent=it.style.indent)
            self._broken[key] = found
        return self._broken[key]

    def place(self, capacities: Sequence[int]) -> FlowResult:
        """Place all lines, column i holding `capacities[i]` rows."""
        return _Placing(self, capacities).run()

    def measure(self, block: int, column: int) -> float:
        style = self.blocks[block].style
        return round(self.columns[column].width / style.size - style.left, 6)


class _Placing:
    """One pass through the columns."""

    def __init__(self, flow: Flow, capacities: Sequence[int]) -> None:
        self.flow, self.capacities = flow, capacities
        self.column, self.row = 0, 0.0
        self.placed: list[PlacedLine] = []
        self.used = [0] * len(capacities)
        self.overset: list[tuple[int, BrokenLine]] = []

    def run(self) -> FlowResult:
        for index in range(len(self.flow.blocks)):
            self._block(index)
        return FlowResult(tuple(self.placed), tuple(self.used), tuple(self.overset))

    def _room(self) -> float:
        if self.column >= len(self.capacities):
            return 0.0
        return self.capacities[self.column] - self.row

    def _next_column(self) -> None:
        self.column += 1
        self.row = 0.0

    def _block(self, index: int) -> None:
        style = self.flow.blocks[index].style
        if self.row:
            self.row += style.before
        self._skip_to_room(index)
        lines = self._lines_from_here(index)
        # What a heading leaves of its last whole row stands above it: text stays on the grid.
        if self.flow.blocks[index].keep:
            height = len(lines) * style.rows
            self.row += ceil(height - 1e-9) - height
        for line in lines:
            while self.column < len(self.capacities) and self._room() < style.rows - 1e-9:
                self._next_column()
            if self.column >= len(self.capacities):
                self.overset.append((index, line))
                continue
            self.row += style.rows
            self.placed.append(PlacedLine(index, line, self.column, self.row - 1))
            self.used[self.column] = max(self.used[self.column], int(self.row + 0.999))
        if self.row:
            self.row += style.after

    def _skip_to_room(self, index: int) -> None:
        """Begin in a column that holds the block's first line, and for a heading what it heads."""
        need = self._need(index)
        while self.column < len(self.capacities) and self._room() < need - 1e-9:
            if self.row == 0 and self._room() >= self.flow.blocks[index].style.rows:
                return
            self._next_column()

    def _need(self, index: int) -> float:
        blocks = self.flow.blocks
        style = blocks[index].style
        if not blocks[index].keep:
            return style.rows
        column = min(self.column, len(self.capacities) - 1)
        count = len(self.flow.lines(index, (self.flow.measure(index, column),)))
        need = ceil(count * style.rows - 1e-9) + style.after
        if index + 1 < len(blocks):
            following = self.flow.lines(index + 1, (self.flow.measure(index + 1, column),))
            need += min(LINES_AFTER_HEADING, len(following)) * blocks[index + 1].style.rows
        return need

    def _lines_from_here(self, index: int) -> list[BrokenLine]:
        """The block's lines for the columns that it will run through."""
        columns = self.flow.columns
        if self.column >= len(columns):
            return self.flow.lines(index, (self.flow.measure(index, len(columns) - 1),))
        measure = self.flow.measure(index, self.column)
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


def balance(
    flow: Flow, rows: Sequence[int], balanced: Sequence[bool]
) -> tuple[FlowResult, list[int]]:
    """Place with the fewest rows in the balanced columns that hold everything.

    rows: each column's rows; balanced: whether a column may be shortened. Gives the result
    and the capacities used; where nothing fits, that of the full columns.
    """
    full = flow.place(rows)
    if full.overset or not any(balanced):
        return full, list(rows)

    def capacities(limit: int) -> list[int]:
        return [
            min(limit, count) if can else count for count, can in zip(rows, balanced, strict=True)
        ]

    low = 1
    high = max(count for count, can in zip(rows, balanced, strict=True) if can)
    while low < high:
        middle = (low + high) // 2
        if flow.place(capacities(middle)).overset:
            low = middle + 1
        else:
            high = middle
    return flow.place(capacities(low)), capacities(low)


def overset_amount(result: FlowResult, blocks: Sequence[FlowBlock]) -> tuple[int, int]:
    """Lines and characters that found no place."""
    chars = sum(line.end - line.start for _, line in result.overset)
    return len(result.overset), chars
