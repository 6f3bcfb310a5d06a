"""The copy's styles: headings, quotations, lists, the signature and its mark."""

from __future__ import annotations

from itertools import pairwise

import pytest

from koubei_pdf.model.book import Fill, GlyphRun

from .press import (
    EM,
    TWO_BY_TWO,
    Press,
    book_of,
    codes,
    items,
    lines,
    row_of,
    text_of,
)

NARROW = "  body: {{kind: body, page: 2, box: [0, 0, {width}, 20], style: {style}}}"


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


def test_copy_keeps_its_styles_leading(press: Press) -> None:
    """`leading` takes copy off the grid, as the style asks."""
    press.style("own: {font: song, size: 10pt, leading: 18pt}")
    made = press.spread(NARROW.format(width=10, style="own"), copy="国" * 30)
    ys = [y for _, y, _ in lines(book_of(made), 3)]
    assert [second - first for first, second in pairwise(ys)] == pytest.approx([18, 18])


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
