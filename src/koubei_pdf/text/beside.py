"""What stands beside a set line: dots, lines and readings, placed by its final characters."""

from __future__ import annotations

from itertools import accumulate, repeat

from ..model.style import Ink
from .breaking import BrokenLine
from .chars import CLOSE, OPEN, PAUSE, STOP
from .compose import advances_of
from .features import InlineItem, SetLine, drawn
from .prepare import Prepared
from .setting import Adjustment

_MARKS = frozenset(OPEN + CLOSE + PAUSE + STOP)


def set_beside(
    paragraph: Prepared,
    line: BrokenLine,
    adjustment: Adjustment,
    *,
    size: float,
    x: float,
    y: float,
    ink: Ink,
) -> list[InlineItem]:
    """The items that features draw for the line; its measure starts at x (pt), its baseline
    lies at y (pt)."""
    if not paragraph.stretches or line.start == line.end:
        return []
    advances = advances_of(paragraph, line, adjustment)
    left = [x + at * size for at in accumulate(advances, initial=line.indent)]
    edges = (left[0], left[-1] - paragraph.tracking * size)
    left[0] -= min(paragraph.lead.get(line.start, 0.0), 0.0) * size  # moved in by a reading
    own = map(_own, repeat(paragraph), range(line.start, line.end), advances)
    set_line = SetLine(
        start=line.start,
        end=line.end,
        left=left,
        own=[width * size for width in own],
        x0=x,
        x1=x + line.measure * size,
        y=y,
        size=size,
        kinds=paragraph.classes[line.start : line.end],
        ink=ink,
        edges=edges,
    )
    return drawn(set_line, paragraph.stretches)


def _own(paragraph: Prepared, index: int, advance: float) -> float:
    """The width (em) of a character without what stands after it.

    A mark may have lost its blank to its neighbour, to the line's edge or to justification.
    """
    if index in paragraph.before or paragraph.classes[index] in _MARKS:
        return min(1.0, advance)
    tracking = paragraph.tracking_after(index, index + 1)
    return paragraph.advances[index] - paragraph.after.get(index, 0.0) - tracking
