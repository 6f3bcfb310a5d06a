"""The staff of an issue: offices and names in columns."""

from __future__ import annotations

import pytest

from koubei_pdf.build import Build, build
from koubei_pdf.model.book import GlyphRun

from .press import Press, book_of, codes, items, lines, row_of

STAFF = "staff: [{role: 主编, names: 甲}, {role: 责任编辑, names: [甲乙, 甲乙丙, 甲乙丙丁, 乙]}]\n"


def staff(press: Press, box: str = "[0, 0, 24, 7]", text: str = STAFF) -> Build:
    press.layout(
        "staff",
        f"pages: 1\nmaster: none\nframes:\n  staff: {{kind: staff, box: {box}, role_style: flush,"
        " name_style: flush, gap: 1}\n",
    )
    press.plan("pages: 1, layout: staff", "pages: 2, layout: blank")
    manifest = (press.folder / "issue.yaml").read_text("utf-8")
    press.write("issue.yaml", manifest.replace("sections:", f"{text}sections:"))
    return build(press.folder / "issue.yaml")


def test_offices_and_names_stand_in_columns(press: Press) -> None:
    found = [(x, row_of(y), text) for x, y, text in lines(book_of(staff(press)), 1, "staff")]
    # Offices are 4 字 wide, names begin a 字 later and every 5 字: one of them has four characters.
    assert found == [
        (20, 0, "主编"),
        (70, 0, "甲"),
        (20, 1, "责任编辑"),
        (70, 1, "甲乙"),
        (120, 1, "甲乙丙"),
        (170, 1, "甲乙丙丁"),
        (220, 1, "乙"),
    ]


def test_two_characters_are_as_wide_as_three(press: Press) -> None:
    """Columns of three where no name is longer; a foreign name takes two of them."""
    names = STAFF.replace("甲乙丙丁", "甲·乙丙丁")
    runs = items(book_of(staff(press, text=names)), 1, "staff")
    found = [(run.x, run.spacing, run.text) for run in runs if isinstance(run, GlyphRun)]
    assert found[3:] == [
        (70, 10, "甲乙"),
        (110, 0, "甲乙丙"),
        (150, 0, "甲·乙丙丁"),
        (230, 0, "乙"),
    ]


def test_names_turn_over_below_the_first(press: Press) -> None:
    found = [
        (x, row_of(y)) for x, y, _ in lines(book_of(staff(press, "[0, 0, 13, 7]")), 1, "staff")
    ]
    assert [one for one in found if one[0] >= 70][1:] == [(70, 1), (70, 2), (70, 3), (70, 4)]
    wide = lines(book_of(staff(press, "[0, 0, 16, 7]")), 1, "staff")
    assert [(x, row_of(y)) for x, y, _ in wide if x >= 70][1:] == [
        (70, 1),
        (120, 1),
        (70, 2),
        (120, 2),
    ]


def test_staff_that_does_not_fit_is_reported(press: Press) -> None:
    assert codes(staff(press, "[0, 0, 13, 2]")) == ["T002"]
    assert codes(staff(press, "[0, 0, 5, 7]")) == ["T018"]
    assert "T013" in codes(staff(press, "[0, 0, 8, 9]"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("staff: 主编\n", "M044"),
        ("staff: [{role: 主编}]\n", "M041"),
        ("staff: [{role: 主编, name: 甲}]\n", "M040"),
    ],
)
def test_malformed_staff_is_reported(press: Press, text: str, code: str) -> None:
    assert code in codes(staff(press, text=text))
