"""body: the article's copy in columns on the baseline grid.

All body frames of a layout are one chain, in the layout's order. A balanced frame uses no
more rows than it needs; with `valign: bottom` the text stands on the frame's foot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import inf

from ...model.book import Fill as InkFill
from ...model.book import GlyphRun
from ...model.content import Block
from ...model.fitting import Chain
from ...model.geometry import Rect
from ...model.schema import Key
from ...model.style import ColourName, Ink, ParagraphStyle
from ...text.features import InlineItem
from ..context import Context, Filled, Filler, Place, SetParagraph, empty_frame
from ..faults.copy import BLOCK_SHARE, OVERSET
from ..fitting.chains import Fitter, chain_of
from ..flow import Column, Flow, FlowBlock, FlowResult, PlacedRow
from ..grid import EM_ASCENT, Extent
from ..initials import set_initial
from ..notes import RULE_ROLE, note_blocks, rule_above_notes
from ..overset import overset_amount, overset_span
from ..spanning import plainly, set_parts
from ..strays import Setting, spare_strays
from ..tables import place_row
from ..typeset import place_line, tight_lines, whole_line, wide_lines
from .columns import columns_of, covered_frames, line_areas, tops
from .paragraphs import ITEM_ROLE, MARK_GAP, MARK_SIZE, MARKER_ROLE, copy_blocks, has_end_mark

OPTIONS = {
    "columns": Key("integer", least=1, most=6),
    "gap": Key("number", least=0, most=20),
    "style": Key("style"),
    "heading": Key("style"),
    "subheading": Key("style"),
    "quote": Key("style"),
    "note": Key("style"),
    "item": Key("style"),
    "first": Key("style"),
    "spanning": Key("flag"),
    "balance": Key("flag"),
    "least_measure": Key("number", least=2, most=60),
    "single_lines": Key("choice", choices=("avoid", "allow")),
    "valign": Key("choice", choices=("top", "bottom")),
    "sign": Key("text"),
    "sign_style": Key("style"),
    "end_mark": Key("flag"),
    "from": Key("integer", least=1),
    "to": Key("integer", least=1),
}


def fill(context: Context, places: list[Place]) -> Filled:
    """Set the article's blocks into the chain of body frames.

    Frames that name the blocks they take (`from`, `to`, counted from 1) are chains of their own.
    """
    filled = Filled()
    if context.article is None or not context.article.blocks:
        return filled
    blocks = context.article.blocks
    chains: dict[range, list[Place]] = {}
    for place in places:
        last = min(place.options.integer("to", len(blocks)), len(blocks))
        taken = range(place.options.integer("from", 1) - 1, last)
        chains.setdefault(taken, []).append(place)
    for taken, chain in chains.items():
        notes = context.article.notes if taken.stop == len(blocks) else ()
        measured = fill_chain(context, chain, blocks[taken.start : taken.stop], notes, filled)
        if measured is not None:
            found, flows = measured
            filled.chains.append(found)
            filled.flows[found.frame] = flows
    _check_taken(context, chains, blocks, filled)
    filled.shows |= {"body", "notes"}
    return filled


def _check_taken(
    context: Context, chains: Iterable[range], blocks: Sequence[Block], filled: Filled
) -> None:
    """Every paragraph belongs to one chain: none is left out, none printed twice."""
    taken = Counter(index for chain in chains for index in chain)
    for index, block in enumerate(blocks):
        times = taken[index]
        if times != 1:
            filled.faults.append(
                BLOCK_SHARE.at(
                    block.span, layout=context.layout.name, number=index + 1, times=times
                )
            )


def fill_chain(
    context: Context,
    places: list[Place],
    source: Sequence[Block],
    notes: Sequence[Block],
    filled: Filled,
) -> tuple[Chain, Sequence[Flow]] | None:
    """Set blocks, and the notes after the signature, into a chain of frames.

    Gives how much room they take and have, and what they were set from; None without columns.
    """
    columns = [column for n, place in enumerate(places) for column in columns_of(place, n, filled)]
    width = min((column.width for column in columns), default=inf)
    blocks = copy_blocks(context, places, source, width, filled)
    if notes:
        style = context.style(places[0].options.name("note"), "note")
        found, faults = note_blocks(context, notes, style)
        blocks.extend(found)
        filled.faults.extend(faults)
    if not columns:
        if all(place.rows < 1 for place in places):
            filled.faults.append(empty_frame(places[0]))
        return None
    covered = list(covered_frames(places, Flow(blocks, columns)))
    filled.faults.extend(covered)
    balanced = [places[column.frame].options.flag("balance") for column in columns]
    strays = any(place.options.name("single_lines") == "allow" for place in places)
    level, fitter = plainly if strays else spare_strays, Fitter(context, places[0])
    settings = list(set_parts(blocks, columns, balanced, level, fitter.flow))
    for setting in settings:
        flow, result = setting.flow, setting.result
        heads = tops(flow.columns, setting.capacities)
        _paint(context, places, flow, result, heads, filled)
        _note_extents(places, flow.columns, result, heads, filled)
    if not covered:
        _report(context, places, settings, filled)
    if sum(len(setting.result.lines) for setting in settings) > 1:
        filled.faults.extend(
            fault for block in blocks for fault in tight_lines(block.style, context)
        )
    if not settings:
        return None
    chain = chain_of(places, columns, settings, fitter.moved)
    return chain, [setting.flow for setting in settings]


def _paint(
    context: Context,
    places: list[Place],
    flow: Flow,
    result: FlowResult,
    heads: list[float],
    filled: Filled,
) -> None:
    size = context.issue.house.grid.em
    bottoms: dict[int, float] = {}
    marked = has_end_mark(places)
    inks = [context.ink(block.style.colour) for block in flow.blocks]
    for placed in result.lines:
        block, column = flow.blocks[placed.block], flow.columns[placed.column]
        place, style = places[column.frame], block.style
        if isinstance(placed, PlacedRow):
            head = place.grid.row_y(heads[placed.column] + placed.row)
            row = placed.cells
            found = place_row(context, row, column.x, head, column.width, foot=placed.is_last)
            filled.items.extend((column.page, item) for item in found)
            bottoms[placed.column] = place.grid.row_y(heads[placed.column] + placed.row + row.rows)
            continue
        y = place.grid.row_y(heads[placed.column] + placed.row) + EM_ASCENT * size
        left = column.x + placed.offset
        x = left + style.left * style.size
        ink, align = inks[placed.block], style.align
        if block.role == RULE_ROLE:
            middle = y - (EM_ASCENT - 0.5) * size
            filled.items.append(
                (column.page, rule_above_notes(replace(column, x=left), middle, ink, block))
            )
        runs = place_line(block.prepared, placed.line, style.size, x, y, align, ink, block.role)
        if block.marker and placed.line.start == 0:
            runs = [*_marker_items(block, x, y, ink), *runs]
        if block.initial and placed.line.start == 0:
            runs = [*_initial_items(context, block, x, y, ink), *runs]
        filled.items.extend([(column.page, run) for run in runs])
        filled.faults.extend(wide_lines(block.prepared, [placed.line], style))
        if block.role == "signature" and placed.line.start == 0 and marked:
            head = next(run.x for run in runs if isinstance(run, GlyphRun))
            filled.items.append((column.page, _end_mark(context, style, head, y)))
        bottoms[placed.column] = y + (1 - EM_ASCENT) * size
    if context.trace is not None:
        context.trace.extend(_set_paragraphs(flow, result))
    for index, bottom in bottoms.items():
        column = flow.columns[index]
        place = places[column.frame]
        top = place.grid.row_y(heads[index])
        rect = Rect(column.x, top, column.x + column.width, bottom)
        areas = [rect] if column.around is None else line_areas(flow, result, index, place.grid)
        filled.texts.extend((place.frame.name, column.page, area) for area in areas)


def _set_paragraphs(flow: Flow, result: FlowResult) -> Iterator[SetParagraph]:
    """The blocks, and the cells of tables, that found a place, with the page of each line."""
    for index, placed in groupby(result.lines, key=lambda line: line.block):
        block, lines, pages = flow.blocks[index], [], []
        for one in placed:
            page = flow.columns[one.column].page
            if isinstance(one, PlacedRow):
                for cell in one.cells.cells:
                    where = (page,) * len(cell.lines)
                    yield SetParagraph(cell.text.prepared, cell.text.style, cell.lines, where)
            else:
                lines.append(one.line)
                pages.append(page)
        if lines:
            yield SetParagraph(block.prepared, block.style, tuple(lines), tuple(pages))


def _marker_items(block: FlowBlock, x: float, y: float, ink: Ink) -> list[InlineItem]:
    """The marker of a list item or note whose text hangs at x, on its baseline y (pt)."""
    assert block.marker is not None
    size, text = block.style.size, block.marker.prepared
    start = x - block.marker.hang * size
    role = MARKER_ROLE if block.role == ITEM_ROLE else block.role
    return place_line(text, whole_line(text), size, start, y, "left", ink, role)


def _initial_items(
    context: Context, block: FlowBlock, x: float, y: float, ink: Ink
) -> list[InlineItem]:
    """The drop initial of a paragraph whose first baseline is y (pt), its lines' left end x."""
    assert block.initial is not None
    style = block.style
    own_ink = context.ink(style.initial_colour) if style.initial_colour else ink
    leading = context.leading(style)
    return set_initial(block.initial, style, x=x, y=y, leading=leading, ink=ink, own_ink=own_ink)


def _end_mark(context: Context, style: ParagraphStyle, x: float, y: float) -> InkFill:
    """A square in the section's colour before the signature."""
    side = MARK_SIZE * style.size
    right = x - MARK_GAP * style.size
    middle = y - (EM_ASCENT - 0.5) * style.size
    rect = Rect(right - side, middle - side / 2, right, middle + side / 2)
    return InkFill(rect, context.ink(ColourName("section")), style.span, "end-mark")


def _report(
    context: Context, places: list[Place], settings: Sequence[Setting], filled: Filled
) -> None:
    over = [setting for setting in settings if setting.result.overset]
    if not over:
        return
    amounts = [overset_amount(setting.result, setting.flow.blocks) for setting in over]
    lines, chars = map(sum, zip(*amounts, strict=True))
    filled.faults.append(
        OVERSET.at(
            overset_span(over[0].result, over[0].flow.blocks),
            lines=lines,
            chars=chars,
            layout=context.layout.name,
            page=places[-1].page,
        )
    )


def _note_extents(
    places: list[Place],
    columns: Sequence[Column],
    result: FlowResult,
    heads: list[float],
    filled: Filled,
) -> None:
    """For each frame: rows from its highest column's head to its lowest line, so far."""
    for number, place in enumerate(places):
        used = [n for n, c in enumerate(columns) if c.frame == number and result.used[n]]
        if used:
            head = min(heads[n] for n in used)
            foot = max(heads[n] + result.used[n] for n in used)
            so_far = filled.extents.get(place.frame.name)
            head = min(head, so_far.head) if so_far else head
            filled.extents[place.frame.name] = Extent(head, foot)


FILLER = Filler(OPTIONS, fill, chained=True)
