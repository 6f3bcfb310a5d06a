"""picture: a picture cropped around its focal point to fill the frame, or shown whole."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor

from ...model.art import Raster
from ...model.book import PlacedPicture
from ...model.content import Picture
from ...model.geometry import PT_PER_INCH, PT_PER_MM, TOLERANCE, Rect
from ...model.schema import Key
from ...model.style import ColourName
from ..context import Context, Filled, Filler, Place, empty_frame
from ..contours import contour_rects
from ..crops import check_focus, cropped, fitted, spine_of
from ..faults.copy import MISSING_PICTURE
from ..faults.frames import LARGER_PICTURE, LOW_RESOLUTION, OTHER_SHAPE
from ..faults.places import OFF_SHEET
from .crossing import on_pages

#: A part of a picture so small that its shape does not suit the frame.
_HARDLY = 0.5

OPTIONS = {
    "picture": Key("integer", least=1, most=99),
    "fit": Key("choice", choices=("crop", "whole")),
    "optional": Key("flag"),
}


def fill(context: Context, places: list[Place]) -> Filled:
    """Place the picture; one that is missing is a fault unless the frame is optional."""
    filled = Filled()
    (place,) = places
    options, rect = place.options, place.rect
    number = options.integer("picture", 1)
    picture = context.picture(number)
    if picture is None:
        if not options.flag("optional"):
            have = context.picture_count()
            fault = MISSING_PICTURE.at(
                context.slot.layout_span, layout=context.layout.name, number=number, have=have
            )
            filled.faults.append(fault)
        return filled
    filled.shows.add(f"picture {number}")
    if rect.width <= TOLERANCE or rect.height <= TOLERANCE:
        filled.faults.append(empty_frame(place))
        return filled
    whole = options.name("fit") == "whole"
    art = fitted(picture, rect) if whole else cropped(picture, rect, spine_of(context, place))
    clip = art if whole else rect
    place_picture(context, place, picture, art, clip, filled)
    if place.frame.runaround == "contour":
        filled.contour.extend(contour_rects(picture, art, clip))
    if not filled.items:
        filled.faults.append(empty_frame(place))
    filled.extents[place.frame.name] = place.grid.extent(rect.y0, rect.y1)
    return filled


def place_picture(
    context: Context, place: Place, picture: Picture, art: Rect, clip: Rect, filled: Filled
) -> None:
    """Put the picture on its page and, across the spine, on the facing one."""
    _check_resolution(context, place, picture, art, clip, filled)
    _check_on_sheet(place, clip, filled)
    check_focus(context, place, picture, art, clip, filled)
    ink = context.ink(ColourName("section"))
    for page, part in on_pages(place, clip):
        rect = art.moved(-place.grid.boxes.width) if page != place.page else art
        filled.items.append(
            (
                page,
                PlacedPicture(
                    picture.key,
                    picture.art,
                    rect,
                    part,
                    ink,
                    picture.span,
                    picture.alt,
                    place.frame.name,
                ),
            )
        )


def _check_on_sheet(place: Place, clip: Rect, filled: Filled) -> None:
    """What lies beyond the bleed of its pages is never printed."""
    boxes = place.grid.boxes
    sheet, more = boxes.bleed_box, boxes.width if place.facing is not None else 0.0
    over = max(
        sheet.x0 - clip.x0, sheet.y0 - clip.y0, clip.x1 - sheet.x1 - more, clip.y1 - sheet.y1
    )
    if over > TOLERANCE:
        facts = {"frame": place.frame.name, "page": place.page, "over": f"{over / PT_PER_MM:.1f}"}
        filled.faults.append(OFF_SHEET.at(place.frame.span, **facts))


def _check_resolution(
    context: Context, place: Place, picture: Picture, art: Rect, clip: Rect, filled: Filled
) -> None:
    """A raster needs the effective ppi of the press where it is placed."""
    need = context.issue.press.least_ppi
    if not isinstance(picture.art, Raster):
        return
    have = picture.art.width / (art.width / PT_PER_INCH)
    if round(have) >= round(need):
        return
    most = floor(clip.width / PT_PER_MM * have / need)
    rule = LOW_RESOLUTION if most else replace(LOW_RESOLUTION, help=LARGER_PICTURE)
    if clip.width * clip.height < _HARDLY * art.width * art.height:
        rule = replace(LOW_RESOLUTION, help=OTHER_SHAPE)
    filled.faults.append(
        rule.at(
            picture.span,
            path=picture.key,
            layout=place.layout,
            page=place.page,
            have=round(have),
            need=round(need),
            width=ceil(art.width / PT_PER_INCH * need),
            height=ceil(art.height / PT_PER_INCH * need),
            part_width=ceil(clip.width / PT_PER_INCH * need),
            part_height=ceil(clip.height / PT_PER_INCH * need),
            most=most,
        )
    )


FILLER = Filler(OPTIONS, fill)
