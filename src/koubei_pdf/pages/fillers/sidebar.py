"""sidebar: copy that stands beside the story (`::: sidebar`), with a ground, a title, own columns.

A heading at its head is its title and stands over all columns. Type with a leading of its own
leaves the grid within the frame; the frame ends on a row.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from ...model.book import Fill as InkFill
from ...model.content import Block
from ...model.diagnostics import Diagnostic
from ...model.geometry import TOLERANCE, Rect
from ...model.schema import Key
from ...model.style import ColourName
from ..context import Context, Filled, Filler, Place, empty_frame
from ..faults.components import SIDEBAR_OVERSET
from ..faults.copy import OVERSET
from ..grid import Extent
from ..typeset import compose_block, place_block
from .body import fill_chain

OPTIONS = {
    "sidebar": Key("integer", least=1, most=99),
    "ground": Key("colour"),
    "rule": Key("colour"),
    "rule_weight": Key("length", least=0.1, most=20),
    "inset": Key("number", least=0, most=20),
    "inset_rows": Key("number", least=0, most=20),
    "title": Key("style"),
    "style": Key("style", required=True),
    "heading": Key("style"),
    "subheading": Key("style"),
    "quote": Key("style"),
    "item": Key("style"),
    "columns": Key("integer", least=1, most=6),
    "gap": Key("number", least=0, most=20),
    "balance": Key("flag"),
    "height": Key("choice", choices=("content", "frame")),
}

#: Around the copy where there is a ground: 字 at its sides, rows above and below.
INSET, INSET_ROWS = 1.5, 1.0


def fill(context: Context, places: list[Place]) -> Filled:
    """Set one sidebar of the article; a frame without one stays empty, its ground included."""
    filled = Filled()
    (place,) = places
    number = place.options.integer("sidebar", 1)
    sidebars = context.article.sidebars if context.article else ()
    if number > len(sidebars):
        return filled
    filled.shows.add(f"sidebar {number}")
    inner = _inner(place)
    if inner.rect.width <= TOLERANCE or inner.rows < 1:
        filled.faults.append(empty_frame(place))
        return filled
    blocks = sidebars[number - 1]
    head = (inner.rect.y0 - place.grid.grid.head) / place.grid.grid.row
    foot = head
    if blocks[0].kind == "heading":
        foot += _title(context, inner, blocks[0], filled)
        below = replace(inner.rect, y0=place.grid.row_y(foot))
        inner, blocks = replace(inner, rect=below), blocks[1:]
    if blocks:
        measured = fill_chain(context, [inner], blocks, (), filled)
        filled.flows[place.frame.name] = measured[1] if measured else ()
        filled.faults = [_of_sidebar(fault, place.frame.name, number) for fault in filled.faults]
    found = filled.extents.get(place.frame.name, Extent(head, foot))
    _paint(context, place, found.foot, filled)
    return filled


def _of_sidebar(fault: Diagnostic, frame: str, number: int) -> Diagnostic:
    """What does not fit is not the story, and wants another remedy."""
    if fault.rule != OVERSET:
        return fault
    facts = {**fault.facts, "frame": frame, "sidebar": str(number)}
    return replace(fault, rule=SIDEBAR_OVERSET, facts=facts)


def _insets(place: Place) -> tuple[float, float]:
    """What is left free at the sides, and above and below (pt)."""
    options, step = place.options, place.grid.grid
    has_ground = options.colour("ground") is not None
    sides = options.number("inset", INSET if has_ground else 0.0) * step.em
    return sides, options.number("inset_rows", INSET_ROWS if has_ground else 0.0) * step.row


def _inner(place: Place) -> Place:
    """The part of the frame that copy may stand in."""
    sides, ends = _insets(place)
    rect = place.rect
    inner = Rect(rect.x0 + sides, rect.y0 + ends, rect.x1 - sides, rect.y1 - ends)
    return replace(place, rect=inner)


def _title(context: Context, place: Place, block: Block, filled: Filled) -> float:
    """Set the title at the head of the place; the whole rows that it takes, with what follows."""
    style = context.style(place.options.name("title"), "sidebar-title", "subhead")
    rect, row = place.rect, place.grid.grid.row
    made, faults = compose_block(block.runs, style, rect.width, context, place.page)
    filled.faults.extend(faults)
    filled.check_height(place, block.span, made.height, rect.height)
    ink = context.ink(style.colour)
    runs = place_block(made, rect.x0, rect.y0, role="heading", align=style.align, ink=ink)
    filled.items.extend((place.page, run) for run in runs)
    found = Rect(rect.x0, rect.y0, rect.x1, rect.y0 + made.height)
    filled.texts.append((place.frame.name, place.page, found))
    return ceil(made.line_count * made.leading / row + style.after - TOLERANCE)


def _paint(context: Context, place: Place, foot: float, filled: Filled) -> None:
    """Lay ground and rule under the copy, which ends on row `foot`, and note what all takes."""
    options, rect, grid = place.options, place.rect, place.grid
    if options.name("height", "content") == "content":
        end = grid.row_y(foot) - (grid.grid.row - grid.grid.em) + _insets(place)[1]
        rect = replace(rect, y1=min(rect.y1, end))
    name, span, under = place.frame.name, place.frame.span, list[InkFill]()
    ground, rule = options.colour("ground"), options.colour("rule")

    def add(area: Rect, colour: ColourName) -> None:
        under.append(InkFill(area, context.ink(colour), span, name))

    if ground:
        add(rect, ground)
    if rule:
        add(replace(rect, y1=rect.y0 + options.number("rule_weight", 2)), rule)
    filled.items[:0] = [(place.page, item) for item in under]
    filled.extents[name] = grid.extent(rect.y0, rect.y1)


FILLER = Filler(OPTIONS, fill)
