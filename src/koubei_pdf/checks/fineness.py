"""Lines, text and tints that are too fine for the press, and black text in several inks."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..model.press import Least, PressProfile
from ..pdf.content.spaces import ALL, PRESS_FAMILIES
from ..pdf.content.state import Mark
from .document import Document, Page
from .findings import Finding, number
from .rules import printing as rules

#: Sizes may miss their limit by so much (pt): what rounding to a hundredth leaves.
_SLACK = 0.01

#: Black with as much of the other inks together (parts) is rich black.
_RICH = 0.5


def check(document: Document) -> Iterator[Finding]:
    """Each stroke, thin quadrilateral, text and tint by the profile's least sizes."""
    profile = document.profile
    for page in document.pages:
        for mark in page.trace.marks:
            if mark.paint.pattern:
                continue
            if mark.kind == "text":
                yield from _check_text(mark, page, profile)
                yield from _check_line(mark, mark.outline, page, profile.line)
            elif mark.kind in ("stroke", "fill"):
                yield from _check_line(mark, mark.size, page, profile.line)
            if mark.kind in ("text", "fill", "stroke"):
                yield from _check_tint(mark, page, profile.least_tint / 100)


def is_rich_black(mark: Mark) -> bool:
    """Whether a colour is black of several process inks."""
    inks = mark.paint.inks
    others = sum(inks.get(plate, 0.0) for plate in "CMY")
    return inks.get("K", 0.0) >= 0.8 and others >= _RICH


def _needs_more(mark: Mark) -> bool:
    """Whether a mark is white, or printed in several inks."""
    return mark.paint.is_white or len(mark.paint.printing) > 1


def _check_text(mark: Mark, page: Page, profile: PressProfile) -> Iterator[Finding]:
    least = profile.text
    if mark.paint.space.family not in PRESS_FAMILIES:
        return  # told as a colour; its inks are the shop's
    if not mark.size:
        return  # nothing prints
    from_size = math.inf if profile.rich_text is None else profile.rich_text
    if is_rich_black(mark) and mark.size < from_size - _SLACK:
        inks = "/".join(f"{100 * mark.paint.inks[plate]:.0f}" for plate in "CMYK")
        facts = {"inks": inks, "size": number(mark.size)}
        yield Finding(rules.RICH_TEXT, facts, page.number, mark.box, -mark.size)
    elif mark.size < least.plain - _SLACK:
        facts = {"value": number(mark.size), "limit": number(least.plain)}
        yield Finding(rules.SMALL_TEXT, facts, page.number, mark.box, -mark.size)
    elif mark.size < least.inks - _SLACK and _needs_more(mark):
        facts = {"value": number(mark.size), "limit": number(least.inks)}
        yield Finding(rules.SMALL_INKS, facts, page.number, mark.box, -mark.size)


def _check_line(mark: Mark, width: float, page: Page, least: Least) -> Iterator[Finding]:
    if ALL in mark.paint.inks or mark.paint.space.family not in PRESS_FAMILIES:
        return  # a mark beside the page, or told as a colour
    if mark.kind == "fill" and mark.paint.is_white:
        return  # an area of paper
    limit = least.inks if _needs_more(mark) else least.plain
    if width < limit - _SLACK:
        facts = {"value": number(width), "limit": number(limit)}
        yield Finding(rules.LINE, facts, page.number, mark.box, -width)


def _check_tint(mark: Mark, page: Page, least: float) -> Iterator[Finding]:
    """The strongest ink counts: others of a light colour may be weak."""
    if mark.paint.space.family not in PRESS_FAMILIES:
        return
    part = max(mark.paint.inks.values(), default=0.0) * mark.alpha
    if 0 < part < least - 1e-4:
        facts = {"value": number(100 * part), "limit": number(100 * least)}
        yield Finding(rules.LIGHT_TINT, facts, page.number, mark.box, -part)
