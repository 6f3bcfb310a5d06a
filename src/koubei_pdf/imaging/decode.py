"""A raster file: what it is, whether it is whole, and its samples, upright and flat."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import file_digest
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from ..model.art import Silhouette
from .cache import Cache
from .icc import prove

if TYPE_CHECKING:
    from PIL import Image

#: Bounds of what is decoded: px a side, px in all, and bytes that decoding holds at once.
MAX_SIDE = 40_000
MAX_PIXELS = 300_000_000
MAX_HELD = 280_000_000

#: Bytes that Pillow holds for a pixel until it is flat, by mode; of others it is _MOST.
_HELD = {"1": 2, "L": 1, "I;16": 3, "I;16B": 3, "I;16L": 3, "RGB": 4, "CMYK": 4, "LAB": 4}
_MOST = 9

#: The tag of a TIFF's rows that are packed together (TIFF 6.0, RowsPerStrip).
_ROWS_PER_STRIP = 278

#: Bytes that Pillow asks for at a time. What is larger than 32 MB glibc gives back as soon as it is
#: freed; of Pillow's own 16 MB hundreds stay with the threads that decoded.
_BLOCK = 64 << 20

#: Rows of 16 bit that are brought to 8 bit at a time.
_ROWS = 256

#: What facts are kept under. Another name whenever they hold something else.
_KEPT = "facts with bounds"
#: Bands of a silhouette, and alpha that is hardly seen (of 255).
_BANDS, _SHADE = 100, 12

_FORMATS = ("JPEG", "PNG", "TIFF", "GIF", "WEBP", "BMP")


class NotUsableError(Exception):
    """The samples are of a kind without an agreed white (32 bit, floating point)."""

    def __init__(self, mode: str) -> None:
        super().__init__(mode)
        self.mode = mode


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file holds: size in px once upright, the mode of its samples once flat.

    mode: L, RGB, CMYK or LAB; "" where the file is too large to be looked into. digest: of the
    file's bytes. frames: images or pages in the file. profile_fault: why the embedded profile
    cannot be used, or "". too_large: beyond the bounds of this module. silhouette: of what has
    alpha, see `model.content`.
    """

    width: int
    height: int
    mode: str
    digest: str
    has_alpha: bool = False
    is_line_art: bool = False
    frames: int = 1
    profile_fault: str = ""
    silhouette: Silhouette = ()
    too_large: bool = False


@dataclass(frozen=True, slots=True)
class Samples:
    """An image in L, RGB, CMYK or LAB of 8 bit, its alpha (L, or None), its embedded profile."""

    image: Image.Image
    alpha: Image.Image | None
    profile: bytes | None


def examine(path: Path, cache: Cache) -> Facts:
    """The facts of a file, which is decoded once in its life to see that it is whole.

    Raises NotUsableError, and whatever Pillow raises on a broken file.
    """
    # By a file object: uncompressed TIFFs opened by name are mapped into memory, and Pillow turns
    # those wrongly.
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
        kept = cache.find(_KEPT, digest)
        if kept is not None:
            return _restored(json.loads(kept.head))
        file.seek(0)
        with own_bounds():
            facts = _examine(file, digest)
    if not facts.too_large:
        cache.keep(json.dumps(asdict(facts)).encode(), b"", _KEPT, digest)
    return facts


def _restored(kept: dict[str, Any]) -> Facts:
    """Facts as they were kept: JSON knows no tuples."""
    bands = (None if band is None else (band[0], band[1]) for band in kept.pop("silhouette"))
    return Facts(**kept, silhouette=tuple(bands))


def _examine(file: BinaryIO, digest: str) -> Facts:
    from PIL import Image, ImageCms, ImageOps

    with Image.open(file, formats=_FORMATS) as image:
        if _is_too_large(image):
            return Facts(*image.size, "", digest, too_large=True)
        image.verify()  # the checksums that decoding passes over; leaves the image unusable
    file.seek(0)
    with Image.open(file, formats=_FORMATS) as image:
        # The further images of an MPO (phones, cameras) are previews of the first.
        frames = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
        profile = image.info.get("icc_profile") or None
        size = image.size
        image.draft(None, (1, 1))  # a JPEG need not be drawn in full to be read to its end
        image.load()
        drawn = image.size
        ImageOps.exif_transpose(image, in_place=True)  # which copies nothing if it is upright
        turned = image.size != drawn and image.size == drawn[::-1]
        is_line_art = image.mode == "1"
        flat, alpha = _flat(image)
    fault = ""
    if profile is not None and flat.mode in ("RGB", "CMYK"):
        try:
            prove(profile, flat.mode)
        except ImageCms.PyCMSError as error:
            fault = str(error)
    width, height = size[::-1] if turned else size
    return Facts(
        width,
        height,
        flat.mode,
        digest,
        alpha is not None,
        is_line_art,
        frames,
        fault,
        () if alpha is None else _silhouette(alpha),
    )


def _is_too_large(image: Image.Image) -> bool:
    """Whether an image that was opened, but not loaded, is beyond our bounds."""
    width, height = image.size
    return (
        max(width, height) > MAX_SIDE
        or width * height > MAX_PIXELS
        or width * height * _held(image) > MAX_HELD
    )


def _held(image: Image.Image) -> float:
    """The bytes for a pixel that decoding and flattening hold at once.

    A strip of a packed TIFF is unpacked whole.
    """
    if image.format in ("JPEG", "MPO"):
        return held_by_jpeg(image)
    held = _HELD.get(image.mode, _MOST)
    rows = int(getattr(image, "tag_v2", {}).get(_ROWS_PER_STRIP, 0))
    return held + len(image.getbands()) * min(rows, image.height) / image.height


def held_by_jpeg(image: Image.Image) -> float:
    """The bytes for a pixel of a JPEG as it is stored that decoding it holds, however small.

    The coefficients of a progressive one are held, of 2 bytes each.
    """
    if not image.info.get("progressive"):
        return 0
    layers: list[tuple[int, int, int, int]] = getattr(image, "layer", [])
    areas = [across * down for _, across, down, _ in layers]
    return 2 * sum(areas) / max(areas, default=1)


def _silhouette(alpha: Image.Image) -> Silhouette:
    """The outline of what is more than a shade: of the pixels above `_SHADE` of alpha."""
    solid = alpha.point(lambda value: 255 if value > _SHADE else 0)
    width, height = solid.size
    edges = [number * height // _BANDS for number in range(_BANDS + 1)]
    bands: list[tuple[float, float] | None] = []
    for y0, y1 in pairwise(edges):
        box = solid.crop((0, y0, width, max(y1, y0 + 1))).getbbox()
        bands.append(None if box is None else (box[0] / width, box[2] / width))
    return tuple(bands)


def decode(path: Path, least: tuple[int, int]) -> Samples:
    """The samples of a file, at least `least` px wide and high where the file has so many.

    To be called within `own_bounds`, from any thread. Raises whatever Pillow raises on a broken
    file.
    """
    from PIL import Image, ImageOps

    with path.open("rb") as file, Image.open(file, formats=_FORMATS) as image:
        profile = image.info.get("icc_profile") or None
        image.draft(None, (max(least), max(least)))
        image.load()
        ImageOps.exif_transpose(image, in_place=True)  # which copies nothing if it is upright
        flat, alpha = _flat(image)
    return Samples(flat, alpha, profile)


@contextmanager
def own_bounds() -> Iterator[None]:
    """Pillow's bound on pixels and its remarks set aside: our bound is higher and names the size.

    They, and the size of its blocks, are the process's own, so that threads must be started and
    ended within.
    """
    from PIL import Image, _imaging

    bound, block = Image.MAX_IMAGE_PIXELS, _imaging.get_block_size()
    Image.MAX_IMAGE_PIXELS = None
    _imaging.set_block_size(_BLOCK)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        Image.MAX_IMAGE_PIXELS = bound
        _imaging.set_block_size(block)


def _flat(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """The image in L, RGB, CMYK or LAB of 8 bit, and its alpha. Raises NotUsableError."""
    if image.mode.startswith("I"):
        return _eight_bit(image), None
    alpha = None
    if image.has_transparency_data:
        alpha = (image if image.mode == "RGBA" else image.convert("RGBA")).getchannel("A")
        if alpha.getextrema() == (255, 255):
            alpha = None
    if image.mode in ("1", "LA", "La"):
        return image.convert("L"), alpha
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image, alpha
    if image.mode in ("P", "PA", "RGBA", "RGBa", "RGBX", "YCbCr", "HSV"):
        if image.mode != "RGBA":
            image = image.convert("RGBA")
        return image.convert("RGB"), alpha
    raise NotUsableError(image.mode)


def _eight_bit(image: Image.Image) -> Image.Image:
    """16-bit grey as 8-bit grey. Raises NotUsableError if its samples go beyond 16 bit."""
    from PIL import Image

    flat = Image.new("L", image.size)
    for top in range(0, image.height, _ROWS):
        rows = image.crop((0, top, image.width, min(top + _ROWS, image.height))).convert("I")
        if rows.point(lambda value: value * (1 / 65536)).getbbox() is not None:
            raise NotUsableError(image.mode)
        flat.paste(rows.point(lambda value: value * (1 / 256)).convert("L"), (0, top))
    return flat
