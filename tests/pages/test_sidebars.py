"""Sidebars: copy beside the story, on a ground or without one."""

from __future__ import annotations

from koubei_pdf.build import Build
from koubei_pdf.model.book import Fill
from koubei_pdf.model.geometry import Rect

from .press import TITLE, Press, book_of, codes, finding, items, lines, row_of

BODY = "  body: {kind: body, page: 2, box: [0, 12, 24, 20]}\n"

SIDEBAR = "国。\n\n::: sidebar\n## 题\n\n边边。\n\n边。\n:::"


def sidebar(
    press: Press, options: str = "", copy: str = SIDEBAR, box: str = "[0, 2, 12, 12]"
) -> Build:
    frame = f"  side: {{kind: sidebar, page: 2, box: {box}, style: flush{options}}}\n"
    return press.spread(f"{TITLE}\n{BODY}{frame}", copy=copy)


def fills(made: Build, page: int, role: str) -> list[Rect]:
    return [i.rect for i in items(book_of(made), page, role) if isinstance(i, Fill)]


def test_a_sidebar_has_a_title_and_its_copy_on_a_ground(press: Press) -> None:
    made = sidebar(press, ", ground: blue 10, rule: red, title: title")
    book = book_of(made)
    # Ground at row 2; 15 pt in from the side and a row down stands the title, two rows high.
    assert lines(book, 3, "heading") == [(35, 40 + 3 * 15 + 0.88 * 20, "题")]
    found = [(x, row_of(y), text) for x, y, text in lines(book, 3)]
    assert [one for one in found if "边" in one[2]] == [(35, 5, "边边。"), (35, 6, "边。")]
    ground, rule = fills(made, 3, "side")
    # The ground ends a row below the last line's em box.
    assert ground == Rect(20, 70, 140, 40 + 7 * 15 - 5 + 15)
    assert rule == Rect(20, 70, 140, 72)


def test_a_ground_may_fill_the_frame(press: Press) -> None:
    (ground,) = fills(sidebar(press, ", ground: blue, height: frame"), 3, "side")
    assert ground == Rect(20, 70, 140, 40 + 12 * 15 - 5)


def test_without_a_ground_copy_is_flush_with_the_frame(press: Press) -> None:
    book = book_of(sidebar(press))
    assert lines(book, 3, "heading")[0][0] == 20


def test_what_hangs_on_a_sidebar_hangs_on_its_ground(press: Press) -> None:
    frames = (
        "  side: {kind: sidebar, page: 2, box: [0, 2, 24, 12], style: flush, ground: blue}\n"
        "  below: {kind: text, page: 2, box: [0, side+1, 24, 14], text: 下, style: flush}\n"
        "  body: {kind: body, page: 2, box: [0, 15, 24, 20]}\n"
    )
    book = book_of(press.spread(frames, copy=SIDEBAR))
    # Title, two lines, a row above and below: rows 2 to 7; then one row.
    assert [row_of(y) for _, y, text in lines(book, 3, "below")] == [8]
    assert [text for _, _, text in lines(book, 3, "below")] == ["下"]


def test_a_sidebar_takes_no_paragraph_from_the_story(press: Press) -> None:
    book = book_of(sidebar(press, copy="甲。\n\n::: sidebar\n边。\n:::\n\n乙。"))
    assert [text for _, _, text in lines(book, 3) if "边" not in text] == ["甲。", "乙。"]


def test_a_frame_without_its_sidebar_stays_empty(press: Press) -> None:
    assert fills(sidebar(press, ", ground: blue, sidebar: 2", copy="国。"), 3, "side") == []


def test_a_sidebar_that_no_frame_shows_is_reported(press: Press) -> None:
    made = press.spread(BODY, copy=SIDEBAR)
    assert finding(made, "T008").facts["part"] == "sidebar 1"


def test_a_sidebar_that_does_not_fit_is_reported_with_its_amount(press: Press) -> None:
    made = sidebar(press, copy=f"国。\n\n::: sidebar\n{'边' * 60}。\n:::", box="[0, 2, 12, 4]")
    assert codes(made) == ["T001"]
    assert finding(made, "T001").facts["lines"] == "4"
    assert "sidebar" in finding(made, "T001").rule.message.en


def test_a_title_that_does_not_fit_its_sidebar_is_reported(press: Press) -> None:
    made = sidebar(press, ", title: title", copy=f"国。\n\n::: sidebar\n## {'题' * 40}\n:::")
    assert "T002" in codes(made)


def test_an_inset_that_leaves_a_sidebar_no_room_is_reported(press: Press) -> None:
    assert codes(sidebar(press, ", inset: 6")) == ["T006"]
    assert codes(sidebar(press, ", inset_rows: 5")) == ["T006"]
