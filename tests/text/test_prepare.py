"""Widths of a prepared paragraph: marks beside marks, Han beside Western text, line edges.

In the square font ideographs and marks are 1 em, letters ½, so that sums are exact.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.content import Run
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.text.prepare import Prepared, prepare

from .conftest import PLACE, make, prepared_with_faults
from .texts import COPY

Squares = Callable[[str], Prepared]


def natural(text: str, squares: Squares) -> float:
    """The paragraph's natural width (em), its edges not trimmed."""
    return squares(text).widths[-1]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("国国", 2),
        ("国，国", 3),
        # A mark and a bracket side by side lose half an em between them (CLREQ 6.3.2.2).
        ("国，“国", 3.5),
        ("国”，国", 3.5),
        ("国”（国", 3.5),
        ("国（（国", 3.5),
        ("国））国", 3.5),
        ("国。”国", 3.5),
        ("国：“国", 3.5),
        ("国。”“国", 4),
        ("国（）国", 4),
        # The interpunct is half an em and its neighbour hugs it.
        ("国·国", 2.5),
        ("国”·国", 3.25),
        ("国·“国", 3.25),
        ("国–国", 2.5),
        # Dash and ellipsis are two em, whatever stands beside them.
        ("国——国", 4),
        ("国……国", 4),
        ("”——“", 4),
    ],
)
def test_marks(text: str, width: float, squares: Squares) -> None:
    assert natural(text, squares) == pytest.approx(width)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("国A国", 3),  # 1 + ¼ + ½ + ¼ + 1
        ("国5国", 3),
        ("国5%国", 3.5),
        ("国+5国", 3.5),
        # A typed space is replaced by the gap, not added to it; so is a run of spaces.
        ("国 A 国", 3),
        ("国  A   国", 3),
        # No gap beside marks, nor within brackets.
        ("国，A，国", 4.5),
        ("国（A）国", 4.5),
        ("“A”", 2.5),
        ("——A——", 4.5),
        # A space between words keeps its own width, a run of them too.
        ("A A", 1.25),
        ("A   A", 1.25),
        # A space between phrases of a title is half an em; beside a mark it goes.
        ("国 国", 2.5),
        ("国   国", 2.5),
        ("国， 国", 3),
    ],
)
def test_gaps_and_spaces(text: str, width: float, squares: Squares) -> None:
    assert natural(text, squares) == pytest.approx(width)


@pytest.mark.parametrize("gap", ["A国", "国A", "国 A", "国5", "%国"])
def test_gap_gives_way_by_half(gap: str, squares: Squares) -> None:
    """From ¼ em down to ⅛ (CLREQ 3.2.2)."""
    assert squares(gap).shrink[-1] == pytest.approx(0.125)


@pytest.mark.parametrize("mark", "，。、；：！？”）》")
def test_a_closing_mark_ends_a_line_with_half_an_em(mark: str, squares: Squares) -> None:
    assert squares(f"国{mark}国").tail == {1: 0.5}
    assert squares(f"国{mark}国").lead == {}


@pytest.mark.parametrize("mark", "“（《「")
def test_an_opening_mark_starts_a_line_with_half_an_em(mark: str, squares: Squares) -> None:
    assert squares(f"国{mark}国").lead == {1: 0.5}
    assert squares(f"国{mark}国").tail == {}


def test_what_neighbours_took_the_edge_does_not_take_again(squares: Squares) -> None:
    assert squares("国”，国").tail == {2: 0.5}
    assert squares("国，“国").tail == {1: 0.5}
    assert squares("国，“国").lead == {}


def test_tracking_is_added_to_every_character(square: FontShelf) -> None:
    assert make("国国A", square, tracking=0.1).widths[-1] == pytest.approx(2.5 + 0.25 + 0.3)


@settings(deadline=None, max_examples=150)
@given(text=COPY)
def test_widths_are_sums_of_faces_and_changes(house: FontShelf, text: str) -> None:
    """Every width is the faces' own advance plus what `before` and `after` say."""
    prepared = make(text, house)
    own = sum(
        segment.face.advance(glyph)
        for segment in prepared.segments
        for glyph in prepared.glyphs[segment.first : segment.last]
    )
    changes = sum(prepared.before.values()) + sum(prepared.after.values())
    assert prepared.widths[-1] == pytest.approx(own + changes, abs=1e-6)
    assert prepared.text == text
    assert "".join(text[s.start : s.end] for s in prepared.segments) == text


@settings(deadline=None, max_examples=100)
@given(text=COPY, cut=st.integers(0, 200))
def test_runs_of_one_role_measure_as_one(square: FontShelf, text: str, cut: int) -> None:
    """Where the source cuts a paragraph into runs does not move a thing."""
    cut = min(cut, len(text))
    parts = [Run(part, PLACE) for part in (text[:cut], text[cut:]) if part]
    prepared, _ = prepare(parts, lambda _: "song", square)
    whole = make(text, square)
    assert prepared.widths == pytest.approx(whole.widths)
    assert prepared.breaks == whole.breaks


@pytest.mark.parametrize("role", ["song", "hei", "kai"])
@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("国", 1),
        ("国——国", 4),
        ("国……国", 4),
        ("“国”", 3),
        ("‘国’", 3),
        ("国·国", 2.5),
        ("国～国", 3),
        ("《国》，国。", 5.5),
    ],
)
def test_house_fonts_are_full_width(house: FontShelf, role: str, text: str, width: float) -> None:
    assert make(text, house, role).widths[-1] == pytest.approx(width, abs=1e-6)


def test_a_role_has_faces_by_script(house: FontShelf) -> None:
    segments = make("楷DICT体", house, "kai").segments
    assert [(s.start, s.end, s.face.key) for s in segments] == [
        (0, 1, "LXGWWenKai-Regular"),
        (1, 5, "NotoSerifSC-Regular"),
        (5, 6, "LXGWWenKai-Regular"),
    ]


def test_a_run_has_the_role_that_it_is_given(house: FontShelf) -> None:
    runs = [Run("宋体", PLACE), Run("楷体", PLACE.at(2, 2), frozenset({"emphasis"}))]
    prepared, faults = prepare(runs, lambda run: "kai" if run.marks else "song", house)
    assert not faults
    assert [s.face.key for s in prepared.segments] == ["NotoSerifSC-Regular", "LXGWWenKai-Regular"]
    assert [s.span for s in prepared.segments] == [PLACE.at(0, 2), PLACE.at(2, 2)]


def test_a_missing_glyph_is_named_with_its_place(square: FontShelf) -> None:
    prepared, faults = prepared_with_faults("国㐀国㐁", square)
    assert [(fault.rule.code, fault.facts["char"]) for fault in faults] == [
        ("F003", "㐀"),
        ("F003", "㐁"),
    ]
    assert [fault.span for fault in faults] == [PLACE.at(1), PLACE.at(3)]
    assert "Square" in faults[0].facts["faces"]
    assert prepared.text == "国㐀国㐁"


def test_a_missing_glyph_is_never_notdef(square: FontShelf) -> None:
    prepared, _ = prepared_with_faults("国㐀国", square)
    assert 0 not in prepared.glyphs
    assert prepared.widths[-1] == 3


def test_kerning_is_part_of_the_width(house: FontShelf) -> None:
    prepared = make("AVATAR", house)
    face = prepared.segments[0].face
    assert prepared.widths[-1] < sum(face.advance(glyph) for glyph in prepared.glyphs) - 0.1


def test_empty_paragraph(square: FontShelf) -> None:
    prepared = make("", square)
    assert prepared.text == ""
    assert list(prepared.widths) == [0.0]


def test_spans_of_runs_from_other_files(square: FontShelf) -> None:
    other = Span("issue.yaml", 3, 9)
    prepared, faults = prepare([Run("国", PLACE), Run("㐀", other)], lambda _: "song", square)
    assert [segment.span.file for segment in prepared.segments] == ["articles/a.md", "issue.yaml"]
    assert faults[0].span == other.at(0)


@pytest.mark.parametrize(("left", "right", "width"), [(0.5, 0.5, 0.5), (0.3, 0.2, 1.0)])
def test_a_solidus_is_halved_where_its_face_has_room(
    square: FontShelf, monkeypatch: pytest.MonkeyPatch, left: float, right: float, width: float
) -> None:
    """GB/T 15834 5.1.9; ink as wide as its em stays off its neighbours."""
    sides = {True: left, False: right}
    monkeypatch.setattr(square.primary("song"), "blank", lambda mark, *, left: sides[left])
    paragraph = make("国／国", square)
    assert paragraph.advances[1] == pytest.approx(width)
    assert paragraph.before.get(1, 0.0) == pytest.approx((width - 1) / 2)


def test_a_variant_that_the_face_does_not_know_is_told(house: FontShelf) -> None:
    """At the character, which is set in its usual form; nothing is lost. VS16 of emoji is none."""
    text = "国葛\U000e0100城♥\ufe0f"
    prepared, faults = prepared_with_faults(text, house)
    assert prepared.text == text
    told = [fault for fault in faults if fault.rule.code == "F007"]
    assert [(fault.span.column, fault.facts["char"]) for fault in told] == [(2, "葛")]
    assert prepared.natural(1, 3) == pytest.approx(1.0)


def test_a_variant_that_the_face_knows_is_set(
    house: FontShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house.primary("song"), "varies", lambda char, selector: True)
    assert prepared_with_faults("国葛\U000e0100城", house)[1] == []
