"""The contents: entries by section, folios of the pages that were laid out, links, bookmarks."""

from __future__ import annotations

import pytest

from koubei_pdf.build import Build, build
from koubei_pdf.model.book import Book, Bookmark, Link
from koubei_pdf.model.geometry import Rect

from .press import Press, book_of, codes, finding, items, lines, text_of

STORY = """pages: 2
frames:
  title: {kind: text, page: TITLE, box: [0, 0, 24, 4], text: "{title}", style: title}
  body: {kind: body, page: 2, box: [0, 6, 24, 20]}
"""

CONTENTS = """pages: 2
masters: [story, story]
frames:
  one: {kind: contents, page: 1, box: [0, 2, 24, 20], section: one, folio_style: title,
    title_style: flush, folio_width: 4, gap: 1, rule: red}
  two: {kind: contents, page: 2, box: [0, 2, 24, 20], section: two, folio_style: title,
    title_style: flush, folio_width: 4, gap: 1}
"""


def issue(press: Press, title_page: int = 1) -> Build:
    """Ten pages: the contents on 2–3, three stories of which the last named comes first."""
    press.layout("contents", CONTENTS)
    press.layout("story", STORY.replace("TITLE", str(title_page)))
    press.article("a", "国。", "title: 甲", section="two")
    press.article("b", "国。", "title: 乙", section="one")
    press.article("c", "国。", "title: 丙\ncontents: 丙丙丙", section="one")
    return press.plan(
        "pages: 1, layout: blank",
        "pages: 2-3, layout: contents",
        "pages: 4-5, layout: story, article: b",
        "pages: 6-7, layout: story, article: c",
        "pages: 8-9, layout: story, article: a",
        "pages: 10, layout: blank",
    )


def entries(book: Book, page: int) -> list[str]:
    return [text for _, _, text in lines(book, page, "contents")]


@pytest.mark.parametrize("title_page", [1, 2])
def test_entries_stand_in_the_order_of_their_pages(press: Press, title_page: int) -> None:
    """By section, with the folio of the page on which each story begins: the left one."""
    book = book_of(issue(press, title_page))
    assert entries(book, 2) == ["04", "乙", "06", "丙丙丙"]
    assert entries(book, 3) == ["08", "甲"]


def test_entries_are_the_folios_that_are_printed(press: Press) -> None:
    book = book_of(issue(press))
    for text in ("乙", "丙", "甲"):
        titles = [[line for _, _, line in lines(book, n, "title")] for n in range(1, 11)]
        page = book.pages[titles.index([text])]
        folio = "".join(run for _, _, run in lines(book, page.number, "folio"))
        assert folio == page.folio == f"{page.number:02d}"
        printed = entries(book, 2) + entries(book, 3)
        shown = {"丙": "丙丙丙"}.get(text, text)
        assert printed[printed.index(shown) - 1] == folio


def test_covers_print_no_folio(press: Press) -> None:
    book = book_of(issue(press))
    assert [page.folio for page in book.pages] == ["", *(f"{n:02d}" for n in range(2, 10)), ""]


def test_entries_are_links_to_their_pages(press: Press) -> None:
    book = book_of(issue(press))
    links = [item for item in book.pages[1].items if isinstance(item, Link)]
    assert [link.target for link in links] == [4, 6]
    (_, y, _), *_ = lines(book, 2, "contents")
    assert links[0].rect == Rect(40, 70, 280, 100)
    assert links[0].rect.y0 < y < links[0].rect.y1
    assert links[1].rect == Rect(40, 115, 280, 145)


def test_folio_and_title_share_a_baseline_and_sections_their_colour(press: Press) -> None:
    press.style("title-s: {like: title, colour: section}")
    press.layout("contents", CONTENTS)
    book = book_of(issue(press))
    first = lines(book, 2, "contents")
    assert first[0][1] == first[1][1]
    assert first[1][0] == 40 + 40
    rules = items(book, 2, "contents-rule")
    assert len(rules) == 2
    assert items(book, 3, "contents-rule") == []


def test_bookmarks_go_by_section_and_article(press: Press) -> None:
    assert book_of(issue(press)).bookmarks == (
        Bookmark("封面", 0, 1),
        Bookmark("目录", 0, 2),
        Bookmark("01 头条", 0, 4),
        Bookmark("乙", 1, 4),
        Bookmark("丙", 1, 6),
        Bookmark("02 快讯", 0, 8),
        Bookmark("甲", 1, 8),
        Bookmark("封底", 0, 10),
    )


def test_contents_come_first_and_still_know_their_pages(press: Press) -> None:
    """The slot of the contents is laid out last, whatever the plan's order: its page is 2."""
    book = book_of(issue(press))
    assert entries(book, 2)[0] == "04"
    assert [page.number for page in book.pages] == list(range(1, 11))


def test_a_title_beyond_the_first_spread_is_a_clash(press: Press) -> None:
    """The plan says 2, the title comes on 4: the contents would send readers astray."""
    press.layout("long", STORY.replace("pages: 2", "pages: 4").replace("TITLE", "3"))
    press.article("a", "国。", "title: 甲")
    made = press.plan(
        "pages: 1, layout: blank",
        "pages: 2-5, layout: long, article: a",
        "pages: 6, layout: blank",
    )
    fault = finding(made, "T009")
    assert fault.is_error
    assert (fault.facts["title"], fault.facts["wanted"], fault.facts["found"]) == ("甲", "2", "4")
    assert fault.span.file == "issue.yaml"


def test_entries_that_overflow_their_frame_are_reported(press: Press) -> None:
    """Two entries of two rows and the gap take five rows; the frame has four."""
    press.layout(
        "contents", CONTENTS.replace("[0, 2, 24, 20], section: one", "[0, 2, 24, 6], section: one")
    )
    press.layout("story", STORY.replace("TITLE", "1"))
    for name in "bc":
        press.article(name, "国。")
    made = press.plan(
        "pages: 1, layout: blank",
        "pages: 2-3, layout: contents",
        "pages: 4-5, layout: story, article: b",
        "pages: 6-7, layout: story, article: c",
        "pages: 8, layout: blank",
    )
    assert finding(made, "T002").facts["frame"] == "one"


@pytest.mark.parametrize(("width", "faults"), [(20, []), (4, []), (3, ["T018"])])
def test_a_frame_narrower_than_its_folios_is_reported(
    press: Press, width: int, faults: list[str]
) -> None:
    """`folio_width: 3` leaves a frame of 3 字 nothing for titles, one of 4 字 a character."""
    press.layout(
        "contents",
        CONTENTS.replace("[0, 2, 24, 20], section: one", f"[0, 2, {width}, 20], section: one")
        .replace("folio_width: 4", "folio_width: 3")
        .replace("folio_style: title", "folio_style: flush"),
    )
    press.layout("story", STORY.replace("TITLE", "1"))
    press.article("b", "国。")
    made = press.plan(
        "pages: 1, layout: blank",
        "pages: 2-3, layout: contents",
        "pages: 4-5, layout: story, article: b",
        "pages: 6, layout: blank",
    )
    assert [d.rule.code for d in made.diagnostics] == faults


def test_a_folio_in_a_frame_of_another_name_is_a_folio(press: Press) -> None:
    """Page labels match the folios that are printed, whatever the designer called the frame."""
    house = (press.folder / "layouts/house.yaml").read_text("utf-8")
    press.write("layouts/house.yaml", house.replace("    folio: {", "    number: {"))
    book = book_of(issue(press))
    assert [text for _, _, text in lines(book, 4, "number")] == ["04"]
    assert book.pages[3].folio == "04"


def test_metadata_is_the_manifests(press: Press) -> None:
    metadata = book_of(issue(press)).metadata
    assert metadata["title"].startswith("口碑")
    assert metadata["author"] == "编辑部"
    assert metadata["date"] == "2023-03-01"


def test_features_announce_articles(press: Press) -> None:
    press.layout(
        "cover",
        "pages: 1\nmaster: none\nframes:\n"
        '  one: {kind: text, box: [0, 0, 24, 2], text: "{features.1.folio} {features.1.title}",'
        " style: flush}\n"
        '  two: {kind: text, box: [0, 4, 24, 6], text: "{features.2.title}", style: flush}\n',
    )
    press.layout("story", STORY.replace("TITLE", "1"))
    press.article("a", "国。", "title: 甲")
    book = book_of(
        press.plan(
            "pages: 1, layout: cover, features: [a]",
            "pages: 2-3, layout: story, article: a",
            "pages: 4, layout: blank",
        )
    )
    assert [text for _, _, text in lines(book, 1, "one")] == ["02 甲"]
    assert lines(book, 1, "two") == []


def test_an_article_in_no_list_of_the_contents_is_reported(press: Press) -> None:
    """Its section has no frame; without any frame of contents there is no list to be in."""
    issue(press)
    one = CONTENTS[: CONTENTS.index("  two:")]
    for contents, found in ((one, ["T040"]), ("pages: 2\n", [])):
        press.layout("contents", contents)
        assert codes(build(press.folder / "issue.yaml")) == found
    press.layout("contents", one)
    fault = finding(build(press.folder / "issue.yaml"), "T040")
    assert fault.facts == {"article": "a", "section": "two", "layout": "contents"}


def test_a_list_on_pages_that_could_not_be_read_is_not_missed(press: Press) -> None:
    issue(press)
    one = CONTENTS[: CONTENTS.index("  two:")]
    press.layout("contents", one.replace("section: one", "section: one, sectoin: two"))
    assert "T040" not in codes(build(press.folder / "issue.yaml"))


@pytest.mark.parametrize(("name", "text"), [("3", ""), ("2", "快讯"), ("empty", "空栏")])
def test_a_section_without_articles_has_no_heading_by_its_place(
    press: Press, name: str, text: str
) -> None:
    """By its id a layout means that section and no other."""
    heading = (
        '  head: {kind: text, page: 2, box: [0, 0, 24, 1], style: flush, text: "{sections.N.name}"}'
    )
    issue(press)
    press.layout("contents", CONTENTS + heading.replace("N", name) + "\n")
    manifest = (press.folder / "issue.yaml").read_text("utf-8")
    more = "  - {id: empty, number: '03', name: 空栏, colour: red}\narticles:"
    press.write("issue.yaml", manifest.replace("articles:", more))
    book = book_of(build(press.folder / "issue.yaml"))
    assert text_of(book, [3], "head") == text
