"""Which operators print an ink: on plates for the press, or as RGB for a screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from ..imaging import Profiles
from ..model.press import PressProfile
from ..model.style import BLACK, Cmyk, Ink, Spot
from .document import Document, Pdf, Stream, array, dictionary
from .operators import number, numbers

#: Resource names of the two overprint states.
_OVERPRINT, _KNOCKOUT = "On", "Off"


class Printed(NamedTuple):
    """An ink as it is to be printed, and whether what lies below prints too."""

    ink: Ink
    overprint: bool = False


class Inking(Protocol):
    """How the inks of a Book come into a file. blending: the space in which pages blend."""

    blending: str

    def text(self, ink: Ink) -> Printed:
        """The ink of type."""

    def area(self, ink: Ink, breadth: float, line: float) -> Printed:
        """The ink of an area that is so broad on paper (pt), of lines that are so thick."""

    def fill(self, ink: Ink) -> str:
        """The operator that sets the colour to fill with (ISO 32000-1, 8.6.8)."""

    def stroke(self, ink: Ink) -> str:
        """The operator that sets the colour to stroke with."""

    def space(self, plate: str, make: Callable[[], Pdf]) -> Pdf:
        """The colour space of a spot colour that other pages bring; `make` adds theirs."""

    def press_colours(self) -> Pdf:
        """The colour space that other pages' DeviceCMYK is shown by; None: it is the file's own."""

    def seen_by(self) -> Profiles | None:
        """The profiles by which other pages' inks become RGB; None: they stay inks."""


class PressInking:
    """Process inks and plates of spot colours; black alone overprints, white never does.

    Black type overprints, and so do black lines and areas below the press's `black_lines`; areas
    that are nowhere smaller than its `large_black` are printed in its rich black.
    """

    blending = "/DeviceCMYK"

    def __init__(self, document: Document, press: PressProfile) -> None:
        self._document = document
        self._press = press
        self._spaces: dict[str, tuple[str, Pdf]] = {}
        for name, on in ((_OVERPRINT, "true"), (_KNOCKOUT, "false")):
            # 8.6.7: with OPM 1 a process ink of 0 leaves what is below; both keys, since some
            # programs ask for OP alone.
            state = dictionary(Type="/ExtGState", OP=on, op=on, OPM=1)
            document.share("ExtGState", name, state)

    def text(self, ink: Ink) -> Printed:
        return Printed(ink, ink == BLACK)

    def area(self, ink: Ink, breadth: float, line: float) -> Printed:
        if ink != BLACK:
            return Printed(ink)
        if breadth >= self._press.large_black:
            return Printed(self._press.rich_black)
        return Printed(ink, line < self._press.black_lines)

    def fill(self, ink: Ink) -> str:
        if isinstance(ink, Spot):
            return f"/{self._plate(ink)} cs {number(ink.percent / 100, 4)} scn"
        return f"{ink_operands(ink)} k"

    def stroke(self, ink: Ink) -> str:
        if isinstance(ink, Spot):
            return f"/{self._plate(ink)} CS {number(ink.percent / 100, 4)} SCN"
        return f"{ink_operands(ink)} K"

    def _plate(self, spot: Spot) -> str:
        """The resource name of the Separation colour space (8.6.6.4) of a spot colour."""
        self.space(spot.name, lambda: self._document.add(separation(spot.name, spot.alternate)))
        return self._spaces[spot.name][0]

    def space(self, plate: str, make: Callable[[], Pdf]) -> Pdf:
        """The one colour space of a plate: that which was made first, as PDF/X asks."""
        if plate not in self._spaces:
            name = f"S{len(self._spaces) + 1}"
            self._spaces[plate] = (name, make())
            self._document.share("ColorSpace", name, self._spaces[plate][1])
        return self._spaces[plate][1]

    def press_colours(self) -> Pdf:
        return None

    def seen_by(self) -> Profiles | None:
        return None

    @property
    def plates(self) -> list[str]:
        """The names of all plates besides the process inks', by name."""
        return sorted(set(self._spaces) - {"All"})


class ScreenInking:
    """RGB: the palette's twins as they are, other inks as the press's profile sees them printed."""

    blending = "/DeviceRGB"

    def __init__(self, document: Document, twins: Mapping[Ink, str], profiles: Profiles) -> None:
        """`twins` gives colours as "#rrggbb"."""
        self._document = document
        self._twins = dict(twins)
        self._profiles = profiles
        self._press: Pdf = None

    def text(self, ink: Ink) -> Printed:
        return Printed(ink)

    def area(self, ink: Ink, breadth: float, line: float) -> Printed:
        del breadth, line
        return Printed(ink)

    def fill(self, ink: Ink) -> str:
        return f"{self._operands(ink)} rg"

    def stroke(self, ink: Ink) -> str:
        return f"{self._operands(ink)} RG"

    def space(self, plate: str, make: Callable[[], Pdf]) -> Pdf:
        """A screen has no plates: each page keeps its own."""
        del plate
        return make()

    def press_colours(self) -> Pdf:
        if self._press is None:
            profile = Stream.deflated(self._profiles.press, {"N": 4, "Alternate": "/DeviceCMYK"})
            space = array(["/ICCBased", self._document.add(profile)])
            self._press = self._document.add(space)
        return self._press

    def seen_by(self) -> Profiles | None:
        return self._profiles

    def _operands(self, ink: Ink) -> str:
        if ink not in self._twins:
            self._twins[ink] = self._profiles.seen(ink.process if isinstance(ink, Spot) else ink)
        return numbers(*(value / 255 for value in bytes.fromhex(self._twins[ink][1:])), digits=4)


def state(overprint: bool) -> str:
    """The operator that turns overprinting on or off."""
    return f"/{_OVERPRINT if overprint else _KNOCKOUT} gs"


def ink_operands(ink: Cmyk) -> str:
    """The four operands of `k` and `K` (8.6.8): parts of 1, to 0.01 per cent."""
    return numbers(ink.c / 100, ink.m / 100, ink.y / 100, ink.k / 100, digits=4)


def separation(plate: str, alternate: Cmyk) -> object:
    """A Separation colour space with a linear tint transform (8.6.6.4 and 7.10.3)."""
    tint = dictionary(
        FunctionType=2,
        Domain=array([0, 1]),
        C0=array([0, 0, 0, 0]),
        C1=f"[{ink_operands(alternate)}]",
        N=1,
    )
    return array(["/Separation", name_object(plate), "/DeviceCMYK", tint])


def name_object(text: str) -> str:
    """A name (7.3.5) in which all but letters and digits is written as #xx."""
    return "/" + "".join(
        char if char.isascii() and char.isalnum() else "".join(f"#{b:02X}" for b in char.encode())
        for char in text
    )
