"""Pages of other PDFs that are to be placed: what of their file would not come along."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, String

from koubei_pdf.checks.judging import judge
from koubei_pdf.checks.placing import judge_page
from koubei_pdf.model.press import PressProfile, Standard

from .defects import add, form
from .good_pdf import good_pdf, saved

MARKED = "/OC /Layer BDC 0.2 g 60 60 20 20 re f EMC"


@pytest.mark.parametrize(
    ("standard", "is_off", "codes"),
    [
        ("X-4", False, []),
        ("X-4", True, ["X076"]),
        ("X-1a", False, ["X075"]),
        ("X-1a", True, ["X075", "X076"]),
    ],
)
@pytest.mark.parametrize("kind", ["marked", "membership", "form"])
def test_layers(
    standard: Standard,
    is_off: bool,
    codes: list[str],
    kind: str,
    press: PressProfile,
    tmp_path: Path,
) -> None:
    """In X-1a there are none; whether they are on stays behind with the file around the page."""
    pdf = good_pdf(standard)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    default = Dictionary(Name=String("Default"), Order=Array([layer]))
    if is_off:
        default["/OFF"] = Array([layer])
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=default)
    if kind == "form":
        shown = form(pdf, "0.2 g 60 60 20 20 re f")
        shown["/OC"] = layer
        add(pdf, "/Shown Do", XObject={"Shown": shown})
    else:
        group = layer if kind == "marked" else Dictionary(Type=Name.OCMD, OCGs=Array([layer]))
        add(pdf, MARKED, Properties={"Layer": group})
    path = tmp_path / "advert.pdf"
    path.write_bytes(saved(pdf))
    wanted = replace(press, standard=standard)
    assert [group.rule.code for group in judge_page(path, 2, wanted)] == codes
    assert judge_page(path, 1, wanted) == ()


@pytest.mark.parametrize(
    ("content", "is_told"),
    [
        ("", False),
        ("q 1 0 0 1 9 9 cm Q", False),
        ("-90 -90 20 20 re f", False),
        ("60 60 20 20 re f", True),
    ],
)
@pytest.mark.parametrize("kind", ["marked", "form"])
def test_a_layer_that_is_off_hides_what_is_painted(
    content: str, is_told: bool, kind: str, press: PressProfile
) -> None:
    """Neither nothing nor what lies beyond the page; painted within a form or by the page."""
    pdf = good_pdf()
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    default = Dictionary(Name=String("Default"), Order=Array([layer]), OFF=Array([layer]))
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=default)
    if kind == "form":
        shown = form(pdf, content)
        shown["/OC"] = layer
        add(pdf, "/Shown Do", XObject={"Shown": shown})
    else:
        add(pdf, f"/OC /Layer BDC {content} EMC", Properties={"Layer": layer})
    assert ("X146" in {group.rule.code for group in judge(saved(pdf), press).groups}) == is_told


@pytest.mark.parametrize(("unit", "codes"), [(1, []), (2, ["X131"]), (0.4, ["X132", "X133"])])
def test_user_unit(unit: float, codes: list[str], press: PressProfile, tmp_path: Path) -> None:
    """A page is judged at the size at which it is placed: 300 ppi are 150 at twice the size."""
    pdf = good_pdf()
    pdf.pages[1].obj["/UserUnit"] = unit
    path = tmp_path / "advert.pdf"
    path.write_bytes(saved(pdf))
    assert [group.rule.code for group in judge_page(path, 2, press)] == codes
