"""Colours as SVG writes them, and the inks that print them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal

from ...model.style import BLACK, WHITE, Cmyk, Colour, Ink
from .numbers import fraction, length

#: Red, green and blue, 0 to 255 each.
Rgb = tuple[int, int, int]
#: "current" stands for the property `color`, which is the section's colour unless set.
Written = Rgb | Cmyk | Literal["none", "current"]

_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = re.compile(r"(rgba?|device-cmyk)\(([^()]*)\)")
#: What Inkscape and Scribus add behind the colour, for programs that manage it.
_MANAGED = " icc-color("


def parse_colour(text: str) -> tuple[Written, float] | None:
    """A colour and its opacity from 0 to 1; None if it is none that SVG knows."""
    text = text.lower().partition(_MANAGED)[0].strip()
    if text in ("none", "transparent"):
        return "none", 1.0
    if text == "currentcolor":
        return "current", 1.0
    if _HEX.fullmatch(text):
        return _hex(text[1:])
    if match := _FUNCTION.fullmatch(text):
        parts = re.split(r"[\s,/]+", match[2].strip())
        return _device_cmyk(parts) if match[1] == "device-cmyk" else _rgb(parts)
    return _named(text)


def _hex(digits: str) -> tuple[Rgb, float]:
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue, alpha = bytes.fromhex(digits.ljust(8, "f"))
    return (red, green, blue), alpha / 255


def _rgb(parts: list[str]) -> tuple[Rgb, float] | None:
    """rgb(255 128 0 / 50%) in all its spellings."""
    values = [length(part, 255) for part in parts[:3]]
    alpha = fraction(parts[3]) if len(parts) == 4 else 1.0
    channels = [round(min(max(value, 0.0), 255.0)) for value in values if value is not None]
    if len(parts) not in (3, 4) or len(channels) != 3 or alpha is None:
        return None
    return (channels[0], channels[1], channels[2]), alpha


def _device_cmyk(parts: list[str]) -> tuple[Cmyk, float] | None:
    """device-cmyk(1 0.72 0 18%): inks as numbers from 0 to 1 or in per cent, kept as they are."""
    values = [length(part, 1.0) for part in parts]
    inks = [round(value * 100, 4) for value in values if value is not None and 0 <= value <= 1]
    if len(parts) not in (4, 5) or len(inks) != len(parts):
        return None
    return Cmyk(*inks[:4]), inks[4] / 100 if len(inks) == 5 else 1.0


def _named(text: str) -> tuple[Rgb, float] | None:
    """A colour by its CSS name."""
    from PIL import ImageColor  # which has the list; loaded only for drawings that use a name

    if text not in ImageColor.colormap:
        return None
    red, green, blue = ImageColor.getrgb(text)[:3]
    return (red, green, blue), 1.0


class Inks:
    """RGB colours → inks: the palette's twins as they are, greys in black alone, others by ICC."""

    def __init__(self, colours: Mapping[str, Colour], convert: Callable[[Rgb], Cmyk]) -> None:
        self._convert = convert
        self._known: dict[Rgb, Ink] = {(0, 0, 0): BLACK, (255, 255, 255): WHITE}
        twins: dict[Rgb, Ink] = {}
        for colour in colours.values():
            written = parse_colour(colour.rgb) if colour.rgb else None
            if written is not None and isinstance(written[0], tuple):
                twins.setdefault(written[0], colour.ink)
        self._known |= twins

    def of(self, rgb: Rgb) -> Ink:
        """The inks of an RGB colour."""
        if rgb not in self._known:
            self._known[rgb] = _grey(rgb[0]) if len(set(rgb)) == 1 else self._convert(rgb)
        return self._known[rgb]


def _grey(value: int) -> Cmyk:
    """The black tint as light as an sRGB grey: K = 100 · (1 − (L*/100)^1.55).

    The exponent follows the K ramp of ISO Coated v2 within 1 %, with the lightness of solid
    black counted as 0 (black point compensation).
    """
    v = value / 255
    linear = v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
    root = linear ** (1 / 3) if linear > 216 / 24389 else (linear * 24389 / 27 + 16) / 116
    lightness = 116 * root - 16
    return Cmyk(0, 0, 0, round(100 * (1 - (max(lightness, 0) / 100) ** 1.55), 1))
