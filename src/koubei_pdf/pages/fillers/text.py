"""text: one text in one style, from a template with fields (`{title}`, `{section.name}` …)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from ...model.book import Fill as InkFill
from ...model.book import Link
from ...model.geometry import TOLERANCE, Rect
from ...model.mirror import mirrored_align
from ...model.schema import Key
from ...model.style import Align, ParagraphStyle
from ..context import Context, Filled, Filler, Place, empty_frame
from ..template import expand
from ..typeset import SHARE, TextBlock, compose_block, place_block

OPTIONS = {
    "text": Key("text", required=True),
    "style": Key("style", required=True),
    "align": Key("choice", choices=("justify", "left", "center", "right")),
    "valign": Key("choice", choices=("top", "middle", "bottom")),
    "colour": Key("colour"),
    "section": Key("text"),
    "rule": Key("colour"),
    "rule_width": Key("number", least=0.1, most=100),
    "rule_weight": Key("length", least=0.1, most=20),
}

_COMES_FROM = re.compile(r"continued\.([1-9]\d*)\.folio")

#: A rule stands this many rows above the head of its text.
RULE_GAP = 0.7


def fill(context: Context, places: list[Place]) -> Filled:
    """Set the text; a frame whose fields have no value here stays empty."""
    filled = Filled()
    (place,) = places
    options = place.options
    template = options.text("text")
    assert template is not None
    runs, shown, faults = expand(template, context, place.page)
    filled.faults.extend(faults)
    filled.shows |= shown
    if not runs:
        return filled
    if place.rect.width <= TOLERANCE or place.rect.height <= TOLERANCE:
        filled.faults.append(empty_frame(place))
        return filled
    style = context.style(options.name("style"))
    block, faults = compose_block(runs, style, place.rect.width, context, place.page)
    filled.faults.extend(faults)
    source = block.paragraphs[0][0].segments[0].span
    filled.check_height(place, source, block.height, place.rect.height)
    _place(context, place, block, filled)
    filled.items.extend((place.page, link) for link in _back(context, shown, filled))
    return filled


def _back(context: Context, shown: set[str], filled: Filled) -> Iterator[Link]:
    """The way back to the page that a story comes from, on a text that names it."""
    for name in sorted(shown):
        match = _COMES_FROM.fullmatch(name)
        rest = context.story_here(int(match[1]))[1] if match else None
        if rest is not None:
            _, _, area = filled.texts[-1]
            yield Link(area, rest.page, context.slot.span)


def _place(context: Context, place: Place, block: TextBlock, filled: Filled) -> None:
    options, rect = place.options, place.rect
    share = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[options.name("valign", "top")]
    y = rect.y0 + share * (rect.height - block.height)
    align = _align(place, block.style)
    section = context.section_of(options)
    ink = context.ink(options.colour("colour") or block.style.colour, section)
    runs = place_block(block, rect.x0, y, role=place.frame.name, align=align, ink=ink)
    filled.items.extend((place.page, run) for run in runs)
    filled.texts.append((place.frame.name, place.page, text_rect(block, rect, y, align)))
    head = y
    rule = options.colour("rule")
    if rule:
        head -= RULE_GAP * place.grid.grid.row
        bar = _rule(place, head, align)
        ink = context.ink(rule, section)
        filled.items.append((place.page, InkFill(bar, ink, place.frame.span, "rule")))
    filled.extents[place.frame.name] = place.grid.extent(head, y + block.height)


def _align(place: Place, style: ParagraphStyle) -> Align:
    """The frame's own alignment, else the style's, turned where the frame is."""
    usual = mirrored_align(style.align) if place.frame.turned else style.align
    return cast(Align, place.options.name("align", usual))


def _rule(place: Place, y: float, align: Align) -> Rect:
    """The short bar above the text, its head at y (pt): at the side where the lines are flush."""
    options, rect = place.options, place.rect
    width = min(options.number("rule_width", 6) * place.grid.grid.em, rect.width)
    x0 = rect.x0 + SHARE[align] * (rect.width - width)
    return Rect(x0, y, x0 + width, y + options.number("rule_weight", 3))


def text_rect(block: TextBlock, rect: Rect, y: float, align: Align) -> Rect:
    """The rectangle that the block's ink takes within its frame (pt)."""
    spare = max(rect.width - block.natural_width, 0.0)
    shift = SHARE[align] * spare
    x0 = rect.x0 + shift
    return Rect(x0, y, x0 + min(block.natural_width, rect.width), y + block.height)


FILLER = Filler(OPTIONS, fill)
