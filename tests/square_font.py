"""A tiny font of squares for tests that want exact widths: every number is a quarter em.

Ideographs and full-width marks are 1 em wide, Latin letters and digits ½, the space ¼; ink is a
square in the middle of an ideograph, the left half of a closing mark, the right half of an
opening one. 㐀 and other rare ideographs have no glyph. There are no features, so that shaping
is one glyph a character.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph

OPENING = "‘“（《〈【〖〔［｛「『"
CENTRED = "〟"  # a mark as Taiwan's fonts have them
CLOSING = "’”）》〉】〗〕］｝」』、，：；。！？．"
WIDE = "—…⸺⋯～〜／㎡㎏℃％‰①→×•　"
HALF = "·–‐°%+−±$¥€#@&*()[]{}.,;:!?/-_'\"<>=|~"

#: Advance (1/1000 em) and ink (left, right) of the four kinds of glyphs.
_KINDS = {
    ".notdef": (1000, 100, 900),
    "han": (1000, 100, 900),
    "open": (1000, 550, 950),
    "close": (1000, 50, 450),
    "centred": (1000, 300, 700),
    "wide": (1000, 0, 1000),
    "half": (500, 50, 450),
    "space": (250, 0, 0),
}


def save_square_font(folder: Path, name: str = "Square", fs_type: int = 0) -> Path:
    """Write `name`.ttf, with these embedding bits, into `folder`."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(_KINDS))
    builder.setupCharacterMap(_cmap())
    builder.setupGlyf({glyph: _square(left, right) for glyph, (_, left, right) in _KINDS.items()})
    metrics = {glyph: (advance, left) for glyph, (advance, left, _) in _KINDS.items()}
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, fsType=fs_type)
    builder.setupPost(keepGlyphNames=False)
    path = folder / f"{name}.ttf"
    builder.save(path)
    return path


def _cmap() -> dict[int, str]:
    cmap = dict.fromkeys(range(0x4E00, 0x9FA6), "han")
    cmap |= {ord(char): "open" for char in OPENING}
    cmap |= {ord(char): "close" for char in CLOSING}
    cmap |= {ord(char): "centred" for char in CENTRED}
    cmap |= {ord(char): "wide" for char in WIDE}
    cmap |= {ord(char): "half" for char in HALF}
    for first, last in ("AZ", "az", "09"):
        cmap |= dict.fromkeys(range(ord(first), ord(last) + 1), "half")
    return cmap | {ord(" "): "space", 0xA0: "space"}


def _square(left: int, right: int) -> Glyph:
    pen = TTGlyphPen(None)
    if right > left:
        pen.moveTo((left, 0))
        for point in ((left, 760), (right, 760), (right, 0)):
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()
