"""Where set glyphs really stand, summed up from their faces' advances.

This is what a PDF viewer does with a GlyphRun, and nothing of how the program set it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import GlyphRun

from ..square_font import CLOSING, OPENING

#: Marks that take half an em whatever their glyph's advance, the ink in its middle (GB/T 15834).
HALF_WIDE = "·–‐"


@dataclass(frozen=True)
class Cell:
    """The text of one glyph, from its origin to where its own advance ends (pt)."""

    text: str
    left: float
    right: float
    size: float

    @property
    def ink_left(self) -> float:
        """Where the character begins to the eye: an opening mark after its blank half."""
        if self.text in HALF_WIDE:
            return (self.left + self.right - self.size / 2) / 2
        return self.left + (self.size / 2 if self._has_blank(OPENING) else 0.0)

    @property
    def ink_right(self) -> float:
        """Where the character ends to the eye: a closing mark before its blank half."""
        if self.text in HALF_WIDE:
            return (self.left + self.right + self.size / 2) / 2
        return self.right - (self.size / 2 if self._has_blank(CLOSING) else 0.0)

    def _has_blank(self, marks: str) -> bool:
        return self.text in marks and self.right - self.left > 0.75 * self.size


def cells(runs: Iterable[GlyphRun], shelf: FontShelf) -> list[Cell]:
    """The glyphs of a line in order; a glyph's text is that of its cluster."""
    return [cell for run in runs for cell in _cells(run, shelf)]


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


def _cells(run: GlyphRun, shelf: FontShelf) -> Iterator[Cell]:
    face = shelf.face(run.face)
    origins, _ = pens(run, shelf)
    starts = run.clusters or tuple(range(len(run.text)))
    for index, glyph in enumerate(run.glyphs):
        later = [start for start in starts if start > starts[index]]
        text = run.text[starts[index] : min(later, default=len(run.text))]
        origin = origins[index]
        yield Cell(text, origin, origin + face.advance(glyph) * run.size, run.size)
