"""What the eye sees of the sample: a colour for each section, text that nothing covers."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pikepdf
import pytest
import yaml

from koubei_pdf.build import Build
from koubei_pdf.model.book import Fill

from .manuscript import MANIFEST, ROOT, SECTIONS, STORIES, Story
from .reading import PT_PER_MM, Glyph, Line, PageText

WHITE = (0, 0, 0, 0)
HOUSE = yaml.safe_load((ROOT / "layouts" / "house.yaml").read_text("utf-8"))


def small_ink(story: Story) -> tuple[float, ...]:
    """The section's colour for type."""
    section = story.section
    name = section.get("text_colour", section["colour"])
    return tuple(HOUSE["colours"][name]["cmyk"])


def tabs(built: Build, page: int) -> list[tuple[float, ...]]:
    """The inks of the fields of colour on which the folio stands, where a picture bleeds."""
    assert built.book
    fills = [item for item in built.book.pages[page - 1].items if isinstance(item, Fill)]
    inks = [item.ink for item in fills if item.role == "tab"]
    return [(ink.c, ink.m, ink.y, ink.k) for ink in inks]


def at_head(page: PageText, text: str) -> list[Glyph]:
    """The glyphs of the line at the page's head that holds this text."""
    for line in page.lines():
        if line[0].y < 25 * PT_PER_MM and text in "".join(glyph.text for glyph in line):
            return list(line)
    return []


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_section_has_one_colour(story: Story, shown_pages: list[PageText], built: Build) -> None:
    """Banner, folio and entry of the contents carry it: four sections, four colours.

    On a picture the folio is white, on a tab of the colour.
    """
    small = small_ink(story)
    if story.layout != "people":
        for left in range(story.pages.start, story.pages.stop, 2):
            numbers = [
                glyph
                for page in shown_pages[left - 1 : left + 1]
                for glyph in at_head(page, story.section["number"])
            ]
            assert numbers
            assert {glyph.ink for glyph in numbers if glyph.text.isdigit()} == {small}
        for number in story.pages:
            (folio,) = [
                line
                for line in shown_pages[number - 1].lines()
                if (line[0].font, line[0].size) == ("NotoSansSC-Bold", 9.5)
            ]
            on_tab = tabs(built, number)
            assert on_tab in ([], [small])
            assert {glyph.ink for glyph in folio} == {WHITE if on_tab else small}
    (entry,) = [
        line
        for page in shown_pages[1:3]
        for line in page.lines()
        if (line[0].font, line[0].size) == ("NotoSerifSC-Black", 20)
        and "".join(glyph.text for glyph in line) == f"{story.pages.start:02d}"
    ]
    assert {glyph.ink for glyph in entry} == {small}


def test_sections_differ_in_colour() -> None:
    colours = [section["colour"] for section in list(SECTIONS.values())[:4]]
    assert len(set(colours)) == 4


def test_no_text_covers_another(shown_pages: list[PageText]) -> None:
    """No two lines of a page share more than a hair of their em boxes."""
    for page in shown_pages:
        lines = [line for line in page.lines() if "".join(glyph.text for glyph in line).strip()]
        for first, second in combinations(lines, 2):
            width, height = common(first, second)
            texts = ["".join(glyph.text for glyph in line) for line in (first, second)]
            assert width < 0.5 or height < 0.5, (page.number, *texts)


def test_a_covered_line_is_seen(shown_pages: list[PageText]) -> None:
    song = "NotoSerifSC-Regular"
    lines = [line for page in shown_pages for line in page.lines() if line[0].font == song]
    first, second = next(
        pair for pair in pairwise(lines) if abs(pair[1][0].y - pair[0][0].y - 17) < 0.1
    )
    lifted = tuple(replace(glyph, y=glyph.y - 9) for glyph in second)
    assert min(common(first, second)) < 0.5
    assert min(common(first, lifted)) > 0.5


def common(first: Line, second: Line) -> tuple[float, float]:
    """Width and height (pt) of what the em boxes of two lines share."""
    boxes = []
    for line in (first, second):
        glyph = line[0]
        top, foot = glyph.y - 0.88 * glyph.size, glyph.y + 0.12 * glyph.size
        boxes.append((line[0].ink_left, top, line[-1].ink_right, foot))
    (left, top, right, foot), (other_left, other_top, other_right, other_foot) = boxes
    return min(right, other_right) - max(left, other_left), min(foot, other_foot) - max(
        top, other_top
    )


def test_spreads_differ() -> None:
    """At least cover, contents, three story spreads, text page, people grid, back cover."""
    assert len({slot["layout"] for slot in MANIFEST["pages"]}) >= 10
    assert all(first.layout != second.layout for first, second in pairwise(STORIES))


def test_artwork_is_drawn_not_photographed(sample: pikepdf.Pdf) -> None:
    """Every picture is a form of vectors; every story has at least one."""
    for story in STORIES:
        kinds = [
            str(thing.Subtype)
            for number in story.pages
            for thing in sample.pages[number - 1].obj.Resources.get("/XObject", {}).values()
        ]
        assert set(kinds) == {"/Form"}, story.name
