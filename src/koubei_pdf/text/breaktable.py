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

#: What is wider than its measure is cut: between a word and a number, within a word, within a
#: number, or so that a mark stands where none may.
#: The last three cost more than any loose line: only what fits on no line is cut so.
CUT_COST, WORD_CUT_COST, NUMBER_CUT_COST, MARK_CUT_COST = 1e4, 1e7, 2e7, 1e8


@dataclass(frozen=True, slots=True)
class BreakTable:
    """Per break: widths and what gives way up to it, as a line's start and as its end.

    hangs: what of a line that ends there may stand beyond it (em).
    """

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
    hangs: Sequence[float]


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


def _costs(paragraph: Prepared, offsets: Sequence[int]) -> list[float]:
    """What a line's end costs at each of these offsets, besides the line."""
    given = paragraph.break_costs
    costs = [given.get(offset, 0.0) for offset in offsets] if given else [0.0] * len(offsets)
    if len(offsets) == len(paragraph.breaks) + 1:
        return costs
    legal = {0, *paragraph.breaks}
    return [
        cost if offset in legal else _cut_cost(paragraph.text, paragraph.classes, offset)
        for offset, cost in zip(offsets, costs, strict=True)
    ]


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
    hangs = [0.0] * len(offsets)
    for index, amount in paragraph.hang.items():
        place = index_of.get(index + 1)
        if place is not None:
            hangs[place] = amount
    for offset, width in paragraph.hyphens.items():
        place = index_of.get(offset)
        if place is not None:
            end_width[place] += width + paragraph.tracking
    if paragraph.tracking:
        end_width = [width - paragraph.tracking for width in end_width]

    # Space goes between characters: what follows a line's last one does not count.
    return BreakTable(
        offsets,
        _costs(paragraph, offsets),
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
        hangs,
    )


def _cut_cost(text: str, kinds: str, offset: int) -> float:
    """The price of a cut before `offset`, where no line may end."""
    before, after = kinds[offset - 1], kinds[offset]
    around = kinds[max(offset - 2, 0) : offset + 2]
    if after in "de" and before not in "deoy/":  # what level strict keeps from line starts
        return CUT_COST
    if after not in "l9whfy" or text[offset] in "．：，" or before not in "l9wxuhn ":
        return MARK_CUT_COST
    if after == "9" and (before in "9x" or around[:2] == "9n"):
        return NUMBER_CUT_COST
    is_word = before == after or around[:3] == "lwl" or around[-3:] == "lwl"
    return WORD_CUT_COST if is_word else CUT_COST
