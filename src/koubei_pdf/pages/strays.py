"""Lines alone at a column's head or foot (孤行, CLREQ 7.1.2), and how copy is spared them.

So are balanced columns that a heading, which cannot stand at a foot, leaves unequal. Where columns
end badly all their breaks are found together (`column_breaks`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .balance import balance, targets, unevenness
from .column_breaks import STRAY, Search
from .column_steps import is_alone
from .flow import Flow, FlowResult, PlacedLine, PlacedRow
from .memo import Effort

#: What a paragraph on another number of lines may cost more (see text.breaking): about two lines
#: that are loose to the eye.
MOST_EXTRA = 320.0


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
        return unevenness(self.flow, self.result, self.balanced)[0]

    @property
    def shortest(self) -> int:
        """The balanced column that ends the most rows too early."""
        return unevenness(self.flow, self.result, self.balanced)[1]

    @property
    def faults(self) -> int:
        """What is wrong: lines alone, and rows by which balanced columns are uneven."""
        return STRAY * len(self.strays) + self.uneven

    @property
    def strays(self) -> list[PlacedLine]:
        """The last lines of columns that part a paragraph's first line or last line from it, or a
        heading, in a column too short for both, from what it heads."""
        return [
            before
            for before, after in pairwise(self.result.lines)
            if isinstance(before, PlacedLine)
            and before.column != after.column
            and (is_alone(self.flow, before, after) or _is_deserted(self.flow, before, after))
        ]


def ways(
    flow: Flow, rows: Sequence[int], balanced: Sequence[bool], effort: Effort | None = None
) -> Sequence[Setting]:
    """Ways to place the copy in columns of `rows` rows, from that as it is to that with as few
    lines alone as can be, each with fewer faults than the one before.

    balanced: the columns that may be shortened, and shall end level. Uneven columns are a lesser
    evil than a line alone. effort: what may be looked at still, and what was found with it.
    """
    effort = effort or Effort()
    key, before = (id(flow), tuple(rows), tuple(balanced)), effort.ways
    if key in effort.found:
        found, cost = effort.found[key]
        effort.ways += cost
        return found
    found = _ways(flow, rows, balanced, effort)
    effort.found[key] = found, effort.ways - before
    return found


def _ways(
    flow: Flow, rows: Sequence[int], balanced: Sequence[bool], effort: Effort
) -> list[Setting]:
    found = [Setting(flow, *balance(flow, rows, balanced), balanced)]
    if found[0].result.overset or not found[0].faults:
        return found
    search = Search(flow, balanced, MOST_EXTRA, effort)
    tried: list[list[int]] = []
    for wanted in targets(flow, rows, balanced):
        if effort.is_spent:
            break
        if wanted in tried:
            continue
        tried.append(wanted)
        best = search.best(wanted, found[-1].faults)
        if best is not None:
            way = Setting(*best, balanced)
            if way.faults < found[-1].faults:
                found.append(way)
        if not found[-1].faults:
            break
    return found


def _is_deserted(flow: Flow, before: PlacedLine | PlacedRow, after: PlacedLine | PlacedRow) -> bool:
    """Whether a heading is parted from what it heads between two lines."""
    return before.block != after.block and flow.blocks[before.block].keep
