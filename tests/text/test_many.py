"""The laws of lines over many random paragraphs: `pytest tests/text/test_many.py --many 100000`.

Unlike hypothesis, which looks for the one text that breaks a law, this counts: copy as authors
write it, on every measure of 8 to 40 em, whole and not, on every level that has rules.
"""

from __future__ import annotations

import random
import re

import pytest

from koubei_pdf.model.typography import Level
from koubei_pdf.text.breaktable import CUT_COST, EPSILON
from koubei_pdf.text.compose import ComposedLine, compose
from koubei_pdf.text.setting import ROUNDING

from .clreq import fault_of_break

_HAN = "中国电信武汉服务口碑客户营业厅网络一二三人的了在是有这那我他们可以说"
_WESTERN = (
    *("DICT", "SD-WAN", "5G", "App", "don’t", "Wi-Fi", "network", "service", "HarfBuzz"),
    *("2023", "3.14", "1,292", "50%", "37.6", "20℃", "102㎡", "¥100", "+5", "−3", "±2", "5‰"),
    *("3—5", "3～5", "2021–2022", "10:30", "100 km", "5 GB", "1,000.50", "www.189.cn"),
)
_MARKS = (
    *("，",) * 8,
    *("。",) * 5,
    *("、", "；", "：", "？", "！", "——", "……", "·", "～", "／", "？！", "！！", "—"),
)
_BRACKETS = ("（）", "“”", "《》", "‘’", "「」", "【】")
#: Paragraphs of a usual run.
FEW = 4000
LEVELS: tuple[Level, ...] = ("basic", "gb", "strict")

#: A line that has nothing to widen: no Han, or one with the mark behind it.
_WITHOUT_PLACE = re.compile(r"[^一-鿿 ]+|[一-鿿][^\w ]")
#: The space of 100 km, which never widens (CLREQ 6.1.2.2).
_NUMBER_SPACE = re.compile("(?<=[0-9]) (?=km|GB)")
#: Marks that `basic` lets end a line.
_BASIC_ENDS = "/／"

Setting = tuple[str, float, float, Level]


def settings(count: int) -> list[Setting]:
    """Texts with measure, indent and level; the same every time."""
    dice = random.Random(20230301)
    return [
        (
            _copy(dice),
            dice.choice((float(dice.randint(8, 40)), round(dice.uniform(8, 40), 2))),
            dice.choice((0.0, 2.0)),
            dice.choice(LEVELS),
        )
        for _ in range(count)
    ]


def _copy(dice: random.Random) -> str:
    units = [_unit(dice) for _ in range(dice.randint(1, 50))]
    text = units[0]
    for unit in units[1:]:
        mark = dice.choice(_MARKS) if dice.random() < 0.4 else ""
        beside_western = re.search(r"[!-~㎡℃‰]$", text) or re.match(r"[!-~±−¥]", unit)
        text += (mark or ("的" if beside_western else "")) + unit
    return text + dice.choice(("", "。", "！", "”"))


def _unit(dice: random.Random) -> str:
    words = "".join(dice.choice(_HAN) for _ in range(dice.randint(1, 8)))
    kind = dice.random()
    if kind < 0.65:
        return words
    if kind < 0.85:
        return dice.choice(_WESTERN)
    opening, closing = dice.choice(_BRACKETS)
    return opening + words + closing


@pytest.fixture(scope="module")
def composed(request: pytest.FixtureRequest) -> list[tuple[Setting, list[ComposedLine]]]:
    count = request.config.getoption("--many") or FEW
    return [
        (setting, compose(setting[0], measure=setting[1], indent=setting[2], level=setting[3]))
        for setting in settings(count)
    ]


Composed = list[tuple[Setting, list[ComposedLine]]]


def test_nothing_is_lost(composed: Composed) -> None:
    for (text, *_), lines in composed:
        assert "".join(line.text for line in lines) == text


def test_no_line_starts_or_ends_where_none_may(composed: Composed) -> None:
    for (text, measure, _, level), lines in composed:
        for line in lines[:-1]:
            fault = fault_of_break(text, line.end, level)
            if level == "basic" and text[line.end - 1] in _BASIC_ENDS:
                continue
            if fault and line.cost >= CUT_COST:  # nothing narrower than the line stands there
                assert measure < 20
                continue
            assert not fault, (text, measure, level, line.text)


def test_no_line_is_over_its_measure(composed: Composed) -> None:
    for (_, measure, *_), lines in composed:
        for line in lines:
            assert sum(line.advances) + line.indent <= measure + ROUNDING


def test_lines_are_flush_where_they_have_a_place_to_widen(composed: Composed) -> None:
    for (_, measure, *_), lines in composed:
        for line in lines[:-1]:
            width = sum(line.advances) + line.indent
            if abs(width - measure) > 2 * EPSILON:
                solid = _NUMBER_SPACE.sub("", line.text.strip())
                assert _WITHOUT_PLACE.fullmatch(solid), (measure, line.text)


def test_few_last_lines_have_one_character(composed: Composed) -> None:
    alone = [
        lines
        for _, lines in composed
        if len(lines) > 1 and len(re.findall(r"\w", lines[-1].text)) <= 1
    ]
    assert len(alone) <= 0.005 * len(composed)
