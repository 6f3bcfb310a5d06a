"""Divided words: only where the house allows it, only where CY/T 154 does (CLREQ 6.1.4)."""

from __future__ import annotations

import pytest

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.content import Run
from koubei_pdf.model.style import BLACK
from koubei_pdf.model.typography import Rules
from koubei_pdf.text.breaking import break_lines
from koubei_pdf.text.cohesion import HYPHEN
from koubei_pdf.text.compose import compose
from koubei_pdf.text.hyphenation import compound_points, hyphen_points
from koubei_pdf.text.ideal import IdealShelf
from koubei_pdf.text.prepare import prepare
from koubei_pdf.text.setting import justify, set_line

from .conftest import PLACE

BRITISH = Rules(hyphenate="en-GB")
COPY = (
    "武汉电信加快建设telecommunications infrastructure与服务平台，digital transformation走在前列。"
)


def points(text: str) -> list[int]:
    return list(hyphen_points(text, "en-GB"))


@pytest.mark.parametrize(
    "text",
    [
        "Wuhan",  # a name
        "HarfBuzz",
        "DICT",
        "strength",  # one syllable
        "a.transformation@b.cn",
        "https://transformation",
        "transformation2",
        "don’transformation",
    ],
)
def test_these_stay_whole(text: str) -> None:
    assert points(f"中{text}国") == []


def test_no_part_is_short() -> None:
    for text in ("communication", "infrastructure", "telecommunications"):
        offsets = points(text)
        assert offsets
        assert min(offsets) >= 3
        assert max(offsets) <= len(text) - 3


def test_a_hyphen_of_its_own_is_enough() -> None:
    assert points("high-speed") == []
    assert list(compound_points("国high-speed国 up-to-date Coca-Cola，")) == [6, 29]


@pytest.mark.parametrize(
    "text",
    [
        *("SD-WAN", "Wi-Fi", "COVID-19", "T-shirt", "5G-A", "F-16", "e-mail", "ABC-DEF", "2-way"),
        *("www.big-data.cn", "big-data.cn", "me@big-data", "/big-data", "big-data/x", "big--data"),
    ],
)
def test_these_stay_whole_at_their_hyphens(text: str) -> None:
    assert list(compound_points(f"国{text}国")) == []


def test_a_compound_is_divided_only_where_that_is_better() -> None:
    text = "国国国国国koubei-pdf国国国国国国"
    assert compose(text, measure=9, indent=0)[0].text == "国国国国国koubei-"
    assert compose(text, measure=10.25, indent=0)[0].text == "国国国国国koubei-pdf"


def test_the_author_s_wish_is_added_to_no_lesser_price() -> None:
    """What is kept together costs at its hyphen what any compound does, at least."""
    run = Run("Coca-Cola", PLACE, frozenset({"name"}))
    paragraph, _ = prepare([run], lambda _: "text", IdealShelf())
    assert paragraph.break_costs[5] == HYPHEN


def test_words_are_whole_unless_the_house_allows() -> None:
    for measure in range(10, 30):
        for line in compose(COPY, measure=measure):
            around = COPY[line.end - 1 : line.end + 1]
            assert not (around.isascii() and around.isalpha())


@pytest.mark.parametrize("measure", range(9, 25))
def test_the_hyphen_stands_within_the_measure(measure: int) -> None:
    lines = compose(COPY, measure=measure, rules=BRITISH)
    for line in lines[:-1]:
        assert sum(line.advances) + line.indent == pytest.approx(measure, abs=1e-3)
        around = COPY[line.end - 1 : line.end + 1]
        if around.isascii() and around.isalpha():
            assert line.advances[-1] == pytest.approx(1.0)  # a letter and its hyphen


def test_the_hyphen_is_drawn_and_is_none_of_the_text(house: FontShelf) -> None:
    run = Run(COPY, PLACE)
    paragraph, _ = prepare([run], lambda _: "song", house, rules=BRITISH)
    lines = break_lines(paragraph, (11.0,), indent=2.0)
    divided = [line for line in lines if line.end in paragraph.hyphens]
    assert divided
    for line in divided:
        adjustment = justify(paragraph, line)
        runs = set_line(paragraph, line, adjustment, size=10, x=0, y=0, ink=BLACK, role="body")
        assert runs[-1].text == "\u00ad"
        face = house.face(runs[-1].face)
        (glyph,) = runs[-1].glyphs
        assert face.shape("-").glyphs == [glyph]
        assert runs[-1].x + face.advance(glyph) * 10 == pytest.approx(110, abs=0.01)
        assert "".join(r.text for r in runs[:-1]) == COPY[line.start : line.end]
