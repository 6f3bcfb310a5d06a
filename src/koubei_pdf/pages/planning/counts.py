"""How many figures, portraits and events a frame has room for, as its filler sets them.

Where a frame takes any number: figures of up to four digits stand side by side, portraits in whole
rows, events of one line below each other.
"""

from __future__ import annotations

from math import ceil

from ...model.geometry import TOLERANCE, Rect
from ...model.style import Frame
from ..context import Context
from ..grid import EM_ASCENT
from ..options import Options

#: How wide a number of four digits is (em of its style).
FOUR_DIGITS = 2.0


def room_for(context: Context, frame: Frame, rect: Rect) -> int:
    """How many a frame that stands at `rect` (pt) has room for; 0 of other kinds of frames."""
    count = {"figures": _figures, "people": _people, "timeline": _events}.get(frame.kind)
    if count is None or min(rect.width, rect.height) <= TOLERANCE:
        return 0  # no extent is a fault of the layout, which is reported as such
    grid = context.issue.house.grid
    # The foot of a frame is that of its last row's em box.
    room = rect.height + grid.row - grid.em
    found = count(context, Options(frame.options), rect.width, room + TOLERANCE)
    return min(found, Options(frame.options).integer("count", found))


def _figures(context: Context, options: Options, width: float, room: float) -> int:
    grid = context.issue.house.grid
    rows = int(room / (options.number("rows", 6) * grid.row))
    columns = options.integer("columns", 0)
    if columns or not rows:
        return rows * columns
    # Without `columns` all stand in one row.
    gap = options.number("gap", 2) * grid.em
    cell = context.style(options.name("value_style")).size * FOUR_DIGITS
    return max(int((width + gap + TOLERANCE) / (cell + gap)), 1)


def _people(context: Context, options: Options, _: float, room: float) -> int:
    pitch = options.integer("rows", 12) + options.integer("name_rows", 3)
    return int(room / (pitch * context.issue.house.grid.row)) * options.integer("columns", 5)


def _events(context: Context, options: Options, _: float, room: float) -> int:
    grid = context.issue.house.grid
    sizes = [context.style(options.name(name)).size for name in ("date_style", "text_style")]
    deepest = max(EM_ASCENT * (grid.em - size) + size for size in sizes)
    height = max(1, ceil((deepest - TOLERANCE) / grid.row)) * grid.row
    gap = options.number("gap", 1) * grid.row
    return int((room + gap) / (height + gap))
