"""How a page of the plan looks: what is laid out, or the frames that wait for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ..model.geometry import PageBoxes, Rect
from ..model.planning import PlannedFrame
from .plan import Side

#: Of the page's height: lines of copy that is not there, and their distance.
_LINE, _PITCH = 0.006, 0.0175

Look = Literal["picture", "copy", "text", "group"]


class Box(NamedTuple):
    """A part of a page, on its trim (pt)."""

    look: Look
    rect: Rect
    frame: PlannedFrame


def is_laid_out(side: Side) -> bool:
    """Whether something is on the page."""
    entry, page = side.entry, side.page
    if entry is None or page is None or not entry.is_laid_out:
        return False
    return len(page.items) > page.furniture


def is_empty(side: Side) -> bool:
    """Whether nothing is on the page, nor will be."""
    if is_laid_out(side):
        return False
    if side.entry is None or side.entry.is_unneeded:
        return True
    return all(frame.page != side.number for frame in side.entry.slip.frames)


def waiting(side: Side, boxes: PageBoxes) -> Iterator[Box]:
    """The frames that wait: all of a page that is not laid out, of others the missing pictures."""
    if side.entry is None or side.entry.is_unneeded:
        return
    missing = {one.frame for one in side.entry.wanted if one.verdict == "missing"}
    shown = [f.rect for f in side.entry.slip.frames if f.page == side.number and f.kind == "text"]
    numbers = {str(one.number) for one in side.entry.wanted if one.frame in missing}
    for frame in side.entry.slip.frames:
        rect = frame.rect.intersection(boxes.trim_box) if frame.page == side.number else None
        if rect is None or frame.kind == "fill":
            continue
        is_picture = frame.kind in ("picture", "pictures", "advertisement")
        if is_laid_out(side) and not (is_picture and frame.shows in numbers):
            continue
        look = _look(frame)
        yield Box(look, _above(rect, shown) if look == "text" else rect, frame)


def _above(rect: Rect, others: Sequence[Rect]) -> Rect:
    """A text's frame as far as the next one, which hangs below what it will hold."""
    heads = [
        other.y0
        for other in others
        if rect.y0 < other.y0 < rect.y1 and other.x0 < rect.x1 and rect.x0 < other.x1
    ]
    return Rect(rect.x0, rect.y0, rect.x1, min(heads, default=rect.y1))


def _look(frame: PlannedFrame) -> Look:
    if frame.kind in ("picture", "pictures", "advertisement", "people"):
        return "picture"
    if frame.kind in ("body", "continued"):
        return "copy"
    return "text" if frame.kind == "text" else "group"


def lines(box: Box, boxes: PageBoxes) -> Iterator[Rect]:
    """The lines of copy that is not there: bars in the columns of its frame."""
    rect, count = box.rect, box.frame.columns
    width = (rect.width - box.frame.gap * (count - 1)) / count
    height, pitch = _LINE * boxes.height, _PITCH * boxes.height
    for column in range(count):
        x = rect.x0 + column * (width + box.frame.gap)
        for row in range(int(rect.height // pitch)):
            y = rect.y0 + row * pitch
            yield Rect(x, y, x + width, y + height)
