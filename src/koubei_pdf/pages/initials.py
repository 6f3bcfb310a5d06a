"""Drop initials (首字下沉): the first character of a paragraph, as high as its first lines.

The ink of the initial, not its em box, is level with the characters beside it: its head with those
of the first line, its foot with those of the last; a letter or number stands on that baseline.
An opening mark before it is part of the copy and is kept: at the text's own size before the first
line, in the margin, so that the initial's edge is the column's. The lines beside begin whole em of
the text further in, on its character grid.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from ..fonts import Face
from ..model.content import Run
from ..model.diagnostics import Diagnostic
from ..model.style import Ink, ParagraphStyle
from ..text.breaking import BrokenLine, break_lines
from ..text.breaktable import EPSILON
from ..text.features import InlineItem
from ..text.prepare import Prepared
from .context import Context
from .faults.blocks import NARROW_INITIAL, NO_INITIAL
from .typeset import place_line, span_at, whole_line

#: What parts the initial's ink from the text beside it, and the least measure of that (em).
CLEARANCE, LEAST_MEASURE = 0.4, 8
#: Characters that whose ink is as high as characters of their kind get: a flat one, such as 一,
#: is not blown up.
_HAN, _LETTER = "国", "H"
#: A beginning of more characters than this is no initial; of a longer word its first letter is.
_MOST = 4
_BEGINNING = re.compile("(o*)(?:h|l|9)")


@dataclass(frozen=True, slots=True)
class Initial:
    """An initial over `lines` lines, which begin `width` em (of the text) to its right.

    text: the initial, set at `size` pt, its origin at x, y (pt) from the left end of the last of
    these lines' baseline. marks: the opening marks that hang before the first line.
    """

    text: Prepared
    size: float
    x: float
    y: float
    lines: int
    width: int
    marks: Prepared | None


def part_initial(
    context: Context, runs: Sequence[Run], style: ParagraphStyle, measure: float
) -> tuple[Initial | None, Sequence[Run], list[Diagnostic]]:
    """The initial of a paragraph and the runs that stand beside it.

    measure: that of the narrowest column (em). None, and all runs, where there can be none; the
    finding says why. What the text itself lacks is found when it is prepared.
    """
    whole, _ = context.prepare(runs, style)
    first, end = _extent(whole)
    if not end:
        text = whole.text[: _MOST + 1]
        return None, runs, [NO_INITIAL.at(span_at(whole, 0), style=style.name, text=text)]
    place = span_at(whole, first).at(0, end - first)
    initial_run = Run(whole.text[first:end], place)
    face_style = replace(style, font=style.initial_font or style.font, tracking=0.0)
    prepared, faults = context.prepare([initial_run], face_style)
    initial = _fitted(context, prepared, style, _hanging(context, whole, first, style))
    if measure - initial.width < LEAST_MEASURE - EPSILON:
        facts = {"have": f"{measure - initial.width:.3g}", "least": LEAST_MEASURE}
        fault = NARROW_INITIAL.at(
            initial_run.span, style=style.name, text=initial_run.text, **facts
        )
        return None, runs, [fault]
    spaces = len(whole.text) - end - len(whole.text[end:].lstrip())
    return initial, _from(whole, end + spaces), faults


def _extent(paragraph: Prepared) -> tuple[int, int]:
    """From where to where the initial goes: as far as it must not be parted; 0, 0 without one."""
    beginning = _BEGINNING.match(paragraph.classes)
    if not beginning or not paragraph.text:
        return 0, 0
    first = beginning.end(1)
    end = next(offset for offset in paragraph.breaks if offset > first)
    end = first + len(paragraph.text[first:end].rstrip())
    word = re.match("l+", paragraph.classes[first:])
    if end - first > _MOST and word and word.end() > 1:
        end = first + 1
    # Brackets about the initial alone would be small before it and large behind it.
    is_plain = "c" not in paragraph.classes[first:end] and all(
        stretch.start >= end for stretch in paragraph.stretches
    )
    return (first, end) if is_plain and end - first <= _MOST else (0, 0)


def _from(paragraph: Prepared, start: int) -> list[Run]:
    """The runs of a paragraph from character `start` on; an empty one where none is left."""
    rest: list[Run] = []
    offset = 0
    for run in paragraph.runs:
        skip = max(0, start - offset)
        if skip < len(run.text):
            piece = run.text[skip:]
            rest.append(replace(run, text=piece, span=run.span.at(skip, len(piece))))
        offset += len(run.text)
    last = paragraph.runs[-1]
    return rest or [replace(last, text="", span=last.span.at(len(last.text), 0))]


def _hanging(
    context: Context, paragraph: Prepared, end: int, style: ParagraphStyle
) -> Prepared | None:
    """The opening marks before the initial."""
    if not end:
        return None
    run = Run(paragraph.text[:end], span_at(paragraph, 0).at(0, end))
    marks, _ = context.prepare([run], style)
    return marks


def _fitted(
    context: Context, text: Prepared, style: ParagraphStyle, marks: Prepared | None
) -> Initial:
    """The initial at the size at which its ink is as high as its lines."""
    is_han = text.classes[0] == "h"
    below, above = _heights(context.shelf.primary(style.font), _HAN, [])
    if not is_han:
        below = 0.0
    foot, head, left, right = _ink(context, text, _HAN if is_han else _LETTER)
    height = (style.initial - 1) * context.leading(style) + (above - below) * style.size
    size = height / (head - foot)
    width = ceil((right - left) * size / style.size + CLEARANCE - EPSILON)
    y = foot * size - below * style.size
    return Initial(text, size, -left * size, y, style.initial, width, marks)


def _ink(context: Context, text: Prepared, like: str) -> tuple[float, float, float, float]:
    """Foot and head (em, y up) of the initial's ink and of `like` it, left and right of its own."""
    faces = [context.shelf.face(segment.face.key) for segment in text.segments]
    spans = [
        _heights(face, like, text.glyphs[segment.first : segment.last])
        for face, segment in zip(faces, text.segments, strict=True)
    ]
    first, last = text.glyphs[0], text.glyphs[-1]
    width = faces[-1].advance(last)
    left, right = faces[0].ink(first), faces[-1].ink(last)
    return (
        min(foot for foot, _ in spans),
        max(head for _, head in spans),
        left[0] if left else 0.0,
        text.widths[-1] - width + (right[2] if right else width),
    )


def _heights(face: Face, like: str, glyphs: Sequence[int]) -> tuple[float, float]:
    """Foot and head (em, y up) of the ink of glyphs and of the character `like` them."""
    known = face.shape(like).glyphs if face.covers(like) else []
    boxes = [box for box in map(face.ink, (*known, *glyphs)) if box]
    if not boxes:
        return face.descent, face.ascent
    return min(box[1] for box in boxes), max(box[3] for box in boxes)


def break_beside(
    initial: Initial, paragraph: Prepared, measures: Sequence[float]
) -> list[BrokenLine]:
    """The paragraph's lines on `measures` em (the last repeats), the first beside the initial."""
    count, width = initial.lines, float(initial.width)
    whole = [*measures, *[measures[-1]] * (count + 1 - len(measures))]
    short = [measure - width for measure in whole[:count]]
    lines = break_lines(paragraph, (*short, *whole[count:]))
    beside = [line._replace(measure=line.measure + width, indent=width) for line in lines[:count]]
    return [*beside, *lines[count:]]


def set_initial(
    initial: Initial,
    style: ParagraphStyle,
    *,
    x: float,
    y: float,
    leading: float,
    ink: Ink,
    own_ink: Ink,
) -> list[InlineItem]:
    """The initial of a paragraph whose first baseline begins at x, y (pt), after its marks.

    ink: the text's; own_ink: the initial's; leading: of its lines (pt).
    """
    items: list[InlineItem] = []
    if initial.marks:
        marks = initial.marks
        start = x - marks.natural(0, len(marks.text)) * style.size
        items += place_line(marks, whole_line(marks), style.size, start, y, "left", ink, "body")
    foot = y + (initial.lines - 1) * leading + initial.y
    text, left = initial.text, x + initial.x
    items += place_line(
        text, whole_line(text), initial.size, left, foot, "left", own_ink, "initial"
    )
    return items
