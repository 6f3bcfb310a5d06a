"""One face of a font file: coverage, metrics and shaping, all in em.

HarfBuzz maps the file into memory and reads only what it is asked for.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import uharfbuzz as hb

from .itemise import COMBINING
from .outlines import Steps, glyph_outline
from .quotes import western_quotes

#: Line, soft-hyphen and joining controls and variation selectors (Unicode: default ignorable).
#: They have no glyph of their own; shaping takes them out and leaves them in their cluster.
IGNORABLE = frozenset(
    map(chr, (0xAD, 0x34F, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)))
) | frozenset(map(chr, (*range(0xFE00, 0xFE10), 0xFEFF, *range(0xE0100, 0xE01F0))))

#: A mark wider than this (em) is a full-width one.
FULL_WIDTH = 0.9
#: Ink may reach this far (em) beyond its mark's half without being seen to.
INK_OVERHANG = 0.03
#: A mark whose ink is not in its half keeps this much blank (em), so that it touches nothing.
INK_MARGIN = 0.1

_FLAGS = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs of a text in visual order, left to right.

    advances in em as HarfBuzz sets them (kerning included: they may differ from
    `Face.advance`); clusters[i] is the index in the text where glyph i's text begins
    (ascending). offsets: how far right and up (em) a glyph stands from the pen (sparse).
    """

    glyphs: list[int]
    advances: list[float]
    clusters: list[int]
    offsets: Mapping[int, tuple[float, float]] = field(default_factory=dict)


class Face:
    """A face of a font file. ascent and descent (negative) in em; in CJK fonts the em box."""

    def __init__(self, path: Path) -> None:
        self.key = path.stem
        self.path = path
        self.hb_face = hb.Face(hb.Blob.from_file_path(str(path)))
        self._font = hb.Font(self.hb_face)
        self.upem = int(self.hb_face.upem)
        self.ascent, self.descent = self._vertical_metrics()
        self._covered: set[str] = set(IGNORABLE)
        self._blanks: dict[tuple[str, bool], float] = {}
        self._combined: dict[str, bool] = {}

    def __repr__(self) -> str:
        return f"Face({self.key!r})"

    def table(self, tag: str) -> bytes:
        """A table of the font file; empty where it has none."""
        return bytes(self.hb_face.reference_table(tag).data)

    def _vertical_metrics(self) -> tuple[float, float]:
        """OS/2's typographic ascender and descender: in CJK fonts the edges of the em box.

        (OpenType 1.9, OS/2: "for CJK fonts … sTypoAscender - sTypoDescender = unitsPerEm".)
        A font without OS/2 falls back on hhea.
        """
        os2 = self.table("OS/2")
        if len(os2) >= 72:
            ascent, descent = struct.unpack_from(">hh", os2, 68)
        else:
            ascent, descent = struct.unpack_from(">hh", self.table("hhea"), 4)
        return ascent / self.upem, descent / self.upem

    def covers(self, char: str) -> bool:
        """Whether the face can show `char`, or need not (a control without a glyph)."""
        return not self.missing(char)

    def missing(self, text: str) -> set[str]:
        """The characters of `text` that the face has no glyph for.

        Each character is asked for once in the face's life; Han text repeats itself.
        """
        lacking: set[str] = set()
        if self._covered.issuperset(text):
            return lacking
        for char in set(text) - self._covered:
            if self._font.get_nominal_glyph(ord(char)):
                self._covered.add(char)
            else:
                lacking.add(char)
        return lacking

    def varies(self, char: str, selector: str) -> bool:
        """Whether the face knows the form of `char` that a variation selector asks for."""
        return self._font.get_variation_glyph(ord(char), ord(selector)) is not None

    def draws(self, combined: str) -> bool:
        """Whether the face can set a character with its combining marks: in one glyph, or with the
        marks over or under the character. Many CJK fonts have the marks' glyphs alone, beside it.
        """
        if combined not in self._combined:
            shaped = self.shape(combined)
            self._combined[combined] = all(shaped.glyphs) and all(
                self._is_placed(shaped, index) for index in range(1, len(shaped.glyphs))
            )
        return self._combined[combined]

    def _is_placed(self, shaped: Shaped, index: int) -> bool:
        """Whether a mark's glyph takes no room and has its ink left of the pen."""
        ink = self.ink(shaped.glyphs[index])
        offset = shaped.offsets.get(index, (0.0, 0.0))[0]
        return not shaped.advances[index] and (ink is None or offset + (ink[0] + ink[2]) / 2 < 0)

    def is_full_width(self, mark: str) -> bool:
        """Whether the face sets `mark` on a whole em in Chinese text."""
        return self.covers(mark) and sum(self.shape(mark).advances) > FULL_WIDTH

    def blank(self, mark: str, *, left: bool) -> float:
        """What a mark of a whole em can lose of its blank side (em).

        That is what the font's `halt` takes; without it, what its ink leaves free, half an em at
        most. A mark that is narrow already loses nothing. `left`: its left side is the blank one.
        """
        key = (mark, left)
        if key not in self._blanks:
            self._blanks[key] = self._measure_blank(mark, left)
        return self._blanks[key]

    def _measure_blank(self, mark: str, left: bool) -> float:
        shaped = self.shape(mark)
        width = sum(shaped.advances)
        if width < FULL_WIDTH or len(shaped.glyphs) != 1:
            return 0.0
        halved = width - sum(self.shape(mark, {"halt": True}).advances)
        ink = self.ink(shaped.glyphs[0])
        if halved > 0 or ink is None:
            return halved
        blank = ink[0] if left else width - ink[2]
        fits = blank >= width / 2 - INK_OVERHANG
        return width / 2 if fits else max(0.0, blank - INK_MARGIN)

    def advance(self, glyph: int) -> float:
        """The glyph's advance width in em, from hmtx."""
        return float(self._font.get_glyph_h_advance(glyph) / self.upem)

    def ink(self, glyph: int) -> tuple[float, float, float, float] | None:
        """The glyph's ink box (x0, y0, x1, y1) in em, y up; None for a blank glyph."""
        box = self._font.get_glyph_extents(glyph)
        if box is None or not (box.width and box.height):
            return None
        x0, y1 = box.x_bearing, box.y_bearing
        edges = (x0, y1 + box.height, x0 + box.width, y1)
        left, bottom, right, top = (edge / self.upem for edge in edges)
        return left, bottom, right, top

    def outline(self, glyph: int) -> Steps:
        """The glyph's path in em, y up: steps m (move), l (line), c (cubic curve), h (close)."""
        return glyph_outline(self._font, self.upem, glyph)

    def shape(
        self,
        text: str,
        features: Mapping[str, bool] | None = None,
        western: Collection[int] | None = None,
    ) -> Shaped:
        """Shape `text` as simplified Chinese, left to right, with OpenType `features`.

        western: the places of its Western quotation marks and apostrophes; None: see `quotes`.
        They are as wide as their ink asks (`pwid`), where a font has them a whole em wide.
        """
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.script = "Hani"
        buffer.language = "zh-Hans"
        buffer.direction = "ltr"
        buffer.flags = _FLAGS
        asked: dict[str, bool | list[tuple[int, int, bool]]] = dict(features or {})
        if western is None:
            western = western_quotes(text)
        if western:
            asked["pwid"] = [(at, at + 1, True) for at in sorted(western)]
        hb.shape(self._font, buffer, asked or None)
        upem = self.upem
        # An empty buffer has None for positions.
        infos, places = buffer.glyph_infos, buffer.glyph_positions or ()
        return Shaped(
            glyphs=[info.codepoint for info in infos],
            advances=[place.x_advance / upem for place in places],
            clusters=[info.cluster for info in infos],
            offsets={
                index: (place.x_offset / upem, place.y_offset / upem)
                for index, place in enumerate(places)
                if place.x_offset or place.y_offset
            }
            if COMBINING.search(text)
            else {},
        )
