"""The copy on its pages: columns, pages, the baseline grid, and what does not fit."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import Fill, GlyphRun

from ..text.ink import cells
from .press import (
    EM,
    HEAD,
    LEFT,
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

#: Two columns of 11 em on each of two pages.
TWO_BY_TWO = (
    "  body: {kind: body, page: 1, box: [0, 0, 24, 5], columns: 2, gap: 2}\n"
    "  more: {kind: body, page: 2, box: [0, 2, 24, 20], columns: 2, gap: 2}"
)


def copy(*counts: int) -> str:
    """Paragraphs of so many characters."""
    return "\n\n".join("国" * count for count in counts)


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


def test_headings_quotations_and_lists_have_their_styles(press: Press) -> None:
    made = press.spread(
        "  body: {kind: body, page: 2, box: [0, 0, 24, 20], quote: quotation}",
        copy="国国\n\n## 题\n\n> 引\n\n- 甲\n- 乙\n\n1. 丙\n2. 丁",
    )
    book = book_of(made)
    assert [(x, row_of(y), text) for x, y, text in lines(book, 3, "heading")] == [
        (20, pytest.approx(2), "题")
    ]
    assert [(x, text) for x, _, text in lines(book, 3)] == [(40, "国国"), (60, "引")]
    markers, texts = lines(book, 3, "marker"), lines(book, 3, "item")
    assert [(x, text) for x, _, text in markers] == [(20, "•"), (20, "•"), (20, "1."), (20, "2.")]
    assert [(x, text) for x, _, text in texts] == [(40, text) for text in "甲乙丙丁"]


@pytest.mark.parametrize(
    ("style", "copy", "places"),
    [
        # A house without the style: what is an indent of paragraphs is the marker's room.
        ("", "- " + "国" * 30, [(20, "•"), (40, "国" * 22), (40, "国" * 8)]),
        ("item: {like: body, indent: -1, left: 3}", "- 国", [(40, "•"), (50, "国")]),
        # What has no room pushes its own line by whole em.
        ("", "10. 国", [(20, "10."), (40, "国")]),
        ("", "1000. " + "国" * 30, [(20, "1000."), (50, "国" * 21), (40, "国" * 9)]),
        ("item: {like: flush}", "- " + "国" * 25, [(20, "•"), (30, "国" * 23), (20, "国" * 2)]),
        # Lines after a hard break and further paragraphs of an item hang too.
        ("", "- 国国\\\n  口口\n\n  甲甲", [(20, "•"), (40, "国国"), (40, "口口"), (40, "甲甲")]),
        ("other: {like: body, indent: -3, left: 3}", "- 国", [(20, "•"), (50, "国")]),
    ],
)
def test_items_of_a_list_hang_beside_their_markers(
    press: Press, style: str, copy: str, places: list[tuple[float, str]]
) -> None:
    if style:
        press.style(style)
    option = ", item: other" if style.startswith("other") else ""
    made = press.spread(f"  body: {{kind: body, page: 2, box: [0, 0, 24, 20]{option}}}", copy=copy)
    found = book_of(made).pages[2].items
    runs = [run for run in found if isinstance(run, GlyphRun) and run.role in ("marker", "item")]
    assert [(run.x, run.text) for run in runs] == places


@pytest.mark.parametrize(
    ("options", "styles", "size"),
    [
        ("", [], 10),
        ("", ["subhead-2: {like: subhead, size: 9pt}"], 9),
        (", subheading: own", ["own: {like: subhead, size: 8pt}"], 8),
        (", heading: own", ["own: {like: subhead, size: 8pt}"], 8),
        (", heading: title", ["subhead-2: {like: subhead, size: 9pt}"], 9),
    ],
)
def test_headings_of_the_third_level_have_their_own_style(
    press: Press, options: str, styles: list[str], size: float
) -> None:
    for style in styles:
        press.style(style)
    made = press.spread(
        f"  body: {{kind: body, page: 2, box: [0, 0, 24, 20]{options}}}",
        copy="国国\n\n## 甲\n\n国国\n\n### 乙\n\n国国",
    )
    runs = [run for run in items(book_of(made), 3, "heading") if isinstance(run, GlyphRun)]
    assert [run.text for run in runs] == ["甲", "乙"]
    assert runs[1].size == size


def test_the_signature_comes_last_with_its_mark(press: Press) -> None:
    made = press.spread(
        "  body: {kind: body, page: 2, box: [0, 0, 24, 20], sign: '{department} {byline}',"
        " end_mark: true}",
        copy="国国。",
        head="department: 部\nbyline: [甲乙, 丙丁]",
    )
    book = book_of(made)
    ((x, y, text),) = lines(book, 3, "signature")
    assert text == "部 甲乙 丙丁"
    assert row_of(y) == pytest.approx(1)
    # 5 characters and two spaces of half an em between phrases, flush right at x = 260.
    assert x == pytest.approx(260 - 60)
    (mark,) = items(book, 3, "end-mark")
    assert isinstance(mark, Fill)
    assert mark.rect.x1 < x
    assert mark.ink.m == 100


@pytest.mark.parametrize(
    ("options", "head", "found"),
    [
        (", end_mark: true", "byline: 甲", ["T053"]),
        (", end_mark: true, sign: '{byline}'", "", []),  # nobody to sign
        ("", "", []),
    ],
)
def test_an_end_mark_without_a_signature_is_reported(
    press: Press, options: str, head: str, found: list[str]
) -> None:
    body = f"  body: {{kind: body, page: 2, box: [0, 0, 24, 20]{options}}}"
    byline = "\n  by: {kind: text, page: 2, box: [0, 22, 24, 24], text: '{byline}', style: body}"
    made = press.spread(body + (byline if head else ""), copy="国国。", head=head)
    assert codes(made) == found


@pytest.mark.parametrize("align", ["right", "left", "justify", "center"])
@pytest.mark.parametrize("count", [1, 3, 4, 5, 9, 30])
def test_the_end_mark_stands_within_its_column(press: Press, align: str, count: int) -> None:
    """However long the signature is, in a column of 7 em."""
    press.style(f"own: {{font: song, size: 10pt, align: {align}}}")
    made = press.spread(
        "  body: {kind: body, page: 2, box: [4, 0, 11, 20], sign: '{byline}', end_mark: true,"
        " sign_style: own}",
        copy="国国。",
        head=f"byline: {'甲' * count}",
    )
    book = book_of(made)
    (mark,) = items(book, 3, "end-mark")
    assert isinstance(mark, Fill)
    assert mark.rect.x0 >= 60 - 0.01
    texts = lines(book, 3, "signature")
    assert "".join(text for _, _, text in texts) == "甲" * count
    assert mark.rect.x1 < texts[0][0]
    assert max(x + 10 * len(text) for x, _, text in texts) <= 130.01


# --------------------------------------------------------- what is wider or closer than it can be


NARROW = "  body: {{kind: body, page: 2, box: [0, 0, {width}, 20], style: {style}}}"


@pytest.mark.parametrize(
    ("style", "width", "have", "need"),
    [
        ("size: 10pt, indent: 12", 10, "10", "13"),
        ("size: 10pt, left: 12", 10, "-2", "1"),
        ("size: 40pt, rows: 3", 3, "0.75", "1"),
        ("size: 10pt, left: 4, indent: 6", 10, "6", "7"),
    ],
)
@pytest.mark.parametrize("kind", ["body", "text"])
def test_what_sticks_out_of_its_line_is_reported(
    press: Press, kind: str, style: str, width: int, have: str, need: str
) -> None:
    """The line's width and what its indent and a single character need, in em of the style."""
    press.style(f"own: {{font: song, {style}}}")
    if kind == "body":
        made = press.spread(NARROW.format(width=width, style="own"), copy="国")
    else:
        made = press.spread(
            f"  word: {{kind: text, page: 2, box: [0, 0, {width}, 9], text: 国, style: own}}\n"
            "  body: {kind: body, page: 2, box: [0, 16, 24, 20]}"
        )
    assert codes(made) == ["T019"]
    fault = finding(made, "T019")
    assert (fault.facts["have"], fault.facts["need"]) == (have, need)
    assert (fault.facts["text"], fault.facts["style"]) == ("国", "own")
    assert fault.is_error


def test_what_just_fits_its_line_is_not_reported(press: Press) -> None:
    press.style("own: {font: song, size: 10pt, indent: 9}")
    assert codes(press.spread(NARROW.format(width=10, style="own"), copy="国国国")) == []
    # Marks that are squeezed or hang at the line's end are no fault.
    assert codes(press.spread(NARROW.format(width=10, style="flush"), copy="国国，" * 40)) == []


@pytest.mark.parametrize(
    ("style", "count", "faults"),
    [
        ("rows: 1", 30, ["T020"]),
        ("rows: 1", 1, []),
        ("rows: 1.3", 30, ["T020"]),
        ("rows: 1.4", 30, []),
        ("leading: 19pt", 30, ["T020"]),
        ("leading: 20pt", 30, []),
    ],
)
@pytest.mark.parametrize("kind", ["body", "text"])
def test_lines_that_would_overprint_are_reported(
    press: Press, kind: str, style: str, count: int, faults: list[str]
) -> None:
    """Type of 20 pt in lines of rows of 15 pt; a single line overprints nothing."""
    press.style(f"own: {{font: song, size: 20pt, {style}}}")
    if kind == "body":
        made = press.spread(NARROW.format(width=20, style="own"), copy="国" * count)
    else:
        made = press.spread(
            f"  word: {{kind: text, page: 2, box: [0, 0, 20, 15], text: {'国' * count},"
            " style: own}\n  body: {kind: body, page: 2, box: [0, 17, 24, 20]}"
        )
    assert codes(made) == faults
    if faults:
        assert finding(made, "T020").span.file == "layouts/house.yaml"


def test_copy_keeps_its_styles_leading(press: Press) -> None:
    """`leading` takes copy off the grid, as the style asks."""
    press.style("own: {font: song, size: 10pt, leading: 18pt}")
    made = press.spread(NARROW.format(width=10, style="own"), copy="国" * 30)
    ys = [y for _, y, _ in lines(book_of(made), 3)]
    assert [second - first for first, second in pairwise(ys)] == pytest.approx([18, 18])


@pytest.mark.parametrize(("gap", "faults"), [(3, []), (12, ["T018"]), (16, ["T018"])])
def test_gaps_that_fill_a_body_frame_are_reported(
    press: Press, gap: int, faults: list[str]
) -> None:
    made = press.spread(
        f"  body: {{kind: body, page: 2, box: [0, 0, 24, 20], columns: 3, gap: {gap}}}"
    )
    assert codes(made) == faults


# ---------------------------------------------------------------------------------- overset


@pytest.mark.parametrize("over", [1, 2, 7])
def test_what_does_not_fit_is_counted_to_the_character(press: Press, over: int) -> None:
    """Five rows of two columns: lines, characters and the source of the first that is over."""
    before = 11 * 4 - 2
    made = press.spread(
        "  body: {kind: body, page: 1, box: [0, 0, 24, 5], columns: 2, gap: 2}",
        copy=f"{copy(before)}\n\n国{'口' * (11 * 6 - 3)}{'碑' * (11 * over - 3)}。",
    )
    fault = finding(made, "T001")
    assert codes(made) == ["T001"]
    assert made.book is not None
    assert fault.is_error
    assert fault.facts["lines"] == str(over)
    assert fault.facts["chars"] == str(11 * over - 2)
    assert fault.facts["layout"] == "story"
    assert (fault.span.file, fault.span.line, fault.span.column) == ("articles/a.md", 8, 11 * 6 - 1)
    assert text_of(made.book, (2, 3)) == "国" * before + "国" + "口" * (11 * 6 - 3)


def test_overset_in_a_later_paragraph_names_its_line(press: Press) -> None:
    made = press.spread(
        "  body: {kind: body, page: 1, box: [0, 0, 24, 2]}", copy="国国\n\n国国\n\n国国国\n\n国"
    )
    fault = finding(made, "T001")
    assert (fault.span.line, fault.span.column) == (10, 1)
    assert (fault.facts["lines"], fault.facts["chars"]) == ("2", "4")


def test_a_heading_that_finds_no_place_for_its_text_is_overset_with_it(press: Press) -> None:
    made = press.spread(
        "  body: {kind: body, page: 1, box: [0, 0, 24, 4]}", copy="国\n\n国\n\n## 题\n\n国国国"
    )
    fault = finding(made, "T001")
    assert fault.facts["lines"] == "2"
    assert (fault.span.line, fault.span.column) == (10, 4)


def test_an_article_of_a_hundred_thousand_characters_is_overset_not_lost(press: Press) -> None:
    paragraphs = ["国" * 998] * 100
    made = press.spread(TWO_BY_TWO, copy="\n\n".join(paragraphs))
    fault = finding(made, "T001")
    assert made.book is not None
    shown = len(text_of(made.book, (2, 3)))
    assert shown + int(fault.facts["chars"]) == 99_800


def test_an_article_of_very_many_paragraphs_takes_no_time(press: Press) -> None:
    """Four times as many paragraphs take four times as long, give or take."""
    seconds = []
    for count in (7_500, 30_000):
        start = time.process_time()
        made = press.spread(TWO_BY_TWO, copy="\n\n".join(["国"] * count))
        seconds.append(time.process_time() - start)
        assert codes(made) == ["T001"]
    assert seconds[1] < 7 * seconds[0]


# ----------------------------------------------------------------------- frames of the chain


def test_frames_share_an_article_out_by_paragraphs(press: Press) -> None:
    made = press.spread(
        "  body: {kind: body, page: 1, box: [0, 0, 24, 5], to: 1}\n"
        "  more: {kind: body, page: 2, box: [0, 0, 24, 5], from: 2}",
        copy="甲甲\n\n乙乙\n\n丙丙",
    )
    book = book_of(made)
    assert [text for _, _, text in lines(book, 2)] == ["甲甲"]
    assert [text for _, _, text in lines(book, 3)] == ["乙乙", "丙丙"]


@pytest.mark.parametrize(
    ("first", "second", "faults"),
    [
        ("to: 1", "from: 3", {"2": "0"}),
        ("to: 2", "from: 2", {"2": "2"}),
        ("to: 2", "from: 3, to: 3", {}),
        ("to: 9", "from: 10", {}),
        ("to: 1", "from: 2, to: 2", {"3": "0"}),
    ],
)
def test_a_paragraph_in_no_frame_or_in_two_is_reported(
    press: Press, first: str, second: str, faults: dict[str, str]
) -> None:
    made = press.spread(
        f"  body: {{kind: body, page: 1, box: [0, 0, 24, 5], {first}}}\n"
        f"  more: {{kind: body, page: 2, box: [0, 0, 24, 5], {second}}}",
        copy="甲甲\n\n乙乙\n\n丙丙",
    )
    found = {d.facts["number"]: d.facts["times"] for d in made.diagnostics}
    assert found == faults
    assert set(codes(made)) <= {"T011"}


def test_emphasis_changes_the_face_not_the_line(press: Press) -> None:
    """Emphasis in Chinese is Kai and bold Hei, where the house has such roles."""
    house = (press.folder / "layouts/house.yaml").read_text("utf-8")
    (press.folder / "fonts/Round.ttf").write_bytes((press.folder / "fonts/Square.ttf").read_bytes())
    press.write(
        "layouts/house.yaml", house.replace("song: Square.ttf", "song: Square.ttf, kai: Round.ttf")
    )
    made = press.spread(TWO_BY_TWO, copy="国国*国国*国国")
    runs = [run for run in items(book_of(made), 2, "body") if isinstance(run, GlyphRun)]
    assert [(run.face, run.text) for run in runs] == [
        ("Square", "国国"),
        ("Round", "国国"),
        ("Square", "国国"),
    ]
    for first, second in pairwise(runs):
        assert second.x == pytest.approx(first.x + 20)
        assert second.y == first.y


def test_source_lines_of_a_paragraph_join_without_a_space(press: Press) -> None:
    book = book_of(press.spread(TWO_BY_TWO, copy="国国\n国国\nAB\nCD国"))
    assert text_of(book, (2,)) == "国国国国AB CD国"


@pytest.mark.parametrize("style", ["body", "subhead", "quotation", "signature"])
def test_a_house_without_a_usual_style_is_no_crash(press: Press, style: str) -> None:
    """The styles that a body frame falls back on may be missing: said, or done without."""
    path = press.folder / "layouts/house.yaml"
    house = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in house if not line.startswith(f"  {style}:")]
    assert len(kept) == len(house) - 1
    press.write("layouts/house.yaml", "".join(kept))
    made = press.spread(
        "  body: {kind: body, page: 2, box: [0, 0, 24, 20], sign: '{byline}'}",
        copy="国\n\n## 题\n\n> 引",
        head="byline: 甲",
    )
    assert made.book is not None or codes(made)


@pytest.mark.parametrize(("columns", "gap", "count"), [(1, 0, 24), (2, 2, 11), (3, 1.5, 7)])
def test_a_quotation_keeps_to_the_characters_of_the_column(
    press: Press, columns: int, gap: float, count: int
) -> None:
    """CLREQ 6.2.1.1: whole em of the text's size at either side; each paragraph is indented."""
    press.style("aside: {font: song, size: 10pt, indent: 2, left: 2, right: 1}")
    frame = (
        "  body: {kind: body, page: 2, box: [0, 0, 24, 20], quote: aside,"
        f" columns: {columns}, gap: {gap}}}"
    )
    book = book_of(press.spread(frame, f"国国\n\n> {'国' * 40}\n>\n> {'国' * 30}"))
    quoted = lines(book, 3)[1:]
    starts = [(x - 20) % ((count + gap) * EM) / EM for x, _, _ in quoted]
    assert sorted(set(starts)) == pytest.approx([2, 4])
    assert sum(start > 3 for start in starts) == 2
    # All but the last line of either paragraph end one em before the column's edge.
    ends = [start + len(text) for start, (_, _, text) in zip(starts, quoted, strict=True)]
    assert ends.count(pytest.approx(count - 1)) >= len(quoted) - 2
    assert max(ends) == pytest.approx(count - 1)
    assert text_of(book, [3]) == "国" * 72
