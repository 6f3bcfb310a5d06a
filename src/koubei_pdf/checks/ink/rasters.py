"""Pictures as ink: each channel's part of ink on each plate, at the resolution that counts."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pikepdf

from .. import limits
from ..content.spaces import CMYK, GRAY, PROCESS, RGB, Space, ranges
from ..conversion import Conversion
from ..reading import DAMAGE, UnreadableError, names_of, numbers_of, read_stream

if TYPE_CHECKING:
    from PIL import Image

#: What a square millimetre needs of pixels (ppi); finer pictures are averaged down to it.
ENOUGH = 110.0

_PLATES = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}
_SHORT = {"DCT": "DCTDecode", "CCF": "CCITTFaxDecode"}


def planes(
    values: Mapping[str, Any], raw: Any, space: Space | None, ppi: float, convert: Conversion
) -> dict[str, Image.Image]:
    """The ink (0–255) of a picture by plate. Raises UnreadableError.

    values: its dictionary with full keys. raw: the XObject, or the bytes of an inline picture.
    """
    width, height = int(values["Width"]), int(values["Height"])
    if width < 1 or height < 1 or width * height > limits.PIXELS:
        raise UnreadableError(f"{width} × {height}")
    times = max(1, int(ppi / ENOUGH))
    try:
        samples = _samples(values, raw, space, (width, height), times)
        return _inks(samples, values, space, times, convert)
    except (*DAMAGE, OSError, SyntaxError) as error:
        raise UnreadableError(f"{type(error).__name__}: {error}"[:80]) from error


def _samples(
    values: Mapping[str, Any], raw: Any, space: Space | None, size: tuple[int, int], times: int
) -> list[Image.Image]:
    """The samples of each channel, 0–255 for the whole range of their bits."""
    from PIL import Image, ImageChops

    names = [_SHORT.get(name.strip("/"), name.strip("/")) for name in _filters(values)]
    last = names[-1] if names else ""
    if last in ("DCTDecode", "JPXDecode"):
        if len(names) > 1 or not isinstance(raw, (pikepdf.Stream, bytes)):
            raise UnreadableError(" ".join(names))
        data = raw if isinstance(raw, bytes) else raw.read_raw_bytes()
        with Image.open(io.BytesIO(data)) as image:
            if image.size[0] * image.size[1] > limits.PIXELS:
                raise UnreadableError(f"{image.size[0]} × {image.size[1]}")
            if times > 1 and space is not None and space.family != "Indexed":
                image.draft(image.mode, (image.size[0] // times, image.size[1] // times))
            image.load()
            if image.mode == "CMYK":  # Pillow turns the samples of every CMYK JPEG round
                return [ImageChops.invert(band) for band in image.split()]
            return list(image.convert("RGB" if len(image.getbands()) > 2 else "L").split())
    if last in ("CCITTFaxDecode", "JBIG2Decode"):
        if not isinstance(raw, pikepdf.Stream) or last == "JBIG2Decode":
            raise UnreadableError(last)
        return [pikepdf.PdfImage(raw).as_pil_image().convert("L")]
    channels = space.channels if space is not None else 1
    bits = int(values.get("BitsPerComponent", 1 if values.get("ImageMask") else 8))
    stride = (size[0] * channels * bits + 7) // 8
    if stride * size[1] > limits.PICTURE:
        raise UnreadableError(f"> {limits.PICTURE >> 20} MB")
    data = raw if isinstance(raw, bytes) else read_stream(raw, limits.PICTURE)
    if isinstance(raw, bytes) and names:
        raise UnreadableError(" ".join(names))
    if len(data) < stride * size[1]:
        raise UnreadableError(f"{len(data)} < {stride * size[1]} B")
    return _unpacked(data[: stride * size[1]], size, channels, bits)


def _unpacked(data: bytes, size: tuple[int, int], channels: int, bits: int) -> list[Image.Image]:
    from PIL import Image

    if bits == 16:
        data, bits = data[::2], 8
    if bits == 8:
        return [Image.frombytes("L", size, data[channel::channels]) for channel in range(channels)]
    if channels == 1 and bits in (1, 2, 4):
        if bits == 1:
            return [Image.frombytes("1", size, data).convert("L")]
        return [Image.frombytes("L", size, data, "raw", f"L;{bits}", 0, 1)]
    raise UnreadableError(f"{channels} × {bits} bit")


def _inks(
    samples: list[Image.Image],
    values: Mapping[str, Any],
    space: Space | None,
    times: int,
    convert: Conversion,
) -> dict[str, Image.Image]:
    from PIL import Image, ImageChops

    if space is None:
        space = {1: GRAY, 3: RGB, 4: CMYK}[len(samples)]
    if space.family == "Indexed" and space.base is not None:
        bits = int(values.get("BitsPerComponent", 8))
        samples = _looked_up(samples[0], space, bits)
        space = space.base
    else:
        samples = _decoded(samples, values, space)
    if samples[0].width > 2 * times and samples[0].height > 2 * times:
        done = round(int(values["Width"]) / samples[0].width)
        left = max(1, times // max(1, done))
        samples = [band.reduce(left) for band in samples] if left > 1 else samples
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
    raise UnreadableError(f"{space.family}, {len(samples)}")


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


def _looked_up(band: Image.Image, space: Space, bits: int) -> list[Image.Image]:
    """The channels of an indexed picture's base."""
    most = (1 << min(bits, 8)) - 1
    entries = [space.entry(round(value * most / 255)) for value in range(256)]
    base = space.base
    assert base is not None
    parts = ranges(base)
    found = []
    for channel, (least, most_value) in enumerate(parts):
        span = most_value - least
        table = [round(255 * (colour[channel] - least) / span) for colour in entries]
        found.append(band.point([min(max(value, 0), 255) for value in table]))
    return found


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
