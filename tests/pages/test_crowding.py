"""Readings and what stands under the line above: whether they meet (T032)."""

from __future__ import annotations

from pathlib import Path

import pytest

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.content import Run
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.style import BLACK, FontRole
from koubei_pdf.pages.crowding import crowded_readings
from koubei_pdf.text.beside import set_beside
from koubei_pdf.text.breaking import break_lines
from koubei_pdf.text.features import InlineItem
from koubei_pdf.text.prepare import prepare
from koubei_pdf.text.setting import justify

FONTS = Path(__file__).parents[2] / "fonts"
SIZE, PLACE = 10.0, Span("articles/a.md", 9, 1)


@pytest.fixture(scope="module")
def house() -> FontShelf:
    name = "NotoSansSC-Regular"
    shelf, faults = FontShelf.load({"hei": FontRole((name,), (name,))}, [FONTS], PLACE)
    assert not faults
    return shelf


def beside(shelf: FontShelf, runs: list[Run], y: float) -> list[tuple[int, InlineItem]]:
    """What stands beside one line with its baseline at y, on page 3."""
    paragraph, _ = prepare(runs, lambda _: "hei", shelf)
    (line,) = break_lines(paragraph, (20,))
    made = justify(paragraph, line)
    return [
        (3, item) for item in set_beside(paragraph, line, made, size=SIZE, x=0.0, y=y, ink=BLACK)
    ]


@pytest.mark.parametrize(
    ("marks", "leading", "meets"),
    [
        ("dots", 1.7, False),
        ("dots", 1.65, True),
        ("name", 1.65, False),
        ("name", 1.6, True),
        ("book", 1.7, False),
        ("book", 1.65, True),
        ("name dots", 1.7, True),
        ("name dots", 1.9, False),
        ("book dots", 1.7, True),
    ],
)
def test_readings_meet_what_stands_under_the_line_above(
    house: FontShelf, marks: str, leading: float, meets: bool
) -> None:
    above = [Run("绿女格", PLACE, frozenset(marks.split()))]
    below = [
        Run(char, PLACE.at(index), ruby=reading)
        for index, (char, reading) in enumerate(zip("绿女格", ("lǜ", "nǚ", "gé"), strict=True), 3)
    ]
    items = [*beside(house, above, 0.0), *beside(house, below, leading * SIZE)]
    found = [fault.rule.code for fault in crowded_readings(house, items)]
    assert found == (["T032"] if meets else [])
    apart = [(page + (item.role == "ruby"), item) for page, item in items]
    assert not list(crowded_readings(house, apart))


def test_readings_beside_a_mark_do_not_meet_it(house: FontShelf) -> None:
    above = [Run("国国国国", PLACE), Run("国", PLACE.at(4), frozenset({"name", "dots"}))]
    items = [*beside(house, above, 0.0), *beside(house, [Run("女", PLACE, ruby="nǚ")], 17.0)]
    assert not list(crowded_readings(house, items))
