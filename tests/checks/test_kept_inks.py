"""Pages that were measured before are not measured again, unless anything in them changed."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from koubei_pdf.checks.ink import measuring
from koubei_pdf.checks.judging import Judgement, judge
from koubei_pdf.imaging import Cache
from koubei_pdf.model.press import PressProfile

from .defects import add, form
from .good_pdf import good_pdf, picture, saved

SQUARE = "60 60 60 60 re f"
TOO_MUCH = f"0.9 0.9 0.9 0.9 k {SQUARE}"


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the pages that were measured, in order."""
    pages: list[int] = []
    record = measuring._recorded

    def noted(pdf: pikepdf.Pdf, page: measuring.Page, memory: measuring.Memory) -> object:
        pages.append(page.number)
        return record(pdf, page, memory)

    monkeypatch.setattr(measuring, "_recorded", noted)
    return pages


def pressed(pdf: pikepdf.Pdf, press: PressProfile, folder: Path) -> Judgement:
    return judge(saved(pdf), press, cache=Cache(folder))


def test_a_second_judgement_is_the_same_and_measures_nothing(
    press: PressProfile, tmp_path: Path, counted: list[int]
) -> None:
    first = pressed(good_pdf(), press, tmp_path)
    assert counted == [1, 2, 3, 4]
    second = pressed(good_pdf(), press, tmp_path)
    assert counted == [1, 2, 3, 4]
    assert second.ink == first.ink
    assert second.groups == first.groups


def test_a_page_with_too_much_ink_is_found_each_time(
    press: PressProfile, tmp_path: Path, counted: list[int]
) -> None:
    pdf = good_pdf()
    add(pdf, TOO_MUCH)
    first = pressed(pdf, press, tmp_path)
    second = pressed(pdf, press, tmp_path)
    assert counted == [1, 2, 3, 4, 2]
    assert [group.rule.code for group in second.groups] == ["X130"]
    assert second.groups == first.groups
    assert second.ink == first.ink


def change_content(pdf: pikepdf.Pdf) -> None:
    add(pdf, f"0.1 0.1 0 0 k {SQUARE}")


def change_picture(pdf: pikepdf.Pdf) -> None:
    flat = picture(pdf, size=2)
    flat.write(bytes((51, 102, 102, 77)) * 4)
    add(pdf, "q 60 0 0 60 60 60 cm /Flat Do Q", XObject={"Flat": flat})


def change_form_deep_within(pdf: pikepdf.Pdf) -> None:
    inner = form(pdf, f"0.2 0 0 0 k {SQUARE}")
    outer = form(pdf, "/Inner Do")
    outer["/Resources"] = Dictionary(XObject=Dictionary(Inner=inner))
    add(pdf, "/Outer Do", XObject={"Outer": outer})


def change_state(pdf: pikepdf.Pdf) -> None:
    add(pdf, "", ExtGState={"Half": Dictionary(ca=0.5)})


def change_box(pdf: pikepdf.Pdf) -> None:
    box = pdf.pages[1].obj["/BleedBox"]
    pdf.pages[1].obj["/BleedBox"] = Array([float(box[0]) + 1, *list(box)[1:]])


@pytest.mark.parametrize(
    "change",
    [change_content, change_picture, change_form_deep_within, change_state, change_box],
    ids=lambda change: change.__name__,
)
def test_a_changed_page_is_measured_again(
    change: object, press: PressProfile, tmp_path: Path, counted: list[int]
) -> None:
    pressed(good_pdf(), press, tmp_path)
    del counted[:]
    pdf = good_pdf()
    assert callable(change)
    change(pdf)
    pressed(pdf, press, tmp_path)
    assert counted == [2]


def test_objects_that_hold_themselves_are_read_to_an_end(
    press: PressProfile, tmp_path: Path
) -> None:
    pdf = good_pdf()
    round_ = form(pdf, "")
    round_["/Resources"] = Dictionary(XObject=Dictionary(Self=round_))
    add(pdf, "", XObject={"Round": round_}, Extra={"Name": Name.Any})
    judged = pressed(pdf, press, tmp_path)
    assert judged.ink is not None
    assert len(judged.ink.pages) == 4
