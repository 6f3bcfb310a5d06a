"""Where the lines of a paragraph end: fit, tolerance, last lines, measures that change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.typography import Rules
from koubei_pdf.text.breaking import (
    FLEX_COST,
    LINE_COST,
    STRETCH_COST,
    STRETCH_UNIT,
    VISIBLE_COST,
    break_lines,
)
from koubei_pdf.text.compose import compose
from koubei_pdf.text.prepare import Prepared

from .conftest import make

Squares = Callable[[str], Prepared]


def texts(paragraph: Prepared, *measures: float, indent: float = 0.0) -> list[str]:
    """The text of each line."""
    lines = break_lines(paragraph, measures, indent=indent)
    return [paragraph.text[line.start : line.end] for line in lines]


@given(count=st.integers(1, 200), measure=st.integers(8, 40))
@settings(deadline=None)
def test_han_fills_lines_to_the_em(square: FontShelf, count: int, measure: int) -> None:
    """A line of n em holds n ideographs, so that the fewest lines are enough; and a last
    character has company (孤字)."""
    sizes = list(map(len, texts(make("国" * count, square), measure)))
    assert sum(sizes) == count
    assert max(sizes) <= measure
    assert len(sizes) == -(-count // measure)
    assert sizes[-1] > 1 or count == 1


@pytest.mark.parametrize("short", [0.0, 0.0001, 0.0002, -0.0002])
def test_a_measure_that_is_short_by_a_rounding_holds_its_line(
    squares: Squares, short: float
) -> None:
    """0.002 pt of a 10-pt line drop no character (design.md, Traps)."""
    assert texts(squares("国" * 50), 25 - short) == ["国" * 25] * 2


def test_indent_takes_from_the_first_line_only(squares: Squares) -> None:
    assert texts(squares("国" * 28), 10, indent=2) == ["国" * 8, "国" * 10, "国" * 10]


def test_marks_are_squeezed_before_a_character_goes_down(squares: Squares) -> None:
    """先挤进后推出: eleven characters with two marks fit ten em."""
    assert texts(squares("国国国国，国国国国国。"), 10) == ["国国国国，国国国国国。"]
    assert texts(squares("国国国国，国国国国国。国国国国"), 10)[0] == "国国国国，国国国国国。"


def test_a_mark_at_the_end_counts_for_half(squares: Squares) -> None:
    assert texts(squares("国国国国国国国国国，国国国"), 9.5)[0] == "国国国国国国国国国，"
    assert texts(squares("“国国国国国国国国国国国国"), 9.5)[0] == "“国国国国国国国国国"


def test_a_forbidden_start_takes_a_character_with_it(squares: Squares) -> None:
    """Nothing to squeeze: the character before the mark goes down with it."""
    assert texts(squares("国国国国国国国国，国国国国"), 8) == ["国国国国国国国", "国，国国国国"]


def test_no_single_character_on_the_last_line(squares: Squares) -> None:
    for count in range(17, 40):
        last = texts(squares("国" * count + "。"), 8)[-1]
        assert len(last.rstrip("。")) > 1


def test_numbers_and_words_go_down_whole(squares: Squares) -> None:
    assert texts(squares("国国国国国国12345678国"), 8) == ["国国国国国国", "12345678国"]
    assert texts(squares("国国国国国国国SD-WAN国"), 8) == ["国国国国国国国", "SD-WAN国"]


def test_empty_text_is_one_empty_line(squares: Squares) -> None:
    (line,) = break_lines(squares(""), (10.0,), indent=2.0)
    assert (line.start, line.end, line.last) == (0, 0, True)


@pytest.mark.parametrize("letters", [21, 40, 200])
def test_a_word_wider_than_its_measure_is_cut(squares: Squares, letters: int) -> None:
    """Nothing is lost and nothing stands over the measure; the caller reports the cut."""
    word = "A" * letters
    paragraph = squares(f"国国国国国国国国国国国国{word}国国国国国国国国国国国国")
    lines = break_lines(paragraph, (10.0,))
    assert "".join(texts(paragraph, 10.0)) == paragraph.text
    assert all(line.natural <= line.measure + 0.001 for line in lines)


def test_a_character_wider_than_its_measure_stands_alone(squares: Squares) -> None:
    assert texts(squares("国国国"), 0.5) == ["国", "国", "国"]


def test_measures_may_change_from_line_to_line(squares: Squares) -> None:
    """A picture beside the text narrows some lines; the last measure repeats."""
    assert list(map(len, texts(squares("国" * 40), 8, 8, 10))) == [8, 8, 10, 10, 4]
    assert list(map(len, texts(squares("国" * 40), 8, 8, 10, indent=2))) == [6, 8, 10, 10, 6]


@settings(deadline=None, max_examples=100)
@given(
    text=st.text("国国国国，。A", min_size=1, max_size=120),
    measures=st.lists(st.integers(8, 20), min_size=1, max_size=6),
)
def test_lines_take_their_own_measures(square: FontShelf, text: str, measures: list[int]) -> None:
    lines = break_lines(make(text, square), measures)
    for number, line in enumerate(lines):
        assert line.measure == measures[min(number, len(measures) - 1)]
    assert "".join(text[line.start : line.end] for line in lines) == text


def test_a_chapter_is_broken_at_once(squares: Squares) -> None:
    """20,000 characters in one paragraph, as a careless author pastes them."""
    text = "武汉电信的服务，让客户满意。" * 1500
    assert "".join(texts(squares(text), 22)) == text


def test_a_line_with_a_hanging_mark_is_priced_without_it() -> None:
    """The 。 hangs by half an em; ¼ em is left, of which the gap takes 0.1 and a place 0.15."""
    rules = Rules(hanging=True, gap_most=0.35)
    line = compose("w" * 41 + "完。武汉电信", measure=22, indent=0, rules=rules)[0]
    assert line.text.endswith("。")
    assert line.stretch == pytest.approx(0.15)
    stretched = STRETCH_COST * (0.15 / STRETCH_UNIT) ** 2 + VISIBLE_COST
    assert line.cost == pytest.approx(LINE_COST + FLEX_COST + stretched)
