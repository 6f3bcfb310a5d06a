"""Font programs as PDFs embed them: what they say of their glyphs.

TrueType tables are read directly, which takes a hundredth of the time of loading fontTools;
CFF and Type 1 by fontTools, loaded when such a font comes.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

_ENCODINGS = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}


def truetype_advances(data: bytes) -> list[float]:
    """The advance of each glyph (1/1000 em). Raises ValueError, KeyError or struct.error."""
    tables = _tables(data)
    units: int = struct.unpack_from(">H", tables["head"], 18)[0]
    count: int = struct.unpack_from(">H", tables["hhea"], 34)[0]
    glyphs: int = struct.unpack_from(">H", tables["maxp"], 4)[0]
    if not units or not count:
        raise ValueError("head, hhea")
    metrics = tables["hmtx"]
    count = min(count, glyphs, len(metrics) // 4)
    widths: tuple[int, ...] = struct.unpack(">" + "H2x" * count, metrics[: 4 * count])
    advances = [width * 1000 / units for width in widths]
    return advances + advances[-1:] * (glyphs - count)


def truetype_cmaps(data: bytes) -> dict[tuple[int, int], dict[int, int]]:
    """The character maps of formats 0, 4, 6 and 12, by platform and encoding."""
    table = _tables(data).get("cmap", b"")
    maps: dict[tuple[int, int], dict[int, int]] = {}
    if len(table) < 4:
        return maps
    (count,) = struct.unpack_from(">H", table, 2)
    for index in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", table, 4 + 8 * index)
        maps[platform, encoding] = _cmap(table[offset:])
    return maps


def _cmap(table: bytes) -> dict[int, int]:
    (form,) = struct.unpack_from(">H", table, 0)
    if form == 0:
        return {code: gid for code, gid in enumerate(table[6:262]) if gid}
    if form == 6:
        first, count = struct.unpack_from(">HH", table, 6)
        glyphs = struct.unpack_from(f">{count}H", table, 10)
        return {code: gid for code, gid in enumerate(glyphs, first) if gid}
    if form == 4:
        return _segments(table)
    found: dict[int, int] = {}
    if form == 12:
        (count,) = struct.unpack_from(">L", table, 12)
        for first, last, gid in struct.iter_unpack(">LLL", table[16 : 16 + 12 * count]):
            last = min(last, first + 0xFFFF)
            found.update((code, gid + code - first) for code in range(first, last + 1))
    return found


def _segments(table: bytes) -> dict[int, int]:
    """Format 4: ranges of codes with a delta, or with an array of glyphs."""
    (double,) = struct.unpack_from(">H", table, 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + double)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 2 * double)
    offsets = struct.unpack_from(f">{count}H", table, 16 + 3 * double)
    found: dict[int, int] = {}
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            gid = code
            if offsets[index]:
                at = 16 + 3 * double + 2 * index + offsets[index] + 2 * (code - start)
                (gid,) = struct.unpack_from(">H", table, at)
            if gid or not offsets[index]:
                gid = (gid + deltas[index]) & 0xFFFF
            if gid:
                found[code] = gid
    return found


def _tables(data: bytes) -> dict[str, bytes]:
    if data[:4] not in (b"\0\1\0\0", b"true", b"OTTO"):
        raise ValueError("no TrueType font")
    (count,) = struct.unpack_from(">H", data, 4)
    found = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        found[tag.decode("latin-1")] = data[offset : offset + length]
    return found


@dataclass(frozen=True, slots=True)
class NamedProgram:
    """A program whose glyphs have names. encoding: its own, from codes to names."""

    names: Collection[str]
    encoding: Mapping[int, str]
    cids: Mapping[int, str]
    widths: Callable[[str], float | None]

    def glyph_of_cid(self, cid: int) -> str:
        return self.cids.get(cid, ".notdef")

    def advance(self, name: str) -> float | None:
        """The width of a glyph (1/1000 em), None where it cannot be told."""
        return self.widths(name)


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
    from fontTools.ttLib import TTFont

    if data[:4] == b"OTTO":
        fonts = TTFont(io.BytesIO(data), lazy=True)["CFF "].cff
    else:
        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(data), None)
    font = fonts[fonts.fontNames[0]]
    order = font.getGlyphOrder()
    strings = font.CharStrings
    matrix = getattr(font, "FontMatrix", None) or [0.001]
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
    return NamedProgram(set(order), encoding, cids, width)


def _own_encoding(own: Any) -> dict[int, str]:
    if own == "StandardEncoding":
        return standard_encoding("StandardEncoding")
    if isinstance(own, list):
        return {code: name for code, name in enumerate(own) if name != ".notdef"}
    return {}


def _type1(data: bytes) -> NamedProgram:
    from fontTools.pens.basePen import NullPen
    from fontTools.t1Lib import T1Font

    font = T1Font.__new__(T1Font)
    font.data, font.encoding = data, "ascii"
    font.parse()
    strings = font.font["CharStrings"]
    matrix = font.font.get("FontMatrix") or [0.001]
    unit = matrix[0] * 1000 if matrix[0] else 1.0

    def width(name: str) -> float | None:
        if name not in strings:
            return None
        glyph = strings[name]
        glyph.draw(NullPen())
        return float(glyph.width) * unit

    own = font.font.get("Encoding")
    encoding = (
        {code: name for code, name in enumerate(own) if name != ".notdef"}
        if isinstance(own, list)
        else standard_encoding("StandardEncoding")
    )
    return NamedProgram(set(strings), encoding, {}, width)


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
