"""body: the article's copy in columns on the baseline grid.

All body frames of a layout are one chain, in the layout's order. A balanced frame uses no
more rows than it needs; with `valign: bottom` the text stands on the frame's foot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import inf

from ...model.book import Fill as InkFill
from ...model.book import GlyphRun
from ...model.content import Block
from ...model.geometry import Rect
from ...model.schema import Key
from ...model.style import ColourName, Ink, ParagraphStyle
from ...text.features import InlineItem
from ..balance import balance
from ..context import Context, Filled, Filler, Place, SetParagraph, empty_frame
from ..faults.copy import BLOCK_SHARE, OVERSET
from ..fitting.chains import chain_of, fitted_flow
from ..flow import Column, Flow, FlowBlock, FlowResult, PlacedRow
from ..grid import EM_ASCENT, Extent
from ..initials import set_initial
from ..notes import RULE_ROLE, note_blocks, rule_above_notes
from ..overset import overset_amount, overset_span
from ..strays import Setting, spare_strays
from ..tables import place_row
from ..typeset import place_line, tight_lines, whole_line, wide_lines
from .paragraphs import MARK_GAP, MARK_SIZE, copy_blocks, has_end_mark

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
    "balance": Key("flag"),
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
        _fill_chain(context, chain, blocks[taken.start : taken.stop], notes, filled)
    _check_taken(context, chains, blocks, filled)
    filled.shows |= {"body", "notes"}
    return filled


def _check_taken(
    context: Context, chains: Iterable[range], blocks: Sequence[Block], filled: Filled
) -> None:
    """Every paragraph belongs to one chain: none is left out, none printed twice."""
    taken = [index for chain in chains for index in chain]
    for index, block in enumerate(blocks):
        times = taken.count(index)
        if times != 1:
            filled.faults.append(
                BLOCK_SHARE.at(
                    block.span, layout=context.layout.name, number=index + 1, times=times
                )
            )


def _fill_chain(
    context: Context,
    places: list[Place],
    source: Sequence[Block],
    notes: Sequence[Block],
    filled: Filled,
) -> None:
    """Set blocks, and the notes after the signature, into a chain of frames."""
    columns = [column for n, place in enumerate(places) for column in _columns(place, n, filled)]
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
        return
    flow = fitted_flow(context, places[0], blocks, columns)
    moved = sum(flow.counts.values())
    balanced = [places[column.frame].options.flag("balance") for column in columns]
    rows = [column.rows for column in columns]
    if any(place.options.name("single_lines", "avoid") == "allow" for place in places):
        setting = Setting(flow, *balance(flow, rows, balanced))
    else:
        setting = spare_strays(flow, rows, balanced)
    flow, result, capacities = setting.flow, setting.result, setting.capacities
    tops = _tops(places, columns, capacities)
    _paint(context, places, flow, result, tops, filled)
    _report(context, places, blocks, result, filled)
    if len(result.lines) > 1:
        filled.faults.extend(
            fault for block in blocks for fault in tight_lines(block.style, context)
        )
    _note_extents(places, columns, result, tops, filled)
    filled.chains.append(chain_of(places, flow, result, moved))
    filled.flows[places[0].frame.name] = (flow,)


def _columns(place: Place, index: int, filled: Filled) -> list[Column]:
    count = place.options.integer("columns", 1)
    gap = place.options.number("gap", 2) * place.grid.grid.em
    width = (place.rect.width - gap * (count - 1)) / count
    top = (place.rect.y0 - place.grid.grid.head) / place.grid.grid.row
    if place.rows < 1 or not filled.leaves_room(place, "gap", gap * (count - 1)):
        return []
    return [
        Column(place.page, place.rect.x0 + n * (width + gap), width, top, place.rows, index)
        for n in range(count)
    ]


def _tops(places: list[Place], columns: list[Column], capacities: list[int]) -> list[float]:
    """The first row of each column: columns that stand on the foot move down."""
    deepest: dict[int, int] = {}
    for column, capacity in zip(columns, capacities, strict=True):
        deepest[column.frame] = max(deepest.get(column.frame, 0), capacity)
    return [
        column.top
        + (
            column.rows - deepest[column.frame]
            if places[column.frame].options.name("valign") == "bottom"
            else 0
        )
        for column in columns
    ]


def _paint(
    context: Context,
    places: list[Place],
    flow: Flow,
    result: FlowResult,
    tops: list[float],
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
            head = place.grid.row_y(tops[placed.column] + placed.row)
            row = placed.cells
            found = place_row(context, row, column.x, head, column.width, foot=placed.is_last)
            filled.items.extend((column.page, item) for item in found)
            bottoms[placed.column] = place.grid.row_y(tops[placed.column] + placed.row + row.rows)
            continue
        y = place.grid.row_y(tops[placed.column] + placed.row) + EM_ASCENT * size
        x = column.x + style.left * style.size
        ink, align = inks[placed.block], style.align
        if block.role == RULE_ROLE:
            middle = y - (EM_ASCENT - 0.5) * size
            filled.items.append((column.page, rule_above_notes(column, middle, ink, block)))
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
        top = places[column.frame].grid.row_y(tops[index])
        rect = Rect(column.x, top, column.x + column.width, bottom)
        name = places[column.frame].frame.name
        filled.texts.append((name, column.page, rect))


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
    return place_line(text, whole_line(text), size, start, y, "left", ink, block.role)


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
    context: Context,
    places: list[Place],
    blocks: list[FlowBlock],
    result: FlowResult,
    filled: Filled,
) -> None:
    if not result.overset:
        return
    lines, chars = overset_amount(result, blocks)
    filled.faults.append(
        OVERSET.at(
            overset_span(result, blocks),
            lines=lines,
            chars=chars,
            layout=context.layout.name,
            page=places[-1].page,
        )
    )


def _note_extents(
    places: list[Place],
    columns: list[Column],
    result: FlowResult,
    tops: list[float],
    filled: Filled,
) -> None:
    """For each frame: rows from its highest column's head to its lowest line."""
    for number, place in enumerate(places):
        used = [n for n, c in enumerate(columns) if c.frame == number and result.used[n]]
        if used:
            head = min(tops[n] for n in used)
            foot = max(tops[n] + result.used[n] for n in used)
            filled.extents[place.frame.name] = Extent(head, foot)


FILLER = Filler(OPTIONS, fill, chained=True)
