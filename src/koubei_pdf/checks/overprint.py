"""Overprint where it must not be, and where it has no effect (O1, O2)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.geometry import Rect
from .content.state import Mark, overlap
from .document import Document, Page
from .findings import Finding, number
from .marks import KINDS
from .rules import painting as rules

#: Black text up to this size (pt) should overprint where it stands on a tint (GWG 2015).
_SMALL = 12.0

#: Painted areas below which are compared with text, the last ones of a page.
_AREAS = 2_000


def check(document: Document) -> Iterator[Finding]:
    """White that overprints, black text that knocks out, overprint that has no effect."""
    for page in document.pages:
        areas: list[Mark] = []
        for mark in page.trace.marks:
            yield from _check(mark, areas, page)
            if mark.kind in ("fill", "image", "shading") and not mark.mask:
                areas.append(mark)
                del areas[:-_AREAS]


def _check(mark: Mark, areas: list[Mark], page: Page) -> Iterator[Finding]:
    paint = mark.paint
    family = paint.space.family
    facts = {"object": KINDS[mark.kind]}
    if paint.pattern:
        return
    if mark.overprints and paint.is_white:
        if family != "DeviceCMYK" or mark.mode == 1:
            yield Finding(rules.WHITE_OVERPRINTS, facts, page.number, mark.box)
    elif mark.overprints and family in ("DeviceGray", "CalGray"):
        yield Finding(rules.GREY_OVERPRINT, facts, page.number, mark.box)
    elif mark.overprints and family == "DeviceCMYK" and mark.mode == 0:
        if not all(paint.inks.values()):
            yield Finding(rules.MODE_0, facts, page.number, mark.box)
    elif not mark.overprints and _is_small_black(mark) and _stands_on_colour(mark.box, areas):
        size = {"size": number(mark.size)}
        yield Finding(rules.BLACK_KNOCKS_OUT, size, page.number, mark.box, -mark.size)


def _is_small_black(mark: Mark) -> bool:
    is_small = mark.kind == "text" and mark.size <= _SMALL
    return is_small and mark.paint.is_black_alone and mark.paint.inks["K"] > 0.99


def _stands_on_colour(box: Rect, areas: list[Mark]) -> bool:
    """Whether the topmost area below the middle of `box` prints in coloured inks."""
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    middle = Rect(x, y, x, y)
    for area in reversed(areas):
        if overlap(middle, area.box) is not None:
            if area.paint.pattern:
                return area.paint.pattern == "picture" and area.paint.space.channels == 4
            return any(part > 0 for plate, part in area.paint.inks.items() if plate != "K")
    return False
