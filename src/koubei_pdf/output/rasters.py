"""Raster pictures as image XObjects (ISO 32000-1, 8.9.5): lossless, or JPEG for photographs."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING

from ..model.content import Raster
from .document import Pdf, Stream

if TYPE_CHECKING:
    from PIL.Image import Image

#: Art with no more pixels, or no more inks, than this is kept lossless whatever its size.
_FEW_PIXELS = 64 * 64
_FEW_COLOURS = {"CMYK": 256, "L": 64}

#: JPEG quality; with every channel at full resolution no coloured edge is smeared.
_QUALITY = 92

#: The middle 1/8 of a picture tells whether lossless could come near JPEG's size at all.
_SAMPLE = 8

_COLOUR_SPACES = {"CMYK": "/DeviceCMYK", "L": "/DeviceGray"}


def encode(raster: Raster) -> Stream:
    """The image XObject of `raster`: the smaller of both encodings, lossless for plain art."""
    from PIL import Image

    image = Image.frombytes(raster.mode, (raster.width, raster.height), raster.data)
    if _is_plain(image):
        return _lossless_stream(raster, _lossless(image))
    jpeg = _jpeg(image)
    if _lossless_estimate(image) > 2 * len(jpeg):
        return _jpeg_stream(raster, jpeg)
    lossless = _lossless(image)
    if len(lossless) <= len(jpeg):
        return _lossless_stream(raster, lossless)
    return _jpeg_stream(raster, jpeg)


def _is_plain(image: Image) -> bool:
    few = image.width * image.height <= _FEW_PIXELS
    return few or image.getcolors(_FEW_COLOURS[image.mode]) is not None


def _lossless_estimate(image: Image) -> int:
    middle = image.height // 2
    half = max(1, image.height // (2 * _SAMPLE))
    sample = image.crop((0, middle - half, image.width, middle + half))
    return len(_lossless(sample)) * image.height // sample.height


def _lossless(image: Image) -> bytes:
    """Deflated samples with PNG predictors (7.4.4.4).

    Pillow's PNG encoder chooses the predictor of each row; four channels are four channels
    to it, so CMYK samples pass through it under the name RGBA.
    """
    from PIL import Image

    if image.mode == "CMYK":
        image = Image.frombytes("RGBA", image.size, image.tobytes())
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=6)
    return _png_data(file.getvalue())


def _png_data(png: bytes) -> bytes:
    """The IDAT chunks of a PNG file: one zlib stream."""
    parts = []
    at = 8
    while at < len(png):
        length, kind = struct.unpack_from(">L4s", png, at)
        if kind == b"IDAT":
            parts.append(png[at + 8 : at + 8 + length])
        at += 12 + length
    return b"".join(parts)


def _jpeg(image: Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=_QUALITY, subsampling=0)
    return file.getvalue()


def _entries(raster: Raster) -> dict[str, Pdf]:
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": raster.width,
        "Height": raster.height,
        "BitsPerComponent": 8,
        "ColorSpace": _COLOUR_SPACES[raster.mode],
    }


def _lossless_stream(raster: Raster, data: bytes) -> Stream:
    channels = 4 if raster.mode == "CMYK" else 1
    parameters = f"<</Predictor 15 /Colors {channels} /Columns {raster.width}>>"
    filters = {"Filter": "/FlateDecode", "DecodeParms": parameters}
    return Stream(data, {**_entries(raster), **filters})


def _jpeg_stream(raster: Raster, data: bytes) -> Stream:
    """Pillow writes CMYK JPEG as Adobe does, inverted; Decode turns it back (8.9.5.2)."""
    entries = {**_entries(raster), "Filter": "/DCTDecode"}
    if raster.mode == "CMYK":
        entries["Decode"] = "[1 0 1 0 1 0 1 0]"
    return Stream(data, entries)
