"""Type 1 and CFF programs as PDFs embed them: what they say of their glyphs.

fontTools reads them, and is loaded when such a font comes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model.matrix import Matrix, multiply
from .truetype import DamagedFontError, sfnt_tables

if TYPE_CHECKING:
    from .outlines import Steps

#: With which charstrings and subroutines of Type 1 are encrypted.
_CHARSTRING_KEY = 4330

_ENCODINGS = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}


@dataclass(frozen=True, slots=True)
class NamedProgram:
    """A program whose glyphs have names.

    encoding: its own, from codes to names. glyphs: what draws itself with pens of fontTools.
    matrix: from the space of glyphs to em.
    """

    names: Collection[str]
    encoding: Mapping[int, str]
    cids: Mapping[int, str]
    widths: Callable[[str], float | None]
    glyphs: Mapping[str, Any]
    matrix: Matrix

    def glyph_of_cid(self, cid: int) -> str:
        return self.cids.get(cid, ".notdef")

    def advance(self, name: str) -> float | None:
        """The width of a glyph (1/1000 em), None where it cannot be told.

        The glyph is drawn for that. Raises ValueError where it is damaged.
        """
        try:
            return self.widths(name)
        except Exception as error:  # fontTools raises whatever comes of broken data
            raise DamagedFontError(f"glyph {name}") from error

    def outline(self, name: str) -> Steps:
        """The path of a glyph. Raises ValueError where it is damaged."""
        from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen
        from fontTools.pens.transformPen import TransformPen

        from .outlines import recorded_outline

        try:
            parts, pen = DecomposingRecordingPen(self.glyphs), RecordingPen()
            self.glyphs[name].draw(parts)
            parts.replay(TransformPen(pen, self.matrix))
            return recorded_outline(pen.value)
        except Exception as error:  # fontTools raises whatever comes of broken data
            raise DamagedFontError(f"glyph {name}") from error


def named_program(data: bytes, kind: str) -> NamedProgram | None:
    """A bare CFF font or one within OpenType (kind "cff"), or a Type 1 font ("type1").

    None where it is of neither kind. Raises ValueError where it is broken.
    """
    try:
        return _type1(data) if kind == "type1" else _cff(data)
    except (ValueError, KeyError):
        raise
    except Exception as error:  # fontTools raises whatever comes of broken data
        raise ValueError(type(error).__name__) from error


def _cff(data: bytes) -> NamedProgram | None:
    import io

    from fontTools.cffLib import CFFFontSet

    if data[:4] == b"OTTO":
        data = sfnt_tables(data)["CFF "]
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    font = fonts[fonts.fontNames[0]]
    order = font.getGlyphOrder()
    strings = font.CharStrings
    index = strings.charStringsIndex
    if index.offsetBase + index.offsets[-1] > len(data):  # glyphs are read when they are drawn
        raise DamagedFontError("CharStrings")
    matrix = _cff_matrix(font)
    unit = matrix[0] * 1000 if matrix[0] else 1.0

    def width(name: str) -> float | None:
        if name not in strings:
            return None
        glyph = strings[name]
        glyph.decompile()
        if getattr(glyph, "width", None) is None:
            from fontTools.pens.basePen import NullPen

            glyph.draw(NullPen())
        return float(glyph.width) * unit

    cids = {int(name[3:]): name for name in order if name[:3] == "cid" and name[3:].isdigit()}
    if order and not hasattr(font, "ROS"):
        cids = dict(enumerate(order))
    elif order:
        cids[0] = order[0]
    own = getattr(font, "Encoding", None)
    encoding = _own_encoding(own)
    return NamedProgram(set(order), encoding, cids, width, strings, matrix)


def _cff_matrix(font: Any) -> Matrix:
    """The matrix of a CFF font; of a CID-keyed one its parts may have it, or another besides."""
    own = font.rawDict.get("FontMatrix")
    parts = [part.rawDict.get("FontMatrix") for part in getattr(font, "FDArray", ())]
    below = parts[0] if parts else None
    if own is None or below is None:
        return _six(own or below or ())
    return multiply(_six(below), _six(own))


def _six(matrix: Sequence[float]) -> Matrix:
    """A font matrix; the usual one where there is none, or it is cut short."""
    if len(matrix) != 6:
        return 0.001, 0.0, 0.0, 0.001, 0.0, 0.0
    a, b, c, d, e, f = matrix
    return a, b, c, d, e, f


def _own_encoding(own: Any) -> dict[int, str]:
    if own == "StandardEncoding":
        return standard_encoding("StandardEncoding")
    if isinstance(own, list):
        return {code: name for code, name in enumerate(own) if name != ".notdef"}
    return {}


def _type1(data: bytes) -> NamedProgram:
    from fontTools.misc.psLib import suckfont
    from fontTools.pens.basePen import NullPen

    font = suckfont(data, "ascii")
    strings = _charstrings(font)
    matrix = _six(font.get("FontMatrix") or ())
    unit = matrix[0] * 1000 if matrix[0] else 1.0

    def width(name: str) -> float | None:
        if name not in strings:
            return None
        glyph = strings[name]
        glyph.draw(NullPen())
        return float(glyph.width) * unit

    own = font.get("Encoding")
    encoding = (
        {code: name for code, name in enumerate(own) if name != ".notdef"}
        if isinstance(own, list)
        else standard_encoding("StandardEncoding")
    )
    return NamedProgram(set(strings), encoding, {}, width, strings, matrix)


def _charstrings(font: Mapping[str, Any]) -> dict[str, Any]:
    """The glyphs of a Type 1 font, decrypted (Adobe Type 1 Font Format, 7.3).

    T1Font of fontTools does the same, but wants every font to have subroutines.
    """
    from fontTools.misc.eexec import decrypt
    from fontTools.misc.psCharStrings import T1CharString

    private = font["Private"]
    skipped = private.get("lenIV", 4)
    subroutines: list[Any] = []

    def plain(code: bytes) -> Any:
        return T1CharString(decrypt(code, _CHARSTRING_KEY)[0][skipped:], subrs=subroutines)

    subroutines += map(plain, private.get("Subrs", ()))
    return {name: plain(code) for name, code in font["CharStrings"].items()}


def standard_encoding(name: str) -> dict[int, str]:
    """The glyph names of a named encoding (ISO 32000-1, annex D); empty for others."""
    from fontTools.agl import UV2AGL
    from fontTools.encodings.StandardEncoding import StandardEncoding

    if name == "StandardEncoding":
        return {c: glyph for c, glyph in enumerate(StandardEncoding) if glyph != ".notdef"}
    codec = _ENCODINGS.get(name)
    if codec is None:
        return {}
    found = {}
    for code in range(32, 256):
        text = bytes([code]).decode(codec, "ignore")
        if text and ord(text) in UV2AGL:
            found[code] = UV2AGL[ord(text)]
    return found


def unicode_of(name: str) -> int | None:
    """The character that a glyph's name means, None for no or several characters."""
    from fontTools.agl import toUnicode

    text = toUnicode(name)
    return ord(text) if len(text) == 1 else None
