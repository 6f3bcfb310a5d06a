"""Raised and lowered characters and the marks of notes (CLREQ 6.1.2.3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.text.breaking import break_lines
from koubei_pdf.text.breaktable import CUT_COST

from .clreq import fault_of_break
from .ink import cells
from .marked import FLUSH, LEFT, SIZE, lawful, marked, prepared, set_lines
from .texts import COPY, MEASURES


@lawful
@given(parts=st.lists(st.tuples(COPY, st.sampled_from("123")), min_size=1, max_size=5))
@pytest.mark.parametrize("mark", ["note", "sup", "sub"])
def test_scripts_never_begin_a_line(
    house: FontShelf, mark: str, parts: list[tuple[str, str]]
) -> None:
    runs = marked(
        *((text, kind) for one, number in parts for text, kind in ((one, ""), (number, mark)))
    )
    paragraph = prepared([run for run in runs if run.text], house)
    starts = {segment.start for segment in paragraph.segments if segment.scale != 1.0}
    for line in break_lines(paragraph, (8,))[1:]:
        assert line.start not in starts


@lawful
@given(text=COPY, measure=MEASURES)
def test_other_breaks_are_as_ever(house: FontShelf, text: str, measure: float) -> None:
    runs = marked((text, ""), ("1", "note"), ("国", ""))
    paragraph = prepared([run for run in runs if run.text], house)
    for line in break_lines(paragraph, (measure,))[:-1]:
        if line.cost < CUT_COST and line.end < len(text):
            assert not fault_of_break(paragraph.text, line.end)


@pytest.mark.parametrize(("base", "gap"), [("国", 0.0), ("m", 0.25)])
def test_no_gap_before_a_script(house: FontShelf, base: str, gap: float) -> None:
    """After a script that belongs to a word the word's own gap follows."""
    (one,) = set_lines(prepared(marked((base, ""), ("2", "sup"), ("国", "")), house), 20)
    first, script, last = cells(one.runs, house)
    assert script.left == pytest.approx(first.right, abs=FLUSH)
    assert last.left - script.right == pytest.approx(gap * SIZE, abs=FLUSH)


def test_scripts_are_smaller_and_off_the_baseline(house: FontShelf) -> None:
    runs = marked(("H", ""), ("2", "sub"), ("O", ""), ("2", "sup"))
    (one,) = set_lines(prepared(runs, house), 20)
    normal, sub, _, sup = one.runs
    assert (sub.size, sup.size) == (6.5, 6.5)
    assert sup.y < normal.y < sub.y


@pytest.mark.parametrize("stop", list("。，；”）"))
def test_a_note_mark_stands_in_the_blank_of_a_stop(house: FontShelf, stop: str) -> None:
    """The line is as wide as without the mark, and no wider at its end."""
    plain = prepared(marked((f"国{stop}国", "")), house)
    noted = prepared(marked((f"国{stop}", ""), ("1", "note"), ("国", "")), house)
    assert noted.widths[-1] == pytest.approx(plain.widths[-1])
    (one,) = set_lines(prepared(marked((f"国{stop}", ""), ("1", "note")), house), 20)
    row = cells(one.runs, house)
    assert row[-1].left == pytest.approx(LEFT + 1.5 * SIZE, abs=FLUSH)
    assert one.line.natural * SIZE == pytest.approx(row[-1].right - LEFT, abs=FLUSH)


def test_note_marks_side_by_side_are_apart(house: FontShelf) -> None:
    (one,) = set_lines(prepared(marked(("国", ""), ("1", "note"), ("2", "note")), house), 20)
    _, first, second = cells(one.runs, house)
    assert second.left - first.right == pytest.approx(0.2 * SIZE, abs=FLUSH)
