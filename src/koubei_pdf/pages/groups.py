"""Pictures in a group: rows or columns whose edges all align, from the pictures' proportions.

Every way of parting the pictures, in their order, into rows is tried, and into columns. In a row
all are as high, and as wide together as the frame; the rows are then made as high together as the
frame, for which each picture is cropped by the same share. The way that crops least wins, unless
its smallest picture is much smaller than its largest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, pairwise
from math import log

from ..model.geometry import Rect

#: What unlike areas cost (of the logarithm of the largest by the smallest), as cropping does.
UNLIKE = 0.08


def arranged(proportions: Sequence[float], frame: Rect, gap: float) -> list[Rect]:
    """The places of pictures of these proportions (width by height) in a frame, `gap` pt apart."""
    turned = Rect(frame.y0, frame.x0, frame.y1, frame.x1)
    found: list[tuple[float, list[Rect]]] = []
    for parts in _partitions(len(proportions)):
        cost, cells = _rows(proportions, parts, frame, gap)
        found.append((cost, cells))
        cost, cells = _rows([1 / one for one in proportions], parts, turned, gap)
        found.append((cost, [Rect(cell.y0, cell.x0, cell.y1, cell.x1) for cell in cells]))
    return min(found, key=lambda way: round(way[0], 6))[1]


def _partitions(count: int) -> Iterator[list[range]]:
    """All ways of parting 0..count into ranges, those of the fewest first."""
    for cuts in range(count):
        for places in combinations(range(1, count), cuts):
            yield [range(start, end) for start, end in pairwise((0, *places, count))]


def _rows(
    proportions: Sequence[float], parts: Sequence[range], frame: Rect, gap: float
) -> tuple[float, list[Rect]]:
    """The cost of a way, and its cells; without end where the gaps fill the frame."""
    sums = [sum(proportions[number] for number in part) for part in parts]
    widths = [frame.width - gap * (len(part) - 1) for part in parts]
    height = frame.height - gap * (len(parts) - 1)
    if height <= 0 or min(widths) <= 0:
        return float("inf"), [frame] * len(proportions)
    natural = [width / total for width, total in zip(widths, sums, strict=True)]
    factor = height / sum(natural)
    cells: list[Rect] = []
    heads = accumulate((one * factor + gap for one in natural), initial=frame.y0)
    for part, total, width, high, head in zip(parts, sums, widths, natural, heads, strict=False):
        left = frame.x0
        for number in part:
            right = left + width * proportions[number] / total
            cells.append(Rect(left, head, right, head + high * factor))
            left = right + gap
    areas = [cell.width * cell.height for cell in cells]
    return abs(log(factor)) + UNLIKE * log(max(areas) / min(areas)), cells
