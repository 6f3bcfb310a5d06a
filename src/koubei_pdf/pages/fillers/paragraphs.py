"""The copy of an article as paragraphs of the flow, in the styles of its body frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from ...model.content import Block, Run
from ...model.style import ParagraphStyle
from ...text.breaktable import EPSILON
from ..context import Context, Filled, Place
from ..faults.blocks import UNSIGNED_MARK
from ..fitting.headings import other_spaces, spaced
from ..fitting.tracking import tracked
from ..flow import FlowBlock, Marker
from ..initials import part_initial
from ..options import Options
from ..tables import CELL_ROLE, flow_table
from ..template import expand
from ..typeset import paragraphs_of

#: The end mark: a square this part of the signature's size, this far (em) before it.
MARK_SIZE, MARK_GAP = 0.62, 0.6

#: Roles of the text of list items, and of what stands before it.
ITEM_ROLE, MARKER_ROLE = "item", "marker"


def copy_blocks(
    context: Context, places: list[Place], source: Sequence[Block], width: float, filled: Filled
) -> list[FlowBlock]:
    """The blocks of a chain of frames in the styles of its first, the signature at their end.

    width: that of the narrowest column (pt).
    """
    options = places[0].options
    blocks: list[FlowBlock] = []
    for index, block in enumerate(source):
        if block.table:
            is_headed = bool(blocks) and blocks[-1].keep
            blocks.append(_table(context, block, width, is_headed, filled))
            continue
        style, role = _style_of(context, options, block, index == 0)
        style = _in_rows(style, context)
        others: tuple[float, ...] = ()
        if role == "heading":
            others = other_spaces(style, context.choice, context.layout.fit.headings)
        style = (spaced if role == "heading" else tracked)(style, context.choice)
        marker = None
        if block.kind == "item":
            style, marker = _item(context, block, style, filled)
        for number, part in enumerate(paragraphs_of(block.runs)):
            runs: Sequence[Run] = part
            # After a hard line break the paragraph goes on: no indent.
            own = replace(style, indent=0.0) if number else style
            initial = None
            if own.initial and not number and block.kind in ("paragraph", "quote"):
                initial, runs, found = part_initial(context, runs, own, own.measure(width))
                filled.faults.extend(found)
            prepared, faults = context.prepare(runs, own)
            filled.faults.extend(faults)
            keep = block.kind == "heading"
            mark = None if number else marker
            spans = keep and block.level == 2 and options.flag("spanning")
            made = FlowBlock(prepared, own, role, keep, mark, initial, spans=spans, source=block)
            blocks.append(made if number else replace(made, other_before=others))
    blocks.extend(_signature(context, places, filled))
    return blocks


def _table(
    context: Context, block: Block, width: float, is_headed: bool, filled: Filled
) -> FlowBlock:
    """A table; the room above it is its head's `before`, that below it its cells' `after`.

    is_headed: right below a heading, where no more room is wanted.
    """
    table, faults = flow_table(context, block, width)
    filled.faults.extend(faults)
    corner, cell = table.head[0], table.rows[0][0].style
    before = 0.0 if is_headed else corner.style.before
    style = replace(cell, rows=1.0, before=before)
    return FlowBlock(corner.prepared, style, CELL_ROLE, keep=False, table=table, source=block)


def _style_of(
    context: Context, options: Options, block: Block, first: bool
) -> tuple[ParagraphStyle, str]:
    """The style and role of a block; the first paragraph may have a style of its own."""
    ordinary, heading = options.name("style"), options.name("heading")
    if block.kind == "heading":
        if block.level > 2:
            names = (options.name("subheading"), "subhead-2", heading, "subhead")
            return context.style(*names), "heading"
        return context.style(heading, "subhead"), "heading"
    if block.kind == "quote":
        return context.style(options.name("quote"), "quotation"), "body"
    if block.kind == "item":
        return context.style(options.name("item"), "item", ordinary), ITEM_ROLE
    return context.style(options.name("first", ordinary) if first else ordinary), "body"


def _in_rows(style: ParagraphStyle, context: Context) -> ParagraphStyle:
    """The style with its line distance in rows, in which the flow counts."""
    if style.leading is None:
        return style
    return replace(style, rows=style.leading / context.issue.house.grid.row)


def _item(
    context: Context, block: Block, style: ParagraphStyle, filled: Filled
) -> tuple[ParagraphStyle, Marker | None]:
    """The style of a list item, whose text hangs beside its marker, and the marker.

    The style's negative `indent` is the marker's place, by whole em before the text; where a style
    indents the first line, the lines below it are indented instead. A marker that is wider pushes
    its own line on by whole em.
    """
    if style.indent > 0:
        style = replace(style, left=style.left + style.indent, indent=-style.indent)
    hang = -style.indent
    style = replace(style, indent=0.0)
    if not block.marker:
        return style, None
    prepared, faults = context.prepare([Run(block.marker, block.span)], style)
    filled.faults.extend(faults)
    over = prepared.widths[-1] - hang - EPSILON
    return replace(style, indent=float(max(0, ceil(over)))), Marker(prepared, hang)


def _signature(context: Context, places: list[Place], filled: Filled) -> list[FlowBlock]:
    """The signature that one of the frames asks for, if there is anybody to sign.

    With an end mark its lines leave room for it, so that it stands within the column.
    """
    for place in places:
        sign = place.options.text("sign")
        if sign is None:
            continue
        runs, shown, faults = expand(sign, context, places[-1].page)
        filled.faults.extend(faults)
        filled.shows |= shown
        if runs:
            style = context.style(place.options.name("sign_style"), "signature")
            style = _in_rows(style, context)
            if has_end_mark(places):
                style = replace(style, left=style.left + MARK_SIZE + MARK_GAP)
            prepared, faults = context.prepare(runs, style)
            filled.faults.extend(faults)
            return [FlowBlock(prepared, style, "signature", False)]
    if all(place.options.text("sign") is None for place in places):
        marked = [place.frame for place in places if place.options.flag("end_mark")]
        filled.faults += [UNSIGNED_MARK.at(frame.span, frame=frame.name) for frame in marked]
    return []


def has_end_mark(places: Sequence[Place]) -> bool:
    return any(place.options.flag("end_mark") for place in places)
