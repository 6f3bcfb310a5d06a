"""Where a picture lies in its frame: cropped about its focal point, or whole.

A crop never cuts into the focal box, and puts it clear of the spine, if the frame lets it.
"""

from __future__ import annotations

from ..model.content import Picture
from ..model.geometry import TOLERANCE, Rect, mm
from .context import Context, Filled, Place
from .faults.pictures import FOCUS_AT_SPINE, FOCUS_CUT

#: What glue takes of each page at the spine of a perfect-bound magazine (胶装, pt).
GLUED = mm(3)

Stretch = tuple[float, float]


def cropped(picture: Picture, frame: Rect, spine: Stretch | None = None) -> Rect:
    """Where the whole picture lies when it just covers `frame`, its focus as central as it can.

    spine: from where to where (x, pt) its focal box had better not lie.
    """
    if picture.proportion > frame.width / frame.height:
        width, height = frame.height * picture.proportion, frame.height
    else:
        width, height = frame.width, frame.width / picture.proportion
    left, top, right, bottom = picture.focus_box or (*picture.focus, *picture.focus)
    x, y = picture.focus
    clear = spine if picture.focus_box else None
    x0 = _slide((frame.x0, frame.x1), width, x, (left, right), clear)
    y0 = _slide((frame.y0, frame.y1), height, y, (top, bottom), None)
    return Rect(x0, y0, x0 + width, y0 + height)


def _slide(
    frame: Stretch, size: float, focus: float, kept: Stretch, clear: Stretch | None
) -> float:
    """Start of a length `size` that covers the frame, with `focus` of it nearest the middle.

    kept: what of it is not cut, and lies beside `clear`, where that can be.
    """
    low, high = frame
    middle = (low + high) / 2
    first, last = high - size, low
    lowest, highest = low - kept[0] * size, high - kept[1] * size
    if lowest <= highest:
        first, last = max(first, lowest), min(last, highest)
    else:
        focus = (kept[0] + kept[1]) / 2
    wanted = middle - focus * size
    ways = [(first, last)]
    if clear:
        beside = [(first, min(last, clear[0] - kept[1] * size))]
        beside.append((max(first, clear[1] - kept[0] * size), last))
        ways = [way for way in beside if way[0] <= way[1]] or ways
    return min((min(max(wanted, a), b) for a, b in ways), key=lambda start: abs(start - wanted))


def fitted(picture: Picture, frame: Rect) -> Rect:
    """The largest rectangle of the picture's proportion within `frame`, standing on its foot."""
    scale = min(frame.width / picture.art.width, frame.height / picture.art.height)
    width, height = picture.art.width * scale, picture.art.height * scale
    x0 = frame.x0 + (frame.width - width) / 2
    return Rect(x0, frame.y1 - height, x0 + width, frame.y1)


def spine_of(context: Context, place: Place) -> Stretch | None:
    """Where about the spine nothing of weight should lie (x, pt); None where no frame crosses it.

    The house declares it for each page; perfect binding takes some anyway.
    """
    declared = context.issue.house.spine_clearance
    clearance = max(declared, GLUED) if context.issue.press.binding == "perfect" else declared
    if place.facing is None or not clearance:
        return None
    fold = place.grid.boxes.width
    return fold - clearance, fold + clearance


def check_focus(
    context: Context, place: Place, picture: Picture, art: Rect, clip: Rect, filled: Filled
) -> None:
    """The focal box must be seen whole, and clear of the spine."""
    if picture.focus_box is None:
        return
    x0, y0, x1, y1 = picture.focus_box
    box = Rect(
        art.x0 + x0 * art.width,
        art.y0 + y0 * art.height,
        art.x0 + x1 * art.width,
        art.y0 + y1 * art.height,
    )
    facts = {"path": picture.key, "frame": place.frame.name, "page": place.page}
    if not clip.covers(box):
        need = box.width / box.height
        have = clip.width / clip.height
        filled.faults.append(
            FOCUS_CUT.at(picture.span, have=f"{have:.2f}", need=f"{need:.2f}", **facts)
        )
    spine = spine_of(context, place)
    if spine and min(box.x1, spine[1]) - max(box.x0, spine[0]) > TOLERANCE:
        within = f"{(spine[1] - spine[0]) / 2 / mm(1):.3g}"
        filled.faults.append(FOCUS_AT_SPINE.at(picture.span, within=within, **facts))
