"""A Type 1 font made by hand, in the words of Adobe's Type 1 Font Format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pikepdf
from fontTools.misc.eexec import encrypt
from fontTools.misc.psCharStrings import T1CharString
from pikepdf import Array, Dictionary, Name

_HEAD = b"""%!FontType1-1.0: Bare 1.0
11 dict begin
/FontName /Bare def
/FontType 1 def
/PaintType 0 def
/FontMatrix [0.001 0 0 0.001 0 0] readonly def
/FontBBox {0 0 1000 1000} readonly def
/Encoding StandardEncoding def
currentdict end
currentfile eexec
"""
_PRIVATE = b"""dup /Private 4 dict dup begin
/RD {string currentfile exch readstring pop} executeonly def
/ND {noaccess def} executeonly def
/NP {noaccess put} executeonly def
/lenIV 4 def
"""
_TAIL = b"\n" + (b"0" * 64 + b"\n") * 8 + b"cleartomark\n"

#: What a glyph begins with: 500 units wide.
WIDTH = (0, 500, "hsbw")
#: A triangle with a curved side.
SHAPE = (*WIDTH, 100, "hmoveto", 300, "hlineto", 50, 200, -100, 300, -150, 100, "rrcurveto",
         "closepath", "endchar")  # fmt: skip


def type1(
    glyphs: Mapping[str, Sequence[Any]], subroutines: Sequence[Sequence[Any]] = ()
) -> tuple[bytes, int, int]:
    """The font's bytes, and how long its first two parts are; without subroutines it has none."""
    private = _PRIVATE
    if subroutines:
        private += b"/Subrs %d array\n" % len(subroutines)
        for index, words in enumerate(subroutines):
            code = _encrypted(words)
            private += b"dup %d %d RD %s NP\n" % (index, len(code), code)
        private += b"ND\n"
    private += b"2 index /CharStrings %d dict dup begin\n" % len(glyphs)
    for name, words in glyphs.items():
        code = _encrypted(words)
        private += b"/%s %d RD %s ND\n" % (name.encode("ascii"), len(code), code)
    private += b"end end readonly put noaccess put\ndup /FontName get exch definefont pop\n"
    private += b"mark currentfile closefile\n"
    hidden = encrypt(bytes(4) + private, 55665)[0]
    return _HEAD + hidden + _TAIL, len(_HEAD), len(hidden)


def _encrypted(words: Sequence[Any]) -> bytes:
    string = T1CharString(program=list(words))
    string.compile()
    return bytes(encrypt(bytes(4) + string.bytecode, 4330)[0])


def type1_font(pdf: pikepdf.Pdf, program: tuple[bytes, int, int]) -> Any:
    """A simple font of the program, whose letters from a to c are 500 units wide."""
    data, first, second = program
    stream = pdf.make_stream(
        data, Length1=first, Length2=second, Length3=len(data) - first - second
    )
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name.Bare,
        Flags=32,
        FontBBox=Array([0, 0, 1000, 1000]),
        ItalicAngle=0,
        Ascent=800,
        Descent=0,
        CapHeight=700,
        StemV=80,
        FontFile=stream,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name.Bare,
            Encoding=Name.WinAnsiEncoding,
            FirstChar=97,
            LastChar=99,
            Widths=Array([500] * 3),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )
