"""What stands near the trim: text and objects too close to it, areas that end short of the bleed.

The bound side of a page needs no bleed: a picture across the gutter ends there on both pages.
Of patterns the area counts that they fill, not what repeats in their tiles; a lone tile is content.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.geometry import PT_PER_MM, Rect
from ..pdf import limits
from ..pdf.content.allowance import Allowance
from ..pdf.content.state import Mark, overlap
from ..pdf.reading import UnreadableError, entry
from .boxes import bleed_of
from .document import Document, Page
from .findings import Finding, number
from .marks import KINDS
from .rules import files
from .rules import printing as rules

#: A side stands at the trim if it comes so near (pt): trimming misses by more.
_AT = 0.75

#: Safe zone and bleed may be missed by so much (pt).
_SLACK = 0.1

#: Areas that bleed, the first ones of a page, on which others may stand.
_GROUNDS = 200

#: An area with its number in the order of painting.
_Numbered = tuple[int, Mark]

#: Parts of an ink by which two colours differ to the eye.
_VISIBLE = 0.05


def check(document: Document) -> Iterator[Finding]:
    """Text within the safe zone; areas and pictures whose edge lies at the trim."""
    steps = Allowance(limits.COMPARED)
    for page in document.pages:
        inside = page.from_trim(page.trim)
        marks = [mark for mark in page.trace.marks if mark.has_edges]
        for mark in marks:
            is_shown = _prints(mark) and overlap(mark.box, inside) is not None
            if mark.kind == "text" and is_shown:
                yield from _check_text(mark, page, inside, document.profile.safe)
        reach = min(document.profile.bleed, bleed_of(page))
        if reach > _SLACK:
            left, right = (0.0 if side == _spine(page, document) else reach for side in "LR")
            bleed = Rect(-left, -reach, inside.x1 + right, inside.y1 + reach)
            areas = [mark for mark in marks if mark.kind != "text"]
            try:
                yield from _check_areas(areas, page, inside, bleed, document.profile.safe, steps)
            except UnreadableError:
                yield Finding(files.TOO_COMPLEX, {}, page.number)


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


def _check_areas(
    areas: list[Mark], page: Page, inside: Rect, bleed: Rect, safe: float, steps: Allowance
) -> Iterator[Finding]:
    """Areas that end at the trim or near it, unless another one carries on to the bleed there.

    Raises UnreadableError once more areas are compared than `steps` allow.
    """
    grounds: list[Rect] = []
    bleeding = [(index, mark) for index, mark in enumerate(areas) if _bleeds(mark.box, bleed)]
    printing = [(index, mark) for index, mark in bleeding if _prints(mark)]
    for index, mark in enumerate(areas):
        if not _prints(mark) or overlap(mark.box, inside) is None:
            continue
        facts = {"object": KINDS[mark.kind]}
        strips = list(_missing(mark.box, inside, bleed))
        steps.spend(len(strips) * len(bleeding))
        if any(not _carried_on(strip, printing) for strip in strips):
            yield Finding(rules.SHORT_OF_BLEED, facts, page.number, mark.box)
        elif _is_whole(mark) and any(
            _differs(mark, ground)
            for strip in strips
            if _is_flush(strip, inside)
            for ground in _grounds(strip, bleeding, index)
        ):
            yield Finding(rules.SHORT_ON_GROUND, facts, page.number, mark.box)
        nearest = _nearest(mark.box, inside, bleed)
        if _AT <= nearest < safe - _SLACK:
            steps.spend(len(grounds))
            if not _stands_on(mark.box, grounds):
                near = {"value": number(nearest / PT_PER_MM), "limit": number(safe / PT_PER_MM)}
                yield Finding(rules.OBJECT_NEAR, {**facts, **near}, page.number, mark.box, -nearest)
        if nearest < 0 and len(grounds) < _GROUNDS:
            grounds.append(mark.box)


def _bleeds(box: Rect, bleed: Rect) -> bool:
    """Whether a box reaches the bleed's edge on any side, as what fills a missing strip does."""
    return (
        box.x0 <= bleed.x0 + _SLACK
        or box.y0 <= bleed.y0 + _SLACK
        or box.x1 >= bleed.x1 - _SLACK
        or box.y1 >= bleed.y1 - _SLACK
    )


def _nearest(box: Rect, inside: Rect, bleed: Rect) -> float:
    """How far a box ends from the trim, where it reaches it nowhere; the bound side is none."""
    gaps = [box.y0, inside.y1 - box.y1]
    gaps += [box.x0] if bleed.x0 < 0 else []
    gaps += [inside.x1 - box.x1] if bleed.x1 > inside.x1 else []
    return min(gaps)


def _stands_on(box: Rect, grounds: list[Rect]) -> bool:
    """Whether what bleeds lies all below a box: then it is part of a picture, or on a tint."""
    return any(ground.covers(box, _SLACK) for ground in grounds)


def _is_whole(mark: Mark) -> bool:
    """Whether an area fills its box; others may touch the trim with a point alone."""
    return mark.kind == "image" or (mark.kind == "fill" and mark.size < float("inf"))


def _is_flush(strip: Rect, inside: Rect) -> bool:
    """Whether a missing strip begins at the trim, not within the bleed."""
    edges = (strip.x0 - inside.x1, strip.x1, strip.y0 - inside.y1, strip.y1)
    return any(abs(edge) < _AT for edge in edges)


def _differs(mark: Mark, ground: Mark) -> bool:
    """Whether an area differs to the eye from what carries on below it."""
    if mark.paint.pattern or ground.paint.pattern:
        return True
    inks, others = mark.paint.inks, ground.paint.inks
    return any(abs(inks.get(p, 0.0) - others.get(p, 0.0)) > _VISIBLE for p in {*inks, *others})


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


def _carried_on(strip: Rect, areas: list[_Numbered]) -> bool:
    return any(area.box.covers(strip, _SLACK) for _, area in areas)


def _grounds(strip: Rect, areas: list[_Numbered], index: int) -> list[Mark]:
    """The topmost area below that fills a strip beside an area; none where another lies above."""
    filling = [(number, area) for number, area in areas if area.box.covers(strip, _SLACK)]
    if any(number > index and _prints(area) for number, area in filling):
        return []
    return [area for number, area in filling if number < index][-1:]
