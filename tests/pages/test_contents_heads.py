"""Heads of sections in the contents: number and name on one baseline."""

from __future__ import annotations

from koubei_pdf.build import build

from .press import TITLE, Press, book_of, codes, lines, row_of

BODY = "  body: {kind: body, page: 2, box: [0, 12, 24, 20]}\n"


def test_contents_may_have_their_sections_head(press: Press) -> None:
    """Number and name on one baseline; a section without articles leaves nothing."""
    entry = (
        "number_style: title, name_style: flush, folio_style: flush, title_style: flush,"
        " head_rows: 3"
    )
    press.layout(
        "front",
        "pages: 1\nmaster: none\nframes:\n"
        f"  one: {{kind: contents, box: [0, 0, 24, 7], section: one, {entry}}}\n"
        f"  two: {{kind: contents, box: [0, one+1, 24, 15], section: two, {entry}}}\n",
    )
    press.layout("story", f"pages: 2\nframes:\n{TITLE}\n{BODY}")
    press.article("a", "国。")
    made = press.plan(
        "pages: 1, layout: front",
        "pages: 2-3, layout: story, article: a",
        "pages: 4, layout: blank",
    )
    book = book_of(made)
    head = lines(book, 1, "contents-head")
    assert [(x, text) for x, _, text in head] == [(20, "01"), (70, "头条")]
    assert len({row_of(y) for _, y, _ in head}) == 1
    assert [row_of(y) for _, y, _ in lines(book, 1, "contents")] == [3, 3]


def test_a_section_without_a_number_has_its_name_in_its_place(press: Press) -> None:
    press.layout(
        "front",
        "pages: 1\nmaster: none\nframes:\n"
        "  one: {kind: contents, box: [0, 0, 24, 7], section: one, number_style: title,"
        " name_style: flush, folio_style: flush, title_style: flush}\n",
    )
    press.layout("story", f"pages: 2\nframes:\n{TITLE}\n{BODY}")
    press.article("a", "国。")
    slots = ("pages: 1, layout: front", "pages: 2-3, layout: story, article: a")
    press.plan(*slots, "pages: 4, layout: blank")
    manifest = (press.folder / "issue.yaml").read_text("utf-8")
    press.write("issue.yaml", manifest.replace('number: "01"', 'number: ""'))
    head = lines(book_of(build(press.folder / "issue.yaml")), 1, "contents-head")
    assert [(x, text) for x, _, text in head] == [(20, "头条")]


def test_a_head_higher_than_its_rows_is_reported(press: Press) -> None:
    press.layout(
        "front",
        "pages: 1\nmaster: none\nframes:\n"
        "  one: {kind: contents, box: [0, 0, 24, 7], section: one, number_style: flush,"
        " name_style: title, folio_style: flush, title_style: flush, head_rows: 1}\n",
    )
    press.layout("story", f"pages: 2\nframes:\n{TITLE}\n{BODY}")
    press.article("a", "国。")
    slots = ("pages: 1, layout: front", "pages: 2-3, layout: story, article: a")
    assert codes(press.plan(*slots, "pages: 4, layout: blank")) == ["T002"]
