"""RGB and Lab colours and pictures in the inks of a press, by its ICC profile."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from ..imaging import ProfileError

if TYPE_CHECKING:
    from PIL import Image


#: Colours that are kept once they are converted.
_KNOWN = 100_000


class Conversion:
    """Converts by relative colorimetry with black-point compensation, once per colour.

    icc: the bytes of the press's profile, called `name`. A colour is given as ("RGB", parts of 1)
    or ("Lab", L* a* b*), and comes out as parts of C, M, Y and K. Raises ProfileError where the
    profile cannot be used.
    """

    def __init__(self, icc: bytes, name: str = "ICC") -> None:
        self._icc, self._name = icc, name
        self._inks = lru_cache(_KNOWN)(self._converted)

    def __call__(self, family: str, values: Sequence[float]) -> Sequence[float]:
        first, second, third = [*values, 0.0, 0.0, 0.0][:3]
        if family == "Lab":
            return self._inks("LAB", (round(first * 2.55), round(second) % 256, round(third) % 256))
        parts = (min(max(value, 0.0), 1.0) for value in (first, second, third))
        return self._inks("RGB", tuple(round(255 * part) for part in parts))

    def picture(self, image: Image.Image) -> Image.Image:
        """An RGB or LAB image in CMYK."""
        from PIL import ImageCms

        transform = self._rgb if image.mode == "RGB" else self._lab
        converted = ImageCms.applyTransform(image, transform)
        assert converted is not None
        return converted

    def _converted(self, mode: str, pixel: tuple[int, ...]) -> tuple[float, ...]:
        from PIL import Image

        inks = self.picture(Image.new(mode, (1, 1), pixel)).getpixel((0, 0))
        assert isinstance(inks, tuple)
        return tuple(ink / 255 for ink in inks)

    @cached_property
    def _rgb(self) -> Any:
        return self._transform("sRGB", "RGB")

    @cached_property
    def _lab(self) -> Any:
        return self._transform("LAB", "LAB")

    def _transform(self, source: Any, mode: str) -> Any:
        from PIL import ImageCms

        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile(source))
        try:
            made = ImageCms.buildTransform(
                profile,
                ImageCms.ImageCmsProfile(io.BytesIO(self._icc)),
                mode,
                "CMYK",
                ImageCms.Intent.RELATIVE_COLORIMETRIC,
                ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
        except (OSError, ImageCms.PyCMSError) as error:
            raise ProfileError(self._name, str(error)) from error
        # Each image that comes out is given this profile: of the press's it would take 9 ms.
        made.output_profile = profile
        return made
