"""Where lines under the text run: proper names and book titles (CLREQ 5.6.1).

A line is as long as its text, through gaps that justification made, one piece a line of text.
Of two that meet, each gives way at the facing end (not more than ⅛ em).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.style import BLACK, Ink, Spot
from .feature import SetLine, Stretch

#: The marks that have lines.
LINES = frozenset({"name", "book"})

#: In em: the line's middle below the baseline, its weight, what it gives way to a neighbour.
DEPTH, WEIGHT, APART = 0.2, 0.045, 1 / 16
#: No press holds a thinner line (pt); of tints and several inks it must be heavier.
LEAST, LEAST_OF_INKS = 0.25, 0.5


def pieces(
    line: SetLine, stretches: Sequence[Stretch], mark: str
) -> Iterator[tuple[Stretch, float, float]]:
    """Left and right end (pt) of each line of a mark; a title's line goes on under names."""
    parts = [(stretch, *line.part(stretch)) for stretch in stretches if stretch.mark in LINES]
    titles = [(first, last) for stretch, first, last in parts if stretch.mark == "book"]
    shown = [
        (stretch, first, last)
        for stretch, first, last in parts
        if first < last and (stretch.mark == "book" or not _within(first, last, titles))
    ]
    starts, ends = {first for _, first, _ in shown}, {last for _, _, last in shown}
    for stretch, first, last in shown:
        if stretch.mark == mark:
            left = line.left[first] + (APART * line.size if first in ends else 0.0)
            right = line.left[last - 1] + line.own[last - 1]
            yield stretch, left, right - (APART * line.size if last in starts else 0.0)


def _within(first: int, last: int, titles: Sequence[tuple[int, int]]) -> bool:
    return any(start <= first and last <= end for start, end in titles)


def weight(size: float, ink: Ink) -> float:
    """The weight (pt) of lines under type of that size (pt) in that ink."""
    is_solid = ink.percent == 100 if isinstance(ink, Spot) else ink == BLACK
    return max(WEIGHT * size, LEAST if is_solid else LEAST_OF_INKS)
