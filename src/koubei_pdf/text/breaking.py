"""Where the lines of a prepared paragraph end: the least total cost over the paragraph.

A line from one legal break to another costs by how far its spaces leave their natural
width; the paragraph's breaks are the cheapest path (Knuth and Plass 1981, on prefix sums:
a Chinese line's rivals are found by arithmetic, not character by character).

The cost of a line, in points of annoyance:

- 10 for being there, so that fewer lines win;
- squeezed: up to 12 while brackets, pauses and gaps give way (by the square of the share
  used), up to 40 more for the marks that end sentences;
- widened: up to 8 while Western spaces and Han–Western gaps grow, then by the widening g (em)
  of every place between characters: 60 for any that the eye can see (g > 0.02), and
  100·(g/0.1)², so that one bad line costs more than several slightly loose ones;
- where the last mark hangs, the line is priced without it;
- a line loose to the eye directly below another: 15;
- a last line of one character: 2000 (孤字, CLREQ 3.4.4); of two, or shorter than the next
  paragraph's indent: 60;
- broken wishes and addresses: what `cohesion` says; cuts in what is wider than the measure:
  what `breaktable` says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from .breaktable import EPSILON, BreakTable, break_table, with_cuts
from .prepare import Prepared

LINE_COST = 10.0
SQUEEZE_COST, LAST_SQUEEZE_COST = 12.0, 40.0
FLEX_COST = 8.0
VISIBLE, VISIBLE_COST = 0.02, 60.0
STRETCH_COST, STRETCH_UNIT = 100.0, 0.1
LOOSE_PAIR_COST = 15.0
SINGLE_COST, PAIR_COST = 2000.0, 60.0
#: What fits on no line, each em that it sticks out.
OVER_COST = 1e9
#: How much narrower than the measure a line may be before only emergencies use it (em).
_LOOSE = (1.6, 4.0, 1e9)


class BrokenLine(NamedTuple):
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


def break_lines(
    paragraph: Prepared,
    measures: Sequence[float],
    *,
    indent: float = 0.0,
    count: int | None = None,
    through: Sequence[int] = (),
) -> list[BrokenLine]:
    """The paragraph's lines on `measures` em (the last repeats), the first indented.

    count: the number of lines wanted; through: offsets, in order, that must end lines (legal
    breaks, or cuts); [] where the paragraph cannot be set so.
    Empty text gives one empty line. A word wider than its line is cut; a character wider
    than its line stands alone on it.
    """
    if not paragraph.text:
        return [BrokenLine(0, 0, indent, measures[0], 0.0, True, 0.0)] if count in (None, 1) else []
    if count is not None:
        last = len(measures) - 1
        measures = [measures[min(level, last)] for level in range(count + 1)]
    if count is None and not through:
        natural = paragraph.natural(0, len(paragraph.text))
        if natural <= measures[0] - indent + EPSILON:
            return [_only_line(paragraph, indent, measures[0], natural)]
    table = break_table(
        paragraph, sorted({*paragraph.breaks, *through}) if through else paragraph.breaks
    )
    search = _Search(paragraph, table, measures, indent, count, through)
    found: list[BrokenLine] = []
    for looseness in _LOOSE:
        if search.run(looseness):
            lines = search.lines()
            found = min(found, lines, key=_total) if found else lines
            # Where a line is bad, one that is looser elsewhere may be the lesser evil.
            if max(line.cost for line in found) < SINGLE_COST:
                break
    if found:
        return found
    if count is not None or through:
        return []
    cuts = break_table(paragraph, with_cuts(paragraph, measures, indent))
    search = _Search(paragraph, cuts, measures, indent, count)
    if not search.run(_LOOSE[-1]):
        search.run(_LOOSE[-1], forced=True)
    return search.lines()


def first_indent(paragraph: Prepared, wanted: float, measure: float) -> float:
    """The first line's indent on a measure where a style wants `wanted` (em).

    Two em are one in columns that the house calls narrow (CLREQ 3.4.1 / 6.2.1.1). A reading has
    room over the indent: what a line that begins with it gives up is part of it.
    """
    is_narrow = measure < paragraph.rules.narrow - EPSILON
    indent = 1.0 if is_narrow and wanted == 2.0 else wanted
    given_up = min(paragraph.lead.get(0, 0.0), 0.0)
    return max(indent + given_up, min(indent, 0.0)) if given_up else indent


def _only_line(paragraph: Prepared, indent: float, measure: float, natural: float) -> BrokenLine:
    """A paragraph that fits on one line as it is."""
    return BrokenLine(0, len(paragraph.text), indent, measure, natural, True, LINE_COST)


def _total(lines: Sequence[BrokenLine]) -> float:
    return sum(line.cost for line in lines)


def _last_cost(paragraph: Prepared, start: int) -> float:
    """Cost of a last line that begins at `start`: single characters, and what is no wider, as a
    number of two digits, are to be avoided."""
    if start == 0:
        return 0.0
    kinds = paragraph.classes[start : start + 12]
    count = kinds.count("h") + (kinds.count("l") + kinds.count("9")) / 2
    return 0.0 if count > 2 else SINGLE_COST if count <= 1 else PAIR_COST


def _squeeze_cost(need: float, shrink: float, last: float) -> float:
    """The cost of a line `need` em too long that can give `shrink` em, and then `last` em."""
    if need <= shrink + EPSILON:
        return SQUEEZE_COST * (need / shrink) ** 2 if shrink else SQUEEZE_COST
    return SQUEEZE_COST + LAST_SQUEEZE_COST * ((need - shrink) / last) ** 2


class _Search:
    """The cheapest way to each (line number, break); line numbers beyond the measures are one.

    State `2 · (level · breaks + place) + loose` stands for the lines broken so far, the place
    reached, and whether the last line is loose to the eye.
    """

    def __init__(
        self,
        paragraph: Prepared,
        table: BreakTable,
        measures: Sequence[float],
        indent: float,
        count: int | None,
        through: Sequence[int] = (),
    ) -> None:
        self.paragraph, self.table = paragraph, table
        self.measures, self.indent, self.count = measures, indent, count
        self.places = len(table.offsets)
        self.through = [table.offsets.index(offset) for offset in (*through, table.offsets[-1])]
        self.forced = False
        self.cost: list[float] = []
        self.before: list[int] = []

    def run(self, looseness: float, *, forced: bool = False) -> bool:
        """Search with lines up to `looseness` em short; whether the text's end was reached.

        forced: what fits on no line stands on one all the same, over the measure.
        """
        self.forced = forced
        size = 2 * self.places * len(self.measures)
        self.cost = [inf] * size
        self.before = [-1] * size
        self.cost[0] = 0.0
        reached = range(1)
        # No line begins after the last of the wanted ones.
        for level in range(len(self.measures) if self.count is None else self.count):
            reached = self._level(level, looseness, reached)
        return min(self._finals())[0] < inf

    def _finals(self) -> list[tuple[float, int]]:
        """Cost and state of each way to the text's end, in the wanted number of lines."""
        levels = range(len(self.measures)) if self.count is None else (self.count,)
        ends = [2 * (level * self.places + self.places - 1) for level in levels]
        return [(self.cost[state + loose], state + loose) for state in ends for loose in (0, 1)]

    def _level(self, level: int, looseness: float, reached: range) -> range:
        """Set lines from every break that is `reached` on this level; the places that they reach.

        On the last of the measures these are all that follow.
        """
        cost, table, places = self.cost, self.table, self.places
        if level == len(self.measures) - 1:
            reached = range(reached.start, places)
        first, farthest = places, 0
        here = 2 * level * places
        there = 2 * min(level + 1, len(self.measures) - 1) * places
        end_width, last = table.end_width, places - 1
        free = len(self.through) == 1
        end = 1
        for place in reached[: last - reached.start]:
            state = here + 2 * place
            if cost[state] == cost[state + 1] == inf:
                continue
            target = table.start_width[place] + self.measures[level]
            if place == 0 and level == 0:
                target -= self.indent
            if end <= place:
                end = place + 1
            shortest = target - looseness
            while end < last and end_width[end] < shortest:
                end += 1
            stop = last if free else self.through[bisect_right(self.through, place)]
            first = min(first, end)
            farthest = max(farthest, self._lines_from(place, end, stop, target, state, there))
            if place == 0:
                end = 1
        return range(first, farthest + 1)

    def _lines_from(
        self, place: int, end: int, stop: int, target: float, state: int, there: int
    ) -> int:
        """Set the lines from `place` to `end` and beyond, as far as `target` em hold them.

        None goes beyond `stop`. Returns the farthest place that was tried.

        The innermost loop of the program: names are local and sums are differences of lists.
        """
        cost, before, table = self.cost, self.before, self.table
        end_width, costs = table.end_width, table.costs
        shrink = last_shrink = 0.0
        shrink_so_far, last_so_far = table.start_shrink[place], table.start_last[place]
        at, last = place, self.places - 1
        tight, loose = cost[state], cost[state + 1]
        best, best_state = (tight, state) if tight <= loose else (loose, state + 1)
        for at in range(end, stop + 1):
            spare = target - end_width[at]
            to = there + 2 * at
            if spare < -EPSILON:
                shrink = table.end_shrink[at] - shrink_so_far
                last_shrink = table.end_last[at] - last_so_far
                if spare + shrink + last_shrink < -EPSILON:
                    # What cannot be squeezed hangs, and the line is filled without it.
                    spare += table.hangs[at]
            if spare > EPSILON and at < last:
                price = self._stretched(place, at, spare)
                if price > VISIBLE_COST:
                    # A line loose to the eye below another loose one costs more.
                    again = loose + LOOSE_PAIR_COST
                    price += LINE_COST + costs[at] + min(tight, again)
                    if price < cost[to + 1]:
                        cost[to + 1] = price
                        before[to + 1] = state if tight <= again else state + 1
                    continue
            elif spare >= -EPSILON:
                price = 0.0
            elif spare + shrink + last_shrink >= -EPSILON:
                price = _squeeze_cost(-spare, shrink, last_shrink)
            elif self.forced and at == end:
                price = OVER_COST * -spare
            else:
                break
            price += LINE_COST + costs[at] + best
            if at == last:
                price += _last_cost(self.paragraph, table.offsets[place])
            if price < cost[to]:
                cost[to] = price
                before[to] = best_state
        return at

    def _stretched(self, place: int, at: int, spare: float) -> float:
        """The price of a line `spare` em too short: over VISIBLE_COST if the eye can see it."""
        table = self.table
        flex = table.end_grow[at] - table.start_grow[place]
        if spare <= flex:
            return FLEX_COST * (spare / flex) ** 2
        gaps = table.end_places[at] - table.start_places[place]
        gap = (spare - flex) / (gaps or 1)
        price = FLEX_COST + STRETCH_COST * (gap / STRETCH_UNIT) ** 2
        return price + VISIBLE_COST if gap > VISIBLE else price

    def lines(self) -> list[BrokenLine]:
        """The lines of the cheapest way to the text's end."""
        states = [min(self._finals())[1]]
        while states[-1] > 1:
            states.append(self.before[states[-1]])
        states.reverse()
        table, places = self.table, self.places
        found: list[BrokenLine] = []
        for number, (start, end) in enumerate(pairwise(states)):
            first, last = start // 2 % places, end // 2 % places
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
