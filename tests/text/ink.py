"""Where set glyphs really stand, summed up from their faces' advances.

This is what a PDF viewer does with a GlyphRun, and nothing of how the program set it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import GlyphRun

from ..square_font import CLOSING, OPENING

#: Marks that take half an em whatever their glyph's advance, the ink in its middle (GB/T 15834).
HALF_WIDE = "·–‐"
BETWEEN_HAN = re.compile("[一-鿿][-/][一-鿿]?")


@dataclass(frozen=True)
class Cell:
    """The text of one glyph, from its origin to where its own advance ends (pt)."""

    text: str
    left: float
    right: float
    size: float
    centred: bool = False

    @property
    def ink_left(self) -> float:
        """Where the character begins to the eye: an opening mark after its blank half."""
        if self.centred:
            return (self.left + self.right - self.size / 2) / 2
        return self.left + (self.size / 2 if self._has_blank(OPENING) else 0.0)

    @property
    def ink_right(self) -> float:
        """Where the character ends to the eye: a closing mark before its blank half."""
        if self.centred:
            return (self.left + self.right + self.size / 2) / 2
        return self.right - (self.size / 2 if self._has_blank(CLOSING) else 0.0)

    def _has_blank(self, marks: str) -> bool:
        return self.text in marks and self.right - self.left > 0.75 * self.size


def cells(runs: Iterable[GlyphRun], shelf: FontShelf) -> list[Cell]:
    """The glyphs of a line in order; a glyph's text is that of its cluster."""
    line = list(runs)
    text = "".join(run.text for run in line)
    starts = accumulate((len(run.text) for run in line), initial=0)
    return [
        cell
        for run, start in zip(line, starts, strict=False)
        for cell in _cells(run, shelf, text, start)
    ]


def pens(run: GlyphRun, shelf: FontShelf) -> tuple[list[float], float]:
    """The origin of each glyph of a run, and the pen after the last one (pt)."""
    shifts = dict(run.shifts)
    pen = run.x + shifts.get(-1, 0.0)
    origins = []
    for index, glyph in enumerate(run.glyphs):
        origins.append(pen)
        pen += shelf.face(run.face).advance(glyph) * run.size
        pen += run.spacing + shifts.get(index, 0.0)
    return origins, pen


def _cells(run: GlyphRun, shelf: FontShelf, line: str, start: int) -> Iterator[Cell]:
    """The cells of a run whose text begins at character `start` of its line."""
    face = shelf.face(run.face)
    origins, _ = pens(run, shelf)
    starts = run.clusters or tuple(range(len(run.text)))
    for index, glyph in enumerate(run.glyphs):
        later = [at for at in starts if at > starts[index]]
        text = run.text[starts[index] : min(later, default=len(run.text))]
        place = start + starts[index]
        between_han = text in "-/" and BETWEEN_HAN.match(line[max(place - 1, 0) : place + 2])
        origin = origins[index]
        right = origin + face.advance(glyph) * run.size
        yield Cell(text, origin, right, run.size, text in HALF_WIDE or bool(between_han))
