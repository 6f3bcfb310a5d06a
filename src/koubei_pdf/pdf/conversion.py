"""RGB and Lab colours and pictures in the inks of a press, by its ICC profile."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image


class Conversion:
    """Converts by relative colorimetry with black-point compensation, once per colour.

    icc: the bytes of the press's profile. A colour is given as ("RGB", parts of 1) or
    ("Lab", L* a* b*), and comes out as parts of C, M, Y and K.
    """

    def __init__(self, icc: bytes) -> None:
        self._icc = icc
        self._known: dict[tuple[str, tuple[float, ...]], tuple[float, ...]] = {}

    def __call__(self, family: str, values: Sequence[float]) -> Sequence[float]:
        key = (family, tuple(values))
        if key not in self._known:
            self._known[key] = self._converted(family, values)
        return self._known[key]

    def picture(self, image: Image.Image) -> Image.Image:
        """An RGB or LAB image in CMYK."""
        from PIL import ImageCms

        transform = self._rgb if image.mode == "RGB" else self._lab
        converted = ImageCms.applyTransform(image, transform)
        assert converted is not None
        return converted

    def _converted(self, family: str, values: Sequence[float]) -> tuple[float, ...]:
        from PIL import Image

        if family == "Lab":
            light, a, b = [*values, 0.0, 0.0, 0.0][:3]
            pixel = (round(light * 2.55), round(a) % 256, round(b) % 256)
            image = Image.new("LAB", (1, 1), pixel)
        else:
            parts = [min(max(value, 0.0), 1.0) for value in [*values, 0.0, 0.0, 0.0][:3]]
            image = Image.new("RGB", (1, 1), tuple(round(255 * part) for part in parts))
        inks = self.picture(image).getpixel((0, 0))
        assert isinstance(inks, tuple)
        return tuple(ink / 255 for ink in inks)

    @cached_property
    def _press(self) -> Any:
        from PIL import ImageCms

        return ImageCms.ImageCmsProfile(io.BytesIO(self._icc))

    @cached_property
    def _rgb(self) -> Any:
        return self._transform("sRGB", "RGB")

    @cached_property
    def _lab(self) -> Any:
        return self._transform("LAB", "LAB")

    def _transform(self, source: Any, mode: str) -> Any:
        from PIL import ImageCms

        return ImageCms.buildTransform(
            ImageCms.createProfile(source),
            self._press,
            mode,
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
