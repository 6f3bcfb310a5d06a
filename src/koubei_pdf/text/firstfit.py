"""Lines broken one after the other, each as long as it can be: what to compare with."""

from __future__ import annotations

from collections.abc import Sequence

from .breaking import BrokenLine
from .breaktable import CUT_COST, EPSILON, MARK_CUT_COST, BreakTable, break_table, with_cuts
from .prepare import Prepared


def first_fit(
    paragraph: Prepared, measures: Sequence[float], *, indent: float = 0.0
) -> list[BrokenLine]:
    """The paragraph's lines when each takes as much as fits, squeezed if need be (先挤进后推出).

    What programs without a paragraph optimiser do: here to compare with.
    """
    if not paragraph.text:
        return [BrokenLine(0, 0, indent, measures[0], 0.0, True, 0.0)]
    table = break_table(paragraph, with_cuts(paragraph, measures, indent))
    lines: list[BrokenLine] = []
    place, last = 0, len(table.offsets) - 1
    while place < last:
        measure = measures[min(len(lines), len(measures) - 1)]
        free = measure - (0.0 if lines else indent)
        end = _farthest(table, place, free)
        natural = table.end_width[end] - table.start_width[place]
        start, stop = table.offsets[place], table.offsets[end]
        indented = 0.0 if lines else indent
        lines.append(BrokenLine(start, stop, indented, measure, natural, end == last, 0.0))
        place = end
    return lines


def _farthest(table: BreakTable, place: int, free: float) -> int:
    """The last break that a line from `place` reaches within `free` em; a cut if it must."""
    fits = cut = bare = place
    for at in range(place + 1, len(table.offsets)):
        need = table.end_width[at] - table.start_width[place] - free
        give = table.end_shrink[at] - table.start_shrink[place]
        give += table.end_last[at] - table.start_last[place] + table.hangs[at]
        if need > give + EPSILON:
            break
        cut = at
        if table.costs[at] < CUT_COST:
            fits = at
        elif table.costs[at] < MARK_CUT_COST:
            bare = at
    return next((end for end in (fits, bare) if end > place), max(cut, place + 1))
