"""Text that nobody should type: it composes, whole, and nothing stands over the measure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from koubei_pdf.fonts import Face, FontShelf
from koubei_pdf.model.typography import HOUSE_RULES, Rules
from koubei_pdf.text.compose import compose
from koubei_pdf.text.setting import ROUNDING

from .conftest import FONTS, prepared_with_faults

STRANGE = {
    "zero width": "中\u200b国\u200d信\ufeff息\u2060电",
    "controls": "中\x00国\x07信\x1b息\x85电",
    "tabs": "中\t国\tAB\tC 信",
    "full-width Latin": "ＡＢＣ１２３，ｄｅｆ中国",
    "combining": "e\u0301te\u0301 中\u0308国 が\u3099 \u0301",
    "emoji": "中👨\u200d👩\u200d👧国😀信🇨🇳",
    "extension B": "𠮷野家𪚥龘",
    "right to left": "中国שלום信العربية息",
    "one word": "a" * 5000,
    "one number": "1" * 5000,
    "marks alone": "，。！？" * 20,
    "commas": "国" + "，" * 300,
    "opening marks": "（" * 300 + "国",
    "dashes": "—" * 99,
    "ellipses": "…" * 99,
    "no-break spaces": "a\u00a0" * 100,
    "spaces": "   ",
    "line feeds": "中\n国\r\n信",
    "empty": "",
    "one": "国",
    "lone surrogate": "中\ud800国",
}


@pytest.fixture(scope="module")
def serif() -> Face:
    return Face(FONTS / "NotoSerifSC-Regular.ttf")


@pytest.mark.parametrize("measure", [0.3, 1, 2, 8, 22.37, 40])
@pytest.mark.parametrize("kind", STRANGE)
def test_it_composes_and_nothing_is_lost(serif: Face, kind: str, measure: float) -> None:
    text = STRANGE[kind]
    for face in (None, serif):
        lines = compose(text, measure=measure, face=face)
        assert "".join(line.text for line in lines) == text
        assert all(len(line.advances) == len(line.text) for line in lines)
        if measure >= 8:
            for line in lines:
                assert sum(line.advances) + line.indent <= measure + ROUNDING


@pytest.mark.parametrize("text", ["国" * 9 + "  " + "国" * 9, "one   two  " * 9, "国  A  国 " * 9])
@pytest.mark.parametrize("measure", [1, 7, 9, 9.3, 10, 12.6])
def test_all_spaces_of_a_line_s_end_are_dropped(text: str, measure: float) -> None:
    for line in compose(text, measure=measure, indent=0):
        solid = len(line.text.rstrip(" "))
        assert not any(line.advances[solid:])


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("国A国", ["6.3.3 gap after: 国", "6.3.3 gap after: A"]),
        ("国 A  国", ["6.3.3 gap after: 国", "6.3.3 gap after: A"]),
        ("A B", []),
        ("国 国", []),
    ],
)
def test_a_gap_is_noted_also_where_it_replaces_a_space(text: str, noted: list[str]) -> None:
    (line,) = compose(text, measure=20)
    assert [note for note in line.notes if note.startswith("6.3.3 gap")] == noted


def test_a_gap_is_noted_also_where_the_house_fixes_it() -> None:
    fixed = replace(HOUSE_RULES, gap_least=0.25, gap_most=0.25)
    (line,) = compose("国A国，国", measure=20, rules=fixed)
    assert [note for note in line.notes if note.startswith("6.3.3")] == [
        "6.3.3 gap after: 国",
        "6.3.3 gap after: A",
    ]


@pytest.mark.parametrize(
    ("text", "measure", "flush"),
    [
        ("HarfBuzz3telecommunications", 8.2, True),
        ("1,000.50102㎡国", 7, True),
        ("ITHarfBuzztelecommunications", 13.9, True),
        ("IT HarfBuzztelecommunications的", 14, False),
    ],
)
def test_letters_of_a_western_line_open_by_a_quarter_at_most(
    text: str, measure: float, flush: bool
) -> None:
    """So few letters that they would stand apart leave the line short, and it says so."""
    line = compose(text, measure=measure, indent=0)[0]
    assert (sum(line.advances) == pytest.approx(measure)) is flush
    assert any("letters opened" in note for note in line.notes) is flush
    assert any("left short" in note for note in line.notes) is not flush


@pytest.mark.parametrize(
    ("emoji", "widths"),
    [
        ("👨\u200d👩\u200d👧", [1, 0, 1, 0, 1]),
        ("🏃🏽\u200d♂\ufe0f", [1, 1, 0, 0.5, 0]),
        ("🇨🇳", [0.5, 0.5]),
        ("👍🏽", [1, 1]),
    ],
)
def test_an_emoji_of_several_characters_is_one(emoji: str, widths: list[float]) -> None:
    """It is neither opened nor broken, also where the line is widened or cut."""
    text = f"{emoji}国国国国（国国国国"
    (opened, *_) = compose(text, measure=sum(widths) + 3.9, indent=0)
    last = len(emoji) - 1
    assert opened.stretch > 0
    assert list(opened.advances[:last]) == widths[:last]
    assert opened.advances[last] == pytest.approx(widths[last] + opened.stretch)
    assert all(line.end >= len(emoji) for line in compose(text, measure=1, indent=0))


def test_two_flags_are_two() -> None:
    assert [line.text for line in compose("🇨🇳🇭🇰", measure=1, indent=0)] == ["🇨🇳", "🇭🇰"]


@pytest.mark.parametrize(
    ("width", "chars"),
    [
        (1.0, "国がア。（——…〇ＡＺ０％￥㎡㎏𠮷😀❌"),
        (0.5, "aя≥≤≈→∞★①№℃‰×°éｱ·–"),
        (0.0, "\u0308\u200b\u2028\u2029\x07"),
    ],
)
def test_widths_of_the_ideal_font(width: float, chars: str) -> None:
    """Wide and full-width characters of Unicode, and the table's marks, are 1 em, others ½ em."""
    for char in chars:
        assert compose(f"国{char}国", measure=9)[0].natural - 2 in (
            width,
            width + 0.5,  # with a gap on both sides
        ), char


def test_a_joiner_joins_without_a_width() -> None:
    lines = compose("国国\u2060国国国", measure=2, indent=0)
    assert [line.text for line in lines] == ["国", "国\u2060国", "国国"]


@pytest.mark.parametrize("measure", [0, -1, float("inf"), float("nan"), (10, 0), ()])
def test_a_measure_is_finite_and_more_than_nothing(measure: float) -> None:
    with pytest.raises(ValueError, match="a measure must be finite and greater than 0 em, not"):
        compose("国", measure=measure)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"level": "GB"}, "level must be one of .*, not 'GB'"),
        ({"style": "gb2"}, "style must be one of .*, not 'gb2'"),
        ({"rules": Rules(hyphenate=cast(Any, "xx"))}, "hyphenate must be one of .*, not 'xx'"),
    ],
)
def test_an_unknown_choice_is_named(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        compose("国", measure=10, **wrong)


def test_an_indent_is_finite() -> None:
    with pytest.raises(ValueError, match="an indent must be finite, not inf"):
        compose("国", measure=10, indent=float("inf"))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"text": None}, "text must be a str, not None"),
        ({"measure": None}, "measure must be a number of em or a sequence"),
        ({"measure": "10"}, "measure must be a number of em or a sequence"),
        ({"measure": [10, None]}, "measure must hold numbers"),
        ({"indent": None}, "indent must be a number"),
        ({"face": "song"}, "face must be a koubei_pdf.fonts.Face or None"),
        ({"rules": None}, "rules must be Rules, not None"),
    ],
)
def test_what_is_of_another_kind_is_named(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(TypeError, match=told):
        compose(**{"text": "国", "measure": 10, **wrong})


@pytest.mark.parametrize(("measure", "indent"), [(10, 9), (2, 1), (1, 0), (0.5, 0)])
def test_an_indent_leaves_an_em(measure: float, indent: float) -> None:
    """A wider one is reduced, and the line says so."""
    assert compose("国" * 30, measure=measure, indent=12)[0].indent == indent


@pytest.mark.parametrize("kind", ["emoji", "extension B", "right to left"])
def test_what_has_no_glyph_is_reported_in_its_place(house: FontShelf, kind: str) -> None:
    prepared, faults = prepared_with_faults(STRANGE[kind], house)
    assert prepared.text == STRANGE[kind]
    assert faults
    for fault in faults:
        index = fault.span.column - 1
        assert STRANGE[kind][index] in fault.facts["char"]


def test_a_full_width_number_that_no_line_holds_is_cut_behind_its_marks() -> None:
    lines = compose("汉字汉字１２３，４５６，７８９，０１２．７８％汉字", measure=8, indent=0)
    assert [line.text for line in lines] == [
        "汉字汉字１２３，",
        "４５６，７８９，",
        "０１２．７８％汉",
        "字",
    ]
