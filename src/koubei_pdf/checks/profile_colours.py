"""How far two CMYK profiles differ in the colours that they give to the same inks."""

from __future__ import annotations

import io
import math
from itertools import product

#: Parts of C, M, Y and K: paper, solids, overprints of two and three, their halves, and greys.
_PATCHES = (
    *((c, m, y, 0) for c, m, y in product((0, 255), repeat=3)),
    *((c, m, y, 0) for c, m, y in product((0, 128), repeat=3) if c or m or y),
    *((0, 0, 0, k) for k in (64, 128, 191, 255)),
)


def difference(one: bytes, other: bytes) -> float:
    """The mean CIE 1976 difference, paper included. Raises ImageCms.PyCMSError, OSError."""
    pairs = zip(_seen(one), _seen(other), strict=True)
    return sum(math.dist(a, b) for a, b in pairs) / len(_PATCHES)


def _seen(profile: bytes) -> list[tuple[float, ...]]:
    """L*, a* and b* of the patches on their paper (absolute colorimetric)."""
    from PIL import Image, ImageCms

    image = Image.new("CMYK", (len(_PATCHES), 1))
    image.putdata(_PATCHES)
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.createProfile("LAB"),
        "CMYK",
        "LAB",
        ImageCms.Intent.ABSOLUTE_COLORIMETRIC,
    )
    seen = ImageCms.applyTransform(image, transform)
    assert seen is not None
    light, a, b = (list(band.tobytes()) for band in seen.split())
    return [(bright / 2.55, x - 128, y - 128) for bright, x, y in zip(light, a, b, strict=True)]
