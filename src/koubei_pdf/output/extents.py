"""How far what stands on a page reaches."""

from __future__ import annotations

from ..fonts import FontShelf
from ..model.book import Fill, GlyphRun, Item, PlacedPicture, Shape
from ..model.geometry import Rect

#: A line's reach above and below its baseline (part of the size).
_ABOVE, _BELOW = 0.88, 0.12


def extent(item: Item, shelf: FontShelf) -> Rect | None:
    """What an item covers; None of a link, which prints nothing.

    A line of text reaches to the end of its last glyph's advance.
    """
    if isinstance(item, GlyphRun):
        return _of_text(item, shelf)
    if isinstance(item, Fill):
        return item.rect
    if isinstance(item, PlacedPicture):
        return item.rect.intersection(item.clip)
    if isinstance(item, Shape):
        xs, ys = item.outline.coords[::2], item.outline.coords[1::2]
        return Rect(min(xs), min(ys), max(xs), max(ys)) if xs else None
    return None


def _of_text(run: GlyphRun, shelf: FontShelf) -> Rect:
    face = shelf.face(run.face)
    ems = sum(map(face.advance, run.glyphs))
    width = ems * run.size + run.spacing * len(run.glyphs) + sum(pt for _, pt in run.shifts)
    return Rect(run.x, run.y - _ABOVE * run.size, run.x + width, run.y + _BELOW * run.size)
