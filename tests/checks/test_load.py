"""Pages that would hold the renderer: all but their ink is judged, and that is told."""

from __future__ import annotations

import math
import random
import struct
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from koubei_pdf.checks.judging import judge
from koubei_pdf.model.press import PressProfile
from koubei_pdf.pdf import limits
from koubei_pdf.pdf.content.meshes import Mesh, mesh_of

from .bounded import codes, judged_apart
from .defects import add, drawn_font, form, text
from .good_pdf import MEDIA, TRIM, good_pdf, gradient, saved

#: Seconds of the processor and bytes for four pages, one of which paints without end.
SECONDS, BYTES = 8, 500 << 20

PAGE = f"0 0 {MEDIA[0]} {MEDIA[1]} re f\n"
WHOLE_PAGE = f"q {MEDIA[0]} 0 0 {MEDIA[1]} 0 0 cm /Im1 Do Q\n"


def fills(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0.1 g\n" + PAGE * 20_000)


def gradients(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Whole sh\n" * 20_000, Shading={"Whole": gradient()})


def gradients_in_patterns(pdf: pikepdf.Pdf) -> None:
    pattern = Dictionary(PatternType=2, Shading=gradient())
    add(pdf, "/Pattern cs /Whole scn\n" + PAGE * 20_000, Pattern={"Whole": pattern})


def computed_gradients(pdf: pikepdf.Pdf) -> None:
    function = pdf.make_stream(
        b"{ pop pop .1 .1 .1 .1 }",
        FunctionType=4,
        Domain=Array([0, 1, 0, 1]),
        Range=Array([0, 1] * 4),
    )
    shading = Dictionary(ShadingType=1, ColorSpace=Name.DeviceCMYK, Function=function)
    shading["/Matrix"] = Array([MEDIA[0], 0, 0, MEDIA[1], 0, 0])
    add(pdf, "/Whole sh\n" * 300, Shading={"Whole": shading})


def meshes(kind: int, figures: int, size: float) -> Callable[[pikepdf.Pdf], None]:
    """Triangles or patches by a function, each of points within so many parts of the page."""

    def make(pdf: pikepdf.Pdf) -> None:
        drawn = random.Random(kind)
        points, colours = {4: (3, 3), 5: (1, 1), 6: (12, 4), 7: (16, 4)}[kind]
        data = bytearray()
        for _ in range(figures):
            left, bottom = drawn.random() * (1 - size), drawn.random() * (1 - size)
            each = [
                struct.pack(
                    ">HH", *(int(65535 * (at + size * drawn.random())) for at in (left, bottom))
                )
                for _ in range(points)
            ]
            inks = drawn.randbytes(colours)
            if kind == 4:
                data += b"".join(b"\0" + each[i] + inks[i : i + 1] for i in range(3))
            else:
                data += (b"" if kind == 5 else b"\0") + b"".join(each) + inks
        mesh = pdf.make_stream(
            bytes(data),
            ShadingType=kind,
            ColorSpace=Name.DeviceCMYK,
            BitsPerCoordinate=16,
            BitsPerComponent=8,
            Decode=Array([0, MEDIA[0], 0, MEDIA[1], 0, 1]),
            Function=gradient().Function,
        )
        mesh["/VerticesPerRow" if kind == 5 else "/BitsPerFlag"] = 100 if kind == 5 else 8
        add(pdf, "/Mesh sh\n", Shading={"Mesh": mesh})

    make.__name__ = f"meshes_{kind}_{figures}"
    return make


def pictures(pdf: pikepdf.Pdf) -> None:
    add(pdf, WHOLE_PAGE * 20_000)


def blended(pdf: pikepdf.Pdf) -> None:
    state = Dictionary(BM=Name.Multiply)
    add(pdf, "/Blend gs 0.1 g\n" + PAGE * 500, ExtGState={"Blend": state})


def groups(pdf: pikepdf.Pdf) -> None:
    group = form(pdf, f"0.1 g {PAGE}")
    group["/BBox"] = Array([0, 0, *MEDIA])
    group["/Group"] = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    state = Dictionary(BM=Name.Luminosity)
    add(pdf, "/Blend gs " + "/All Do\n" * 500, XObject={"All": group}, ExtGState={"Blend": state})


def huge_letters(pdf: pikepdf.Pdf) -> None:
    add(pdf, "-400 Tc " + text("印" * 20_000, 400, 0, 0))


def huge_glyphs_that_are_drawn(pdf: pikepdf.Pdf) -> None:
    font = drawn_font(pdf, b"1000 0 d0 0.1 g 0 0 1000 1000 re f", (0, 1000))
    add(pdf, f"BT /F9 400 Tf 0 0 Td ({'a' * 20_000}) Tj ET", Font={"F9": font})


def clips(pdf: pikepdf.Pdf) -> None:
    bow = f"0 0 m {MEDIA[0]} {MEDIA[1]} l 0 {MEDIA[1]} l {MEDIA[0]} 0 l W n\n"
    add(pdf, bow * 50_000 + f"0.1 g {PAGE}")


def curves(reach: int, count: int = 200_000) -> Callable[[pikepdf.Pdf], None]:
    """One path of so many curves, as far as that beyond the page."""

    def make(pdf: pikepdf.Pdf) -> None:
        drawn = random.Random(1)
        points = (
            " ".join(str(drawn.randint(-reach, reach)) for _ in range(6)) for _ in range(count)
        )
        add(pdf, "0.5 g 0 0 m " + " c ".join(points) + " c f")

    make.__name__ = f"curves_{reach}"
    return make


ENDLESS = [
    fills,
    gradients,
    gradients_in_patterns,
    computed_gradients,
    meshes(4, 130_000, 1),
    meshes(4, 300_000, 0.001),
    meshes(5, 300_000, 1),
    meshes(6, 30_000, 1),
    meshes(7, 30_000, 0.05),
    pictures,
    blended,
    groups,
    huge_letters,
    huge_glyphs_that_are_drawn,
    clips,
    curves(600),
    curves(1_000_000),
]


@pytest.mark.parametrize("make", ENDLESS)
def test_painting_without_end(make: Callable[[pikepdf.Pdf], None], tmp_path: Path) -> None:
    pdf = good_pdf()
    make(pdf)
    found = judged_apart(saved(pdf), tmp_path, BYTES, SECONDS)
    assert "X139" in found
    assert not found & {"X006", "X017", "X018", "X019"}


def test_which_pages_are_not_measured_is_told(press: PressProfile) -> None:
    pdf = good_pdf()
    for page in (1, 2):
        pdf.pages[page].obj["/Contents"] = pdf.make_stream(b"0.1 g\n" + PAGE.encode() * 20_000)
    judged = judge(saved(pdf), press)
    told = [group for group in judged.groups if group.rule.code == "X139"]
    assert [group.pages for group in told] == [(2, 3)]
    assert "the whole page" in told[0].message("en")
    assert judged.ink is not None
    assert [ink.page for ink in judged.ink.pages] == [1, 4]


def test_a_file_has_a_bound_as_a_whole(
    press: PressProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged = judge(saved(good_pdf()), press, ink=False)
    assert judged.document is not None
    loads = [page.trace.load for page in judged.document.pages]
    monkeypatch.setattr(limits, "LOAD", sum(loads[:2]) + 1)
    told = [g for g in judge(saved(good_pdf()), press).groups if g.rule.code == "X139"]
    assert [group.pages for group in told] == [(3, 4)]


@pytest.mark.parametrize("count", [5, 20])
def test_what_designers_do_is_measured(count: int, press: PressProfile) -> None:
    """Layers that multiply over the whole page, many pictures, a drawing of many lines."""
    pdf = good_pdf()
    lines = "0.5 w " + " ".join(
        f"60 {60 + index % 200} m 200 260 l S" for index in range(count * 50)
    )
    state = Dictionary(BM=Name.Multiply)
    layers = f"q /Blend gs 0.02 g {PAGE * (count // 5)} Q"
    add(pdf, f"{layers} {WHOLE_PAGE * count} {lines}", ExtGState={"Blend": state})
    assert "X139" not in codes(saved(pdf), press)


def triangles(count: int, left: float, height: float) -> str:
    """So many, which begin within 2 pt of `left` and are all over the height of the page."""
    drawn = random.Random(1)
    corners = ((left + 2 * drawn.random(), 60 + 250 * drawn.random()) for _ in range(count))
    each = (f"{x:.2f} {y:.2f} m 100 {y:.2f} l 100 {y + height:.2f} l f" for x, y in corners)
    return "0.5 g " + " ".join(each) + "\n"


def at_the_trim(count: int) -> pikepdf.Pdf:
    """Areas that end at the trim, and as many that bleed: none is tall enough to carry them on."""
    pdf = good_pdf()
    pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"")
    add(pdf, triangles(count, TRIM[0] - 2, 5) + triangles(count, TRIM[0] - 30, 4))
    return pdf


def test_countless_areas_at_the_trim(tmp_path: Path) -> None:
    assert {"X006", "X138"} <= judged_apart(saved(at_the_trim(15_000)), tmp_path, BYTES, SECONDS)


def test_many_areas_at_the_trim_are_all_compared(press: PressProfile) -> None:
    found = codes(saved(at_the_trim(1_500)), press)
    assert "X138" in found
    assert "X006" not in found


@pytest.mark.parametrize(
    "make", [meshes(4, 3_000, 0.05), meshes(5, 3_000, 0.05), meshes(6, 100, 0.1)]
)
def test_what_designers_draw_by_meshes_is_measured(
    make: Callable[[pikepdf.Pdf], None], press: PressProfile
) -> None:
    pdf = good_pdf()
    make(pdf)
    assert "X139" not in codes(saved(pdf), press)


def test_figures_of_a_mesh() -> None:
    """Two triangles, the second on a side of the first; two patches that share a side."""
    pdf = pikepdf.new()
    common = {"ColorSpace": Name.DeviceGray, "Function": gradient().Function}
    bits = {"BitsPerFlag": 8, "BitsPerCoordinate": 8, "BitsPerComponent": 8}
    decode = Array([0, 255, 0, 255, 0, 1])
    corners = ((0, 0, 0), (0, 10, 0), (0, 0, 20), (1, 30, 20))
    data = bytes(value for corner in corners for value in (*corner, 0))
    triangles = pdf.make_stream(data, ShadingType=4, Decode=decode, **common, **bits)
    assert mesh_of(triangles, 100) == Mesh(8, False, 2, 15 + 25, 200 + 600)
    first = (0, *(0, 0) * 4, *(0, 9) * 3, *(9, 9) * 3, *(9, 0) * 2, *(0,) * 4)
    second = (2, *(30, 9) * 8, 0, 0)
    patches = pdf.make_stream(
        bytes((*first, *second)), ShadingType=6, Decode=decode, **common, **bits
    )
    found = mesh_of(patches, 100)
    assert found is not None
    assert found[1:] == (True, 2, 9 + 15, 81 + 0)
    assert mesh_of(patches, 10) == Mesh(0, True, math.inf, math.inf, math.inf)


def test_a_path_beyond_the_page_is_no_damage(press: PressProfile) -> None:
    pdf = good_pdf()
    add(pdf, "0.1 g -3000000 100 m 3000000 100 l 3000000 120 l -3000000 120 l f")
    assert not codes(saved(pdf), press)
