"""Headings across all columns of their frame: copy above them is balanced, and goes on below.

The copy is parted at such headings. A part fills the frames that it reaches and ends level in the
last of them (CLREQ 2.4.2); below that the heading takes the frame's whole width, and what remains
of the frame, and the frames after it, are the next part's. Where parts end badly their ways are
looked at together, the least faulty first: what one part takes another may lack. A heading that
would come to stand beside an obstacle, or whose copy cannot begin below it for one, stands in its
column as any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from itertools import count, groupby
from math import ceil
from typing import NamedTuple

from .balance import balance
from .blocks import Column, FlowBlock, PlacedLine
from .column_breaks import STRAY
from .flow import Flow
from .placing import LINES_AFTER_HEADING
from .runaround import Space
from .strays import Setting

#: Gives ways to place copy, each with fewer faults than the one before.
Ways = Callable[[Flow, Sequence[int], Sequence[bool]], Sequence[Setting]]
#: Makes a flow of copy, that before it being set on so many lines more than is best.
MakeFlow = Callable[[Sequence[FlowBlock], Sequence[Column], int], Flow]
#: A heading across columns whose text begins elsewhere is worse than any lines alone.
DESERTED = 100 * STRAY
#: How many times a part is placed below what another way has above it.
MOST_TRIED = 64


def plainly(flow: Flow, rows: Sequence[int], balanced: Sequence[bool]) -> Sequence[Setting]:
    """Copy whose lines may stand alone (see `strays.ways` for others)."""
    return [Setting(flow, *balance(flow, rows, balanced), balanced)]


class Parted(NamedTuple):
    """The first parts of the copy as they are set, what is wrong with them, and what they leave.

    moved: lines more than is best; left: columns; above: the frame in which something stands above
    these, -1 for none.
    """

    left: Sequence[Column]
    above: int = -1
    settings: tuple[Setting, ...] = ()
    moved: int = 0
    faults: int = 0

    @property
    def is_over(self) -> bool:
        return any(setting.result.overset for setting in self.settings)


class Parts:
    """The copy, parted at the headings across all columns.

    balanced: which columns the last part, or copy without such headings, may leave short.
    """

    def __init__(
        self,
        blocks: Sequence[FlowBlock],
        columns: Sequence[Column],
        balanced: Sequence[bool],
        make_flow: MakeFlow = lambda blocks, columns, _: Flow(blocks, columns),
    ) -> None:
        self._parts = [list(part) for _, part in groupby(blocks, key=lambda block: block.spans)]
        self._columns, self._make_flow = columns, make_flow
        self._can_be_short = {
            (column.frame, column.x): can for column, can in zip(columns, balanced, strict=True)
        }

    def plain(self) -> Parted:
        """The parts one after the other, lines alone or not."""
        found = Parted(self._columns)
        while not self._is_done(found):
            found = next(self._further(found, plainly))
        return found

    def spared(self, ways: Ways) -> Parted:
        """The parts with the fewest faults; as they are if nothing is better."""
        plain = self.plain()
        if plain.is_over or not plain.faults:
            return plain
        number = count()
        known: set[object] = set()
        coming = [(0, 0, next(number), Parted(self._columns))]
        while coming and len(known) < MOST_TRIED:
            parted = heappop(coming)[-1]
            if self._is_done(parted):
                return parted
            place = len(parted.settings), parted.above, parted.moved, *map(_top, parted.left)
            if place in known:
                continue
            known.add(place)
            for further in self._further(parted, ways):
                if not further.is_over and further.faults < plain.faults:
                    done = -len(further.settings)
                    heappush(coming, (further.faults, done, next(number), further))
        return plain

    def _is_done(self, parted: Parted) -> bool:
        return len(parted.settings) == len(self._parts)

    def _further(self, parted: Parted, ways: Ways) -> Iterator[Parted]:
        """The ways to place the next part."""
        number, left, above = len(parted.settings), parted.left, parted.above
        part, is_last = self._parts[number], number == len(self._parts) - 1
        if part[0].spans:
            lines = 0 if is_last else LINES_AFTER_HEADING
            for rest, setting, empty in _headings(part, left, above, lines=lines):
                yield _with(parted, rest, setting, empty)
            return
        flow, rows = self._make_flow(part, left, parted.moved), [column.rows for column in left]
        ends = [self._can_be_short[column.frame, column.x] for column in left]
        for setting in ways(flow, rows, ends) if is_last else _in_last_frame(flow, rows, ways):
            is_deserted = number > 0 and not _begins_in(above, setting)
            faults = setting.faults + DESERTED * is_deserted
            yield _with(parted, left, setting, faults, sum(flow.counts.values()))


def _with(
    parted: Parted, left: Sequence[Column], setting: Setting, faults: int, moved: int = 0
) -> Parted:
    """The parts with one more; left: the columns from the frame on in which it begins."""
    below, above = _below(left, setting, parted.above)
    settings = (*parted.settings, setting)
    return Parted(below, above, settings, parted.moved + moved, parted.faults + faults)


def _top(column: Column) -> tuple[int, float, int]:
    return column.frame, column.top, column.rows


def hemmed_in(settings: Sequence[Setting]) -> Sequence[FlowBlock]:
    """The first headings that obstacles keep from their frame's whole width, or their copy from
    beginning right below them; none where all stand well."""
    for number, setting in enumerate(settings):
        flow, lines = setting.flow, setting.result.lines
        if not flow.blocks[0].spans or flow.is_open or not lines:
            continue
        width, sizes = flow.columns[0].width, [block.style.size for block in flow.blocks]
        spaces = (flow.space(0, line.row, sizes[line.block]) for line in lines)
        follows = settings[number + 1] if number + 1 < len(settings) else None
        if any(space != Space(0.0, width) for space in spaces) or not _begins_below(follows):
            return flow.blocks
    return ()


def _begins_below(setting: Setting | None) -> bool:
    """Whether copy begins on the first row of the first column that it has."""
    if setting is None or not setting.result.lines:
        return True
    first = setting.result.lines[0]
    head = first.row
    if isinstance(first, PlacedLine):
        head -= setting.flow.blocks[first.block].style.rows - 1
    return first.column == 0 and head < 1


def _begins_in(frame: int, setting: Setting) -> bool:
    """Whether the first line stands in a frame."""
    lines = setting.result.lines
    return not lines or setting.flow.columns[lines[0].column].frame == frame


def _in_last_frame(flow: Flow, rows: Sequence[int], ways: Ways) -> Sequence[Setting]:
    """The copy level in the frame that it ends in; it reaches no other."""
    used = flow.place(rows).used
    last = max((n for n, taken in enumerate(used) if taken), default=0)
    frame = flow.columns[last].frame
    ends = [column.frame == frame for column in flow.columns]
    beyond = flow.columns[last + 1 :]
    near = len(rows) - sum(column.frame != frame for column in beyond)
    return ways(flow, [taken if n < near else 0 for n, taken in enumerate(rows)], ends)


def _headings(
    part: Sequence[FlowBlock], left: Sequence[Column], above: int, *, lines: int
) -> Iterator[tuple[Sequence[Column], Setting, int]]:
    """Headings in the frames that hold them and `lines` rows below, the columns from that frame on,
    and the rows that they leave empty above it; in the first frame if none holds them.

    above: the frame in which something stands above them.
    """
    rest, empty, held = left, 0, False
    first: tuple[Sequence[Column], Setting, int] | None = None
    while rest:
        whole = _whole(rest, part, is_below=rest[0].frame == above)
        flow = Flow(part, [whole])
        result = flow.place([whole.rows])
        found = rest, Setting(flow, result, [whole.rows]), empty
        first = first or found
        if not result.overset and _rows_of(found[1]) + lines <= whole.rows:
            held = True
            yield found
        empty += rest[0].rows
        rest = [column for column in rest if column.frame != rest[0].frame]
    if first and not held:
        yield first


def _whole(left: Sequence[Column], part: Sequence[FlowBlock], *, is_below: bool) -> Column:
    """What is left of the first frame as one column, below the room that headings ask for."""
    first, style = left[0], part[0].style
    last = [column for column in left if column.frame == first.frame][-1]
    room = ceil(style.before - 1e-9) if is_below else 0
    return replace(
        first,
        width=last.x + last.width - first.x,
        top=first.top + room,
        rows=max(first.rows - room, 0),
    )


def _rows_of(setting: Setting) -> int:
    """The rows that a setting takes of its last column, with what its last block has below it."""
    last = setting.result.lines[-1]
    after = setting.flow.blocks[last.block].style.after
    foot = last.row + (1 if isinstance(last, PlacedLine) else last.cells.rows)
    return ceil(foot + after - 1e-9)


def _below(left: Sequence[Column], setting: Setting, above: int) -> tuple[list[Column], int]:
    """What a setting leaves of the columns, and the frame in which it stands above them.

    Of its last frame that is what is below it, and later frames; nothing where it lacks room.
    """
    result, columns = setting.result, setting.flow.columns
    if result.overset or not result.lines:
        return [replace(column, rows=0) for column in left] if result.overset else list(left), above
    frame = columns[result.lines[-1].column].frame
    feet = [
        column.top + max(used, _rows_of(setting) if number == result.lines[-1].column else 0)
        for number, (column, used) in enumerate(zip(columns, result.used, strict=True))
        if column.frame == frame
    ]
    below = []
    for column in left[next(n for n, one in enumerate(left) if one.frame == frame) :]:
        taken = min(round(max(feet) - column.top), column.rows) if column.frame == frame else 0
        below.append(replace(column, top=column.top + taken, rows=column.rows - taken))
    return below, frame
