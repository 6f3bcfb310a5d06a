"""The slug line below the page: what a plate must say of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...fonts import FontShelf
from ...model.book import GlyphRun
from ...model.diagnostics import Span
from ...model.geometry import mm
from ...model.style import Cmyk, Ink, Spot
from .marks import REGISTRATION

_SIZE = 6.0
_FROM = mm(8)
#: From the marks' offset to the baseline: below the registration mark.
_DOWN = mm(7.4)
#: Room for the page's number: 1000/1000.
_NUMBER = 40.0
_NOWHERE = Span("")

_PLATES: tuple[tuple[str, Ink], ...] = (
    ("Cyan", Cmyk(100, 0, 0, 0)),
    ("Magenta", Cmyk(0, 100, 0, 0)),
    ("Yellow", Cmyk(0, 0, 100, 0)),
    ("Black", Cmyk(0, 0, 0, 100)),
)


def page_line(text: str, shelf: FontShelf, top: float) -> Iterator[GlyphRun]:
    """What the slug line of one page begins with; `top`: of the marks (pt)."""
    return _set(text, REGISTRATION, _FROM, top + _DOWN, shelf)


def slug(facts: str, spots: Sequence[Spot], shelf: FontShelf, top: float) -> Iterator[GlyphRun]:
    """What it goes on with on all pages: facts on every plate, each plate's name on itself."""
    parts: list[tuple[str, Ink]] = [(facts, REGISTRATION), *_PLATES]
    parts += [(spot.name, spot) for spot in spots]
    x = _FROM + _NUMBER
    for text, ink in parts:
        for run in _set(text, ink, x, top + _DOWN, shelf):
            yield run
            face = shelf.face(run.face)
            x = run.x + sum(face.advance(glyph) for glyph in run.glyphs) * _SIZE
        x += _SIZE


def _set(text: str, ink: Ink, x: float, y: float, shelf: FontShelf) -> Iterator[GlyphRun]:
    """A text in the shelf's first role, one run a face; what no face has is left out."""
    for start, end, face in shelf.itemise(text, shelf.first_role):
        if face is None:
            continue
        piece = text[start:end]
        shaped = face.shape(piece, {"kern": False, "liga": False})
        glyphs, clusters = tuple(shaped.glyphs), tuple(shaped.clusters)
        yield GlyphRun(
            face.key, _SIZE, x, y, ink, glyphs, piece, _NOWHERE, "slug", clusters=clusters
        )
        x += sum(face.advance(glyph) for glyph in glyphs) * _SIZE
