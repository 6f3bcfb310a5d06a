"""The copy on its pages: columns, pages, the baseline grid."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import GlyphRun

from ..text.ink import cells
from .press import (
    EM,
    HEAD,
    LEFT,
    TWO_BY_TWO,
    Press,
    book_of,
    codes,
    copy,
    items,
    lines,
    random_book_of,
    row_of,
    text_of,
)


def test_copy_runs_from_column_to_column_and_page_to_page(press: Press) -> None:
    book = book_of(press.spread(TWO_BY_TWO, copy=copy(11 * 12 - 2)))
    assert lines(book, 2) == [
        (60 if row == 0 else 40, HEAD + 15 * row + 8.8, "国" * (9 if row == 0 else 11))
        for row in range(5)
    ] + [(170, HEAD + 15 * row + 8.8, "国" * 11) for row in range(5)]
    assert lines(book, 3) == [(20, HEAD + 15 * row + 8.8, "国" * 11) for row in (2, 3)]


def test_paragraphs_are_indented_two_em(press: Press) -> None:
    book = book_of(press.spread(TWO_BY_TWO, copy=copy(20, 20)))
    assert [x for x, _, _ in lines(book, 2)] == [60, 40, 60, 40]


@pytest.mark.parametrize(("narrow", "indent"), [(11, 20), (11.5, 10)])
def test_in_narrow_columns_two_em_are_one(press: Press, narrow: float, indent: int) -> None:
    """CLREQ 6.2.1.1; columns of 11 em are narrow below 11.5, not below 11."""
    house = (press.folder / "layouts/house.yaml").read_text(encoding="utf-8")
    press.write("layouts/house.yaml", f"{house}typography: {{narrow: {narrow}}}\n")
    book = book_of(press.spread(TWO_BY_TWO, copy=copy(20, 20)))
    found = [x for x, _, _ in lines(book, 2)]
    assert found == [40 + indent, 40, 40 + indent, 40]


@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    counts=st.lists(st.integers(1, 60), min_size=1, max_size=9), heads=st.sets(st.integers(0, 8))
)
def test_every_line_of_copy_is_on_the_grid_of_the_spread(
    press: Press, counts: list[int], heads: set[int]
) -> None:
    """Both columns and both pages share one grid; nothing is lost, no two lines in one place."""
    blocks = ["国" * count for count in counts]
    text = "\n\n".join(
        f"## 题\n\n{block}" if number in heads else block for number, block in enumerate(blocks)
    )
    made = press.spread(
        "  body: {kind: body, page: 1, box: [0, 0, 24, 20], columns: 2, gap: 2}\n"
        "  more: {kind: body, page: 2, box: [0, 0, 24, 20], columns: 2, gap: 2, balance: true}",
        copy=text,
    )
    book = random_book_of(made)
    assert text_of(book, (2, 3)) == "".join(blocks)
    places = set()
    for page in (2, 3):
        for x, y, line in lines(book, page, "body") + lines(book, page, "heading"):
            assert row_of(y) == pytest.approx(round(row_of(y)), abs=0.01 / 15)
            assert 0 <= round(row_of(y)) < 20
            column = (page, x > 130, round(row_of(y)))
            assert column not in places, line
            places.add(column)


@pytest.mark.parametrize("style", ["before: 0.5", "after: 0.5", "rows: 1.5", "leading: 22pt"])
def test_headings_of_any_height_keep_the_copy_on_the_grid(press: Press, style: str) -> None:
    press.style(f"odd: {{font: song, size: 14pt, align: left, {style}}}")
    made = press.spread(
        "  body: {kind: body, page: 2, box: [0, 0, 24, 20], heading: odd}",
        copy="国国\n\n## 题\n\n国国\n\n## 题题题题题题题题题题题题题题题题题题题题\n\n国国",
    )
    rows = [row_of(y) for _, y, _ in lines(book_of(made), 3)]
    assert rows == pytest.approx([round(row) for row in rows], abs=0.001)


@pytest.mark.parametrize("count", [20, 40, 60, 150])
def test_a_large_first_paragraph_leaves_the_copy_on_the_grid(press: Press, count: int) -> None:
    """12 pt on 1½ rows, over both columns or not: what follows stands on whole rows."""
    made = press.spread(
        "  body: {kind: body, page: 2, box: [0, 0, 24, 16], columns: 2, gap: 2, first: large}",
        copy=copy(count, 15),
    )
    book = book_of(made)
    rows = [
        row_of(run.y)
        for run in items(book, 3, "body")
        if isinstance(run, GlyphRun) and run.size == EM
    ]
    assert rows == pytest.approx([round(row) for row in rows], abs=0.001)


def test_lines_are_flush_in_both_columns_of_both_pages(press: Press, square: FontShelf) -> None:
    text = "国国国国国，国国国“国国国国”国，国国国A国国国国国国5%国国。" * 12
    book = book_of(press.spread(TWO_BY_TWO, copy=text))
    ends: dict[tuple[int, float], list[float]] = {}
    for page in (2, 3):
        for run in items(book, page, "body"):
            assert isinstance(run, GlyphRun)
            left = LEFT[page == 2] + (130 if run.x > 130 else 0)
            ends.setdefault((page, left), []).append(cells([run], square)[-1].ink_right)
    assert set(ends) == {(2, 40), (2, 170), (3, 20), (3, 150)}
    ends[(3, 150)].pop()  # the paragraph's last line
    for (_, column), found in ends.items():
        assert found == pytest.approx([column + 110] * len(found), abs=0.01)


def test_balanced_columns_stand_on_the_foot(press: Press) -> None:
    made = press.spread(
        "  body: {kind: body, page: 2, box: [0, 0, 24, 10], columns: 2, gap: 2, balance: true,"
        " valign: bottom}",
        copy=copy(11 * 7 - 2),
    )
    found = [(x > 100, row_of(y)) for x, y, _ in lines(book_of(made), 3)]
    assert found == [(False, pytest.approx(row)) for row in (6, 7, 8, 9)] + [
        (True, pytest.approx(row)) for row in (6, 7, 8)
    ]


@pytest.mark.parametrize(("count", "feet"), [(40, [14] * 4), (41, [15, 14, 14, 14])])
def test_columns_of_facing_pages_end_level(press: Press, count: int, feet: list[int]) -> None:
    """Where the left page's begin ten rows lower."""
    made = press.spread(
        "  body: {kind: body, page: 1, box: [0, 10, 24, 20], columns: 2, gap: 2, balance: true}\n"
        "  more: {kind: body, page: 2, box: [0, 0, 24, 20], columns: 2, gap: 2, balance: true}",
        copy=copy(11 * count - 2),
    )
    book = book_of(made)
    found: dict[tuple[int, bool], float] = {}
    for page in (2, 3):
        for x, y, _ in lines(book, page):
            found[page, x > 145] = row_of(y)
    assert list(found.values()) == pytest.approx(feet)


def test_copy_too_short_to_end_level_has_as_many_rows_in_each_column(press: Press) -> None:
    made = press.spread(
        "  body: {kind: body, page: 1, box: [0, 10, 24, 20], columns: 2, gap: 2, balance: true}\n"
        "  more: {kind: body, page: 2, box: [0, 0, 24, 20], columns: 2, gap: 2, balance: true}",
        copy=copy(11 * 12 - 2),
    )
    book = book_of(made)
    assert [len(lines(book, page)) for page in (2, 3)] == [6, 6]


@pytest.mark.parametrize("edge", ["title+0.5", "2.3", "trim+73pt"])
def test_a_frame_that_begins_between_rows_is_filled_on_the_grid(press: Press, edge: str) -> None:
    made = press.spread(
        '  title: {kind: text, page: 2, box: [0, 0, 24, 2], text: "{title}", style: title}\n'
        f"  body: {{kind: body, page: 2, box: [0, {edge}, 24, 6]}}",
        copy=copy(24 * 3 - 2),
    )
    rows = [row_of(y) for _, y, _ in lines(book_of(made), 3)]
    assert rows == pytest.approx([3, 4, 5])


@pytest.mark.parametrize(
    ("box", "code"),
    [
        ("[0, 5, 24, 5.4]", "T116"),
        ("[0, 5.4, 24, 6]", "T116"),
        ("[0, 5.4, 24, 6.5]", "T116"),
        ("[0, title, 24, title]", "T006"),
    ],
)
def test_a_body_frame_of_no_row_is_reported(press: Press, box: str, code: str) -> None:
    """Between two rows, or without any height."""
    made = press.spread(
        '  title: {kind: text, page: 2, box: [0, 0, 24, 2], text: "{title}", style: title}\n'
        f"  body: {{kind: body, page: 2, box: {box}}}"
    )
    assert codes(made) == [code]
    made = press.spread(
        '  title: {kind: text, page: 2, box: [0, 0, 24, 2], text: "{title}", style: title}\n'
        "  first: {kind: body, page: 1, box: [0, 0, 24, 20]}\n"
        f"  body: {{kind: body, page: 2, box: {box}}}"
    )
    # A frame that copy cannot reach is as wrong if another one holds it.
    assert codes(made) == [code]


@pytest.mark.parametrize(
    ("box", "is_beyond"),
    [
        ("[0, 0, 24, 20]", False),
        ("[0, title+1, 24, 20]", False),
        ("[0, 0, 24, 21]", True),
        ("[0, -1, 24, 20]", True),
        ("[-1, 0, 23, 20]", True),
        ("[0, 0, 25, 20]", True),
        ("[0, 0, 24, trim]", True),
    ],
)
def test_a_body_frame_stays_within_the_type_area(press: Press, box: str, is_beyond: bool) -> None:
    for page in (1, 2):
        made = press.spread(f"  body: {{kind: body, page: {page}, box: {box}}}")
        found = [one for one in made.diagnostics if one.rule.code == "T126"]
        assert len(found) == is_beyond
