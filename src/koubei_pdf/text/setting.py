"""A broken line becomes glyph runs: the spare width is shared out and glyphs are placed.

Squeezing and stretching follow CLREQ 3.5.3–3.5.4 (6.2.2.3–6.2.2.4): places of one class
share equally, the next class begins when the one before is used up.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

from ..model.book import GlyphRun
from ..model.style import Ink
from .breaking import BrokenLine
from .breaktable import EPSILON
from .chars import ATTACHED
from .prepare import HYPHEN, Prepared
from .shaping import Segment
from .widths import is_full_width

SOFT_HYPHEN = "\u00ad"

#: Beside marks that end or begin something, and between Han and connectors: opened for want of
#: others.
_LAST_PLACES = re.compile(r"[cpsde](?=[hl9wyfo])|[l9wxu](?=o)|h(?=[nm/])|[nm/](?=h)")
#: Between the letters and figures of a line of one Western run.
_LETTERS = re.compile(r"[l9wxyufng/]a*(?=[l9wxyufng/])")
#: What letters are opened by at most (em): a quarter, as JLREQ caps general stretching.
LETTER_MOST = 0.25
#: A shift (em) that no device shows; smaller ones would add up over a line.
NOTHING = 1e-7
#: By how much a line's advances may miss its measure for being sums of floating numbers (em).
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What justification adds (em): `spacing` at every place to stretch, and by character:
    `before` in front of it, `extra` after it. `hangs`: the last mark stands beyond the line."""

    spacing: float
    before: dict[int, float]
    extra: dict[int, float]
    hangs: bool = False


_NONE = Adjustment(0.0, {}, {})


def justify(paragraph: Prepared, line: BrokenLine) -> Adjustment:
    """Share out what the line lacks or has too much, so that it fills its measure."""
    spare = line.measure - line.indent - line.natural
    if spare < -EPSILON:
        return _squeeze(paragraph, line, -spare)
    if line.last or spare <= EPSILON:
        return _NONE if spare >= -ROUNDING else _by_a_hair(paragraph, line, _NONE, -spare)
    return _stretch(paragraph, line, spare)


def _by_a_hair(paragraph: Prepared, line: BrokenLine, done: Adjustment, need: float) -> Adjustment:
    """Take what is within the tolerance of a line's fit from its widest character but the last."""
    inside = range(line.start, max(paragraph.last_mark(line.end), line.start + 1))
    widest = max(inside, key=paragraph.advances.__getitem__)
    return replace(done, extra={**done.extra, widest: done.extra.get(widest, 0.0) - need})


def _squeeze(paragraph: Prepared, line: BrokenLine, need: float) -> Adjustment:
    """Take from blanks step by step; places of one step give way equally (CLREQ 3.5.3).

    Where that is not enough, a mark that may hang stands beyond the line whole (CLREQ 3.1.7).
    """
    steps: dict[int, list[int]] = {}
    squeezes = paragraph.squeezes
    for index in range(line.start, line.end):
        if index in squeezes and not _trimmed(paragraph, line, index):
            steps.setdefault(squeezes[index].step, []).append(index)
    most = sum(squeezes[index].limit for places in steps.values() for index in places)
    hang = paragraph.hang.get(paragraph.last_mark(line.end), 0.0)
    if need > most + EPSILON and hang:
        inside = line._replace(natural=line.natural - hang)
        return replace(justify(paragraph, inside), hangs=True)
    before: dict[int, float] = {}
    extra: dict[int, float] = {}
    for step in sorted(steps):
        if need <= ROUNDING:
            break
        for index, amount in _shares(paragraph, steps[step], need).items():
            target = before if paragraph.classes[index] == "o" else extra
            target[index] = -amount
            need -= amount
    done = Adjustment(0.0, before, extra)
    return _by_a_hair(paragraph, line, done, need) if ROUNDING < need <= EPSILON else done


def _shares(paragraph: Prepared, places: list[int], need: float) -> dict[int, float]:
    """What each place gives: all the same, but none more than it has."""
    shares: dict[int, float] = {}
    ordered = sorted(places, key=lambda index: paragraph.squeezes[index].limit)
    for waiting, index in zip(range(len(ordered), 0, -1), ordered, strict=True):
        amount = min(paragraph.squeezes[index].limit, need / waiting)
        shares[index] = amount
        need -= amount
    return shares


def _trimmed(paragraph: Prepared, line: BrokenLine, index: int) -> bool:
    """Whether a line's edge has taken the blank of this character already."""
    at_start = index == line.start and index in paragraph.lead
    return at_start or (index == paragraph.last_mark(line.end) and index in paragraph.tail)


def _stretch(paragraph: Prepared, line: BrokenLine, spare: float) -> Adjustment:
    """Western spaces, then gaps grow to their most, then every place equally (CLREQ 3.5.4)."""
    inside = range(line.start, line.end - 1)
    bounds = (line.start, line.end)
    flex = {i: paragraph.flex[i] for i in inside if i in paragraph.flex}
    extra: dict[int, float] = {}
    for is_space in (True, False):
        step = {i: most for i, most in flex.items() if (paragraph.classes[i] == " ") == is_space}
        share = min(1.0, spare / sum(step.values())) if step else 0.0
        extra.update((i, most * share) for i, most in step.items())
        spare -= sum(step.values()) * share
    places = paragraph.places[max(line.end - 1, 0)] - paragraph.places[line.start]
    if spare > EPSILON and places:
        return Adjustment(spare / places, {}, extra)
    # A line of Western words: its spaces take all, else the places that are kept for the last,
    # else its letters, within bounds. Without any it is left short.
    kinds, text = paragraph.classes, paragraph.text
    rest = list(flex) or [m.start() for m in _LAST_PLACES.finditer(kinds, *bounds)]
    if not rest:
        rest = [m.end() - 1 for m in _LETTERS.finditer(kinds, *bounds)]
        rest = [i for i in rest if not (is_full_width(text[i]) or is_full_width(text[i + 1]))]
        if spare > LETTER_MOST * len(rest):
            rest = []
    if spare > EPSILON:
        for index in rest:
            extra[index] = extra.get(index, 0.0) + spare / len(rest)
    return Adjustment(0.0, {}, extra)


def set_line(
    paragraph: Prepared,
    line: BrokenLine,
    adjustment: Adjustment,
    *,
    size: float,
    x: float,
    y: float,
    ink: Ink,
    role: str,
) -> list[GlyphRun]:
    """The line's glyph runs; its measure starts at x (pt), its baseline lies at y (pt)."""
    runs: list[GlyphRun] = []
    if line.start == line.end:
        return runs
    pen = x + line.indent * size
    pen -= paragraph.lead.get(line.start, 0.0) * size
    for segment in paragraph.segments:
        start, end = max(segment.start, line.start), min(segment.end, line.end)
        if start >= end:
            continue
        width, run = _segment_run(
            paragraph, segment, start, end, adjustment, size, pen, y, ink, role
        )
        runs.append(run)
        pen += width
    if line.end in paragraph.hyphens:
        runs.append(_hyphen(paragraph, runs[-1], pen))
    return runs


def _hyphen(paragraph: Prepared, before: GlyphRun, x: float) -> GlyphRun:
    """The hyphen of a divided word, which copies as a soft hyphen: it is none of the text."""
    end = before.span.at(len(before.text), 0)
    face = next(s.face for s in paragraph.segments if s.face.key == before.face)
    glyphs = tuple(face.shape(HYPHEN).glyphs)
    return before._replace(
        x=x, glyphs=glyphs, text=SOFT_HYPHEN, span=end, shifts=(), spacing=0.0, clusters=None
    )


def _segment_run(
    paragraph: Prepared,
    segment: Segment,
    start: int,
    end: int,
    adjustment: Adjustment,
    size: float,
    x: float,
    y: float,
    ink: Ink,
    role: str,
) -> tuple[float, GlyphRun]:
    """The part start..end of one segment as a glyph run, and its width (pt)."""
    places = paragraph.places[end] - paragraph.places[start] if adjustment.spacing else 0
    width = paragraph.widths[end] - paragraph.widths[start] + places * adjustment.spacing
    for changes in (adjustment.before, adjustment.extra):
        if changes:
            width += sum(amount for index, amount in changes.items() if start <= index < end)
    # Most of a Han line's places stretch: one operator does it, the others are set back.
    spacing = paragraph.tracking
    if 2 * places >= end - start:
        spacing += adjustment.spacing
    glyphs = _Glyphs(paragraph, segment, start, end)
    shifts = glyphs.shifts(adjustment, spacing)
    run = GlyphRun(
        face=segment.face.key,
        size=size * segment.scale,
        x=x + segment.shift * size,
        y=y - segment.rise * size,
        ink=ink,
        glyphs=tuple(paragraph.glyphs[glyphs.first : glyphs.last]),
        text=paragraph.text[start:end],
        span=segment.span.at(start - segment.start, end - start),
        role=role,
        spacing=spacing * size,
        shifts=tuple(
            [(i, v * size) for i, v in sorted(shifts.items()) if abs(v) > NOTHING] if shifts else ()
        ),
        clusters=glyphs.clusters,
    )
    return width * size, run


class _Glyphs:
    """The glyphs of characters start..end of a segment; clusters None: one a character."""

    def __init__(self, paragraph: Prepared, segment: Segment, start: int, end: int) -> None:
        self.paragraph, self.start, self.end = paragraph, start, end
        self.clusters: tuple[int, ...] | None = None
        is_even = not paragraph.tracking or ATTACHED not in paragraph.classes[start + 1 : end + 1]
        if segment.one_to_one and is_even:
            self.first = segment.first + start - segment.start
            self.last = self.first + end - start
        else:
            clusters = paragraph.clusters
            self.first = bisect_left(clusters, start, segment.first, segment.last)
            self.last = bisect_left(clusters, end, segment.first, segment.last)
            self.clusters = tuple(c - start for c in clusters[self.first : self.last])

    def shifts(self, adjustment: Adjustment, spacing: float) -> dict[int, float]:
        """Shift (em) after each glyph, -1 before the first, where `spacing` stands already."""
        shifts = self._by_glyph(self._of_characters(adjustment))
        if adjustment.spacing or (self.clusters is not None and self.paragraph.tracking):
            for index, wanted in self._spacings(adjustment.spacing, spacing):
                shifts[index] = shifts.get(index, 0.0) + wanted - spacing
        return shifts

    def _of_characters(self, adjustment: Adjustment) -> dict[int, float]:
        """Shift after each character, counted from `start` (-1: before the first)."""
        paragraph, start, end = self.paragraph, self.start, self.end
        shifts: dict[int, float] = {}

        def add(index: int, amount: float) -> None:
            shifts[index - start] = shifts.get(index - start, 0.0) + amount

        places = paragraph.shifted
        for index in places[bisect_left(places, start) : bisect_left(places, end)]:
            if index in paragraph.before:
                add(index - 1, paragraph.before[index])
            if index in paragraph.after:
                add(index, paragraph.after[index])
        for moved, changes in ((1, adjustment.before), (0, adjustment.extra)):
            for index, amount in changes.items():
                if start <= index < end:
                    add(index - moved, amount)
        return shifts

    def _by_glyph(self, shifts: dict[int, float]) -> dict[int, float]:
        if self.clusters is None:
            return shifts
        moved: dict[int, float] = {}
        for index, amount in shifts.items():
            glyph = bisect_right(self.clusters, index) - 1
            moved[glyph] = moved.get(glyph, 0.0) + amount
        return moved

    def _spacings(self, stretch: float, usual: float) -> list[tuple[int, float]]:
        """What is to stand after a glyph, where it is not the `usual` spacing: tracking and
        stretch of the characters that it ends."""
        paragraph = self.paragraph
        places, tracking = paragraph.places, paragraph.tracking
        if self.clusters is None:
            # Each character is a place or none: two cases, sought in a list.
            wanted = (tracking, tracking + stretch)
            uneven = [abs(spacing - usual) > NOTHING for spacing in wanted]
            steps = pairwise(places[self.start : self.end + 1])
            return [(i, wanted[b - a]) for i, (a, b) in enumerate(steps) if uneven[b - a]]
        ends = (*self.clusters[1:], self.end - self.start)
        spacings = (
            paragraph.tracking_after(self.start + first, self.start + last)
            + stretch * (places[self.start + last] - places[self.start + first])
            for first, last in zip(self.clusters, ends, strict=True)
        )
        return [
            (i, spacing) for i, spacing in enumerate(spacings) if abs(spacing - usual) > NOTHING
        ]
