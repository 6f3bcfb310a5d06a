"""All ways of parting copy among columns, tried one after the other.

Shares nothing with the engine's search: blocks are numbers of rows here, and places are reached or
not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple


@dataclass(frozen=True)
class Block:
    """counts: on how many lines it may be; rows: of each; befores: rows that may be above it;
    after: rows below it. is_heading: two lines of the next block must stand below it; is_table: its
    lines are rows, and one more above them is its head, which comes again where it is parted."""

    counts: tuple[int, ...]
    rows: float = 1.0
    befores: tuple[float, ...] = (0.0,)
    after: float = 0.0
    is_heading: bool = False
    is_table: bool = False


class Place(NamedTuple):
    """Where a block ends: the foot of its last row in a column, the rows below that which stay free
    if something follows, and those used of the columns before."""

    column: int
    foot: float
    after: float = 0.0
    held: int = 0


class Column(NamedTuple):
    """The rows of a column, those that it must have used if copy goes on in another, and whether it
    must have used them in any case."""

    top: int
    least: int
    is_level: bool


#: Rows by which a column may end early (docs/fitting.md).
EARLY = 2


@dataclass(frozen=True)
class Shape:
    """Columns that copy may take: how many rows each has, which shall be level, how many rows below
    the highest each begins; and the rows that may be used of those that shall be level."""

    rows: Sequence[int]
    level: Sequence[bool]
    lower: Sequence[int]
    held: range = range(1_000_000)


def can_be_level(blocks: Sequence[Block], shape: Shape) -> bool:
    """Whether some depth of the columns that shall be level takes the copy, each of them full to a
    row. Other columns end two rows early at most, but where what follows needs more."""
    rows = shape.rows
    deepest = max(most + below for most, below in zip(rows, shape.lower, strict=True))
    for depth in range(1, deepest + 1):
        columns = [
            Column(top := max(min(depth - below, most), 0), max(top - 1, 0), is_level=True)
            if can
            else Column(most, max(most - EARLY, 0), is_level=False)
            for most, can, below in zip(rows, shape.level, shape.lower, strict=True)
        ]
        if (columns[0].top or not rows[0]) and _fits(blocks, columns, shape.held):
            return True
    return False


def _fits(blocks: Sequence[Block], columns: Sequence[Column], held: range) -> bool:
    places = {Place(0, 0.0)}
    for index in range(len(blocks)):
        places = {
            end
            for start in places
            for count in blocks[index].counts
            for end in _after(blocks, index, count, start, columns)
        }
    # What the copy does not reach must ask for no row.
    return any(
        _held(end, columns) in held
        and all(
            ceil(foot - 1e-9) >= column.least or not column.is_level
            for column, foot in zip(
                columns[end.column :], [end.foot, *[0.0] * len(columns)], strict=False
            )
        )
        for end in places
    )


def _held(end: Place, columns: Sequence[Column]) -> int:
    """The rows used of columns that shall be level, where copy goes on in another or ends."""
    return end.held + (ceil(end.foot - 1e-9) if columns[end.column].is_level else 0)


def _after(
    blocks: Sequence[Block],
    index: int,
    count: int,
    start: Place,
    columns: Sequence[Column],
) -> Iterable[Place]:
    """Where a block may end that is set on `count` lines."""
    block = blocks[index]
    is_headed = index > 0 and blocks[index - 1].is_heading
    heads = (
        (place, place.foot + before if place.foot else 0.0)
        for before in block.befores
        for place in _starts(
            start, before + _needed(blocks, index, count), columns, is_headed=is_headed
        )
    )
    for place, head in heads:
        if block.is_heading:
            foot = ceil(head + count * block.rows + block.after - 1e-9)
            if foot + _asked(blocks, index + 1) <= columns[place.column].top + 1e-9:
                yield place._replace(foot=float(foot))
            continue
        head = float(ceil(head - 1e-9)) if block.rows == 1 else head
        yield from _rest(block, place._replace(foot=head), count, columns, is_first=True)


def _rest(
    block: Block,
    start: Place,
    lines: int,
    columns: Sequence[Column],
    *,
    is_first: bool = False,
) -> Iterable[Place]:
    """Where a block ends of which so many lines are placed from a row of a column on: here, or
    parted, in another; paragraphs that three columns share go through whole ones."""
    if start.column >= len(columns):
        return
    head = start.foot + block.is_table
    column = columns[start.column]
    if head + lines * block.rows <= column.top + 1e-9:
        yield start._replace(foot=head + lines * block.rows, after=block.after)
    for first in range(2 if is_first else 1, lines - 1):
        foot = head + first * block.rows
        if is_first and block.is_table and lines <= 3:
            break  # a short table stays whole
        if foot <= column.top + 1e-9 and ceil(foot - 1e-9) >= column.least:
            beyond = _next(start._replace(foot=foot), columns)
            yield from _rest(block, beyond, lines - first, columns)


def _next(end: Place, columns: Sequence[Column]) -> Place:
    """The head of the next column."""
    return Place(end.column + 1, 0.0, 0.0, _held(end, columns))


def _needed(blocks: Sequence[Block], index: int, count: int) -> float:
    """The rows of a block on so many lines, and below it, that are in one column with its first."""
    block = blocks[index]
    if block.is_heading:
        return count * block.rows + block.after + _asked(blocks, index + 1)
    return block.is_table + (count if count <= 3 else 2) * block.rows


def _starts(
    start: Place, needed: float, columns: Sequence[Column], *, is_headed: bool
) -> Iterable[Place]:
    """Here, or at the head of the next column if this one may end here; below a heading here."""
    yield start._replace(foot=start.foot + start.after, after=0.0)
    while start.column + 1 < len(columns) and not is_headed:
        column = columns[start.column]
        is_full = not column.is_level and start.foot + needed > column.top + 1e-9
        if ceil(start.foot - 1e-9) < column.least and not is_full:
            return
        start = _next(start, columns)
        yield start


def _asked(blocks: Sequence[Block], index: int) -> float:
    """The rows below a heading that must be there: two lines of what it heads."""
    if index == len(blocks):
        return 0.0
    block = blocks[index]
    if block.is_heading:
        height = min(block.befores) + min(block.counts) * block.rows + block.after
        return height + _asked(blocks, index + 1)
    if block.is_table:
        return 1 + (block.counts[0] if block.counts[0] <= 3 else 2)
    return min(2, min(block.counts)) * block.rows
