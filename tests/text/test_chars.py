"""Where lines may end: each class of characters, by what stands before and after it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.typography import HOUSE_RULES, Level
from koubei_pdf.text.chars import classes
from koubei_pdf.text.cohesion import find_breaks

from .clreq import NEVER_FIRST, NEVER_LAST
from .conftest import prepared_with_faults

Pieces = Callable[[str], list[str]]


@pytest.fixture
def pieces(square: FontShelf) -> Pieces:
    """Cuts a text at every place where a line may end."""

    def cut(text: str) -> list[str]:
        prepared, _ = prepared_with_faults(text, square)
        ends = list(prepared.breaks)
        return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]

    return cut


@given(text=st.text())
def test_every_character_has_a_class(text: str) -> None:
    assert len(classes(text)) == len(text)


def test_han_breaks_anywhere(pieces: Pieces) -> None:
    assert pieces("中国口碑") == ["中", "国", "口", "碑"]
    # Kana, full-width letters, signs of one em, and an ideograph beyond the first plane.
    assert pieces("のＡ①→𠮷") == ["の", "Ａ", "①", "→", "𠮷"]


@pytest.mark.parametrize("mark", sorted(NEVER_FIRST))
def test_no_line_starts_with(pieces: Pieces, mark: str) -> None:
    assert pieces(f"中{mark}国")[0].startswith(f"中{mark}")
    assert pieces(f"“中”{mark}国")[0].startswith(f"“中”{mark}")
    assert pieces(f"5{mark}国")[0].startswith(f"5{mark}")


@pytest.mark.parametrize("mark", sorted(NEVER_LAST))
def test_no_line_ends_with(pieces: Pieces, mark: str) -> None:
    for following in ("国", "5", "A", "——", "……", "（", "《"):
        assert mark not in [piece[-1] for piece in pieces(f"中{mark}{following}中")]


@pytest.mark.parametrize("opening", "‘“（《〈【〖〔［｛「『")
def test_a_line_may_start_with_an_opening_mark(pieces: Pieces, opening: str) -> None:
    assert pieces(f"中{opening}国") == ["中", f"{opening}国"]
    assert pieces(f"中，{opening}国") == ["中，", f"{opening}国"]
    assert pieces(f"A{opening}国") == ["A", f"{opening}国"]


@pytest.mark.parametrize(
    "space", [" ", "\t", "\u2002", "\u2009", "\u3000", "\u3000\u3000", " \u3000"]
)
def test_an_opening_mark_ends_no_line_with_spaces_behind_it(pieces: Pieces, space: str) -> None:
    assert pieces(f"中“{space}国") == ["中", f"“{space}国"]


@pytest.mark.parametrize("pair", ["——", "……", "⋯⋯"])
def test_dash_and_ellipsis_are_one(pieces: Pieces, pair: str) -> None:
    assert pieces(f"中{pair}国") == ["中", pair, "国"]
    assert pieces(f"“中{pair}”国") == ["“中", f"{pair}”", "国"]


def test_a_lone_dash_connects_numbers(pieces: Pieces) -> None:
    """By itself — connects (一字线), as ～ and – do: CLREQ 6.1.1, basic level."""
    assert pieces("3—5年")[0].startswith("3—")
    assert pieces("A—B型")[0].startswith("A—")


@pytest.mark.parametrize("level", ["gb", "strict"])
@pytest.mark.parametrize("text", ["北京—上海", "“北京”—上海", "北京―上海"])
def test_a_lone_dash_between_han_starts_no_line(level: Level, text: str) -> None:
    """It is the connector 一字线: GB/T 15834 5.1.6."""
    at = re.search("[—―]", text)
    assert at is not None
    breaks = find_breaks(text, classes(text), replace(HOUSE_RULES, level=level)).offsets
    assert at.start() not in breaks
    assert at.end() in breaks


def test_at_level_basic_a_lone_dash_between_han_starts_a_line_at_a_cost() -> None:
    """CLREQ's basic level does not list it."""
    text = "北京—上海"
    found = find_breaks(text, classes(text), replace(HOUSE_RULES, level="basic"))
    assert 2 in found.offsets
    assert found.costs[2] > 100


def test_a_dash_in_one_character_is_no_connector(pieces: Pieces) -> None:
    assert pieces("北京⸺上海") == ["北", "京", "⸺", "上", "海"]


def test_an_ideographic_space_starts_no_line(pieces: Pieces) -> None:
    assert pieces("王　艳") == ["王　", "艳"]


@pytest.mark.parametrize(
    "number",
    ["2023", "3.14", "1,292", "37.6", "50%", "5‰", "45°", "20℃", "68℉", "5％"]
    + [f"10{unit}" for unit in "㎎㎏㎜㎝㎞㎡㎥"]
    + ["+5", "−3", "±2", "$8", "¥100", "€9", "￥100", "¥1,000.50"]
    + ["＋5", "－5", "№5", "＃5", "￡5", "＄5", "5＋5", "＋37.6%"],
)
def test_numbers_stay_whole(pieces: Pieces, number: str) -> None:
    """With decimal point, thousands, sign, unit and currency: CLREQ 6.1.2.2."""
    assert pieces(f"中{number}国") == ["中", number, "国"]
    assert pieces(f"中{number}，国") == ["中", f"{number}，", "国"]
    assert pieces(f"（{number}）国") == [f"（{number}）", "国"]


@pytest.mark.parametrize(
    "word", ["DICT", "SD-WAN", "Wi-Fi", "5G", "a.b@c.cn", "e\u0301t\u00e9", "don’t", "O’Neill"]
)
def test_words_stay_whole(pieces: Pieces, word: str) -> None:
    assert pieces(f"中{word}国") == ["中", word, "国"]
    assert pieces(f"中{word}。国") == ["中", f"{word}。", "国"]


def test_western_text_breaks_at_spaces(pieces: Pieces) -> None:
    assert pieces("the (big) cat, 9 lives") == ["the ", "(big) ", "cat, ", "9 ", "lives"]


def test_a_space_that_may_not_break_does_not(pieces: Pieces) -> None:
    assert pieces("中100\u00a0km国") == ["中", "100\u00a0km", "国"]


def test_solidus_is_bound_on_both_sides(pieces: Pieces) -> None:
    assert pieces("中和/或国") == ["中", "和/或", "国"]
    assert pieces("中和／或国") == ["中", "和／或", "国"]


def test_combining_marks_stay_with_their_base(pieces: Pieces) -> None:
    assert pieces("葛\U000e0100城") == ["葛\U000e0100", "城"]
