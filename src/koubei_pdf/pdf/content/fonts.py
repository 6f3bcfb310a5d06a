"""Fonts as a page's text needs them: how codes are read, and how far each one advances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from ..reading import array_of, entry, numbers_of, text_of

_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


@dataclass(frozen=True, slots=True)
class Font:
    """A font dictionary (ISO 32000-1, 9.5–9.7).

    name: without the tag of a subset. kind: its subtype, of a composite font that of its
    descendant. widths: of codes (of a composite font: CIDs), in 1/1000 em; Type 3: in its own
    units. object: the dictionary, descendant: that of the glyphs (of a simple font the same).
    verticals: of CIDs of a vertical font the displacement w1 down the line, and the position vector
    v; default_vertical: where they are missing, v's height and w1 (9.7.4.3), all in 1/1000 em.
    """

    name: str
    kind: str
    is_composite: bool
    is_vertical: bool
    widths: Mapping[int, float]
    default_width: float
    unit: float
    object: Any = field(repr=False, compare=False)
    descendant: Any = field(repr=False, compare=False)
    verticals: Mapping[int, tuple[float, ...]] = field(default_factory=dict)
    default_vertical: tuple[float, float] = (880.0, -1000.0)

    @property
    def descriptor(self) -> Any:
        return entry(self.descendant, "/FontDescriptor")

    @property
    def program(self) -> Any:
        """The stream of the embedded font program, None where there is none."""
        found = (entry(self.descriptor, key) for key in _PROGRAMS)
        return next((stream for stream in found if isinstance(stream, pikepdf.Stream)), None)

    @property
    def has_glyphs(self) -> bool:
        """Whether the file holds the glyphs: in a font program, or as Type 3 procedures."""
        return self.kind == "Type3" or self.program is not None

    def codes(self, text: bytes) -> Sequence[int]:
        """The character codes of a string; of a composite font two bytes each."""
        if not self.is_composite:
            return text
        return [high << 8 | low for high, low in zip(text[::2], text[1::2], strict=False)]

    def width(self, code: int) -> float:
        """The advance of a code (em)."""
        return self.widths.get(code, self.default_width) * self.unit

    def down(self, code: int) -> float:
        """How far up a code of a vertical font moves along its line (em): mostly below 0."""
        return self.verticals.get(code, self.default_vertical[1:])[0] * self.unit

    def origin(self, code: int) -> tuple[float, float]:
        """The position vector v of a code of a vertical font (em)."""
        if code in self.verticals:
            _, x, y = self.verticals[code]
            return x * self.unit, y * self.unit
        return self.width(code) / 2, self.default_vertical[0] * self.unit


def font_of(thing: Any) -> Font:
    """A font as its dictionary describes it; what is missing or wrong counts as 0."""
    subtype = text_of(entry(thing, "/Subtype"))[1:]
    name = (text_of(entry(thing, "/BaseFont")) or text_of(entry(thing, "/Name")))[1:]
    name = name[7:] if name[6:7] == "+" else name
    if subtype == "Type0":
        below = next(iter(array_of(entry(thing, "/DescendantFonts"))), None)
        kind = text_of(entry(below, "/Subtype"))[1:]
        metrics = _cid_metrics(array_of(entry(below, "/W")), 1)
        widths = {cid: width for cid, (width,) in metrics.items()}
        default = _number(entry(below, "/DW"), 1000.0)
        is_vertical = text_of(entry(thing, "/Encoding")).endswith("V")
        font = Font(name, kind, True, is_vertical, widths, default, 0.001, thing, below)
        return _vertical(font) if is_vertical else font
    first = int(_number(entry(thing, "/FirstChar"), 0.0))
    widths = dict(enumerate(numbers_of(entry(thing, "/Widths")), first))
    missing = _number(entry(entry(thing, "/FontDescriptor"), "/MissingWidth"), 0.0)
    if not widths and subtype != "Type3":
        missing = missing or 500.0  # one of the 14 standard fonts, whose widths are not in the file
    unit = 0.001
    if subtype == "Type3":
        matrix = numbers_of(entry(thing, "/FontMatrix"))
        unit = abs(matrix[0]) if matrix else 0.001
    return Font(name, subtype, False, False, widths, missing, unit, thing, thing)


def _vertical(font: Font) -> Font:
    """A vertical font with its metrics (9.7.4.3)."""
    verticals = _cid_metrics(array_of(entry(font.descendant, "/W2")), 3)
    default = numbers_of(entry(font.descendant, "/DW2"))
    if len(default) == 2:
        return replace(font, verticals=verticals, default_vertical=(default[0], default[1]))
    return replace(font, verticals=verticals)


def _cid_metrics(items: list[Any], count: int) -> dict[int, tuple[float, ...]]:
    """The W or W2 array (9.7.4.3), of so many numbers a CID: `first [w w …]` or `first last w`."""
    metrics: dict[int, tuple[float, ...]] = {}
    at = 0
    while at + 1 < len(items):
        first = int(_number(items[at], 0.0))
        if isinstance(items[at + 1], pikepdf.Array):
            values = numbers_of(items[at + 1])
            starts = range(0, len(values) - count + 1, count)
            metrics.update(enumerate((tuple(values[i : i + count]) for i in starts), first))
            at += 2
        elif at + 1 + count < len(items):
            last = min(int(_number(items[at + 1], 0.0)), 0xFFFF)
            own = tuple(_number(item, 0.0) for item in items[at + 2 : at + 2 + count])
            metrics.update(dict.fromkeys(range(first, last + 1), own))
            at += 2 + count
        else:
            break
    return metrics


def _number(value: Any, missing: float) -> float:
    try:
        return missing if value is None else float(value)
    except (TypeError, ValueError):
        return missing
