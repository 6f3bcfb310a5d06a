"""The breaks of a paragraph as a table of sums, so that any line is a matter of differences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from .prepare import Prepared

#: Widths closer than this (em) are equal: a column a rounding short of 22 em still holds
#: 22 characters (at 10 pt this is geometry.TOLERANCE).
EPSILON = 5e-4

#: A word wider than its measure: cutting it, and cutting it so that a mark stands where none may.
CUT_COST, MARK_CUT_COST = 1e4, 1e5


@dataclass(frozen=True, slots=True)
class BreakTable:
    """Per break: widths and what gives way up to it, as a line's start and as its end."""

    offsets: Sequence[int]
    costs: Sequence[float]
    start_width: Sequence[float]
    end_width: Sequence[float]
    start_shrink: Sequence[float]
    end_shrink: Sequence[float]
    start_last: Sequence[float]
    end_last: Sequence[float]
    start_grow: Sequence[float]
    end_grow: Sequence[float]
    start_places: Sequence[int]
    end_places: Sequence[int]


def with_cuts(paragraph: Prepared, measures: Sequence[float], indent: float) -> list[int]:
    """The legal breaks, and any place within words that some line cannot hold."""
    offsets = [0, *paragraph.breaks]
    room = min(*measures, measures[0] - indent)
    found: list[int] = []
    for start, end in pairwise(offsets):
        if paragraph.widths[end] - paragraph.widths[start] > room:
            kinds = paragraph.classes
            found.extend(k for k in range(start + 1, end) if kinds[k] != "a")
        found.append(end)
    return found


def break_table(paragraph: Prepared, breaks: Sequence[int]) -> BreakTable:
    offsets = [offset for offset in breaks if offset]
    offsets.insert(0, 0)
    shrink, shrink_last = paragraph.shrink, paragraph.shrink_last
    grow, places = paragraph.grow, paragraph.places
    at = itemgetter(*offsets)
    start_width = list(at(paragraph.widths))
    start_shrink, start_last, start_grow = list(at(shrink)), list(at(shrink_last)), at(grow)
    end_width, end_shrink, end_last = start_width.copy(), start_shrink.copy(), start_last.copy()
    index_of = {offset: place for place, offset in enumerate(offsets)}
    # What a line's edge takes away cannot be squeezed once more.
    for index, amount in paragraph.lead.items():
        place = index_of.get(index)
        if place is not None:
            start_width[place] += amount
            start_shrink[place] = shrink[index + 1]
    for index, amount in paragraph.tail.items():
        place = index_of.get(index + 1)
        if place is not None:
            end_width[place] -= amount
            trimmed = paragraph.last_mark(index + 1)
            end_shrink[place] = shrink[trimmed]
            end_last[place] = shrink_last[trimmed]
    for index, amount in paragraph.hang.items():
        place = index_of.get(index + 1)
        if place is not None:
            end_shrink[place] += amount
    if paragraph.tracking:
        end_width = [width - paragraph.tracking for width in end_width]
    costs = [0.0] * len(offsets)
    for offset, cost in paragraph.break_costs.items():
        if offset in index_of:
            costs[index_of[offset]] = cost
    if len(offsets) > len(paragraph.breaks) + 1:
        legal = {0, *paragraph.breaks}
        costs = [
            cost if offset in legal else _cut_cost(paragraph.classes, offset)
            for offset, cost in zip(offsets, costs, strict=True)
        ]

    # Space goes between characters: what follows a line's last one does not count.
    return BreakTable(
        offsets,
        costs,
        start_width,
        end_width,
        start_shrink,
        end_shrink,
        start_last,
        end_last,
        start_grow,
        at([grow[0], *grow]),
        at(places),
        at([places[0], *places]),
    )


def _cut_cost(kinds: str, offset: int) -> float:
    """Better within a word than so that a mark starts the next line or ends this one."""
    bare = kinds[offset] in "l9wh" and kinds[offset - 1] in "l9wxuh "
    return CUT_COST if bare else MARK_CUT_COST
