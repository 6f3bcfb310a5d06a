"""Frames on the grid: rows, edges, masters turned round on left pages, frames over the spine."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubei_pdf.model.book import Fill, GlyphRun, PlacedPicture
from koubei_pdf.model.geometry import PageBoxes, Rect
from koubei_pdf.model.mirror import mirrored_box
from koubei_pdf.model.style import Box, Edge, Grid
from koubei_pdf.pages.grid import Extent, PageGrid

from .press import TITLE, Press, book_of, codes, items, lines

GRID = Grid(em=10, row=15, columns=24, rows=20, head=40, inner=20)
BOXES = PageBoxes(300, 400, 10)
VERSO, RECTO = PageGrid(GRID, BOXES, True), PageGrid(GRID, BOXES, False)

EDGES = st.builds(
    Edge, st.sampled_from(["grid", "trim", "bleed", "spine"]), st.floats(-5, 30).map(round)
)


def rect_of(press: Press, box: str, page: int = 2, across: bool = False) -> Rect:
    """Where a frame with this box comes to lie."""
    more = ", across: true" if across else ""
    made = press.spread(
        f"  area: {{kind: fill, page: {page - 1}, box: {box}, colour: red{more}}}\n{TITLE}\n"
        "  body: {kind: body, page: 2, box: [0, 10, 24, 20]}",
    )
    (item,) = items(book_of(made), page, "area")
    assert isinstance(item, Fill)
    return item.rect


@pytest.mark.parametrize(
    ("box", "verso", "recto"),
    [
        # A foot on the grid ends with the em box of its last row: 15 − 10 pt above the row's foot.
        ("[0, 0, 24, 20]", Rect(40, 40, 280, 335), Rect(20, 40, 260, 335)),
        ("[2, 1, 4, 2]", Rect(60, 55, 80, 65), Rect(40, 55, 60, 65)),
        ("[-1, -1, 25, 0]", Rect(30, 25, 290, 35), Rect(10, 25, 270, 35)),
        ("[trim, trim, trim, trim]", Rect(0, 0, 300, 400), Rect(0, 0, 300, 400)),
        ("[bleed, bleed, bleed, bleed]", Rect(-10, -10, 310, 410), Rect(-10, -10, 310, 410)),
        ("[trim+9pt, trim+5pt, trim-9pt, trim-5pt]", Rect(9, 5, 291, 395), Rect(9, 5, 291, 395)),
        ("[0, 0, spine, 2]", Rect(40, 40, 300, 65), None),
        ("[spine, 0, 10, 2]", None, Rect(0, 40, 120, 65)),
    ],
)  # fmt: skip
def test_edges(press: Press, box: str, verso: Rect | None, recto: Rect | None) -> None:
    if verso:
        assert rect_of(press, box, 2) == verso
    if recto:
        assert rect_of(press, box, 3) == recto


@given(left=EDGES, right=EDGES)
def test_a_mirror_is_its_own_inverse(left: Edge, right: Edge) -> None:
    box = Box(left, Edge("grid", 0), right, Edge("grid", 1))
    assert mirrored_box(mirrored_box(box, 24), 24) == box


@given(left=EDGES, right=EDGES)
def test_a_mirrored_box_is_as_far_from_the_spine(left: Edge, right: Edge) -> None:
    box = Box(left, Edge("grid", 0), right, Edge("grid", 1))
    there, here = RECTO.rect(box, {}, None), VERSO.rect(mirrored_box(box, 24), {}, None)
    assert (300 - here.x1, 300 - here.x0) == pytest.approx((there.x0, there.x1))
    assert (here.y0, here.y1) == (there.y0, there.y1)


@given(rows=st.integers(0, 40), slack=st.floats(-0.004, 0))
def test_content_that_ends_on_a_row_takes_no_row_more(rows: int, slack: float) -> None:
    assert RECTO.extent(40, 40 + rows * 15 + 0.004) == Extent(0, rows)
    assert RECTO.extent(40, 40 + rows * 15 + slack) == Extent(0, rows)
    assert RECTO.extent(40, 40 + rows * 15 + 0.1) == Extent(0, rows + 1)


MASTER = """  bar: {kind: fill, box: [20, -2, bleed, -1], colour: red}
    side: {kind: text, on: verso, box: [0, 22, 10, 23], text: 左, style: flush}
    name: {kind: text, on: recto, box: [0, -2, 6, -1], text: 右页, style: flush, align: right}
"""


def test_masters_are_turned_round_on_left_pages(press: Press) -> None:
    """A master is drawn as on a right page; on a left one edges and alignment change sides."""
    house = (press.folder / "layouts/house.yaml").read_text("utf-8")
    press.write("layouts/house.yaml", f"{house}  {MASTER}")
    title = TITLE.replace("[0, -2, 24, 0]", "[0, 0, 24, 2]")
    book = book_of(press.spread(f"{title}\n  body: {{kind: body, page: 2, box: [0, 10, 24, 20]}}"))
    left, right = items(book, 2, "bar")[0], items(book, 3, "bar")[0]
    assert isinstance(left, Fill)
    assert isinstance(right, Fill)
    assert right.rect == Rect(220, 10, 310, 20)
    assert left.rect == Rect(-10, 10, 80, 20)
    # Folios: two digits of ½ em end at the outer edge of the type area.
    assert [(x, text) for x, _, text in lines(book, 3, "folio")] == [(250, "03")]
    assert [(x, text) for x, _, text in lines(book, 2, "folio")] == [(40, "02")]
    assert [text for _, _, text in lines(book, 2, "side")] == ["左"]
    assert lines(book, 3, "side") == []
    assert lines(book, 2, "name") == []
    assert [(x, text) for x, _, text in lines(book, 3, "name")] == [(60, "右页")]


def test_a_one_page_layout_is_turned_round_on_a_left_page(press: Press) -> None:
    press.layout(
        "single",
        "pages: 1\nmaster: none\nframes:\n"
        "  area: {kind: fill, box: [0, 0, 4, 2], colour: red}\n"
        "  word: {kind: text, box: [0, 4, 10, 5], text: 国, style: flush, align: left}",
    )
    book = book_of(press.plan(*(f"pages: {page}, layout: single" for page in range(1, 5))))
    for page, area, word in ((1, Rect(20, 40, 60, 65), 20), (2, Rect(240, 40, 280, 65), 270)):
        (fill,) = items(book, page, "area")
        assert isinstance(fill, Fill)
        assert fill.rect == area
        assert lines(book, page, "word")[0][0] == word


@pytest.mark.parametrize("name", ["left", "right"])
def test_a_turned_frame_keeps_the_names_that_it_holds(press: Press, name: str) -> None:
    """Only choices change sides, not a style that happens to be called `left`."""
    press.style(f"{name}: {{font: song, size: 10pt}}")
    press.layout(
        "single",
        "pages: 1\nmaster: none\nframes:\n"
        f"  word: {{kind: text, box: [0, 4, 10, 5], text: 国, style: {name}}}",
    )
    book = book_of(press.plan("pages: 1, layout: blank", "pages: 2, layout: single"))
    assert lines(book, 2, "word")


def test_a_mirrored_layout_changes_the_pages_of_the_spread(press: Press) -> None:
    frames = (
        "  area: {kind: fill, page: 1, box: [0, 0, 4, 2], colour: red}\n"
        "  wide: {kind: fill, page: 1, box: [4, 4, 2, 5], across: true, colour: red}\n"
        "  body: {kind: body, page: 2, box: [0, 10, 24, 20]}\n"
        '  title: {kind: text, box: [0, 5, 24, 7], text: "{title}", style: title}'
    )
    press.layout("turned", "extends: story\nmirror: true\n")
    press.layout("story", f"pages: 2\nframes:\n{frames}\n")
    press.article("a", "国。")
    made = press.plan(
        "pages: 1, layout: blank",
        "pages: 2-3, layout: turned, article: a",
        "pages: 4, layout: blank",
    )
    book = book_of(made)
    (area,) = items(book, 3, "area")
    assert isinstance(area, Fill)
    assert area.rect == Rect(220, 40, 260, 65)
    assert lines(book, 2)
    (left,), (right,) = items(book, 2, "wide"), items(book, 3, "wide")
    assert isinstance(left, Fill)
    assert isinstance(right, Fill)
    # As drawn: from 80 pt into the left page to 40 pt into the right one, from the outside.
    assert (left.rect.x0, right.rect.x1) == (260, 220)


@pytest.mark.parametrize(
    ("style", "options", "x"),
    [
        # The box is 字 14–24 of the mirrored page: x = 180–280 pt; two words of 20 pt.
        ("left", "", 260),
        ("right", "", 180),
        ("center", "", 220),
        ("justify", "", 180),
        ("left", ", align: left", 260),
        ("left", ", align: right", 180),
        ("right", ", align: left", 260),
    ],
)
def test_a_turned_text_hangs_at_the_other_side(
    press: Press, style: str, options: str, x: float
) -> None:
    """Whether the frame or the style says so: frames of one edge stay in line."""
    press.style(f"own: {{font: song, size: 10pt, align: {style}}}")
    frames = (
        f"  word: {{kind: text, page: 2, box: [0, 5, 10, 7], text: 国国, style: own{options},"
        " rule: red, rule_width: 2}\n"
        f"  wide: {{kind: text, page: 2, box: [0, 8, 14, 9], text: 国国国, style: own{options}}}\n"
        "  body: {kind: body, page: 1, box: [0, 10, 24, 20]}\n"
        '  title: {kind: text, box: [0, 5, 24, 7], text: "{title}", style: title}'
    )
    press.layout("turned", "extends: story\nmirror: true\n")
    press.layout("story", f"pages: 2\nframes:\n{frames}\n")
    press.article("a", "国。")
    made = press.plan(
        "pages: 1, layout: blank",
        "pages: 2-3, layout: turned, article: a",
        "pages: 4, layout: blank",
    )
    book = book_of(made)
    ((found, _, _),), ((wide, _, _),) = lines(book, 2, "word"), lines(book, 2, "wide")
    assert found == x
    if x == 260:
        assert wide + 30 == found + 20 == 280
    (rule,) = items(book, 2, "rule")
    assert isinstance(rule, Fill)
    assert rule.rect.x0 == x


@pytest.mark.parametrize(("page", "x"), [(2, 40), (3, 250)])
def test_a_master_hangs_at_the_outer_edge_of_both_pages(press: Press, page: int, x: float) -> None:
    press.style("edge: {font: song, size: 10pt, align: right}")
    house = (press.folder / "layouts/house.yaml").read_text("utf-8")
    press.write("layouts/house.yaml", house.replace("style: flush, align: right", "style: edge"))
    made = press.spread("  body: {kind: body, page: 2, box: [0, 10, 24, 20]}")
    assert lines(book_of(made), page, "folio")[0][0] == x


def test_halves_of_a_frame_over_the_spine_meet(press: Press) -> None:
    """Each runs on into the bleed at the spine; at the fold itself nothing is offset."""
    made = press.spread(
        "  area: {kind: fill, page: 1, box: [4, 0, 6, 3], across: true, colour: red}\n"
        "  body: {kind: body, page: 2, box: [0, 10, 24, 20]}"
    )
    (left,), (right,) = (items(book_of(made), page, "area") for page in (2, 3))
    assert isinstance(left, Fill)
    assert isinstance(right, Fill)
    assert left.rect == Rect(80, 40, 310, 80)
    assert right.rect == Rect(-10, 40, 80, 80)


def test_halves_of_a_picture_over_the_spine_are_one_picture(press: Press) -> None:
    press.drawing("articles/wide.svg", 400, 100)
    made = press.spread(
        "  picture: {kind: picture, page: 1, box: [bleed, 0, bleed, 4], across: true}\n"
        "  body: {kind: body, page: 2, box: [0, 10, 24, 20]}",
        head="pictures: [{file: wide.svg, alt: 国}]",
    )
    (left,), (right,) = (items(book_of(made), page, "picture") for page in (2, 3))
    assert isinstance(left, PlacedPicture)
    assert isinstance(right, PlacedPicture)
    assert left.rect.moved(-300) == right.rect
    assert left.clip == Rect(-10, 40, 310, 95)
    assert right.clip == Rect(-10, 40, 310, 95)
    assert left.key == right.key


def test_frames_hang_below_what_others_really_take(press: Press) -> None:
    """top `title+1`: a row below the title's last line; `title` alone is level with its foot."""
    frames = (
        '  title: {{kind: text, page: 1, box: [0, 0, 24, 8], text: "{{title}}", style: title}}\n'
        "  under: {{kind: text, page: 1, box: [0, title+1, 24, 12], text: 国, style: flush}}\n"
        "  side: {{kind: fill, page: 1, box: [0, {top}, 2, 20], colour: red}}\n"
        "  body: {{kind: body, page: 2, box: [0, 10, 24, 20]}}"
    )
    for title, row in (("题", 2), ("题题题题题题题题题题题题题", 4)):
        book = book_of(press.spread(frames.format(top="under"), head=f"title: {title}"))
        ((_, y, _),) = lines(book, 2, "under")
        assert y == 40 + 15 * (row + 1) + 8.8
        (side,) = items(book, 2, "side")
        assert isinstance(side, Fill)
        assert side.rect.y0 == 40 + 15 * (row + 2)


def test_frames_hang_above_what_stands_on_a_foot(press: Press) -> None:
    """bottom `body-2`: two rows above the head of text that stands on its frame's foot."""
    made = press.spread(
        "  quote: {kind: text, page: 1, box: [0, 0, 24, body-2], text: 国, style: flush,"
        " valign: bottom}\n"
        "  body: {kind: body, page: 1, box: [0, 5, 24, 20], valign: bottom, balance: true}",
        copy="国国国国。\n\n国国国国。",
    )
    book = book_of(made)
    # Two body lines stand in rows 18 and 19; the foot of the quotation is the em box of row 15.
    assert [y for _, y, _ in lines(book, 2)] == pytest.approx([318.8, 333.8])
    assert [y for _, y, _ in lines(book, 2, "quote")] == pytest.approx([40 + 15 * 15 + 8.8])


def test_what_hangs_on_an_empty_frame_hangs_where_that_one_hung(press: Press) -> None:
    made = press.spread(
        '  title: {kind: text, page: 1, box: [0, 0, 24, 8], text: "{title}", style: title}\n'
        '  deck: {kind: text, page: 1, box: [0, title+1, 24, 12], text: "{deck}", style: flush}\n'
        "  note: {kind: text, page: 1, box: [0, deck+1, 24, 14], text: 国, style: flush}\n"
        "  body: {kind: body, page: 2, box: [0, 10, 24, 20]}"
    )
    ((_, y, _),) = lines(book_of(made), 2, "note")
    assert y == pytest.approx(40 + 15 * 3 + 8.8)


@pytest.mark.parametrize(
    "second",
    [
        "{kind: body, page: 1, box: [0, body+1, 24, 20]}",
        "{kind: body, page: 1, box: [0, note+1, 24, 20]}",
    ],
)
def test_a_body_frame_below_another_is_no_crash(press: Press, second: str) -> None:
    """All body frames are one chain; hanging one on another is laid out or reported."""
    made = press.spread(
        "  body: {kind: body, page: 1, box: [0, 0, 24, 8]}\n"
        "  note: {kind: text, page: 1, box: [0, body+1, 24, 12], text: 国, style: flush}\n"
        f"  more: {second}"
    )
    assert made.book is not None or codes(made)


def test_every_run_knows_its_source(press: Press) -> None:
    book = book_of(press.spread("  body: {kind: body, page: 2, box: [0, 10, 24, 20]}"))
    spans = {run.role: run.span for run in book.pages[2].items if isinstance(run, GlyphRun)}
    assert (spans["body"].file, spans["body"].line, spans["body"].column) == ("articles/a.md", 6, 1)
