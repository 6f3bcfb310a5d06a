"""Notes at the end of the copy: the rule, numbers and hanging lines, and that none is lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koubei_pdf.model.book import Fill, GlyphRun

from .press import (
    HEAD,
    Press,
    book_of,
    codes,
    finding,
    items,
    lines,
    random_book_of,
    row_of,
    text_of,
)

#: 8 pt on 12 pt: 0.8 of a row of 15 pt.
NOTE = "note: {font: song, size: 8pt, leading: 12pt}"
ONE = "  body: {kind: body, page: 2, box: [0, 0, 24, 20]}"
TWO = "  body: {kind: body, page: 2, box: [0, 0, 24, 20], columns: 2, gap: 2, balance: true}"


def test_notes_stand_under_a_rule_at_the_end(press: Press) -> None:
    """JLREQ 4.2.7: a third of the column, flush left, farther from the text than its lines are."""
    press.style(NOTE)
    frame = ONE.replace("]}", "], sign: '{byline}'}")
    book = book_of(press.spread(frame, "国国[^1]。\n\n[^1]: 注文。", "byline: 甲乙"))
    text_y = lines(book, 3)[0][1]
    ((_, sign_y, _),) = lines(book, 3, "signature")
    (rule,) = items(book, 3, "note-rule")
    number, note = items(book, 3, "note")
    assert text_of(book, [3]) == "国国1。"
    assert isinstance(rule, Fill)
    assert (rule.rect.x0, rule.rect.x1) == (20, pytest.approx(20 + 240 / 3))
    assert 0.25 <= rule.rect.y1 - rule.rect.y0 <= 0.5
    assert isinstance(number, GlyphRun)
    assert isinstance(note, GlyphRun)
    assert (number.text, note.text, number.y) == ("1", "注文。", note.y)
    assert text_y < sign_y < rule.rect.y0 < note.y - note.size
    line_gap = 15 - 10
    assert rule.rect.y0 - (sign_y + 1.2) >= line_gap
    # The number has an em to itself, and one em stands behind that.
    assert (number.x, note.x) == (20, pytest.approx(20 + 2 * 8))


def test_a_note_is_a_whole_number_of_its_em_wide(press: Press) -> None:
    """JLREQ 4.2.7: what the column has beyond that stands at the left; the rule does not move."""
    press.style(NOTE)
    frame = "  body: {kind: body, page: 2, box: [0, 0, 19, 20]}"  # 190 pt: 23.75 em of 8 pt
    book = book_of(press.spread(frame, f"国[^1]\n\n[^1]: {'注' * 50}"))
    (rule,) = items(book, 3, "note-rule")
    number, *turned = items(book, 3, "note")
    assert isinstance(rule, Fill)
    assert isinstance(number, GlyphRun)
    assert (rule.rect.x0, number.x) == (20, pytest.approx(20 + 0.75 * 8))
    lengths = []
    for run in turned:
        assert isinstance(run, GlyphRun)
        assert run.x == pytest.approx(number.x + 2 * 8)
        assert (run.spacing, run.shifts) == (0, ())  # solid
        lengths.append(len(run.text))
    assert lengths == [21, 21, 8]


def test_a_note_beside_a_picture_is_a_whole_number_of_its_em_wide(press: Press) -> None:
    """Where an obstacle leaves the column less room, each line has its own remainder."""
    press.style(NOTE)
    frames = (
        "  body: {kind: body, page: 2, box: [0, 0, 24, 20]}\n"
        "  box: {kind: fill, box: [0, 3, 9, 6], page: 2, colour: red, runaround: box}"
    )
    book = book_of(press.spread(frames, f"国[^1]\n\n[^1]: {'注' * 120}"))
    runs = [run for run in items(book, 3, "note") if isinstance(run, GlyphRun)]
    full = [run for run in runs if "注" in run.text][:-1]
    assert len({round(run.x, 3) for run in full}) == 2
    for run in full:
        assert (run.spacing, run.shifts) == (0, ())
        assert run.x + len(run.text) * 8 == pytest.approx(20 + 240)


def test_turned_lines_hang_and_keep_their_own_leading(press: Press) -> None:
    press.style(NOTE)
    book = book_of(press.spread(ONE, f"国[^1]\n\n[^1]: {'注' * 70}"))
    first, *turned = [run for run in items(book, 3, "note") if "注" in run.text]
    assert [run.x for run in turned] == [pytest.approx(first.x)] * 2
    assert [run.y - first.y for run in turned] == pytest.approx([12, 24])


def test_numbers_share_one_width(press: Press) -> None:
    press.style(NOTE)
    marks = "".join(f"国[^{n}]" for n in range(10))
    notes = "\n".join(f"[^{n}]: 注" for n in range(10))
    book = book_of(press.spread(ONE, f"{marks}\n\n{notes}"))
    texts = [run for run in items(book, 3, "note") if run.text == "注"]
    assert [run.x for run in texts] == pytest.approx([20 + 2 * 8] * 10)
    numbers = [run.text for run in items(book, 3, "note") if run.text != "注"]
    assert numbers == [str(n) for n in range(1, 11)]


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    # At most 40 rows of the frame: 4 × 4 of copy, a rule, 4 × 7 lines of notes in 23 rows.
    counts=st.lists(st.integers(1, 40), min_size=1, max_size=4),
    notes=st.lists(st.integers(1, 80), min_size=1, max_size=4),
)
def test_nothing_is_lost_and_copy_stays_on_the_grid(
    press: Press, counts: list[int], notes: list[int]
) -> None:
    """Over columns that share out copy and notes; the rule keeps two lines of notes with it."""
    if "note:" not in (press.folder / "layouts/house.yaml").read_text(encoding="utf-8"):
        press.style(NOTE)
    marks = "".join(f"[^{number}]" for number in range(len(notes)))
    copy = "\n\n".join("国" * count for count in counts) + marks
    written = "\n".join(f"[^{number}]: {'注' * count}" for number, count in enumerate(notes))
    book = random_book_of(press.spread(TWO, f"{copy}\n\n{written}"))
    assert text_of(book, [3]).count("国") == sum(counts)
    assert text_of(book, [3], "note").count("注") == sum(notes)
    for _, y, text in lines(book, 3):
        if "国" in text:
            assert row_of(y) == pytest.approx(round(row_of(y)), abs=0.001)
    (rule,) = items(book, 3, "note-rule")
    assert isinstance(rule, Fill)
    first = items(book, 3, "note")[0]
    assert isinstance(first, GlyphRun)
    assert 0 <= first.x - rule.rect.x0 < first.size
    assert 0 < first.y - rule.rect.y0 < 2 * 15
    assert rule.rect.y0 > HEAD


def test_notes_that_do_not_fit_are_reported(press: Press) -> None:
    press.style(NOTE)
    small = "  body: {kind: body, page: 2, box: [0, 0, 24, 4]}"
    made = press.spread(small, f"国[^1]\n\n[^1]: {'注' * 200}")
    fault = finding(made, "T001")
    assert (fault.span.file, fault.span.line) == ("articles/a.md", 8)
    assert int(fault.facts["chars"]) > 100


def test_notes_go_with_the_last_paragraph(press: Press) -> None:
    press.style(NOTE)
    frames = (
        "  one: {kind: body, page: 1, box: [0, 0, 24, 20], to: 1}\n"
        "  two: {kind: body, page: 2, box: [0, 0, 24, 20], from: 2}"
    )
    book = book_of(press.spread(frames, "国[^1]\n\n国\n\n[^1]: 注"))
    assert items(book, 2, "note") == []
    assert text_of(book, [3], "note") == "1注"


def test_notes_need_a_place(press: Press) -> None:
    made = press.spread("  box: {kind: fill, box: [0, 0, 2, 2], colour: red}", "国[^1]\n\n[^1]: 注")
    assert codes(made) == ["T008", "T008"]
    assert [fault.facts["part"] for fault in made.diagnostics] == ["body", "notes"]


def test_a_house_without_a_style_for_notes_sets_them_as_copy(press: Press) -> None:
    book = book_of(press.spread(ONE, "国[^1]\n\n[^1]: 注"))
    assert [run.size for run in items(book, 3, "note")] == [10, 10]
