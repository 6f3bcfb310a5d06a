"""Pictures where they are shown (ISO 32000-1, 8.9)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pikepdf

from ...model.geometry import Rect
from .. import limits
from ..reading import DAMAGE, array_of, entry
from .encoded import READERS, Encoded
from .spaces import PATTERN, Space
from .state import Paint, moved
from .trace import PlacedPicture

if TYPE_CHECKING:
    from .interpreter import Interpreter

#: What a picture fills, in its own space.
_UNIT = Rect(0.0, 0.0, 1.0, 1.0)


def picture(
    run: Interpreter, thing: Any, values: dict[str, Any], name: str, data: bytes = b""
) -> None:
    """A picture fills the unit square (8.9.3).

    thing: its XObject, None of an inline picture, which has its data with it. What JPEG and JPEG
    2000 data say of their pixels and channels counts more than the dictionary.
    """
    stored = run.memory.picture(thing, values, data)
    width, height = int(values["Width"]), int(values["Height"])
    if stored is not None and stored.is_readable:
        width, height = stored.width, stored.height
    a, b, c, d = run.state.ctm[:4]
    inches = (math.hypot(a, b) / 72, math.hypot(c, d) / 72)
    ppi = min(
        count / length for count, length in zip((width, height), inches, strict=False) if length > 0
    )
    box = moved(_UNIT, run.state.ctm)
    is_mask = bool(values.get("ImageMask"))
    paint = declared = None
    if not is_mask:
        declared = run.space(values["ColorSpace"]) if "ColorSpace" in values else None
        paint = Paint(_space(declared, stored) or PATTERN, (), {}, "picture")
    if values.get("SMask") is not None or values.get("SMaskInData"):
        run.trace.transparent.setdefault("SMask", box)
    if values.get("Intent") is not None:
        run.trace.intents.add(str(values["Intent"]).lstrip("/"))
    count = len(run.trace.marks)
    run.mark("image", box, ppi, paint=paint, name=name, mask=is_mask)
    if len(run.trace.marks) > count:
        visible = run.trace.marks[-1].box
        size, matrix = (width, height), run.state.ctm
        placed = PlacedPicture(thing, values, visible, ppi, size, matrix, declared, stored)
        run.trace.pictures.append(placed)


def read(values: Mapping[str, Any], thing: Any, data: bytes) -> Encoded | None:
    """What the data of a picture say of themselves; None where they do not."""
    found = values.get("Filter")
    names = array_of(found) if isinstance(found, pikepdf.Array) else found
    if isinstance(names, list):
        names = names[0] if len(names) == 1 else None
    name = str(names).lstrip("/")
    if name not in READERS:
        return None
    if thing is not None:
        size = entry(thing, "/Length")
        if not isinstance(size, int) or size > limits.PICTURE_WHOLE:
            return None
        try:
            data = thing.read_raw_bytes()
        except DAMAGE:
            return None
    return READERS[name](data)


def _space(declared: Space | None, stored: Encoded | None) -> Space | None:
    """The space of a picture's samples: the declared one, unless the data do not fit it."""
    if stored is None or stored.space is None:
        return declared
    is_fit = declared is not None and declared.channels == stored.channels
    return declared if is_fit else stored.space
