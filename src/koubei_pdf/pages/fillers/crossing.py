"""Areas that cross the spine: the part on each of the two pages, meeting without offset."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.geometry import Rect
from ..context import Place


def on_pages(place: Place, rect: Rect) -> Iterator[tuple[int, Rect]]:
    """(page, part of `rect` in that page's coordinates), cut at the spine and at the bleed.

    At the spine each half runs on into the bleed, so that the fold never shows white.
    """
    boxes = place.grid.boxes
    first = rect.intersection(boxes.bleed_box)
    if first:
        yield place.page, first
    if place.facing is not None and rect.x1 > boxes.width:
        second = rect.moved(-boxes.width).intersection(boxes.bleed_box)
        if second:
            yield place.page + 1, second
