"""Form XObjects (ISO 32000-1, 8.10), read once however often they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...model.geometry import Rect
from ...model.matrix import IDENTITY, Matrix
from ..reading import DAMAGE, entry, numbers_of
from .paths import Shape, filled_shape
from .state import overlap


@dataclass(frozen=True, slots=True)
class Form:
    """A form without its content.

    box: its bounding box in its own space, None where it cuts nothing off. is_group: whether it
    is a transparency group. shape: of a form that only fills one path in the colour around it, as
    text drawn as paths has one for each glyph, that path: it need not be carried out.
    """

    matrix: Matrix
    box: Rect | None
    is_group: bool
    shape: Shape | None


def form_of(thing: Any, data: bytes) -> Form:
    """The form that an XObject is; data: its content."""
    group = entry(thing, "/Group")
    is_plain = group is None and entry(thing, "/OC") is None
    box, shape = rectangle(entry(thing, "/BBox")), _shape(data) if is_plain else None
    if box is not None and shape is not None and overlap(shape.box, box) == shape.box:
        box = None
    return Form(matrix_of(thing), box, entry(group, "/S") == "/Transparency", shape)


def _shape(data: bytes) -> Shape | None:
    try:
        return filled_shape(data)
    except DAMAGE:
        return None  # told when it is carried out


def matrix_of(thing: Any) -> Matrix:
    """The Matrix of a form or a pattern."""
    values = numbers_of(entry(thing, "/Matrix"))
    if len(values) != 6:
        return IDENTITY
    return (values[0], values[1], values[2], values[3], values[4], values[5])


def rectangle(thing: Any) -> Rect | None:
    """A rectangle of the file, its corners in order; None where there is none."""
    values = numbers_of(thing)
    if len(values) != 4:
        return None
    x0, x1 = sorted(values[::2])
    y0, y1 = sorted(values[1::2])
    return Rect(x0, y0, x1, y1)
