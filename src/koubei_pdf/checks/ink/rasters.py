"""Pictures as ink: each channel's part of ink on each plate, at the resolution that counts."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pikepdf

from .. import limits
from ..content.spaces import CMYK, GRAY, PROCESS, RGB, Space, ranges
from ..conversion import Conversion
from ..reading import DAMAGE, UnreadableError, names_of, numbers_of, read_stream
from . import reasons

if TYPE_CHECKING:
    from PIL import Image

#: What a square millimetre needs of pixels (ppi); finer pictures are averaged down to it.
ENOUGH = 127.0

#: Width and height in pixels.
Size = tuple[int, int]

_PLATES = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}
_SHORT = {
    "AHx": "ASCIIHexDecode",
    "A85": "ASCII85Decode",
    "Fl": "FlateDecode",
    "RL": "RunLengthDecode",
    "LZW": "LZWDecode",
    "CCF": "CCITTFaxDecode",
    "DCT": "DCTDecode",
}


def planes(
    values: Mapping[str, Any], raw: Any, space: Space | None, ppi: float, convert: Conversion
) -> dict[str, Image.Image]:
    """The ink (0–255) of a picture by plate. Raises UnreadableError.

    values: its dictionary with full keys. raw: the XObject, or the stream of an inline picture.
    """
    width, height = int(values["Width"]), int(values["Height"])
    if width < 1 or height < 1 or width * height > limits.PIXELS:
        raise reasons.too_many_pixels(width, height)
    try:
        samples = _samples(values, raw, space, (width, height), reduced((width, height), ppi))
        return _inks(samples, values, space, reduced((width, height), ppi), convert)
    except (*DAMAGE, OSError, SyntaxError) as error:
        raise UnreadableError(type(error).__name__, reasons.DAMAGED) from error


def inline_stream(pdf: pikepdf.Pdf, values: Mapping[str, Any], data: bytes) -> pikepdf.Stream:
    """An inline picture's bytes as a stream, with its filters by their full names (8.9.7)."""
    made = pdf.make_stream(b"")
    names = [_SHORT.get(name, name) for name in _filters(values)]
    found = values.get("DecodeParms")
    parameters = found if isinstance(found, list) else [found] * len(names)
    if names:
        made.write(
            data,
            filter=pikepdf.Array([pikepdf.Name(f"/{name}") for name in names]),
            decode_parms=pikepdf.Array([each and _whole(each) for each in parameters]),
        )
    else:
        made.write(data)
    made["/Width"], made["/Height"] = int(values["Width"]), int(values["Height"])
    made["/BitsPerComponent"] = int(values.get("BitsPerComponent", 1))
    made["/ColorSpace"] = pikepdf.Name.DeviceGray  # for CCITT, which has one channel
    return made


def _whole(parameters: Mapping[str, Any]) -> pikepdf.Dictionary:
    """What a filter goes by: whole numbers, true and false."""
    numbers = {k: v for k, v in parameters.items() if isinstance(v, bool | float)}
    whole = {f"/{k}": v if isinstance(v, bool) else int(v) for k, v in numbers.items()}
    return pikepdf.Dictionary(whole)


def reduced(size: Size, ppi: float) -> Size:
    """How many pixels of a picture are enough where it is shown at this resolution."""
    times = max(1.0, ppi / ENOUGH)
    return max(1, math.ceil(size[0] / times)), max(1, math.ceil(size[1] / times))


def _samples(
    values: Mapping[str, Any], raw: Any, space: Space | None, size: Size, enough: Size
) -> list[Image.Image]:
    """The samples of each channel, 0–255 for the whole range of their bits.

    They are brought down to `enough` pixels as early as can be, unless they are indices.
    """
    from PIL import Image, ImageChops

    names = [_SHORT.get(name.strip("/"), name.strip("/")) for name in _filters(values)]
    last = names[-1] if names else ""
    is_indexed = space is not None and space.family == "Indexed"
    if last in ("DCTDecode", "JPXDecode"):
        if len(names) > 1 or not isinstance(raw, pikepdf.Stream):
            raise UnreadableError(" ".join(names), reasons.PACKED)
        data = raw.read_raw_bytes()
        with Image.open(io.BytesIO(data)) as image:
            if image.size[0] * image.size[1] > limits.PIXELS:
                raise reasons.too_many_pixels(*image.size)
            if is_indexed:
                return list(image.convert("L").split())
            image.draft(image.mode, enough)
            small = _averaged(image, enough)
            if image.mode == "CMYK":  # Pillow turns the samples of every CMYK JPEG round
                return [ImageChops.invert(band) for band in small.split()]
            return list(small.convert("RGB" if len(image.getbands()) > 2 else "L").split())
    if last in ("CCITTFaxDecode", "JBIG2Decode"):
        if not isinstance(raw, pikepdf.Stream) or last == "JBIG2Decode":
            raise UnreadableError(last, reasons.PACKED)
        return [pikepdf.PdfImage(raw).as_pil_image().convert("L")]
    channels = space.channels if space is not None else 1
    bits = int(values.get("BitsPerComponent", 1 if values.get("ImageMask") else 8))
    stride = (size[0] * channels * bits + 7) // 8
    if stride * size[1] > limits.PICTURE:
        raise reasons.too_many_bytes(limits.PICTURE)
    try:
        data = read_stream(raw, limits.PICTURE)
    except UnreadableError as error:
        raise UnreadableError(str(error), reasons.DAMAGED) from error
    if len(data) < stride * size[1]:
        raise UnreadableError(f"{len(data)} < {stride * size[1]} B", reasons.CUT_SHORT)
    bands = _unpacked(data[: stride * size[1]], size, channels, bits)
    return list(bands) if is_indexed else [_averaged(band, enough) for band in bands]


def _averaged(image: Image.Image, size: Size) -> Image.Image:
    """An image brought down to at most this size: each pixel is the mean of its area."""
    from PIL import Image

    small = (min(size[0], image.width), min(size[1], image.height))
    return image if small == image.size else image.resize(small, Image.Resampling.BOX)


def _unpacked(data: bytes, size: Size, channels: int, bits: int) -> Iterator[Image.Image]:
    """The channels one after the other, so that not all of them are in memory."""
    from PIL import Image

    if bits == 16:
        data, bits = data[::2], 8
    if bits == 8:
        for channel in range(channels):
            yield Image.frombytes("L", size, data[channel::channels])
    elif channels == 1 and bits == 1:
        yield Image.frombytes("1", size, data).convert("L")
    elif channels == 1 and bits in (2, 4):
        yield Image.frombytes("L", size, data, "raw", f"L;{bits}", 0, 1)
    else:
        raise UnreadableError(f"{channels} × {bits} bit", reasons.CHANNELS)


def _inks(
    samples: list[Image.Image],
    values: Mapping[str, Any],
    space: Space | None,
    enough: Size,
    convert: Conversion,
) -> dict[str, Image.Image]:
    from PIL import Image, ImageChops

    if space is None:
        space = {1: GRAY, 3: RGB, 4: CMYK}[len(samples)]
    if space.family == "Indexed" and space.base is not None:
        bits = int(values.get("BitsPerComponent", 8))
        samples = [_averaged(band, enough) for band in _looked_up(samples[0], space, bits)]
        space = space.base
    else:
        samples = _decoded(samples, values, space)
    match space.family, len(samples):
        case ("DeviceGray" | "CalGray", _) | ("ICCBased", 1):
            return {"K": ImageChops.invert(samples[0])}
        case ("DeviceCMYK", 4) | ("ICCBased", 4):
            return dict(zip(PROCESS, samples, strict=True))
        case ("DeviceRGB" | "CalRGB" | "ICCBased", 3):
            pressed = convert.picture(Image.merge("RGB", samples))
            return dict(zip(PROCESS, pressed.split(), strict=True))
        case ("Lab", 3):
            shifted = [band.point([(v + 128) % 256 for v in range(256)]) for band in samples[1:]]
            pressed = convert.picture(Image.merge("LAB", [samples[0], *shifted]))
            return dict(zip(PROCESS, pressed.split(), strict=True))
        case ("Separation" | "DeviceN", count) if count == len(space.colorants):
            names = [_PLATES.get(name, name) for name in space.colorants]
            return {n: band for n, band in zip(names, samples, strict=True) if n != "None"}
    raise UnreadableError(f"{space.family}, {len(samples)}", reasons.CHANNELS)


def _decoded(
    samples: list[Image.Image], values: Mapping[str, Any], space: Space
) -> list[Image.Image]:
    """Samples by the Decode array: parts of each channel's range (8.9.5.2)."""
    decode = _numbers(values.get("Decode"))
    if not decode or len(decode) != 2 * len(samples):
        return samples
    result = []
    spans = ranges(space)
    for band, low, high, (least, most) in zip(
        samples, decode[::2], decode[1::2], spans, strict=False
    ):
        start = (low - least) / (most - least)
        end = (high - least) / (most - least)
        if (start, end) != (0.0, 1.0):
            table = [round(255 * (start + v / 255 * (end - start))) for v in range(256)]
            band = band.point([min(max(value, 0), 255) for value in table])
        result.append(band)
    return result


def _looked_up(band: Image.Image, space: Space, bits: int) -> Iterator[Image.Image]:
    """The channels of an indexed picture's base, one after the other."""
    most = (1 << min(bits, 8)) - 1
    entries = [space.entry(round(value * most / 255)) for value in range(256)]
    base = space.base
    assert base is not None
    for channel, (least, most_value) in enumerate(ranges(base)):
        span = most_value - least
        table = [round(255 * (colour[channel] - least) / span) for colour in entries]
        yield band.point([min(max(value, 0), 255) for value in table])


def _filters(values: Mapping[str, Any]) -> list[str]:
    found = values.get("Filter")
    if isinstance(found, list):
        return [str(name) for name in found]
    if isinstance(found, str):
        return [found]
    return names_of(found)


def _numbers(thing: Any) -> list[float]:
    if isinstance(thing, list):
        return [float(value) for value in thing]
    return numbers_of(thing)
