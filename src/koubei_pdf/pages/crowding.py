"""Whether what stands under a line meets the readings above the next one.

The room between lines (T030) suffices for one of the two; both need more where they face each
other, which only placed lines show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ..fonts import FontShelf
from ..model.book import Fill, GlyphRun, Item, Shape
from ..model.diagnostics import Diagnostic
from ..model.geometry import Rect
from .faults.copy import CROWDED_READING

_UNDER = ("dots", "name", "book")
#: A dot's outline: where it begins and four curves (numbers).
_DOT = 26


def crowded_readings(shelf: FontShelf, items: Iterable[tuple[int, Item]]) -> Iterator[Diagnostic]:
    """The readings that meet a dot or line, given items by page; of a source line the worst."""
    readings: list[tuple[int, GlyphRun]] = []
    under: dict[int, list[Rect]] = {}
    for page, item in items:
        if isinstance(item, GlyphRun):
            if item.role == "ruby":
                readings.append((page, item))
        elif isinstance(item, Fill | Shape) and item.role in _UNDER:
            under.setdefault(page, []).extend(_boxes(item))
    if not under:
        return
    met = [
        (run, depth)
        for page, run in readings
        if (depth := _depth(shelf, run, under.get(page, []))) > 0
    ]
    for _, alike in groupby(met, key=lambda one: (one[0].span.file, one[0].span.line)):
        run, depth = max(alike, key=lambda one: one[1])
        yield CROWDED_READING.at(run.span, text=run.text, lack=f"{depth:.1f}")


def _depth(shelf: FontShelf, run: GlyphRun, under: Iterable[Rect]) -> float:
    """How far (pt) a reading's ink reaches into what stands under the line above."""
    inks = list(_inks(shelf, run))
    common = (ink.intersection(box) for ink in inks for box in under)
    return max((box.y1 - box.y0 for box in common if box), default=0.0)


def _inks(shelf: FontShelf, run: GlyphRun) -> Iterator[Rect]:
    """The ink box of each glyph (pt)."""
    face, shifts, pen = shelf.face(run.face), dict(run.shifts), run.x
    for index, glyph in enumerate(run.glyphs):
        ink = face.ink(glyph)
        if ink is not None:
            x0, y0, x1, y1 = (edge * run.size for edge in ink)
            yield Rect(pen + x0, run.y - y1, pen + x1, run.y - y0)
        pen += face.advance(glyph) * run.size + run.spacing + shifts.get(index, 0.0)


def _boxes(item: Fill | Shape) -> Iterator[Rect]:
    """The bounds of a line, or of each dot (pt)."""
    if isinstance(item, Fill):
        yield item.rect
        return
    coords = item.outline.coords
    step = _DOT if item.role == "dots" else len(coords)
    for start in range(0, len(coords), step):
        xs, ys = coords[start : start + step : 2], coords[start + 1 : start + step : 2]
        half = item.weight / 2
        yield Rect(min(xs), min(ys) - half, max(xs), max(ys) + half)
