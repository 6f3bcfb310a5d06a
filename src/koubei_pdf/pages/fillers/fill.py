"""fill: an area of colour. With `edge` and `weight`, only a rule along that edge."""

from __future__ import annotations

from ...model.book import Fill as InkFill
from ...model.geometry import Rect
from ...model.schema import Key
from ..context import Context, Filled, Filler, Place
from .crossing import on_pages

OPTIONS = {
    "colour": Key("colour", required=True),
    "edge": Key("choice", choices=("left", "top", "right", "bottom")),
    "weight": Key("length", least=0.1, most=60),
    "section": Key("text"),
}


def fill(context: Context, places: list[Place]) -> Filled:
    """Paint the frame's rectangle, or the rule along one of its edges."""
    filled = Filled()
    (place,) = places
    options, rect = place.options, place.rect
    colour = options.colour("colour")
    assert colour is not None
    ink = context.ink(colour, context.section_of(options))
    edge = options.name("edge")
    if edge:
        rect = _edge(rect, edge, options.number("weight", 0.5))
    for page, part in on_pages(place, rect):
        filled.items.append((page, InkFill(part, ink, place.frame.span, place.frame.name)))
    return filled


def _edge(rect: Rect, edge: str, weight: float) -> Rect:
    """The strip of `weight` pt along an edge, inside the rectangle."""
    if edge == "left":
        return Rect(rect.x0, rect.y0, rect.x0 + weight, rect.y1)
    if edge == "right":
        return Rect(rect.x1 - weight, rect.y0, rect.x1, rect.y1)
    if edge == "top":
        return Rect(rect.x0, rect.y0, rect.x1, rect.y0 + weight)
    return Rect(rect.x0, rect.y1 - weight, rect.x1, rect.y1)


FILLER = Filler(OPTIONS, fill)
