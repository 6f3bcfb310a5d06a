"""TrueType programs as PDFs embed them: what they say of their glyphs.

Tables are read directly, which takes a hundredth of the time of loading fontTools.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

#: Tables that a PDF's font is drawn with (ISO 32000-1, 9.9); others may be what a subset left.
_DRAWN = ("CFF ", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep")

#: Composite glyphs within one another.
_DEPTH = 8

#: Flags of a component: words as arguments; a scale, more components, two scales, four of them.
_WORDS, _SCALE, _MORE, _SCALES, _MATRIX = 1, 8, 32, 64, 128


class DamagedFontError(ValueError):
    """A font program is damaged; says which part of it."""


@dataclass(frozen=True, slots=True)
class TrueTypeProgram:
    """A program whose glyphs have numbers.

    advances: of each glyph (1/1000 em). cmap: the table of that name. outlines: the table of them,
    places: where each begins and ends; both empty in OpenType of CFF.
    """

    advances: Sequence[float]
    cmap: bytes
    outlines: bytes
    places: Sequence[int]

    def advance(self, glyph: int) -> float | None:
        """The width of a glyph (1/1000 em). Raises ValueError where its outline is damaged."""
        if self.places:
            try:
                self._check(glyph, 0)
            except (struct.error, IndexError) as error:
                raise DamagedFontError(f"glyph {glyph}") from error
        return self.advances[glyph] if glyph < len(self.advances) else None

    def _check(self, glyph: int, depth: int) -> None:
        """Raise ValueError, IndexError or struct.error unless all of an outline is there."""
        start, end = self.places[glyph], self.places[glyph + 1]
        outline = self.outlines[start:end]
        if len(outline) != end - start or depth > _DEPTH:
            raise DamagedFontError(f"glyph {glyph}")
        if not outline:
            return
        (contours,) = struct.unpack_from(">h", outline)
        if contours < 0:
            for component in _components(outline):
                self._check(component, depth + 1)
            return
        at = 10 + 2 * contours
        (instructions,) = struct.unpack_from(">H", outline, at) if contours else (0,)
        if at + instructions > len(outline):
            raise DamagedFontError(f"glyph {glyph}")


def _components(outline: bytes) -> Iterator[int]:
    """The glyphs that a composite one is made of."""
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">HH", outline, at)
        yield glyph
        at += 8 if flags & _WORDS else 6
        at += 2 * bool(flags & _SCALE) + 4 * bool(flags & _SCALES) + 8 * bool(flags & _MATRIX)


def truetype_program(data: bytes) -> TrueTypeProgram:
    """A TrueType font. Raises ValueError, KeyError or struct.error where it is broken."""
    tables = sfnt_tables(data)
    outlines, places = b"", []
    if "CFF " not in tables:
        outlines, places = tables["glyf"], _places(tables)
    return TrueTypeProgram(_advances(tables), tables.get("cmap", b""), outlines, places)


def names_glyphs(data: bytes) -> bool:
    """Whether a TrueType font names its glyphs (versions 1 and 2 of the table post)."""
    return sfnt_tables(data).get("post", b"")[:4] in (b"\0\1\0\0", b"\0\2\0\0")


def _places(tables: Mapping[str, bytes]) -> list[int]:
    """Where outlines begin, and at last where they end."""
    table = tables["loca"]
    if struct.unpack_from(">h", tables["head"], 50)[0]:
        return list(struct.unpack(f">{len(table) // 4}L", table[: len(table) // 4 * 4]))
    halves = struct.unpack(f">{len(table) // 2}H", table[: len(table) // 2 * 2])
    return [2 * half for half in halves]


def _advances(tables: Mapping[str, bytes]) -> list[float]:
    units: int = struct.unpack_from(">H", tables["head"], 18)[0]
    count: int = struct.unpack_from(">H", tables["hhea"], 34)[0]
    glyphs: int = struct.unpack_from(">H", tables["maxp"], 4)[0]
    if not units or not count:
        raise DamagedFontError("head, hhea")
    metrics = tables["hmtx"]
    count = min(count, glyphs, len(metrics) // 4)
    widths: tuple[int, ...] = struct.unpack(">" + "H2x" * count, metrics[: 4 * count])
    advances = [width * 1000 / units for width in widths]
    return advances + advances[-1:] * (glyphs - count)


def character_maps(table: bytes) -> dict[tuple[int, int], dict[int, int]]:
    """The maps of a cmap table of formats 0, 4, 6 and 12, by platform and encoding."""
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


def sfnt_tables(data: bytes) -> dict[str, bytes]:
    """The tables of a TrueType or OpenType font. Raises ValueError where one is cut short."""
    if data[:4] not in (b"\0\1\0\0", b"true", b"OTTO"):
        raise DamagedFontError("no TrueType font")
    (count,) = struct.unpack_from(">H", data, 4)
    found = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        name = tag.decode("latin-1")
        if name in _DRAWN and offset + length > len(data):
            raise DamagedFontError(f"{name.strip()}: {len(data)} < {offset + length} B")
        found[name] = data[offset : offset + length]
    return found
