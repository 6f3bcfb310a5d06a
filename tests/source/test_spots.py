"""Spots whose names people take for one."""

from __future__ import annotations

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
