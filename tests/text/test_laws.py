"""Laws of breaking and setting that hold for every text on every measure (CLREQ 6.1, 6.2)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import GlyphRun
from koubei_pdf.model.style import BLACK
from koubei_pdf.text.breaking import BrokenLine, break_lines
from koubei_pdf.text.breaktable import CUT_COST, EPSILON
from koubei_pdf.text.prepare import Prepared
from koubei_pdf.text.setting import justify, set_line

from .clreq import fault_of_break
from .conftest import PLACE, make
from .ink import Cell, cells, pens
from .texts import ANYTHING, COPY, INDENTS, MEASURES

SIZE, LEFT = 10.0, 100.0

#: "Flush" is this close (pt).
FLUSH = 0.01

quick = settings(deadline=None, max_examples=120)


def set_text(paragraph: Prepared, line: BrokenLine) -> list[GlyphRun]:
    """The line's runs at 10 pt, its measure from x = 100 pt."""
    adjustment = justify(paragraph, line)
    return set_line(paragraph, line, adjustment, size=SIZE, x=LEFT, y=0, ink=BLACK, role="body")


def visible(line: list[Cell]) -> list[Cell]:
    """The cells of a line without blanks at its end, which nobody sees."""
    end = len(line)
    while end and line[end - 1].text == " ":
        end -= 1
    return line[:end]


@pytest.mark.parametrize("role", ["song", "hei", "kai"])
@quick
@given(text=COPY | ANYTHING, measure=MEASURES, indent=INDENTS)
def test_lines_join_to_the_text(
    house: FontShelf, role: str, text: str, measure: float, indent: float
) -> None:
    paragraph = make(text, house, role)
    lines = break_lines(paragraph, (measure,), indent=indent)
    assert [line.start for line in lines] == [0, *(line.end for line in lines[:-1])]
    assert lines[-1].end == len(text)
    assert [line.last for line in lines] == [False] * (len(lines) - 1) + [True]
    assert [line.indent for line in lines] == [indent] + [0.0] * (len(lines) - 1)
    for line in lines:
        runs = set_text(paragraph, line)
        assert "".join(run.text for run in runs) == text[line.start : line.end]


@pytest.mark.parametrize("shelf", ["square", "house"])
@settings(deadline=None, max_examples=400)
@given(text=COPY | ANYTHING, measure=MEASURES, indent=INDENTS)
def test_no_line_ends_where_none_may(
    request: pytest.FixtureRequest, shelf: str, text: str, measure: float, indent: float
) -> None:
    paragraph = make(text, request.getfixturevalue(shelf))
    for line in break_lines(paragraph, (measure,), indent=indent)[:-1]:
        if line.cost < CUT_COST:  # else a word wider than its line had to be cut
            assert not fault_of_break(text, line.end)


@pytest.mark.parametrize("shelf", ["square", "house"])
@quick
@given(text=COPY, measure=MEASURES, indent=INDENTS)
def test_nothing_is_over_its_measure(
    request: pytest.FixtureRequest, shelf: str, text: str, measure: float, indent: float
) -> None:
    fonts = request.getfixturevalue(shelf)
    paragraph = make(text, fonts)
    for line in break_lines(paragraph, (measure,), indent=indent):
        squeeze = sum(
            sums[line.end] - sums[line.start] for sums in (paragraph.shrink, paragraph.shrink_last)
        )
        assert line.natural - squeeze <= line.measure - line.indent + EPSILON
        ink = visible(cells(set_text(paragraph, line), fonts))
        if ink:
            assert ink[0].ink_left >= LEFT + line.indent * SIZE - FLUSH
            assert ink[-1].ink_right <= LEFT + line.measure * SIZE + FLUSH


@pytest.mark.parametrize("role", ["song", "hei", "kai"])
@settings(deadline=None, max_examples=250)
@given(text=COPY, measure=MEASURES, indent=INDENTS)
def test_lines_are_flush_on_both_edges(
    house: FontShelf, role: str, text: str, measure: float, indent: float
) -> None:
    check_flush(text, house, role, measure, indent)


@settings(deadline=None, max_examples=250)
@given(text=COPY, measure=MEASURES, indent=INDENTS)
def test_lines_of_squares_are_flush_on_both_edges(
    square: FontShelf, text: str, measure: float, indent: float
) -> None:
    check_flush(text, square, "song", measure, indent)


def check_flush(text: str, fonts: FontShelf, role: str, measure: float, indent: float) -> None:
    paragraph = make(text, fonts, role)
    for line in break_lines(paragraph, (measure,), indent=indent):
        runs = set_text(paragraph, line)
        ink = visible(cells(runs, fonts))
        if not ink:
            continue
        assert ink[0].ink_left == pytest.approx(LEFT + line.indent * SIZE, abs=FLUSH)
        for run, following in pairwise(runs):
            assert pens(run, fonts)[1] == pytest.approx(following.x, abs=FLUSH)
        if not line.last and can_stretch(text[line.start : line.end]):
            assert ink[-1].ink_right == pytest.approx(LEFT + line.measure * SIZE, abs=FLUSH)


def can_stretch(text: str) -> bool:
    """Whether a line has at least one place where spare width may go: beside an ideograph."""
    text = text.rstrip(" ")
    return any(
        "\u4e00" <= first <= "\u9fff" and "\u4e00" <= second <= "\u9fff"
        for first, second in pairwise(text)
    )


@settings(deadline=None, max_examples=250)
@given(text=COPY, measure=MEASURES, indent=INDENTS)
def test_spare_width_goes_where_it_may(
    square: FontShelf, text: str, measure: float, indent: float
) -> None:
    """Words, numbers and dashes stay solid; Han gaps of a line are equal; nothing overlaps."""
    paragraph = make(text, square)
    for line in break_lines(paragraph, (measure,), indent=indent):
        between_han = set()
        for first, second in pairwise(cells(set_text(paragraph, line), square)):
            gap = second.ink_left - first.ink_right
            pair = first.text + second.text
            if " " in pair:
                continue
            assert gap >= -FLUSH, pair
            if pair in ("——", "……") or (pair.isascii() and pair.isalnum()):
                assert gap == pytest.approx(0, abs=FLUSH), pair
            if all("\u4e00" <= char <= "\u9fff" for char in pair):
                between_han.add(round(gap, 3))
        assert max(between_han, default=0) - min(between_han, default=0) <= FLUSH


@quick
@given(text=COPY, measure=MEASURES)
def test_every_glyph_knows_its_source(house: FontShelf, text: str, measure: float) -> None:
    paragraph = make(text, house)
    for line in break_lines(paragraph, (measure,)):
        at = line.start
        for run in set_text(paragraph, line):
            assert run.span == PLACE.at(at, len(run.text))
            at += len(run.text)


@quick
@given(text=COPY | ANYTHING, measure=MEASURES)
def test_the_same_text_is_set_the_same(house: FontShelf, text: str, measure: float) -> None:
    first, second = (
        [set_text(paragraph, line) for line in break_lines(paragraph, (measure,))]
        for paragraph in (make(text, house), make(text, house))
    )
    assert first == second
