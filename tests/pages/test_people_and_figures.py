"""Portraits with names in equal frames, and numbers shown large."""

from __future__ import annotations

import pytest

from koubei_pdf.build import Build
from koubei_pdf.model.book import Fill, GlyphRun, PlacedPicture
from koubei_pdf.model.geometry import Rect

from .press import Press, book_of, codes, finding, items, lines

BODY = "  body: {kind: body, page: 2, box: [0, 16, 24, 20]}"


def people(press: Press, names: list[str], frames: str) -> Build:
    """Build a spread with these people in these frames."""
    press.drawing("articles/p.svg", 100, 100)
    entries = "".join(f"  - {{name: {name}, picture: p.svg}}\n" for name in names)
    return press.spread(f"{frames}\n{BODY}", head=f"people:\n{entries}")


def test_people_stand_in_rows_in_the_order_of_the_article(press: Press) -> None:
    frame = (
        "  people: {kind: people, page: 1, box: [0, 0, 24, 14], columns: 2, gap: 4, rows: 5,"
        " name_rows: 2, name_style: flush}"
    )
    book = book_of(people(press, ["甲甲甲", "乙乙", "丙丙丙丙"], frame))
    portraits = [i for i in items(book, 2, "people") if isinstance(i, PlacedPicture)]
    # Cells of 100 pt, 40 pt apart; five rows of 15 pt less 5 pt of blank; the next row 7 rows on.
    assert [i.clip for i in portraits] == [
        Rect(40, 40, 140, 110),
        Rect(180, 40, 280, 110),
        Rect(40, 145, 140, 215),
    ]
    # A name of two characters is spread to the width of three.
    assert [(x, text) for x, _, text in lines(book, 2, "name")] == [
        (40, "甲甲甲"),
        (180, "乙乙"),
        (40, "丙丙丙丙"),
    ]
    run = items(book, 2, "name")[1]
    assert isinstance(run, GlyphRun)
    assert run.spacing == pytest.approx(10)


def test_frames_share_people_out(press: Press) -> None:
    frame = (
        "  {name}: {{kind: people, page: {page}, box: [0, 0, 24, 7], first: {first}, count: 2,"
        " columns: 2, rows: 5, name_rows: 2, name_style: flush}}\n"
    )
    frames = frame.format(name="one", page=1, first=1) + frame.format(name="two", page=2, first=3)
    book = book_of(people(press, ["甲", "乙", "丙", "丁"], frames.rstrip()))
    assert [text for _, _, text in lines(book, 2, "name")] == ["甲", "乙"]
    assert [text for _, _, text in lines(book, 3, "name")] == ["丙", "丁"]


def test_a_person_whom_no_frame_shows_is_reported(press: Press) -> None:
    frame = (
        "  people: {kind: people, page: 1, box: [0, 0, 24, 14], count: 2, columns: 2, rows: 5,"
        " name_rows: 2, name_style: flush}"
    )
    made = people(press, ["甲", "乙", "丙"], frame)
    assert finding(made, "T008").facts["part"] == "person 3"


def test_people_that_overflow_their_frame_are_reported(press: Press) -> None:
    frame = (
        "  people: {kind: people, page: 1, box: [0, 0, 24, 8], columns: 2, rows: 5,"
        " name_rows: 2, name_style: flush}"
    )
    assert finding(people(press, ["甲", "乙", "丙"], frame), "T002").facts["frame"] == "people"


def test_a_name_wider_than_its_portrait_is_reported(press: Press) -> None:
    """Else it would run into the next person's."""
    frame = (
        "  people: {kind: people, page: 1, box: [0, 0, 24, 14], columns: 4, gap: 0, rows: 5,"
        " name_rows: 2, name_style: flush}"
    )
    assert codes(people(press, ["甲" * 9, "乙" * 9], frame)) != []


def test_gaps_that_leave_people_no_room_are_reported(press: Press) -> None:
    """And only that: nobody is missed because of it."""
    frame = (
        "  people: {kind: people, page: 1, box: [0, 0, 24, 14], columns: 3, gap: 12, rows: 5,"
        " name_rows: 2, name_style: flush}"
    )
    made = people(press, ["甲", "乙", "丙"], frame)
    assert codes(made) == ["T018"]
    assert finding(made, "T018").facts["option"] == "gap"


FIGURES = "figures:\n  - {value: '102', unit: 公里, label: 全长}\n  - {value: '37', label: 收入}"


def figures(
    press: Press, options: str = "", box: str = "[0, 0, 24, 6]", head: str = FIGURES
) -> Build:
    return press.spread(
        f"  figures: {{kind: figures, page: 1, box: {box}, columns: 2, gap: 4, rows: 6,"
        f" value_style: title, unit_style: flush, label_style: small{options}}}\n{BODY}",
        head=head,
    )


def test_a_figure_is_a_number_its_unit_and_its_label(press: Press) -> None:
    found = lines(book_of(figures(press)), 2, "figure")
    by_text = {text: (x, y) for x, y, text in found}
    assert set(by_text) == {"102", "公里", "全长", "37", "收入"}
    # Value and unit on one baseline; the unit a quarter of its em after three digits of 10 pt.
    assert by_text["102"][1] == by_text["公里"][1]
    assert by_text["公里"][0] == 40 + 30 + 2.5
    assert by_text["全长"][0] == 40
    assert by_text["全长"][1] > by_text["102"][1]
    assert by_text["37"][0] == 180


def test_a_label_may_stand_above_with_a_rule(press: Press) -> None:
    book = book_of(figures(press, ", label: above, rule: red"))
    by_text = {text: y for _, y, text in lines(book, 2, "figure")}
    assert by_text["全长"] < by_text["102"]
    rules = [rule.rect for rule in items(book, 2, "figure-rule") if isinstance(rule, Fill)]
    assert [(rule.x0, rule.x1, rule.y0) for rule in rules] == [(40, 140, 40), (180, 280, 40)]


def test_figures_that_no_frame_shows_are_reported(press: Press) -> None:
    assert finding(press.spread(BODY, head=FIGURES), "T008").facts["part"] == "figures"


def test_figures_that_overflow_their_frame_are_reported(press: Press) -> None:
    assert finding(figures(press, box="[0, 0, 24, 3]"), "T002").facts["frame"] == "figures"


def test_a_label_that_runs_into_the_next_row_is_reported(press: Press) -> None:
    """Fifteen lines of 7.5 pt below a number; the row is 90 pt high."""
    entries = f"figures:\n  - {{value: '1', label: {'长' * 300}}}\n"
    entries += "  - {value: '2', label: 国}\n" * 3
    assert codes(figures(press, box="[0, 0, 24, 12]", head=entries)) != []


def test_a_number_wider_than_its_cell_is_reported(press: Press) -> None:
    entries = "figures:\n  - {value: '12345678901234', unit: 公里, label: 国}\n"
    entries += "  - {value: '2', label: 国}"
    assert codes(figures(press, head=entries)) != []


def test_gaps_that_leave_figures_no_room_are_reported(press: Press) -> None:
    assert codes(figures(press, box="[0, 0, 4, 6]")) == ["T018"]


def test_no_figures_leave_their_frame_empty(press: Press) -> None:
    assert lines(book_of(figures(press, head="")), 2, "figure") == []
