"""Colour spaces (ISO 32000-1, 8.6), and the inks in which their colours print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from .. import limits
from ..reading import UnreadableError, array_of, entry, identity, names_of, numbers_of, read_stream

#: Parts (0–1) of inks by plate: those that a colour prints in, 0 included. "All" is every plate.
Inks = Mapping[str, float]

PROCESS = ("C", "M", "Y", "K")
ALL = "All"
NO_INKS: Inks = {}

#: Plates by the names that colorants of the process inks have (8.6.6.5).
_PLATES = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}

#: Families by their names and the short ones of inline images.
_DEVICE = {
    "/DeviceGray": "DeviceGray",
    "/G": "DeviceGray",
    "/DeviceRGB": "DeviceRGB",
    "/RGB": "DeviceRGB",
    "/DeviceCMYK": "DeviceCMYK",
    "/CMYK": "DeviceCMYK",
    "/Pattern": "Pattern",
}
_CHANNELS = {"DeviceGray": 1, "CalGray": 1, "DeviceRGB": 3, "CalRGB": 3, "Lab": 3, "DeviceCMYK": 4}

#: Families whose colours print in process inks as they are.
PRESS_FAMILIES = frozenset(("DeviceGray", "DeviceCMYK", "Separation", "DeviceN"))
INDEPENDENT = frozenset(("CalGray", "CalRGB", "Lab", "ICCBased"))

#: RGB or Lab, as parts of 1 or in L*a*b* units → parts of C, M, Y, K.
Convert = Callable[[str, Sequence[float]], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: its family, the number of components, and what it is built on.

    colorants: names of Separation and DeviceN. base: of Indexed, Pattern, Separation and
    DeviceN. table: the bytes of Indexed. object: what describes it in the file.
    """

    family: str
    channels: int
    colorants: tuple[str, ...] = ()
    base: Space | None = None
    table: bytes = b""
    object: Any = field(default=None, repr=False, compare=False)

    @property
    def families(self) -> tuple[str, ...]:
        """The family, and those of the spaces that it is built on."""
        return (self.family, *(self.base.families if self.base else ()))

    @property
    def ground(self) -> Space:
        """The space that colours are given in: the base of Indexed and Pattern."""
        return self.base.ground if self.base and self.family in ("Indexed", "Pattern") else self

    @property
    def prints_nothing(self) -> bool:
        """Whether its colours leave the page as it is: all colorants are None (8.6.6.4)."""
        return set(self.ground.colorants) == {"None"}

    def inks(self, values: Sequence[float], convert: Convert) -> Inks:
        """The inks of a colour; none for a coloured pattern, which has its own."""
        match self.family:
            case "DeviceGray" | "CalGray":
                return {"C": 0.0, "M": 0.0, "Y": 0.0, "K": 1 - _part(values, 0)}
            case "DeviceCMYK":
                return dict(zip(PROCESS, (_part(values, i) for i in range(4)), strict=True))
            case "Separation" | "DeviceN":
                names = (_PLATES.get(name, name) for name in self.colorants)
                return {name: _part(values, i) for i, name in enumerate(names) if name != "None"}
            case "Pattern" if self.base is not None:
                return self.base.inks(values, convert)
            case "Indexed" if self.base is not None:
                return self.base.inks(self.entry(int(values[0]) if values else 0), convert)
            case "ICCBased" if self.channels in (1, 4):
                like = GRAY if self.channels == 1 else CMYK
                return like.inks(values, convert)
            case "DeviceRGB" | "CalRGB" | "Lab" | "ICCBased":
                family = "Lab" if self.family == "Lab" else "RGB"
                return dict(zip(PROCESS, convert(family, values), strict=True))
        return NO_INKS

    def entry(self, index: int) -> list[float]:
        """The components of an entry of an Indexed space's table."""
        count = self.base.channels if self.base else 1
        raw = self.table[max(index, 0) * count :][:count]
        parts = [byte / 255 for byte in raw] or [0.0] * count
        if self.base and self.base.family == "Lab" and len(parts) == 3:
            return [parts[0] * 100, parts[1] * 255 - 128, parts[2] * 255 - 128]
        return parts

    @property
    def first(self) -> list[float]:
        """The colour that a space begins with (8.6.3): black, or the full tint."""
        match self.family:
            case "DeviceCMYK":
                return [0.0, 0.0, 0.0, 1.0]
            case "Separation" | "DeviceN":
                return [1.0] * self.channels
        return [0.0] * self.channels


GRAY = Space("DeviceGray", 1)
RGB = Space("DeviceRGB", 3)
CMYK = Space("DeviceCMYK", 4)
PATTERN = Space("Pattern", 0)
_PLAIN = {"DeviceGray": GRAY, "DeviceRGB": RGB, "DeviceCMYK": CMYK, "Pattern": PATTERN}
_DEFAULTS = {
    "DeviceGray": "/DefaultGray",
    "DeviceRGB": "/DefaultRGB",
    "DeviceCMYK": "/DefaultCMYK",
}


class Spaces:
    """The colour spaces of a file, each read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Space] = {}
        self._direct: list[Space] = []

    def all(self) -> list[Space]:
        """The spaces read so far that the file describes by arrays."""
        return [*self._known.values(), *self._direct]

    def of(self, thing: Any, resources: Any, depth: int = 0) -> Space:
        """The space that a name or an array describes. Raises UnreadableError."""
        if depth > limits.SPACES:
            raise UnreadableError("colour spaces within one another")
        if isinstance(thing, (pikepdf.Name, str)):
            return self._named(str(thing), resources, depth)
        key = identity(thing)
        if key[0] and key in self._known:
            return self._known[key]
        space = self._array(thing, resources, depth)
        if key[0]:
            self._known[key] = space
        elif len(self._direct) < limits.OPERANDS:
            self._direct.append(space)
        return space

    def _named(self, name: str, resources: Any, depth: int) -> Space:
        name = name if name.startswith("/") else f"/{name}"
        spaces = entry(resources, "/ColorSpace")
        family = _DEVICE.get(name)
        if family is not None and (name == f"/{family}" or entry(spaces, name) is None):
            default = entry(spaces, _DEFAULTS.get(family, ""))
            if isinstance(default, pikepdf.Array):
                return self.of(default, None, depth + 1)
            return _PLAIN[family]
        found = entry(spaces, name)
        if found is None:
            raise UnreadableError(name)
        return self.of(found, resources, depth + 1)

    def _array(self, thing: Any, resources: Any, depth: int) -> Space:
        items = array_of(thing)
        if not items or not isinstance(items[0], pikepdf.Name):
            raise UnreadableError("colour space")
        family = str(items[0])
        if family in _DEVICE and len(items) == 1:
            return self._named(family, resources, depth)
        match family, len(items):
            case ("/Pattern", 2):
                below = self.of(items[1], resources, depth + 1)
                return Space("Pattern", below.channels, base=below)
            case ("/CalGray" | "/CalRGB" | "/Lab", 2):
                return Space(family[1:], _CHANNELS[family[1:]], object=thing)
            case ("/ICCBased", 2):
                return Space("ICCBased", _icc_channels(items[1]), object=items[1])
            case ("/Indexed" | "/I", 4):
                below = self.of(items[1], resources, depth + 1)
                return Space("Indexed", 1, base=below, table=_table(items[3]), object=thing)
            case ("/Separation" | "/DeviceN", count) if count >= 4:
                names = tuple(name[1:] for name in names_of(items[1]))
                alternate = self.of(items[2], resources, depth + 1)
                return Space(family[1:], len(names), names, alternate, object=thing)
        raise UnreadableError(f"colour space {family}")


def _icc_channels(stream: Any) -> int:
    count = entry(stream, "/N")
    if count not in (1, 3, 4):
        raise UnreadableError("ICCBased")
    return int(count)


def _table(thing: Any) -> bytes:
    if isinstance(thing, pikepdf.Stream):
        return read_stream(thing, 1 << 16)
    return bytes(thing) if isinstance(thing, pikepdf.String) else b""


def _part(values: Sequence[float], index: int) -> float:
    """A component within 0–1; 0 where it is missing."""
    return min(max(values[index], 0.0), 1.0) if index < len(values) else 0.0


def ranges(space: Space) -> list[tuple[float, float]]:
    """Least and most of each component, as a picture's Decode has them by default (8.9.5.2)."""
    if space.family == "Lab":
        given = numbers_of(entry(array_of(space.object)[1], "/Range")) or [-100, 100, -100, 100]
        return [(0.0, 100.0), (given[0], given[1]), (given[2], given[3])]
    return [(0.0, 1.0)] * space.channels
