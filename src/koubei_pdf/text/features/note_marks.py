"""Note marks: superscript numbers, solid and inseparable from what they follow (CLREQ 6.1.2.3).

After a pause, a stop or a closing bracket the number stands in the mark's blank half, so that the
line keeps its rhythm.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..chars import ATTACHED, CLOSE, PAUSE, STOP
from ..widths import HALF, Widths
from .feature import Feature, Stretch, add_space
from .scripts import RISE, SCALE

#: Between two numbers side by side (em).
APART = 0.2


def widen(widths: Widths, stretches: Sequence[Stretch]) -> None:
    """Put the numbers into the blanks before them, and numbers side by side apart."""
    starts = {stretch.start for stretch in stretches}
    ends = {stretch.end for stretch in stretches}
    first = 0
    for stretch in stretches:
        if stretch.start not in ends:
            first = stretch.start
        if stretch.end in starts:
            add_space(widths, stretch.end - 1, APART)
        else:
            _fill_blank(widths, first, stretch.end)


def _fill_blank(widths: Widths, start: int, end: int) -> None:
    """The numbers start..end take the blank of the mark before them, and leave what is over."""
    mark = start - 1
    if mark < 0 or widths.kinds[mark] not in CLOSE + PAUSE + STOP:
        return
    if widths.advances[mark] <= 1 - HALF / 2:
        return
    widths.advances[mark] -= HALF
    widths.after[mark] = widths.after.get(mark, 0.0) - HALF
    for table in (widths.squeezes, widths.tail, widths.hang):
        table.pop(mark, None)
    rest = HALF - sum(widths.advances[start:end])
    if rest > 0:
        add_space(widths, end - 1, rest)


def classify(kinds: str, start: int) -> str:
    """Attached to whatever stands before, for no gap and no break."""
    del kinds, start
    return ATTACHED


NOTE_MARK = Feature("note", scale=SCALE, rise=RISE, whole=True, classify=classify, widen=widen)
