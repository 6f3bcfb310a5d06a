"""All ways of parting copy among columns, tried one after the other.

Shares nothing with the engine's search: places are reached or not. What copy takes is in
`story_blocks`, where lines may stand in `story_rooms`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import NamedTuple

from .story_blocks import Block, Table
from .story_rooms import Lane, Room

#: Rows by which a column may end early (docs/fitting.md).
EARLY = 2
#: Paragraphs of no more lines than these cannot be parted.
WHOLE = 3
#: What rounding may take of a row.
NEAR = 1e-9


class Place(NamedTuple):
    """Where a block ends: the foot of its last row in a column, the rows below that which stay free
    if something follows, and those used of the columns before."""

    column: int
    foot: float
    after: float = 0.0
    held: int = 0


class Column(NamedTuple):
    """The rows of a column, those that it must have used if copy goes on in another, and whether it
    must have used them in any case; lane: where in it lines may stand."""

    top: int
    least: int
    lane: Lane
    is_level: bool

    def slots(self, row: float, rows: float, size: float) -> Iterator[tuple[float, Room]]:
        """The rows on which lines begin, from one on, and their places."""
        while row + rows <= self.top + NEAR:
            room = self.lane.room(row, rows, size)
            if room is None:
                row = float(floor(row + NEAR) + 1)
            else:
                yield row, room
                row += rows

    def free(self, row: float, rows: float) -> Room | None:
        """What rows of a table leave free; None: they have no room."""
        return self.lane.free(row, rows) if row + rows <= self.top + NEAR else None

    def may_end(self, foot: float) -> bool:
        return ceil(foot - NEAR) >= self.least


@dataclass(frozen=True)
class Shape:
    """Columns that copy may take: how many rows each has, which shall be level, how many rows below
    the highest each begins, and where lines may stand in them; the rows that may be used of those
    that shall be level; and in how many of the first ones copy begins, 0 for all."""

    rows: Sequence[int]
    level: Sequence[bool]
    lower: Sequence[int]
    lanes: Sequence[Lane]
    held: range = range(1_000_000)
    first: int = 0


def can_be_level(blocks: Sequence[Block | Table], shape: Shape) -> bool:
    """Whether some depth of the columns that shall be level takes the copy, each of them full to a
    row. Other columns end two rows early at most, but where what follows needs more."""
    rows = shape.rows
    deepest = max(most + below for most, below in zip(rows, shape.lower, strict=True))
    for depth in range(1, deepest + 1):
        columns = [
            Column(top := max(min(depth - below, most), 0), max(top - 1, 0), lane, is_level=True)
            if can
            else Column(most, max(most - EARLY, 0), lane, is_level=False)
            for most, can, below, lane in zip(
                rows, shape.level, shape.lower, shape.lanes, strict=True
            )
        ]
        if (columns[0].top or not rows[0]) and _Parting(
            blocks, columns, shape.first or len(columns)
        ).fits(shape.held):
            return True
    return False


@dataclass(frozen=True)
class _Parting:
    """Copy, and the columns that take it, begun in the first of these."""

    blocks: Sequence[Block | Table]
    columns: Sequence[Column]
    first: int

    def fits(self, held: range) -> bool:
        places = {Place(0, 0.0)}
        for index in range(len(self.blocks)):
            places = {end for start in places for end in self._after(index, start)}
        return any(self._held(end) in held and self._is_level(end) for end in places)

    def _is_level(self, end: Place) -> bool:
        """Whether what the copy does not reach asks for no row."""
        feet = [end.foot, *[0.0] * (len(self.columns) - end.column - 1)]
        rest = zip(self.columns[end.column :], feet, strict=True)
        return all(column.may_end(foot) or not column.is_level for column, foot in rest)

    def _held(self, end: Place) -> int:
        """The rows used of columns that shall be level, where copy goes on in another or ends."""
        is_level = self.columns[end.column].is_level
        return end.held + (ceil(end.foot - NEAR) if is_level else 0)

    def _next(self, end: Place) -> Place:
        """The head of the next column."""
        return Place(end.column + 1, 0.0, 0.0, self._held(end))

    def _after(self, index: int, start: Place) -> Iterable[Place]:
        """Where a block may end: begun here, or at the head of the next column if this one may end
        here; right below a heading in any case."""
        is_headed = index > 0 and self.blocks[index - 1].is_heading
        last = len(self.columns) if index else self.first
        for before in self.blocks[index].befores:
            end, here = start, start._replace(foot=start.foot + start.after, after=0.0)
            while True:
                found = list(self._from(index, here, before, is_headed=is_headed))
                yield from found
                column = self.columns[end.column]
                is_full = not column.is_level and not found and self._is_full(index, here, before)
                is_last = is_headed or end.column + 1 == last
                if is_last or not (column.may_end(end.foot) or is_full):
                    break
                end = here = self._next(end)

    def _is_full(self, index: int, place: Place, before: float) -> bool:
        """Whether a column has no room for what must be together of a block that is not there."""
        block = self.blocks[index]
        if isinstance(block, Table) or block.is_heading:
            return True
        row = self._row(index, place.foot + before if place.foot else 0.0)
        slots = self.columns[place.column].slots(row, block.style.rows, block.style.size)
        return len(list(slots)) < WHOLE

    def _from(self, index: int, place: Place, before: float, *, is_headed: bool) -> Iterable[Place]:
        block = self.blocks[index]
        if block.is_heading:
            foot = self._headed(index, place, before)
            return [] if foot is None else [place._replace(foot=foot)]
        row = self._row(index, place.foot + before if place.foot else 0.0)
        if isinstance(block, Table):
            return self._rows(block, place._replace(foot=row), is_headed=is_headed)
        return self._lines(block, place._replace(foot=row), (), is_headed=is_headed)

    def _row(self, index: int, row: float) -> float:
        """The row on which a block begins: a whole one, if its lines are whole rows."""
        block = self.blocks[index]
        is_whole = isinstance(block, Table) or block.style.rows == int(block.style.rows)
        return float(ceil(row - NEAR)) if is_whole else row

    def _lines(
        self, block: Block, start: Place, before: tuple[Room, ...], *, is_headed: bool = False
    ) -> Iterator[Place]:
        """Where a paragraph ends of which lines stand in other columns already, in such rooms:
        here, or parted, in another; those that three columns share go through whole ones."""
        column, rows = self.columns[start.column], block.style.rows
        slots = list(column.slots(start.foot, rows, block.style.size))
        below = _right_below(start.foot, rows, slots)
        rooms = (*before, *(room for _, room in slots))
        for lines in block.lines_in(rooms):
            here = lines - len(before)
            if (2 if before else 1) <= here <= len(slots):
                if is_headed and below < min(lines, 2):
                    continue
                yield start._replace(foot=slots[here - 1][0] + rows, after=block.after)
        for here in range(1 if before else 2, len(slots) + 1):
            foot = slots[here - 1][0] + rows
            is_last = start.column + 1 == len(self.columns)
            if is_last or not column.may_end(foot) or (is_headed and below < 2):
                continue
            beyond = self._next(start._replace(foot=foot))
            yield from self._lines(block, beyond, rooms[: len(before) + here])

    def _headed(self, index: int, place: Place, before: float) -> float | None:
        """The foot of a heading at the first place of a column, from one on, that has room for it
        and for what it heads; None: no place has."""
        row = place.foot
        while row < self.columns[place.column].top:
            foot = self._heading(index, place.column, row, before)
            if foot is not None:
                return foot
            row = float(floor(row + NEAR) + 1)
        return None

    def _heading(self, index: int, number: int, row: float, before: float) -> float | None:
        """The foot of a heading right below a row; None where it has no room."""
        block, column, lines = self.blocks[index], self.columns[number], 1
        assert isinstance(block, Block)
        rows, size, above = block.style.rows, block.style.size, before if row else 0.0
        while True:
            height = lines * rows + block.after
            start = ceil(row + above + height - NEAR) - height
            slots = list(column.slots(start, rows, size))[:lines]
            if _right_below(start, rows, slots) < lines:
                return None
            narrow = min((room for _, room in slots), key=lambda room: room.width)
            wanted = block.counts([narrow.width], hangs=narrow.is_free)[0]
            if wanted <= lines:
                break
            lines = wanted
        foot = float(ceil(start + height - NEAR))
        is_there = wanted == lines and all(room.covers(narrow) for _, room in slots)
        return foot if is_there and self._follows(index + 1, number, foot) else None

    def _follows(self, index: int, number: int, row: float) -> bool:
        """Whether what a heading heads can stand right below it, or two lines of it."""
        if index == len(self.blocks):
            return True
        block, column = self.blocks[index], self.columns[number]
        before = min(block.befores)
        if block.is_heading:
            return self._heading(index, number, row, before) is not None
        row = self._row(index, row + before)
        if isinstance(block, Table):
            return column.free(row, 1 + block.kept(0)) is not None
        rows = block.style.rows
        slots = list(column.slots(row, rows, block.style.size))
        below = _right_below(row, rows, slots)
        return below > 1 or (below == 1 and 1 in block.lines_in([slots[0][1]]))

    def _rows(
        self, table: Table, start: Place, number: int = 0, *, is_headed: bool = False
    ) -> Iterator[Place]:
        """Where a table ends of which the row of that number comes next, below its head; its
        column may end early, which leaves it less room."""
        column = self.columns[start.column]
        for top in range(column.least, column.top + 1):
            last, foot = _stacked(table, column._replace(top=top), start.foot, number)
            if is_headed and column.free(start.foot, 1 + table.kept(0)) is None:
                continue
            if last == table.rows:
                yield start._replace(foot=foot, after=table.after)
            elif last > number and start.column + 1 < len(self.columns) and column.may_end(foot):
                yield from self._rows(table, self._next(start._replace(foot=foot)), last)


def _stacked(table: Table, column: Column, row: float, number: int) -> tuple[int, float]:
    """How far the rows of a table come in a column, from one on and from that number on, and the
    foot of the last: all that stand together are as wide as each of them is left."""
    room: Room | None = None
    foot = row
    while number < table.rows:
        kept = table.kept(number)
        free = column.free(row, kept) if room else None
        if room is None or free is None or not free.covers(room):
            row, room = _begun(table, column, row, number)
            if room is None:
                break
            row += 1
        number, row = number + 1, row + 1
        foot = row
    return number, foot


def _begun(table: Table, column: Column, row: float, number: int) -> tuple[float, Room | None]:
    """The first place for a table's head and what is left of its rows, or those that stay
    together."""
    while row < column.top:
        for rows in (table.rows - number, table.kept(number)):
            room = column.free(row, 1 + rows)
            if room is not None:
                return row, room
        row += 1
    return row, None


def _right_below(row: float, rows: float, slots: Sequence[tuple[float, Room]]) -> int:
    """How many of the places for lines of so many rows stand right below a row and each other."""
    gaps = (n for n, (head, _) in enumerate(slots) if head > row + n * rows + NEAR)
    return next(gaps, len(slots))
