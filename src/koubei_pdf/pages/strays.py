"""Lines alone at a column's head or foot (孤行, CLREQ 7.1.2), and how a column is spared them.

Cheapest first: a paragraph near the break is set on a line fewer or more, where that is hardly
seen; else the column ends a row early, or two; else such a paragraph may be seen to be looser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product
from math import inf

from .balance import balance, is_level
from .flow import Flow, FlowResult, PlacedLine

#: What a paragraph on another number of lines may cost more (see text.breaking): about one line
#: that is loose to the eye.
MOST_EXTRA = 160.0
#: The same where nothing else helps: about two such lines.
WORST_EXTRA = 320.0
#: How many paragraphs before the break are tried.
REACH = 8


@dataclass(frozen=True, slots=True)
class Setting:
    """A flow as it was placed: its result and the rows that each column was given."""

    flow: Flow
    result: FlowResult
    capacities: list[int]

    @property
    def strays(self) -> list[PlacedLine]:
        """The last lines of columns that part a paragraph's first line or last line from it."""
        return [
            before
            for before, after in pairwise(self.result.lines)
            if isinstance(before, PlacedLine)
            and isinstance(after, PlacedLine)
            and before.column != after.column
            and before.block == after.block
            and not self.flow.blocks[before.block].style.balance
            and (before.line.start == 0 or after.line.last)
        ]


def spare_strays(flow: Flow, rows: Sequence[int], balanced: Sequence[bool]) -> Setting:
    """Place the copy in columns of `rows` rows; with as few lines alone as can be.

    balanced: the columns that may be shortened. Every round mends one column's edge or more, so
    that there are no more rounds than columns.
    """
    setting = Setting(flow, *balance(flow, rows, balanced))
    for _ in rows:
        if setting.result.overset or not setting.strays:
            break
        better = _better(setting, rows, balanced)
        if better is None:
            break
        setting = better
    return setting


def _better(setting: Setting, rows: Sequence[int], balanced: Sequence[bool]) -> Setting | None:
    """The cheapest way found to have fewer lines alone."""
    most = len(setting.strays)
    ways = chain(
        _other_counts(setting, rows, balanced, -inf, MOST_EXTRA),
        _shorter_columns(setting, rows, balanced),
        _both(setting, rows, balanced, -inf, MOST_EXTRA),
        _other_counts(setting, rows, balanced, MOST_EXTRA, WORST_EXTRA),
        _both(setting, rows, balanced, MOST_EXTRA, WORST_EXTRA),
    )
    better = (way for way in ways if not way.result.overset and len(way.strays) < most)
    return next(better, None)


def _other_counts(
    setting: Setting, rows: Sequence[int], balanced: Sequence[bool], least: float, most: float
) -> Iterator[Setting]:
    """With a paragraph near the first stray on a line fewer or more, the cheapest first, of those
    that cost more than `least` and up to `most`.

    One after the break helps as well where columns are balanced: it moves the break.
    """
    flow, stray = setting.flow, setting.strays[0]
    measure = flow.measure(stray.block, stray.column)
    found = []
    first, last = max(stray.block - REACH + 1, 0), min(stray.block + REACH, len(flow.blocks))
    for block in range(first, last):
        for lines in (-1, 1):
            extra = flow.extra_cost(block, measure, lines)
            if extra is not None and least < extra <= most:
                found.append((extra, abs(stray.block - block), lines, block))
    for _, _, lines, block in sorted(found):
        other = flow.on_other_count(block, lines)
        yield Setting(other, *balance(other, rows, balanced))


def _both(
    setting: Setting, rows: Sequence[int], balanced: Sequence[bool], least: float, most: float
) -> Iterator[Setting]:
    """A paragraph on another number of lines, and a column ended early."""
    for other in _other_counts(setting, rows, balanced, least, most):
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
        if is_level(setting.flow, result, balanced):
            yield Setting(setting.flow, result, capacities)
