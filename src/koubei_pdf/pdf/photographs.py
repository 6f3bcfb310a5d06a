"""JPEG and JPEG 2000 pictures: their samples, brought down while they are decoded."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf

from ..imaging.decode import held_by_jpeg, own_bounds
from . import limits, reasons
from .content.encoded import READERS, jpeg

if TYPE_CHECKING:
    from PIL import Image


def channels_of(name: str, data: bytes, enough: tuple[int, int] | None) -> list[Image.Image]:
    """The channels of the data behind a filter, brought down to `enough` pixels (None: not).

    Raises UnreadableError where they are too many, else what Pillow does of damaged data.
    """
    from PIL import Image

    with own_bounds(), Image.open(io.BytesIO(data)) as image:
        if image.size[0] * image.size[1] > limits.PIXELS:
            raise reasons.too_many_pixels(*image.size)
        if enough is None:
            if image.width * image.height > limits.PICTURE_WHOLE:
                raise reasons.too_many_bytes(limits.PICTURE_WHOLE)
            return list(image.convert("L").split())
        if _held(image, enough) > limits.PICTURE_WHOLE:
            raise reasons.too_many_bytes(limits.PICTURE_WHOLE)
        return _channels(image, name, READERS[name](data).channels, enough)


def is_garbled(stream: pikepdf.Stream) -> bool:
    """Whether a whole JPEG makes no sense somewhere, though decoders go on behind that.

    Pillow says nothing of libjpeg's warnings, while qpdf takes them for errors. For streams that
    were decoded before, within all bounds; those of many samples are not looked at.
    """
    found = jpeg(stream.read_raw_bytes())
    size = found.width * found.height * found.channels
    if not found.is_whole or size > limits.JPEG_CHECKED:
        return False
    try:
        stream.get_stream_buffer(pikepdf.StreamDecodeLevel.all)
    except pikepdf.PdfError:
        return True
    return False


def _channels(
    image: Image.Image, name: str, channels: int, enough: tuple[int, int]
) -> list[Image.Image]:
    from PIL import Image, ImageChops

    if image.mode == "RGBA" and channels == 4:  # a bare codestream, whose colours nothing says
        image = Image.merge("CMYK", image.split())
    small = averaged(image, enough)
    if small.mode == "CMYK":
        bands = small.split()
        # Pillow turns the samples of every CMYK JPEG round.
        return list(bands) if name == "JPXDecode" else [ImageChops.invert(band) for band in bands]
    return list(small.convert("RGB" if len(small.getbands()) > 2 else "L").split())


def _held(image: Image.Image, enough: tuple[int, int]) -> float:
    """The bytes that decoding a JPEG or JPEG 2000 holds; a JPEG is set to be drawn as small as it
    may be, which spares nothing of the coefficients of a progressive one."""
    coefficients = image.width * image.height * held_by_jpeg(image)
    image.draft(image.mode, enough)
    samples = image.width * image.height * len(image.getbands())
    return samples + coefficients if image.format == "JPEG" else 5 * samples


def averaged(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """An image brought down to at most this size: each pixel is the mean of its area."""
    from PIL import Image

    small = (min(size[0], image.width), min(size[1], image.height))
    return image if small == image.size else image.resize(small, Image.Resampling.BOX)
