"""Press inks as they look on a screen: colours of any colour space of a PDF in sRGB."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pikepdf

from ...imaging import Profiles
from ...imaging.seen import Rgb, colour
from ...pdf.content.functions import function_of
from ...pdf.content.spaces import Space
from ...pdf.reading import UnreadableError, array_of, read_stream

#: Colour spaces (ISO 32000-1, 8.6) of a screen, by family and number of components.
_OF_A_SCREEN = ("DeviceGray", "CalGray", "DeviceRGB", "CalRGB", "Lab")
_PLAIN_GREY = ("DeviceGray", "CalGray")


def stays(space: Space) -> bool:
    """Whether colours of the space need no press: grey, RGB and Lab, plain or by ICC."""
    if space.family == "Pattern":
        return space.base is None or stays(space.base)
    if space.family == "Indexed" and space.base is not None:
        return stays(space.base)
    return space.family in _OF_A_SCREEN or (space.family == "ICCBased" and space.channels < 4)


class Colours:
    """Converts as all else of a screen edition: relative colorimetry, black point compensated.

    Spots are seen as their alternate colours, by their tint transforms (8.6.6.4). All raises
    UnreadableError where a space is not what it should be.
    """

    def __init__(self, profiles: Profiles) -> None:
        self.profiles = profiles
        #: By id, as spaces with other tint transforms compare as equal; they are held by `_spaces`.
        self._known: dict[tuple[int, tuple[float, ...]], Rgb] = {}
        self._tints: dict[int, Callable[[Sequence[float]], list[float]]] = {}
        self._spaces: dict[int, Space] = {}

    def rgb(self, space: Space, values: Sequence[float]) -> Rgb:
        """A colour of the space in sRGB."""
        key = (id(space), tuple(values))
        if key not in self._known:
            self._spaces[id(space)] = space
            self._known[key] = self._rgb(space, values)
        return self._known[key]

    def _rgb(self, space: Space, values: Sequence[float]) -> Rgb:
        if space.family in ("Separation", "DeviceN"):
            if space.base is None or set(space.colorants) <= {"None"}:
                raise UnreadableError(space.family)
            return self.rgb(space.base, self._tint(space)(values))
        if space.family == "Indexed" and space.base is not None:
            return self.rgb(space.base, space.entry(int(values[0]) if values else 0))
        if space.family in _PLAIN_GREY or space.channels == 1:
            grey = min(max([*values, 0.0][0], 0.0), 1.0)
            return (grey, grey, grey)
        pixel: tuple[int, ...]
        if space.family == "Lab":
            light, a, b = [*values, 0.0, 0.0, 0.0][:3]
            mode, pixel = "LAB", (round(light * 2.55), round(a) % 256, round(b) % 256)
        else:
            parts = [*values, 0.0, 0.0, 0.0, 0.0][: space.channels]
            mode = {3: "RGB", 4: "CMYK"}.get(space.channels, "")
            pixel = tuple(round(255 * min(max(part, 0.0), 1.0)) for part in parts)
        if not mode:
            raise UnreadableError(space.family)
        return colour(self.profiles, mode, pixel, embedded(space))

    def _tint(self, space: Space) -> Callable[[Sequence[float]], list[float]]:
        key = id(space)
        if key not in self._tints:
            self._tints[key] = function_of(array_of(space.object)[3])
        return self._tints[key]


def embedded(space: Space) -> bytes | None:
    """The ICC profile that a space brings, if it is one by ICC."""
    if space.family == "ICCBased" and isinstance(space.object, pikepdf.Stream):
        return read_stream(space.object)
    return None
