"""Book-title lines 书名号甲式: a wavy line under titles of works (CLREQ 5.2, 5.6.1)."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.art import Outline
from ...model.book import Shape
from .feature import Feature, InlineItem, SetLine, Stretch
from .underlines import DEPTH, pieces, weight

#: A wave's length and its height from the middle (em).
LENGTH, HEIGHT = 0.32, 0.055

#: Control points of the curve nearest to half a wave of a sine: along it, and in its height.
_ALONG, _UP = 0.3642, 4 / 3


def draw(line: SetLine, stretches: Sequence[Stretch]) -> list[InlineItem]:
    """A wave for each title, or part of one, on the line."""
    return [
        Shape(
            wave(x0, x1, line.y + DEPTH * line.size, line.size),
            line.ink,
            stretch.run.span,
            "book",
            weight(line.size, line.ink),
        )
        for stretch, x0, x1 in pieces(line, stretches, "book")
    ]


def wave(x0: float, x1: float, y: float, size: float) -> Outline:
    """Half waves, up and down in turn, as many as fill x0..x1 best."""
    count = max(2, round((x1 - x0) / (LENGTH * size / 2)))
    step = (x1 - x0) / count
    coords = [x0, y]
    for number in range(count):
        x = x0 + number * step
        peak = y + (-1 if number % 2 == 0 else 1) * _UP * HEIGHT * size
        coords += [x + _ALONG * step, peak, x + (1 - _ALONG) * step, peak, x + step, y]
    return Outline("m" + "c" * count, tuple(coords))


BOOK = Feature("book", between_lines=True, draw=draw)
