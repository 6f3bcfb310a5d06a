"""Spots whose names people take for one."""

from __future__ import annotations

import pytest

from koubei_pdf.model.diagnostics import Span
from koubei_pdf.source.spots import alike


def told(known: list[str], *more: str) -> list[tuple[str, str, int]]:
    """The name, the other and the line of each finding; names stand on lines of their own."""
    places = [(name, Span("a.md", line, 1)) for line, name in enumerate(more, start=1)]
    return [
        (str(fault.facts["name"]), str(fault.facts["other"]), fault.span.line)
        for fault in alike(known, places)
    ]


def test_spellings_of_one_name_are_told_once() -> None:
    found = told([], "PANTONE 871 C", "Pantone 871C", "PANTONE 871 C", "Pantone 871C", "871")
    assert found == [("Pantone 871C", "PANTONE 871 C", 2)]


def test_what_is_known_is_the_usual_spelling() -> None:
    assert told(["Gold", "GOLD"], "Gold", "GOLD") == []
    assert told(["Gold"], "gold-", "金色") == [("gold-", "Gold", 1)]


@pytest.mark.parametrize(
    "names",
    [
        ("PANTONE 185 C", "PANTONE 185 CVC", "Pantone 185 U", "PMS 185", "PANTONE 185 CP"),
        ("PANTONE Reflex Blue C", "PANTONE Reflex Blue CV", "PANTONE Reflex Blue"),
        ("PANTONE Black 6 C", "Pantone Black 6 M"),
    ],
)
def test_the_books_of_pantone_have_one_ink(names: tuple[str, ...]) -> None:
    found = told([], *names)
    assert found == [(name, names[0], line) for line, name in enumerate(names[1:], start=2)]


def test_inks_of_other_numbers_and_makers_differ() -> None:
    names = ("PANTONE 185 C", "PANTONE 186 C", "PANTONE 1855 C", "HKS 13 K", "HKS 13 N", "DIC 185c")
    assert told([], *names, "PANTONE 18-5 TCX", "C", "Pantone", "Magic U", "Magic") == []
