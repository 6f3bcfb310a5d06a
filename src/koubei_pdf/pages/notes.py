"""The notes of an article as blocks of its copy's flow: a short rule, then a block a note.

JLREQ 4.2.7: smaller than the text, under a thin rule of a third of the column, number and one em,
turned-over lines hanging. A note, its number included, is a whole number of its own em wide, so
that its lines are solid; what the column has beyond that stands at the left. Notes have a leading
of their own; whatever follows them begins on a whole row again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import floor

from ..model.book import Fill
from ..model.content import Block, Run
from ..model.diagnostics import Diagnostic
from ..model.geometry import Rect
from ..model.style import Ink, ParagraphStyle
from .context import Context
from .flow import Column, FlowBlock, Marker

#: The role of the block that keeps a row for the rule.
RULE_ROLE = "note-rule"
#: The rule's part of the column, its weight (pt), and what parts a number from its note (em),
#: where the number is a whole number of em wide.
RULE_WIDTH, RULE_WEIGHT, AFTER_NUMBER = 1 / 3, 0.5, 1.0


def note_blocks(
    context: Context, notes: Sequence[Block], style: ParagraphStyle
) -> tuple[list[FlowBlock], list[Diagnostic]]:
    """The rule and the notes in `style`, the numbers of all on one width."""
    faults: list[Diagnostic] = []
    numbers = []
    for note in notes:
        number, missing = context.prepare([Run(note.marker, note.span)], style)
        numbers.append(number)
        faults.extend(missing)
    widest = max(number.widths[-1] for number in numbers)
    hang = max(1, floor(widest + 0.5)) + AFTER_NUMBER
    rows = context.leading(style) / context.issue.house.grid.row
    own = replace(style, rows=rows, leading=None, left=style.left + hang, indent=0.0)
    rule, _ = context.prepare([Run("", notes[0].span)], style)
    blocks = [FlowBlock(rule, replace(style, rows=1.0, leading=None), RULE_ROLE, keep=True)]
    for note, number in zip(notes, numbers, strict=True):
        text, missing = context.prepare(note.runs, own)
        faults.extend(missing)
        blocks.append(FlowBlock(text, own, "note", False, Marker(number, hang), whole=True))
    return blocks, faults


def rule_above_notes(column: Column, y: float, ink: Ink, block: FlowBlock) -> Fill:
    """The rule, flush left in its column, its middle at y (pt)."""
    right = column.x + column.width * RULE_WIDTH
    rect = Rect(column.x, y - RULE_WEIGHT / 2, right, y + RULE_WEIGHT / 2)
    return Fill(rect, ink, block.prepared.runs[0].span, RULE_ROLE)
