"""Transparency and its blending space (T1–T3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from ..pdf.content.spaces import Spaces
from ..pdf.reading import UnreadableError, entry
from .document import Document, Page
from .findings import Finding
from .rules import painting as rules


def check(document: Document) -> Iterator[Finding]:
    """None in X-1a and X-3; blended in press inks in X-4."""
    for page in document.pages:
        yield from _check_page(page, document)
    if document.standard == "X-4":
        families = set(map(_blending, document.things)) - {""}
        for family in sorted(families):
            yield Finding(rules.RGB_GROUP, {"family": family})


def _check_page(page: Page, document: Document) -> Iterator[Finding]:
    transparent = page.trace.transparent
    group = entry(page.object, "/Group")
    if document.standard == "X-4":
        # A group alone changes nothing: it is what is painted that blends.
        if set(transparent) - {"Group"} and entry(group, "/CS") is None:
            yield Finding(rules.NO_GROUP, {}, page.number)
        return
    found = dict(transparent)
    if entry(group, "/S") == "/Transparency":
        found.setdefault("Group", None)
    for what, box in sorted(found.items(), key=lambda item: item[0]):
        facts = {"what": what, "standard": f"PDF/{document.standard}"}
        yield Finding(rules.TRANSPARENT, facts, page.number, box)


def _blending(thing: Any) -> str:
    """The family of an RGB space in which a transparency group blends, else ""."""
    if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        return ""
    if entry(thing, "/S") != "/Transparency" or entry(thing, "/CS") is None:
        return ""
    try:
        space = Spaces().of(thing.get("/CS"), None)
    except UnreadableError:
        return ""
    is_rgb = space.family in ("DeviceRGB", "CalRGB") or space.channels == 3
    return space.family if is_rgb else ""
