"""The rendered sample issue as another program sees it: glyphs with places, lines, letters.

Read by pypdfium2 from the file alone. Coordinates are those of the trim box, y down, in pt.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

PT_PER_MM = 72 / 25.4
BLEED = 3 * PT_PER_MM
HEIGHT = 285 * PT_PER_MM

#: A mark whose left or right half is blank: where it begins or ends to the eye.
_OPENING, _CLOSING = "‘“（《〈【「『", "’”）》〉】」』、，：；。！？"


@dataclass(frozen=True)
class Glyph:
    """A character with its origin, font (without the subset's letters), size and em box."""

    char: str
    x: float
    y: float
    font: str
    size: float
    left: float
    right: float

    @property
    def ink_left(self) -> float:
        return self.left + (self.size / 2 if self._is_wide() and self.char in _OPENING else 0)

    @property
    def ink_right(self) -> float:
        return self.right - (self.size / 2 if self._is_wide() and self.char in _CLOSING else 0)

    def _is_wide(self) -> bool:
        return self.right - self.left > 0.75 * self.size


Line = tuple[Glyph, ...]


@dataclass(frozen=True)
class PageText:
    """The glyphs of a page in the order in which the file paints them."""

    number: int
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def letters(self) -> str:
        """The Han characters, letters and digits."""
        return letters(self.text)

    def lines(self) -> Iterator[Line]:
        """Runs of glyphs of one size on one baseline, without a gap of three em or a step back."""
        line: list[Glyph] = []
        for glyph, following in pairwise((*self.glyphs, None)):
            assert glyph is not None
            line.append(glyph)
            if following is None or not _goes_on(glyph, following):
                yield tuple(line)
                line = []

    def set_in(self, font: str, size: float) -> list[str]:
        """The texts of the lines in a font and size."""
        return [
            "".join(glyph.char for glyph in line)
            for line in self.lines()
            if line[0].font == font and abs(line[0].size - size) < 0.01
        ]


def _goes_on(glyph: Glyph, following: Glyph) -> bool:
    level = abs(glyph.y - following.y) < 0.01 and abs(glyph.size - following.size) < 0.01
    return level and -0.1 < following.x - glyph.x < 4 * glyph.size


def letters(text: str) -> str:
    """The Han characters, letters and digits of a text: what must not change at all."""
    return "".join(filter(str.isalnum, text))


def read_pages(file: Path) -> list[PageText]:
    """Every page of the file."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [
            PageText(number, tuple(_glyphs(document[number - 1])))
            for number in range(1, len(document) + 1)
        ]
    finally:
        document.close()


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    text = page.get_textpage()
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    for index in range(text.count_chars()):
        # pdfium adds spaces and line ends of its own.
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetFontInfo(text, index, name, len(name), flags)
        yield Glyph(
            char=chr(pdfium.FPDFText_GetUnicode(text, index)),
            x=x.value - BLEED,
            y=HEIGHT + BLEED - y.value,
            font=name.value.decode().partition("+")[2],
            size=pdfium.FPDFText_GetFontSize(text, index),
            left=box.left - BLEED,
            right=box.right - BLEED,
        )
    text.close()
