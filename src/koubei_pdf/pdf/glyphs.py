"""What a font's program says of the glyphs that codes show: widths, outlines, if any are missing.

The programs are read in the layer that owns fontTools.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf

from ..fonts import programs
from ..fonts.truetype import (
    DamagedFontError,
    character_maps,
    names_glyphs,
    truetype_program,
)
from ..model.diagnostics import Bilingual
from .content.fonts import Font
from .reading import UnreadableError, array_of, entry, read_stream

if TYPE_CHECKING:
    from ..fonts.outlines import Steps


@dataclass(frozen=True, slots=True)
class Glyphs:
    """glyph: of a code, None where that cannot be told, 0 or "" for none. advance: its width
    (1/1000 em), None where the program does not say. draw: its path. Both raise ValueError where
    the glyph is damaged."""

    glyph: Callable[[int], Any]
    advance: Callable[[Any], float | None]
    draw: Callable[[Any], Steps]

    def is_missing(self, code: int) -> bool:
        """Whether a code shows .notdef."""
        return self.glyph(code) in (0, ".notdef")

    def outline(self, code: int) -> Steps | None:
        """The path of a code's glyph (em); None where there is none that can be told."""
        glyph = self.glyph(code)
        try:
            if glyph is None or self.advance(glyph) is None:
                return None
            return self.draw(glyph)
        except ValueError:
            return None

    def width(self, code: int) -> float | None:
        """The width of a code's glyph (1/1000 em). Raises UnreadableError where it is damaged."""
        glyph = self.glyph(code)
        try:
            return None if glyph is None else self.advance(glyph)
        except ValueError as error:
            raise _damaged(error) from error


def glyphs_of(font: Font) -> Glyphs | None:
    """The glyphs of an embedded font; None where its kind is not looked into.

    Raises UnreadableError for a program that cannot be read.
    """
    data = read_stream(font.program)
    try:
        if font.kind == "CIDFontType2":
            return _of_cids(font, data)
        if font.kind == "TrueType":
            return _of_codes(font, data)
        if font.kind in ("Type1", "MMType1", "CIDFontType0"):
            return _of_names(font, data)
    except (struct.error, IndexError, KeyError, ValueError, TypeError, AssertionError) as error:
        raise _damaged(error) from error
    return None


def _damaged(error: Exception) -> UnreadableError:
    """Where a program is damaged, as far as that is known."""
    zh, en = "数据不全或损坏", "its data are incomplete or damaged"
    if isinstance(error, DamagedFontError):
        zh, en = f"{zh}（{error}）", f"{en} ({error})"
    return UnreadableError(type(error).__name__, Bilingual(zh, en))


def _of_cids(font: Font, data: bytes) -> Glyphs | None:
    """CIDFontType2: a map from CIDs to glyphs, or the CIDs themselves (9.7.4.2)."""
    program = truetype_program(data)
    encoding = entry(font.object, "/Encoding")
    if not str(encoding).startswith("/Identity"):
        return None
    mapping = entry(font.descendant, "/CIDToGIDMap")
    table = read_stream(mapping) if isinstance(mapping, pikepdf.Stream) else None

    def glyph(code: int) -> int:
        if table is None:
            return code if code < len(program.advances) else 0
        pair = table[2 * code : 2 * code + 2]
        return int.from_bytes(pair, "big") if len(pair) == 2 else 0

    return Glyphs(glyph, program.advance, _drawn(data))


def _drawn(data: bytes) -> Callable[[int], Steps]:
    """Draws glyphs of a font that HarfBuzz reads once one is drawn."""
    pens: list[Callable[[int], Steps]] = []

    def draw(glyph: int) -> Steps:
        if not pens:
            from ..fonts.outlines import glyph_outlines

            pens.append(glyph_outlines(data))
        return pens[0](glyph)

    return draw


def _of_codes(font: Font, data: bytes) -> Glyphs | None:
    """Simple TrueType: symbolic fonts by their own cmap, others by their encoding (9.6.6.4)."""
    program = truetype_program(data)
    cmaps = character_maps(program.cmap)
    flags = int(entry(font.descriptor, "/Flags") or 0)
    encoding = entry(font.object, "/Encoding")
    symbol, roman = cmaps.get((3, 0)), cmaps.get((1, 0))
    if encoding is not None and not flags & 4:
        names = _code_names(font)
        unicode = cmaps.get((3, 1))
        if unicode is None or names is None:
            return None
        return Glyphs(
            _by_names(names, unicode, roman or {}, None if names_glyphs(data) else 0),
            program.advance,
            _drawn(data),
        )

    def glyph(code: int) -> int | None:
        if symbol is not None:
            for start in (0xF000, 0, 0xF100, 0xF200):
                if start + code in symbol:
                    return symbol[start + code]
        if roman is not None:
            return roman.get(code, 0)
        return 0 if symbol is not None else None

    return Glyphs(glyph, program.advance, _drawn(data))


def _by_names(
    names: Mapping[int, str],
    unicode: Mapping[int, int],
    roman: Mapping[int, int],
    otherwise: int | None,
) -> Callable[[int], int | None]:
    """Glyphs of codes by what their names mean, in Unicode or else in Mac Roman.

    otherwise: of a character that neither has.
    """
    mac = {name: code for code, name in programs.standard_encoding("MacRomanEncoding").items()}

    def glyph(code: int) -> int | None:
        name = names.get(code, "")
        wanted = programs.unicode_of(name)
        if wanted is None:
            return None
        return unicode.get(wanted) or roman.get(mac.get(name, -1)) or otherwise

    return glyph


def _of_names(font: Font, data: bytes) -> Glyphs | None:
    """Type 1 and CFF: codes name glyphs; of a CID-keyed font they are its CIDs."""
    kind = "type1" if entry(font.descriptor, "/FontFile") is not None else "cff"
    program = programs.named_program(data, kind)
    if program is None:
        return None
    if font.is_composite:
        if not str(entry(font.object, "/Encoding")).startswith("/Identity"):
            return None
        return Glyphs(program.glyph_of_cid, program.advance, program.outline)
    names: Mapping[int, str] = {**program.encoding, **(_code_names(font) or {})}

    def name_of(code: int) -> str | None:
        name = names.get(code, ".notdef")
        return name if name in program.names else ".notdef" if names else None

    return Glyphs(name_of, program.advance, program.outline)


def _code_names(font: Font) -> dict[int, str] | None:
    """The glyph names of codes by the font dictionary's encoding; None where it has none."""
    encoding = entry(font.object, "/Encoding")
    base = encoding if isinstance(encoding, pikepdf.Name) else entry(encoding, "/BaseEncoding")
    names = dict(programs.standard_encoding(str(base)[1:])) if base is not None else {}
    code = 0
    for item in array_of(entry(encoding, "/Differences")):
        if isinstance(item, int):
            code = item
        else:
            names[code] = str(item)[1:]
            code += 1
    return names or None
