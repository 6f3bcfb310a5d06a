"""One pass of a flow through columns in which obstacles stand (see `runaround`).

Paragraphs run on from row to row, each line as wide as its row leaves it. A drop initial and its
lines, and the lines of a heading, stand in rows that leave them one and the same place; a heading
has its text right below. A table, or as much of it as can stand together, is as wide as all of its
rows leave it; where an obstacle parts it, it begins anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import ceil, floor
from typing import NamedTuple

from ..model.geometry import TOLERANCE
from ..text.breaking import BrokenLine
from .blocks import FlowBlock, PlacedLine, PlacedRow
from .initials import LEAST_MEASURE, Initial
from .placing import LINES_AFTER_HEADING, Placing
from .runaround import Space
from .tables import FlowTable


class _Slot(NamedTuple):
    """A place for a line: in `column`, from `row` on."""

    column: int
    row: float
    space: Space


class PlacingAround(Placing):
    """Lines into what obstacles leave free of the columns.

    looked_to: the row below the last place, in whatever column, that was looked at for a line of a
    running paragraph.
    """

    looked_to = 0.0

    def _skip_to_room(self, index: int) -> None:
        """Slots are looked for with the lines that they shall hold."""

    def _paragraph(self, index: int) -> None:
        block = self.flow.blocks[index]
        if block.keep or block.style.balance:
            lines, slots = self._heading(index)
        else:
            lines, slots = self._running(index)
        for line, slot in zip(lines, slots, strict=False):
            self.column, self.row = slot.column, slot.row
            self._use(block.style.rows)
            row = self.row - 1
            offset = slot.space.offset + block.remainder(slot.space.width)
            self.placed.append(PlacedLine(index, line, self.column, row, offset))
        self.overset.extend((index, line) for line in lines[len(slots) :])
        if len(slots) < len(lines):
            self.column = len(self.capacities)
        elif block.initial and len(lines) < block.initial.lines:
            self._use((block.initial.lines - len(lines)) * block.style.rows)

    def _running(self, index: int) -> tuple[list[BrokenLine], list[_Slot]]:
        """The lines of a paragraph and as many of the slots from here on as they take."""
        block = self.flow.blocks[index]
        text = block.prepared
        natural = text.natural(0, len(text.text)) if text.text else 0.0
        slots: list[_Slot] = []
        coming = self._slots(index)
        while True:
            # Measures for half as much again as the text is wide are mostly enough.
            more = list(_enough(coming, 1.5 * natural * block.style.size))
            slots += more
            measures = [block.measure(slot.space.width) for slot in slots]
            while len(measures) > 1 and measures[-1] == measures[-2]:
                measures.pop()  # the last one repeats
            if not measures:
                measures.append(self.flow.measure(index, len(self.capacities) - 1))
            # A mark that hangs would stand in the clearance.
            is_free = all(self._ends_free(slot.column, slot.space) for slot in slots)
            lines = self.flow.lines(index, tuple(measures), hangs=is_free)
            if len(lines) <= len(slots) or not more:
                self.looked_to = slots[-1].row + block.style.rows if slots else 0.0
                return lines, slots[: len(lines)]

    def _slots(self, index: int) -> Iterator[_Slot]:
        """The places for a paragraph's lines, in order, from here on."""
        block = self.flow.blocks[index]
        column, row = self.column, self._start(block, self.row)
        if block.initial:
            beside = self._beside_initial(block, block.initial, column, row)
            yield from beside
            if not beside:
                return
            column, row = beside[-1].column, beside[-1].row + block.style.rows
        yield from self._rows(block, column, row)

    def _rows(self, block: FlowBlock, column: int, row: float) -> Iterator[_Slot]:
        """Places for lines one by one from a row of a column on, through all columns."""
        rows, size = block.style.rows, block.style.size
        while column < len(self.capacities):
            fits = row + rows <= self.capacities[column] + 1e-9
            space = self.flow.space(column, row + rows - 1, size) if fits else None
            if space is None:
                column, row = self._next_place(column, row)
                continue
            yield _Slot(column, row, space)
            row += rows

    def _beside_initial(
        self, block: FlowBlock, initial: Initial, column: int, row: float
    ) -> list[_Slot]:
        """The rows beside an initial, which leave its lines one and the same place; none if there
        are no such rows."""
        need = (initial.width + LEAST_MEASURE) * block.style.size - TOLERANCE
        while column < len(self.capacities):
            slots = self._stack(block, column, row, initial.lines)
            if slots and len({slot.space for slot in slots}) == 1 and slots[0].space.width >= need:
                return slots
            column, row = self._next_place(column, row)
        return []

    def _next_place(self, column: int, row: float) -> tuple[int, float]:
        """The next whole row, of this column or at the head of the next."""
        row = float(floor(row + 1e-9) + 1)
        return (column, row) if row < self.capacities[column] else (column + 1, 0.0)

    def _stack(self, block: FlowBlock, column: int, row: float, count: int) -> list[_Slot]:
        """`count` places right below each other from a row on; none where one is lacking."""
        slots = list(islice(self._rows(block, column, row), count))
        last = row + (count - 1) * block.style.rows
        is_whole = len(slots) == count and slots[-1].column == column
        return slots if is_whole and abs(slots[-1].row - last) < 1e-9 else []

    def _heading(self, index: int) -> tuple[list[BrokenLine], list[_Slot]]:
        """A heading where it stands, if it can be, right above what it heads."""
        for is_followed in (True, False):
            column, row = self.column, self.row
            while column < len(self.capacities):
                found = self._headed(index, column, row, is_followed=is_followed)
                if found:
                    return found
                column, row = self._next_place(column, row)
        return self.flow.lines(index, (self.flow.measure(index, len(self.capacities) - 1),)), []

    def _headed(
        self, index: int, column: int, row: float, *, is_followed: bool
    ) -> tuple[list[BrokenLine], list[_Slot]] | None:
        """The heading right below `row`, and below it what it heads; None where it cannot be."""
        block = self.flow.blocks[index]
        style, count = block.style, 1
        while True:
            start = self._start(block, row, count)
            slots = self._stack(block, column, start, count)
            if not slots:
                return None
            # All lines stand where the narrowest of their rows leaves them room.
            space = min((slot.space for slot in slots), key=lambda space: space.width)
            hangs = self._ends_free(column, space)
            lines = self.flow.lines(index, (block.measure(space.width),), hangs=hangs)
            if len(lines) == count:
                break
            if len(lines) < count:
                return None
            count = len(lines)
        if any(not _covers(slot.space, space) for slot in slots):
            return None
        end = start + count * style.rows + style.after
        if is_followed and block.keep and not self._follows(index + 1, column, end):
            return None
        return lines, [slot._replace(space=space) for slot in slots]

    def _follows(self, index: int, column: int, row: float) -> bool:
        """Whether what a heading heads can stand right below it."""
        if index == len(self.flow.blocks):
            return True
        block = self.flow.blocks[index]
        if block.keep:
            return self._headed(index, column, row, is_followed=True) is not None
        start = self._start(block, row)
        if block.table:
            first = range(block.table.kept_to(0))
            return self._across(index, block.table, first, column, start) is not None
        count = block.initial.lines if block.initial else LINES_AFTER_HEADING
        natural = block.prepared.natural(0, len(block.prepared.text)) if block.prepared.text else 0
        slots = self._stack(block, column, start, 1)
        if not block.initial and slots and natural <= block.measure(slots[0].space.width):
            return True
        return bool(self._stack(block, column, start, count))

    def _ends_free(self, column: int, space: Space) -> bool:
        """Whether a place ends at its column's edge, not at an obstacle."""
        return space.offset + space.width > self.flow.columns[column].width - TOLERANCE

    def _table(self, index: int, table: FlowTable) -> None:
        self.row = self._start(self.flow.blocks[index], self.row)
        space: Space | None = None
        for number in range(len(table.rows)):
            slot = self._row_place(index, table, number, space)
            if slot is None:
                width = self.flow.columns[-1].width
                rows = self.flow.rows(table, index, width)[1][number:]
                self.overset.extend((index, row) for row in rows)
                self._end_table()
                self.column = len(self.capacities)
                return
            head, rows = self.flow.rows(table, index, slot.space.width)
            goes_on = space is not None and slot == _Slot(self.column, self.row, space)
            if not goes_on:
                self._end_table()
                self.column, self.row, space = slot
            for row in (rows[number],) if goes_on else (head, rows[number]):
                offset = slot.space.offset
                self.placed.append(PlacedRow(index, row, self.column, self.row, offset=offset))
                self._use(row.rows)
        self._end_table()

    def _row_place(
        self, index: int, table: FlowTable, number: int, space: Space | None
    ) -> _Slot | None:
        """Where a row of a table goes, with those that are kept with it, or else without them:
        below the last one, as wide (`space`), or with a head elsewhere."""
        for last in (table.kept_to(number), number + 1):
            if space is not None:
                rows = self.flow.rows(table, index, space.width)[1][number:last]
                free = self._free(self.column, self.row, sum(row.rows for row in rows))
                if free is not None and _covers(free, space):
                    return _Slot(self.column, self.row, space)
            column, row = self.column, self.row if space is None else ceil(self.row - 1e-9)
            while column < len(self.capacities):
                for end in (len(table.rows), last):
                    across = self._across(index, table, range(number, end), column, row)
                    if across is not None:
                        return _Slot(column, row, across)
                column, row = self._next_place(column, row)
        return None

    def _across(
        self, index: int, table: FlowTable, numbers: range, column: int, row: float
    ) -> Space | None:
        """The place across a column that rows of a table, below its head, have from a row on; None
        where they have not the width that they need, or there is no room for them."""
        space = Space(0.0, self.flow.columns[column].width)
        while True:
            head, rows = self.flow.rows(table, index, space.width)
            height = head.rows + sum(rows[number].rows for number in numbers)
            free = self._free(column, row, height)
            if free is None or _covers(free, space):
                return space if free else None
            # The narrower a table is, the higher it may be.
            if free.width >= space.width or free.width < table.least_width():
                return None
            space = free

    def _free(self, column: int, row: float, rows: float) -> Space | None:
        """What is free for part of a table, which ends with a whole row."""
        rows = ceil(row + rows - 1e-9) - row
        is_in = row + rows <= self.capacities[column] + 1e-9
        return self.flow.free(column, row, rows) if is_in else None


def _enough(slots: Iterator[_Slot], width: float) -> Iterator[_Slot]:
    """The next slots, until they are `width` pt wide together."""
    for slot in slots:
        yield slot
        width -= slot.space.width
        if width < 0:
            return


def _covers(space: Space, other: Space) -> bool:
    """Whether one place lies within another."""
    left, right = space.offset, space.offset + space.width
    return left <= other.offset + 1e-6 and right >= other.offset + other.width - 1e-6
