"""Page boxes, sizes and number of pages (D1–D6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from ..model.diagnostics import Bilingual
from ..model.geometry import PT_PER_MM
from ..pdf.reading import entry, identity, numbers_of
from .document import Document, Page
from .findings import Finding, number
from .rules import pages as rules

#: Boxes may differ by so much (pt): what a converter's rounding to a hundredth leaves.
_SLACK = 0.02

#: From the inside out. The crop box may be smaller than the bleed box only to the eye.
_NESTED = ("TrimBox", "BleedBox", "MediaBox")
_KEYS = ("/AA", "/PresSteps", "/SeparationInfo", "/Trans", "/Dur", "/Thumb")

_NEITHER = Bilingual("既没有 TrimBox 也没有 ArtBox", "has neither a TrimBox nor an ArtBox")
_BOTH = Bilingual("同时有 TrimBox 和 ArtBox", "has both a TrimBox and an ArtBox")


def check(document: Document) -> Iterator[Finding]:
    """Each page's boxes and keys; all pages of one size; a number of pages that folds."""
    for page in document.pages:
        yield from _check_boxes(page, document)
        yield from _check_keys(page)
    yield from _check_sizes(document)
    multiple = document.profile.page_multiple
    if document.all_pages % multiple and not document.numbers:
        facts = {"pages": str(document.all_pages), "multiple": str(multiple)}
        yield Finding(rules.PAGE_COUNT, facts)


def _check_boxes(page: Page, document: Document) -> Iterator[Finding]:
    own, boxes = page.own, page.boxes
    inherits = document.standard != "X-3" and identity(page.object) in document.inheriting
    if inherits or ("MediaBox" not in own and identity(page.object) not in document.inheriting):
        yield Finding(rules.NO_MEDIA_BOX, {}, page.number)
    empty = _empty(page)
    for name, found in empty.items():
        yield Finding(rules.EMPTY_TRIM, {"box": name, "found": found}, page.number)
    if not own & {"TrimBox", "ArtBox"}:
        if empty:
            return
        yield Finding(rules.NO_TRIM, {"what": _NEITHER}, page.number)
        return
    if own >= {"TrimBox", "ArtBox"}:
        yield Finding(rules.NO_TRIM, {"what": _BOTH}, page.number)
    present = [name for name in _NESTED if name in boxes]
    nested = [("TrimBox", "CropBox")] if "CropBox" in own and "TrimBox" in boxes else []
    faulty = False
    for inner, outer in [*pairwise(present), *nested]:
        if not boxes[outer].covers(boxes[inner], _SLACK):
            faulty = True
            yield Finding(rules.NOT_NESTED, {"inner": inner, "outer": outer}, page.number)
    least = bleed_of(page)
    wanted = document.profile.bleed
    if not faulty and least < wanted - _SLACK:
        facts = {"value": number(least / PT_PER_MM), "limit": number(wanted / PT_PER_MM)}
        yield Finding(rules.NO_BLEED, facts, page.number, badness=-least)


def _empty(page: Page) -> dict[str, str]:
    """The trim and art boxes that are there but enclose nothing, with their numbers."""
    found = {}
    for name in ("TrimBox", "ArtBox"):
        edges = numbers_of(entry(page.object, f"/{name}"))
        if name not in page.own and len(edges) == 4:
            found[name] = " ".join(map(number, edges))
    return found


def bleed_of(page: Page) -> float:
    """The least bleed of the four sides (pt)."""
    trim, bleed = page.trim, page.bleed
    sides = (trim.x0 - bleed.x0, trim.y0 - bleed.y0, bleed.x1 - trim.x1, bleed.y1 - trim.y1)
    return max(0.0, min(sides))


def _check_keys(page: Page) -> Iterator[Finding]:
    unit, turn = entry(page.object, "/UserUnit"), entry(page.object, "/Rotate")
    if unit is not None and unit != 1:
        yield Finding(rules.USER_UNIT, {"value": number(float(unit))}, page.number)
    if turn is not None and int(turn) % 360:
        yield Finding(rules.ROTATED, {"value": str(int(turn))}, page.number)
    for key in _KEYS:
        if entry(page.object, key) is not None:
            yield Finding(rules.PAGE_KEY, {"key": key}, page.number)


def _check_sizes(document: Document) -> Iterator[Finding]:
    """All pages have the size that most have."""
    sizes = [_size(page) for page in document.pages]
    if not sizes:
        return
    usual, _ = Counter(sizes).most_common(1)[0]
    for page, size in zip(document.pages, sizes, strict=True):
        if size != usual:
            facts = {"found": size, "wanted": usual}
            yield Finding(rules.OTHER_SIZE, facts, page.number)


def _size(page: Page) -> str:
    """Width × height in mm, to a tenth."""
    return f"{page.width / PT_PER_MM:.1f} × {page.height / PT_PER_MM:.1f}"
