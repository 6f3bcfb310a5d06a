"""people: portraits in equal frames with names, in the order of the manuscript."""

from __future__ import annotations

from ...model.content import Person, Run
from ...model.geometry import Rect
from ...model.schema import Key
from ...text.setting import justify, set_line
from ..context import Context, Filled, Filler, Place
from ..crops import cropped
from ..grid import EM_ASCENT
from ..names import name_width, solid, spread
from ..typeset import compose_block, place_block
from .picture import place_picture

OPTIONS = {
    "first": Key("integer", least=1),
    "count": Key("integer", least=1),
    "columns": Key("integer", least=1, most=12),
    "gap": Key("number", least=0, most=20),
    "rows": Key("integer", least=2, most=60),
    "name_rows": Key("integer", least=1, most=10),
    "name_style": Key("style", required=True),
    "note_style": Key("style"),
}


def fill(context: Context, places: list[Place]) -> Filled:
    """Lay people `first` … `first + count − 1` out in rows of `columns`."""
    filled = Filled()
    (place,) = places
    options, step = place.options, place.grid.grid
    people = context.article.people if context.article else ()
    first = options.integer("first", 1) - 1
    chosen = people[first : first + options.integer("count", len(people))]
    columns = options.integer("columns", 5)
    gap = options.number("gap", 2) * step.em
    rows = options.integer("rows", 12)
    pitch = (rows + options.integer("name_rows", 3)) * step.row
    for number in range(first + 1, first + len(chosen) + 1):
        filled.shows.add(f"person {number}")
        if options.name("note_style"):
            filled.shows.add(f"note of person {number}")
    if not chosen or not filled.leaves_room(place, "gap", gap * (columns - 1)):
        return filled
    width = (place.rect.width - gap * (columns - 1)) / columns
    foot = place.rect.y0
    for number, person in enumerate(chosen):
        x = place.rect.x0 + number % columns * (width + gap)
        y = place.rect.y0 + number // columns * pitch
        frame = Rect(x, y, x + width, y + rows * step.row - (step.row - step.em))
        _person(context, place, person, frame, filled)
        foot = y + pitch
    filled.stand(place, foot)
    return filled


def _person(context: Context, place: Place, person: Person, frame: Rect, filled: Filled) -> None:
    art = cropped(person.picture, frame)
    place_picture(context, place, person.picture, art, frame, filled)
    style = context.style(place.options.name("name_style"))
    prepared, faults = context.prepare([solid(person.name)], style)
    filled.faults.extend(faults)
    measure = name_width(prepared)
    filled.check_width(place, person.name, measure * style.size, frame.width)
    line = spread(prepared, measure)
    step = place.grid.grid
    top = frame.y1 + (step.row - step.em) + step.row * 0.5
    baseline = top + EM_ASCENT * style.size
    ink = context.ink(style.colour)
    runs = set_line(
        prepared,
        line,
        justify(prepared, line),
        size=style.size,
        x=frame.x0,
        y=baseline,
        ink=ink,
        role="name",
    )
    filled.items.extend((place.page, run) for run in runs)
    rect = Rect(frame.x0, top, frame.x0 + measure * style.size, top + style.size)
    filled.texts.append((place.frame.name, place.page, rect))
    if person.note and place.options.name("note_style"):
        _note(context, place, person.note, Rect(frame.x0, top + step.row, frame.x1, 0), filled)


def _note(context: Context, place: Place, note: Run, under: Rect, filled: Filled) -> None:
    """The line below a name: an office, a department."""
    style = context.style(place.options.name("note_style"))
    block, faults = compose_block([note], style, under.width, context, place.page)
    filled.faults.extend(faults)
    ink = context.ink(style.colour)
    runs = place_block(block, under.x0, under.y0, role="note", align=style.align, ink=ink)
    filled.items.extend((place.page, run) for run in runs)
    foot = under.y0 + block.height
    filled.texts.append((place.frame.name, place.page, Rect(under.x0, under.y0, under.x1, foot)))


FILLER = Filler(OPTIONS, fill)
