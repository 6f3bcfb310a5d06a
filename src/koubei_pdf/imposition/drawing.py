"""Marks and labels as operators of a content stream (ISO 32000-1, annex A)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name

from ..model.geometry import Rect
from ..output.operators import numbers, rectangle
from .lettering import Lettering
from .marks import FOLD_DASH, HAIRLINE, LABEL_SIZE, Line, Mark, Patch, Ring, label_place
from .places import Sheet

#: A quarter of a circle by one cubic curve.
_KAPPA = 0.5523


def registration_colour() -> Array:
    """On every plate (8.6.6.4: the colorant All); where that cannot be, all four inks."""
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1]), N=1
    )
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])


def drawn(found: Sequence[Mark], height: float) -> Iterator[str]:
    """Marks as operators; those in the registration colour first."""
    yield f"q /All CS 1 SCN {numbers(HAIRLINE)} w"
    for mark in found:
        match mark:
            case Line(x0, y0, x1, y1, is_fold):
                dash = numbers(*FOLD_DASH) if is_fold else ""
                yield f"[{dash}] 0 d {numbers(x0, height - y0)} m {numbers(x1, height - y1)} l S"
            case Ring(x, y, radius):
                yield f"[] 0 d {_circle(x, height - y, radius)} S"
    yield "Q"
    for mark in found:
        if isinstance(mark, Patch):
            tint = numbers(*(part / 100 for part in mark.tint))
            yield f"q {tint} k {upright(mark.rect, height)} f Q"


def upright(rect: Rect, height: float) -> str:
    """The `re` operator for a rectangle whose y grows downwards on a sheet `height` pt high."""
    return rectangle((rect.x0, height - rect.y1, rect.x1, height - rect.y0))


def _circle(x: float, y: float, radius: float) -> str:
    k = _KAPPA * radius
    right, left, upper, lower = x + radius, x - radius, y + radius, y - radius
    return (
        f"{numbers(right, y)} m {numbers(right, y + k, x + k, upper, x, upper)} c"
        f" {numbers(x - k, upper, left, y + k, left, y)} c"
        f" {numbers(left, y - k, x - k, lower, x, lower)} c"
        f" {numbers(x + k, lower, right, y - k, right, y)} c h"
    )


def label(sheet: Sheet, text: str, lettering: Lettering) -> str:
    """The label's operators: as much of its end as there is room for."""
    place = label_place(sheet)
    shown = lettering.show(lettering.elided(text, LABEL_SIZE, place.length))
    at = numbers(place.x, sheet.size.height - place.y)
    return f"q /All cs 1 scn BT /L {numbers(LABEL_SIZE)} Tf 0 1 -1 0 {at} Tm {shown} Tj ET Q"
