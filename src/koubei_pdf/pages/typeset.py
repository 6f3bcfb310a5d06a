"""Blocks of text in a paragraph style: composed for a width, then placed as items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.book import GlyphRun
from ..model.content import Run
from ..model.diagnostics import Diagnostic, Span
from ..model.style import Align, Ink, ParagraphStyle
from ..text.breaking import BrokenLine, break_lines
from ..text.display import break_display
from ..text.prepare import Prepared
from ..text.setting import justify, set_line
from .context import Context
from .faults import WIDE_WORD
from .grid import EM_ASCENT


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


def leading_of(style: ParagraphStyle, context: Context) -> float:
    """Distance of the style's baselines (pt)."""
    if style.leading is not None:
        return style.leading
    return style.rows * context.issue.house.grid.row


def compose_block(
    runs: Sequence[Run], style: ParagraphStyle, width: float, context: Context
) -> tuple[TextBlock, list[Diagnostic]]:
    """Compose `runs` (a line feed parts paragraphs) in `style` on `width` pt."""
    faults: list[Diagnostic] = []
    paragraphs: list[tuple[Prepared, tuple[BrokenLine, ...]]] = []
    measure = width / style.size - style.left
    for part in paragraphs_of(runs):
        prepared, missing = context.prepare(part, style)
        faults.extend(missing)
        if style.balance:
            lines = break_display(prepared, measure)
        else:
            lines = break_lines(prepared, (measure,), indent=style.indent)
        faults.extend(wide_lines(prepared, lines))
        paragraphs.append((prepared, tuple(lines)))
    return TextBlock(style, width, leading_of(style, context), tuple(paragraphs)), faults


def paragraphs_of(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs of each paragraph; a line feed in a run ends one."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        start = 0
        for index, piece in enumerate(run.text.split("\n")):
            if index:
                parts.append([])
            if piece:
                parts[-1].append(Run(piece, run.span.at(start, len(piece)), run.marks))
            start += len(piece) + 1
    return [part for part in parts if part]


def wide_lines(prepared: Prepared, lines: Sequence[BrokenLine]) -> list[Diagnostic]:
    """Findings for words that are wider than their line and had to be cut, or stick out."""
    return [
        WIDE_WORD.at(span_at(prepared, line.start), measure=f"{line.measure - line.indent:g}")
        for line in lines
        if prepared.text and line.end not in prepared.breaks
    ]


def span_at(prepared: Prepared, index: int) -> Span:
    """The source of character `index` of a prepared paragraph."""
    for segment in prepared.segments:
        if segment.start <= index < segment.end:
            return segment.span.at(index - segment.start)
    return prepared.runs[-1].span


def place_block(
    block: TextBlock, x: float, y: float, *, role: str, align: Align, ink: Ink
) -> list[GlyphRun]:
    """The block's glyph runs, its first em box with its head at y (pt), its left at x."""
    style = block.style
    items: list[GlyphRun] = []
    baseline = y + EM_ASCENT * style.size
    left = x + style.left * style.size
    for prepared, lines in block.paragraphs:
        for line in lines:
            items.extend(place_line(prepared, line, style.size, left, baseline, align, ink, role))
            baseline += block.leading
    return items


_SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}


def place_line(
    prepared: Prepared,
    line: BrokenLine,
    size: float,
    x: float,
    y: float,
    align: Align,
    ink: Ink,
    role: str,
) -> list[GlyphRun]:
    """One line's glyph runs: justified, or shifted within its measure by its alignment."""
    if align != "justify":
        spare = line.measure - line.indent - line.natural
        line = line._replace(last=True)
        x += max(spare, 0.0) * size * _SHARE[align]
    adjustment = justify(prepared, line)
    return set_line(prepared, line, adjustment, size=size, x=x, y=y, ink=ink, role=role)
