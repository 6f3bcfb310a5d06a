"""The rendered sample issue as other programs see it: glyphs with places, lines, letters.

`copied` is what pypdfium2 copies out of the file: texts in order, places only roughly.
`shown` is what the operators show, read with pikepdf: exact places by the fonts' own widths.
Coordinates are those of the trim box, y down, in pt.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

PT_PER_MM = 72 / 25.4
BLEED = 3 * PT_PER_MM
HEIGHT = 285 * PT_PER_MM

#: A mark whose left or right half is blank: where it begins or ends to the eye.
_OPENING, _CLOSING = "‘“（《〈【「『", "’”）》〉】」』、，：；。！？"


@dataclass(frozen=True)
class Glyph:
    """What one glyph says, its baseline, font (without the subset's letters), size and width.

    ink: cyan, magenta, yellow and black in per cent, where `shown` read it.
    """

    text: str
    y: float
    font: str
    size: float
    left: float
    right: float
    ink: tuple[float, ...] = ()

    @property
    def ink_left(self) -> float:
        return self.left + (self.size / 2 if self._is_wide() and self.text in _OPENING else 0)

    @property
    def ink_right(self) -> float:
        return self.right - (self.size / 2 if self._is_wide() and self.text in _CLOSING else 0)

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
        return "".join(glyph.text for glyph in self.glyphs)

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
            "".join(glyph.text for glyph in line)
            for line in self.lines()
            if line[0].font == font and abs(line[0].size - size) < 0.01
        ]


def _goes_on(glyph: Glyph, following: Glyph) -> bool:
    level = abs(glyph.y - following.y) < 0.01 and abs(glyph.size - following.size) < 0.01
    return level and -1.2 * glyph.size < following.left - glyph.right < 1.5 * glyph.size


def letters(text: str) -> str:
    """The Han characters, letters and digits of a text: what must not change at all."""
    return "".join(filter(str.isalnum, text))


def copied(file: Path) -> list[PageText]:
    """Every page of the file by pypdfium2."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [
            PageText(number, tuple(_copied_glyphs(document[number - 1])))
            for number in range(1, len(document) + 1)
        ]
    finally:
        document.close()


def _copied_glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    text = page.get_textpage()
    # The trim box, or the media box where the page is trimmed already.
    edge, _, _, top = page.get_trimbox()
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
            text=chr(pdfium.FPDFText_GetUnicode(text, index)),
            y=top - y.value,
            font=name.value.decode().partition("+")[2],
            size=pdfium.FPDFText_GetFontSize(text, index),
            left=box.left - edge,
            right=box.right - edge,
        )
    text.close()


class _Font:
    """A Type 0 font as its dictionary describes it: widths by code, text by code."""

    def __init__(self, font: pikepdf.Object) -> None:
        self.name = str(font.BaseFont).partition("+")[2]
        (descendant,) = font.DescendantFonts
        self.default = float(descendant.get("/DW", 1000))
        self.widths: dict[int, float] = {}
        widths = list(descendant.get("/W", []))
        for start, values in zip(widths[::2], widths[1::2], strict=True):
            self.widths |= {int(start) + n: float(width) for n, width in enumerate(values)}
        rows = re.findall(rb"<([0-9a-f]{4})><([0-9a-f]+)>\n", font.ToUnicode.read_bytes())
        self.texts = {
            int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows
        }


def shown(pdf: pikepdf.Pdf) -> list[PageText]:
    """Every page of the file by its operators: BT Td Tf Tc Tj TJ ET is all the text there is."""
    return [
        PageText(number, tuple(_shown_glyphs(page))) for number, page in enumerate(pdf.pages, 1)
    ]


def _shown_glyphs(page: pikepdf.Page) -> Iterator[Glyph]:
    fonts = {name: _Font(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
    font, size, spacing, x, y = None, 0.0, 0.0, 0.0, 0.0
    ink: tuple[float, ...] = ()
    edge, _, _, top = map(float, page.trimbox)
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                font, size = fonts[str(operands[0])], float(operands[1])
            case "k":
                ink = tuple(round(100 * float(value), 2) for value in operands)
            case "Tc":
                spacing = float(operands[0])
            case "Td":
                x, y = float(operands[0]), float(operands[1])
            case "Tj" | "TJ":
                assert font is not None
                parts = operands[0] if str(operator) == "TJ" else [operands[0]]
                for part in parts:
                    if not isinstance(part, pikepdf.String):
                        x -= float(part) / 1000 * size
                        continue
                    for high, low in batched(bytes(part)):
                        code = 256 * high + low
                        width = font.widths.get(code, font.default) / 1000 * size
                        left = x - edge
                        baseline = top - y
                        right = left + width
                        yield Glyph(font.texts[code], baseline, font.name, size, left, right, ink)
                        x += width + spacing
            case "Tm" | "T*" | "TD" | "TL" | "Tw" | "Tz" | "Ts" | "'" | '"':
                raise AssertionError(f"this reader does not know {operator}")


def batched(data: bytes) -> Iterator[tuple[int, int]]:
    """Two bytes at a time."""
    return zip(data[::2], data[1::2], strict=True)
