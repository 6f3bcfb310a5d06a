"""The band of figures that a job is known by: large, on a ground, with even room between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from .look import EM, FIGURE, GREY, LABEL, MIST, TEAL, UNIT, WIDTH, Style, Typesetter
from .pieces import Piece, beside, fill, stack

#: Beside what was held against the press file.
TICK = "✓"
TICKED = Style("hei-bold", 7.5, 13, TEAL)

_EDGE, _ABOVE = EM, 8.5
#: Between a figure and its unit, a label and its tick (pt).
_SPACE = 3.0
_TICK_WIDTH = 9.0
#: A line to write a figure on.
_LINE = 8 * EM


class Figure(NamedTuple):
    """A figure with its label; "" is a line to write it on. is_held: against the press file."""

    label: str
    value: str
    unit: str = ""
    is_held: bool = False


def band(figures: Sequence[Figure], setter: Typesetter) -> Piece:
    """Figures side by side over the whole width."""
    widths = [_width(figure, setter) for figure in figures]
    gap = (WIDTH - 2 * _EDGE - sum(widths)) / (len(figures) - 1)
    starts = accumulate((width + gap for width in widths[:-1]), initial=_EDGE)
    placed = [(x, _set(figure, setter)) for x, figure in zip(starts, figures, strict=True)]
    return beside(placed).padded(_ABOVE, _ABOVE).on(MIST, WIDTH)


def _width(figure: Figure, setter: Typesetter) -> float:
    label = setter.width(figure.label, LABEL) + (_SPACE + _TICK_WIDTH) * figure.is_held
    unit = setter.width(figure.unit, UNIT) + _SPACE if figure.unit else 0.0
    value = setter.width(figure.value, FIGURE) + unit if figure.value else _LINE
    return max(label, value)


def _set(figure: Figure, setter: Typesetter) -> Piece:
    label = [(0.0, setter.set(figure.label, LABEL))]
    if figure.is_held:
        end = setter.width(figure.label, LABEL)
        label.append((end + _SPACE, setter.set(TICK, TICKED)))
    if not figure.value:
        line = Piece(FIGURE.leading, (fill(0, FIGURE.size, _LINE, 0.5, GREY),))
        return stack([beside(label), line])
    end = setter.width(figure.value, FIGURE)
    down = FIGURE.leading - UNIT.leading - 2.3  # on the figure's baseline
    value = [(0.0, setter.set(figure.value, FIGURE))]
    value.append((end + _SPACE, setter.set(figure.unit, UNIT).padded(down, 0)))
    return stack([beside(label), beside(value)])
