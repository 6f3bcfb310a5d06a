"""timeline: events, each with its date in a column of its own, along a rule with dots."""

from __future__ import annotations

from itertools import chain
from math import ceil

from ...model.art import Outline
from ...model.book import Fill as InkFill
from ...model.book import Shape
from ...model.content import Event
from ...model.geometry import TOLERANCE, Rect, circle
from ...model.schema import Key
from ..context import Context, Filled, Filler, Place
from ..grid import EM_ASCENT
from ..typeset import compose_block, place_block

OPTIONS = {
    "first": Key("integer", least=1),
    "count": Key("integer", least=1),
    "date_style": Key("style", required=True),
    "text_style": Key("style", required=True),
    "date_width": Key("number", least=1, most=20),
    "gap": Key("number", least=0, most=20),
    "rule": Key("colour"),
    "dot": Key("colour"),
}

#: Between dates and texts (字), with the rule in its middle; weight of the rule (pt); the dot's
#: diameter in em of the text.
GUTTER, RULE_WEIGHT, DOT = 2.0, 0.5, 0.5


def fill(context: Context, places: list[Place]) -> Filled:
    """Set events `first` … `first + count − 1`; each begins on a row of the grid."""
    filled = Filled()
    (place,) = places
    options, step = place.options, place.grid.grid
    events = context.article.events if context.article else ()
    first = options.integer("first", 1) - 1
    chosen = events[first : first + options.integer("count", max(1, len(events)))]
    filled.shows |= {f"event {first + number}" for number in range(1, len(chosen) + 1)}
    width = options.number("date_width", 5) * step.em
    if not chosen or not filled.leaves_room(place, "date_width", width + GUTTER * step.em):
        return filled
    y, middles = place.rect.y0, list[float]()
    gap = options.number("gap", 1) * step.row
    for event in chosen:
        height, middle = _event(context, place, event, y, filled)
        middles.append(middle)
        y += height + gap
    _rule(context, place, middles, filled)
    filled.stand(place, y - gap)
    return filled


def _event(
    context: Context, place: Place, event: Event, y: float, filled: Filled
) -> tuple[float, float]:
    """Set one event, its first baseline that of the row at y (pt).

    Gives its height (pt), whole rows, and the middle of its first line.
    """
    options, rect, step = place.options, place.rect, place.grid.grid
    date_width = options.number("date_width", 5) * step.em
    left = rect.x0 + date_width + GUTTER * step.em
    foot = y
    for run, style_name, x, width in (
        (event.date, "date_style", rect.x0, date_width),
        (event.text, "text_style", left, rect.x1 - left),
    ):
        style = context.style(options.name(style_name))
        block, faults = compose_block([run], style, width, context, place.page)
        filled.faults.extend(faults)
        top = y + EM_ASCENT * (step.em - style.size)
        ink = context.ink(style.colour)
        runs = place_block(block, x, top, role="event", align=style.align, ink=ink)
        filled.items.extend((place.page, item) for item in runs)
        filled.texts.append(
            (place.frame.name, place.page, Rect(x, top, x + width, top + block.height))
        )
        foot = max(foot, top + block.height)
    rows = max(1, ceil((foot - y - TOLERANCE) / step.row))
    size = context.style(options.name("text_style")).size
    return rows * step.row, y + EM_ASCENT * step.em - (EM_ASCENT - 0.5) * size


def _rule(context: Context, place: Place, middles: list[float], filled: Filled) -> None:
    """The rule from the first dot to the last, and the dots on it."""
    options, step, span = place.options, place.grid.grid, place.frame.span
    axis = place.rect.x0 + (options.number("date_width", 5) + GUTTER / 2) * step.em
    rule, dot = options.colour("rule"), options.colour("dot")
    if rule and len(middles) > 1:
        half = RULE_WEIGHT / 2
        line = Rect(axis - half, middles[0], axis + half, middles[-1])
        filled.items.append((place.page, InkFill(line, context.ink(rule), span, "event-rule")))
    if dot:
        radius = DOT / 2 * context.style(options.name("text_style")).size
        coords = tuple(chain.from_iterable(circle(axis, middle, radius) for middle in middles))
        outline = Outline("mcccch" * len(middles), coords)
        filled.items.append((place.page, Shape(outline, context.ink(dot), span, "event-dot")))


FILLER = Filler(OPTIONS, fill)
