"""Lines alone at a column's head or foot (孤行, CLREQ 7.1.2), and how a column is spared them.

So are balanced columns that a heading, which cannot stand at a foot, leaves unequal. Cheapest
first: a paragraph near the break is set on a line fewer or more, where that is hardly seen; else
the column ends a row early, or two; else such a paragraph may be seen to be looser; else all breaks
are found together (`column_breaks`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product

from .balance import balance, targets, unevenness
from .column_breaks import best_way, is_alone, is_deserted
from .flow import Flow, FlowResult, PlacedLine, PlacedRow

#: What a paragraph on another number of lines may cost more (see text.breaking): about one line
#: that is loose to the eye.
MOST_EXTRA = 160.0
#: The same where nothing else helps: about two such lines.
WORST_EXTRA = 320.0
#: How many paragraphs are tried before the break, and after it.
REACH = 8


@dataclass(frozen=True, slots=True)
class Setting:
    """A flow as it was placed: its result and the rows that each column was given.

    balanced: the columns that shall end level.
    """

    flow: Flow
    result: FlowResult
    capacities: list[int]
    balanced: Sequence[bool] = ()

    @property
    def uneven(self) -> int:
        """Rows by which balanced columns differ, beyond the one that is allowed."""
        return unevenness(self.flow, self.result, self.balanced)

    @property
    def faults(self) -> tuple[int, int]:
        """Lines alone, then rows by which balanced columns are uneven."""
        return len(self.strays), self.uneven

    @property
    def strays(self) -> list[PlacedLine]:
        """The last lines of columns that part a paragraph's first line or last line from it, or a
        heading, in a column too short for both, from what it heads."""
        return [
            before
            for before, after in pairwise(self.result.lines)
            if isinstance(before, PlacedLine)
            and before.column != after.column
            and (is_alone(self.flow, before, after) or is_deserted(self.flow, before, after))
        ]


def spare_strays(flow: Flow, rows: Sequence[int], balanced: Sequence[bool]) -> Setting:
    """Place the copy in columns of `rows` rows; with as few lines alone as can be.

    balanced: the columns that may be shortened, and shall end level. Every round mends a fault or
    more; more rounds than there are columns seldom help.
    """
    setting = Setting(flow, *balance(flow, rows, balanced), balanced)
    for _ in rows:
        if setting.result.overset or not any(setting.faults):
            break
        better = _better(setting, rows, balanced)
        if better is None:
            break
        setting = better
    if setting.result.overset or not any(setting.faults):
        return setting
    return _together(setting, flow, rows, balanced)


def _together(
    setting: Setting, flow: Flow, rows: Sequence[int], balanced: Sequence[bool]
) -> Setting:
    """The best of all breaks of a flow, if that is better than a setting of it.

    Even columns are not bought with lines alone, nor with a heading parted from its text.
    """
    best, most = setting, len(setting.strays)
    for capacities in targets(flow, rows, balanced):
        found = best_way(flow, capacities, balanced, WORST_EXTRA)
        if found is None:
            continue
        way = Setting(*found, balanced)
        is_better = sum(way.faults) < sum(best.faults) and len(way.strays) <= most
        if is_better and not way.result.overset:
            best = way
        if not any(best.faults):
            break
    return best


def _better(setting: Setting, rows: Sequence[int], balanced: Sequence[bool]) -> Setting | None:
    """The cheapest way found to have fewer faults."""
    most = setting.faults
    counts = _other_counts(setting, balanced)
    cheap = [flow for extra, flow in counts if extra <= MOST_EXTRA]
    dear = [flow for extra, flow in counts if extra > MOST_EXTRA]
    ways = chain(
        _on_others(cheap, rows, balanced),
        _shorter_columns(setting, rows, balanced),
        _both(cheap, rows, balanced),
        _on_others(dear, rows, balanced),
        _both(dear, rows, balanced),
    )
    better = (way for way in ways if not way.result.overset and way.faults < most)
    return next(better, None)


def _first_fault(setting: Setting, balanced: Sequence[bool]) -> PlacedLine | PlacedRow:
    """The first stray; without one the last line of the shortest of the balanced columns."""
    if setting.strays:
        return setting.strays[0]
    used = setting.result.used
    short = [line for line in setting.result.lines if balanced[line.column]]
    return min(reversed(short), key=lambda line: used[line.column])


def _other_counts(setting: Setting, balanced: Sequence[bool]) -> list[tuple[float, Flow]]:
    """Flows with a paragraph near the first fault on a line fewer or more, by what that costs.

    One after the break helps as well where columns are balanced: it moves the break.
    """
    flow, stray = setting.flow, _first_fault(setting, balanced)
    measure = flow.measure(stray.block, stray.column)
    found = []
    first, last = max(stray.block - REACH + 1, 0), min(stray.block + REACH, len(flow.blocks))
    for block in range(first, last):
        for lines in (-1, 1):
            extra = flow.extra_cost(block, measure, lines)
            if extra is not None and extra <= WORST_EXTRA:
                found.append((extra, abs(stray.block - block), lines, block))
    return [(extra, flow.on_other_count(block, lines)) for extra, _, lines, block in sorted(found)]


def _on_others(
    flows: Sequence[Flow], rows: Sequence[int], balanced: Sequence[bool]
) -> Iterator[Setting]:
    for flow in flows:
        yield Setting(flow, *balance(flow, rows, balanced), balanced)


def _both(
    flows: Sequence[Flow], rows: Sequence[int], balanced: Sequence[bool]
) -> Iterator[Setting]:
    """Flows with a paragraph on another number of lines, and a column ended early."""
    for other in _on_others(flows, rows, balanced):
        if not other.result.overset:
            yield from _shorter_columns(other, rows, balanced)


def _shorter_columns(
    setting: Setting, rows: Sequence[int], balanced: Sequence[bool]
) -> Iterator[Setting]:
    """The same flow with a column ended a row or two early, if balanced ones stay level to a row.

    Two are for paragraphs of three lines, which go on to the next column whole.
    """
    for stray, fewer in product(setting.strays, (1, 2)):
        capacities = list(setting.capacities)
        capacities[stray.column] = max(setting.result.used[stray.column] - fewer, 0)
        if balanced[stray.column]:
            for later in range(stray.column + 1, len(rows)):
                if balanced[later]:
                    capacities[later] = min(capacities[later] + 1, rows[later])
        result = setting.flow.place(capacities)
        if not unevenness(setting.flow, result, balanced):
            yield Setting(setting.flow, result, capacities, balanced)
