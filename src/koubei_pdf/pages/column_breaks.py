"""The best breaks of copy into columns, all paragraphs and columns looked at together.

Dynamic programming: after each block the cheapest way to every place where the next one may begin
is kept. Each paragraph is set as is best or on a line fewer or more, a heading with other space
above it, and a column may end early.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise
from typing import NamedTuple

from .blocks import FlowResult, PlacedLine, PlacedRow
from .flow import Flow

#: Rows by which a column may end early, and what each of them costs, as extra cost of paragraphs.
MOST_EARLY, EARLY_COST = 2, 100.0
#: What a row more or less above a heading costs likewise.
SPACE_COST = 200.0
#: Lines fewer or more on which paragraphs are set.
MOST_LINES = 2
#: Ways that are kept after each block.
WAYS = 256
#: A line alone, or a heading without its text, is worse than any unevenness of columns.
STRAY = 1000
#: More rows than any column has.
_ENDLESS = 1_000_000


class Option(NamedTuple):
    """How a block may be set: the flow in which it is, on so many lines more than is best, with so
    many rows above it (None: as its style wants); and what that costs."""

    flow: Flow
    more: int = 0
    before: float | None = None
    cost: float = 0.0


class Way(NamedTuple):
    """How the copy up to some block was placed: what is wrong so far, what it costs, where it ends,
    how many rows of that column it uses, in columns of which capacities.

    number, option: the block and how it is set; last: the way up to it.
    """

    faults: int
    cost: float
    column: int
    row: float
    used: int
    capacities: tuple[int, ...]
    number: int = -1
    option: Option | None = None
    last: Way | None = None

    @property
    def limit(self) -> int:
        """The rows of the column in which it ends."""
        return self.capacities[min(self.column, len(self.capacities) - 1)]


class _Inside(NamedTuple):
    """A block that does not leave its column: where it ends, the rows that it uses, and those that
    the column must have so that it begins there."""

    row: float
    used: int
    need: float


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

    def lack(self, first: int, used: Sequence[int]) -> int:
        """Rows, beyond the one that is allowed, that balanced columns lack, from the first on of
        which so many rows are used."""
        return sum(
            max(self.wanted[column] - rows - 1, 0)
            for column, rows in enumerate(used, first)
            if self.balanced[column]
        )


class Search:
    """Looks for the breaks of one flow; most_extra: what a paragraph on another number of lines may
    cost. What is found of a block serves for all columns that are tried."""

    def __init__(self, flow: Flow, balanced: Sequence[bool], most_extra: float) -> None:
        self._flow, self._balanced, self._most_extra = flow, balanced, most_extra
        #: Whether it does not matter in which column, and in which row of it, a block begins.
        self._is_plain = flow.even and flow.is_open
        self._options: dict[int, list[Option]] = {}
        self._inside: dict[tuple[int, int, float | None, float], _Inside] = {}

    def best(
        self, wanted: Sequence[int], fewer_than: int
    ) -> tuple[Flow, FlowResult, list[int]] | None:
        """The copy in columns of `wanted` rows with the least that is wrong; None if it has no
        room, or has as many faults as `fewer_than`.

        Wrong are first and last lines alone (STRAY each), and balanced columns more than a row
        short (one for each row).
        """
        columns = _Columns(wanted, self._balanced)
        ways = [
            Way(0, early * EARLY_COST, 0, 0.0, 0, capacities)
            for capacities, early in columns.ended_early(tuple(wanted), 0)
        ]
        for index in range(len(self._flow.blocks)):
            found: dict[tuple[int, float, int], Way] = {}
            for way in ways:
                for further in self._further(index, way, columns):
                    key = further.column, further.row, further.limit
                    if further.faults < fewer_than and (
                        key not in found or further[:2] < found[key][:2]
                    ):
                        found[key] = further
            ways = nsmallest(WAYS, found.values(), key=lambda way: way[:2])
        ended = [(way.faults + _lack_at_end(way, columns), way.cost, way) for way in ways]
        faults, _, best = min(ended, default=(fewer_than, 0.0, None), key=lambda one: one[:2])
        if best is None or faults >= fewer_than:
            return None
        chosen = self._chosen(best)
        return chosen, chosen.place(best.capacities), list(best.capacities)

    def _chosen(self, best: Way) -> Flow:
        """The flow with all blocks as a way sets them."""
        counts, befores = dict(self._flow.counts), {}
        way: Way | None = best
        while way is not None and way.option is not None:
            if way.option.more:
                counts[way.number] = way.option.more
            if way.option.before is not None:
                befores[way.number] = way.option.before
            way = way.last
        return self._flow.on_counts(counts).with_space(befores)

    def _choices(self, index: int) -> list[Option]:
        """The ways to set a block."""
        if index not in self._options:
            block = self._flow.blocks[index]
            found = [Option(self._flow)]
            if self._flow.can_vary(index):
                found += [*self._on_lines(index, -1), *self._on_lines(index, 1)]
            for before in block.other_before if index else ():
                cost = SPACE_COST * abs(before - block.style.before)
                found.append(Option(self._flow.with_space({index: before}), 0, before, cost))
            self._options[index] = found
        return self._options[index]

    def _on_lines(self, index: int, sign: int) -> Iterator[Option]:
        """A paragraph on a line fewer (or more), on two …; what that costs is known where all
        columns are alike."""
        flow = self._flow
        for number in range(1, MOST_LINES + 1):
            lines, extra = sign * number, None
            if self._is_plain:
                extra = flow.extra_cost(index, flow.measure(index, 0), lines)
                if extra is None or extra > self._most_extra:
                    return
            yield Option(flow.on_other_count(index, lines), lines, None, max(extra or 0.0, 1.0))

    def _further(self, index: int, way: Way, columns: _Columns) -> Iterator[Way]:
        """The ways on with a block."""
        plain: tuple[int, float] | None = None
        for option in self._choices(index):
            inside = self._stays(index, option, way) if self._is_plain else None
            if inside is not None:
                used = max(way.used, inside.used)
                cost = way.cost + option.cost
                yield Way(
                    way.faults,
                    cost,
                    way.column,
                    inside.row,
                    used,
                    way.capacities,
                    index,
                    option,
                    way,
                )
                continue
            for further, lines in self._parted(index, option, way, columns):
                if not self._is_plain and option.before is None:
                    # Only now it is known on which measures it stands.
                    count, cost = len(lines), sum(line.line.cost for line in lines)
                    plain = plain or (count, cost)
                    extra = max(cost - plain[1], 1.0) if option.more else 0.0
                    if count != plain[0] + option.more or extra > self._most_extra:
                        continue
                    further = further._replace(cost=further.cost - option.cost + extra)
                yield further

    def _stays(self, index: int, option: Option, way: Way) -> _Inside | None:
        """How a block stands in the column where a way ends; None where it leaves that."""
        key = (index, option.more, option.before, way.row)
        if key not in self._inside:
            placing = option.flow.resumed([_ENDLESS], 0, way.row, [0])
            need = placing.end_of_need(index)
            placing.step(index)
            self._inside[key] = _Inside(placing.row, placing.used[0], need)
        found = self._inside[key]
        fits = found.need <= way.limit + 1e-9 and found.used <= way.limit
        return found if fits and way.column < len(way.capacities) else None

    def _parted(
        self, index: int, option: Option, way: Way, columns: _Columns
    ) -> Iterator[tuple[Way, list[PlacedLine]]]:
        """The ways on with a block, and its lines; each column that it enters may end early."""
        tried = [(way.capacities, 0, way.column)]
        used = [0] * len(way.capacities)
        while tried:
            capacities, early, entered = tried.pop()
            used[min(way.column, len(used) - 1)] = way.used
            placing = option.flow.resumed(capacities, way.column, way.row, used)
            placing.step(index)
            end = min(placing.column, len(capacities) - 1)
            if entered < end:
                for others, more in columns.ended_early(capacities, entered + 1):
                    tried.append((others, early + more, entered + 1))
            elif not placing.overset:
                faults = way.faults + STRAY * _strays(option.flow, index, way, placing.placed)
                faults += columns.lack(way.column, placing.used[way.column : placing.column])
                cost = way.cost + option.cost + early * EARLY_COST
                lines = [line for line in placing.placed if isinstance(line, PlacedLine)]
                column, row, taken = placing.column, placing.row, placing.used[end]
                yield Way(faults, cost, column, row, taken, capacities, index, option, way), lines


def _lack_at_end(way: Way, columns: _Columns) -> int:
    """Rows that columns lack from that on in which the copy ends."""
    rest = len(columns.wanted) - way.column
    return columns.lack(way.column, [way.used, *[0] * (rest - 1)][:rest])


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
