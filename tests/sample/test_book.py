"""The sample issue as it is laid out: whole, without a finding, pictures and people in place."""

from __future__ import annotations

import pytest

from koubei_pdf.build import Build
from koubei_pdf.model.book import GlyphRun, Page, PlacedPicture


@pytest.fixture(scope="module")
def pages(built: Build) -> tuple[Page, ...]:
    assert built.book
    return built.book.pages


def test_it_is_complete_and_without_a_finding(built: Build, pages: tuple[Page, ...]) -> None:
    assert built.diagnostics == ()
    assert len(pages) == 40
    assert built.issue
    assert len(built.issue.articles) == 16


def test_every_story_shows_its_pictures_and_no_others(
    built: Build, pages: tuple[Page, ...]
) -> None:
    assert built.issue
    for slot in built.issue.pages:
        if slot.article and slot.layout != "people":
            items = [item for page in pages[slot.first - 1 : slot.last] for item in page.items]
            placed = {item.key for item in items if isinstance(item, PlacedPicture)}
            assert placed
            assert placed == {pic.key for pic in built.issue.articles[slot.article].pictures}


def test_ten_people_in_the_order_of_the_manuscript(built: Build, pages: tuple[Page, ...]) -> None:
    """Row by row over the whole spread."""
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
