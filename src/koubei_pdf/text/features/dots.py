"""Emphasis dots 着重号: below each character, its marks excepted (CLREQ 5.3.1, 5.6.1; JLREQ 3.3.9).

The dot has a cell of half the size; it goes with the character, also where the line is stretched.
Where a line runs under the text too, the dot stands below it; where letters have descenders, all
dots of the stretch stand below these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.art import Outline
from ...model.book import Shape
from ...model.geometry import circle
from ..chars import DIGIT, HAN, LETTER
from .feature import Feature, InlineItem, SetLine, Stretch
from .underlines import LINES

#: Letters that reach as far below the baseline as a line does.
_DESCENDING = frozenset("gjpqy")
#: In em: the dot, and its middle below the baseline, without and with a line. On a grid of 1.7 the
#: readings of the next line (the highest is ǜ) reach up to 0.3 em below this one's baseline: the
#: dot ends above them.
DIAMETER, DEPTH, DEPTH_UNDER_LINE = 0.17, 0.21, 0.4


def draw(line: SetLine, stretches: Sequence[Stretch]) -> list[InlineItem]:
    """One shape a stretch with all its dots on the line."""
    lined = {
        index
        for stretch in stretches
        if stretch.mark in LINES
        for index in range(*line.part(stretch))
    }
    items: list[InlineItem] = []
    for stretch in stretches:
        if stretch.mark == "dots":
            coords = [part for one in _centres(line, stretch, lined) for part in circle(*one)]
            if coords:
                outline = Outline("mcccch" * (len(coords) // 26), tuple(coords))
                items.append(Shape(outline, line.ink, stretch.run.span, "dots"))
    return items


def _centres(
    line: SetLine, stretch: Stretch, lined: set[int]
) -> Iterator[tuple[float, float, float]]:
    """Middle and radius of each dot (pt)."""
    is_deep = not _DESCENDING.isdisjoint(stretch.run.text)
    for index in range(*line.part(stretch)):
        if line.kinds[index] in HAN + LETTER + DIGIT and line.own[index]:
            depth = DEPTH_UNDER_LINE if is_deep or index in lined else DEPTH
            x = line.left[index] + line.own[index] / 2
            yield x, line.y + depth * line.size, DIAMETER / 2 * line.size


DOTS = Feature("dots", between_lines=True, draw=draw)
