"""Colours by ICC profiles: relative colorimetric with black point compensation."""

from __future__ import annotations

import io
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from ..model.style import Cmyk
from .likeness import do_the_same

if TYPE_CHECKING:
    from PIL import Image, ImageCms


#: Classes of profiles (ICC.1, 7.2.5) that say what colours look like: cameras and scanners,
#: screens, presses, colour spaces. Links, effects and named colours do not.
_CLASSES = ("scnr", "mntr", "prtr", "spac")


class ProfileError(Exception):
    """A colour profile that all conversions need cannot be used."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class Profiles:
    """The profile of the press and that of pictures without one, and conversions between them.

    press: an ICC profile for CMYK output, called `name`; srgb: the file of the sRGB profile, read
    when needed.
    All methods raise ProfileError if a profile is none.
    """

    def __init__(self, press: bytes, srgb: Path, name: str = "ICC") -> None:
        self.press = press
        self._name = name
        self._srgb = srgb
        self._transforms: dict[tuple[object, ...], ImageCms.ImageCmsTransform] = {}
        self._lock = Lock()

    @cached_property
    def digest(self) -> str:
        """Names the pair of profiles."""
        return sha256(self.press + self.srgb).hexdigest()

    @cached_property
    def srgb(self) -> bytes:
        """The bytes of the sRGB profile."""
        try:
            return self._srgb.read_bytes()
        except OSError as error:
            raise ProfileError(self._srgb.name, error.strerror or str(error)) from error

    def ink(self, rgb: tuple[int, int, int]) -> Cmyk:
        """The press inks of one sRGB colour (0–255)."""
        from PIL import Image

        pixel = self.to_press(Image.new("RGB", (1, 1), rgb), None).tobytes()
        return Cmyk(*(round(value / 2.55, 1) for value in pixel))

    def seen(self, ink: Cmyk) -> str:
        """The sRGB colour "#rrggbb" of inks on the press; paper is white."""
        from PIL import Image

        inks = tuple(round(value * 2.55) for value in (ink.c, ink.m, ink.y, ink.k))
        pixel = self.to_screen(Image.new("CMYK", (1, 1), inks), None)
        return "#" + pixel.tobytes().hex()

    def to_press(self, image: Image.Image, embedded: bytes | None) -> Image.Image:
        """An RGB, CMYK or LAB image in press inks; `embedded` is the profile that it carries.

        RGB without a profile counts as sRGB. CMYK without one, or with one that does the same as
        the press's, is in press inks already and stays as it is. Raises ImageCms.PyCMSError if the
        embedded profile is none, or does not fit the image.
        """
        if image.mode == "CMYK" and (embedded is None or do_the_same(embedded, self.press)):
            return image
        return self._converted(image, embedded or self.srgb, self.press, "CMYK")

    def to_screen(self, image: Image.Image, embedded: bytes | None) -> Image.Image:
        """An RGB, CMYK or LAB image in sRGB; CMYK without a profile counts as press inks."""
        if image.mode == "RGB" and (embedded is None or do_the_same(embedded, self.srgb)):
            return image
        source = embedded or (self.press if image.mode == "CMYK" else self.srgb)
        return self._converted(image, source, self.srgb, "RGB")

    def _converted(
        self, image: Image.Image, source: bytes, target: bytes, mode: str
    ) -> Image.Image:
        key = (image.mode, mode, sha256(source).digest() if image.mode != "LAB" else "")
        with self._lock:
            if key not in self._transforms:
                self._transforms[key] = self._transform(source, image.mode, target, mode)
        return self._transforms[key].apply(image)

    def _transform(self, source: bytes, mode: str, target: bytes, into: str) -> Any:
        from PIL import ImageCms

        is_own = mode == "LAB" or source == {"CMYK": self.press, "RGB": self.srgb}[mode]
        if mode == "LAB":
            given = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        else:
            given = self._own(source) if is_own else fitting(source, mode)
        try:
            transform = ImageCms.buildTransform(
                given,
                self._own(target),
                mode,
                into,
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                # Without its cache of one pixel a transform is a sixth faster on photographs, and
                # threads can share it.
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.NOCACHE,
            )
        except ImageCms.PyCMSError as error:
            if is_own:
                raise ProfileError(self._name, str(error)) from error
            raise
        # Pillow writes the output profile into every result, which takes 8 ms with one of 1 MB;
        # nobody reads it there, so let it write the small source profile.
        transform.output_profile = given
        return transform

    def _own(self, data: bytes) -> ImageCms.ImageCmsProfile:
        from PIL import ImageCms

        try:
            return ImageCms.ImageCmsProfile(io.BytesIO(data))
        except OSError as error:
            name = self._name if data is self.press else self._srgb.name
            raise ProfileError(name, str(error)) from error


def fitting(data: bytes, mode: str) -> ImageCms.ImageCmsProfile:
    """An embedded profile that fits an image's mode. Raises ImageCms.PyCMSError."""
    from PIL import ImageCms

    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
    except OSError as error:
        raise ImageCms.PyCMSError(str(error)) from error
    space = profile.profile.xcolor_space.strip()
    if space != mode:
        raise ImageCms.PyCMSError(f"{space} profile, {mode} picture")
    kind = profile.profile.device_class.strip()
    if kind not in _CLASSES:
        raise ImageCms.PyCMSError(f"{kind} profile")
    return profile


def prove(data: bytes, mode: str) -> None:
    """Read colours by an embedded profile. Raises ImageCms.PyCMSError where that cannot be done."""
    from PIL import ImageCms

    lab = ImageCms.createProfile("LAB")
    ImageCms.buildTransform(fitting(data, mode), lab, mode, "LAB")
