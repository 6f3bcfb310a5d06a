"""Copy as the search for ways to part it knows it: paragraphs and tables, and what they may take.

How long a paragraph is on given widths is asked of the composing layer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import floor

from koubei_pdf.model.style import ParagraphStyle
from koubei_pdf.text.breaking import break_lines, first_indent
from koubei_pdf.text.display import break_display
from koubei_pdf.text.prepare import Prepared

from .story_rooms import Room

#: What a paragraph on other lines may cost, about two lines that are loose (docs/fitting.md).
LIMIT = 320.0
#: Lines fewer or more on which it may be (docs/fitting.md).
MOST = 2


@dataclass(frozen=True, eq=False)
class Block:
    """A paragraph, or a heading, which two lines of the next block must stand below.

    befores: rows that may be above it; after: rows below it; is_note: its lines are whole 字.
    """

    text: Prepared
    style: ParagraphStyle
    befores: tuple[float, ...] = (0.0,)
    is_heading: bool = False
    is_note: bool = False
    asked: dict[tuple[tuple[float, ...], bool], tuple[int, ...]] = field(default_factory=dict)

    @property
    def after(self) -> float:
        return self.style.after

    def counts(self, widths: Sequence[float], *, hangs: bool) -> tuple[int, ...]:
        """The numbers of lines on which it may be set, these being so wide (pt; the last repeats).

        hangs: whether marks may hang beyond a line, where the house lets them.
        """
        measures = [self._measure(width) for width in widths]
        near = self._reached(measures)
        found = self._asked(near, hangs=hangs)
        is_all = len(near) == len(measures) or max(found) + MOST <= len(near)
        return found if is_all else self._asked(measures, hangs=hangs)

    def lines_in(self, rooms: Sequence[Room]) -> Iterator[int]:
        """The numbers of lines on which it may be set in these places."""
        widths = [room.width for room in rooms]
        free = next((n for n, room in enumerate(rooms) if not room.is_free), len(rooms))
        found = [n for n in self.counts(widths, hangs=True) if n <= free] if free else []
        if rooms and free < len(rooms):
            # Marks do not hang beside what copy runs around.
            found += self.counts(widths, hangs=False)
        yield from dict.fromkeys(found)

    def _measure(self, width: float) -> float:
        measure = round(self.style.measure(width), 6)
        return float(floor(measure)) if self.is_note else measure

    def _reached(self, measures: Sequence[float]) -> Sequence[float]:
        """Those that it will hardly go beyond, so that fewer ones are asked for."""
        wanted = 1.15 * self.text.natural(0, len(self.text.text)) if self.text.text else 0.0
        reached = (n for n, sum_ in enumerate(accumulate(measures), 1) if sum_ > wanted)
        return measures[: next(reached, len(measures)) + MOST + 1]

    def _asked(self, measures: Sequence[float], *, hangs: bool) -> tuple[int, ...]:
        last = len(measures)
        while last > 1 and measures[last - 1] == measures[last - 2]:
            last -= 1
        key = tuple(measures[:last]), hangs
        if key not in self.asked:
            text = self.text if hangs else replace(self.text, hang={})
            balanced = self.style.balance
            counts = _display(text, key[0]) if balanced else _counts(text, key[0], self.style)
            self.asked[key] = tuple(counts)
        return self.asked[key]


def _display(text: Prepared, measures: Sequence[float]) -> Iterator[int]:
    yield len(break_display(text, measures[0]))


def _counts(text: Prepared, measures: Sequence[float], style: ParagraphStyle) -> Iterator[int]:
    indent = first_indent(text, style.indent, measures[0])
    best = break_lines(text, measures, indent=indent)
    yield len(best)
    for sign in (-1, 1):
        for more in range(1, MOST + 1):
            count = len(best) + sign * more
            other = break_lines(text, measures, indent=indent, count=count) if count > 0 else []
            if not other:
                break  # nor can it be on still fewer, or more
            if sum(line.cost for line in other) - sum(line.cost for line in best) <= LIMIT:
                yield count


@dataclass(frozen=True, eq=False)
class Table:
    """So many rows, and one more above them, its head, which comes again where it is parted.

    Its words and numbers are so short that it stands wherever a line may.
    """

    rows: int
    befores: tuple[float, ...] = (1.0,)
    after: float = 1.0
    is_heading: bool = False

    def kept(self, number: int) -> int:
        """How many rows stay together that begin with this one: the first two, the last two, all
        of a short table."""
        if number == 0 and self.rows <= 3:
            return self.rows
        return 2 if number in (0, self.rows - 2) else 1
