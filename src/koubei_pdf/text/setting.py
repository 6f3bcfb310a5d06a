"""A broken line becomes glyph runs: the spare width is shared out and glyphs are placed.

Squeezing and stretching follow CLREQ 3.5.3–3.5.4 (6.2.2.3–6.2.2.4): places of one class
share equally, the next class begins when the one before is used up.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from ..model.book import GlyphRun
from ..model.style import Cmyk
from .breaking import EPSILON, BrokenLine
from .prepare import GAP, GAP_LEAST, GAP_MOST, HALF, Prepared, Segment

#: Classes of marks in the order in which a line squeezes them (CLREQ 3.5.3).
_SQUEEZE_ORDER = ("oc", "p", "gap", "s")


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What justification adds (em): `spacing` at every place to stretch, `extra` by character."""

    spacing: float
    before: dict[int, float]
    extra: dict[int, float]


_NONE = Adjustment(0.0, {}, {})


def justify(paragraph: Prepared, line: BrokenLine) -> Adjustment:
    """Share out what the line lacks or has too much, so that it fills its measure."""
    spare = line.measure - line.indent - line.natural
    if spare < -EPSILON:
        return _squeeze(paragraph, line, -spare)
    if line.last or spare <= EPSILON:
        return _NONE
    return _stretch(paragraph, line, spare)


def _squeeze(paragraph: Prepared, line: BrokenLine, need: float) -> Adjustment:
    before: dict[int, float] = {}
    extra: dict[int, float] = {}
    for step in _SQUEEZE_ORDER:
        places = _squeezable(paragraph, line, step)
        if not places:
            continue
        limit = GAP - GAP_LEAST if step == "gap" else HALF
        amount = min(limit, need / len(places))
        for index in places:
            target = before if paragraph.classes[index] == "o" else extra
            target[index] = target.get(index, 0.0) - amount
        need -= amount * len(places)
        if need <= EPSILON:
            break
    return Adjustment(0.0, before, extra)


def _squeezable(paragraph: Prepared, line: BrokenLine, step: str) -> list[int]:
    """Characters of the line that may be squeezed in this step; its edges are trimmed already."""
    inside = range(line.start, line.end)
    if step == "gap":
        return [i for i in inside if i in paragraph.gaps and i < line.end - 1]
    kinds = paragraph.classes
    return [
        i
        for i in inside
        if kinds[i] in step
        and (
            (i in paragraph.lead and i > line.start)
            or (i in paragraph.tail and i not in paragraph.gaps and i < line.end - 1)
        )
    ]


def _stretch(paragraph: Prepared, line: BrokenLine, spare: float) -> Adjustment:
    """Western spaces and Han–Western gaps up to half an em, then every place equally."""
    extra: dict[int, float] = {}
    gaps = [i for i in range(line.start, line.end - 1) if i in paragraph.gaps]
    if gaps:
        amount = min(GAP_MOST - GAP, spare / len(gaps))
        extra = dict.fromkeys(gaps, amount)
        spare -= amount * len(gaps)
    places = paragraph.stretch[line.end - 1] - paragraph.stretch[line.start]
    if spare <= EPSILON:
        return Adjustment(0.0, {}, extra)
    if places:
        return Adjustment(spare / places, {}, extra)
    return Adjustment(0.0, {}, _anywhere(paragraph, line, spare, extra))


def _anywhere(
    paragraph: Prepared, line: BrokenLine, spare: float, extra: dict[int, float]
) -> dict[int, float]:
    """Where no place may stretch (a line of Latin or marks): between words, else nowhere."""
    spaces = [i for i in range(line.start + 1, line.end - 1) if paragraph.classes[i] == " "]
    if spaces:
        for index in spaces:
            extra[index] = extra.get(index, 0.0) + spare / len(spaces)
    return extra


def set_line(
    paragraph: Prepared,
    line: BrokenLine,
    adjustment: Adjustment,
    *,
    size: float,
    x: float,
    y: float,
    ink: Cmyk,
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
    return runs


def _segment_run(
    paragraph: Prepared,
    segment: Segment,
    start: int,
    end: int,
    adjustment: Adjustment,
    size: float,
    x: float,
    y: float,
    ink: Cmyk,
    role: str,
) -> tuple[float, GlyphRun]:
    """The part start..end of one segment as a glyph run, and its width (pt)."""
    spacing = adjustment.spacing + paragraph.tracking
    places = paragraph.stretch[end] - paragraph.stretch[start] if adjustment.spacing else 0
    by_place = bool(adjustment.spacing) and 2 * places < end - start
    shifts = _shifts(paragraph, start, end, adjustment, by_place)
    width = paragraph.widths[end] - paragraph.widths[start] + places * adjustment.spacing
    for changes in (adjustment.before, adjustment.extra):
        width += sum(amount for index, amount in changes.items() if start <= index < end)
    first, last, clusters = _glyph_range(paragraph, segment, start, end)
    if not segment.one_to_one:
        shifts = _by_glyph(shifts, paragraph, first, last, start)
    run = GlyphRun(
        face=segment.face.key,
        size=size,
        x=x,
        y=y,
        ink=ink,
        glyphs=tuple(paragraph.glyphs[first:last]),
        text=paragraph.text[start:end],
        span=segment.span.at(start - segment.start, end - start),
        role=role,
        spacing=(paragraph.tracking if by_place else spacing) * size,
        shifts=tuple((i, v * size) for i, v in sorted(shifts.items()) if abs(v) > EPSILON),
        clusters=clusters,
    )
    return width * size, run


def _shifts(
    paragraph: Prepared, start: int, end: int, adjustment: Adjustment, by_place: bool
) -> dict[int, float]:
    """Shift (em) after each character, counted from `start` (-1: before the first)."""
    shifts: dict[int, float] = {}

    def add(index: int, amount: float) -> None:
        shifts[index - start] = shifts.get(index - start, 0.0) + amount

    places = paragraph.shifted
    for index in places[bisect_left(places, start) : bisect_left(places, end)]:
        add(index - 1, paragraph.before.get(index, 0.0))
        add(index, paragraph.after.get(index, 0.0))
    for moved, changes in ((1, adjustment.before), (0, adjustment.extra)):
        for index, amount in changes.items():
            if start <= index < end:
                add(index - moved, amount)
    if adjustment.spacing:
        stretch = paragraph.stretch
        for index in range(start, end):
            stretches = stretch[index + 1] > stretch[index]
            if by_place and stretches:
                add(index, adjustment.spacing)
            elif not by_place and not stretches:
                add(index, -adjustment.spacing)
    return shifts


def _glyph_range(
    paragraph: Prepared, segment: Segment, start: int, end: int
) -> tuple[int, int, tuple[int, ...] | None]:
    """First and last + 1 glyph of characters start..end, and their clusters if not 1 : 1."""
    if segment.one_to_one:
        first = segment.first + start - segment.start
        return first, first + end - start, None
    first = bisect_left(paragraph.clusters, start, segment.first, segment.last)
    last = bisect_left(paragraph.clusters, end, segment.first, segment.last)
    return first, last, tuple(c - start for c in paragraph.clusters[first:last])


def _by_glyph(
    shifts: dict[int, float], paragraph: Prepared, first: int, last: int, start: int
) -> dict[int, float]:
    """Shifts counted by character become shifts counted by glyph."""
    moved: dict[int, float] = {}
    for index, amount in shifts.items():
        glyph = bisect_right(paragraph.clusters, index + start, first, last) - 1 - first
        glyph = max(glyph, -1) if index >= 0 else -1
        moved[glyph] = moved.get(glyph, 0.0) + amount
    return moved
