"""JPEG, PNG, TIFF … → Raster: upright, flat, 8 bit, in the inks of the press or in grey.

Pillow is imported when the first raster is read, not before: it costs more than a whole drawing.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ..model.content import Raster
from ..model.diagnostics import Diagnostic, Span
from ..model.names import shown
from ..model.style import Cmyk
from . import picture_faults as faults

if TYPE_CHECKING:
    from PIL import Image, ImageCms

#: Bounds of what is decoded: px a side, and px in all (1.2 GB of samples).
MAX_SIDE = 40_000
MAX_PIXELS = 300_000_000
#: A picture smaller than this was hardly meant for print.
LEAST_SIDE = 16
_PRESS_PROFILE = "ISOcoated_v2_300_bas.icc"
_RGB_PROFILE = "sRGB.icc"
_FORMATS = ("JPEG", "PNG", "TIFF", "GIF", "WEBP", "BMP")


class ProfileError(Exception):
    """A colour profile of the press folder cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class Press:
    """Conversion into the inks of the press, relative colorimetric with black point compensation.

    profiles: the folder of the profiles, which are read at the first conversion. All methods
    raise ProfileError if that fails.
    """

    def __init__(self, profiles: Path) -> None:
        self._folder = profiles
        self._files: dict[str, bytes] = {}
        self._from_srgb: ImageCms.ImageCmsTransform | None = None

    def ink(self, rgb: tuple[int, int, int]) -> Cmyk:
        """The inks of one sRGB colour (0–255)."""
        from PIL import Image

        pixel = self.convert(Image.new("RGB", (1, 1), rgb), None).tobytes()
        return Cmyk(*(round(value / 2.55, 1) for value in pixel))

    def convert(self, image: Image.Image, embedded: bytes | None) -> Image.Image:
        """An RGB, CMYK or Lab image in press inks; `embedded` is the profile that it carries.

        RGB without a profile counts as sRGB, CMYK without one as press inks already. Raises
        ImageCms.PyCMSError if the embedded profile is none, or does not fit the image.
        """
        from PIL import ImageCms

        if image.mode == "LAB":
            source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
            return self._transform(source, "LAB").apply(image)
        if image.mode == "CMYK" and embedded in (None, self._bytes(_PRESS_PROFILE)):
            return image
        if embedded is not None:
            return self._transform(_fitting(embedded, image.mode), image.mode).apply(image)
        if self._from_srgb is None:
            source = ImageCms.ImageCmsProfile(io.BytesIO(self._bytes(_RGB_PROFILE)))
            self._from_srgb = self._transform(source, "RGB")
        return self._from_srgb.apply(image)

    def _transform(self, source: ImageCms.ImageCmsProfile, mode: str) -> ImageCms.ImageCmsTransform:
        from PIL import ImageCms

        transform = ImageCms.buildTransform(
            source,
            ImageCms.ImageCmsProfile(io.BytesIO(self._bytes(_PRESS_PROFILE))),
            mode,
            "CMYK",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        # Pillow writes the output profile into every result, which takes 8 ms with one of 1 MB;
        # nobody reads it there, so let it write the small source profile.
        transform.output_profile = source
        return transform

    def _bytes(self, name: str) -> bytes:
        """The bytes of a profile of the folder, checked once."""
        from PIL import ImageCms

        if name not in self._files:
            path = self._folder / name
            try:
                data = path.read_bytes()
                ImageCms.ImageCmsProfile(io.BytesIO(data))
            except OSError as error:
                raise ProfileError(path, error.strerror or str(error)) from error
            self._files[name] = data
        return self._files[name]


def _fitting(data: bytes, mode: str) -> ImageCms.ImageCmsProfile:
    """An embedded profile that fits an image's mode. Raises PyCMSError."""
    from PIL import ImageCms

    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
    except OSError as error:
        raise ImageCms.PyCMSError(str(error)) from error
    space = profile.profile.xcolor_space.strip()
    if space != mode:
        raise ImageCms.PyCMSError(f"{space} profile, {mode} picture")
    return profile


def read_raster(path: Path, file: str, press: Press) -> tuple[Raster | None, list[Diagnostic]]:
    """The raster picture at `path` and its faults, placed in `file` as a whole.

    None when it cannot be used. Files of any content raise nothing; ProfileError is raised if
    the press profiles are unusable.
    """
    span = Span(file)
    try:
        with _own_bounds(), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's remarks on metadata that nobody uses here
            return _read(path, span, press)
    except ProfileError:
        raise
    except Exception as error:  # Pillow's decoders raise nearly anything on a broken file
        reason = str(error) or type(error).__name__
        return None, [faults.BROKEN.at(span, path=shown(file), reason=shown(reason))]


@contextmanager
def _own_bounds() -> Iterator[None]:
    """Pillow's own bound on pixels set aside: ours is higher and names the size."""
    from PIL import Image

    bound = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = bound


def _read(path: Path, span: Span, press: Press) -> tuple[Raster | None, list[Diagnostic]]:
    from PIL import Image, ImageOps

    found: list[Diagnostic] = []
    facts: dict[str, object] = {"path": shown(span.file)}
    # By a file object: uncompressed TIFFs opened by name are mapped into memory, and Pillow turns
    # those wrongly.
    with path.open("rb") as file:
        with Image.open(file, formats=_FORMATS) as image:
            width, height = image.size
            facts |= {"width": width, "height": height}
            if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
                return None, [faults.TOO_LARGE.at(span, **facts)]
            image.verify()  # the checksums that decoding passes over; leaves the image unusable
        file.seek(0)
        with Image.open(file, formats=_FORMATS) as image:
            # The further images of an MPO (phones, cameras) are previews of the first.
            frames = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
            embedded = image.info.get("icc_profile") or None
            upright = ImageOps.exif_transpose(image)
    if frames > 1:
        found.append(faults.FRAMES.at(span, frames=frames, **facts))
    if min(width, height) < LEAST_SIDE:
        found.append(faults.TINY.at(span, **facts))
    if _shows_through(upright):
        found.append(faults.TRANSPARENT.at(span, **facts))
    flat = _flat(upright)
    if flat is None:
        return None, [faults.SAMPLES.at(span, mode=upright.mode, **facts)]
    inked, fault = _inked(flat, embedded, press)
    if fault is not None:
        found.append(faults.BAD_PROFILE.at(span, reason=shown(fault), **facts))
    mode: Literal["CMYK", "L"] = "L" if inked.mode == "L" else "CMYK"
    return Raster(inked.width, inked.height, mode, inked.tobytes()), found


def _shows_through(image: Image.Image) -> bool:
    """Whether any pixel is not wholly opaque."""
    if not image.has_transparency_data or image.mode.startswith("I"):
        return False
    least, _ = image.convert("RGBA").getchannel("A").getextrema()
    return isinstance(least, (int, float)) and least < 255


def _flat(image: Image.Image) -> Image.Image | None:
    """The image without transparency, in L, RGB, CMYK or LAB of 8 bit; None if it has no such."""
    from PIL import Image

    if image.mode.startswith("I"):
        return _eight_bit(image)
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        grey = image.mode in ("1", "L", "LA", "La")
        return Image.alpha_composite(white, seen).convert("L" if grey else "RGB")
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image
    if image.mode in ("1", "LA", "La"):
        return image.convert("L")
    if image.mode in ("P", "PA", "RGBA", "RGBa", "RGBX", "YCbCr", "HSV"):
        return image.convert("RGB")
    return None


def _eight_bit(image: Image.Image) -> Image.Image | None:
    """16-bit grey as 8-bit grey; None if its samples go beyond 16 bit."""
    wide = image.convert("I")
    if wide.point(lambda value: value * (1 / 65536)).getbbox() is not None:
        return None
    return wide.point(lambda value: value * (1 / 256)).convert("L")


def _inked(
    image: Image.Image, embedded: bytes | None, press: Press
) -> tuple[Image.Image, str | None]:
    """The image in press inks or grey, and why its embedded profile could not be used."""
    from PIL import ImageCms

    if image.mode == "L":
        return image, None
    try:
        return press.convert(image, embedded), None
    except ImageCms.PyCMSError as error:
        return press.convert(image, None), str(error)
