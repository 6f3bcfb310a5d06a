"""Font programs that are cut short or damaged, of every kind that PDFs embed."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from pikepdf import Dictionary, Name

from koubei_pdf.checks.judging import judge
from koubei_pdf.fonts.programs import named_program
from koubei_pdf.fonts.truetype import truetype_program
from koubei_pdf.model.press import PressProfile

from .cff_font import opentype
from .defects.making import add, font
from .good_pdf import font_data, good_pdf, saved
from .type1_font import SHAPE, WIDTH, type1, type1_font

GOOD = Path(__file__).parent / "good"

#: Files by others, with the kinds of program that they embed.
OTHERS = {
    "latex-pdfx-x-4": "/FontFile",
    "weasyprint": "/FontFile2",
    "cairo": "/FontFile2",
    "ghostscript-x-3": "/FontFile3",
    "typst": "/FontFile3",
}


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("name", OTHERS)
def test_fonts_that_are_cut(name: str, share: float, press: PressProfile) -> None:
    """Every font that is cut is named, whatever the file."""
    with pikepdf.open(GOOD / f"{name}.pdf") as pdf:
        names = set()
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and OTHERS[name] in thing:
                stream = thing[OTHERS[name]]
                data = stream.read_bytes()
                stream.write(data[: int(share * len(data))])
                names.add(str(thing.FontName)[1:].split("+")[-1])
        buffer = io.BytesIO()
        pdf.save(buffer)
    judged = judge(buffer.getvalue(), press, ink=False)
    told = [group for group in judged.groups if group.rule.code == "X108"]
    assert {group.message("en").split()[3].removesuffix("-Identity-H") for group in told} == names
    assert {group.rule.severity.value for group in told} == {"error"}
    assert not [group for group in judged.groups if group.rule.code == "X020"]


def test_what_is_damaged_is_said(press: PressProfile) -> None:
    pdf = good_pdf()
    descriptor = font(pdf).DescendantFonts[0].FontDescriptor
    descriptor["/FontFile2"] = pdf.make_stream(font_data()[:-200])
    (group,) = judge(saved(pdf), press).groups
    assert group.message("en").startswith(
        "the embedded font Square cannot be read: its data are incomplete or damaged ("
    )
    assert "嵌入的字体 Square 读不出来：数据不全或损坏（" in group.message("zh")


#: 500 0 0 rmoveto endchar: a glyph 500 units wide.
CHARSTRING = bytes([248, 136, 139, 139, 21, 14])


def square_and_bare() -> bytes:
    """An OpenType font of CFF whose letter is but a width."""
    square = T2CharString(program=[500, 0, 0, "rmoveto", 500, "hlineto", "endchar"])
    return opentype(square, T2CharString(bytecode=CHARSTRING))


def shown(pdf: pikepdf.Pdf, program: bytes) -> bytes:
    """The file with a simple font whose program is OpenType, and its letter a."""
    stream: Any = pdf.make_stream(program, Subtype=Name.OpenType)
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.Cut, Flags=32, FontFile3=stream)
    made = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Cut,
        Encoding=Name.WinAnsiEncoding,
        FirstChar=97,
        LastChar=97,
        Widths=pikepdf.Array([500]),
        FontDescriptor=pdf.make_indirect(descriptor),
    )
    content = "/Over gs 0 0 0 1 k BT /F9 12 Tf 60 280 Td (a) Tj ET"
    add(pdf, content, Font={"F9": pdf.make_indirect(made)})
    return saved(pdf)


def codes(data: bytes, press: PressProfile) -> list[str]:
    return [group.rule.code for group in judge(data, press, ink=False).groups]


def test_opentype_of_cff(press: PressProfile) -> None:
    """A whole one is good; a cut one and one with a charstring that makes no sense are not."""
    whole = square_and_bare()
    assert codes(shown(good_pdf(), whole), press) == []
    start, length = table(whole, b"CFF ")
    assert codes(shown(good_pdf(), whole[: start + length - 3]), press) == ["X108"]
    broken = whole.replace(CHARSTRING[2:], bytes([139, 139, 10, 14]))  # callsubr: there are none
    assert broken != whole
    assert codes(shown(good_pdf(), broken), press) == ["X108"]


def table(data: bytes, tag: bytes) -> tuple[int, int]:
    """Where a table stands, and how long it is."""
    at = next(at for at in range(12, 400, 16) if data[at : at + 4] == tag)
    offset, length = struct.unpack_from(">LL", data, at + 8)
    return offset, length


def composed() -> bytes:
    """A font whose glyph b is made of a, twice scaled and moved by words."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "a", "b"])
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((400, 0))
    pen.lineTo((0, 400))
    pen.closePath()
    plain = pen.glyph()
    pen = TTGlyphPen({"a": plain})
    pen.addComponent("a", (0.5, 0, 0, 0.5, 300, 10))
    pen.addComponent("a", (1, 0, 0, 1, 5, 5))
    builder.setupGlyf({".notdef": plain, "a": plain, "b": pen.glyph()})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", "a", "b"), (500, 0)))
    builder.setupHorizontalHeader()
    builder.setupMaxp()
    buffer = io.BytesIO()
    builder.font.save(buffer)
    return buffer.getvalue()


def test_composite_glyphs_need_their_parts() -> None:
    data = composed()
    program = truetype_program(data)
    assert [program.advance(glyph) for glyph in range(3)] == [500, 500, 500]
    start, _ = table(data, b"glyf")
    part = start + program.places[2] + 12  # the number of the first component
    assert struct.unpack_from(">H", data, part) == (1,)
    for glyph in (9, 2):  # one that is not there, and itself
        changed = data[:part] + glyph.to_bytes(2, "big") + data[part + 2 :]
        with pytest.raises(ValueError, match="glyph 2"):
            truetype_program(changed).advance(2)
        assert truetype_program(changed).advance(1) == 500


def test_every_cut_of_a_program_is_seen() -> None:
    """TrueType, up to the last table that is drawn with; CFF, to its last glyph."""
    square = composed()
    end = max(sum(table(square, tag)) for tag in (b"glyf", b"hmtx", b"loca", b"maxp", b"head"))
    for length in range(0, end, 5):
        with pytest.raises((ValueError, struct.error, KeyError)):
            truetype_program(square[:length])
    cff = square_and_bare()
    start, length = table(cff, b"CFF ")
    bare = cff[start : start + length]
    program = named_program(bare, "cff")
    assert program is not None
    assert program.advance("a") == 500
    for cut in range(1, 200, 5):
        with pytest.raises(ValueError, match=r"CharStrings|Error|error"):
            named_program(bare[:-cut], "cff")


def test_type_1_without_subroutines(press: PressProfile) -> None:
    """Subroutines are no must (Adobe Type 1 Font Format, 8); a charstring that is cut is told."""
    content = "/Over gs 0 0 0 1 k BT /F9 12 Tf 60 280 Td (ab) Tj ET"
    for shape, found in ((SHAPE, []), ((5, "callsubr", "endchar"), ["X108"])):
        pdf = good_pdf()
        program = type1({".notdef": (*WIDTH, "endchar"), "a": SHAPE, "b": shape})
        add(pdf, content, Font={"F9": type1_font(pdf, program)})
        assert codes(saved(pdf), press) == found


def test_type_1_with_subroutines(press: PressProfile) -> None:
    pdf = good_pdf()
    calling = (0, "callsubr", "endchar")
    glyphs = {".notdef": (*WIDTH, "endchar"), "a": calling}
    program = type1(glyphs, [(*SHAPE[:-1], "return")])
    add(
        pdf,
        "/Over gs 0 0 0 1 k BT /F9 12 Tf 60 280 Td (a) Tj ET",
        Font={"F9": type1_font(pdf, program)},
    )
    assert codes(saved(pdf), press) == []


@pytest.mark.parametrize(("own", "parts"), [(1, 0.001), (None, 0.001), (0.001, None)])
def test_matrices_of_cid_keyed_fonts(own: float | None, parts: float | None) -> None:
    """They stand in the font, in its parts, or in both, and mean the same."""
    with pikepdf.open(GOOD / "typst.pdf") as pdf:
        fonts = [thing for thing in pdf.objects if isinstance(thing, Dictionary)]
        stream = next(thing.FontFile3 for thing in fonts if "/FontFile3" in thing)
        data = stream.read_bytes()
    first = named_program(data, "cff")
    changed = CFFFontSet()
    if data[:4] == b"OTTO":
        start, length = table(data, b"CFF ")
        data = data[start : start + length]
    changed.decompile(io.BytesIO(data), None)
    font = changed[0]
    for thing, scale in ((font, own), *((part, parts) for part in font.FDArray)):
        if scale is not None:
            thing.FontMatrix = [scale, 0, 0, scale, 0, 0]
        else:
            thing.rawDict.pop("FontMatrix", None)
    buffer = io.BytesIO()
    changed.compile(buffer, TTFont(recalcBBoxes=False), isCFF2=False)
    second = named_program(buffer.getvalue(), "cff")
    assert first is not None
    assert second is not None
    name = sorted(first.names - {".notdef"})[0]
    assert second.advance(name) == pytest.approx(first.advance(name))
    assert second.matrix == pytest.approx(first.matrix)
