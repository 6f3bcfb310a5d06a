"""Labels in a font that is embedded in the file of sheets (ISO 32000-1, 9.7)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Dictionary, Name

from .. import shipped
from ..fonts import Face, describe, subset, to_unicode

#: One character, one glyph, as wide as its own table says.
_PLAIN = {"kern": False, "liga": False, "calt": False}
_INSTEAD = "?"
_ELLIPSIS = "…"
#: FontDescriptor flags (9.8.2, table 123): symbolic, as no standard character set is used.
_SYMBOLIC = 4


class Lettering:
    """Measures and shows labels; the font holds what has been shown when `finish` is called.

    A code is the number of a glyph in the order in which glyphs were first shown, from 1.
    """

    def __init__(self) -> None:
        self._face = Face(shipped.folder("fonts") / "NotoSansSC-Regular.ttf")
        self._codes: dict[int, int] = {}
        self._texts: list[str] = []

    def width(self, text: str, size: float) -> float:
        """The width of `text` in pt at `size` pt."""
        return sum(self._face.shape(self._known(text), _PLAIN).advances) * size

    def elided(self, text: str, size: float, width: float) -> str:
        """`text`, or as much of its end as fits into `width` pt behind an ellipsis."""
        if self.width(text, size) <= width:
            return text
        starts = range(1, len(text))
        cut = (_ELLIPSIS + text[start:] for start in starts)
        return next((part for part in cut if self.width(part, size) <= width), "")

    def show(self, text: str) -> str:
        """The string operand of Tj that shows `text`."""
        text = self._known(text)
        shaped = self._face.shape(text, _PLAIN)
        codes = []
        for glyph, start in zip(shaped.glyphs, shaped.clusters, strict=True):
            if glyph not in self._codes:
                self._codes[glyph] = len(self._codes) + 1
                self._texts.append(text[start])
            codes.append(f"{self._codes[glyph]:04x}")
        return f"<{''.join(codes)}>"

    def _known(self, text: str) -> str:
        missing = self._face.missing(text)
        return "".join(_INSTEAD if char in missing else char for char in text)

    def finish(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """The Type 0 font in `pdf`."""
        program = subset(self._face, set(self._codes))
        facts = describe(self._face)
        name = Name(f"/{_tag(self._codes)}+{facts.name}")
        gids = [0, *(program.new_gid[glyph] for glyph in self._codes)]
        file = pdf.make_stream(program.data, Length1=len(program.data))
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=_SYMBOLIC,
            FontBBox=Array([round(edge) for edge in facts.bbox]),
            ItalicAngle=0,
            Ascent=round(facts.ascent),
            Descent=round(facts.descent),
            CapHeight=round(facts.cap_height),
            StemV=80,
            FontFile2=file,
        )
        widths = Array([round(self._face.advance(glyph) * 1000, 3) for glyph in self._codes])
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(
                Registry=pikepdf.String("Adobe"),
                Ordering=pikepdf.String("Identity"),
                Supplement=0,
            ),
            FontDescriptor=pdf.make_indirect(descriptor),
            DW=1000,
            W=Array([1, widths]),
            CIDToGIDMap=pdf.make_stream(b"".join(gid.to_bytes(2, "big") for gid in gids)),
        )
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(to_unicode(enumerate(self._texts, start=1))),
        )
        return pdf.make_indirect(font)


def _tag(glyphs: Iterable[int]) -> str:
    """Six capitals that tell subsets of the same face apart (9.6.4)."""
    digest = hashlib.sha256(",".join(map(str, sorted(glyphs))).encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])
