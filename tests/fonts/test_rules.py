"""What is told of characters without a glyph."""

from __future__ import annotations

import pytest

from koubei_pdf.fonts import missing_glyph, told_once
from koubei_pdf.model.diagnostics import Span

HERE, THERE = Span("a.md", 3, 5, 1), Span("a.md", 4, 1, 1)


def test_a_character_that_several_faces_lack_at_one_place_is_one_finding() -> None:
    told = told_once(
        [
            missing_glyph("\U00013000", HERE, ["Song"]),
            missing_glyph("\U00013000", THERE, ["Song"]),
            missing_glyph("\U00013000", HERE, ["Hei", "Song"]),
            missing_glyph("\U00013001", HERE, ["Song"]),
        ]
    )
    found = [(one.span, one.facts["code"], one.facts["faces"]) for one in told]
    assert found == [
        (HERE, "U+13000", "Song, Hei"),
        (THERE, "U+13000", "Song"),
        (HERE, "U+13001", "Song"),
    ]


@pytest.mark.parametrize("char", ["\x07", "\u2028", "\u2029", "\u202a"])
def test_what_only_controls_text_is_to_be_deleted(char: str) -> None:
    finding = missing_glyph(char, HERE, ["Song"])
    assert "delete it" in finding.rule.help.text("en", finding.facts)


def test_a_rare_character_wants_another_font() -> None:
    assert "add a font" in missing_glyph("\U00013000", HERE, ["Song"]).rule.help.text("en", {})
