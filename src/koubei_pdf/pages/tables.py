"""Small tables in the flow of the copy: cells set in columns, the whole on rows of the grid.

Columns are as wide as their contents want; what the table lacks is taken from those whose text can
turn over. A row of one line takes whole rows of the grid, so that such rows are level with the text
beside them; each further line takes the leading of its type, so that the white between rows is the
same wherever text turns over. What a table then lacks of whole rows is shared out among its rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import ceil
from typing import NamedTuple

from ..model.book import Fill, GlyphRun
from ..model.content import Block, Cell, Run
from ..model.diagnostics import Diagnostic, Span
from ..model.geometry import TOLERANCE, Rect
from ..model.style import Align, Grid, ParagraphStyle
from ..text.breaking import BrokenLine, break_lines
from ..text.features import InlineItem
from ..text.prepare import Prepared
from .context import Context
from .faults.blocks import WIDE_TABLE
from .grid import EM_ASCENT
from .table_widths import column_widths
from .typeset import place_line, tight_lines

HEAD_ROLE, CELL_ROLE, RULE_ROLE = "table-head", "table", "table-rule"
#: Between columns at least (em of the text), what a column of Han text has at least (em of its
#: own size), the weight of rules (pt).
GAP, LEAST_COLUMN, RULE_WEIGHT = 1.5, 3.0, 0.5

#: A number up to its decimal point, or whatever else follows its last whole digit.
_WHOLE = re.compile(r"[+\-−±$¥€]?\d[\d,]*")


@dataclass(frozen=True, slots=True)
class CellText:
    """The text of a cell; `pad` (pt) stands behind a number that has fewer decimals than others."""

    prepared: Prepared
    style: ParagraphStyle
    pad: float = 0.0

    @property
    def most(self) -> float:
        """The width (pt) of the text on one line."""
        text = self.prepared
        return text.natural(0, len(text.text)) * self.style.size + self.pad if text.text else 0.0

    @property
    def least(self) -> float:
        """The width (pt) that holds what must not be parted; some characters of Han text."""
        text = self.prepared
        pieces = [text.natural(start, end) for start, end in pairwise([0, *text.breaks])]
        widest = max(pieces, default=0.0) * self.style.size + self.pad
        return min(self.most, max(widest, LEAST_COLUMN * self.style.size))


class SetCell(NamedTuple):
    """The lines of a cell, x pt from the table's left edge."""

    text: CellText
    lines: tuple[BrokenLine, ...]
    x: float


class SetRow(NamedTuple):
    """A row, as high as `rows` rows of the grid and `width` pt wide."""

    cells: tuple[SetCell, ...]
    rows: float
    width: float
    is_head: bool = False

    @property
    def chars(self) -> int:
        return sum(len(cell.text.prepared.text) for cell in self.cells)

    @property
    def span(self) -> Span:
        return self.cells[0].text.prepared.runs[0].span


#: A head and the rows below it.
SetTable = tuple[SetRow, tuple[SetRow, ...]]


def _worth(table: SetTable) -> tuple[float, float]:
    """Rows of the grid, then the cost of the lines, which single characters raise."""
    rows = (table[0], *table[1])
    cost = sum(line.cost for row in rows for cell in row.cells for line in cell.lines)
    return round(sum(row.rows for row in rows), 6), cost


@dataclass(frozen=True, slots=True)
class FlowTable:
    """A table of the flow. Its head stands above its first row and again in each column that it
    goes on in; no row is parted. is_whole: all its rows stay together."""

    head: tuple[CellText, ...]
    rows: tuple[tuple[CellText, ...], ...]
    grid: Grid
    is_whole: bool = False

    def set(self, width: float) -> SetTable:
        """The head and the rows on a width (pt), in the columns that need the fewest rows."""
        least, most, gap = self.needs()
        room = max(width - gap * (len(least) - 1), len(least) * self.grid.em)
        ways = column_widths(least, most, room)
        return min((self._set(widths, width) for widths in ways), key=_worth)

    def kept_to(self, number: int) -> int:
        """To which row (not included) those stay together that begin with row `number`.

        The first two do, and the last two, where a column can hold them; a short table is whole.
        """
        count = len(self.rows)
        if number == 0 and (count <= 3 or self.is_whole):
            return count
        return number + 2 if number in (0, count - 2) else number + 1

    def needs(self) -> tuple[list[float], list[float], float]:
        """The least and the most that each column wants, and the least gap (pt)."""
        columns = list(zip(self.head, *self.rows, strict=True))
        least = [max(cell.least for cell in column) for column in columns]
        most = [max(cell.most for cell in column) for column in columns]
        return least, most, GAP * self.grid.em

    def least_width(self) -> float:
        """The width (pt) below which words and numbers would have to be cut."""
        least, _, gap = self.needs()
        return sum(least) + gap * (len(least) - 1)

    def _set(self, widths: Sequence[float], width: float) -> SetTable:
        """The table in columns of these widths, the spare width of the whole between them."""
        gap = (width - sum(widths)) / max(1, len(widths) - 1)
        lefts = accumulate((one + gap for one in widths[:-1]), initial=0.0)
        columns = list(zip(lefts, widths, strict=True))
        head = self._row(self.head, columns, width)._replace(is_head=True)
        return head, tuple(self._row(row, columns, width) for row in self.rows)

    def _row(
        self, cells: Sequence[CellText], columns: Sequence[tuple[float, float]], whole: float
    ) -> SetRow:
        made: list[SetCell] = []
        height = 0.0
        for cell, (x, width) in zip(cells, columns, strict=True):
            measure = max((width - cell.pad) / cell.style.size, 1.0)
            lines = tuple(break_lines(cell.prepared, (measure,)))
            made.append(SetCell(cell, lines, x))
            further = (len(lines) - 1) * cell.style.rows
            height = max(height, ceil(cell.style.rows - TOLERANCE) + further)
        return SetRow(tuple(made), height, whole)


def flow_table(context: Context, block: Block, width: float) -> tuple[FlowTable, list[Diagnostic]]:
    """The table of a block; the finding that `width` pt, the narrowest column, do not hold it."""
    assert block.table is not None
    table, grid, faults = block.table, context.issue.house.grid, list[Diagnostic]()
    head, cell = context.style("table-head", "table-cell"), context.style("table-cell")

    def texts(cells: Sequence[Cell], style: ParagraphStyle) -> tuple[CellText, ...]:
        made = []
        for one, align in zip(cells, table.aligns, strict=True):
            own = _cell_style(style, align, context)
            prepared, found = context.prepare(one.runs or [Run("", one.span)], own)
            faults.extend(found)
            made.append(CellText(prepared, own))
        return tuple(made)

    columns = zip(*(texts(row, cell) for row in table.rows), strict=True)
    padded = zip(*(_padded(column) for column in columns), strict=True)
    made = FlowTable(texts(table.head, head), tuple(padded), grid)
    need = made.least_width()
    faults.extend(tight_lines(head, context))
    if need > width + TOLERANCE:
        facts = {"have": f"{width / grid.em:.3g}", "need": f"{need / grid.em:.3g}"}
        faults.append(WIDE_TABLE.at(block.span, **facts))
    return made, faults


def _cell_style(style: ParagraphStyle, align: Align, context: Context) -> ParagraphStyle:
    """A style within a cell: aligned as its column is, no indents, its line distance in rows."""
    rows = context.leading(style) / context.issue.house.grid.row
    return replace(style, align=align, rows=rows, indent=0.0, left=0.0, right=0.0)


def _padded(column: Sequence[CellText]) -> list[CellText]:
    """A column; the numbers of one that is flush right stand by their decimal points."""
    tails = [_tail(cell) for cell in column]
    most = max((tail for tail in tails if tail is not None), default=0.0)
    return [
        cell if tail is None else replace(cell, pad=most - tail)
        for cell, tail in zip(column, tails, strict=True)
    ]


def _tail(cell: CellText) -> float | None:
    """The width (pt) of what a number has after its whole digits; None: no number, or not flush
    right."""
    text = cell.prepared
    whole = _WHOLE.match(text.text) if cell.style.align == "right" else None
    if whole is None:
        return None
    return text.natural(0, len(text.text)) * cell.style.size - (
        text.widths[whole.end()] * cell.style.size
    )


def place_row(
    context: Context, row: SetRow, x: float, y: float, *, foot: bool
) -> list[InlineItem | Fill]:
    """The items of a row, its left edge at x, its first row's head at y (pt).

    The head has a rule above and below it, another row below it if it is the `foot`; all are in
    the colour of the head.
    """
    items: list[InlineItem | Fill] = []
    grid = context.issue.house.grid
    role = HEAD_ROLE if row.is_head else CELL_ROLE
    rule_ink = context.ink(context.style("table-head", "table-cell").colour)

    def rule(at: float) -> Fill:
        middle = at - (grid.row - grid.em) / 2
        rect = Rect(x, middle - RULE_WEIGHT / 2, x + row.width, middle + RULE_WEIGHT / 2)
        return Fill(rect, rule_ink, row.span, RULE_ROLE)

    if row.is_head:
        items.append(rule(y))
    for number, cell in enumerate(row.cells, start=1):
        style, ink = cell.text.style, context.ink(cell.text.style.colour)
        baseline = y + EM_ASCENT * grid.em
        for line in cell.lines:
            left = x + cell.x
            placed = place_line(
                cell.text.prepared, line, style.size, left, baseline, style.align, ink, role
            )
            items += (
                item._replace(cell=number) if isinstance(item, GlyphRun) else item
                for item in placed
            )
            baseline += style.rows * grid.row
    if row.is_head or foot:
        items.append(rule(y + row.rows * grid.row))
    return items
