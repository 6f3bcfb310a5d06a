"""Pictures: their resolution where they are shown, their size, whether their data suffice."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from ..model.diagnostics import Bilingual
from ..pdf import limits
from ..pdf.content.encoded import Encoded
from ..pdf.content.trace import PlacedPicture
from ..pdf.reading import DAMAGE, filters, identity
from .document import Document, Page
from .findings import Facts, Finding, number
from .rules import stored as rules
from .rules.printing import RESOLUTION

#: A picture smaller than this (pt) is an ornament or a rule, whose pixels nobody sees.
_SMALLEST = 14.0

#: A resolution may miss its limit by so much (ppi): pictures are placed on whole points.
_SLACK = 0.5

#: The most that a byte becomes in deflated data: 258 for 2 bits.
_DEFLATE = 1032

_CUT = Bilingual("还没完就断了", "they end too early")
_NO_HEADER = Bilingual("开头就读不懂", "not even their beginning can be read")

#: Channels by their number.
_CHANNELS = {
    1: Bilingual("灰度的", "grey"),
    3: Bilingual("三通道 RGB 的", "RGB (3 channels)"),
    4: Bilingual("四通道 CMYK 的", "CMYK (4 channels)"),
}


def check(document: Document) -> Iterator[Finding]:
    """Pictures that are too coarse, too large, or lack data."""
    seen: set[tuple[int, int]] = set()
    for page in document.pages:
        for picture in page.trace.pictures:
            yield from _check_resolution(picture, page, document.profile.least_ppi)
            yield from _check_stored(picture, page)
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
        yield Finding(RESOLUTION, facts, page.number, box, -picture.ppi)


def _check_size(picture: PlacedPicture, page: Page) -> Iterator[Finding]:
    width, height = picture.pixels
    facts = {"pixels": _size(width, height)}
    if width * height > limits.PIXELS:
        limit = {"limit": str(limits.PIXELS // 1_000_000)}
        yield Finding(rules.PICTURE_TOO_LARGE, {**facts, **limit}, page.number, picture.box)
    size = _stored(picture)
    most = _most_bytes(picture, size)
    if most is not None and 0 < most < _wanted(picture):
        yield Finding(rules.PICTURE_CUT_SHORT, {**facts, "value": str(size)}, page.number)


def _check_stored(picture: PlacedPicture, page: Page) -> Iterator[Finding]:
    """Whether JPEG and JPEG 2000 data are what the dictionary says, and come to their end."""
    stored = picture.stored
    if stored is None:
        return
    if not (stored.is_readable and stored.is_whole):
        what = _CUT if stored.is_readable else _NO_HEADER
        yield Finding(rules.PICTURE_DAMAGED, {"what": what}, page.number, picture.box)
    if not stored.is_readable:
        return
    said = (int(picture.entries["Width"]), int(picture.entries["Height"]))
    if said != (stored.width, stored.height):
        sizes = {"pixels": _size(*said), "value": _size(stored.width, stored.height)}
        facts = {**sizes, "format": stored.format}
        yield Finding(rules.PICTURE_SIZE, facts, page.number, picture.box)
    yield from _check_channels(stored, picture, page)


def _check_channels(stored: Encoded, picture: PlacedPicture, page: Page) -> Iterator[Finding]:
    space, count = picture.declared, stored.channels
    if space is not None and space.channels != count:
        other = Bilingual(f"有 {count} 个通道的", f"of {count} channels")
        facts: Facts = {
            "space": space.family,
            "format": stored.format,
            "channels": _CHANNELS.get(count, other),
        }
        yield Finding(rules.PICTURE_CHANNELS, facts, page.number, picture.box)


def _size(width: int, height: int) -> str:
    return f"{width} × {height}"


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


def _wanted(picture: PlacedPicture) -> int:
    """How many bytes of samples a picture's size and colours ask for (8.9.3)."""
    width, height = picture.pixels
    entries = picture.entries
    if entries.get("ImageMask"):
        return (width + 7) // 8 * height
    if picture.declared is None:
        return 0
    try:
        bits = int(entries["BitsPerComponent"])
    except DAMAGE:
        return 0
    return (width * picture.declared.channels * bits + 7) // 8 * height
