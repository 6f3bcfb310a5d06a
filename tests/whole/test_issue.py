"""The sample issue is complete: pages, contents, banners, folios, pictures, people."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from koubei_pdf.build import Build
from koubei_pdf.model.book import GlyphRun, Link, Page, PlacedPicture

ORDER = yaml.safe_load(
    (Path(__file__).parents[1] / "manuscript" / "order.yaml").read_text(encoding="utf-8")
)
COVERS = (1, 40)


def texts(page: Page, role: str) -> str:
    return "".join(
        item.text for item in page.items if isinstance(item, GlyphRun) and item.role == role
    )


def letters(text: str) -> str:
    """Han characters, letters and digits alone."""
    return re.sub(r"[\W_]", "", text)


@pytest.fixture(scope="module")
def pages(built: Build) -> tuple[Page, ...]:
    assert built.book
    return built.book.pages


def test_it_is_complete_and_without_a_finding(built: Build, pages: tuple[Page, ...]) -> None:
    assert built.diagnostics == ()
    assert len(pages) == 40
    assert built.issue
    assert len(built.issue.articles) == 16


def test_articles_stand_where_the_manuscript_puts_them(built: Build) -> None:
    assert built.issue
    starts = {slot.article: (slot.first, slot.last) for slot in built.issue.pages if slot.article}
    firsts = [first for first, _ in starts.values()]
    assert firsts == [4, 6, *range(10, 35, 2), 38]
    assert starts["shizai"] == (34, 37)


def test_contents_name_every_article_and_its_printed_folio(
    built: Build, pages: tuple[Page, ...]
) -> None:
    assert built.issue
    spread = pages[1].items + pages[2].items
    links = [item.page for item in spread if isinstance(item, Link)]
    articles = [slot for slot in built.issue.pages if slot.article]
    assert links == [slot.first for slot in articles]
    listed = letters(texts(pages[1], "contents") + texts(pages[2], "contents"))
    entries = []
    for slot in articles:
        article = built.issue.articles[str(slot.article)]
        title = article.fields.get("contents") or article.fields["title"]
        entries.append(f"{slot.first:02d}{letters(title.text)}")
        assert pages[slot.first - 1].folio == f"{slot.first:02d}"
        assert letters(texts(pages[slot.first - 1], "folio")) == f"{slot.first:02d}"
    assert listed == "".join(entries)
    for section in list(built.issue.sections.values())[:4]:
        assert any(section.name in texts(page, name) for page in pages[1:3] for name in _names())


def _names() -> list[str]:
    return [f"name-{number}" for number in range(1, 5)]


def test_every_page_but_the_covers_has_its_folio(pages: tuple[Page, ...]) -> None:
    for page in pages:
        assert page.folio == ("" if page.number in COVERS else f"{page.number:02d}")


def test_every_story_spread_has_its_banner(built: Build, pages: tuple[Page, ...]) -> None:
    assert built.issue
    for left in range(4, 38, 2):
        slot = next(s for s in built.issue.pages if s.first <= left <= s.last)
        section = built.issue.sections[built.issue.articles[str(slot.article)].section]
        spread = pages[left - 1], pages[left]
        assert any(texts(page, "banner-number") == section.number for page in spread)
        assert any(texts(page, "banner-name") == section.name for page in spread)


def test_every_story_has_a_picture_with_a_caption(built: Build, pages: tuple[Page, ...]) -> None:
    assert built.issue
    for slot in built.issue.pages:
        if not slot.article or slot.layout == "people":
            continue
        items = [item for page in pages[slot.first - 1 : slot.last] for item in page.items]
        placed = {item.key for item in items if isinstance(item, PlacedPicture)}
        article = built.issue.articles[slot.article]
        assert placed == {picture.key for picture in article.pictures}
        captions = "".join(i.text for i in items if isinstance(i, GlyphRun) and "caption" in i.role)
        for picture in article.pictures:
            assert picture.caption
            assert letters(picture.caption.text) in letters(captions)


def test_ten_people_in_the_order_of_the_manuscript(built: Build, pages: tuple[Page, ...]) -> None:
    assert built.issue
    people = built.issue.articles["shijia"].people
    assert len(people) == 10
    upper, lower = [], []
    for page in pages[37:39]:
        runs = [item for item in page.items if isinstance(item, GlyphRun) and item.role == "name"]
        rows = sorted({run.y for run in runs})
        upper += [run.text for run in runs if run.y == rows[0]]
        lower += [run.text for run in runs if run.y == rows[1]]
    assert upper + lower == [person.name.text for person in people]


def test_spreads_differ(built: Build) -> None:
    """At least cover, contents, three story spreads, text page, people grid, back cover."""
    assert built.issue
    assert len({slot.layout for slot in built.issue.pages}) >= 10
    stories = [slot.layout for slot in built.issue.pages if slot.article]
    assert all(first != second for first, second in pairwise(stories))


def test_every_body_baseline_is_on_the_grid(built: Build, pages: tuple[Page, ...]) -> None:
    assert built.issue
    grid = built.issue.house.grid
    for page in pages:
        for item in page.items:
            if isinstance(item, GlyphRun) and item.role == "body" and item.size == grid.em:
                row = (item.y - grid.head - 0.88 * grid.em) / grid.row
                assert abs(row - round(row)) * grid.row < 0.01
