"""What is set, seen the same way whoever set it: lines of bodies.

A mark is a body of half an em and a blank beside it (CLREQ 6.3.2.1); the body is what no rule
may touch, so that widths, gaps and edges are read off the bodies alone. All lengths in em, from the
measure's left edge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from koubei_pdf.text.compose import ComposedLine

OPENING = "‘“（《〈【〖〔［｛「『"
CLOSING = "’”）》〉】〗〕］｝」』、，：；。！？．"
CENTRED = "·‧–‐"
QUOTES = "‘’“”"
HALF = 0.5
#: A mark narrower than this has no blank to lose (a proportional font's quotation marks).
FULL = 0.75


@dataclass(frozen=True, slots=True)
class Body:
    """A character's body."""

    char: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands above a character."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """The bodies of a line, blanks left out, since they show in the gaps, and its readings."""

    bodies: tuple[Body, ...]
    readings: tuple[Reading, ...] = ()

    @property
    def text(self) -> str:
        return "".join(body.char for body in self.bodies)

    @property
    def left(self) -> float:
        """Where the line begins to the eye: with a body, or with the reading above it."""
        return min(part.left for part in (self.bodies[0], *self.readings[:1]))

    @property
    def right(self) -> float:
        return max(part.right for part in (self.bodies[-1], *self.readings[-1:]))


@dataclass(frozen=True, slots=True)
class Setting:
    """A paragraph's lines on their measures."""

    text: str
    measure: tuple[float, ...]
    lines: tuple[SetLine, ...]

    def measure_of(self, line: int) -> float:
        return self.measure[min(line, len(self.measure) - 1)]


def composed(line: ComposedLine, width: Callable[[str], float]) -> SetLine:
    """A line of the engine's; `width` is a character's own in the font."""
    bodies: list[Body] = []
    pen = line.indent
    for char, advance in zip(line.text, _by_character(line), strict=True):
        left, pen = pen, pen + advance
        if char.isspace():
            continue
        full = width(char) > FULL
        if char in QUOTES and pen - left < HALF - 1e-6:
            bodies.append(Body(char, left, pen))  # a Western one, which has no blank
        elif char in OPENING and full:
            bodies.append(Body(char, pen - HALF, pen))
        elif char in CENTRED or (char in CLOSING and full) or (char == "／" and pen - left < FULL):
            bodies.append(Body(char, left, left + HALF))
        else:
            bodies.append(Body(char, left, left + (width(char) if char not in "—…" else 1.0)))
    return SetLine(tuple(bodies))


def _by_character(line: ComposedLine) -> Sequence[float]:
    """The advances; a dash that a font draws as one glyph has all of it in its first half."""
    advances = list(line.advances)
    for index, advance in enumerate(advances[:-1]):
        if line.text[index : index + 2] == "——" and not advances[index + 1]:
            advances[index : index + 2] = [1.0, advance - 1.0]
    return advances


def printed(text: str, left: float, right: float) -> Iterator[Body]:
    """The bodies of a printed glyph that says `text`, from its origin to its own advance."""
    width = (right - left) / max(len(text), 1)
    for number, char in enumerate(text):
        start = left + number * width
        end = start + width
        if char.isspace():
            continue
        if char in CENTRED:
            start, end = (start + end - HALF) / 2, (start + end + HALF) / 2
        elif char in OPENING and width > FULL:
            start = end - HALF
        elif char in CLOSING and width > FULL:
            end = start + HALF
        yield Body(char, start, end)
