"""Headings across all columns of their frame: copy above them is balanced, and goes on below.

The copy is parted at such headings. A part fills the frames that it reaches and ends level in the
last of them (CLREQ 2.4.2); below that the heading takes the frame's whole width, and what remains
of the frame, and the frames after it, are the next part's. A heading that would come to stand
beside an obstacle, or whose copy cannot begin below it for one, stands in its column as any other.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import ceil

from .balance import balance
from .blocks import Column, FlowBlock, PlacedLine
from .flow import Flow
from .placing import LINES_AFTER_HEADING
from .runaround import Space
from .strays import Setting

Level = Callable[[Flow, Sequence[int], Sequence[bool]], Setting]
MakeFlow = Callable[[Sequence[FlowBlock], Sequence[Column]], Flow]


def plainly(flow: Flow, rows: Sequence[int], balanced: Sequence[bool]) -> Setting:
    """Copy whose lines may stand alone (see `strays.spare_strays` for others)."""
    return Setting(flow, *balance(flow, rows, balanced), balanced)


def remembered(level: Level) -> Level:
    """A way to place copy that does not place the same copy twice."""
    known: dict[object, Setting] = {}

    def placed(flow: Flow, rows: Sequence[int], balanced: Sequence[bool]) -> Setting:
        copy = tuple(id(block.prepared) for block in flow.blocks), tuple(flow.counts.items())
        key = copy, tuple(flow.columns), tuple(rows), tuple(balanced)
        if key not in known:
            known[key] = level(flow, rows, balanced)
        return known[key]

    return placed


def set_parts(
    blocks: Sequence[FlowBlock],
    columns: Sequence[Column],
    balanced: Sequence[bool],
    level: Level,
    make_flow: MakeFlow = Flow,
    plain: Container[int] = (),
) -> Iterator[Setting]:
    """The settings of the parts of the copy and of the headings between them, in order.

    balanced: which columns the last part, or copy without such headings, may leave short. plain:
    the parts, by number, in which lines may stand alone.
    """
    can_be_short = {
        (column.frame, column.x): can for column, can in zip(columns, balanced, strict=True)
    }
    left, above = list(columns), -1
    parts = [list(part) for _, part in groupby(blocks, key=lambda block: block.spans)]
    for number, part in enumerate(parts):
        is_last = number == len(parts) - 1
        if part[0].spans:
            left, setting = _heading(part, left, above, lines=0 if is_last else LINES_AFTER_HEADING)
        else:
            flow, rows = make_flow(part, left), [column.rows for column in left]
            ends = [can_be_short[column.frame, column.x] for column in left]
            own = plainly if number in plain else level
            setting = own(flow, rows, ends) if is_last else _in_last_frame(flow, rows, own)
            if number and not _begins_in(above, setting):
                # A single line is a lesser evil than a heading without its text.
                setting = (
                    plainly(flow, rows, ends) if is_last else _in_last_frame(flow, rows, plainly)
                )
        yield setting
        left, above = _below(left, setting, above)


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


def _in_last_frame(flow: Flow, rows: Sequence[int], level: Level) -> Setting:
    """The copy level in the frame that it ends in; it reaches no other."""
    used = flow.place(rows).used
    last = max((n for n, taken in enumerate(used) if taken), default=0)
    frame = flow.columns[last].frame
    ends = [column.frame == frame for column in flow.columns]
    beyond = flow.columns[last + 1 :]
    near = len(rows) - sum(column.frame != frame for column in beyond)
    return level(flow, [taken if n < near else 0 for n, taken in enumerate(rows)], ends)


def _heading(
    part: Sequence[FlowBlock], left: list[Column], above: int, *, lines: int
) -> tuple[list[Column], Setting]:
    """Headings in the first frame that holds them and `lines` rows below, and the columns from that
    frame on.

    above: the frame in which something stands above them.
    """
    rest = left
    found: list[tuple[list[Column], Setting]] = []
    while rest:
        whole = _whole(rest, part, is_below=rest[0].frame == above)
        flow = Flow(part, [whole])
        result = flow.place([whole.rows])
        found.append((rest, Setting(flow, result, [whole.rows])))
        if not result.overset and _rows_of(found[-1][1]) + lines <= whole.rows:
            return found[-1]
        rest = [column for column in rest if column.frame != rest[0].frame]
    return found[0]


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
