"""advertisement: the page of an advertiser, at its own size: its trim and bleed are checked.

The frame's box says what the advertiser bought; where it reaches the page's bleed, the file must
have bleed. A page of a PDF has a size of its own; of pictures the proportion is compared.
"""

from __future__ import annotations

from typing import NamedTuple

from ...model.art import Drawing, PdfPage
from ...model.content import Picture
from ...model.diagnostics import Diagnostic
from ...model.geometry import PT_PER_MM, TOLERANCE, Rect, mm
from ...model.schema import Key
from ..context import Context, Filled, Filler, Place, empty_frame
from ..crops import cropped, fitted
from ..faults.components import AD_BLEED, AD_PROPORTION, AD_SIZE
from ..faults.copy import MISSING_PICTURE
from .picture import place_picture

OPTIONS = {"picture": Key("integer", least=1, most=99)}

#: Sizes that differ by no more are the same: what programs round, and folds swallow.
SLACK = mm(0.5)


class _Sides(NamedTuple):
    """How far something reaches beyond the trim, side by side (pt)."""

    left: float
    top: float
    right: float
    bottom: float


def fill(context: Context, places: list[Place]) -> Filled:
    """Place the advertisement; one that is missing, or of another size, is a fault."""
    filled = Filled()
    (place,) = places
    rect, number = place.rect, place.options.integer("picture", 1)
    picture = context.picture(number)
    if picture is None:
        facts = {"layout": place.layout, "number": number, "have": context.picture_count()}
        filled.faults.append(MISSING_PICTURE.at(context.slot.layout_span, **facts))
        return filled
    filled.shows.add(f"picture {number}")
    if rect.width <= TOLERANCE or rect.height <= TOLERANCE:
        filled.faults.append(empty_frame(place))
        return filled
    trim = _trim(place)
    over = _Sides(trim.x0 - rect.x0, trim.y0 - rect.y0, rect.x1 - trim.x1, rect.y1 - trim.y1)
    found = _placed(picture, rect, trim, over)
    if found is None:
        filled.faults.append(_wrong_size(place, picture, trim))
        art, has = fitted(picture, rect), over
    else:
        art, has = found
    lack = max(want - have for want, have in zip(over, has, strict=True))
    if lack > SLACK / 2:
        facts = {"path": picture.key.partition("#")[0], "lack": _mm(lack), "bleed": _bleed(place)}
        filled.faults.append(AD_BLEED.at(picture.span, **facts))
    place_picture(context, place, picture, art, art.intersection(rect) or rect, filled)
    filled.extents[place.frame.name] = place.grid.extent(rect.y0, rect.y1)
    return filled


def _trim(place: Place) -> Rect:
    """What is left of the frame once the page, or the spread, is cut."""
    boxes = place.grid.boxes
    width = boxes.width * (2 if place.facing is not None else 1)
    rect = place.rect
    return Rect(
        max(rect.x0, 0.0), max(rect.y0, 0.0), min(rect.x1, width), min(rect.y1, boxes.height)
    )


def _placed(picture: Picture, area: Rect, trim: Rect, over: _Sides) -> tuple[Rect, _Sides] | None:
    """Where the art stands so that its trim is the frame's, and how far it reaches beyond.

    None where it is of another size.
    """
    if isinstance(picture.art, PdfPage) and picture.art.beyond is not None:
        beyond = _Sides(*picture.art.beyond)
        size = _Size(
            picture.art.width - beyond.left - beyond.right,
            picture.art.height - beyond.top - beyond.bottom,
        )
        if not size.fits(trim):
            return None
        x0 = trim.x0 + (trim.width - size.width) / 2 - beyond.left
        y0 = trim.y0 + (trim.height - size.height) / 2 - beyond.top
        return Rect(x0, y0, x0 + picture.art.width, y0 + picture.art.height), beyond
    for whole, has in ((area, over), (trim, _Sides(0, 0, 0, 0))):
        if isinstance(picture.art, PdfPage):
            if _Size(picture.art.width, picture.art.height).fits(whole):
                return _centred(picture.art, whole), has
        elif _Size(whole.width, whole.width / picture.proportion).fits(whole):
            return cropped(picture, whole), has
    return None


class _Size(NamedTuple):
    width: float
    height: float

    def fits(self, rect: Rect) -> bool:
        return max(abs(self.width - rect.width), abs(self.height - rect.height)) <= SLACK


def _centred(page: PdfPage, on: Rect) -> Rect:
    """A page at its own size, its middle that of `on`."""
    x0, y0 = (on.x0 + on.x1 - page.width) / 2, (on.y0 + on.y1 - page.height) / 2
    return Rect(x0, y0, x0 + page.width, y0 + page.height)


def _wrong_size(place: Place, picture: Picture, trim: Rect) -> Diagnostic:
    art = picture.art
    if isinstance(art, PdfPage):
        cut = _Sides(*(art.beyond or (0.0, 0.0, 0.0, 0.0)))
        width, height = art.width - cut.left - cut.right, art.height - cut.top - cut.bottom
        have = f"{_mm(width)} × {_mm(height)} mm"
    elif isinstance(art, Drawing):
        have = f"{art.width:g} : {art.height:g}"
    else:
        have = f"{art.width} × {art.height} px"
    rule = AD_PROPORTION if isinstance(art, Drawing) else AD_SIZE
    return rule.at(
        picture.span,
        path=picture.key.partition("#")[0],
        frame=place.frame.name,
        have=have,
        need=f"{_mm(trim.width)} × {_mm(trim.height)}",
        bleed=_bleed(place),
    )


def _bleed(place: Place) -> str:
    return _mm(place.grid.boxes.bleed)


def _mm(length: float) -> str:
    return f"{round(length / PT_PER_MM, 1):g}"


FILLER = Filler(OPTIONS, fill)
