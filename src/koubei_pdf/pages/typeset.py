"""Blocks of text in a paragraph style: composed for a width, then placed as items."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..model.content import Run
from ..model.diagnostics import Diagnostic, Span
from ..model.geometry import TOLERANCE
from ..model.names import shown
from ..model.style import Align, Ink, ParagraphStyle
from ..text.beside import set_beside
from ..text.breaking import BrokenLine, break_lines, first_indent
from ..text.breaktable import CUT_COST, EPSILON
from ..text.display import break_display
from ..text.features import InlineItem, Stretch
from ..text.hyphenation import hyphen_points
from ..text.prepare import Prepared
from ..text.setting import justify, set_line
from .context import Context, SetParagraph
from .faults.copy import DIVIDE_WORD, SHORTEN_NUMBER, WIDE_READING, WIDE_WORD
from .faults.frames import LONG_READING, NARROW_LINE, TIGHT_LINES
from .grid import EM_ASCENT

#: A number of any length, with marks behind it.
_NUMBER = re.compile(r"[0-9][0-9.,]*[^\w]*")


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Paragraphs of one style on a width (pt), with the lines' distance (pt)."""

    style: ParagraphStyle
    width: float
    leading: float
    paragraphs: tuple[tuple[Prepared, tuple[BrokenLine, ...]], ...]

    @property
    def line_count(self) -> int:
        return sum(len(lines) for _, lines in self.paragraphs)

    @property
    def height(self) -> float:
        """From the head of the first line's em box to the foot of the last one's (pt)."""
        count = self.line_count
        return (count - 1) * self.leading + self.style.size if count else 0.0

    @property
    def natural_width(self) -> float:
        """The widest line's natural width (pt)."""
        widths = (line.natural for _, lines in self.paragraphs for line in lines)
        return max(widths, default=0.0) * self.style.size


def compose_block(
    runs: Sequence[Run], style: ParagraphStyle, width: float, context: Context, page: int
) -> tuple[TextBlock, list[Diagnostic]]:
    """Compose `runs` (a line feed parts paragraphs) in `style` on `width` pt, for a page."""
    faults: list[Diagnostic] = []
    paragraphs: list[tuple[Prepared, tuple[BrokenLine, ...]]] = []
    measure = style.measure(width)
    for part in paragraphs_of(runs):
        prepared, missing = context.prepare(part, style)
        faults.extend(missing)
        if style.balance:
            lines = break_display(prepared, measure)
        else:
            indent = first_indent(prepared, style.indent, measure)
            lines = break_lines(prepared, (measure,), indent=indent)
        faults.extend(wide_lines(prepared, lines, style))
        paragraphs.append((prepared, tuple(lines)))
    if context.trace is not None:
        context.trace.extend(
            SetParagraph(prepared, style, lines, (page,) * len(lines))
            for prepared, lines in paragraphs
        )
    block = TextBlock(style, width, context.leading(style), tuple(paragraphs))
    if block.line_count > 1:
        faults.extend(tight_lines(style, context))
    return block, faults


def paragraphs_of(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs of each paragraph; a line feed in a run ends one."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        if "\n" not in run.text:
            parts[-1].extend([run] if run.text else ())
            continue
        start = 0
        for index, piece in enumerate(run.text.split("\n")):
            if index:
                parts.append([])
            if piece:
                parts[-1].append(replace(run, text=piece, span=run.span.at(start, len(piece))))
            start += len(piece) + 1
    return [part for part in parts if part]


def tight_lines(style: ParagraphStyle, context: Context) -> list[Diagnostic]:
    """The finding that lines of this style, one below the other, overprint."""
    distance = context.leading(style)
    if distance >= style.size - TOLERANCE:
        return []
    size, distance_text = f"{style.size:g}", f"{distance:g}"
    return [TIGHT_LINES.at(style.span, style=style.name, size=size, distance=distance_text)]


def wide_lines(
    prepared: Prepared, lines: Sequence[BrokenLine], style: ParagraphStyle
) -> list[Diagnostic]:
    """Findings for what is wider than its line: words that had to be cut, and what sticks out."""
    faults: list[Diagnostic] = []
    for line in lines:
        if long := _long_readings(prepared, line):
            faults.extend(_long_reading(prepared, line, one) for one in long)
            continue  # what else is wide here may be so for its reading's sake
        if line.cost < CUT_COST:  # what fits costs less
            continue
        over = _excess(prepared, line)
        if over > EPSILON:
            faults.append(_narrow_line(prepared, line, style, over))
        elif prepared.text and not prepared.may_end(line.end):
            faults.append(_wide_word(prepared, line))
    return faults


def _long_readings(prepared: Prepared, line: BrokenLine) -> list[Stretch]:
    """What has a reading wider than the line that it stands on: readings are never broken."""
    return [
        one
        for one in prepared.stretches
        if one.start < line.end and one.end > line.start and one.width > line.measure + EPSILON
    ]


def _long_reading(prepared: Prepared, line: BrokenLine, stretch: Stretch) -> Diagnostic:
    return LONG_READING.at(
        stretch.run.span,
        text=shown(prepared.text[stretch.start : stretch.end]),
        have=f"{line.measure:.3g}",
        need=f"{stretch.width:.4g}",
    )


def _wide_word(prepared: Prepared, line: BrokenLine) -> Diagnostic:
    """The finding that the line had to cut a word at its end, with the remedy for such a word."""
    start, end = prepared.run_around(line.end)
    rule = WIDE_WORD
    if any(one.mark == "ruby" and one.start < line.end < one.end for one in prepared.stretches):
        rule = WIDE_READING
    elif not prepared.rules.hyphenate and any(hyphen_points(prepared.text[start:end], "en-GB")):
        rule = replace(WIDE_WORD, help=DIVIDE_WORD)
    elif _NUMBER.fullmatch(prepared.text, start, end):
        rule = replace(WIDE_WORD, help=SHORTEN_NUMBER)
    # On each of its lines a word is wider than that; one finding says so.
    room = line.measure
    if prepared.natural(start, end) <= room + EPSILON:
        room -= line.indent
    return rule.at(span_at(prepared, start), measure=f"{room:.3g}")


def _narrow_line(
    prepared: Prepared, line: BrokenLine, style: ParagraphStyle, over: float
) -> Diagnostic:
    return NARROW_LINE.at(
        span_at(prepared, line.start),
        text=prepared.text[line.start : line.end],
        style=style.name,
        have=f"{line.measure:.3g}",
        need=f"{line.measure + over:.3g}",
    )


def _excess(prepared: Prepared, line: BrokenLine) -> float:
    """How far (em) the line sticks out once all that gives way has done so."""
    lacks = line.natural - (line.measure - line.indent)
    if lacks <= EPSILON or not prepared.text:
        return 0.0
    made = justify(prepared, line)
    if made.hangs:
        lacks -= prepared.hang[prepared.last_mark(line.end)]
    return lacks + sum(made.before.values()) + sum(made.extra.values())


def whole_line(prepared: Prepared) -> BrokenLine:
    """All of a text on a line as wide as it is."""
    size = len(prepared.text)
    width = prepared.widths[size]
    return BrokenLine(0, size, 0.0, width, width, True, 0.0)


def span_at(prepared: Prepared, index: int) -> Span:
    """The source of character `index` of a prepared paragraph."""
    for segment in prepared.segments:
        if segment.start <= index < segment.end:
            return segment.span.at(index - segment.start)
    return prepared.runs[-1].span


def place_block(
    block: TextBlock, x: float, y: float, *, role: str, align: Align, ink: Ink
) -> list[InlineItem]:
    """The block's items, its first em box with its head at y (pt), its left at x."""
    style = block.style
    items: list[InlineItem] = []
    baseline = y + EM_ASCENT * style.size
    left = x + style.left * style.size
    for prepared, lines in block.paragraphs:
        for line in lines:
            items.extend(place_line(prepared, line, style.size, left, baseline, align, ink, role))
            baseline += block.leading
    return items


#: The part of a line's spare width that stands before it, by alignment.
SHARE: Mapping[Align, float] = {"justify": 0.0, "left": 0.0, "center": 0.5, "right": 1.0}


def place_line(
    prepared: Prepared,
    line: BrokenLine,
    size: float,
    x: float,
    y: float,
    align: Align,
    ink: Ink,
    role: str,
) -> list[InlineItem]:
    """One line: its glyph runs, justified or shifted within its measure by its alignment, and
    what inline features draw beside it."""
    if align != "justify":
        spare = line.measure - line.indent - line.natural
        line = line._replace(last=True, indent=line.indent + max(spare, 0.0) * SHARE[align])
    adjustment = justify(prepared, line)
    items: list[InlineItem] = []
    items += set_line(prepared, line, adjustment, size=size, x=x, y=y, ink=ink, role=role)
    items += set_beside(prepared, line, adjustment, size=size, x=x, y=y, ink=ink)
    return items
