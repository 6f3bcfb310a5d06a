"""Lines alone at a column's head or foot (孤行, CLREQ 7.1.2), and how a column is spared them.

Cheapest first: a paragraph before the break is set on a line fewer or more, where that is hardly
seen; else the column ends a row early.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .balance import balance
from .flow import Flow, FlowResult, PlacedLine

#: What a paragraph on another number of lines may cost more (see text.breaking): about one line
#: that is loose to the eye.
MOST_EXTRA = 160.0
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
    for flow in _other_counts(setting):
        other = Setting(flow, *balance(flow, rows, balanced))
        if not other.result.overset and len(other.strays) < most:
            return other
    for shorter in _shorter_columns(setting, rows, balanced):
        if not shorter.result.overset and len(shorter.strays) < most:
            return shorter
    return None


def _other_counts(setting: Setting) -> Iterator[Flow]:
    """Flows with a paragraph near the first stray on a line fewer or more, the cheapest first."""
    flow, stray = setting.flow, setting.strays[0]
    measure = flow.measure(stray.block, stray.column)
    found = []
    for block in range(stray.block, max(stray.block - REACH, -1), -1):
        for lines in (-1, 1):
            extra = flow.extra_cost(block, measure, lines)
            if extra is not None and extra <= MOST_EXTRA:
                found.append((extra, stray.block - block, lines, block))
    for _, _, lines, block in sorted(found):
        yield flow.on_other_count(block, lines)


def _shorter_columns(
    setting: Setting, rows: Sequence[int], balanced: Sequence[bool]
) -> Iterator[Setting]:
    """The same flow with a column ended a row early, if balanced ones stay level to a row."""
    for stray in setting.strays:
        capacities = list(setting.capacities)
        capacities[stray.column] = setting.result.used[stray.column] - 1
        if balanced[stray.column]:
            for later in range(stray.column + 1, len(rows)):
                if balanced[later]:
                    capacities[later] = min(capacities[later] + 1, rows[later])
        result = setting.flow.place(capacities)
        levelled = zip(result.used, balanced, strict=True)
        used = [taken for taken, is_balanced in levelled if is_balanced]
        if not used or max(used) - min(used) <= 1:
            yield Setting(setting.flow, result, capacities)
