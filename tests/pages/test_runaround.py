"""Text around obstacles: clear of them, on the grid, flush, in no sliver, and all of it."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import Fill, GlyphRun
from koubei_pdf.model.content import Run
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.style import Grid, ParagraphStyle
from koubei_pdf.pages.balance import balance
from koubei_pdf.pages.flow import Column, Flow, FlowBlock, FlowResult, PlacedLine
from koubei_pdf.pages.grid import EM_ASCENT
from koubei_pdf.pages.runaround import Around, Obstacle, Space
from koubei_pdf.text.prepare import prepare

from ..text.ink import cells
from .press import EM, HEAD, LEFT, ROW, Press, book_of, codes, finding, items, lines, row_of
from .test_placing import BODY, HEADING, LARGE, PLACE, whole

GRID = Grid(EM, ROW, 24, 20, HEAD, 20.0)
LEAST = 8
ROWS = 20

#: Characters of each block; a heading is a negative number.
BLOCKS = st.lists(
    st.integers(1, 200) | st.integers(1, 200) | st.integers(-30, -1), min_size=1, max_size=12
)
#: The same, so short that two columns hold it all, without headings in a row or at the end.
SHORT = st.lists(st.integers(1, 80) | st.integers(-14, -1), min_size=1, max_size=8).filter(
    lambda lengths: lengths[-1] > 0 and all(max(pair) > 0 for pair in pairwise(lengths))
)
NUMBERS = st.floats(0, 500, allow_nan=False)


@st.composite
def obstacles(draw: st.DrawFn) -> tuple[Obstacle, ...]:
    """One to three boxes or stacks of rectangles anywhere on the page."""
    found = []
    for number in range(draw(st.integers(1, 3))):
        is_box = draw(st.booleans())
        x, y = draw(NUMBERS), draw(st.floats(20, 360))
        rects = []
        for _ in range(1 if is_box else draw(st.integers(1, 12))):
            width, height = draw(st.floats(1, 250)), draw(st.floats(2, 90))
            left = x if is_box else x + draw(st.floats(-40, 40))
            rects.append(Rect(left, y, left + width, y + height))
            y += height
        clearance = draw(st.sampled_from([0.0, 3.0, 7.0, 10.0, 14.2]))
        found.append(Obstacle(f"o{number}", 2, tuple(rects), clearance, is_box))
    return tuple(found)


WIDTHS = st.lists(st.sampled_from([100.0, 140.0, 147.3, 220.0]), min_size=1, max_size=3)


def flow_around(
    lengths: list[int],
    widths: list[float],
    around: tuple[Obstacle, ...],
    shelf: FontShelf,
    heading: ParagraphStyle = HEADING,
    outer_is_left: bool = False,
) -> Flow:
    blocks = []
    for length in lengths:
        style = BODY if length > 0 else heading
        prepared, _ = prepare([Run("国" * abs(length), PLACE)], lambda _: "song", shelf)
        blocks.append(FlowBlock(prepared, style, style.name, length < 0))
    columns, x = [], 20.0
    for width in widths:
        way = Around(around, GRID, LEAST, outer_is_left)
        columns.append(Column(2, x, width, 0.0, ROWS, 0, way))
        x += width + 20
    return Flow(blocks, columns)


def boxes(flow: Flow, result: FlowResult) -> list[tuple[PlacedLine, Rect]]:
    """The em boxes of all placed lines, as wide as their measure."""
    found = []
    for line in result.lines:
        assert isinstance(line, PlacedLine)
        style, column = flow.blocks[line.block].style, flow.columns[line.column]
        y = HEAD + line.row * ROW + EM_ASCENT * EM - EM_ASCENT * style.size
        x = column.x + line.offset
        width = line.line.measure * style.size
        found.append((line, Rect(x, y, x + width, y + style.size)))
    return found


def distance(one: Rect, other: Rect) -> float:
    """From edge to edge; 0 where they touch or overlap."""
    across = max(one.x0 - other.x1, other.x0 - one.x1, 0.0)
    down = max(one.y0 - other.y1, other.y0 - one.y1, 0.0)
    return hypot(across, down)


@settings(max_examples=300)
@given(
    lengths=BLOCKS,
    widths=WIDTHS,
    around=obstacles(),
    heading=st.sampled_from([HEADING, LARGE]),
    outer=st.booleans(),
    level=st.booleans(),
)
def test_lines_keep_clear_of_obstacles(
    square: FontShelf,
    lengths: list[int],
    widths: list[float],
    around: tuple[Obstacle, ...],
    heading: ParagraphStyle,
    outer: bool,
    level: bool,
) -> None:
    flow = flow_around(lengths, widths, around, square, heading, outer)
    rows = [ROWS] * len(widths)
    result = balance(flow, rows, [True] * len(widths))[0] if level else flow.place(rows)
    # Nothing is lost, and nothing changes its order.
    assert whole(flow, result) == ["国" * abs(length) for length in lengths]
    places = [(line.column, line.row) for line in result.lines]
    assert places == sorted(set(places))
    set_lines = boxes(flow, result)
    for line, box in set_lines:
        column = flow.columns[line.column]
        for obstacle in around:
            for rect in obstacle.rects:
                assert not box.intersection(rect)
                assert distance(box, rect) >= obstacle.clearance - 0.01
        # On the grid and in its column; in no sliver, and on the column's own 字.
        if flow.blocks[line.block].style is BODY:
            assert line.row == pytest.approx(round(line.row), abs=1e-6)
        assert -0.01 <= line.row <= ROWS - 1 + 0.01
        assert box.x0 >= column.x - 0.01
        assert box.x1 <= column.x + column.width + 0.01
        if box.width < column.width - 0.01:
            assert box.width >= LEAST * EM - 0.01
            assert box.width / EM == pytest.approx(round(box.width / EM), abs=1e-6)
            edges = (line.offset / EM, (column.x + column.width - box.x1) / EM)
            assert any(abs(edge - round(edge)) < 1e-6 for edge in edges)
    for (_, one), (_, other) in combinations(set_lines, 2):
        assert not one.intersection(other)


@settings(max_examples=200)
@given(lengths=BLOCKS, widths=WIDTHS, around=obstacles())
def test_a_row_that_could_hold_a_line_is_not_left_empty(
    square: FontShelf, lengths: list[int], widths: list[float], around: tuple[Obstacle, ...]
) -> None:
    """Of paragraphs alone: every row before the last one used has its line, or has no room."""
    flow = flow_around([abs(length) for length in lengths], widths, around, square)
    result = flow.place([ROWS] * len(widths))
    used = {(line.column, round(line.row)) for line in result.lines}
    last = max(used, default=(0, -1))
    for column in range(len(widths)):
        for row in range(ROWS):
            if (column, row) <= last and (column, row) not in used:
                assert flow.space(column, row, EM) is None


@settings(max_examples=200)
@given(lengths=SHORT, widths=WIDTHS, around=obstacles())
def test_a_heading_stands_right_above_two_lines_of_its_text(
    square: FontShelf, lengths: list[int], widths: list[float], around: tuple[Obstacle, ...]
) -> None:
    """The last column is out of all obstacles' reach, so that there always is such a place."""
    flow = flow_around(lengths, widths, around, square)
    last = Column(2, 2000.0, 220.0, 0.0, 60, 0, flow.columns[0].around)
    result = Flow(flow.blocks, [*flow.columns, last]).place([ROWS] * len(widths) + [60])
    assert not result.overset
    for before, *below in zip(result.lines, result.lines[1:], result.lines[2:], strict=False):
        if not flow.blocks[before.block].keep or below[0].block == before.block:
            continue
        if not flow.blocks[below[0].block].keep:
            count = 2 if below[0].block == below[1].block else 1
            places = [(line.column, line.row - before.row) for line in below[:count]]
            assert places == [(before.column, 1 + number) for number in range(count)]


@pytest.mark.parametrize(
    ("x0", "x1", "outer_is_left", "offset", "width"),
    [
        # A column of 22 字: 8 at the left and 10 at the right of an obstacle with 1 字 clearance.
        (90, 110, False, 120, 100),
        (110, 130, False, 0, 100),
        # As wide at both sides: the page's outer one.
        (100, 120, False, 130, 90),
        (100, 120, True, 0, 90),
        # 7 字 are no measure.
        (75, 145, False, None, None),
        # What touches a column by its clearance alone narrows it too, by whole 字.
        (-20, 5, False, 20, 200),
        (226, 260, False, 0, 210),
        (-20, -10, False, 0, 220),
    ],
)
def test_a_line_stands_on_the_wider_side(
    x0: float, x1: float, outer_is_left: bool, offset: float | None, width: float | None
) -> None:
    around = Around((Obstacle("o", 2, (Rect(x0, 0, x1, 50),), 10),), GRID, 8, outer_is_left)
    expected = None if offset is None or width is None else Space(offset, width)
    assert around.space(0, 220, 20, 30) == expected


@pytest.mark.parametrize(
    ("y", "is_box", "reach"), [(50, True, 10), (53, True, 10), (56, False, 8), (60, True, None)]
)
def test_a_contour_keeps_its_clearance_as_the_crow_flies(
    y: float, is_box: bool, reach: float | None
) -> None:
    obstacle = Obstacle("o", 2, (Rect(30, 0, 60, 50),), 10, is_box)
    shadow = obstacle.shadow(y, y + 10)
    assert shadow == (None if reach is None else pytest.approx((30 - reach, 60 + reach)))


# ------------------------------------------------------------------------ as the program does it

COPY = "\n\n".join(["国" * 150, "## 题", "国" * 130])
QUOTE = (
    '  quote: {kind: text, page: 2, box: [8, 5, 16, 12], text: "{quotes.1}", style: flush,'
    " runaround: box, clearance: CLEAR}\n"
    "  body: {kind: body, page: 2, box: [0, 0, 24, 20], columns: 1}"
)


@pytest.mark.parametrize("clearance", [0, 0.5, 1, 2])
def test_copy_runs_around_a_pull_quote(press: Press, square: FontShelf, clearance: float) -> None:
    """It is as high as its text, whatever its frame is; both of its sides are as wide, and the
    outer one is the right one here."""
    frames = QUOTE.replace("CLEAR", str(clearance)).replace("[8,", "[7,").replace("16,", "17,")
    frames = frames.replace("columns: 1", "least_measure: 4")
    book = book_of(press.spread(frames, copy=COPY, head="quotes: [甲乙丙丁戊己庚辛壬癸甲乙]"))
    quote = [run for run in items(book, 3, "quote") if isinstance(run, GlyphRun)]
    area = Rect(20 + 70, quote[0].y - 8.8, 20 + 170, quote[-1].y + 1.2)
    text = [run for run in items(book, 3, "body") if isinstance(run, GlyphRun)]
    for run in text:
        ink = cells([run], square)
        box = Rect(ink[0].ink_left, run.y - 8.8, ink[-1].ink_right, run.y + 1.2)
        assert distance(box, area) >= clearance * EM - 0.01
        assert not box.intersection(area)
    beside = [run for run in text if area.y0 < run.y < area.y1]
    assert len(beside) == 2
    assert all(run.x >= area.x1 for run in beside)
    rows = [row_of(run.y) for run in text]
    assert rows == pytest.approx([round(row) for row in rows], abs=0.01 / ROW)


def test_a_quote_across_the_gutter_of_two_columns(press: Press) -> None:
    """Both columns are flush at it, in the same rows."""
    frames = (
        '  quote: {kind: text, page: 2, box: [9, 5, 15, 9], text: "{quotes.1}", style: flush,'
        " runaround: box, clearance: 0.5}\n"
        "  body: {kind: body, page: 2, box: [0, 0, 24, 20], columns: 2, gap: 2, least_measure: 5,"
        " balance: true}"
    )
    made = press.spread(frames, copy="国" * 260, head="quotes: [甲乙丙丁戊己庚辛壬癸甲乙]")
    found = lines(book_of(made), 3)
    beside = [(x, row_of(y)) for x, y, text in found if len(text) == 8]
    assert beside == [(20, pytest.approx(row)) for row in (5, 6)] + [
        (20 + 160, pytest.approx(row)) for row in (5, 6)
    ]
    last = [max(row_of(y) for x, y, _ in found if (x > 140) is right) for right in (False, True)]
    assert abs(last[0] - last[1]) <= 1.001


def test_an_empty_frame_is_no_obstacle(press: Press) -> None:
    frames = QUOTE.replace("CLEAR", "1")
    found = lines(book_of(press.spread(frames, copy="国" * 400)), 3)
    assert {len(text) for _, _, text in found[1:-1]} == {24}


def test_a_circle_of_body_and_obstacle_is_reported(press: Press) -> None:
    frames = QUOTE.replace("CLEAR", "1").replace("[8, 5,", "[8, body+1,")
    made = press.spread(frames, copy="国" * 20, head="quotes: [甲]")
    assert "T012" in codes(made)
    assert finding(made, "T012").facts["frame"] == "quote"


@pytest.mark.parametrize("value", ["-1", "21", "abc"])
def test_a_clearance_out_of_bounds_is_reported(press: Press, value: str) -> None:
    made = press.spread(QUOTE.replace("CLEAR", value), copy="国")
    assert [code[0] for code in codes(made)] == ["M"]


def test_headings_and_lists_beside_an_obstacle_are_narrower(press: Press) -> None:
    frames = (
        "  bar: {kind: fill, page: 2, box: [0, 0, 10, 10], colour: red, runaround: box}\n"
        "  body: {kind: body, page: 2, box: [0, 0, 24, 20]}"
    )
    copy = "## " + "题" * 20 + "\n\n" + "国" * 30 + "\n\n- " + "项" * 20
    book = book_of(press.spread(frames, copy=copy))
    assert [(x, text) for x, _, text in lines(book, 3, "heading")] == [
        (130, "题" * 13),
        (130, "题" * 7),
    ]
    assert lines(book, 3, "item") == [
        (150, pytest.approx(HEAD + 15 * 5 + 8.8), "项" * 11),
        (150, pytest.approx(HEAD + 15 * 6 + 8.8), "项" * 9),
    ]
    assert LEFT[False] == 20


BESIDE = (
    "  bar: {{kind: fill, page: 2, box: [0, 0, {wide}, 4], colour: red, runaround: box,"
    " clearance: 0}}\n  body: {{kind: body, page: 2, box: [0, 0, 24, 20]}}"
)


@pytest.mark.parametrize("rows", [1, 5])
def test_a_table_is_as_wide_as_all_of_its_rows_are_left(press: Press, rows: int) -> None:
    """Also below the obstacle: its columns do not jump."""
    copy = "国国\n\n| 甲 | 乙 |\n| - | - |\n" + "| 丙 | 丁 |\n" * rows + "\n国国"
    book = book_of(press.spread(BESIDE.format(wide=10), copy=copy))
    assert [row_of(y) for _, y, _ in lines(book, 3, "table-head")] == pytest.approx([1, 1])
    cells = lines(book, 3, "table")
    assert [row_of(y) for _, y, _ in cells[::2]] == pytest.approx(list(range(2, 2 + rows)))
    assert {(x, text) for x, _, text in cells} == {(120, "丙"), (250, "丁")}
    for rule in items(book, 3, "table-rule"):
        assert isinstance(rule, Fill)
        assert (rule.rect.x0, rule.rect.x1) == (120, 260)
    x, y, _ = lines(book, 3)[-1]
    assert (row_of(y), x) == (pytest.approx(2 + rows), 140 if rows == 1 else 40)


def test_a_table_that_needs_more_than_there_is_stands_below_and_that_is_told(press: Press) -> None:
    """A word of 20 letters is 10 字 wide; with a column of 3 and the gap it needs more than 14."""
    copy = f"国国\n\n| 甲 | {'a' * 20} |\n| - | - |\n| 丙丙丙 | 丁 |\n"
    made = press.spread(BESIDE.format(wide=10), copy=copy)
    assert made.book is not None
    assert [row_of(y) for _, y, _ in lines(made.book, 3, "table-head")] == pytest.approx([4, 4])
    fault = finding(made, "T127")
    assert (fault.facts["rows"], fault.facts["page"], fault.span.line) == ("3", "3", 8)
    assert codes(press.spread(BESIDE.format(wide=9), copy=copy)) == []


def test_a_table_that_goes_on_to_the_next_frame_leaves_a_gap_too(press: Press) -> None:
    """Rows 1 to 7 stay empty in the first frame."""
    frames = BESIDE.format(wide=10).replace("0, 0, 10, 4", "0, 3, 10, 8").replace("20]", "8]")
    more = "\n  next: {kind: body, page: 2, box: [0, 10, 24, 20]}"
    copy = f"国国\n\n| 甲 | {'a' * 20} |\n| - | - |\n" + "| 丙丙丙 | 丁 |\n" * 2
    made = press.spread(frames + more, copy=copy)
    assert made.book is not None
    assert [row_of(y) for _, y, _ in lines(made.book, 3, "table-head")] == pytest.approx([10, 10])
    assert finding(made, "T127").facts["rows"] == "7"


def test_empty_rows_that_no_line_could_take_are_not_told(press: Press) -> None:
    copy = f"国国\n\n| 甲 | {'a' * 20} |\n| - | - |\n| 丙丙丙 | 丁 |\n"
    assert codes(press.spread(BESIDE.format(wide=17), copy=copy)) == []


def test_a_table_that_is_parted_begins_anew_beside_an_obstacle(press: Press) -> None:
    """Too high to stay whole, it is as wide as its column above, and narrower beside the bar."""
    frames = BESIDE.format(wide=10).replace("0, 0, 10, 4", "0, 6, 10, 12").replace("20]", "9]")
    more = "\n  next: {kind: body, page: 2, box: [0, 13, 24, 20]}"
    copy = "国国\n\n| 甲 | 乙 |\n| - | - |\n" + "| 丙 | 丁 |\n" * 10
    book = book_of(press.spread(frames + more, copy=copy))
    heads = [(round(row_of(y)), x) for x, y, text in lines(book, 3, "table-head") if text == "甲"]
    assert heads == [(1, 20), (6, 120), (13, 20)]
    found = [(round(row_of(y)), x) for x, y, text in lines(book, 3, "table") if text == "丙"]
    assert found == [(row, 20) for row in range(2, 6)] + [(7, 120), (8, 120)] + [
        (row, 20) for row in range(14, 18)
    ]


def test_a_drop_initial_stands_beside_lines_of_one_measure(press: Press) -> None:
    press.style("opening: {font: song, size: 10pt, initial: 3}")
    frames = (
        "  bar: {kind: fill, page: 2, box: [12, 0, 24, 2], colour: red, runaround: box,"
        " clearance: 0}\n"
        "  body: {kind: body, page: 2, box: [0, 0, 24, 20], first: opening}"
    )
    book = book_of(press.spread(frames, copy="国" * 100))
    found = lines(book, 3)
    assert [row_of(y) for _, y, _ in found][:3] == pytest.approx([2, 3, 4])
    assert len({x for x, _, _ in found[:3]}) == 1


def test_an_obstacle_across_the_gutter_stands_on_both_pages(press: Press) -> None:
    """A picture of 120 × 60 pt shown whole, 60 pt on either page, in a frame that is wider."""
    press.drawing("articles/p.svg", 120, 60)
    frames = (
        "  picture: {kind: picture, page: 1, box: [16, 0, 8, 4.33], across: true, fit: whole,"
        " runaround: box, clearance: 0}\n"
        "  body: {kind: body, page: 1, box: [0, 0, 24, 5]}\n"
        "  more: {kind: body, page: 2, box: [0, 0, 24, 20]}"
    )
    made = press.spread(frames, copy="国" * 300, head="pictures: [{file: p.svg}]")
    book = book_of(made)
    # The left page's type area ends 20 pt before the fold, the right one's begins 20 pt after it.
    assert [len(text) for _, _, text in lines(book, 2)][1:4] == [20, 20, 20]
    assert [x for x, _, _ in lines(book, 3)][:4] == [60, 60, 60, 60]
    assert [x for x, _, _ in lines(book, 3)][4] == 20
