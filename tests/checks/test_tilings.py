"""Tiling patterns: what they paint is bounded where ink is measured, and told beyond that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from koubei_pdf.checks.judging import judge
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.matrix import IDENTITY
from koubei_pdf.model.press import PressProfile
from koubei_pdf.pdf.content.tilings import painted

from .bounded import judged_apart
from .defects import add, drawn_font, form, text
from .good_pdf import MEDIA, good_pdf, saved, tile
from .measured_ink import measured

#: Seconds of the processor for four pages, one of which has patterns without end.
SECONDS = 8

PAGE = f"0 0 {MEDIA[0]} {MEDIA[1]} re f"
INK = b"0.5 0.2 0 0 k 0 0 1000 1000 re f"


def tiling(pdf: pikepdf.Pdf, box: float, step: float, content: bytes = INK, **more: Any) -> Any:
    made = tile(pdf, content)
    made["/BBox"] = Array([0, 0, box, box])
    made["/XStep"] = made["/YStep"] = step
    for key, value in more.items():
        made[f"/{key}"] = value
    return made


def filled(pdf: pikepdf.Pdf, thing: Any, paint: str = PAGE) -> None:
    add(pdf, f"/Pattern cs /Many scn {paint}", Pattern={"Many": thing})


def overlapping(pdf: pikepdf.Pdf) -> None:
    filled(pdf, tiling(pdf, 400, 0.5))


def overlapping_a_little(pdf: pikepdf.Pdf) -> None:
    """Small enough to be painted once and copied."""
    filled(pdf, tiling(pdf, 90, 0.25))


def tiny(pdf: pikepdf.Pdf) -> None:
    filled(pdf, tiling(pdf, 0.004, 0.005))


def without_steps(pdf: pikepdf.Pdf) -> None:
    filled(pdf, tiling(pdf, 10, 0))


def without_area(pdf: pikepdf.Pdf) -> None:
    filled(pdf, tiling(pdf, 10, 10, Matrix=Array([1, 0, 1, 0, 0, 0])))


def scaled_down(pdf: pikepdf.Pdf) -> None:
    filled(pdf, tiling(pdf, 10, 10, Matrix=Array([1e-4, 0, 0, 1e-4, 0, 0])))


def within_another(pdf: pikepdf.Pdf) -> None:
    """Neither is too much by itself."""
    inner = tiling(pdf, 100, 8)
    cell = b"/Pattern cs /In scn 0 0 400 400 re f"
    resources = Dictionary(Pattern=Dictionary(In=inner))
    filled(pdf, tiling(pdf, 400, 25, cell, Resources=resources))


def used_often(pdf: pikepdf.Pdf) -> None:
    filled(pdf, tiling(pdf, 100, 10), "\n".join([PAGE] * 3000))


def in_text(pdf: pikepdf.Pdf) -> None:
    thing = tiling(pdf, 300, 3, INK * 20)
    filled(pdf, thing, f"{text('印前检查' * 2000, 0.9, 30, 50)}")


def in_text_and_beyond(pdf: pikepdf.Pdf) -> None:
    """Some of the patterns are within the bound: the others must not be painted with these."""
    hatched = b"0 0 m 10 10 l S " * 200
    patterns = {f"P{index}": tiling(pdf, 10, 3, hatched) for index in range(50)}
    letters = text("印前检查", 200, 0, 0)
    uses = (f"/P{i % 50} scn {PAGE} /P{i % 50} scn {letters}" for i in range(500))
    add(pdf, "/Pattern cs " + "\n".join(uses), Pattern=patterns)


def in_a_mask(pdf: pikepdf.Pdf) -> None:
    resources = Dictionary(Pattern=Dictionary(Many=tiling(pdf, 400, 0.5)))
    group = form(pdf, f"/Pattern cs /Many scn {PAGE}", Resources=resources)
    group["/BBox"] = Array([0, 0, *MEDIA])
    group["/Group"] = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    mask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=group)
    add(pdf, f"/Masked gs 0.1 0 0 0 k {PAGE}", ExtGState={"Masked": Dictionary(SMask=mask)})


def in_glyphs(pdf: pikepdf.Pdf) -> None:
    glyph = b"1000 0 d0 /Pattern cs /Many scn 0 0 1000 1000 re f"
    patterns = Dictionary(Pattern=Dictionary(Many=tiling(pdf, 400, 0.5)))
    font = drawn_font(pdf, glyph, (1000, 1000), patterns)
    add(pdf, f"BT /F9 300 Tf 0 0 Td ({'a' * 1000}) Tj ET", Font={"F9": font})


ENDLESS = [
    overlapping,
    overlapping_a_little,
    tiny,
    without_steps,
    without_area,
    scaled_down,
    within_another,
    used_often,
    in_text,
    in_text_and_beyond,
    in_a_mask,
    in_glyphs,
]


@pytest.mark.parametrize("make", ENDLESS)
def test_endless_patterns(make: Callable[[pikepdf.Pdf], None], tmp_path: Path) -> None:
    pdf = good_pdf()
    make(pdf)
    assert "X139" in judged_apart(saved(pdf), tmp_path, seconds=SECONDS)


def test_what_is_left_out_is_told_and_the_rest_is_measured(press: PressProfile) -> None:
    """A pattern over a tint of 150 %: the tint counts, on each page that has the pattern."""
    pdf = good_pdf()
    thing = tiling(pdf, 400, 0.5)
    for page in (1, 2):
        content = (
            f"0.5 0.5 0.5 0 k {PAGE} /Pattern cs /Many scn {PAGE} 0 0 0 0.9 k 60 60 40 40 re f"
        )
        pdf.pages[page].obj["/Contents"] = pdf.make_stream(b"")
        add(pdf, content, page=page, Pattern={"Many": thing})
    judged = judge(saved(pdf), press)
    told = [group for group in judged.groups if group.rule.code == "X139"]
    assert [group.pages for group in told] == [(2, 3)]
    assert told[0].message("en").endswith("too many tiles, or tiles that overlap too much")
    assert judged.ink is not None
    assert judged.ink.pages[1].total == pytest.approx(150, abs=1)
    assert judged.ink.pages[2].total == pytest.approx(150, abs=1)


@pytest.mark.parametrize(("box", "step"), [(1, 1), (2, 2), (20, 10), (400, 400)])
def test_usual_patterns_are_measured(box: float, step: float, press: PressProfile) -> None:
    """Fine patterns, some that overlap, and one tile as a picture."""
    pdf = good_pdf()
    pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"")
    filled(pdf, tiling(pdf, box, step, b"0.5 0.2 0 0 k " + b"0 0 400 400 re f " * 40))
    assert measured(saved(pdf), press).pages[1].total == pytest.approx(70, abs=2)


def test_tiles_are_counted_where_they_show() -> None:
    """100 tiles of 10 × 10 pt fill 100 × 100 pt."""
    pdf = pikepdf.new()
    box = Rect(0, 0, 100, 100)
    one = painted(tiling(pdf, 10, 100), IDENTITY, box, 1, 0)
    assert painted(tiling(pdf, 10, 10), IDENTITY, box, 1, 0) == pytest.approx(100 * one)
    assert painted(tiling(pdf, 20, 10), IDENTITY, box, 1, 0) > 400 * 100
    assert painted(tiling(pdf, 100, 100), IDENTITY, Rect(20, 20, 80, 80), 1, 1e9) == 0
