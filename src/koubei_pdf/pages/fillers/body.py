"""body: the article's copy in columns on the baseline grid.

All body frames of a layout are one chain, in the layout's order. A balanced frame uses no
more rows than it needs; with `valign: bottom` the text stands on the frame's foot.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...model.book import Fill as InkFill
from ...model.book import GlyphRun
from ...model.content import Block, Run
from ...model.geometry import Rect
from ...model.schema import Key
from ...model.style import Cmyk, ColourName, ParagraphStyle
from ...text.breaking import BrokenLine, break_lines
from ...text.features import InlineItem
from ..context import Context, Filled, Filler, Place
from ..faults import BLOCK_SHARE, EMPTY_FRAME, OVERSET
from ..flow import Column, Flow, FlowBlock, FlowResult, balance, overset_amount
from ..grid import EM_ASCENT, Extent
from ..notes import RULE_ROLE, note_blocks, rule_above_notes
from ..options import Options
from ..template import expand
from ..typeset import paragraphs_of, place_line, span_at, wide_lines

OPTIONS = {
    "columns": Key("integer", least=1, most=6),
    "gap": Key("number", least=0, most=20),
    "style": Key("style"),
    "heading": Key("style"),
    "quote": Key("style"),
    "note": Key("style"),
    "first": Key("style"),
    "balance": Key("flag"),
    "valign": Key("choice", choices=("top", "bottom")),
    "sign": Key("text"),
    "sign_style": Key("style"),
    "end_mark": Key("flag"),
    "from": Key("integer", least=1),
    "to": Key("integer", least=1),
}

#: The end mark: a square this part of the signature's size, this far (em) before it.
MARK_SIZE, MARK_GAP = 0.62, 0.6


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
    blocks = _blocks(context, places, source, filled)
    if notes:
        style = context.style(places[0].options.name("note"), "note")
        found, faults = note_blocks(context, notes, style)
        blocks.extend(found)
        filled.faults.extend(faults)
    columns = [column for n, place in enumerate(places) for column in _columns(place, n)]
    if not columns:
        frame = places[0].frame
        filled.faults.append(EMPTY_FRAME.at(frame.span, frame=frame.name, page=places[0].page))
        return
    flow = Flow(blocks, columns)
    balanced = [places[column.frame].options.flag("balance") for column in columns]
    result, capacities = balance(flow, [column.rows for column in columns], balanced)
    tops = _tops(places, columns, capacities)
    _paint(context, places, flow, result, tops, filled)
    _report(context, places, blocks, result, filled)
    _note_extents(places, columns, result, tops, filled)


def _columns(place: Place, index: int) -> list[Column]:
    count = place.options.integer("columns", 1)
    gap = place.options.number("gap", 2) * place.grid.grid.em
    width = (place.rect.width - gap * (count - 1)) / count
    top = (place.rect.y0 - place.grid.grid.head) / place.grid.grid.row
    if place.rows < 1 or width <= 0:
        return []
    return [
        Column(place.page, place.rect.x0 + n * (width + gap), width, top, place.rows, index)
        for n in range(count)
    ]


def _blocks(
    context: Context, places: list[Place], source: Sequence[Block], filled: Filled
) -> list[FlowBlock]:
    """The copy as prepared paragraphs in the frame's styles, the signature at their end."""
    options = places[0].options
    blocks: list[FlowBlock] = []
    for index, block in enumerate(source):
        style, role = _style_of(context, options, block, index == 0)
        for number, runs in enumerate(paragraphs_of(_marked(block))):
            # After a hard line break the paragraph goes on: no indent.
            own = replace(style, indent=0.0) if number else style
            prepared, faults = context.prepare(runs, own)
            filled.faults.extend(faults)
            blocks.append(FlowBlock(prepared, own, role, block.kind == "heading"))
    blocks.extend(_signature(context, places, filled))
    return blocks


def _signature(context: Context, places: list[Place], filled: Filled) -> list[FlowBlock]:
    """The signature that one of the frames asks for, if there is anybody to sign."""
    for place in places:
        sign = place.options.text("sign")
        if sign is None:
            continue
        runs, shown, faults = expand(sign, context, places[-1].page)
        filled.faults.extend(faults)
        filled.shows |= shown
        if runs:
            style = context.style(place.options.name("sign_style"), "signature")
            prepared, faults = context.prepare(runs, style)
            filled.faults.extend(faults)
            return [FlowBlock(prepared, style, "signature", False)]
    return []


def _marked(block: Block) -> Sequence[Run]:
    """The block's runs, after a list item's own marker."""
    if not block.marker:
        return block.runs
    return (Run(block.marker, block.span), *block.runs)


def _style_of(
    context: Context, options: Options, block: Block, first: bool
) -> tuple[ParagraphStyle, str]:
    """The style and role of a block; the first paragraph may have a style of its own."""
    if block.kind == "heading":
        return context.style(options.name("heading"), "subhead"), "heading"
    if block.kind == "quote":
        return context.style(options.name("quote"), "quotation"), "body"
    ordinary = options.name("style")
    return context.style(options.name("first", ordinary) if first else ordinary), "body"


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
    marked = any(place.options.flag("end_mark") for place in places)
    for placed in result.lines:
        block, column = flow.blocks[placed.block], flow.columns[placed.column]
        place, style = places[column.frame], block.style
        y = place.grid.row_y(tops[placed.column] + placed.row) + EM_ASCENT * size
        x = column.x + style.left * style.size
        colour = context.ink(style.colour)
        if block.role == RULE_ROLE:
            middle = y - (EM_ASCENT - 0.5) * size
            filled.items.append((column.page, rule_above_notes(column, middle, colour, block)))
        runs = _place(block, placed.line, x, y, colour)
        filled.items.extend((column.page, run) for run in runs)
        filled.faults.extend(wide_lines(block.prepared, [placed.line]))
        if block.role == "signature" and placed.line.start == 0 and marked:
            head = next(run.x for run in runs if isinstance(run, GlyphRun))
            filled.items.append((column.page, _end_mark(context, style, head, y)))
        bottoms[placed.column] = y + (1 - EM_ASCENT) * size
    for index, bottom in bottoms.items():
        column = flow.columns[index]
        top = places[column.frame].grid.row_y(tops[index])
        rect = Rect(column.x, top, column.x + column.width, bottom)
        name = places[column.frame].frame.name
        filled.texts.append((name, column.page, rect))


def _place(block: FlowBlock, line: BrokenLine, x: float, y: float, ink: Cmyk) -> list[InlineItem]:
    """A line whose text begins at x, after the marker if it is the block's first."""
    style = block.style
    items: list[InlineItem] = []
    for marker in block.marker if line.start == 0 else ():
        (alone,) = break_lines(marker, (block.hang,))
        left = x - block.hang * style.size
        items += place_line(marker, alone, style.size, left, y, "left", ink, block.role)
    items += place_line(block.prepared, line, style.size, x, y, style.align, ink, block.role)
    return items


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
    index, line = result.overset[0]
    filled.faults.append(
        OVERSET.at(
            span_at(blocks[index].prepared, line.start),
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
