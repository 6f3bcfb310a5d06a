"""The lines of copy become items on the page, with what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ...model.book import Fill as InkFill
from ...model.book import GlyphRun
from ...model.geometry import Rect
from ...model.style import ColourName, Ink, ParagraphStyle
from ...text.features import InlineItem
from ..blocks import PlacedRow
from ..context import Context, Filled, Place, SetParagraph
from ..flow import Column, Flow, FlowBlock, FlowResult
from ..grid import EM_ASCENT, Extent
from ..initials import set_initial
from ..notes import RULE_ROLE, rule_above_notes
from ..strays import Setting
from ..tables import place_row
from ..typeset import place_line, whole_line, wide_lines
from .columns import line_areas, tops
from .paragraphs import ITEM_ROLE, MARK_GAP, MARK_SIZE, MARKER_ROLE, has_end_mark


def put_lines(
    context: Context,
    places: Sequence[Place],
    settings: Sequence[Setting],
    fills: Sequence[Filled],
) -> None:
    """Put the copy into what fills the frames (by place); its faults are all the first one's."""
    for setting in settings:
        flow, result = setting.flow, setting.result
        heads = tops(flow.columns, setting.capacities)
        _paint(context, places, flow, result, heads, fills)
        _note_extents(places, flow.columns, result, heads, fills)
    for other in fills:
        if other is not fills[0]:
            fills[0].faults.extend(other.faults)
            other.faults.clear()


def _paint(
    context: Context,
    places: Sequence[Place],
    flow: Flow,
    result: FlowResult,
    heads: list[float],
    fills: Sequence[Filled],
) -> None:
    """Put the lines into what fills the frames (by place)."""
    size = context.issue.house.grid.em
    bottoms: dict[int, float] = {}
    marked = has_end_mark(places)
    inks = [context.ink(block.style.colour) for block in flow.blocks]
    for placed in result.lines:
        block, column = flow.blocks[placed.block], flow.columns[placed.column]
        place, style, filled = places[column.frame], block.style, fills[column.frame]
        if isinstance(placed, PlacedRow):
            head = place.grid.row_y(heads[placed.column] + placed.row)
            row = placed.cells
            x = column.x + placed.offset
            found = place_row(context, row, x, head, foot=placed.is_last)
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
        fills[column.frame].texts.extend((place.frame.name, column.page, area) for area in areas)


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


def _note_extents(
    places: Sequence[Place],
    columns: Sequence[Column],
    result: FlowResult,
    heads: list[float],
    fills: Sequence[Filled],
) -> None:
    """For each frame: rows from its highest column's head to its lowest line, so far."""
    for number, place in enumerate(places):
        used = [n for n, c in enumerate(columns) if c.frame == number and result.used[n]]
        if used:
            head = min(heads[n] for n in used)
            foot = max(heads[n] + result.used[n] for n in used)
            extents = fills[number].extents
            so_far = extents.get(place.frame.name)
            head = min(head, so_far.head) if so_far else head
            extents[place.frame.name] = Extent(head, max(foot, so_far.foot) if so_far else foot)
