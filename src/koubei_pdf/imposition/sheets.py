"""Sheets of paper by name, and the least that holds something. All lengths in pt."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..model.geometry import PT_PER_MM, TOLERANCE, mm


class Size(NamedTuple):
    """Width and height in pt."""

    width: float
    height: float

    def holds(self, other: Size) -> bool:
        return self.width >= other.width - TOLERANCE and self.height >= other.height - TOLERANCE

    def turned(self) -> Size:
        return Size(self.height, self.width)

    def text(self) -> str:
        """The size in whole or tenths of millimetres: 420 × 297."""
        return " × ".join(f"{round(side / PT_PER_MM, 1):g}" for side in self)


#: Long side × short side in mm. A and SRA: ISO 216 and 217; 开: halved from the raw sheets 正度
#: 787 × 1092 and 大度 889 × 1194 (GB/T 788).
_MILLIMETRES = {
    "A4": (297, 210),
    "SRA4": (320, 225),
    "A3": (420, 297),
    "SRA3": (450, 320),
    "正四开": (546, 393),
    "A2": (594, 420),
    "大四开": (597, 444),
    "SRA2": (640, 450),
    "正对开": (787, 546),
    "A1": (841, 594),
    "大对开": (889, 597),
    "SRA1": (900, 640),
    "正全开": (1092, 787),
    "A0": (1189, 841),
    "大全开": (1194, 889),
}

#: The sheets that have a name, from the smallest on, with the long side across.
SHEETS: Mapping[str, Size] = {
    name: Size(mm(width), mm(height)) for name, (width, height) in _MILLIMETRES.items()
}

#: No sheet is smaller or larger (mm); PDF itself ends at 5,080 mm.
_SMALLEST, _LARGEST = 50, 5000


def parse_sheet(text: str) -> tuple[Size, ...]:
    """What `text` may mean: a named sheet lies either way round, `WxHmm` as it says.

    Empty where it is no sheet.
    """
    named = {name.lower(): size for name, size in SHEETS.items()}.get(text.strip().lower())
    if named is not None:
        return (named, named.turned())
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*[x×*]\s*(\d+(?:\.\d+)?)\s*(?:mm)?\s*", text)
    if match is None:
        return ()
    width, height = float(match[1]), float(match[2])
    if not all(_SMALLEST <= side <= _LARGEST for side in (width, height)):
        return ()
    return (Size(mm(width), mm(height)),)


def fitting(needed: Size, sheets: Iterable[Size]) -> Size | None:
    """The first of the sheets that holds `needed`."""
    return next((sheet for sheet in sheets if sheet.holds(needed)), None)


def least_names(needed: Size) -> list[str]:
    """The smallest named sheets that hold `needed` either way round, two at most."""
    found = [name for name in SHEETS if fitting(needed, parse_sheet(name))]
    return found[:2]


def whole_millimetres(needed: Size) -> Size:
    """The least sheet of whole millimetres that holds `needed`."""
    width, height = (math.ceil((side - TOLERANCE) / PT_PER_MM) for side in needed)
    return Size(mm(width), mm(height))
