"""What an inline feature can do: change a run's font, widths and breaks, and draw beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...model.book import Fill, GlyphRun, Shape
from ...model.content import Run
from ...model.style import Ink
from ..typeface import Typeface
from ..widths import Widths


@dataclass(frozen=True, slots=True)
class ReadingPart:
    """Glyphs of a reading in one face, `x` em of the reading's size from its left.

    kerns: by glyph, what shaping added to its own advance (em of the reading's size).
    """

    face: Typeface
    text: str
    glyphs: tuple[int, ...]
    clusters: tuple[int, ...]
    kerns: tuple[tuple[int, float], ...]
    x: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters start..end of a paragraph under one mark; reading and its width (em of the
    paragraph's size) where the mark is "ruby"."""

    mark: str
    start: int
    end: int
    run: Run
    reading: tuple[ReadingPart, ...] = ()
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class SetLine:
    """Characters start..end as they stand on the page: lengths in pt, lists from `start` on.

    left, own: where each character's frame begins and how wide it is, without space after it
    and without a blank that was squeezed away (left: one more, the pen after the last one).
    x0, x1: the edges of the line's measure; y: the baseline. kinds: the classes.
    edges: where the line begins and ends, with what it gave up there for readings.
    """

    start: int
    end: int
    left: Sequence[float]
    own: Sequence[float]
    x0: float
    x1: float
    y: float
    size: float
    kinds: str
    ink: Ink
    edges: tuple[float, float]

    def part(self, stretch: Stretch) -> tuple[int, int]:
        """Which of the line's characters, from 0, belong to the stretch, but spaces at its end."""
        first, last = max(stretch.start, self.start), min(stretch.end, self.end)
        while last > first and self.kinds[last - 1 - self.start] == " ":
            last -= 1
        return first - self.start, max(first, last) - self.start


InlineItem = GlyphRun | Fill | Shape
Draw = Callable[[SetLine, Sequence[Stretch]], list[InlineItem]]


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature for runs with `mark` ("ruby": those with a reading).

    font: the role that stands in for the style's own, if the house has it. scale: the size of the
    run, for "ruby" of the reading, as a part of the paragraph's; rise: how far (em of the
    paragraph's size) above its baseline.
    between_lines: it stands in the gap beside the line, which must have room for it.
    whole: no line ends within a stretch.
    classify: the class that all its characters get, after those of the paragraph and its start.
    widen: changes of widths, given all stretches of the mark in order.
    draw: what stands beside a line, given all of the line's stretches in order.
    """

    mark: str
    font: str | None = None
    scale: float = 1.0
    rise: float = 0.0
    between_lines: bool = False
    whole: bool = False
    classify: Callable[[str, int], str] | None = None
    widen: Callable[[Widths, Sequence[Stretch]], None] | None = None
    draw: Draw | None = None


def add_space(widths: Widths, index: int, amount: float) -> None:
    """Widen the paragraph by `amount` em after character `index`; a line's end drops it again.

    Spaces that the setting dropped stay without width: it goes before them.
    """
    last = index
    while index and widths.kinds[index] == " " and not widths.advances[index]:
        index -= 1
    widths.advances[index] += amount
    widths.after[index] = widths.after.get(index, 0.0) + amount
    for place in range(index, last + 1):
        widths.tail[place] = widths.tail.get(place, 0.0) + amount
