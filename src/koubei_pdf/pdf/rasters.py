"""Pictures as ink: each channel's part of ink on each plate, at the resolution that counts."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pikepdf

from . import limits, reasons
from .content.spaces import CMYK, GRAY, PROCESS, RGB, Space, ranges
from .conversion import Conversion
from .photographs import averaged, channels_of
from .reading import DAMAGE, UnreadableError, names_of, numbers_of
from .strips import strips

if TYPE_CHECKING:
    from PIL import Image

#: What a square millimetre needs of pixels (ppi); finer pictures are averaged down to it.
ENOUGH = 127.0

#: Pixels of a picture on its plates: a square metre at ENOUGH has twice as many.
_MOST_PIXELS = 12_000_000

#: Rows that are averaged as they are decoded, at most; the rest is done afterwards.
_ROWS = 64

#: Width and height in pixels.
Size = tuple[int, int]

#: Pixels an inch along width and height.
Resolution = tuple[float, float]

#: Of pictures that no page shows: one pixel is enough.
UNSEEN: Resolution = (math.inf, math.inf)

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
    values: Mapping[str, Any], raw: Any, space: Space | None, ppi: Resolution, convert: Conversion
) -> dict[str, Image.Image]:
    """The ink (0–255) of a picture by plate; takes and raises what `decoded` does."""
    space, samples = decoded(values, raw, space, ppi)
    try:
        return _inks(samples, space, convert)
    except (*DAMAGE, OSError, SyntaxError) as error:
        raise UnreadableError(type(error).__name__, reasons.DAMAGED) from error


def decoded(
    values: Mapping[str, Any], raw: Any, space: Space | None, ppi: Resolution
) -> tuple[Space, list[Image.Image]]:
    """A picture's channels, 0–255 for the whole range of each, and the space they are of.

    values: its dictionary with full keys. raw: the XObject, or the stream of an inline picture.
    Of an indexed picture it is the base. Raises UnreadableError.
    """
    width, height = int(values["Width"]), int(values["Height"])
    if width < 1 or height < 1 or width * height > limits.PIXELS:
        raise reasons.too_many_pixels(width, height)
    try:
        enough = reduced((width, height), ppi)
        samples = _samples(values, raw, space, (width, height), enough)
        if space is None or space.channels != len(samples):  # the data know better
            space = {1: GRAY, 3: RGB, 4: CMYK}[len(samples)]
        if space.family == "Indexed" and space.base is not None:
            bits = int(values.get("BitsPerComponent", 8))
            looked_up = _looked_up(samples[0], space, bits)
            return space.base, [averaged(band, enough) for band in looked_up]
        return space, _decoded(samples, values, space)
    except (*DAMAGE, OSError, SyntaxError) as error:
        raise UnreadableError(type(error).__name__, reasons.DAMAGED) from error


def inline_stream(pdf: pikepdf.Pdf, values: Mapping[str, Any], data: bytes) -> pikepdf.Stream:
    """An inline picture's bytes as a stream, with its filters by their full names (8.9.7)."""
    made = pdf.make_stream(b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
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


def reduced(size: Size, ppi: Resolution) -> Size:
    """How many pixels of a picture are enough where it is shown at this resolution.

    Of a picture far larger than any page (it is clipped) they are coarser.
    """
    sides = [count / max(1.0, each / ENOUGH) for count, each in zip(size, ppi, strict=True)]
    times = max(1.0, math.sqrt(sides[0] * sides[1] / _MOST_PIXELS))
    width, height = (max(1, math.ceil(side / times)) for side in sides)
    return width, height


def _samples(
    values: Mapping[str, Any], raw: Any, space: Space | None, size: Size, enough: Size
) -> list[Image.Image]:
    """The samples of each channel, 0–255 for the whole range of their bits.

    They are brought down to `enough` pixels as early as can be, unless they are indices.
    """
    names = [_SHORT.get(name.strip("/"), name.strip("/")) for name in _filters(values)]
    last = names[-1] if names else ""
    is_indexed = space is not None and space.family == "Indexed"
    if last in ("DCTDecode", "JPXDecode"):
        if len(names) > 1 or not isinstance(raw, pikepdf.Stream):
            raise UnreadableError(" ".join(names), reasons.PACKED)
        return channels_of(last, raw.read_raw_bytes(), None if is_indexed else enough)
    if last in ("CCITTFaxDecode", "JBIG2Decode"):
        if not isinstance(raw, pikepdf.Stream) or last == "JBIG2Decode":
            raise UnreadableError(last, reasons.PACKED)
        if size[0] * size[1] > limits.PICTURE_WHOLE:
            raise reasons.too_many_bytes(limits.PICTURE_WHOLE)
        return [pikepdf.PdfImage(raw).as_pil_image().convert("L")]
    channels = space.channels if space is not None else 1
    bits = int(values.get("BitsPerComponent", 1 if values.get("ImageMask") else 8))
    if is_indexed and size[0] * size[1] > limits.PICTURE_WHOLE:
        raise reasons.too_many_bytes(limits.PICTURE_WHOLE)
    stride = (size[0] * channels * bits + 7) // 8
    across, down = (
        (1, 1) if is_indexed else (size[0] // enough[0], min(_ROWS, size[1] // enough[1]))
    )
    bands: list[list[Image.Image]] = [[] for _ in range(channels)]
    for data in strips(raw, stride, size[1], down):
        part = (size[0], len(data) // stride)
        for band, made in zip(bands, _unpacked(data, part, channels, bits), strict=True):
            band.append(made.reduce((across, down)) if across * down > 1 else made)
    joined = [_joined(parts) for parts in bands]
    return joined if is_indexed else [averaged(band, enough) for band in joined]


def _joined(parts: list[Image.Image]) -> Image.Image:
    """Images of one width, one below the other."""
    from PIL import Image

    if len(parts) == 1:
        return parts[0]
    whole = Image.new(parts[0].mode, (parts[0].width, sum(part.height for part in parts)))
    top = 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height
    return whole


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


def _inks(samples: list[Image.Image], space: Space, convert: Conversion) -> dict[str, Image.Image]:
    from PIL import Image, ImageChops

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
