"""Tiling patterns are judged where their tiles show, not at their origin."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from koubei_pdf.checks.document import Page
from koubei_pdf.checks.judging import judge
from koubei_pdf.model.geometry import PT_PER_MM
from koubei_pdf.model.press import PressProfile
from koubei_pdf.pdf import limits

from .bounded import codes
from .defects import add, text
from .good_pdf import BLEED, TRIM, good_pdf, saved

#: A pattern's matrices whose first tile (10 × 10 pt) lies at a corner of the trim, or turned on it.
AT_THE_TRIM = [
    (1, 0, 0, 1, TRIM[0] - 3, TRIM[1] - 3),
    (1, 0, 0, -1, TRIM[2] + 1, TRIM[3] + 1),
    (0.7, 0.7, -0.7, 0.7, TRIM[0], TRIM[1] + 40),
]
WITHIN = "120 120 60 60 re f"
EVERYWHERE = f"{BLEED[0]} {BLEED[1]} {BLEED[2] - BLEED[0]} {BLEED[3] - BLEED[1]} re f"
#: From the edge of the bleed to the trim.
IN = TRIM[0] - BLEED[0]

HATCH = "0 0 0 1 K 1 w 0 0 m 10 10 l S"
DOTS = "0 0 0 0.4 k 3 3 4 4 re f"


def tiling(
    pdf: pikepdf.Pdf, content: str, size: float = 10, matrix: Any = (1, 0, 0, 1, 0, 0), **more: Any
) -> Any:
    entries = {"PaintType": 1, **more}
    return pdf.make_stream(
        content.encode("ascii"),
        PatternType=1,
        TilingType=1,
        BBox=Array([0, 0, size, size]),
        XStep=size,
        YStep=size,
        Matrix=Array(matrix),
        Resources=pdf.pages[0].obj.Resources,
        **entries,
    )


def filled(content: str, paint: str, **tile: Any) -> bytes:
    """A file with nothing on a page but an area that is filled with a pattern."""
    pdf = good_pdf()
    pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"")
    thing = tiling(pdf, content, **tile)
    add(pdf, f"q /Pattern cs /Tiles scn {paint} Q", Pattern={"Tiles": thing})
    return saved(pdf)


def page_of(data: bytes, press: PressProfile) -> Page:
    document = judge(data, press, ink=False).document
    assert document is not None
    return document.pages[1]


@pytest.mark.parametrize("content", [HATCH, DOTS, text("印", 9, 0, 0)])
@pytest.mark.parametrize("paint", [WITHIN, EVERYWHERE, f"0 0 500 500 re {WITHIN}"])
@pytest.mark.parametrize("matrix", AT_THE_TRIM)
def test_what_repeats_is_not_judged_by_its_first_tile(
    content: str, paint: str, matrix: Any, press: PressProfile
) -> None:
    """Nor is what bleeds as a whole by the tiles that are near the trim."""
    assert not codes(filled(content, paint, matrix=matrix), press)


@pytest.mark.parametrize(
    ("paint", "code"),
    [
        (f"{TRIM[0]} 120 60 60 re f", "X138"),
        (f"{TRIM[0] + 3} 120 60 60 re f", "X141"),
        (f"q {TRIM[0]} 120 60 60 re W n {EVERYWHERE} Q", "X138"),
    ],
)
def test_the_area_that_tiles_fill_is_judged(paint: str, code: str, press: PressProfile) -> None:
    assert codes(filled(DOTS, paint), press) == {code}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (text("印", 9, IN + 2, 50), "X137"),
        (f"0 0 0 0.4 k {IN + 2} 50 30 30 re f", "X141"),
        (f"0 0 0 0.4 k {IN} 50 30 30 re f", "X138"),
        (f"0 0 0 0.4 k 0 50 {IN + 30} 30 re f", ""),
    ],
)
def test_a_lone_tile_is_content_where_it_shows(
    content: str, code: str, press: PressProfile
) -> None:
    """Some programs write whole pictures as one tile; here it is the fifth on, and the third up."""
    matrix = (1, 0, 0, 1, BLEED[0] - 5 * 400, BLEED[1] - 3 * 400)
    expected = {code} if code else set()
    assert codes(filled(content, EVERYWHERE, size=400, matrix=matrix), press) == expected


def test_findings_are_placed_where_tiles_show(press: PressProfile) -> None:
    """Colours, thin lines and pictures of the first use, by the filled area."""
    content = "1 0 0 rg 3 3 4 4 re f 0 0 0 1 K 0.05 w 0 5 m 10 5 l S q 9 0 0 9 0 0 cm /Im1 Do Q"
    judged = judge(filled(content, WITHIN, matrix=AT_THE_TRIM[0]), press)
    told = {group.rule.code: group.places for group in judged.groups}
    assert {"X091", "X132"} <= told.keys()
    left, lower = (120 - TRIM[0]) / PT_PER_MM, (TRIM[3] - 120) / PT_PER_MM
    for places in told.values():
        for place in places:
            assert left - 0.1 <= place.x <= left + 60 / PT_PER_MM
            assert lower - 60 / PT_PER_MM - 0.1 <= place.y <= lower
    picture = judged.document and judged.document.pages[1].trace.pictures[-1]
    assert picture
    assert picture.box.x0 >= 120 - TRIM[0]


def test_an_uncoloured_pattern_is_read_in_each_of_its_colours(press: PressProfile) -> None:
    pdf = good_pdf()
    thing = tiling(pdf, "2 2 4 4 re f", PaintType=2)
    space = Array([Name.Pattern, Name.DeviceCMYK])
    colours = f"/Own cs 0.1 0 0 0 /Tiles scn {WITHIN} 0 0.2 0 0 /Tiles scn {WITHIN}"
    add(pdf, colours, Pattern={"Tiles": thing}, ColorSpace={"Own": space})
    marks = page_of(saved(pdf), press).trace.marks
    tiles = [mark.paint.values for mark in marks if not mark.has_edges]
    assert tiles == [(0.1, 0, 0, 0), (0, 0.2, 0, 0)]


def test_only_what_shows_of_a_tile_is_noted(press: PressProfile) -> None:
    """Of a tile as large as the page, the half that is filled."""
    content = f"0.1 g 50 50 9 9 re f 200 200 9 9 re f {HATCH}"
    marks = page_of(filled(content, "40 40 60 60 re f", size=400), press).trace.marks
    assert [mark.paint.values for mark in marks if mark.kind == "fill"].count((0.1,)) == 1


def test_tiles_that_are_used_without_end(press: PressProfile) -> None:
    pdf = good_pdf()
    thing = tiling(pdf, "0.1 g " + "1 1 1 1 re f " * 300)
    uses = "\n".join(f"{20 + index % 60} 120 60 60 re f" for index in range(3000))
    add(pdf, f"/Pattern cs /Tiles scn {uses}", Pattern={"Tiles": thing})
    trace = page_of(saved(pdf), press).trace
    assert sum(not mark.has_edges for mark in trace.marks) <= limits.TILE_MARKS + 300
    assert sum(mark.paint.pattern == "Tiles" for mark in trace.marks) == 3000


def test_a_pattern_within_itself(press: PressProfile) -> None:
    pdf = good_pdf()
    thing = pdf.make_indirect(tiling(pdf, f"/Pattern cs /Tiles scn {WITHIN}"))
    thing["/Resources"] = Dictionary(Pattern=Dictionary(Tiles=thing))
    add(pdf, f"/Pattern cs /Tiles scn {WITHIN}", Pattern={"Tiles": thing})
    judge(saved(pdf), press)
