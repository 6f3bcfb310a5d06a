"""figures: numbers worth showing large, each with its unit beside it and its label below."""

from __future__ import annotations

from ...model.book import Fill as InkFill
from ...model.content import Figure
from ...model.geometry import Rect
from ...model.schema import Key
from ...model.style import ColourName
from ..context import Context, Filled, Filler, Place
from ..grid import EM_ASCENT, Extent
from ..typeset import compose_block, place_block

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


def fill(context: Context, places: list[Place]) -> Filled:
    """Lay the article's figures out in rows of `columns`."""
    filled = Filled()
    (place,) = places
    figures = context.article.figures if context.article else ()
    if not figures:
        return filled
    options, step = place.frame.options, place.grid.grid
    columns = int(options.get("columns", len(figures)))  # type: ignore[call-overload]
    gap = float(options.get("gap", 2)) * step.em  # type: ignore[arg-type]
    pitch = float(options.get("rows", 6)) * step.row  # type: ignore[arg-type]
    width = (place.rect.width - gap * (columns - 1)) / columns
    for number, figure in enumerate(figures):
        x = place.rect.x0 + number % columns * (width + gap)
        y = place.rect.y0 + number // columns * pitch
        _figure(context, place, figure, Rect(x, y, x + width, y + pitch), filled)
    lines = -(-len(figures) // columns)
    head = (place.rect.y0 - step.head) / step.row
    filled.extents[place.frame.name] = Extent(head, head + lines * pitch / step.row)
    return filled


def _figure(
    context: Context, place: Place, figure: Figure, cell: Rect, filled: Filled
) -> None:
    options, step = place.frame.options, place.grid.grid
    value_style = context.style(str(options["value_style"]))
    unit_style = context.style(str(options["unit_style"]))
    label_style = context.style(str(options["label_style"]))
    rule = options.get("rule")
    if isinstance(rule, ColourName):
        line = Rect(cell.x0, cell.y0, cell.x1, cell.y0 + 0.75)
        filled.items.append(
            (place.page, InkFill(line, context.ink(rule), place.frame.span, "figure-rule"))
        )
    label, faults = compose_block([figure.label], label_style, cell.width, context)
    filled.faults.extend(faults)
    value, faults = compose_block([figure.value], value_style, cell.width, context)
    filled.faults.extend(faults)
    above = options.get("label") == "above"
    top = cell.y0 + step.row / 2
    value_top = top + (label.height + step.row / 4 if above else 0.0)
    _put(context, place, label, cell.x0, top if above else top + value.height + 6, filled)
    _put(context, place, value, cell.x0, value_top, filled)
    if figure.unit:
        unit, faults = compose_block([figure.unit], unit_style, cell.width, context)
        filled.faults.extend(faults)
        drop = EM_ASCENT * (value_style.size - unit_style.size)
        x = cell.x0 + value.natural_width + 0.25 * unit_style.size
        _put(context, place, unit, x, value_top + drop, filled)


def _put(context, place, block, x, y, filled) -> None:  # type: ignore[no-untyped-def]
    runs = place_block(block, context, x, y, role="figure")
    filled.items.extend((place.page, run) for run in runs)
    rect = Rect(x, y, x + block.natural_width, y + block.height)
    filled.texts.append((place.page, rect))


FILLER = Filler(OPTIONS, fill)
