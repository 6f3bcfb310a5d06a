"""Tables in the copy: columns, rows, rules, and tables that go on in other columns.

Every character of the square font is 1 em wide, letters and digits ½.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koubei_pdf.model.book import Book, Fill, GlyphRun
from koubei_pdf.model.style import Cmyk

from .press import (
    HEAD,
    ROW,
    Press,
    book_of,
    codes,
    finding,
    items,
    lines,
    random_book_of,
    row_of,
    text_of,
)

CELL = "table-cell: {font: song, size: 8pt, leading: 12pt}"
BIG_HEAD = "table-head: {font: song, size: 8pt, leading: 12pt, colour: section}"
ONE = "  body: {kind: body, page: 2, box: [0, 0, 24, 20]}"
TWO = "  body: {kind: body, page: 2, box: [0, 0, 24, 20], columns: 2, gap: 2, balance: true}"
TABLE = "| 甲 | 乙乙 |\n|---|---:|\n| 国国国 | 12 |\n| 国 | 3 |"


def texts(book: Book, role: str = "table") -> list[tuple[float, float, str]]:
    return [(run.x, run.y, run.text) for run in items(book, 3, role) if isinstance(run, GlyphRun)]


def rules(book: Book) -> list[Fill]:
    return [item for item in items(book, 3, "table-rule") if isinstance(item, Fill)]


def test_cells_stand_in_columns_on_the_grid(press: Press) -> None:
    press.style(CELL)
    book = book_of(press.spread(ONE, f"国国\n\n{TABLE}\n\n国国"))
    assert texts(book, "table-head") == [
        (20, pytest.approx(HEAD + ROW + 8.8), "甲"),
        (pytest.approx(260 - 16), pytest.approx(HEAD + ROW + 8.8), "乙乙"),
    ]
    assert [(x, row_of(y), text) for x, y, text in texts(book)] == [
        (20, pytest.approx(2), "国国国"),
        (pytest.approx(260 - 8), pytest.approx(2), "12"),
        (20, pytest.approx(3), "国"),
        (pytest.approx(260 - 4), pytest.approx(3), "3"),
    ]
    assert [row_of(y) for _, y, _ in lines(book, 3)] == pytest.approx([0, 4])


def test_rules_stand_above_and_below_the_head_and_at_the_foot(press: Press) -> None:
    """Midway between the em boxes of two rows, over the whole column, in the head's colour."""
    press.style(CELL)
    press.style(BIG_HEAD)
    found = rules(book_of(press.spread(ONE, f"国国\n\n{TABLE}")))
    middles = [(rule.rect.y0 + rule.rect.y1) / 2 for rule in found]
    assert middles == pytest.approx([HEAD + ROW * row - 2.5 for row in (1, 2, 4)])
    assert {(rule.rect.x0, rule.rect.x1) for rule in found} == {(20, 260)}
    assert all(0.2 <= rule.rect.y1 - rule.rect.y0 <= 0.5 for rule in found)
    assert {rule.ink for rule in found} == {Cmyk(0, 100, 100, 0)}


def test_decimal_points_stand_below_each_other(press: Press) -> None:
    press.style(CELL)
    table = "|甲|数|\n|-|-:|\n|国|1.5%|\n|国|12%|\n|国|3.25%|\n|国|无|"
    book = book_of(press.spread(ONE, table))
    points = {text: x + 4 * len(text.split(".")[0].rstrip("%")) for x, _, text in texts(book)}
    assert points["1.5%"] == pytest.approx(points["12%"]) == pytest.approx(points["3.25%"])
    (longest,) = [x for x, _, text in texts(book) if text == "3.25%"]
    assert longest + 5 * 4 == pytest.approx(260)
    (word,) = [x for x, _, text in texts(book) if text == "无"]
    assert word + 8 == pytest.approx(260)


def test_long_text_turns_over_within_its_column(press: Press) -> None:
    """Two lines of 12 pt; short columns keep their width."""
    press.style(CELL)
    book = book_of(
        press.spread(ONE, f"| 甲 | 乙 |\n|---|---|\n| 国国 | {'文' * 40} |\n| 国 | 文 |")
    )
    found = texts(book)
    assert [text for _, _, text in found if "国" in text] == ["国国", "国"]
    turned = [(x, y) for x, y, text in found if "文" in text]
    assert turned[1][1] - turned[0][1] == pytest.approx(12)
    assert turned[0][0] == turned[1][0] >= 20 + 16 + 15


@pytest.mark.parametrize("cells", [(1, 2, 1, 1, 2), (2, 2), (1, 3, 1), (1, 1, 1)])
def test_rows_stand_evenly_apart_and_the_table_takes_whole_rows(
    press: Press, cells: tuple[int, ...]
) -> None:
    """However many lines of 12 pt their cells have, the white between rows is the same: the 3 pt
    that rows of one line leave on the grid of 15 pt, and what the whole lacks, shared out."""
    press.style(CELL)
    rows = [f"| 国{number} | {'文' * (26 * count - 2)} |" for number, count in enumerate(cells)]
    copy = "\n".join(["国国\n", "| 甲 | 乙 |", "|---|---|", *rows, "\n国国"])
    book = book_of(press.spread(ONE, copy))
    head = max(y for _, y, _ in texts(book, "table-head"))
    first = [y for _, y, text in texts(book) if text.startswith("国")]
    last = [max(y for _, y, t in texts(book) if "文" in t and y < end) for end in (*first[1:], 999)]
    assert [round((y - z) / 12) + 1 for y, z in zip(last, first, strict=True)] == list(cells)
    between = [y - x for x, y in zip([head, *last], first, strict=False)]
    assert between == pytest.approx([between[0]] * len(cells))
    total = 15 * (1 + len(cells)) + 12 * sum(count - 1 for count in cells)
    lack = -total % 15
    assert between[0] == pytest.approx(15 + lack / (1 + len(cells)))
    assert row_of(lines(book, 3)[-1][1]) == pytest.approx(1 + (total + lack) / 15)
    foot = rules(book)[-1].rect
    assert (foot.y0 + foot.y1) / 2 == pytest.approx(HEAD + 15 + total + lack - 2.5)


def test_a_table_goes_on_in_the_next_column_below_its_head(press: Press) -> None:
    press.style(CELL)
    rows = "\n".join(f"| 国{number} | {number} |" for number in range(10))
    frame = "  body: {kind: body, page: 2, box: [0, 0, 24, 8], columns: 2, gap: 2}"
    book = book_of(press.spread(frame, f"国国\n\n| 甲 | 乙 |\n|---|---|\n{rows}"))
    heads = texts(book, "table-head")
    assert [text for _, _, text in heads] == ["甲", "乙", "甲", "乙"]
    assert [row_of(y) for _, y, _ in heads] == pytest.approx([1, 1, 0, 0])
    left = [text for x, _, text in texts(book) if x < 130]
    right = [text for x, _, text in texts(book) if x > 130]
    assert left == [part for number in range(6) for part in (f"国{number}", str(number))]
    assert right == [part for number in range(6, 10) for part in (f"国{number}", str(number))]
    assert len(rules(book)) == 6


@pytest.mark.parametrize(("below", "is_whole"), [(24, True), (48, False)])
def test_a_small_table_is_whole_where_all_columns_end_well(
    press: Press, below: int, is_whole: bool
) -> None:
    """Columns of 6 字: four lines, a head with five rows, five lines; with nine lines below it the
    columns are level only where the table is parted."""
    press.style(CELL)
    frame = TWO.replace("columns: 2, gap: 2", "columns: 3, gap: 3")
    table = "| 甲 | 乙 |\n|---|---|\n" + "\n".join(["| 国 | 国 |"] * 5)
    made = press.spread(frame, f"{'国' * 22}\n\n{table}\n\n{'国' * below}")
    assert codes(made) == []
    heads = {x for x, _, text in texts(book_of(made), "table-head") if text == "甲"}
    assert (len(heads) == 1) == is_whole


@pytest.mark.parametrize(
    ("rows", "before", "first"), [(2, 3, 0), (4, 1, 2), (3, 1, 0), (4, 0, 2), (5, 0, 3)]
)
def test_two_rows_stay_together_at_either_end(
    press: Press, rows: int, before: int, first: int
) -> None:
    """Columns of 5 rows: neither the first nor the last row of a table is left alone."""
    press.style(CELL)
    table = "| 甲 |\n|---|\n" + "\n".join(f"| 国{number} |" for number in range(rows))
    frame = "  body: {kind: body, page: 2, box: [0, 0, 24, 5], columns: 2, gap: 2}"
    copy = "\n\n".join(["国"] * (before + 1) if before else ["国"])
    book = book_of(press.spread(frame, f"{copy}\n\n{table}"))
    found = [text for x, _, text in texts(book) if x < 130 and "国" in text]
    assert found == [f"国{number}" for number in range(first)]


def test_a_heading_stays_with_the_first_row_of_its_table(press: Press) -> None:
    """Four rows: after a line there is room for the heading, its row above, and the table's head,
    but not for a row below that."""
    press.style(CELL)
    frame = "  body: {kind: body, page: 2, box: [0, 0, 24, 4], columns: 2, gap: 2}"
    book = book_of(press.spread(frame, "国国\n\n## 题\n\n| 甲 |\n|---|\n| 国 |"))
    assert [x > 130 for x, _, _ in lines(book, 3, "heading")] == [True]
    assert [row_of(y) for _, y, _ in texts(book, "table-head")] == pytest.approx([1])


def test_a_table_too_wide_is_reported_with_its_amount(press: Press) -> None:
    """Four words of 16 letters at 10 pt are 32 em; three gaps of 1½ em make 36.5."""
    word = "a" * 16
    made = press.spread(ONE, "|甲|乙|丙|丁|\n|-|-|-|-|\n" + f"|{word}" * 4 + "|")
    fault = finding(made, "T052")
    assert (fault.span.line, fault.facts) == (6, {"have": "24", "need": "36.5"})


def test_rows_that_do_not_fit_are_reported(press: Press) -> None:
    rows = "\n".join(f"| 国{number} | 文 |" for number in range(10))
    frame = "  body: {kind: body, page: 2, box: [0, 0, 24, 8]}"
    made = press.spread(frame, f"| 甲 | 乙 |\n|---|---|\n{rows}\n\n国国")
    fault = finding(made, "T001")
    assert fault.span.line == 6 + 2 + 7
    assert fault.facts["lines"] == "4"
    assert codes(made) == ["T001"]


def test_cells_hold_what_paragraphs_hold(press: Press) -> None:
    """Also an empty cell, an escaped bar, and a note, whose text stands at the end."""
    book = book_of(press.spread(ONE, "|甲|乙|\n|-|-|\n|国[^1]|  |\n|a\\|b|**文**|\n\n[^1]: 注"))
    assert "".join(text for _, _, text in texts(book)) == "国1a|b文"
    assert text_of(book, [3], "note") == "1注"


def test_a_house_without_styles_for_tables_sets_them_as_copy(press: Press) -> None:
    book = book_of(press.spread(ONE, TABLE))
    assert [x for x, _, text in texts(book) if text.startswith("国")] == [20, 20]
    assert {run.size for run in items(book, 3, "table") if isinstance(run, GlyphRun)} == {10}


CELLS = st.sampled_from(["", "国", "国国国", "3", "12.5%", "word", "文" * 9, "文，文" * 6])


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=5),
    aligns=st.tuples(*[st.sampled_from(["---", ":-:", "--:"])] * 3),
    before=st.integers(0, 40),
    after=st.integers(1, 40),
)
def test_random_tables_lose_nothing_and_stay_on_the_grid(
    press: Press,
    rows: list[tuple[str, str, str]],
    aligns: tuple[str, str, str],
    before: int,
    after: int,
) -> None:
    """Below the head and beside each other; no cell reaches into another."""
    if "table-cell" not in (press.folder / "layouts/house.yaml").read_text(encoding="utf-8"):
        press.style(CELL)
    made = ["|头|头|头|", f"|{'|'.join(aligns)}|", *(f"|{'|'.join(row)}|" for row in rows)]
    copy = "\n\n".join(["国" * before, "\n".join(made), "国" * after]).strip()
    book = random_book_of(press.spread(ONE if len(rows) > 2 else TWO, copy))
    assert "".join(text for _, _, text in texts(book)) == "".join("".join(row) for row in rows)
    assert text_of(book, [3]) == "国" * (before + after)
    for _, y, _ in lines(book, 3):
        assert row_of(y) == pytest.approx(round(row_of(y)), abs=0.001)
    boxes = []
    for role in ("body", "table-head", "table"):
        for run in items(book, 3, role):
            assert isinstance(run, GlyphRun)
            if run.text:
                width = sum(0.5 if char.isascii() else 1.0 for char in run.text) * run.size
                # Squeezed marks make a line shorter than its characters, never longer.
                short = sum(char == "，" for char in run.text) * run.size / 2
                boxes.append((run.x, run.y - 0.7 * run.size, run.x + width - short, run.y))
    for number, one in enumerate(boxes):
        assert one[0] >= 20 - 0.01
        assert one[2] <= 260.01
        for other in boxes[number + 1 :]:
            across = min(one[2], other[2]) - max(one[0], other[0])
            assert across < 0.01 or min(one[3], other[3]) - max(one[1], other[1]) < 0.01
