"""An OpenType font of CFF outlines, made by hand."""

from __future__ import annotations

import io

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString


def opentype(blank: T2CharString, letter: T2CharString) -> bytes:
    """A font called Cut whose .notdef and letter a are these, 500 units wide."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "a"])
    builder.setupCharacterMap({97: "a"})
    builder.setupCFF("Cut", {}, {".notdef": blank, "a": letter}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "a": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({})
    builder.setupOS2()
    builder.setupPost()
    buffer = io.BytesIO()
    builder.save(buffer)
    return buffer.getvalue()
