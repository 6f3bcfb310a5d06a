"""Where the lines of a prepared paragraph end: the least total cost over the paragraph.

A line from one legal break to another costs by how far its spaces leave their natural
width; the paragraph's breaks are the cheapest path (Knuth and Plass 1981, on prefix sums:
a Chinese line's rivals are found by arithmetic, not character by character).

Costs: a squeezed line 40·r², r = needed/possible squeeze (r ≤ 1); a stretched line
100·(g/0.1)², g = widening of one gap in em, plus 30 a line so that fewer lines win ties;
a last line of a single character 800 (孤字, CLREQ 3.4.4), of two 60.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from operator import itemgetter

from .prepare import Prepared

#: Widths closer than this (em) are equal: type areas are whole em, advances are floats.
EPSILON = 1e-6

_SQUEEZE_COST = 40.0
_STRETCH_COST = 100.0
_STRETCH_UNIT = 0.1
_LINE_COST = 30.0
_SINGLE_COST = 800.0
_PAIR_COST = 60.0
#: A word wider than its measure, each em over it: only where nothing else is possible.
_OVER_COST = 1e6
#: How much narrower than the measure a line may be before only emergencies use it (em).
_LOOSE = (1.6, 4.0, 1e9)


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """Characters start..end on one line of `measure` em, indented by `indent` em.

    `natural` is the line's width (em) with its edges trimmed; the last line is not justified.
    """

    start: int
    end: int
    indent: float
    measure: float
    natural: float
    last: bool
    cost: float


@dataclass(frozen=True, slots=True)
class _Table:
    """Per legal break: widths, squeeze and stretch up to it, as a line's start and as its end."""

    offsets: Sequence[int]
    start_width: Sequence[float]
    end_width: Sequence[float]
    start_shrink: Sequence[float]
    end_shrink: Sequence[float]
    start_stretch: Sequence[int]
    end_stretch: Sequence[int]


def break_lines(
    paragraph: Prepared, measures: Sequence[float], *, indent: float = 0.0
) -> list[BrokenLine]:
    """The paragraph's lines on `measures` em (the last repeats), the first indented.

    Empty text gives one empty line. A word longer than its line stands alone on it, over
    the measure: the caller reports it.
    """
    if not paragraph.text:
        return [BrokenLine(0, 0, indent, measures[0], 0.0, True, 0.0)]
    table = _table(paragraph)
    search = _Search(paragraph, table, measures, indent)
    for looseness in _LOOSE:
        if search.run(looseness):
            return search.lines()
    raise AssertionError("the last looseness admits any line")


def _table(paragraph: Prepared) -> _Table:
    offsets = list(paragraph.breaks)
    if offsets[0]:
        offsets.insert(0, 0)
    if len(offsets) == 1:
        offsets.append(offsets[0])
    widths, shrink, stretch = paragraph.widths, paragraph.shrink, paragraph.stretch
    at = itemgetter(*offsets)
    start_width, start_shrink = list(at(widths)), list(at(shrink))
    end_width, end_shrink = start_width.copy(), start_shrink.copy()
    places = {offset: place for place, offset in enumerate(offsets)}
    # What a line's edge takes away cannot be squeezed once more.
    for index, amount in paragraph.lead.items():
        place = places.get(index)
        if place is not None:
            start_width[place] += amount
            start_shrink[place] = shrink[index + 1]
    for index, amount in paragraph.tail.items():
        place = places.get(index + 1)
        if place is not None:
            end_width[place] -= amount
            end_shrink[place] = shrink[index]
    if paragraph.tracking:
        end_width = [width - paragraph.tracking for width in end_width]
    # Space goes between characters: the place after a line's last one does not count.
    end_stretch = at([0, *stretch[:-1]])
    return _Table(
        offsets, start_width, end_width, start_shrink, end_shrink, at(stretch), end_stretch
    )


def _last_cost(paragraph: Prepared, start: int) -> float:
    """Cost of a last line that begins at `start`: single characters are to be avoided."""
    kinds = paragraph.classes[start : start + 12]
    count = sum(1 for kind in kinds if kind in "hl9")
    if start == 0 or count > 2:
        return 0.0
    return _SINGLE_COST if count <= 1 else _PAIR_COST


class _Search:
    """The cheapest way to each (line number, break); line numbers beyond the measures are one.

    State `level · breaks + place` stands for lines broken so far and the place reached.
    """

    def __init__(
        self, paragraph: Prepared, table: _Table, measures: Sequence[float], indent: float
    ) -> None:
        self.paragraph, self.table = paragraph, table
        self.measures, self.indent = measures, indent
        self.count = len(table.offsets)
        self.cost: list[float] = []
        self.before: list[int] = []

    def run(self, looseness: float) -> bool:
        """Search with lines up to `looseness` em short; whether the text's end was reached."""
        size = self.count * len(self.measures)
        self.cost = [inf] * size
        self.before = [-1] * size
        self.cost[0] = 0.0
        for level in range(len(self.measures)):
            self._level(level, looseness)
        return min(self._finals())[0] < inf

    def _finals(self) -> list[tuple[float, int]]:
        last = self.count - 1
        states = range(last, len(self.cost), self.count)
        return [(self.cost[state], state) for state in states]

    def _level(self, level: int, looseness: float) -> None:
        """Set lines from every break that is reached on this level."""
        cost, before, count = self.cost, self.before, self.count
        table, measure = self.table, self.measures[level]
        start_width, end_width = table.start_width, table.end_width
        start_shrink, end_shrink = table.start_shrink, table.end_shrink
        start_stretch, end_stretch = table.start_stretch, table.end_stretch
        here = level * count
        there = min(level + 1, len(self.measures) - 1) * count
        last = count - 1
        forced = looseness >= _LOOSE[-1]
        end = 1
        for place in range(last):
            so_far = cost[here + place]
            if so_far == inf:
                continue
            target = start_width[place] + measure
            if place == 0 and level == 0:
                target -= self.indent
            end = max(end, place + 1)
            while end < last and end_width[end] < target - looseness:
                end += 1
            first = at = end if not forced else place + 1
            while at < count:
                spare = target - end_width[at]
                if spare > EPSILON:
                    gap = spare / ((end_stretch[at] - start_stretch[place]) or 1)
                    price = _LINE_COST + _STRETCH_COST * (gap / _STRETCH_UNIT) ** 2
                elif spare >= -EPSILON:
                    price = _LINE_COST
                else:
                    squeeze = end_shrink[at] - start_shrink[place]
                    if squeeze + spare >= -EPSILON:
                        price = _LINE_COST + _SQUEEZE_COST * (spare / squeeze) ** 2
                    elif forced and at == first:
                        price = _OVER_COST * -spare
                    else:
                        break
                if at == last:
                    price = min(price, _LINE_COST) if spare > 0 else price
                    price += _last_cost(self.paragraph, table.offsets[place])
                if so_far + price < cost[there + at]:
                    cost[there + at] = so_far + price
                    before[there + at] = here + place
                at += 1
            if place == 0:
                end = 1

    def lines(self) -> list[BrokenLine]:
        """The lines of the cheapest way to the text's end."""
        states = [min(self._finals())[1]]
        while states[-1]:
            states.append(self.before[states[-1]])
        states.reverse()
        table, count = self.table, self.count
        found: list[BrokenLine] = []
        for number, (start, end) in enumerate(pairwise(states)):
            first, last = start % count, end % count
            found.append(
                BrokenLine(
                    table.offsets[first],
                    table.offsets[last],
                    0.0 if number else self.indent,
                    self.measures[min(number, len(self.measures) - 1)],
                    table.end_width[last] - table.start_width[first],
                    end == states[-1],
                    self.cost[end] - self.cost[start],
                )
            )
        return found
