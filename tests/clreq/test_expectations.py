"""Every word of the vocabulary can fail: it tells a wrong setting from a right one."""

from __future__ import annotations

from typing import Any

import pytest

from .expectations import CHECKS, failures
from .setting import Body, Reading, SetLine, Setting


def line(text: str, *places: float) -> SetLine:
    """A line of characters whose bodies, an em wide (marks: half), begin at these places."""
    return SetLine(
        tuple(
            Body(char, place, place + (0.5 if char in "，（" else 1.0))
            for char, place in zip(text, places, strict=True)
        )
    )


#: 春江， stretched by a tenth of an em between the Han, then （花 and a last line.
SETTING = Setting(
    "春江，（花月",
    (2.6, 1.5),
    (line("春江，", 0, 1.1, 2.1), line("（花", 0, 0.5), line("月", 0)),
)


#: A word of the vocabulary, what holds of the setting, and what does not.
CASES: list[tuple[str, Any, Any]] = [
    ("lines", ["春江，", "（花", "月"], ["春江", "，（花", "月"]),
    ("count", 3, 2),
    ("never_starts", "，", "（"),
    ("never_ends", "（", "，"),
    ("never_splits", ["春江，"], ["江，（"]),
    ("never_breaks", ["春|江"], ["，|（"]),
    ("breaks", ["花|月"], ["（|花"]),
    ("gap", {"春江": 0.1}, {"春江": 0}),
    ("gap", {"（花": 0}, {"花月": 0}),
    ("widest", {"春江": 0.1}, {"春江": 0.05}),
    ("width", {"江": 1.1}, {"江": 1.0}),
    ("starts_at", {1: 0, "（": 0}, {"（": 0.5}),
    ("ends_at", {1: 2.6}, {"，": 2.5}),
    ("flush", True, False),
    ("last_holds", 1, 2),
]


@pytest.mark.parametrize(("word", "right", "wrong"), CASES)
def test_right_and_wrong(word: str, right: Any, wrong: Any) -> None:
    assert failures([SETTING], {word: right}, hanging=False) == []
    assert failures([SETTING], {word: wrong}, hanging=False) != []


#: 床 and 窗, each with a reading; the second stands flush with the line's end.
READ = Setting(
    "床窗",
    (2.7,),
    (
        SetLine(
            line("床窗", 0.25, 1.7).bodies,
            (Reading("chuang", 0, 1.5), Reading("chuan", 1.75, 2.7)),
        ),
    ),
)


#: The same of readings.
READ_CASES: list[tuple[str, Any, Any]] = [
    ("readings", [["chuang", "chuan"]], [["chuan", "chuang"]]),
    ("off_centre", {"床": 0}, {"窗": 0}),
    ("off_centre", {"窗": 0.025}, {"国": 0}),
    ("apart", 0.25, 0.3),
]


@pytest.mark.parametrize(("word", "right", "wrong"), READ_CASES)
def test_right_and_wrong_readings(word: str, right: Any, wrong: Any) -> None:
    assert failures([READ], {word: right}, hanging=False) == []
    assert failures([READ], {word: wrong}, hanging=False) != []


@pytest.mark.parametrize("reading", [Reading("chuang", -0.1, 1.4), Reading("chuang", 1.75, 2.8)])
def test_a_reading_beyond_the_measure_fails(reading: Reading) -> None:
    beyond = Setting("床窗", (2.7,), (SetLine(READ.lines[0].bodies, (reading,)),))
    assert failures([beyond], {"count": 1}, hanging=False) != []


def test_even_gaps() -> None:
    uneven = Setting("春江花", (4.0,), (line("春江花", 0, 1.1, 2.3),))
    assert failures([SETTING], {"even": True}, hanging=False) == []
    assert failures([uneven], {"even": True}, hanging=False) != []


def test_every_text_is_whole_and_within_its_measure() -> None:
    lost = Setting("春江花", (4.0,), (line("春江", 0, 1),))
    over = Setting("春江", (1.9,), (line("春江", 0, 1),))
    assert failures([lost], {"count": 1}, hanging=False) != []
    assert failures([over], {"count": 1}, hanging=False) != []
    assert failures([over], {"count": 1}, hanging=True) == []


def test_every_word_is_tested() -> None:
    assert {word for word, *_ in CASES + READ_CASES} | {"even"} == set(CHECKS)
