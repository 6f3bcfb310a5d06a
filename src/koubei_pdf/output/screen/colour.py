"""How printed inks look: the press's profile backwards, into sRGB."""

from __future__ import annotations

import io
from collections.abc import Callable

from ...model.press import Condition
from ...model.style import Cmyk


def as_seen(condition: Condition) -> Callable[[Cmyk], str]:
    """A function that gives the sRGB colour "#rrggbb" of process inks printed so.

    Relative colorimetric: the paper is white on the screen too.
    """
    from PIL import Image, ImageCms

    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(condition.icc)),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )

    def convert(ink: Cmyk) -> str:
        inks = tuple(round(value * 2.55) for value in (ink.c, ink.m, ink.y, ink.k))
        return "#" + transform.apply(Image.new("CMYK", (1, 1), inks)).tobytes().hex()

    return convert
