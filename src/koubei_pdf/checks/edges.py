"""What stands near the trim: text too close to it, areas that end short of the bleed.

The bound side of a page needs no bleed: a picture across the gutter ends there on both pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.geometry import PT_PER_MM, Rect
from .boxes import bleed_of
from .content.state import Mark, overlap
from .document import Document, Page
from .findings import Finding, number
from .marks import KINDS
from .reading import entry
from .rules import printing as rules

#: A side stands at the trim if it comes so near (pt): trimming misses by more.
_AT = 0.75

#: Safe zone and bleed may be missed by so much (pt).
_SLACK = 0.1


def check(document: Document) -> Iterator[Finding]:
    """Text within the safe zone; areas and pictures whose edge lies at the trim."""
    for page in document.pages:
        inside = page.from_trim(page.trim)
        marks = [
            mark
            for mark in page.trace.marks
            if _prints(mark) and overlap(mark.box, inside) is not None
        ]
        for mark in marks:
            if mark.kind == "text":
                yield from _check_text(mark, page, inside, document.profile.safe)
        reach = min(document.profile.bleed, bleed_of(page))
        if reach > _SLACK:
            left, right = (0.0 if side == _spine(page, document) else reach for side in "LR")
            bleed = Rect(-left, -reach, inside.x1 + right, inside.y1 + reach)
            areas = [mark for mark in marks if mark.kind != "text"]
            yield from _check_bleed(areas, page, inside, bleed)


def _spine(page: Page, document: Document) -> str:
    """The bound side of a page: L or R, "" of a file of a single page."""
    if document.all_pages == 1 and not document.numbers:
        return ""
    number = document.numbers[page.number - 1] if document.numbers else page.number
    direction = entry(entry(document.root, "/ViewerPreferences"), "/Direction")
    return "L" if (number % 2 == 1) != (direction == "/R2L") else "R"


def _prints(mark: Mark) -> bool:
    return not mark.paint.is_white


def _check_text(mark: Mark, page: Page, inside: Rect, safe: float) -> Iterator[Finding]:
    box = mark.box
    nearest = min(box.x0, box.y0, inside.x1 - box.x1, inside.y1 - box.y1)
    if nearest < safe - _SLACK:
        value, limit = max(0.0, nearest) / PT_PER_MM, safe / PT_PER_MM
        facts = {"value": number(value), "limit": number(limit)}
        yield Finding(rules.NEAR_TRIM, facts, page.number, box, -nearest)


def _check_bleed(areas: list[Mark], page: Page, inside: Rect, bleed: Rect) -> Iterator[Finding]:
    """Areas that end at the trim, unless another one carries on to the bleed there."""
    for mark in areas:
        strips = _missing(mark.box, inside, bleed)
        if any(not _is_covered(strip, areas) for strip in strips):
            yield Finding(rules.SHORT_OF_BLEED, {"object": KINDS[mark.kind]}, page.number, mark.box)


def _missing(box: Rect, inside: Rect, bleed: Rect) -> Iterator[Rect]:
    """The strips between a box and the bleed, on the sides on which it ends at the trim."""
    if box.width < _AT or box.height < _AT:
        return
    if bleed.x0 < 0 and bleed.x0 + _SLACK < box.x0 < _AT:
        yield Rect(bleed.x0, box.y0, box.x0, box.y1)
    if bleed.y0 + _SLACK < box.y0 < _AT:
        yield Rect(box.x0, bleed.y0, box.x1, box.y0)
    if bleed.x1 > inside.x1 and inside.x1 - _AT < box.x1 < bleed.x1 - _SLACK:
        yield Rect(box.x1, box.y0, bleed.x1, box.y1)
    if inside.y1 - _AT < box.y1 < bleed.y1 - _SLACK:
        yield Rect(box.x0, box.y1, box.x1, bleed.y1)


def _is_covered(strip: Rect, areas: list[Mark]) -> bool:
    return any(
        area.box.x0 <= strip.x0 + _SLACK
        and area.box.y0 <= strip.y0 + _SLACK
        and area.box.x1 >= strip.x1 - _SLACK
        and area.box.y1 >= strip.y1 - _SLACK
        for area in areas
    )
