"""Overprint where it must not be, and where it has no effect (O1, O2)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..model.geometry import Rect
from ..pdf.content.state import Mark, overlap
from .document import Document, Page
from .findings import Finding, number
from .marks import KINDS
from .rules import painting as rules

#: Black text up to this size (pt) should overprint where it stands on a tint (GWG 2015).
_SMALL = 12.0

#: Kinds of marks that cover what is below them.
_COVERS = ("fill", "image", "shading")

#: Painted areas below which are compared with black text, the last ones of a page.
_AREAS = 2_000

#: Marks below which are compared with colours that overprint, the last ones.
_BELOW = 300

#: Objects that have so little in common (pt) only touch.
_TOUCH = 0.25


def check(document: Document) -> Iterator[Finding]:
    """White or colours that overprint, black text that knocks out, overprint in vain."""
    for page in document.pages:
        below: list[Mark] = []
        areas: list[Mark] = []
        for mark in page.trace.marks:
            yield from _check(mark, below, areas, page)
            below.append(mark)
            del below[:-_BELOW]
            if mark.kind in _COVERS and not mark.mask:
                areas.append(mark)
                del areas[:-_AREAS]


def _check(mark: Mark, below: list[Mark], areas: list[Mark], page: Page) -> Iterator[Finding]:
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
    elif mark.overprints and family == "DeviceCMYK" and not paint.is_black_alone:
        if _mixes(mark, below if mark.kind in _COVERS else areas[-_BELOW:]):
            yield Finding(rules.COLOUR_OVERPRINTS, facts, page.number, mark.box)
    elif not mark.overprints and _is_small_black(mark) and _stands_on_colour(mark.box, areas):
        size = {"size": number(mark.size)}
        yield Finding(rules.BLACK_KNOCKS_OUT, size, page.number, mark.box, -mark.size)


def _is_small_black(mark: Mark) -> bool:
    is_small = mark.kind == "text" and mark.size <= _SMALL
    return is_small and mark.paint.is_black_alone and mark.paint.inks["K"] > 0.99


def _mixes(mark: Mark, below: list[Mark]) -> bool:
    """Whether a mark that overprints lets other inks through, down to what knocks all out."""
    for other in reversed(below):
        if _shows_through(mark, other):
            return True
        is_whole = other.kind == "image" or (other.kind == "fill" and other.size < math.inf)
        if is_whole and not other.overprints and _holds(other.box, mark.box):
            return False
    return False


def _holds(outer: Rect, inner: Rect) -> bool:
    across = outer.x0 <= inner.x0 and inner.x1 <= outer.x1
    return across and outer.y0 <= inner.y0 and inner.y1 <= outer.y1


def _shows_through(mark: Mark, other: Mark) -> bool:
    """Whether what lies below has inks, where a mark overprints it, that the mark lacks."""
    box, place = mark.box, other.box
    if box.x1 < place.x0 + _TOUCH or box.x0 > place.x1 - _TOUCH:
        return False
    if box.y1 < place.y0 + _TOUCH or box.y0 > place.y1 - _TOUCH:
        return False
    own = set(mark.paint.printing)
    if other.paint.pattern:
        ground = other.paint.space.ground
        return len(own) < 4 if ground.channels == 4 else bool({*ground.colorants, "K"} - own)
    return not own.issuperset(other.paint.printing)


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
