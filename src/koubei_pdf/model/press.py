"""The press that a PDF is made for: what its file must be, and what the press can print.

All lengths are in pt, as everywhere; profiles write them in mm or pt.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .style import Cmyk

#: ISO 15930-7 (PDF/X-4) and ISO 15930-4 (PDF/X-1a:2003).
Standard = Literal["X-4", "X-1a"]
STANDARDS: tuple[Standard, ...] = ("X-4", "X-1a")

#: Saddle-stitched (骑马钉) or perfect-bound (胶装).
Binding = Literal["saddle", "perfect"]
BINDINGS: tuple[Binding, ...] = ("saddle", "perfect")

#: The registry of the characterisations that the ICC lists; a condition of another is private.
ICC_REGISTRY = "http://www.color.org"


@dataclass(frozen=True, slots=True)
class Condition:
    """A printing condition (ISO 15930-7, 6.2.2: the output intent).

    identifier: the characterisation's name in `registry` ("" for a private condition).
    info: what people call it. icc: the bytes of its ICC profile, for CMYK output.
    """

    identifier: str
    registry: str
    info: str
    icc: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Least:
    """The least size (pt) that prints well: in one ink, and reversed or in several inks."""

    plain: float
    inks: float


@dataclass(frozen=True, slots=True)
class PressProfile:
    """A press by its name, from layouts/press/NAME.yaml or a file of the user's own.

    total_ink: per cent, of the mean over 1 mm². bleed, safe: from the trim outwards and inwards
    (pt). marks: from the trim to the marks (pt), at least the bleed; None for no marks.
    page_multiple: by which the number of pages must divide. caliper: of one leaf (pt).
    line, text: least sizes (pt). least_tint: per cent of an ink. ppi: pictures are brought down
    to it from far above; least_ppi: they may not fall below it. rich_black: inks of black areas
    that are nowhere smaller than `large_black` (pt). rich_text: text of this size (pt) and above
    may be in rich black, None for none. black_lines: thinner lines in black overprint (pt).
    read_from: the folder that the profile's paths stay within, and its own path there.
    """

    name: str
    standard: Standard
    condition: Condition
    total_ink: float
    bleed: float
    safe: float
    marks: float | None
    page_multiple: int
    binding: Binding
    caliper: float
    line: Least
    text: Least
    least_tint: float
    least_ppi: float
    ppi: float
    rich_black: Cmyk
    large_black: float
    rich_text: float | None
    black_lines: float
    read_from: tuple[str, str] = field(default=("", ""), compare=False, repr=False)
