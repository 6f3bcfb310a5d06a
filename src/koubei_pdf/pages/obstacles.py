"""Frames as obstacles: what of a filled frame the copy runs around."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.book import Fill, PlacedPicture
from ..model.geometry import Rect
from .context import Filled, Place
from .runaround import Obstacle


def obstacles_of(place: Place, filled: Filled) -> Iterator[Obstacle]:
    """What text runs around of a frame, on each page that it reaches; nothing of an empty one."""
    frame = place.frame
    if frame.runaround == "none":
        return
    is_box = frame.runaround == "box" or not filled.contour
    rects = [_box(place, filled)] if is_box else filled.contour
    rects = [rect for rect in rects if rect is not None]
    if not rects:
        return
    clearance = frame.clearance * place.grid.grid.em
    yield Obstacle(frame.name, place.page, tuple(rects), clearance, is_box)
    if place.facing is not None:
        moved = tuple(rect.moved(-place.grid.boxes.width) for rect in rects)
        yield Obstacle(frame.name, place.page + 1, moved, clearance, is_box)


def _box(place: Place, filled: Filled) -> Rect | None:
    """The rectangle of what stands in a frame: as high as its content, as wide as its box, or as
    the picture that is shown whole in it."""
    fold = place.grid.boxes.width
    inked = [rect.moved(fold * (page - place.page)) for _, page, rect in filled.texts]
    for page, item in filled.items:
        if isinstance(item, Fill | PlacedPicture):
            rect = item.rect if isinstance(item, Fill) else item.clip
            inked.append(rect.moved(fold * (page - place.page)))
    if not inked:
        return None
    head, foot = min(rect.y0 for rect in inked), max(rect.y1 for rect in inked)
    is_whole = place.options.name("fit") == "whole"
    left = min(rect.x0 for rect in inked) if is_whole else place.rect.x0
    right = max(rect.x1 for rect in inked) if is_whole else place.rect.x1
    return Rect(left, head, right, foot)
