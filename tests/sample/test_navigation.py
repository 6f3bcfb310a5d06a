"""The contents, folios, banners and links in the file, held against the manuscript's contents."""

from __future__ import annotations

import pypdfium2
import pytest

from .conftest import Written
from .manuscript import SECTIONS, STORIES, Story
from .reading import PT_PER_MM, Glyph, PageText, copied, letters

#: How a folio is set: font, size, and how far from the foot and the outer edge it may be (pt).
FOLIO = ("NotoSansSC-Bold", 9.5)


def in_order_of_pages() -> list[tuple[str, str]]:
    """(folio, title) of the manuscript's contents.

    The section that the manuscript names in a title (天翼之星——十佳总监) heads its list instead.
    """
    stories = sorted(STORIES, key=lambda story: story.manuscript_page)
    return [
        (
            f"{s.manuscript_page:02d}",
            letters(s.manuscript_title).removeprefix(letters(s.section["name"])),
        )
        for s in stories
    ]


def entries(printed: list[PageText]) -> list[tuple[str, str]]:
    """(folio, title) of the printed contents, by the large folios of pages 2 and 3."""
    found: list[tuple[str, str]] = []
    for page in printed[1:3]:
        for line in page.lines():
            text = letters("".join(glyph.text for glyph in line))
            if (line[0].font, round(line[0].size)) == ("NotoSerifSC-Black", 20):
                found.append((text, ""))
            elif found and (line[0].font, round(line[0].size)) == ("NotoSerifSC-Regular", 12):
                found[-1] = (found[-1][0], found[-1][1] + text)
    return found


def test_contents_are_the_manuscripts(printed: list[PageText]) -> None:
    """Every entry with its page number, in the order of the pages, and its section."""
    found = entries(printed)
    assert len(found) == 16
    assert found == in_order_of_pages()
    words = "".join(page.letters for page in printed[1:3])
    assert "目录" in words
    assert "CONTENTS" in words
    for section in SECTIONS.values():
        assert letters(section["name"]) in words


def test_entries_lead_to_the_page_whose_folio_they_print(
    written: Written, screen: pypdfium2.PdfDocument
) -> None:
    """The link under an entry, the printed folio of the page it leads to, and the page's label."""
    expected = {int(number): title for number, title in in_order_of_pages()}
    targets = []
    printed = copied(written(edition="screen"))
    for page in printed[1:3]:
        for area, target in links(screen, page.number):
            inside = [g for g in page.glyphs if within(g, area)]
            text = letters("".join(glyph.text for glyph in inside))
            label = screen.get_page_label(target - 1)
            assert text == label + expected[target]
            assert label == folio_of(printed[target - 1])
            targets.append(target)
    assert targets == sorted(expected)


def links(
    document: pypdfium2.PdfDocument, number: int
) -> list[tuple[tuple[float, float, float, float], int]]:
    """(left, top, right, bottom) in trim coordinates and target page of a page's links."""
    import ctypes

    import pypdfium2.raw as pdfium

    page = document[number - 1]
    height = page.get_height()
    found, start, link = [], ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, start, link):
        box = pdfium.FS_RECTF()
        pdfium.FPDFLink_GetAnnotRect(link, box)
        target = pdfium.FPDFDest_GetDestPageIndex(document, pdfium.FPDFLink_GetDest(document, link))
        area = (box.left, height - box.top, box.right, height - box.bottom)
        found.append((area, target + 1))
    return found


def within(glyph: Glyph, area: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = area
    return left - 1 <= glyph.left <= right and top <= glyph.y <= bottom


def folio_of(page: PageText) -> str:
    """The folio at the foot of the outer edge, or ""."""
    found = page.set_in(*FOLIO)
    line = [line for line in page.lines() if (line[0].font, round(line[0].size, 1)) == FOLIO]
    if not found:
        return ""
    assert len(found) == 1
    (glyphs,) = line
    outer = glyphs[-1].right if page.number % 2 else 210 * PT_PER_MM - glyphs[0].left
    assert outer > 170 * PT_PER_MM
    assert glyphs[0].y > 265 * PT_PER_MM
    return found[0]


def test_every_page_but_the_covers_prints_its_folio(
    printed: list[PageText], viewed: pypdfium2.PdfDocument
) -> None:
    labels = {viewed.get_page_label(index) for index in range(len(viewed))}
    assert len(labels) == len(viewed) == 40
    for page in printed:
        expected = "" if page.number in (1, 40) else f"{page.number:02d}"
        assert folio_of(page) == expected
        if expected:
            assert viewed.get_page_label(page.number - 1) == expected


def test_stories_stand_on_the_manuscripts_pages(printed: list[PageText]) -> None:
    """The title is in print on the spread that the manuscript's contents name."""
    for story in STORIES:
        assert story.pages.start == story.manuscript_page
        spread = printed[story.pages.start - 1].letters + printed[story.pages.start].letters
        assert letters(story.head["title"]) in spread
    last = next(story for story in STORIES if story.name == "34-shizai.md")
    assert last.pages == range(34, 38)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_every_spread_of_a_story_has_its_banner(story: Story, printed: list[PageText]) -> None:
    """“01 服务头条”: number and name of the section stand at the head of one of the two pages."""
    if story.layout == "people":
        return
    for left in range(story.pages.start, story.pages.stop, 2):
        heads = [
            "".join(glyph.text for glyph in page.glyphs if glyph.y < 25 * PT_PER_MM)
            for page in printed[left - 1 : left + 1]
        ]
        number, name = story.section["number"], story.section["name"]
        assert any(number in head and name in head for head in heads), heads


def test_the_directors_stand_on_38(printed: list[PageText]) -> None:
    assert "天翼之星" in printed[37].text
    assert "十佳总监" in printed[37].text


def test_the_colophon_is_on_the_back_cover(printed: list[PageText]) -> None:
    for line in ("主办：中国电信武汉分公司", "地址：洪山路特一号"):
        assert letters(line) in printed[39].letters


def test_the_masthead_is_on_the_cover(printed: list[PageText]) -> None:
    for words in ("一流口碑", "服务月刊", "武汉电信服务专刊", "202303"):
        assert words in printed[0].letters
