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

#: Bounds of what is decoded: px a side, and px in all (1.2 GB of samples).
MAX_SIDE = 40_000
MAX_PIXELS = 300_000_000

#: What facts are kept under. Another name whenever they hold something else.
_KEPT = "facts with silhouettes"
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
    cannot be used, or "". silhouette: of what has alpha, see `model.content`.
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

    @property
    def too_large(self) -> bool:
        return max(self.width, self.height) > MAX_SIDE or self.width * self.height > MAX_PIXELS


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
        facts = Facts(*image.size, "", digest)
        if facts.too_large:
            return facts
        image.verify()  # the checksums that decoding passes over; leaves the image unusable
    file.seek(0)
    with Image.open(file, formats=_FORMATS) as image:
        # The further images of an MPO (phones, cameras) are previews of the first.
        frames = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
        profile = image.info.get("icc_profile") or None
        size = image.size
        image.draft(None, (1, 1))  # a JPEG need not be drawn in full to be read to its end
        image.load()
        upright = ImageOps.exif_transpose(image)
        turned = upright.size != image.size and upright.size == image.size[::-1]
        is_line_art = image.mode == "1"
        flat, alpha = _flat(upright)
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

    Both are the process's own, so that threads must be started and ended within.
    """
    from PIL import Image

    bound = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        Image.MAX_IMAGE_PIXELS = bound


def _flat(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """The image in L, RGB, CMYK or LAB of 8 bit, and its alpha. Raises NotUsableError."""
    if image.mode.startswith("I"):
        return _eight_bit(image), None
    alpha = None
    if image.has_transparency_data:
        alpha = image.convert("RGBA").getchannel("A")
        if alpha.getextrema() == (255, 255):
            alpha = None
    if image.mode in ("L", "1", "LA", "La"):
        return image.convert("L"), alpha
    if image.mode in ("RGB", "CMYK", "LAB"):
        return image, alpha
    if image.mode in ("P", "PA", "RGBA", "RGBa", "RGBX", "YCbCr", "HSV"):
        return image.convert("RGBA").convert("RGB"), alpha
    raise NotUsableError(image.mode)


def _eight_bit(image: Image.Image) -> Image.Image:
    """16-bit grey as 8-bit grey. Raises NotUsableError if its samples go beyond 16 bit."""
    wide = image.convert("I")
    if wide.point(lambda value: value * (1 / 65536)).getbbox() is not None:
        raise NotUsableError(image.mode)
    return wide.point(lambda value: value * (1 / 256)).convert("L")
