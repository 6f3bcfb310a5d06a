"""Embedded fonts against a second reader (fontTools): widths, glyph map, names."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import GlyphRun

from .conftest import KAI, SONG, Write

Open = Callable[[bytes], pikepdf.Pdf]
Glyphs = Callable[..., GlyphRun]


def only_font(file: pikepdf.Pdf) -> pikepdf.Object:
    (font,) = file.pages[0].Resources.Font.values()
    return font


def widths_of(font: pikepdf.Object) -> dict[int, float]:
    """The W array spelt out: c [w1 w2 …] only, which is what is written."""
    found = {}
    array = list(font.DescendantFonts[0].W)
    for first, widths in zip(array[::2], array[1::2], strict=True):
        found.update({int(first) + index: float(width) for index, width in enumerate(widths)})
    return found


@pytest.mark.parametrize("face", [SONG, KAI, "Tiny"])
def test_widths_are_the_font_program_s(
    write: Write, glyphs: Glyphs, opened: Open, face: str
) -> None:
    text = "人AAe人" if face == "Tiny" else "中——国5Gé，A"
    font = only_font(opened(write((glyphs(text, face=face),))))
    descendant = font.DescendantFonts[0]
    gids = descendant.CIDToGIDMap.read_bytes()
    widths = widths_of(font)
    with TTFont(io.BytesIO(descendant.FontDescriptor.FontFile2.read_bytes())) as program:
        order, upem = program.getGlyphOrder(), program["head"].unitsPerEm
        for cid in range(1, len(gids) // 2):
            gid = int.from_bytes(gids[2 * cid : 2 * cid + 2], "big")
            exact = program["hmtx"][order[gid]][0] * 1000 / upem
            assert widths.get(cid, float(descendant.DW)) == pytest.approx(exact, abs=1e-5)
            assert gid


def test_codes_are_dense_and_in_order_of_use(write: Write, glyphs: Glyphs, opened: Open) -> None:
    page = opened(write((glyphs("碑口碑国口"),))).pages[0]
    assert b"<00010002000100030002>Tj" in page.Contents.read_bytes()


def test_a_cff_face_is_embedded_by_glyph_ids(
    write: Write, glyphs: Glyphs, opened: Open, shelf: FontShelf
) -> None:
    run = glyphs("e人A", face="Cubic")
    font = only_font(opened(write((run,))))
    descendant = font.DescendantFonts[0]
    assert descendant.Subtype == "/CIDFontType0"
    assert "/CIDToGIDMap" not in descendant
    file = descendant.FontDescriptor.FontFile3
    assert file.Subtype == "/CIDFontType0C"
    face = shelf.face("Cubic")
    exact = {g: face.advance(g) * 1000 for g in run.glyphs if face.advance(g) != 1}
    assert widths_of(font) == pytest.approx(exact, abs=1e-5)
    program = CFFFontSet()
    program.decompile(io.BytesIO(file.read_bytes()), None)
    assert len(program[0].CharStrings) > max(run.glyphs)


def test_names_tell_subsets_apart(write: Write, glyphs: Glyphs, opened: Open) -> None:
    names = [str(only_font(opened(write((glyphs(t),)))).BaseFont) for t in ("中国", "国中", "中")]
    assert all(len(name) == len("/ABCDEF+NotoSerifSC-Regular") for name in names)
    assert names[0] == names[1] != names[2]
    font = only_font(opened(write((glyphs("中"),))))
    assert font.BaseFont == font.DescendantFonts[0].BaseFont
    assert font.BaseFont == font.DescendantFonts[0].FontDescriptor.FontName


def test_descriptor(write: Write, glyphs: Glyphs, opened: Open) -> None:
    font = only_font(opened(write((glyphs("人", face="Tiny"),))))
    descriptor = font.DescendantFonts[0].FontDescriptor
    assert float(descriptor.Ascent) == pytest.approx(1802 * 1000 / 2048, abs=0.001)
    assert float(descriptor.CapHeight) == pytest.approx(1400 * 1000 / 2048, abs=0.001)
    assert descriptor.Flags == 4
    assert str(descriptor.FontName).endswith("+Tiny-Regular")
