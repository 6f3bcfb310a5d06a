"""Copy that goes on on other pages (转接): where it is parted, and the line that says so.

It fills the frames where it begins but for the row of the turn line (下转第 N 页), then those of
the other pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from ..model.book import Item, Link
from ..model.content import Run
from ..model.geometry import TOLERANCE, Rect
from ..model.style import Ink
from .blocks import Column
from .context import Context, Filled, Place
from .grid import EM_ASCENT, Extent
from .runaround import Space
from .strays import Setting
from .template import expand
from .typeset import SHARE, TextBlock, compose_block, place_block

#: What the turn line says where the frame does not.
TURN = "（下转第{continued.folio}页）"
TURN_ROLE = "turn"

#: Sets copy into columns, of which those of frames from the given number on may be shortened;
#: gives also how many lines more than is best that took.
CopyIn = Callable[[Sequence[Column], int], tuple[list[Setting], int]]


@dataclass(frozen=True, slots=True)
class Parted:
    """Copy in two places: the columns of both, how it is set there, and the first page of the other
    one."""

    columns: list[Column]
    settings: list[Setting]
    moved: int
    onward: int


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn line on a row of its column, where it stands `space`."""

    block: TextBlock
    row: int
    space: Space


def _parted(
    context: Context, own: Sequence[Column], beyond: Sequence[Column], row: int, copy_in: CopyIn
) -> Parted | None:
    """Copy in its own columns, above `row` of the last one, and beyond; None: not by the limits.

    Where too little would go on, the last column ends earlier.
    """
    limits, other = context.layout.fit.parting, beyond[0].frame
    assert limits is not None
    while row >= 0:
        last = replace(own[-1], rows=row)
        near = [replace(column, on_foot=False) for column in (*own[:-1], last)]
        columns = [*near, *beyond]
        settings, moved = copy_in(columns, other)
        pages = carried(settings, other)
        if len(pages) >= limits.carry:
            lines = sum(len(setting.result.lines) for setting in settings)
            stays = lines - len(pages) >= limits.stay
            return Parted(columns, settings, moved, pages[0]) if stays else None
        row -= limits.carry - len(pages)
    return None


def carried(settings: Sequence[Setting], other: int) -> list[int]:
    """The pages of the lines that stand in frames from number `other` on."""
    return [
        setting.flow.columns[placed.column].page
        for setting in settings
        for placed in setting.result.lines
        if setting.flow.columns[placed.column].frame >= other
    ]


def _turn_line(
    context: Context, place: Place, column: Column, onward: int, filled: Filled
) -> Turn | None:
    """The turn line, to page `onward`, as low in a column as it can stand; None without room."""
    options, row = place.options, place.grid.grid.row
    style = context.style(options.name("turn_style"), "turn", "signature")
    text = options.text("turn") or Run(TURN, place.frame.span)
    runs, _, faults = expand(text, replace(context, onward=onward), column.page)
    filled.faults.extend(faults)
    if not runs:
        return None
    block, faults = compose_block(runs, style, column.width, context, column.page)
    filled.faults.extend(faults)
    for head in range(column.rows - ceil((block.height - TOLERANCE) / row), -1, -1):
        space: Space | None = Space(0.0, column.width)
        if column.around:
            space = column.around.beside(column.x, column.width, column.top + head, style.size)
        if space and block.natural_width <= space.width + TOLERANCE:
            return Turn(
                compose_block(runs, style, space.width, context, column.page)[0], head, space
            )
    return None


def _place_turn(
    turn: Turn, place: Place, column: Column, onward: int, ink: Ink, filled: Filled
) -> None:
    """Put the turn line on its row, a link to the page that it names."""
    block, style, grid = turn.block, turn.block.style, place.grid
    x, head = column.x + turn.space.offset, column.top + turn.row
    y = grid.row_y(head) + EM_ASCENT * (grid.grid.em - style.size)
    items: list[Item] = [*place_block(block, x, y, role=TURN_ROLE, align=style.align, ink=ink)]
    left = x + SHARE[style.align] * max(turn.space.width - block.natural_width, 0.0)
    area = Rect(left, y, left + block.natural_width, y + block.height)
    items.append(Link(area, onward, place.frame.span))
    filled.items.extend((column.page, item) for item in items)
    filled.texts.append((place.frame.name, column.page, area))
    foot = head + ceil((block.height - TOLERANCE) / grid.grid.row)
    so_far = filled.extents.get(place.frame.name, Extent(head, foot))
    filled.extents[place.frame.name] = Extent(so_far.head, max(so_far.foot, foot))


def part(
    context: Context,
    last: Place,
    own: Sequence[Column],
    beyond: Sequence[Column],
    copy_in: CopyIn,
    filled: Filled,
) -> Parted | None:
    """Copy that goes on beyond its own columns, with its turn line; None where it cannot."""
    column, aside = own[-1], Filled()
    turn = _turn_line(context, last, column, beyond[0].page, aside)
    if turn is None:
        filled.faults.extend(aside.faults)
        return None
    parted = _parted(context, own, beyond, turn.row, copy_in)
    if parted is not None:
        turn = _turn_line(context, last, column, parted.onward, filled) or turn
        ink = context.ink(turn.block.style.colour)
        _place_turn(turn, last, column, parted.onward, ink, filled)
    return parted
