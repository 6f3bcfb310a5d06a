"""The best breaks of copy into columns, all paragraphs and columns looked at together.

Dynamic programming: after each block the cheapest way to every place where the next one may begin
is kept. Each paragraph is set as is best or on a line fewer or more, and a column may end early.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import pairwise

from .blocks import FlowResult, PlacedLine, PlacedRow
from .flow import Flow

#: Rows by which a column may end early, and what each of them costs, as extra cost of paragraphs.
MOST_EARLY, EARLY_COST = 2, 100.0
#: Lines fewer or more on which paragraphs are set.
COUNTS = (-1, 1, -2, 2)
#: Ways that are kept after each block.
WAYS = 32


@dataclass(frozen=True, slots=True)
class Way:
    """How the copy up to some block was placed: what is wrong so far, what it costs, where it ends,
    with which capacities; the counts that it wants come from `last` back to the first block."""

    faults: int
    cost: float
    column: int
    row: float
    used: tuple[int, ...]
    capacities: tuple[int, ...]
    count: int = 0
    last: Way | None = None

    @property
    def limit(self) -> int:
        """The rows of the column in which it ends."""
        return self.capacities[min(self.column, len(self.capacities) - 1)]

    @property
    def price(self) -> tuple[int, float]:
        return self.faults, self.cost


def best_way(
    flow: Flow, wanted: Sequence[int], balanced: Sequence[bool], most_extra: float
) -> tuple[Flow, FlowResult, list[int]] | None:
    """The copy in columns of `wanted` rows with the least that is wrong; None if it has no room.

    Wrong are first and last lines alone, and balanced columns more than a row short.
    most_extra: what a paragraph on another number of lines may cost.
    """
    columns = _Columns(wanted, balanced)
    used = (0,) * len(wanted)
    ways = [
        Way(0, early * EARLY_COST, 0, 0.0, used, capacities)
        for capacities, early in columns.ended_early(tuple(wanted), 0)
    ]
    for index in range(len(flow.blocks)):
        found: dict[tuple[int, float, int], Way] = {}
        for way in ways:
            for option in _options(flow, index, way, most_extra):
                for further in _further(option, index, way, columns):
                    key = further.column, further.row, further.limit
                    if key not in found or further.price < found[key].price:
                        found[key] = further
        ways = nsmallest(WAYS, found.values(), key=lambda way: way.price)
        if not ways:
            return None
    best = min(ways, key=lambda way: (way.faults + columns.lack(way, len(wanted)), way.cost))
    chosen = flow.on_counts({**flow.counts, **_counts(best, len(flow.blocks))})
    return chosen, chosen.place(best.capacities), list(best.capacities)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The rows that columns shall have, and which of them shall be level."""

    wanted: Sequence[int]
    balanced: Sequence[bool]

    def ended_early(
        self, capacities: tuple[int, ...], column: int
    ) -> Iterator[tuple[tuple[int, ...], int]]:
        """The capacities with a column that ends where it shall, a row early …"""
        for early in range(min(MOST_EARLY, capacities[column]) + 1):
            rows = capacities[column] - early
            yield (*capacities[:column], rows, *capacities[column + 1 :]), early

    def lack(self, way: Way, end: int) -> int:
        """Rows, beyond the one that is allowed, that balanced columns lack, from that of a way on
        up to `end`."""
        return sum(
            max(self.wanted[column] - way.used[column] - 1, 0)
            for column in range(way.column, end)
            if self.balanced[column]
        )


def _counts(best: Way, blocks: int) -> dict[int, int]:
    """The blocks that a way sets on other numbers of lines."""
    counts = {}
    way: Way | None = best
    for index in reversed(range(blocks)):
        assert way is not None
        if way.count:
            counts[index] = way.count
        way = way.last
    return counts


def _options(
    flow: Flow, index: int, way: Way, most_extra: float
) -> Iterator[tuple[Flow, int, float]]:
    """The flows with block `index` on each number of lines, and what that costs."""
    yield flow, 0, 0.0
    measure = flow.measure(index, min(way.column, len(flow.columns) - 1))
    for lines in COUNTS:
        extra = flow.extra_cost(index, measure, lines)
        if extra is not None and extra <= most_extra:
            yield flow.on_other_count(index, lines), lines, max(extra, 1.0)


def _further(
    option: tuple[Flow, int, float], index: int, way: Way, columns: _Columns
) -> Iterator[Way]:
    """The ways on with block `index`; each column that it enters may be one that ends early."""
    flow, count, extra = option
    tried = [(way.capacities, 0, way.column)]
    while tried:
        capacities, early, entered = tried.pop()
        placing = flow.resumed(capacities, way.column, way.row, way.used)
        placing.step(index)
        if entered < min(placing.column, len(capacities) - 1):
            for others, more in columns.ended_early(capacities, entered + 1):
                tried.append((others, early + more, entered + 1))
        elif not placing.overset:
            used = tuple(placing.used)
            left = replace(way, used=used)
            faults = way.faults + _strays(flow, index, way, placing.placed)
            faults += columns.lack(left, min(placing.column, len(capacities)))
            cost = way.cost + extra + early * EARLY_COST
            yield Way(faults, cost, placing.column, placing.row, used, capacities, count, way)


def is_alone(flow: Flow, before: PlacedLine | PlacedRow, after: PlacedLine | PlacedRow) -> bool:
    """Whether a paragraph parted between two lines has its first or last line alone."""
    return (
        isinstance(before, PlacedLine)
        and isinstance(after, PlacedLine)
        and before.block == after.block
        and not flow.blocks[before.block].style.balance
        and (before.line.start == 0 or after.line.last)
    )


def is_deserted(flow: Flow, before: PlacedLine | PlacedRow, after: PlacedLine | PlacedRow) -> bool:
    """Whether a heading is parted from what it heads between two lines."""
    return before.block != after.block and flow.blocks[before.block].keep


def _strays(flow: Flow, index: int, way: Way, placed: Sequence[PlacedLine | PlacedRow]) -> int:
    """First and last lines of a block that are alone, and the heading above it if that is."""
    parted = [(one, other) for one, other in pairwise(placed) if one.column != other.column]
    heading = index > 0 and flow.blocks[index - 1].keep
    is_parted = heading and bool(placed) and placed[0].column != way.column
    return sum(is_alone(flow, one, other) for one, other in parted) + is_parted
