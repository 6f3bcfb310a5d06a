"""Raster pictures as image XObjects (ISO 32000-1, 8.9.5)."""

from __future__ import annotations

from collections.abc import Iterable

from ..imaging import CHANNELS, Cache, Encoded, Order, Profiles, Target
from ..model.art import Raster
from ..model.book import Book, PlacedPicture
from ..model.style import WHITE, Cmyk, Spot
from .document import Pdf, Stream

_COLOUR_SPACES = {"CMYK": "/DeviceCMYK", "L": "/DeviceGray", "RGB": "/DeviceRGB"}

#: What tells two images of a file apart: the picture, and what shows through it.
_Identity = tuple[str, Cmyk]


class Rasters:
    """The rasters of a book, all converted before the first page is written."""

    def __init__(self, book: Book, target: Target, profiles: Profiles, cache: Cache) -> None:
        orders = _orders(item for page in book.pages for item in page.items)
        self._made: dict[_Identity, Encoded] = {}
        if orders:
            from ..imaging.prepare import prepare

            made = prepare(orders.values(), target, profiles, cache)
            self._made = {identity: made[order] for identity, order in orders.items()}

    def stream(self, picture: PlacedPicture, raster: Raster) -> Stream:
        """The image XObject of a placed raster."""
        return image_stream(self._made[identity(picture, raster)])


def identity(picture: PlacedPicture, raster: Raster) -> _Identity:
    """What images of the book are stored once by."""
    ground = picture.ground if raster.has_alpha else WHITE
    return raster.digest, ground.process if isinstance(ground, Spot) else ground


def _orders(items: Iterable[object]) -> dict[_Identity, Order]:
    """One order for each image, as large as its largest placing."""
    orders: dict[_Identity, Order] = {}
    for item in items:
        if not isinstance(item, PlacedPicture) or not isinstance(item.art, Raster):
            continue
        key = identity(item, item.art)
        width, height = item.rect.width, item.rect.height
        if key in orders:
            width = max(width, orders[key].width)
            height = max(height, orders[key].height)
        orders[key] = Order(item.art, width, height, key[1])
    return orders


def image_stream(made: Encoded) -> Stream:
    """The image XObject of converted samples."""
    entries: dict[str, Pdf] = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": made.width,
        "Height": made.height,
        "BitsPerComponent": 8,
        "ColorSpace": _COLOUR_SPACES[made.mode],
        "Filter": f"/{made.filter}Decode",
    }
    if made.filter == "Flate":
        channels = CHANNELS[made.mode]
        entries["DecodeParms"] = f"<</Predictor 15 /Colors {channels} /Columns {made.width}>>"
    elif made.mode == "CMYK":
        # Pillow writes CMYK JPEG as Adobe does, inverted; Decode turns it back (8.9.5.2).
        entries["Decode"] = "[1 0 1 0 1 0 1 0]"
    return Stream(made.data, entries)
