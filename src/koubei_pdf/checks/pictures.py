"""The resolution of pictures where they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from .document import Document
from .findings import Finding, number
from .rules import printing as rules

#: A picture smaller than this (pt) is an ornament or a rule, whose pixels nobody sees.
_SMALLEST = 14.0

#: A resolution may miss its limit by so much (ppi): pictures are placed on whole points.
_SLACK = 0.5


def check(document: Document) -> Iterator[Finding]:
    """Pictures below the press's least resolution. One colour alone has no resolution."""
    limit = document.profile.least_ppi
    for page in document.pages:
        for picture in page.trace.pictures:
            box, (width, height) = picture.box, picture.pixels
            if min(box.width, box.height) < _SMALLEST or width * height <= 1:
                continue
            if picture.ppi < limit - _SLACK:
                facts = {"value": number(round(picture.ppi)), "limit": number(limit)}
                yield Finding(rules.RESOLUTION, facts, page.number, box, -picture.ppi)
