"""Pictures: their resolution where they are shown, their size, whether their data suffice."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from . import limits
from .content.spaces import Space, Spaces
from .content.trace import PlacedPicture
from .document import Document, Page
from .findings import Finding, number
from .reading import DAMAGE, UnreadableError, filters, identity
from .rules import printing as rules
from .rules import stored

#: A picture smaller than this (pt) is an ornament or a rule, whose pixels nobody sees.
_SMALLEST = 14.0

#: A resolution may miss its limit by so much (ppi): pictures are placed on whole points.
_SLACK = 0.5

#: The most that a byte becomes in deflated data: 258 for 2 bits.
_DEFLATE = 1032


def check(document: Document) -> Iterator[Finding]:
    """Pictures that are too coarse, too large, or lack data."""
    seen: set[tuple[int, int]] = set()
    for page in document.pages:
        for picture in page.trace.pictures:
            yield from _check_resolution(picture, page, document.profile.least_ppi)
            key = identity(picture.object)
            if key not in seen:
                seen.add(key)
                yield from _check_size(picture, page)


def _check_resolution(picture: PlacedPicture, page: Page, limit: float) -> Iterator[Finding]:
    """One colour alone has no resolution."""
    box, (width, height) = picture.box, picture.pixels
    if min(box.width, box.height) < _SMALLEST or width * height <= 1:
        return
    if picture.ppi < limit - _SLACK:
        facts = {"value": number(round(picture.ppi)), "limit": number(limit)}
        yield Finding(rules.RESOLUTION, facts, page.number, box, -picture.ppi)


def _check_size(picture: PlacedPicture, page: Page) -> Iterator[Finding]:
    width, height = picture.pixels
    facts = {"pixels": f"{width} × {height}"}
    if width * height > limits.PIXELS:
        limit = {"limit": str(limits.PIXELS // 1_000_000)}
        yield Finding(stored.PICTURE_TOO_LARGE, {**facts, **limit}, page.number, picture.box)
    size = _stored(picture)
    most = _most_bytes(picture, size)
    if most is not None and 0 < most < _wanted(picture, page):
        yield Finding(stored.PICTURE_CUT_SHORT, {**facts, "value": str(size)}, page.number)


def _stored(picture: PlacedPicture) -> int:
    """The bytes of a picture in the file."""
    stream = picture.object
    length = stream.get("/Length") if isinstance(stream, pikepdf.Stream) else 0
    return int(length) if isinstance(length, int) else 0


def _most_bytes(picture: PlacedPicture, size: int) -> int | None:
    """How many bytes of samples the stored ones hold at most; None where that is not known."""
    if not isinstance(picture.object, pikepdf.Stream):
        return None
    match filters(picture.object):
        case []:
            return size
        case ["/FlateDecode"]:
            return size * _DEFLATE
    return None


def _wanted(picture: PlacedPicture, page: Page) -> int:
    """How many bytes of samples a picture's size and colours ask for (8.9.3)."""
    width, height = picture.pixels
    entries = picture.entries
    if entries.get("ImageMask"):
        return (width + 7) // 8 * height
    try:
        space: Space = Spaces().of(entries["ColorSpace"], page.resources)
        return (width * space.channels * int(entries["BitsPerComponent"]) + 7) // 8 * height
    except (UnreadableError, *DAMAGE):
        return 0
