"""Subsets against a second reader (fontTools)."""

import io
from collections.abc import Callable
from pathlib import Path

from fontTools.ttLib import TTFont

from koubei_pdf.fonts import Face, FontShelf, subset


def test_a_subset_holds_the_glyphs_with_their_widths(shelf: FontShelf) -> None:
    face = shelf.face("NotoSerifSC-Regular")
    glyphs = set(face.shape("中——国é5G").glyphs)
    cut = subset(face, glyphs)
    assert cut.kind == "glyf"
    with TTFont(io.BytesIO(cut.data)) as font:
        order = font.getGlyphOrder()
        assert len(order) < len(glyphs) + 5
        for glyph in glyphs:
            name = order[cut.new_gid[glyph]]
            assert font["hmtx"][name][0] / face.upem == face.advance(glyph)
            assert bool(font["glyf"][name].numberOfContours) == (face.ink(glyph) is not None)
        assert not {"GSUB", "GPOS", "cmap", "name", "fpgm", "prep"} & set(font.keys())


def test_a_variable_font_is_set_at_its_default(square_font: Callable[..., Path]) -> None:
    face = Face(square_font(variable=True))
    with TTFont(io.BytesIO(subset(face, {1}).data)) as font:
        assert not {"fvar", "gvar"} & set(font.keys())
