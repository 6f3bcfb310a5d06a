"""Total ink beside an independent renderer: Ghostscript's plates, where it is installed."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from koubei_pdf.checks.ink import plates as plates_module
from koubei_pdf.checks.ink.bounds import could_exceed
from koubei_pdf.checks.ink.peaks import KnownPeaks
from koubei_pdf.checks.ink.report import InkReport
from koubei_pdf.checks.judging import judge
from koubei_pdf.imaging import NO_CACHE
from koubei_pdf.model.press import PressProfile
from koubei_pdf.pdf.rasters import ENOUGH, planes

from .defects import add, form, text
from .ghostscript import needs_ghostscript, plates
from .good_pdf import good_pdf, gradient, picture, saved, spot, tile
from .measured_ink import measured

Change = Callable[[pikepdf.Pdf], None]

#: No picture of a test file was made by us.
NOTHING_KNOWN = KnownPeaks(NO_CACHE)


SQUARE = "60 60 60 60 re f"


@pytest.mark.parametrize(
    ("content", "total"),
    [
        (f"0.5 0.25 0 1 k {SQUARE}", 175),
        (f"0.5 g {SQUARE}", 50),
        (f"/Spot cs 0.8 scn {SQUARE}", 80),
        (f"0.5 0.5 0 0 k {SQUARE} 0 0 0 1 k {SQUARE}", 100),
        (f"0.5 0.5 0 0 k {SQUARE} /Over gs 0 0 0 1 k {SQUARE}", 200),
        (f"0.5 0.5 0 0 k {SQUARE} /Over gs 0.2 0 0 0.3 k {SQUARE}", 100),
        (f"0.5 0.5 0 0 k {SQUARE} /Over gs /Spot cs 0.6 scn {SQUARE}", 160),
        (f"0.5 0.5 0 0 k {SQUARE} /Spot cs 0.6 scn {SQUARE}", 60),
        (f"/Reg cs 0.5 scn {SQUARE}", 200),
        (f"0.5 0.5 0 0 k {SQUARE} /Half gs 0 0 0 1 k {SQUARE}", 100),
        (f"0.5 0.5 0 0 k {SQUARE} /Multiply gs 0.2 0 0 0.3 k {SQUARE}", 140),
        ("q 60 0 0 60 60 60 cm /Flat Do Q", 130),
        ("q 60 0 0 60 60 60 cm BI /W 1 /H 1 /CS /CMYK /BPC 8 ID \x33\x66\x00\x66 EI Q", 100),
        (f"0.2 0.9 0 0 k {SQUARE} 0 0 0 0 k {SQUARE} 0.3 g 90 90 20 20 re f", 70),
        ("0 0.3 0 0 k /Cell Do", 60),
        ("0.5 0.5 0 0 k q 60 0 0 60 60 60 cm /Glyph Do 0.2 0 0 0.6 k /Glyph Do Q", 80),
        (f"0.5 0.5 0 0 k {SQUARE} /Over gs 0 0 0 0.9 k q 60 0 0 60 60 60 cm /Glyph Do Q", 190),
        (f"/Pattern cs /Tile scn {SQUARE}", 90),
        (f"/Pattern cs /Ramp scn {SQUARE}", 120),
    ],
)
def test_inks_of_single_objects(content: str, total: float, press: PressProfile) -> None:
    pdf = good_pdf()
    flat = picture(pdf, size=2)
    flat.write(bytes((51, 102, 102, 77)) * 4)
    tiled = tile(pdf, b"0.4 0.5 0 0 k 0 0 10 10 re f")
    ramp = gradient()
    ramp["/Function"]["/C0"] = ramp["/Function"]["/C1"]
    pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"")
    add(
        pdf,
        content,
        XObject={
            "Flat": flat,
            "Cell": form(pdf, "0.1 0.5 0 0 k 0 0 90 90 re f"),
            "Glyph": form(pdf, "0 0 m 1 0 l 1 1 l 0 1 l h f"),
        },
        ExtGState={
            "Half": Dictionary(ca=0.5),
            "Multiply": Dictionary(BM=Name.Multiply),
        },
        Pattern={"Tile": tiled, "Ramp": Dictionary(PatternType=2, Shading=ramp)},
    )
    judged = judge(saved(pdf), press)
    assert judged.document is not None
    assert judged.ink is not None
    assert judged.ink.pages[1].total == pytest.approx(total, abs=1.0)
    assert could_exceed(judged.document.pages[1], judged.ink.pages[1].total - 1.0, NOTHING_KNOWN)


@pytest.mark.parametrize(
    ("content", "most"),
    [
        (f"0.5 0.25 0 1 k {SQUARE}", 175),
        (f"0.5 0.5 0 0 k {SQUARE} 0 0 0 1 k {SQUARE}", 100),
        (f"0.5 0.5 0 0 k {SQUARE} /Over gs 0 0 0 1 k {SQUARE}", 200),
        (f"0.5 0.5 0 0 k {SQUARE} /Over gs 0 0 0 1 k 160 60 60 60 re f", 100),
        (f"0.5 0.5 0 0 k {SQUARE} /Over gs /Spot cs 0.6 scn {SQUARE}", 160),
        (f"/Reg cs 1 scn 0 0 10 10 re f 0.4 g {SQUARE}", 60),
        ("0.5 g 60 60 20 20 re f", 50),
    ],
)
def test_pages_that_need_not_be_measured(content: str, most: float, press: PressProfile) -> None:
    """The bound is no higher than what the page could hold."""
    pdf = good_pdf()
    pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"")
    add(pdf, content)
    document = judge(saved(pdf), press, ink=False).document
    assert document is not None
    assert not could_exceed(document.pages[1], most + 0.1, NOTHING_KNOWN)
    assert could_exceed(document.pages[1], most - 0.1, NOTHING_KNOWN)


@pytest.mark.parametrize(
    "content",
    [
        f"/Nothing cs 1 scn {SQUARE}",
        "/Nothing CS 1 SCN 3 w 70 70 40 40 re S",
        f"/Nothings cs 1 0.5 scn {SQUARE}",
        f"/Uncoloured cs 1 /Stripes scn {SQUARE}",
        "q 60 0 0 60 60 60 cm /Unseen Do Q",
        "q 60 60 60 60 re W n /Fade sh Q",
        f"/Over gs /Nothing cs 1 scn {SQUARE}",
        "/Nothing cs 1 scn " + text("印", 40, 60, 70),
    ],
)
def test_what_is_in_no_ink_prints_nothing(content: str, press: PressProfile) -> None:
    """The colorant None leaves the page as it is (ISO 32000-1, 8.6.6.4)."""
    pdf = good_pdf()
    nothing = spot(pdf, "None", (1.0, 1.0, 1.0, 1.0))
    tint = pdf.make_stream(
        b"{pop pop 1 1 1 1}", FunctionType=4, Domain=Array([0, 1] * 2), Range=Array([0, 1] * 4)
    )
    nothings = Array([Name.DeviceN, Array([Name("/None"), Name("/None")]), Name.DeviceCMYK, tint])
    stripes = tile(pdf, b"0 0 5 10 re f")
    stripes["/PaintType"] = 2
    unseen = picture(pdf, mode="L")
    unseen["/ColorSpace"] = nothing
    fade = gradient()
    fade["/ColorSpace"] = nothing
    fade["/Function"]["/C0"], fade["/Function"]["/C1"] = Array([0]), Array([1])
    pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"")
    add(
        pdf,
        f"0.3 0 0 0 k {SQUARE} {content}",
        XObject={"Unseen": unseen},
        Shading={"Fade": fade},
        Pattern={"Stripes": stripes},
        ColorSpace={
            "Nothing": nothing,
            "Nothings": nothings,
            "Uncoloured": Array([Name.Pattern, nothing]),
        },
    )
    judged = judge(saved(pdf), press)
    assert not judged.groups
    assert judged.document is not None
    assert judged.ink is not None
    assert judged.ink.pages[1].total == pytest.approx(30, abs=1.0)
    assert not could_exceed(judged.document.pages[1], 30.1, NOTHING_KNOWN)


def test_what_is_measured_alone_is_found(press: PressProfile) -> None:
    pdf = good_pdf()
    for page in pdf.pages:
        page.obj["/Contents"] = pdf.make_stream(b"0.5 g 60 60 10 10 re f")
    clean = judge(saved(pdf), press, only_doubtful=True)
    assert "X130" not in {group.rule.code for group in clean.groups}
    assert clean.ink == InkReport((), {})
    add(pdf, "0.9 0.8 0.7 0 k 200 300 10 10 re f /Over gs 0 0 0 1 k 200 300 10 10 re f", page=2)
    judged = judge(saved(pdf), press, only_doubtful=True)
    assert [g.pages for g in judged.groups if g.rule.code == "X130"] == [(3,)]
    assert judged.ink is not None
    assert [page.page for page in judged.ink.pages] == [3]


def test_the_place_of_the_most_ink(press: PressProfile) -> None:
    pdf = good_pdf()
    add(pdf, "0.6 0.6 0.6 0.6 k 200 300 10 10 re f")
    ink = measured(saved(pdf), press).pages[1]
    # 10 mm of media lie beside the trim, whose upper edge is at 130 mm.
    assert ink.total == pytest.approx(240, abs=1)
    assert 171 < ink.box.x0 < 182
    assert 57 < ink.box.y0 < 69


def test_a_heat_map_of_what_is_over(press: PressProfile) -> None:
    pdf = good_pdf()
    add(pdf, "1 1 1 1 k 200 300 10 10 re f")
    report = measured(saved(pdf), press)
    assert list(report.heat_maps) == [2]
    with Image.open(io.BytesIO(report.heat_maps[2])) as opened:
        image = opened.convert("RGB")
    red = [
        (x, y)
        for y in range(0, image.height, 4)
        for x in range(0, image.width, 4)
        if image.getpixel((x, y)) == (214, 32, 32)
    ]
    assert image.size == (480, 630)  # 96 × 126 mm
    xs, ys = [x / 5 * 72 / 25.4 for x, _ in red], [y / 5 * 72 / 25.4 for _, y in red]
    assert 179 < min(xs) < max(xs) < 192
    assert 65 < min(ys) < max(ys) < 79


def test_fine_pictures_are_measured_coarsely(
    press: PressProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A square millimetre needs few pixels; all of them would take gigabytes."""
    sizes = []

    def noted(*arguments: Any) -> dict[str, Image.Image]:
        made = planes(*arguments)
        sizes.extend(plane.size for plane in made.values())
        return made

    monkeypatch.setattr(plates_module, "planes", noted)
    pdf = good_pdf()
    for page in pdf.pages:
        page.obj["/Contents"] = pdf.make_stream(b"")
    add(pdf, "q 72 0 0 72 60 60 cm /Fine Do Q", XObject={"Fine": picture(pdf, size=600)})
    measured(saved(pdf), press)
    assert sizes
    assert all(ENOUGH <= width <= 2 * ENOUGH for width, _ in sizes)


def mixed(pdf: pikepdf.Pdf) -> None:
    """Pictures, tints, a gradient, overprint, a spot, alpha and a blend, a page each."""
    deep = gradient()
    deep["/Function"]["/C1"] = Array([0.9, 0.7, 0.6, 0.5])
    add(pdf, "q 60 60 100 60 re W n /Deep sh Q", page=0, Shading={"Deep": deep})
    add(pdf, "0.8 0.7 0.6 0 k 60 60 90 50 re f /Over gs 0 0 0 1 k 80 70 30 30 re f", page=1)
    made = picture(pdf, mode="RGB")
    add(pdf, "q 36 0 0 36 60 60 cm /Rgb Do Q", page=2, XObject={"Rgb": made})
    half = Dictionary(ca=0.5, BM=Name.Multiply)
    content = "0.8 0.2 0.6 0 k 60 60 90 50 re f /Half gs 0 0.5 0 0.9 k 80 70 30 30 re f"
    add(pdf, content, page=3, ExtGState={"Half": half})
    other = spot(pdf, "Silver", (0.0, 0.0, 0.0, 0.4))
    add(pdf, "/S cs 1 scn 160 300 40 20 re f", page=3, ColorSpace={"S": other})


@needs_ghostscript
def test_within_three_points_of_ghostscript(press: PressProfile, tmp_path: Path) -> None:
    pdf = good_pdf()
    mixed(pdf)
    data = saved(pdf)
    ours = [page.total for page in measured(data, press).pages]
    (tmp_path / "in.pdf").write_bytes(data)
    theirs = plates(tmp_path / "in.pdf", tmp_path)
    # Ghostscript converts RGB by a profile of its own: that page (2) is not compared.
    compared = [(a, b) for n, (a, b) in enumerate(zip(ours, theirs, strict=True)) if n != 2]
    assert max(abs(a - b) for a, b in compared) <= 3
