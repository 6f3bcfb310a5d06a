"""Samples as the data of a PDF image (ISO 32000-1, 7.4): lossless, or JPEG for photographs."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Literal

from .orders import Format, Mode

if TYPE_CHECKING:
    from PIL.Image import Image

#: Art with no more pixels, or no more inks, than this is kept lossless whatever its size.
_FEW_PIXELS = 64 * 64
_FEW_COLOURS: dict[Mode, int] = {"CMYK": 256, "L": 64, "RGB": 256}

#: So many strips of so many rows, evenly spread, tell how large a picture would be lossless, and
#: by which part the whole may be smaller than they say.
_STRIPS, _ROWS = 4, 4
_DOUBT = 1.3


def encode(image: Image, quality: int, subsampling: int) -> tuple[Format, bytes]:
    """The smaller of both encodings, lossless for plain art.

    quality, subsampling: of JPEG, as Pillow counts them (0: every channel at full resolution, so
    that no coloured edge is smeared).
    """
    if _is_plain(image):
        return _made(image, "Flate", _lossless(image))
    jpeg = _jpeg(image, quality, subsampling)
    if _lossless_estimate(image) > _DOUBT * len(jpeg):
        return _made(image, "DCT", jpeg)
    lossless = _lossless(image)
    if len(lossless) <= len(jpeg):
        return _made(image, "Flate", lossless)
    return _made(image, "DCT", jpeg)


def _made(image: Image, filter_: Literal["DCT", "Flate"], data: bytes) -> tuple[Format, bytes]:
    return Format(image.width, image.height, _mode(image), filter_), data


def _mode(image: Image) -> Mode:
    if image.mode == "CMYK":
        return "CMYK"
    return "L" if image.mode == "L" else "RGB"


def _is_plain(image: Image) -> bool:
    few = image.width * image.height <= _FEW_PIXELS
    return few or image.getcolors(_FEW_COLOURS[_mode(image)]) is not None


def _lossless_estimate(image: Image) -> int:
    from PIL import Image

    width, height = image.size
    rows = min(_ROWS, max(1, height // _STRIPS))
    sample = Image.new(image.mode, (width, rows * _STRIPS))
    for index in range(_STRIPS):
        top = (2 * index + 1) * height // (2 * _STRIPS)
        top = min(top, height - rows)
        sample.paste(image.crop((0, top, width, top + rows)), (0, index * rows))
    return len(_lossless(sample)) * height // sample.height


def _lossless(image: Image) -> bytes:
    """Deflated samples with PNG predictors (7.4.4.4).

    Pillow's PNG encoder chooses the predictor of each row; four channels are four channels
    to it, so CMYK samples pass through it under the name RGBA.
    """
    from PIL import Image

    if image.mode == "CMYK":
        image = Image.merge("RGBA", image.split())
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=6, icc_profile=None)
    del image  # as large as all that comes of it
    return _png_data(file.getbuffer())


def _png_data(png: memoryview) -> bytes:
    """The IDAT chunks of a PNG file: one zlib stream, the only copy that is made of them."""
    parts: list[memoryview] = []
    at = 8
    while at < len(png):
        length, kind = struct.unpack_from(">L4s", png, at)
        if kind == b"IDAT":
            parts.append(png[at + 8 : at + 8 + length])
        at += 12 + length
    return b"".join(parts)


def _jpeg(image: Image, quality: int, subsampling: int) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality, subsampling=subsampling, icc_profile=None)
    return file.getvalue()
