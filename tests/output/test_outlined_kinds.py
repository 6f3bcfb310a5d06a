"""Text of other kinds that becomes paths: vertical, clips, in patterns and masks, Type 3."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from koubei_pdf.output.outlining.pages import Outlining
from koubei_pdf.pdf.reading import UnreadableError
from koubei_pdf.source.resources import fonts_in

from ..checks.defects.making import drawn_font, helvetica
from ..checks.good_pdf import tile
from .test_outlined_pages import outlined, paged, same


@pytest.mark.parametrize(
    "content",
    [
        "20 Tf 50 90 Td <000300040005> Tj <0003> Tj",
        "20 Tf 50 90 Td [<0003> 300 <0004> -200 <0005>] TJ <0003> Tj",
        "20 Tf 50 90 Td -3 Tc 5 Tw 50 Tz 4 Ts <00030004> Tj 2 Tc <0005> Tj",
        "1 Tf 20 3 -5 20 80 90 Tm <00030004> Tj <0005> Tj",
        "24 Tf 50 90 Td 1 Tr 2 w <00030004> Tj /Pattern cs /P scn 0 Tr <0005> Tj",
    ],
)
@pytest.mark.parametrize("is_told", [True, False], ids=["metrics", "defaults"])
def test_vertical_text(content: str, is_told: bool) -> None:
    """Down the line by w1, from v, of the font's own metrics or the defaults (9.7.4.3)."""
    pdf = paged(f"0.2 0.9 0 0 k BT /F1 {content} ET")
    resources = pdf.pages[0].obj.Resources
    resources.Font.F1.Encoding = Name("/Identity-V")
    resources["/Pattern"] = Dictionary(P=pdf.make_indirect(tile(pdf, b"1 0 0 0 k 0 0 5 9 re f")))
    if is_told:
        below = resources.Font.F1.DescendantFonts[0]
        below.DW2 = Array([700, -1200])
        below.W2 = Array([3, Array([-900, 300, 800]), 4, 4, -1400, 900, 600])
    before, after, written = outlined(pdf)
    assert not {b"BT", b"Tf", b"Tj", b"TJ", b"Tr"} & set(written.split())
    assert fonts_in(pdf.pages[0].Resources) == ()
    same(before, after)


@pytest.mark.parametrize(
    "content",
    [
        "q BT /F2 40 Tf 10 40 Td 7 Tr (ab) Tj 0 -35 Td (c) Tj ET {fill} Q 150 10 30 30 re f",
        "q BT /F2 40 Tf 10 40 Td 4 Tr (a) Tj 20 0 Td 7 Tr (b) Tj ET 1 0 0 0 k {fill} Q",
        "q BT /F2 40 Tf 10 40 Td 2 w 0 1 1 0 K 5 Tr (a) Tj 6 Tr (b) Tj ET 1 0 0 0 k {fill} Q",
        "q BT /F2 40 Tf 10 40 Td 0 Tr (a) Tj 7 Tr (b) Tj ET 1 0 0 0 k {fill} Q {fill}",
        "q BT 7 Tr /F2 40 Tf 10 40 Td (ab) Tj ET BT 20 40 Td (ab) Tj ET {fill} Q",
        "q BT 7 Tr ET {fill} Q",
    ],
)
def test_text_that_clips(content: str) -> None:
    """The letters of a text object unite into one clip where it ends; none clip to nothing."""
    pdf = paged("0.2 0.9 0 0 k " + content.format(fill="0 20 200 50 re f"))
    before, after, written = outlined(pdf)
    assert not {b"BT", b"Tf", b"Tj", b"Tr"} & set(written.split())
    assert fonts_in(pdf.pages[0].Resources) == ()
    same(before, after)


def test_a_font_set_by_the_graphics_state() -> None:
    """It looks as if Tf had set it, which PDFium knows alone; the state keeps all else (8.4.5)."""
    content = "0 0 0 1 k {0} BT 10 40 Td (ab) Tj ET {1} BT 90 40 Td (c) Tj ET 0 9 30 8 re S"
    plain = paged(content.format("/F2 30 Tf 4 w", "/H 20 Tf"))
    plain.pages[0].obj.Resources.Font["/H"] = helvetica()
    pdf = paged(content.format("/Big gs", "/H gs"))
    resources = pdf.pages[0].obj.Resources
    resources["/ExtGState"] = Dictionary(
        Big=Dictionary(Font=Array([resources.Font.F2, 30]), LW=4),
        H=Dictionary(Font=Array([pdf.make_indirect(helvetica()), 20])),
    )
    del resources["/Font"]
    _, after, written = outlined(pdf)
    assert fonts_in(pdf.pages[0].Resources) == ("Helvetica",)
    assert written.count(b"BT") == 1
    same(outlined(plain)[0], after)


def test_text_in_patterns_and_masks() -> None:
    """Patterns within patterns, too; one that shows itself does not go on for ever."""
    pdf = paged("/Pattern cs /P scn 0 50 100 50 re f q /M gs 0 0 0 1 k 100 0 99 90 re f Q")
    resources = pdf.pages[0].obj.Resources
    inner = tile(pdf, b"0 1 0 0 k BT /F2 9 Tf (b) Tj ET")
    inner.Resources = Dictionary(Font=resources.Font)
    cell = tile(pdf, b"1 0 0 0 k BT /F2 30 Tf 2 5 Td (a) Tj ET /Pattern cs /Q scn 25 0 20 30 re f")
    cell.BBox, cell.XStep, cell.YStep = Array([0, 0, 50, 50]), 50, 50
    cell.Resources = Dictionary(Font=resources.Font, Pattern=Dictionary(Q=inner, Self=cell))
    group = pdf.make_stream(b"1 g BT /F2 60 Tf 110 20 Td (a) Tj ET 150 0 30 30 re f")
    group["/Type"], group["/Subtype"] = Name.XObject, Name.Form
    group["/BBox"] = Array([0, 0, 200, 100])
    group["/Group"] = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    group["/Resources"] = Dictionary(Font=resources.Font)
    mask = Dictionary(S=Name.Luminosity, G=group)
    resources["/ExtGState"] = Dictionary(M=Dictionary(SMask=mask))
    resources["/Pattern"] = Dictionary(P=cell, Unused=inner)
    del resources["/Font"]
    before, after, _ = outlined(pdf)
    assert fonts_in(pdf.pages[0].Resources) == ()
    same(before, after)


def test_patterns_within_themselves_and_of_other_fonts_stay() -> None:
    pdf = paged("/Pattern cs /P scn 0 50 100 50 re f BT /F2 30 Tf (a) Tj ET")
    resources = pdf.pages[0].obj.Resources
    resources.Font["/H"] = helvetica()
    cell = tile(pdf, b"/Pattern cs /P scn BT 7 Tr /H 9 Tf (a) Tj ET 0 0 9 9 re f")
    cell.Resources = Dictionary(Font=resources.Font, Pattern=Dictionary(P=cell))
    resources["/Pattern"] = Dictionary(P=cell)
    form = pdf.pages[0].as_form_xobject()
    cell.Resources.Pattern.P = cell
    Outlining(pdf).turn(form)
    assert form.Resources.Pattern.P.objgen == cell.objgen
    assert b"Tf" not in form.read_bytes()


FACE = (
    b"500 0 0 0 500 700 d1 0 0 m 400 0 l 450 200 400 600 v 300 700 0 700 y h 90 90 9 500 v "
    b"100 100 50 200 re f"
)


def drawn(content: str, glyph: bytes) -> pikepdf.Pdf:
    """A page with a Type 3 font as T, whose letter a is a glyph."""
    pdf = paged(content)
    font = drawn_font(pdf, glyph, (500, 700))
    font.FontMatrix = Array([0.001, 0, 0.0002, 0.001, 0, 0.1])
    pdf.pages[0].obj.Resources.Font = Dictionary(T=font)
    return pdf


@pytest.mark.parametrize(
    "glyph", [FACE, b"500 0 d0 0 1 0 0 k 0 0 500 500 re f", b"500 0 0 0 1 1 d1"]
)
def test_type_3_glyphs_that_fill_one_path(glyph: bytes) -> None:
    """Those that paint in colours of their own stay; a blank one is nothing."""
    shown = "BT /T 40 Tf 2 Tc 10 40 Td [(a) -200 (ab)] TJ 1 0 0 0 k (a) Tj ET"
    pdf = drawn(f"0.2 0.9 0 0 k 0 0 9 9 re f {shown}", glyph)
    before, after, written = outlined(pdf)
    stays = b"d0" in glyph
    assert (b"Tf" in written.split(), b"Do" in written.split()) == (stays, glyph == FACE)
    assert fonts_in(pdf.pages[0].Resources) == (("Drawn",) if stays else ())
    same(before, after)


@pytest.mark.parametrize(
    "rest", [b" 0 0 9 9 re f", b" S", b" /X Do", b" 1 w", b" (a) 1 l", b" " * 70000]
)
def test_type_3_glyphs_that_do_more_stay(rest: bytes) -> None:
    pdf = drawn("BT /T 40 Tf 10 40 Td (a) Tj ET", FACE + rest)
    assert b"Tf" in outlined(pdf)[2].split()


def test_type_3_glyphs_know_no_modes() -> None:
    """They are shown where other text is not (9.3.6)."""
    pdf = drawn("BT /T 40 Tf 10 40 Td 3 Tr (a) Tj 1 Tr (a) Tj ET", FACE)
    assert outlined(pdf)[2].count(b"Tf") == 2
    pdf = drawn("BT /T 40 Tf 7 Tr (a) Tj ET 0 0 9 9 re f", FACE)
    with pytest.raises(UnreadableError):
        Outlining(pdf).turn(pdf.pages[0].as_form_xobject())
