"""Columns of equal length (CLREQ 2.4.2): the fewest rows that hold the copy.

Columns that begin at different heights, such as those of facing pages, end level instead, if the
copy is long enough to reach all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

from .flow import Flow, FlowResult

#: Columns that begin lower than others are ended level with them if they get as many rows.
LEAST_ROWS = 2


#: Rows more, or fewer, than the fewest that hold the copy as it is.
OTHER_ROWS = (0, 1, -1, 2)
#: And below columns that are not balanced: these may end early and leave more.
FURTHER_ROWS = (3, 4)
#: Copy of fewer rows a column than these may leave the last columns empty.
ROWS_OF_ALL = 6


def balance(
    flow: Flow, rows: Sequence[int], balanced: Sequence[bool]
) -> tuple[FlowResult, list[int]]:
    """Place with the fewest rows in the balanced columns that hold everything, and no heading last
    in a column that need not be.

    rows: each column's rows; balanced: whether a column may be shortened. Of the balanced
    columns the first few have a row more where the lines do not divide (CLREQ 2.4.2). Gives
    the result and the capacities used; where nothing fits, that of the full columns.
    """
    full = flow.place(rows)
    movable = [index for index, can in enumerate(balanced) if can]
    if full.overset or not movable:
        return full, list(rows)
    heads, low = _least(flow, rows, movable, parted_headings(flow, full))
    capacities = _capacities(rows, movable, heads, low)
    return flow.place(capacities), capacities


def targets(flow: Flow, rows: Sequence[int], balanced: Sequence[bool]) -> Iterator[list[int]]:
    """Rows for all columns in which copy, some of it a line shorter or longer, may end level."""
    movable = [index for index, can in enumerate(balanced) if can]
    if not movable:
        yield list(rows)
        return
    parted = parted_headings(flow, flow.place(rows))
    heads, low = _least(flow, rows, movable, parted)
    ways = [(heads, low)]
    real = _heads(flow, movable)
    if any(real):
        # Else copy that does not reach the lower ones, or columns that hold as much.
        found = (
            (one, _fewest(flow, rows, movable, one, 1, parted)) for one in (real, [0] * len(real))
        )
        ways.extend(way for way in found if way not in ways)
    others = OTHER_ROWS if len(movable) == len(rows) else OTHER_ROWS + FURTHER_ROWS
    for heads, low in ways:
        each = ceil(low / len(movable))
        for more in others:
            wanted = _capacities(rows, movable, heads, (each + more) * len(movable))
            if wanted[0] or not rows[0]:  # copy begins where its frames do
                yield wanted
    yield from _in_fewer(flow, rows, movable, others)


def _in_fewer(
    flow: Flow, rows: Sequence[int], movable: Sequence[int], others: Sequence[int]
) -> Iterator[list[int]]:
    """Rows for copy too short to fill all columns: the last ones stay empty, one, two …"""
    least = sum(flow.place(rows).used[index] for index in movable)
    if not _is_scant(least - len(movable), len(movable)):
        return  # with a row less in each column, as where no table is parted, it would be
    empty = [0 if index in movable else most for index, most in enumerate(rows)]
    for count in range(len(movable) - 1, 0, -1):
        each = ceil(least / count)
        for more in others:
            yield _capacities(empty, movable[:count], [0] * count, (each + more) * count, rows)


def _is_scant(used: int, columns: int) -> bool:
    """Whether copy of so many rows is too short to fill so many columns."""
    return used < ROWS_OF_ALL * columns


def _least(
    flow: Flow, rows: Sequence[int], movable: Sequence[int], parted: int
) -> tuple[list[int], int]:
    """By how much columns begin lower, and the fewest rows in all, these counted, that suffice."""
    heads = _heads(flow, movable)
    lowest = max(heads) + LEAST_ROWS if any(heads) else 0
    if lowest and not flow.place(_capacities(rows, movable, heads, lowest * len(movable))).overset:
        heads, lowest = [0] * len(movable), 0
    return heads, _fewest(flow, rows, movable, heads, lowest * len(movable) + 1, parted)


def _fewest(
    flow: Flow,
    rows: Sequence[int],
    movable: Sequence[int],
    heads: Sequence[int],
    low: int,
    parted: int,
) -> int:
    """The fewest rows in all, no fewer than `low`, that hold everything and part no more than
    `parted` headings from what they head."""
    high = max(head + rows[index] for head, index in zip(heads, movable, strict=True))
    high *= len(movable)
    while low < high:
        middle = (low + high) // 2
        result = flow.place(_capacities(rows, movable, heads, middle))
        if result.overset or parted_headings(flow, result) > parted:
            low = middle + 1
        else:
            high = middle
    return low


def parted_headings(flow: Flow, result: FlowResult) -> int:
    """How many columns end with a heading (or a line of one) that goes on, or whose copy begins, in
    another: with fewer rows than it needs with that there is nowhere else to go."""
    return sum(
        flow.blocks[above.block].keep and above.column != below.column
        for above, below in pairwise(result.lines)
    )


def unevenness(flow: Flow, result: FlowResult, balanced: Sequence[bool]) -> tuple[int, int]:
    """By how many rows, beyond the one that is allowed, balanced columns differ: in what they hold,
    if they are not full, or in where they end, whichever is less; and which is the shortest."""
    movable = [index for index, can in enumerate(balanced) if can]
    used = [result.used[index] for index in movable]
    if _is_scant(sum(used), len(used)):
        while used and not used[-1]:
            used.pop()
    heads = _heads(flow, movable)[: len(used)]
    feet = [rows + head for rows, head in zip(used, heads, strict=True)]
    if not used:
        return 0, 0
    held = [
        (rows, index)
        for rows, index in zip(used, movable, strict=False)
        if rows < flow.columns[index].rows - 1 or rows == max(used)
    ]
    ended = list(zip(feet, movable, strict=False))
    differing = ((max(ends)[0] - min(ends)[0], min(ends)[1]) for ends in (held, ended))
    rows, shortest = min(differing, key=lambda one: one[0])
    return max(rows - 1, 0), shortest


def _heads(flow: Flow, movable: Sequence[int]) -> list[int]:
    """How many rows lower than the highest each column begins; those on their foot count alike."""
    tops = [0.0 if flow.columns[n].on_foot else flow.columns[n].top for n in movable]
    return [round(top - min(tops)) for top in tops] if tops else []


def _capacities(
    rows: Sequence[int],
    movable: Sequence[int],
    heads: Sequence[int],
    total: int,
    most: Sequence[int] = (),
) -> list[int]:
    """The rows when balanced columns end at `total` shared among them, the first ones later.

    rows: of the others; most: of these, if that is another number.
    """
    each, more = divmod(total, len(movable))
    limits = list(rows)
    for place, (head, index) in enumerate(zip(heads, movable, strict=True)):
        limits[index] = min(max(each + (place < more) - head, 0), (most or rows)[index])
    return limits
