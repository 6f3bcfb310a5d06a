"""The best breaks of copy into columns, all paragraphs and columns looked at together.

Dynamic programming: after each block the cheapest way to every place where the next one may begin
is kept. Each paragraph is set as is best or on a line fewer or more, a heading with other space
above it, and a column may end early.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import NamedTuple

from .blocks import FlowResult
from .column_steps import Option, Steps
from .flow import Flow
from .memo import Effort, Lines, Step

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
        """The most rows, beyond the one that is allowed, that a balanced column lacks, from the
        first on of which so many rows are used."""
        lacking = (
            self.wanted[column] - rows - 1
            for column, rows in enumerate(used, first)
            if self.balanced[column]
        )
        return max(lacking, default=0)


class Search:
    """Looks for the breaks of one flow; most_extra: what a paragraph on another number of lines may
    cost; effort: takes the number of ways that are looked at. What is found of a block serves for
    all columns that are tried."""

    def __init__(
        self, flow: Flow, balanced: Sequence[bool], most_extra: float, effort: Effort
    ) -> None:
        self._flow, self._balanced, self._most_extra = flow, balanced, most_extra
        self._effort = effort
        self._options: dict[int, list[Option]] = {}
        self._steps = Steps(flow)
        self._is_plain = self._steps.is_plain

    def best(
        self, wanted: Sequence[int], fewer_than: int
    ) -> tuple[Flow, FlowResult, list[int]] | None:
        """The copy in columns of `wanted` rows with the least that is wrong; None if it has no
        room, or has as many faults as `fewer_than`.

        Wrong are first and last lines alone (STRAY each), and balanced columns more than a row
        short (one for each row of the shortest).
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
                    self._effort.ways += 1
                    key = further.column, further.row, further.limit
                    if further.faults < fewer_than and (
                        key not in found or further[:2] < found[key][:2]
                    ):
                        found[key] = further
            ways = nsmallest(WAYS, found.values(), key=lambda way: way[:2])
        ended = [(_lacking(way.faults, _lack_at_end(way, columns)), way.cost, way) for way in ways]
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
        plain: Lines | None = None
        for option in self._choices(index):
            for further, lines in self._with(index, option, way, columns):
                if not self._is_plain and option.before is None:
                    # Only now it is known on which measures it stands.
                    plain = plain or lines
                    extra = max(lines.cost - plain.cost, 1.0) if option.more else 0.0
                    if lines.number != plain.number + option.more or extra > self._most_extra:
                        continue
                    further = further._replace(cost=further.cost - option.cost + extra)
                yield further

    def _with(
        self, index: int, option: Option, way: Way, columns: _Columns
    ) -> Iterator[tuple[Way, Lines]]:
        """The ways on with a block set as an option says, and its lines."""
        inside = self._steps.inside(index, option, way.column, way.row)
        if inside is None or max(inside.need, inside.used) > way.limit + 1e-9:
            yield from self._parted(index, option, way, columns)
            return
        used, cost = max(way.used, inside.used), way.cost + option.cost
        column, row, capacities = way.column, inside.row, way.capacities
        further = Way(way.faults, cost, column, row, used, capacities, index, option, way)
        yield further, inside.lines

    def _parted(
        self, index: int, option: Option, way: Way, columns: _Columns
    ) -> Iterator[tuple[Way, Lines]]:
        """The ways on with a block, and its lines; each column that it enters may end early."""
        tried = [(way.capacities, 0, way.column)]
        last = len(way.capacities) - 1
        while tried:
            capacities, early, entered = tried.pop()
            step = self._steps.parted(index, option, capacities, way.column, way.row)
            if entered < min(step.column, last):
                for others, more in columns.ended_early(capacities, entered + 1):
                    tried.append((others, early + more, entered + 1))
            elif not step.is_over:
                used = [max(way.used, step.used[0]), *step.used[1:]]
                faults = way.faults + STRAY * (step.alone + self._is_deserted(index, way, step))
                lack = columns.lack(way.column, used[: step.column - way.column])
                faults = _lacking(faults, lack)
                cost = way.cost + option.cost + early * EARLY_COST
                further = Way(
                    faults, cost, step.column, step.row, used[-1], capacities, index, option, way
                )
                yield further, step.lines

    def _is_deserted(self, index: int, way: Way, step: Step) -> bool:
        """Whether the heading above a block is parted from that."""
        is_headed = index > 0 and self._flow.blocks[index - 1].keep
        return is_headed and step.first not in (None, way.column)


def _lacking(faults: int, lack: int) -> int:
    """Faults where a column lacks so many rows: of all columns that which lacks most counts."""
    return faults - faults % STRAY + max(faults % STRAY, lack)


def _lack_at_end(way: Way, columns: _Columns) -> int:
    """Rows that columns lack from that on in which the copy ends."""
    rest = len(columns.wanted) - way.column
    return columns.lack(way.column, [way.used, *[0] * (rest - 1)][:rest])
