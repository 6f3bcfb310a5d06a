"""Printer's marks of a sheet: pure geometry, in the sheet's coordinates (pt, y down).

They stand outside the bleed of the block: crop marks where pages are cut, dashed ones where the
sheet is folded, registration marks beside pages, a colour bar above the last column or down the
right side, the label up the left side. The collation mark (折标) alone stands among the
pages, on the spine.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model.geometry import Rect, mm
from .folding import Side
from .places import MARKS_FROM, Sheet

HAIRLINE = 0.25
FOLD_DASH = (mm(1), mm(0.7))
LABEL_SIZE = 6.0

#: Of the label's font, in em.
_DESCENT = 0.15

_LENGTH = mm(5)
_REACH = mm(2.5)
#: Registration marks at a side: so far from a page's head or foot, by its height.
_NEAR = 0.15
_PATCH = mm(4)
#: From a page's corner to what stands beside its edge: free of the marks there.
_INSET = mm(4)
#: The collation mark: width across the spine, height, and where the first one begins.
_COLLATION_WIDTH, _COLLATION_STEP, _COLLATION_FROM = mm(2), mm(6), mm(12)

#: In per cent: solids, their overprints, mid-tones and the grey balance of CMY.
PROCESS = (
    (100, 0, 0, 0), (0, 100, 0, 0), (0, 0, 100, 0), (0, 0, 0, 100),
    (0, 100, 100, 0), (100, 0, 100, 0), (100, 100, 0, 0),
    (50, 0, 0, 0), (0, 50, 0, 0), (0, 0, 50, 0), (0, 0, 0, 50),
    (50, 40, 40, 0),
)  # fmt: skip


class Line(NamedTuple):
    """A hairline in the registration colour."""

    x0: float
    y0: float
    x1: float
    y1: float
    is_fold: bool = False


class Ring(NamedTuple):
    """A circle in the registration colour."""

    x: float
    y: float
    radius: float


class Patch(NamedTuple):
    """An area in one tint: C, M, Y, K in per cent."""

    rect: Rect
    tint: tuple[int, int, int, int]


Mark = Line | Ring | Patch


class LabelPlace(NamedTuple):
    """Where the sheet's label begins, running upwards on its baseline; how long it may be."""

    x: float
    y: float
    length: float


def marks(sheet: Sheet, colour_bar: bool) -> Iterator[Mark]:
    """All marks of a side but collation mark and label; they are the same on both sides."""
    xs, ys = sheet.block.cuts()
    fold_xs, fold_ys = sheet.block.folds()
    yield from _beside(sheet, xs, ys, is_fold=False)
    yield from _beside(sheet, fold_xs, fold_ys, is_fold=True)
    yield from _registration(sheet)
    if colour_bar:
        yield from _colour_bar(sheet)


def label_place(sheet: Sheet) -> LabelPlace:
    """Beside the last row, below the registration mark if that is there too."""
    last = sheet.block.cell(sheet.block.scheme.rows - 1, 0)
    baseline = _outside(sheet).x0 - MARKS_FROM - LABEL_SIZE * _DESCENT
    return LabelPlace(baseline, last.y1 - _INSET, _side_length(last))


def _side_length(page: Rect) -> float:
    """What is free beside a page between a corner's marks and a registration mark."""
    return page.height * (1 - _NEAR) - 2 * _INSET


def collation_mark(sheet: Sheet, number: int, side: Side) -> Patch | None:
    """The bar on the spine between first and last page, a step lower on each signature.

    Gathered in order, the bars make stairs; a signature that is missing or twice breaks them.
    number: of the signature, from 0.
    """
    if side == "back":
        return None
    row, column, _, _ = sheet.cell(0)
    page = sheet.block.cell(row, column)
    steps = max(int((page.height - 2 * _COLLATION_FROM) / _COLLATION_STEP), 1)
    x = sheet.block.spine(column) - _COLLATION_WIDTH / 2
    y = page.y0 + _COLLATION_FROM + number % steps * _COLLATION_STEP
    return Patch(Rect(x, y, x + _COLLATION_WIDTH, y + _COLLATION_STEP), (0, 0, 0, 100))


def _outside(sheet: Sheet) -> Rect:
    """The block with its bleed: what marks keep clear of."""
    block, cut = sheet.block.rect, sheet.block.format.cut
    return Rect(block.x0 - cut, block.y0 - cut, block.x1 + cut, block.y1 + cut)


def _beside(sheet: Sheet, xs: list[float], ys: list[float], *, is_fold: bool) -> Iterator[Line]:
    """Lines above and below the block at `xs`, at its left and right at `ys`."""
    outside = _outside(sheet)
    across, along = (min(_LENGTH, room - MARKS_FROM) for room in sheet.room)
    for x in xs:
        for y, away in ((outside.y0, -1), (outside.y1, 1)):
            start = y + away * MARKS_FROM
            yield Line(x, start, x, start + away * along, is_fold)
    for y in ys:
        for x, away in ((outside.x0, -1), (outside.x1, 1)):
            start = x + away * MARKS_FROM
            yield Line(start, y, start + away * across, y, is_fold)


def _registration(sheet: Sheet) -> Iterator[Mark]:
    """A cross in a ring on each side: above the first page's middle, below that of the last, and
    beside them.
    """
    block, outside = sheet.block, _outside(sheet)
    first = block.cell(0, 0)
    last = block.cell(block.scheme.rows - 1, block.scheme.columns - 1)
    across, along = (min(_REACH, (room - MARKS_FROM) / 2) for room in sheet.room)
    yield from _cross((first.x0 + first.x1) / 2, outside.y0 - MARKS_FROM - along, along)
    yield from _cross((last.x0 + last.x1) / 2, outside.y1 + MARKS_FROM + along, along)
    near = first.height * _NEAR
    yield from _cross(outside.x0 - MARKS_FROM - across, first.y0 + near, across)
    yield from _cross(outside.x1 + MARKS_FROM + across, last.y1 - near, across)


def _cross(x: float, y: float, reach: float) -> Iterator[Mark]:
    yield Line(x - reach, y, x + reach, y)
    yield Line(x, y - reach, x, y + reach)
    yield Ring(x, y, reach * 0.6)


def _colour_bar(sheet: Sheet) -> Iterator[Patch]:
    """Above the last column or, where there is no room, beside the first row; as many patches as
    go there, none where a side has too little room as well.
    """
    page = sheet.block.cell(0, sheet.block.scheme.columns - 1)
    outside, thickness = _outside(sheet), MARKS_FROM + _PATCH
    x, y = page.x0 + _INSET, outside.y0 - thickness
    step, length = (_PATCH, 0.0), page.width - 2 * _INSET
    if sheet.room[1] < thickness:
        x, y = outside.x1 + MARKS_FROM, page.y0 + _INSET
        step, length = (0.0, _PATCH), _side_length(page)
        if sheet.room[0] < thickness:
            return
    many = int(length / _PATCH)
    patch = Rect(x, y, x + _PATCH, y + _PATCH)
    for number, tint in enumerate(PROCESS[:many]):
        yield Patch(patch.moved(number * step[0], number * step[1]), tint)
