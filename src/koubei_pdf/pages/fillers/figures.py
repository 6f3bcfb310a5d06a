"""figures: numbers worth showing large, each with its unit beside it and its label below."""

from __future__ import annotations

from math import ceil

from ...model.book import Fill as InkFill
from ...model.content import Figure, Run
from ...model.geometry import Rect
from ...model.schema import Key
from ..context import Context, Filled, Filler, Place
from ..grid import EM_ASCENT
from ..typeset import TextBlock, compose_block, place_block

OPTIONS = {
    "value_style": Key("style", required=True),
    "unit_style": Key("style", required=True),
    "label_style": Key("style", required=True),
    "columns": Key("integer", least=1, most=6),
    "gap": Key("number", least=0, most=20),
    "rows": Key("number", least=1, most=40),
    "label": Key("choice", choices=("above", "below")),
    "rule": Key("colour"),
}


#: Between a number and the label below it (pt); rules are this heavy (pt).
LABEL_GAP, RULE_WEIGHT = 6.0, 0.75


def fill(context: Context, places: list[Place]) -> Filled:
    """Lay the article's figures out in rows of `columns`."""
    filled = Filled()
    (place,) = places
    figures = context.article.figures if context.article else ()
    if not figures:
        return filled
    options, step = place.options, place.grid.grid
    columns = options.integer("columns", len(figures))
    gap = options.number("gap", 2) * step.em
    pitch = options.number("rows", 6) * step.row
    filled.shows.add("figures")
    if not filled.leaves_room(place, "gap", gap * (columns - 1)):
        return filled
    width = (place.rect.width - gap * (columns - 1)) / columns
    for number, figure in enumerate(figures):
        x = place.rect.x0 + number % columns * (width + gap)
        y = place.rect.y0 + number // columns * pitch
        _figure(context, place, figure, Rect(x, y, x + width, y + pitch), filled)
    foot = place.rect.y0 + ceil(len(figures) / columns) * pitch
    filled.stand(place, foot)
    return filled


def _figure(context: Context, place: Place, figure: Figure, cell: Rect, filled: Filled) -> None:
    options, row = place.options, place.grid.grid.row

    def block(run: Run, style: str) -> TextBlock:
        made, faults = compose_block(
            [run], context.style(options.name(style)), cell.width, context, place.page
        )
        filled.faults.extend(faults)
        return made

    def put(block: TextBlock, x: float, y: float) -> None:
        ink = context.ink(block.style.colour)
        runs = place_block(block, x, y, role="figure", align=block.style.align, ink=ink)
        filled.items.extend((place.page, run) for run in runs)
        rect = Rect(x, y, x + block.natural_width, y + block.height)
        filled.texts.append((place.frame.name, place.page, rect))

    rule = options.colour("rule")
    if rule:
        line = Rect(cell.x0, cell.y0, cell.x1, cell.y0 + RULE_WEIGHT)
        ink = context.ink(rule)
        filled.items.append((place.page, InkFill(line, ink, place.frame.span, "figure-rule")))
    label, value = block(figure.label, "label_style"), block(figure.value, "value_style")
    top = cell.y0 + row / 2
    if options.name("label", "below") == "above":
        put(label, cell.x0, top)
        top += label.height + row / 4
    else:
        put(label, cell.x0, top + value.height + LABEL_GAP)
    put(value, cell.x0, top)
    filled.check_width(place, figure.value, value.natural_width, cell.width)
    lowest = max(rect.y1 for _, _, rect in filled.texts[-2:])
    filled.check_height(place, figure.label.span, lowest - cell.y0, cell.height)
    if figure.unit:
        unit = block(figure.unit, "unit_style")
        # The unit stands on the number's baseline.
        drop = EM_ASCENT * (value.style.size - unit.style.size)
        put(unit, cell.x0 + value.natural_width + unit.style.size / 4, top + drop)


FILLER = Filler(OPTIONS, fill)
