"""Colours and pictures in any inks as they look on a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PIL import Image, ImageCms, ImageFilter

from .icc import Profiles

#: Parts (0–1) of red, green and blue.
Rgb = tuple[float, float, float]

#: Steps of a table of the colours of two and of three inks along each ink.
_STEPS = {2: (33, 33, 2), 3: (17, 17, 17)}

#: The most inks that `tinted` can mix.
MOST_INKS = max(_STEPS)


def colour(profiles: Profiles, mode: str, pixel: Sequence[int], embedded: bytes | None) -> Rgb:
    """A colour of mode RGB, CMYK or LAB (0–255 each) in sRGB, by its own profile if it has one."""
    image = _to_screen(profiles, Image.new(mode, (1, 1), tuple(pixel)), embedded)
    red, green, blue = image.tobytes()
    return (red / 255, green / 255, blue / 255)


def process(
    profiles: Profiles, bands: Sequence[Image.Image], embedded: bytes | None
) -> Image.Image:
    """A picture of cyan, magenta, yellow and black in sRGB."""
    return _to_screen(profiles, Image.merge("CMYK", bands), embedded)


def tinted(bands: Sequence[Image.Image], rgb: Callable[[Sequence[float]], Rgb]) -> Image.Image:
    """A picture of one to MOST_INKS other inks in sRGB; rgb: the look of their parts (0–1)."""
    count = len(bands)
    if count == 1:
        table = [rgb([value / 255]) for value in range(256)]
        channels = [[round(255 * each[part]) for each in table] for part in range(3)]
        return Image.merge("RGB", [bands[0].point(channel) for channel in channels])
    blank = Image.new("L", bands[0].size)
    mixed = ImageFilter.Color3DLUT.generate(_STEPS[count], lambda *inks: rgb(inks[:count]))
    return Image.merge("RGB", [*bands, blank][:3]).filter(mixed)


def _to_screen(profiles: Profiles, image: Image.Image, embedded: bytes | None) -> Image.Image:
    try:
        return profiles.to_screen(image, embedded)
    except ImageCms.PyCMSError:  # as pictures with a profile that cannot be used
        return profiles.to_screen(image, None)
