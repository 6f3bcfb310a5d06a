"""Printer's marks outside the bleed: one drawing for all left pages, one for all right ones.

Crop and bleed marks, registration marks and the fold are in the registration colour, which is on
every plate; the colour bar shows each ink by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...model.art import Drawing, Outline, Path
from ...model.geometry import PageBoxes, Rect, mm
from ...model.press import PressProfile
from ...model.style import Cmyk, Ink, Spot
from ..sheet import Sheet

#: On every plate (ISO 32000-1, 8.6.6.4: the colorant All); for marks alone.
REGISTRATION = Spot("All", 100, Cmyk(100, 100, 100, 100))

#: Beyond `marks` of the press profile: room for the marks themselves.
ROOM = mm(8)

_HAIRLINE = 0.25
_CROP, _BLEED = mm(5), mm(3)
_FOLD_DASH = (mm(1), mm(0.7))
_CROSS, _RING = mm(2.5), mm(1.5)
_PATCH = mm(5)
#: From the trim's left edge to the first patch; the bar ends before the mark in the middle.
_BAR_FROM = mm(8)

#: A quarter of a circle by one cubic curve.
_KAPPA = 0.5523

#: Solids, their overprints, and mid-tones: what a colour bar is measured by.
_PROCESS = (
    Cmyk(100, 0, 0, 0), Cmyk(0, 100, 0, 0), Cmyk(0, 0, 100, 0), Cmyk(0, 0, 0, 100),
    Cmyk(0, 100, 100, 0), Cmyk(100, 0, 100, 0), Cmyk(100, 100, 0, 0),
    Cmyk(50, 0, 0, 0), Cmyk(0, 50, 0, 0), Cmyk(0, 0, 50, 0), Cmyk(0, 0, 0, 50),
    Cmyk(50, 40, 40, 0),
)  # fmt: skip


def press_sheet(boxes: PageBoxes, press: PressProfile) -> Sheet:
    """The page with its bleed, and room around it for the marks if there are any."""
    if press.marks is None:
        return Sheet(boxes.bleed_box, boxes.bleed_box, boxes.trim_box)
    around = press.marks + ROOM
    media = Rect(-around, -around, boxes.width + around, boxes.height + around)
    return Sheet(media, boxes.bleed_box, boxes.trim_box)


def marks(
    boxes: PageBoxes, offset: float, spine: float | None, spots: Sequence[Spot], media: Rect
) -> Drawing:
    """All marks from `offset` pt beyond the trim on, as large as `media`.

    spine: x of the edge at which the sheet is folded, if it is not cut there.
    """
    paths = [
        *_crops(boxes, offset, spine),
        *_bleeds(boxes, offset),
        *_registration(boxes, offset),
        *_bar(boxes, offset, (*_PROCESS, *spots)),
    ]
    moved = tuple(_moved(path, -media.x0, -media.y0) for path in paths)
    return Drawing(media.width, media.height, moved)


def _moved(path: Path, dx: float, dy: float) -> Path:
    coords = path.outline.coords
    shifts = (dx, dy) * (len(coords) // 2)
    outline = Outline(
        path.outline.ops, tuple(value + by for value, by in zip(coords, shifts, strict=True))
    )
    return Path(outline, path.fill, path.stroke, path.width, dash=path.dash)


def _line(x0: float, y0: float, x1: float, y1: float, dash: tuple[float, ...] = ()) -> Path:
    return Path(Outline("ml", (x0, y0, x1, y1)), None, REGISTRATION, _HAIRLINE, dash=dash)


def _crops(boxes: PageBoxes, offset: float, spine: float | None) -> Iterator[Path]:
    """Two lines at each corner of the trim; at a folded spine (x) the fold's dashes instead."""
    for y, away in ((0.0, -1), (boxes.height, 1)):
        for x in (0.0, boxes.width):
            dash = _FOLD_DASH if x == spine else ()
            yield _line(x, y + away * offset, x, y + away * (offset + _CROP), dash)
        for x, side in ((0.0, -1), (boxes.width, 1)):
            yield _line(x + side * offset, y, x + side * (offset + _CROP), y)


def _bleeds(boxes: PageBoxes, offset: float) -> Iterator[Path]:
    """Shorter lines at the corners of the bleed."""
    bleed = boxes.bleed_box
    reach = offset + _BLEED
    for y, end, away in ((bleed.y0, 0.0, -1), (bleed.y1, boxes.height, 1)):
        for x, side_end, side in ((bleed.x0, 0.0, -1), (bleed.x1, boxes.width, 1)):
            yield _line(x, end + away * offset, x, end + away * reach)
            yield _line(side_end + side * offset, y, side_end + side * reach, y)


def _registration(boxes: PageBoxes, offset: float) -> Iterator[Path]:
    """A cross in a ring in the middle of each side."""
    out = offset + _CROSS
    middle, centre = boxes.width / 2, boxes.height / 2
    places = (
        (middle, -out),
        (middle, boxes.height + out),
        (-out, centre),
        (boxes.width + out, centre),
    )
    for x, y in places:
        yield _line(x - _CROSS, y, x + _CROSS, y)
        yield _line(x, y - _CROSS, x, y + _CROSS)
        yield Path(_circle(x, y, _RING), None, REGISTRATION, _HAIRLINE)


def _circle(x: float, y: float, radius: float) -> Outline:
    corners = [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 0)]
    coords = [x + radius, y]
    for (ax, ay), (bx, by) in pairwise(corners):
        coords += [x + radius * (ax + _KAPPA * bx), y + radius * (ay + _KAPPA * by)]
        coords += [x + radius * (bx + _KAPPA * ax), y + radius * (by + _KAPPA * ay)]
        coords += [x + radius * bx, y + radius * by]
    return Outline("mcccch", tuple(coords))


def _bar(boxes: PageBoxes, offset: float, inks: Sequence[Ink]) -> Iterator[Path]:
    """Patches above the page, from the left, as many as there is room for on both halves."""
    y0, y1 = -offset - _PATCH, -offset
    for ink, x in zip(inks, _patch_places(boxes), strict=False):
        corners = (x, y0, x + _PATCH, y0, x + _PATCH, y1, x, y1)
        yield Path(Outline("mlllh", corners), ink)


def _patch_places(boxes: PageBoxes) -> Iterator[float]:
    """Left edges of patches, without those that would touch the mark in the middle."""
    x, free = _BAR_FROM, 2 * _CROSS
    while x + _PATCH <= boxes.width - _BAR_FROM:
        if x + _PATCH < boxes.width / 2 - free or x > boxes.width / 2 + free:
            yield x
        x += _PATCH
