"""The house's fonts, and tiny square fonts for what they do not show."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.style import FontRole

FONTS = Path(__file__).parents[2] / "fonts"
SPAN = Span("layouts/house.yaml", 3, 5)
ROLES = {
    "song": FontRole(("NotoSerifSC-Regular",), ("NotoSerifSC-Regular",)),
    "kai": FontRole(("LXGWWenKai-Regular",), ("NotoSerifSC-Regular",)),
    "wide": FontRole(("NotoSansSC-Regular", "LXGWWenKai-Regular"), ()),
}


@pytest.fixture(scope="session")
def shelf() -> FontShelf:
    """The house's roles, with every font in place."""
    loaded, faults = FontShelf.load(ROLES, [FONTS], SPAN)
    assert not faults
    return loaded


@pytest.fixture
def square_font(tmp_path: Path) -> Callable[..., Path]:
    """Makes Square.ttf, whose 中 and A are squares; 1000 units to the em."""

    def make(name: str = "Square", fs_type: int = 0, variable: bool = False) -> Path:
        builder = FontBuilder(1000, isTTF=True)
        builder.setupGlyphOrder([".notdef", "han", "A"])
        builder.setupCharacterMap({ord("中"): "han", ord("A"): "A"})
        pen = TTGlyphPen(None)
        for step, point in enumerate([(0, 0), (0, 500), (500, 500), (500, 0)]):
            (pen.lineTo if step else pen.moveTo)(point)
        pen.closePath()
        builder.setupGlyf(dict.fromkeys([".notdef", "han", "A"], pen.glyph()))
        builder.setupHorizontalMetrics(
            {".notdef": (500, 0), "han": (1000, 0), "A": (600, 0)},
        )
        builder.setupHorizontalHeader(ascent=800, descent=-200)
        builder.setupNameTable({"familyName": name, "styleName": "Regular"})
        builder.setupOS2(fsType=fs_type, sTypoAscender=880, sTypoDescender=-120)
        builder.setupPost()
        if variable:
            builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
            builder.setupGvar({})
        path = tmp_path / f"{name}.ttf"
        builder.save(path)
        return path

    return make
