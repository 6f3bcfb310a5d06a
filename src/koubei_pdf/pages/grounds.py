"""What shows through the transparent parts of rasters: the ink below them.

The press edition has no transparency; a raster with some is flattened on one ink.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model.art import Raster
from ..model.book import Fill, Item, Link, PlacedPicture
from ..model.diagnostics import Diagnostic
from ..model.style import WHITE, Ink
from .faults.frames import UNEVEN_GROUND


def grounded(items: Sequence[Item]) -> tuple[tuple[Item, ...], list[Diagnostic]]:
    """A page's items, in paint order, with the ground of each transparent raster.

    Where other pictures, or several inks, lie below one, it is flattened on the last ink that
    covers it whole (else on paper), and reported.
    """
    made: list[Item] = []
    faults = []
    for index, item in enumerate(items):
        found = item
        if isinstance(item, PlacedPicture) and isinstance(item.art, Raster) and item.art.has_alpha:
            ground, is_even = _below(item, items[:index])
            found = replace(item, ground=ground)
            if not is_even:
                faults.append(UNEVEN_GROUND.at(item.span))
        made.append(found)
    return tuple(made), faults


def _below(picture: PlacedPicture, items: Sequence[Item]) -> tuple[Ink, bool]:
    """The ink that covers the whole place of a picture, and whether nothing else lies on it."""
    place = picture.clip.intersection(picture.rect) or picture.rect
    is_even = True
    for item in reversed(items):
        if isinstance(item, Link):
            continue
        if isinstance(item, Fill) and item.rect.covers(place):
            return item.ink, is_even
        area = item.rect if isinstance(item, Fill) else None
        if isinstance(item, PlacedPicture):
            area = item.clip.intersection(item.rect)
        if area is not None and area.intersection(place):
            is_even = False
    return WHITE, is_even
