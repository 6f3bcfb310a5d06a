"""Tables beside obstacles: clear of them, on whole rows, and all of their rows, in order."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.content import Run
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.style import ParagraphStyle
from koubei_pdf.pages.flow import Column, Flow, FlowBlock, PlacedRow
from koubei_pdf.pages.runaround import Around, Obstacle
from koubei_pdf.pages.tables import CellText, FlowTable
from koubei_pdf.text.prepare import prepare

from .test_placing import BODY, PLACE
from .test_runaround import EM, GRID, HEAD, LEAST, ROW, ROWS, WIDTHS, distance, obstacles

CELL = replace(BODY, name="cell", size=8.0, rows=12 / ROW, indent=0.0)
#: Characters of the two cells of each row.
CELLS = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 60)), min_size=1, max_size=9)


def text(count: int, style: ParagraphStyle, shelf: FontShelf) -> FlowBlock:
    prepared, _ = prepare([Run("国" * count, PLACE)], lambda _: "song", shelf)
    return FlowBlock(prepared, style, style.name, keep=False)


@settings(max_examples=300, deadline=None)
@given(
    cells=CELLS,
    before=st.integers(0, 200),
    after=st.integers(1, 60),
    widths=WIDTHS,
    around=obstacles(),
)
def test_tables_keep_clear_of_obstacles(
    square: FontShelf,
    cells: list[tuple[int, int]],
    before: int,
    after: int,
    widths: list[float],
    around: tuple[Obstacle, ...],
) -> None:
    rows = [
        tuple(CellText(text(count, CELL, square).prepared, CELL) for count in row) for row in cells
    ]
    table = FlowTable(rows[0], tuple(rows), GRID)
    number = int(before > 0)
    blocks = [text(before, BODY, square)] if before else []
    blocks += [replace(text(1, CELL, square), table=table), text(after, BODY, square)]
    columns, x = [], 20.0
    for width in widths:
        columns.append(Column(2, x, width, 0.0, ROWS, 0, Around(around, GRID, LEAST, False)))
        x += width + 20
    result = Flow(blocks, columns).place([ROWS] * len(widths))

    placed = [one for one in result.lines if isinstance(one, PlacedRow)]
    shown = [row.cells.cells for row in placed if not row.cells.is_head]
    lost = [row.cells for index, row in result.overset if index == number]
    assert [[cell.text for cell in row] for row in (*shown, *lost)] == [list(row) for row in rows]
    boxes = []
    for part in parts(placed):
        assert part[0].cells.is_head
        assert sum(row.cells.is_head for row in part) == 1
        assert [row.is_last for row in part] == [False] * (len(part) - 1) + [True]
        assert len({(row.column, row.offset, row.cells.width) for row in part}) == 1
        head, foot = part[0].row, part[-1].row + part[-1].cells.rows
        assert head == pytest.approx(round(head), abs=1e-6)
        assert foot == pytest.approx(round(foot), abs=1e-6)
        assert foot <= ROWS + 1e-6
        column, left = columns[part[0].column], part[0].offset
        width = part[0].cells.width
        assert -0.01 <= left <= left + width <= column.width + 0.01
        assert width == column.width or width >= max(table.least_width(), LEAST * EM) - 0.01
        # Its rules stand between the em boxes of the rows above and below.
        y0, y1 = (HEAD + row * ROW - (ROW - EM) / 2 for row in (head, foot))
        boxes.append(Rect(column.x + left, y0, column.x + left + width, y1))
    for box, obstacle in ((box, obstacle) for box in boxes for obstacle in around):
        for rect in obstacle.rects:
            assert not box.intersection(rect)
            assert distance(box, rect) >= obstacle.clearance - 0.01
    places = [(one.column, round(one.row, 6)) for one in result.lines]
    assert places == sorted(set(places))
    for one, other in combinations(boxes, 2):
        assert not one.intersection(other)


def parts(placed: list[PlacedRow]) -> list[list[PlacedRow]]:
    """The rows that stand right below each other, each lot below a head."""
    found: list[list[PlacedRow]] = []
    for row in placed:
        if row.cells.is_head:
            found.append([])
        found[-1].append(row)
    for part in found:
        foot = part[0].row
        for row in part:
            assert row.row == pytest.approx(foot, abs=1e-6)
            foot += row.cells.rows
    return found
