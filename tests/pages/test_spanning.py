"""Headings across all columns: what stands above them ends level, the copy goes on below."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.style import ParagraphStyle
from koubei_pdf.pages.balance import ROWS_OF_ALL
from koubei_pdf.pages.blocks import Column, PlacedLine
from koubei_pdf.pages.spanning import Parts
from koubei_pdf.pages.strays import Setting, ways

from .press import Press, book_of, codes, lines, row_of, text_of
from .story_blocks import Block
from .story_rooms import Lane
from .story_ways import Shape, can_be_level
from .test_placing import GRID, HEADING, LARGE, flow_of

#: Characters of blocks; negative ones are spanning headings.
BLOCKS = st.lists(
    st.integers(1, 70) | st.integers(1, 70) | st.integers(-24, -1), min_size=1, max_size=10
)
FRAMES = st.lists(st.tuples(st.integers(1, 3), st.integers(2, 12)), min_size=1, max_size=3)


@settings(max_examples=300)
@given(
    lengths=BLOCKS,
    frames=FRAMES,
    style=st.sampled_from([HEADING, LARGE]),
    balanced=st.booleans(),
    spared=st.booleans(),
)
def test_parts_stand_below_each_other(
    square: FontShelf,
    lengths: list[int],
    frames: list[tuple[int, int]],
    style: ParagraphStyle,
    balanced: bool,
    spared: bool,
) -> None:
    blocks = [replace(b, spans=b.keep) for b in flow_of(lengths, 1, square, style).blocks]
    columns = [
        Column(2, 120.0 * n, 100.0, 20.0 * frame, rows, frame)
        for frame, (count, rows) in enumerate(frames)
        for n in range(count)
    ]
    parts = Parts(blocks, columns, [balanced] * len(columns))
    made = list((parts.spared(ways) if spared else parts.plain()).settings)
    assert _texts(made) == ["国" * abs(length) for length in lengths]
    boxes = [box for setting in made for box in _boxes(setting)]
    assert all(not one.intersection(other) for one, other in combinations(boxes, 2))
    for number, setting in enumerate(made):
        is_heading = setting.flow.blocks[0].spans
        for line in setting.result.lines:
            column = setting.flow.columns[line.column]
            row = column.top + line.row
            assert row == pytest.approx(round(row), abs=1e-6) or style is LARGE
            frame_rows = frames[column.frame][1]
            assert -0.01 <= row - 20 * column.frame <= frame_rows - 1 + 0.01
        if setting.result.overset:
            later = made[number + 1 :]
            assert all(not one.result.lines for one in later)
        elif not is_heading and number < len(made) - 1:
            # What stands above a heading ends level in its last frame.
            last = setting.flow.columns[setting.result.lines[-1].column].frame
            feet = [
                used
                for column, used in zip(setting.flow.columns, setting.result.used, strict=True)
                if column.frame == last
            ]
            while sum(feet) < ROWS_OF_ALL * len(feet) and not feet[-1]:
                feet.pop()
            # Columns further apart are a lesser evil than lines alone.
            assert max(feet) - min(feet) <= 1 or not _can_be_level(
                setting, last, is_headed=number > 0
            )
        elif is_heading and number + 1 < len(made) and made[number + 1].result.lines:
            # The text of a heading begins right below it, if any frame had room for that.
            (column,) = setting.flow.columns
            foot = setting.result.lines[-1].row + 1 + style.after
            if column.rows >= foot + 2:
                first = made[number + 1].result.lines[0]
                below = made[number + 1].flow.columns[first.column]
                assert below.frame == column.frame
                assert below.top + first.row == pytest.approx(column.top + foot)


def _can_be_level(setting: Setting, last: int, *, is_headed: bool) -> bool:
    """Whether copy can end level in frame `last` with no line alone: all ways are tried.

    is_headed: it begins in the frame of the heading above it.
    """
    columns = [column for column in setting.flow.columns if column.frame <= last]
    blocks = [Block(block.prepared, block.style) for block in setting.flow.blocks]
    lanes = [Lane(0, column.x, column.width, GRID) for column in columns]
    level = [column.frame == last for column in columns]
    rows = [column.rows for column in columns]
    below = sum(column.frame == columns[0].frame for column in columns) if is_headed else 0
    return can_be_level(blocks, Shape(rows, level, [0] * len(columns), lanes, first=below))


def _texts(made: list[Setting]) -> list[str]:
    """The text of each block, from placed and overset lines."""
    found: list[str] = []
    for setting in made:
        texts = [""] * len(setting.flow.blocks)
        placed = [(p.block, p.line) for p in setting.result.lines if isinstance(p, PlacedLine)]
        for block, line in placed + list(setting.result.overset):
            texts[block] += setting.flow.blocks[block].prepared.text[line.start : line.end]
        found += texts
    return found


def _boxes(setting: Setting) -> list[Rect]:
    """The rows that lines take, in em and rows."""
    found = []
    for line in setting.result.lines:
        assert isinstance(line, PlacedLine)
        style = setting.flow.blocks[line.block].style
        column = setting.flow.columns[line.column]
        foot = column.top + line.row + 1
        found.append(Rect(column.x, foot - style.rows, column.x + column.width, foot))
    return found


def test_a_heading_goes_on_with_a_text_that_would_leave_a_line_alone(square: FontShelf) -> None:
    """Two rows are left below the heading, and its text has three lines."""
    blocks = [replace(b, spans=b.keep) for b in flow_of([10, -3, 30], 1, square).blocks]
    columns = [Column(2, 0.0, 100.0, 0.0, 5, 0), Column(2, 0.0, 100.0, 20.0, 5, 1)]
    made = Parts(blocks, columns, [False, False]).spared(ways).settings
    frames = [s.flow.columns[line.column].frame for s in made for line in s.result.lines]
    assert frames == [0, 1, 1, 1, 1]


def test_a_heading_is_not_left_for_the_sake_of_a_single_line(square: FontShelf) -> None:
    """The same, and the next frame has no room for the heading besides."""
    blocks = [replace(b, spans=b.keep) for b in flow_of([10, -3, 30], 1, square).blocks]
    columns = [Column(2, 0.0, 100.0, 0.0, 5, 0), Column(2, 0.0, 100.0, 20.0, 3, 1)]
    made = Parts(blocks, columns, [False, False]).spared(ways).settings
    frames = [s.flow.columns[line.column].frame for s in made for line in s.result.lines]
    assert frames == [0, 0, 0, 0, 1]


def test_what_one_part_takes_another_may_lack(square: FontShelf) -> None:
    """Without a line alone the first part takes a row that the last one lacks; that is spared."""
    blocks = [replace(b, spans=b.keep) for b in flow_of([30, -3, 30, 20, 20], 2, square).blocks]
    columns = [Column(2, 120.0 * n, 100.0, 0.0, 8, 0) for n in range(2)]
    parts = Parts(blocks, columns, [False, False])
    assert [len(setting.strays) for setting in parts.plain().settings] == [1, 0, 1]
    assert [len(setting.strays) for setting in parts.spared(ways).settings] == [1, 0, 0]


FRAME = "  body: {kind: body, page: 2, box: [0, 0, 24, 20], columns: 2, gap: 2OPTIONS}"


def test_a_heading_is_as_wide_as_its_frame(press: Press) -> None:
    copy = "国" * 64 + "\n\n## " + "题" * 20 + "\n\n" + "国" * 20 + "\n\n### 小\n\n" + "国" * 20
    made = press.spread(FRAME.replace("OPTIONS", ", spanning: true, balance: true"), copy=copy)
    book = book_of(made)
    assert [(x, row_of(y), text) for x, y, text in lines(book, 3, "heading")] == [
        (20, pytest.approx(4), "题" * 20),
        (150, pytest.approx(5), "小"),
    ]
    rows = [(x > 145, round(row_of(y))) for x, y, _ in lines(book, 3)]
    above = [one for one in rows if one[1] < 4]
    assert above == [(False, 0), (False, 1), (False, 2), (True, 0), (True, 1), (True, 2)]
    assert text_of(book, (3,)) == "国" * 104


def test_without_the_option_headings_stay_in_their_columns(press: Press) -> None:
    copy = "国" * 64 + "\n\n## " + "题" * 20 + "\n\n" + "国" * 40
    book = book_of(press.spread(FRAME.replace("OPTIONS", ""), copy=copy))
    assert [text for _, _, text in lines(book, 3, "heading")] == ["题" * 11, "题" * 9]


def test_a_heading_without_room_for_two_lines_begins_the_next_frame(press: Press) -> None:
    frames = (
        "  body: {kind: body, page: 1, box: [0, 0, 24, 5], columns: 2, gap: 2, spanning: true}\n"
        "  more: {kind: body, page: 2, box: [0, 0, 24, 20], columns: 2, gap: 2}"
    )
    copy = "国" * 42 + "\n\n## 题\n\n" + "国" * 60
    book = book_of(press.spread(frames, copy=copy))
    assert [row_of(y) for _, y, _ in lines(book, 3, "heading")] == [pytest.approx(0)]
    assert len(lines(book, 2)) == 4


def test_what_does_not_fit_is_counted_over_all_parts(press: Press) -> None:
    frame = FRAME.replace("OPTIONS", ", spanning: true").replace("24, 20]", "24, 4]")
    copy = "国" * 100 + "\n\n## 题\n\n" + "国" * 20
    made = press.spread(frame, copy=copy)
    assert codes(made) == ["T001"]
    (fault,) = made.diagnostics
    # Ten lines in eight, the heading, two lines.
    assert fault.facts["lines"] == "5"


#: Three columns of 6 字, a quotation in the middle one over rows 6 to 11.
HEMMED = (
    "  body: {kind: body, page: 2, box: [0, 0, 22, 20], columns: 3, gap: 2, spanning: true,"
    " least_measure: 4}\n"
    "  block: {kind: fill, page: 2, box: [8, 6, 14, 12], colour: blue, runaround: box}"
)


@pytest.mark.parametrize("above", range(10, 130, 7))
def test_a_heading_beside_an_obstacle_stands_in_its_column(press: Press, above: int) -> None:
    """Wherever it comes to stand, its copy begins right below its beginning."""
    copy = "\n\n".join(["国" * above, "## 题题", "甲" + "国" * 40, "## 目目", "乙" + "国" * 30])
    made = press.spread(HEMMED, copy=copy)
    assert set(codes(made)) <= {"T071", "T072"}
    assert made.book is not None
    heads, found = lines(made.book, 3, "heading"), lines(made.book, 3)
    assert [text for _, _, text in heads] == ["题题", "目目"]
    for (x, y, _), first in zip(heads, "甲乙", strict=True):
        at_x, at_y, _ = next(line for line in found if line[2].startswith(first))
        # Copy has an indent of two em; below a heading it stands on the next row.
        assert (at_x - 20, row_of(at_y) - row_of(y)) == (pytest.approx(x), pytest.approx(1))


def test_a_heading_clear_of_an_obstacle_goes_across(press: Press) -> None:
    copy = "国" * 40 + "\n\n## " + "题" * 20 + "\n\n" + "国" * 60
    book = book_of(press.spread(HEMMED.replace("8, 6, 14, 12", "8, 14, 14, 20"), copy=copy))
    assert [text for _, _, text in lines(book, 3, "heading")] == ["题" * 20]
