"""pictures: a group of pictures in one frame, their edges aligned, their captions numbered."""

from __future__ import annotations

from ...model.content import Picture, Run
from ...model.diagnostics import Diagnostic
from ...model.geometry import PT_PER_MM, TOLERANCE, Rect
from ...model.schema import Key
from ..context import Context, Filled, Filler, Place, empty_frame
from ..crops import cropped, spine_of
from ..faults.copy import MISSING_PICTURE
from ..faults.pictures import GAPS_ALONE
from ..groups import arranged
from ..typeset import compose_block, place_block
from .picture import place_picture

#: Pictures of a group at most.
MOST = 5

OPTIONS = {
    "first": Key("integer", least=1, most=99),
    "count": Key("integer", least=1, most=MOST),
    "gap": Key("number", least=0, most=20),
    "caption_style": Key("style"),
    "optional": Key("flag"),
}

#: Between pictures (字), and between them and their captions (rows).
GAP, CAPTION_GAP = 0.5, 0.5


def fill(context: Context, places: list[Place]) -> Filled:
    """Arrange the pictures; too few are a fault unless the frame is optional."""
    filled = Filled()
    (place,) = places
    options = place.options
    first = options.integer("first", 1)
    left = context.picture_count() - first + 1
    count = min(options.integer("count", max(left, 1)), MOST)
    if left < count and not options.flag("optional"):
        facts = {"number": max(left, 0) + first, "have": context.picture_count()}
        layout = context.layout.name
        filled.faults.append(MISSING_PICTURE.at(context.slot.layout_span, layout=layout, **facts))
    numbers = range(first, first + min(count, left))
    pictures = [(number, found) for number in numbers if (found := context.picture(number))]
    if not pictures:
        return filled
    filled.shows.update(f"picture {number}" for number, _ in pictures)
    foot = _captions(context, place, pictures, filled)
    area = Rect(place.rect.x0, place.rect.y0, place.rect.x1, foot)
    gap = options.number("gap", GAP) * place.grid.grid.em
    room, taken = min(area.width, area.height), gap * (len(pictures) - 1)
    if room <= taken + TOLERANCE:
        is_empty = room <= TOLERANCE
        filled.faults.append(
            empty_frame(place) if is_empty else _gaps_alone(place, area, len(pictures), taken)
        )
        return filled
    cells = arranged([picture.proportion for _, picture in pictures], area, gap)
    for (_, picture), cell in zip(pictures, cells, strict=True):
        art = cropped(picture, cell, spine_of(context, place))
        place_picture(context, place, picture, art, cell, filled)
    filled.extents[place.frame.name] = place.grid.extent(place.rect.y0, place.rect.y1)
    return filled


def _gaps_alone(place: Place, area: Rect, count: int, taken: float) -> Diagnostic:
    """The finding that gaps of `taken` pt leave pictures no room."""
    facts = {"width": area.width, "height": area.height, "need": taken}
    return GAPS_ALONE.at(
        place.frame.span,
        frame=place.frame.name,
        page=place.page,
        count=count,
        gap=f"{place.options.number('gap', GAP):g}",
        **{name: f"{value / PT_PER_MM:.1f}" for name, value in facts.items()},
    )


def _captions(
    context: Context, place: Place, pictures: list[tuple[int, Picture]], filled: Filled
) -> float:
    """Set the captions, one after the other, on the frame's foot; gives the foot of the pictures.

    Each has the number of its picture within the group. They stay on the frame's first page.
    """
    style_name = place.options.name("caption_style")
    captions = [(n, number) for n, (number, one) in enumerate(pictures, 1) if one.caption]
    if not style_name or not captions:
        return place.rect.y1
    runs: list[Run] = []
    for n, number in captions:
        caption = pictures[n - 1][1].caption
        assert caption is not None
        mark = "\u3000" * bool(runs) + f"{n} "
        runs += [Run(mark, caption.span.at(0, 0)), caption] if len(pictures) > 1 else [caption]
        filled.shows.add(f"pictures.{number}")
    style = context.style(style_name)
    page = place.grid.boxes.width - place.grid.grid.inner
    width = min(place.rect.x1, page) - place.rect.x0 if place.facing else place.rect.width
    block, faults = compose_block(runs, style, width, context, place.page)
    filled.faults.extend(faults)
    y = place.rect.y1 - block.height
    ink = context.ink(style.colour)
    items = place_block(block, place.rect.x0, y, role=place.frame.name, align=style.align, ink=ink)
    filled.items.extend((place.page, item) for item in items)
    rect = Rect(place.rect.x0, y, place.rect.x0 + width, place.rect.y1)
    filled.texts.append((place.frame.name, place.page, rect))
    return y - CAPTION_GAP * place.grid.grid.row


FILLER = Filler(OPTIONS, fill)
