"""Combining marks: one cluster with what they follow, placed by the face, or reported."""

from __future__ import annotations

from itertools import pairwise

import pytest

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import GlyphRun
from koubei_pdf.model.content import Run
from koubei_pdf.model.style import BLACK, FontRole
from koubei_pdf.text.breaking import break_lines
from koubei_pdf.text.prepare import Prepared, prepare
from koubei_pdf.text.setting import justify, set_line

from .conftest import FONTS, PLACE, make, prepared_with_faults

SONG, KAI = "NotoSerifSC-Regular", "LXGWWenKai-Regular"


@pytest.fixture(scope="module")
def shelf() -> FontShelf:
    """The serif, which cannot place accents, with and without a face that can."""
    roles = {"song": FontRole((SONG, KAI), (SONG, KAI)), "alone": FontRole((SONG,), (SONG,))}
    found, faults = FontShelf.load(roles, [FONTS], PLACE)
    assert not faults
    return found


@pytest.mark.parametrize("combined", ["中\u0308", "a\u0301\u0308", "e\u0301", "👍🏽"])
def test_letter_spacing_stands_behind_the_marks(shelf: FontShelf, combined: str) -> None:
    """Once a character, with what is attached to it: marks stand where they stand without it."""
    text = f"国{combined}国"
    solid, spaced = (
        prepare([Run(text, PLACE)], lambda _: "song", shelf, tracking)[0] for tracking in (0.0, 0.2)
    )
    assert spaced.widths[-1] == pytest.approx(solid.widths[-1] + 3 * 0.2)
    plain, wide = (
        [run for run in set_text(paragraph) if run.text != "国"] for paragraph in (solid, spaced)
    )
    assert [run.x - plain[0].x for run in plain] == pytest.approx(
        [run.x - wide[0].x for run in wide]
    )
    assert set_text(spaced)[-1].x - set_text(solid)[-1].x <= 4 + 1e-9


def set_text(paragraph: Prepared) -> list[GlyphRun]:
    """All of the paragraph on a line, at 10 pt."""
    (line,) = break_lines(paragraph, (40,))
    adjustment = justify(paragraph, line)
    return set_line(paragraph, line, adjustment, size=10, x=0, y=0, ink=BLACK, role="body")


@pytest.mark.parametrize(
    "combined", ["中\u0308", "q\u0301", "a\u0301\u0308", "x\u0301\u0302", "国\u0301"]
)
def test_marks_stand_over_what_they_follow(shelf: FontShelf, combined: str) -> None:
    """In one face, the ink of each within its character's width and off the others'."""
    runs = set_text(make(f"国{combined}国", shelf))
    assert "".join(run.text for run in runs) == f"国{combined}国"
    base, *marks = runs[1:-1]
    end = runs[-1].x
    face = shelf.face(base.face)
    inks = [face.ink(base.glyphs[0])]
    assert marks
    for mark in marks:
        assert mark.face == base.face
        ink = face.ink(mark.glyphs[0])
        assert ink is not None
        middle = mark.x + 10 * (ink[0] + ink[2]) / 2
        assert base.x < middle < end
        inks.append((ink[0], ink[1] - mark.y / 10, ink[2], ink[3] - mark.y / 10))
    for below, above in pairwise(inks):
        assert below is not None
        assert above is not None
        assert above[1] > below[3] - 0.02


@pytest.mark.parametrize("combined", ["e\u0301", "か\u3099", "u\u0308\u0304"])
def test_what_a_face_has_in_one_glyph_is_set_in_it(shelf: FontShelf, combined: str) -> None:
    (run,) = set_text(make(combined, shelf, "alone"))
    assert (run.text, len(run.glyphs)) == (combined, 1)


@pytest.mark.parametrize(
    ("text", "column"), [("国中\u0308国", 3), ("国q\u0301", 3), ("国a\u0301\u0308", 3)]
)
def test_what_no_face_can_place_is_reported(shelf: FontShelf, text: str, column: int) -> None:
    """At the mark, though the face may have a glyph for it; nothing is lost."""
    prepared, faults = prepared_with_faults(text, shelf, "alone")
    assert prepared.text == text
    assert {fault.rule.code for fault in faults} == {"F003"}
    assert faults[0].span.column == column


def test_the_character_is_reported_too_if_no_face_has_it(shelf: FontShelf) -> None:
    _, faults = prepared_with_faults("国𠀀\u0308", shelf, "alone")
    assert [fault.span.column for fault in faults] == [2, 3]


def test_a_mark_takes_no_room_and_keeps_the_gap_beyond_it(shelf: FontShelf) -> None:
    prepared = make("中\u0308A", shelf)
    assert prepared.natural(0, 2) == pytest.approx(1.0)
    assert prepared.widths[2] == pytest.approx(1.25)
