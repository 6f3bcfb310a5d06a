"""Names and offices at equal widths, as Chinese colophons and portraits have them."""

from __future__ import annotations

from ..model.content import Run
from ..text.breaking import BrokenLine
from ..text.display import is_short_han
from ..text.prepare import Prepared

#: Names of two characters are spread to the width of three (王　艳 beside 周毓辉), in em.
NAME_WIDTH = 3.0


def solid(name: Run) -> Run:
    """A name without typed spaces between its characters: the setting spreads it."""
    text = name.text.replace(" ", "").replace("\u3000", "")
    return Run(text, name.span) if is_short_han(text) else name


def name_width(prepared: Prepared) -> float:
    """How wide (em) a name stands: one of two Han characters as wide as one of three."""
    natural = prepared.widths[-1]
    return NAME_WIDTH if is_short_han(prepared.text) and natural < NAME_WIDTH else natural


def spread(prepared: Prepared, measure: float) -> BrokenLine:
    """All of a text on a line, its characters spread evenly over `measure` em."""
    size = len(prepared.text)
    natural = prepared.widths[size]
    return BrokenLine(0, size, 0.0, max(measure, natural), natural, False, 0.0)
