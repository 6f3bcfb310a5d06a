"""Readings above the text 行间注: pinyin or a gloss at half the size (CLREQ 5.5).

A reading is centred over its base and solid. It may reach over its neighbours, and keeps a
quarter em from the next reading (5.5, rule 4); where that is not enough the text is widened. At
a line's edge it stands flush with the edge as far as its neighbour lets it (rule 3).
"""

from __future__ import annotations

from collections.abc import Sequence

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
    """Space within bases that are narrower than their readings, then between neighbours."""
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


def draw(line: SetLine, stretches: Sequence[Stretch]) -> list[InlineItem]:
    """The readings of the line's bases."""
    shown = [stretch for stretch in stretches if stretch.mark == "ruby"]
    items: list[InlineItem] = []
    for stretch, x in zip(shown, _lefts(line, shown), strict=True):
        items.extend(_glyphs(line, stretch, x))
    return items


def _lefts(line: SetLine, stretches: Sequence[Stretch]) -> list[float]:
    """Where each reading begins (pt): centred, at the edges moved inwards while there is room."""
    lefts = []
    for stretch in stretches:
        first, last = line.part(stretch)
        middle = (line.left[first] + line.left[last - 1] + line.own[last - 1]) / 2
        lefts.append(middle - stretch.width * line.size / 2)
    if not lefts:
        return lefts
    apart = APART * line.size
    rights = [x + one.width * line.size for x, one in zip(lefts, stretches, strict=True)]
    if lefts[0] < line.x0:
        room = lefts[1] - apart - rights[0] if len(lefts) > 1 else line.x1 - rights[0]
        lefts[0] += min(line.x0 - lefts[0], max(room, 0.0))
    if rights[-1] > line.x1:
        before = rights[-2] + apart if len(lefts) > 1 else line.x0
        lefts[-1] -= min(rights[-1] - line.x1, max(lefts[-1] - before, 0.0))
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
