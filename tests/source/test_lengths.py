"""Lengths and numbers as written."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubei_pdf.source.lengths import parse_length, parse_number


@pytest.mark.parametrize(
    ("written", "points"),
    [
        ("10pt", 10.0),
        ("10.5", 10.5),
        (".5pt", 0.5),
        ("25.4mm", 72.0),
        ("2.54cm", 72.0),
        ("14Q", 14 * 0.25 * 72 / 25.4),
        ("-3mm", -3 * 72 / 25.4),
        ("3 mm", 3 * 72 / 25.4),
        ("五号", 10.5),
        ("小五", 9.0),
        ("四号", 14.0),
    ],
)
def test_lengths(written: str, points: float) -> None:
    found = parse_length(written)
    assert found is not None
    assert math.isclose(found, points)


@pytest.mark.parametrize(
    "written",
    ["", "pt", "10px", "10 号", "１０pt", "1e3", "nan", "inf", "9" * 30, "--1"],
)
def test_no_lengths(written: str) -> None:
    assert parse_length(written) is None


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = parse_number(text)
    assert number is None or math.isfinite(number)
