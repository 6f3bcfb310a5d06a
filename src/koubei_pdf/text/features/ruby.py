"""Readings above the text 行间注: pinyin or a gloss at half the size (CLREQ 5.5).

A reading is centred over its base and solid. It may reach over its neighbours, and keeps a
quarter em from the next reading (5.5, rule 4); where that is not enough the text is widened. At
a line's edge it stands flush with the edge (rule 3): the reading moves in as far as its
neighbours let it, and its base moves in by the rest, so that nothing stands beyond the measure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf

from ...fonts import missing_glyph
from ...model.book import GlyphRun
from ...model.content import Run
from ...model.diagnostics import Diagnostic
from ..typeface import Shelf
from ..widths import Widths
from .feature import Feature, InlineItem, ReadingPart, SetLine, Stretch, add_space

#: The reading's size; its baseline above the text's; how far it may reach over plain text; what
#: stays free between two readings (em of the text).
SIZE, RISE, OVERHANG, APART = 0.5, 0.93, 0.5, 0.25


def shape_reading(
    run: Run, role: str, shelf: Shelf
) -> tuple[tuple[ReadingPart, ...], float, list[Diagnostic]]:
    """The reading of `run` in the faces of `role`, its width (em of the text), and faults."""
    parts: list[ReadingPart] = []
    faults: list[Diagnostic] = []
    x = 0.0
    for start, end, face in shelf.itemise(run.ruby, role):
        text = run.ruby[start:end]
        if face is None:
            tried = shelf.tried(role)
            faults.extend(missing_glyph(char, run.span, tried) for char in text)
            face, text = shelf.primary(role), "\u3000" * len(text)
        shaped = face.shape(text)
        kerns = [
            (index, advance - face.advance(glyph))
            for index, (glyph, advance) in enumerate(
                zip(shaped.glyphs, shaped.advances, strict=True)
            )
        ]
        parts.append(
            ReadingPart(
                face,
                text,
                tuple(shaped.glyphs),
                tuple(shaped.clusters),
                tuple((index, kern) for index, kern in kerns if abs(kern) > 1e-6),
                x,
            )
        )
        x += sum(shaped.advances)
    return tuple(parts), x * SIZE, faults


def widen(widths: Widths, stretches: Sequence[Stretch]) -> None:
    """Space within bases narrower than their readings, between neighbours, and at line edges."""
    reaches = [_spread(widths, stretch) for stretch in stretches]
    end, reach = 0, 0.0
    for stretch, own in zip(stretches, reaches, strict=True):
        start = stretch.start
        if end < start:
            _keep_from_text(widths, end, reach)
            _keep_from_text(widths, start, own)
        lack = reach + own + APART - _least(widths, end, start)
        if end and lack > 0:
            add_space(widths, start - 1, lack)
        end, reach = stretch.end, own
    _keep_from_text(widths, end, reach)
    _keep_inside(widths, stretches, reaches)


def _least(widths: Widths, start: int, end: int) -> float:
    """The width of characters start..end once justification has squeezed them (em)."""
    squeezes = (widths.squeezes.get(index) for index in range(start, end))
    return sum(widths.advances[start:end]) - sum(one.limit for one in squeezes if one)


def _keep_from_text(widths: Widths, edge: int, reach: float) -> None:
    """Space at a base's edge whose reading reaches too far over the text beyond."""
    if edge and reach > OVERHANG:
        add_space(widths, edge - 1, reach - OVERHANG)


def _spread(widths: Widths, stretch: Stretch) -> float:
    """Share out what a base of several characters lacks; how far its reading reaches beyond.

    Between characters goes twice what stands at either side (JLREQ 3.3.8).
    """
    last = stretch.end - 1
    base = sum(widths.advances[stretch.start : stretch.end]) - widths.after.get(last, 0.0)
    lack = stretch.width - base - 2 * OVERHANG
    count = stretch.end - stretch.start
    if lack > 0 and count > 1:
        for index in range(stretch.start, last):
            add_space(widths, index, lack / count)
        base += lack * (count - 1) / count
    return (stretch.width - base) / 2


def _keep_inside(widths: Widths, stretches: Sequence[Stretch], reaches: Sequence[float]) -> None:
    """What lines that begin or end at a base give up, so that its reading stays within them.

    A reading has room over plain text; of what is free between two readings each may take half.
    """
    free = [
        max(_beyond(widths, one.end, following.start) - own - next_own - APART, 0.0) / 2
        for one, following, own, next_own in zip(
            stretches, stretches[1:], reaches, reaches[1:], strict=False
        )
    ]
    backs, forths = [inf, *free], [*free, inf]
    ends = [0, *(one.end for one in stretches)]
    starts = [*(one.start for one in stretches[1:]), len(widths.text)]
    for number, (one, own) in enumerate(zip(stretches, reaches, strict=True)):
        _move_in_at_start(widths, ends[number], one.start, own - forths[number])
        _move_in_at_end(widths, one.end, starts[number], own - backs[number])


def _beyond(widths: Widths, start: int, end: int) -> float:
    """What is at least between the frames of character start - 1 and of character end (em)."""
    space = widths.after.get(start - 1, 0.0)
    if start - 1 in widths.squeezes:
        space -= widths.squeezes[start - 1].limit
    return space + _least(widths, start, end)


def _move_in_at_start(widths: Widths, least: int, start: int, need: float) -> None:
    """Lines that begin at `start`, or so little before it, begin with what a reading lacks."""
    lack = need
    for index in range(start, least - 1, -1):
        if index < start:
            lack = need - _trimmed(widths, index, widths.lead) - _least(widths, index + 1, start)
        if lack <= 0:
            return
        widths.lead[index] = widths.lead.get(index, 0.0) - lack


def _move_in_at_end(widths: Widths, end: int, most: int, need: float) -> None:
    """Lines that end at `end`, or so little behind it, end with what a reading lacks."""
    lack = need
    for index in range(end - 1, most):
        if index >= end:
            lack = need - _beyond(widths, end, index) - _trimmed(widths, index, widths.tail)
        if lack <= 0:
            return
        widths.tail[index] = widths.tail.get(index, 0.0) - lack


def _trimmed(widths: Widths, index: int, edge: Mapping[int, float]) -> float:
    """The least width (em) of a character at a line's edge, which trims it by table `edge`."""
    if index in edge:
        return widths.advances[index] - edge[index]
    return _least(widths, index, index + 1)


def draw(line: SetLine, stretches: Sequence[Stretch]) -> list[InlineItem]:
    """The readings of the bases that begin on the line."""
    shown = [one for one in stretches if one.mark == "ruby" and one.start >= line.start]
    items: list[InlineItem] = []
    for stretch, x in zip(shown, _lefts(line, shown), strict=True):
        items.extend(_glyphs(line, stretch, x))
    return items


def _lefts(line: SetLine, stretches: Sequence[Stretch]) -> list[float]:
    """Where each reading begins (pt): centred, at the edges moved inwards while there is room."""
    lefts = []
    widths = [stretch.width * line.size for stretch in stretches]
    for stretch, width in zip(stretches, widths, strict=True):
        first, last = line.part(stretch)
        middle = (line.left[first] + line.left[last - 1] + line.own[last - 1]) / 2
        lefts.append(middle - width / 2)
    if lefts:
        # A base that justification widened reaches less far than the line gave up for it.
        start, end = line.edges
        if line.left[0] > start:
            lefts[0] = min(lefts[0], start)
        if lefts[-1] + widths[-1] > line.left[len(line.own) - 1] + line.own[-1]:
            lefts[-1] = max(lefts[-1], end - widths[-1])
        apart = APART * line.size
        most = (lefts[1] - apart if len(lefts) > 1 else line.x1) - widths[0]
        lefts[0] = max(lefts[0], min(line.x0, most))
        least = lefts[-2] + widths[-2] + apart if len(lefts) > 1 else line.x0
        lefts[-1] = min(lefts[-1], max(line.x1 - widths[-1], least))
    return lefts


def _glyphs(line: SetLine, stretch: Stretch, x: float) -> list[GlyphRun]:
    size = SIZE * line.size
    return [
        GlyphRun(
            face=part.face.key,
            size=size,
            x=x + part.x * size,
            y=line.y - RISE * line.size,
            ink=line.ink,
            glyphs=part.glyphs,
            text=part.text,
            span=stretch.run.span,
            role="ruby",
            shifts=tuple((index, kern * size) for index, kern in part.kerns),
            clusters=part.clusters,
        )
        for part in stretch.reading
    ]


RUBY = Feature(
    "ruby", scale=SIZE, rise=RISE, between_lines=True, whole=True, widen=widen, draw=draw
)
#: What a reading is set in: sans serif is clearest at its size (CLREQ 5.5, rule 8).
READING = Feature("reading", font="hei")
