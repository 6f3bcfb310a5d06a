"""What a judgement says beside its findings: pages, colours, places, standards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from koubei_pdf.checks.characterisation import condition_of
from koubei_pdf.checks.findings import page_list
from koubei_pdf.checks.judging import judge
from koubei_pdf.checks.rules import RULES
from koubei_pdf.checks.summary import summary
from koubei_pdf.model.press import PressProfile

from .bounded import AS_IT_IS
from .defects import add, broken, text
from .good_pdf import MM, TRIM, glyphs, good_pdf, saved


def test_a_press_for_x_1a_refuses_x_4(press: PressProfile) -> None:
    old = replace(press, standard="X-1a")
    assert [g.rule.code for g in judge(saved(good_pdf("X-4")), old).groups] == ["X034"]
    assert judge(saved(good_pdf("X-1a")), old).groups == ()


def test_profiles_of_versions_2_and_4_serve_x_4(press: PressProfile) -> None:
    for version, found in ((2, []), (4, []), (3, ["X045"]), (5, ["X045"])):
        pdf = good_pdf("X-4")
        data = bytearray(press.condition.icc)
        data[8] = version
        pdf.Root.OutputIntents[0]["/DestOutputProfile"] = pdf.make_stream(bytes(data), N=4)
        judged = judge(saved(pdf), press, ink=False)
        assert [g.rule.code for g in judged.groups] == found
    (group,) = judged.groups
    assert "version 5; PDF/X-4 knows versions 2 and 4 only" in group.message("en")
    assert "第 5 版，PDF/X-4 只认第 2 版和第 4 版" in group.message("zh")


@pytest.mark.parametrize(
    ("from_size", "size", "found"),
    [(72, 71.9, 1), (72, 72, 0), (72, 90, 0), (30, 40, 0), (30, 24, 1), (None, 90, 1)],
)
def test_from_which_size_on_text_may_be_in_rich_black(
    from_size: float | None, size: float, found: int, press: PressProfile
) -> None:
    pdf = good_pdf()
    add(pdf, "0.6 0.4 0.4 1 k " + text(size=size, x=80, y=200))
    judged = judge(saved(pdf), replace(press, rich_text=from_size), ink=False)
    assert [group.rule.code for group in judged.groups] == ["X136"] * found


def test_what_ends_like_a_file_within_the_file_is_no_revision(press: PressProfile) -> None:
    """Maps of characters are PostScript files, which some programs write unpacked."""
    pdf = good_pdf()
    font = pdf.pages[0].obj["/Resources"]["/Font"]["/F1"]
    font["/ToUnicode"].write(font["/ToUnicode"].read_bytes() + b"\n%%EOF\n%%EOF\n")
    data = saved(pdf, **AS_IT_IS)
    assert data.count(b"%%EOF") == 3
    assert judge(data, press).groups == ()


def test_text_of_no_size_is_not_too_small(press: PressProfile) -> None:
    pdf = good_pdf()
    add(pdf, f"/Over gs 0 0 0 1 k BT /F1 0 Tf 60 280 Td <{glyphs('国')}> Tj ET")
    assert judge(saved(pdf), press).groups == ()


def test_the_same_on_many_pages_is_told_once(press: PressProfile) -> None:
    pdf = good_pdf(pages=8)
    for page in (0, 1, 2, 5):
        add(pdf, "1 0 0 rg 60 60 20 20 re f", page=page)
    (group,) = judge(saved(pdf), press).groups
    assert (group.pages, group.found) == ((1, 2, 3, 6), 4)
    assert page_list(group.pages) == "1–3, 6"


def test_the_worst_value_is_told(press: PressProfile) -> None:
    pdf = good_pdf()
    for page, width in ((0, 0.2), (1, 0.05), (2, 0.1)):
        add(pdf, f"0 0 0 1 K {width} w 60 60 m 90 60 l S", page=page)
    (group,) = judge(saved(pdf), press).groups
    assert group.message("en") == "a line is 0.05 pt thin, less than 0.25 pt"
    assert group.message("zh") == "线只有 0.05 pt 粗，少于 0.25 pt"


def test_places_count_from_the_upper_left_of_the_trim(press: PressProfile) -> None:
    pdf = good_pdf()
    x, y = TRIM[0] + 20 * MM, TRIM[3] - 30 * MM
    add(pdf, f"1 0 0 rg {x} {y} 10 -10 re f")
    (group,) = judge(saved(pdf), press).groups
    assert [(place.page, place.x, place.y) for place in group.places] == [(2, 20.0, 30.0)]


def test_the_spine_needs_no_bleed(press: PressProfile) -> None:
    """Page 2 is bound on its right: a picture may end there, and not at the fore edge."""
    height = TRIM[3] - TRIM[1]
    for x, found in ((TRIM[2] - 50, ()), (TRIM[0], ("X138",))):
        pdf = good_pdf()
        pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"")
        foot, top = TRIM[1] + 0.2 * height, 0.5 * height
        add(pdf, f"0 1 0 0 k {x} {foot} 50 {top} re f")
        assert tuple(g.rule.code for g in judge(saved(pdf), press).groups) == found


def test_the_summary_lists_colours_by_what_uses_them(press: PressProfile) -> None:
    data = summary(judge(saved(good_pdf()), press), "good.pdf", "en")
    page = data["pages"][0]
    assert (data["standard"], data["claim"], data["page_count"]) == ("X-4", "PDF/X-4", 4)
    assert page["trim"] == [90.0, 120.0]
    assert page["bleed"] == 3.0
    assert page["fonts"] == ["Square"]
    assert [picture["ppi"] for picture in page["pictures"]] == [300]
    assert page["total_ink"] == pytest.approx(143.5, abs=1)
    used = {(colour["space"], *colour["inks"]): colour["objects"] for colour in page["colours"]}
    assert used["Separation", "Orange"] == {"fill": 1}
    assert used["DeviceCMYK", "K"] == {"stroke": 1, "text": 1}
    assert used["Separation", "All"] == {"stroke": 2}


def test_a_finding_as_data(press: PressProfile) -> None:
    pdf = good_pdf()
    add(pdf, "1 0 0 rg 60 60 20 20 re f")
    data = summary(judge(saved(pdf), press, ink=False), "bad.pdf", "en")
    (finding,) = data["findings"]
    assert finding["code"] == "X091"
    assert finding["requirement"] == "K2"
    assert finding["facts"] == {"object": "areas"}
    assert finding["pages"] == [2]
    assert (data["errors"], data["warnings"]) == (1, 0)
    assert data["pages"][1]["total_ink"] is None


def test_requirements_are_named() -> None:
    known = {rule.requirement for rule in RULES}
    sections = {name[0] for name in known if name and name != "press"}
    assert sections == set("ABCDEFGHKNTO")
    for standard in ("B1", "C3", "D2", "F2", "K2", "N1", "N4", "O2", "T1"):
        assert standard in known


@pytest.mark.parametrize(
    "content",
    [
        "/Over gs 0 0.6 0.9 0 k 60 60 40 40 re f",  # on paper
        "0 0.5 0.2 0 k 60 60 40 40 re f /Over gs 0 0.6 0.9 0 k 60 60 40 40 re f",  # none to mix
        "0.5 0 0 0 k 60 60 40 40 re f /Over gs 0 0.6 0.9 0 k 100 60 40 40 re f",  # side by side
        "0.5 0 0 0 k 60 60 40 40 re f /Over gs 0 0 0 1 k 60 60 40 40 re f",
        "0.5 0 0 0 k 60 60 40 40 re f /Over gs /Spot cs 1 scn 60 60 40 40 re f",
        "0.5 0 0 0 k 60 60 40 40 re f 0 0 0 0 k 60 60 40 40 re f /Over gs 0 0.6 0.9 0 k "
        "60 60 40 40 re f",  # white lies between
        "0 0 0 0 k 60 60 40 40 re f /Over gs 0 0.6 0.9 0 k 60 60 40 40 re f",
    ],
)
def test_overprint_that_mixes_nothing_unmeant(content: str, press: PressProfile) -> None:
    pdf = good_pdf()
    pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"")
    add(pdf, content)
    assert not judge(saved(pdf), press, ink=False).groups


@pytest.mark.parametrize(
    "path",
    [
        "60 60 m 60 60.1 90 60.1 150 60 c",  # a curve of four points
        "60 60 m 150 60 l 150 60.1 m 60 60.1 l h",  # two lines, nothing between them
        "60 60 90 0.1 re 60 70 90 9 re",
        "60 60 m 150 60 l 150 90 l 60 90 l h",
    ],
)
def test_areas_that_are_no_lines(path: str, press: PressProfile) -> None:
    pdf = good_pdf()
    add(pdf, f"0 0 0 1 k {path} f")
    assert not judge(saved(pdf), press, ink=False).groups


@pytest.mark.parametrize(
    ("name", "code", "zh", "en"),
    [
        ("X001-no_pdf", "X001", "它不是 PDF", "it is no PDF"),
        ("X001-truncated_at_the_start", "X001", "它残缺或损坏", "it is cut short or damaged"),
        ("X044-rgb_profile", "X044", "它是显示器的", "it is that of a monitor"),
        ("X044-cut_profile", "X044", "它不完整", "it is cut short"),
        ("X044-wrong_channels", "X044", "通道数写成了 3", "number of channels is given as 3"),
        ("X139-tiles_without_end", "X139", "一个图案填充重复得太密", "pattern has too many tiles"),
        ("X150-no_jpeg", "X150", "数据损坏：开头就读不懂", "not even their beginning can be read"),
        ("X150-rows_missing", "X150", "数据损坏：还没完就断了", "are damaged: they end too early"),
        ("X151-jpeg_wider_than_it_is_said", "X151", "75 × 150", "JPEG data have 150 × 150"),
        (
            "X152-grey_jpeg_said_to_be_cmyk",
            "X152",
            "存的却是灰度的 JPEG",
            "DeviceCMYK, but its JPEG data are grey",
        ),
    ],
)
def test_reasons_are_in_plain_words(
    name: str, code: str, zh: str, en: str, press: PressProfile
) -> None:
    (group,) = judge(broken(name), press).groups
    assert group.rule.code == code
    assert zh in group.message("zh")
    assert en in group.message("en")
    assert "<" not in group.message("en")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("FOGRA39L", "FOGRA39"),
        ("ISO Coated v2 300% (basICColor)", "FOGRA39"),
        ("Coated FOGRA39 (ISO 12647-2:2004)", "FOGRA39"),
        ("PSOcoated_v3", "FOGRA51"),
        ("PSO Uncoated v3 (FOGRA52)", "FOGRA52"),
        ("U.S. Web Coated (SWOP) v2", "CGATS TR 1"),
        ("CGATS TR 006", "CGATS TR 6"),
        ("GRACoL2006_Coated1v2", "CGATS TR 6"),
        ("CGATS21-2-CRPC6", "CRPC6"),
        ("Japan Color 2001 Coated", "JC200103"),
        ("House profile 39", ""),
        ("FOGRA39 to FOGRA51", ""),
    ],
)
def test_conditions_by_their_names(text: str, condition: str) -> None:
    assert condition_of(text) == condition
