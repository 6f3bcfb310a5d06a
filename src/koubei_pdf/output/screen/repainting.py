"""Content streams whose operators set RGB in the place of press inks (ISO 32000-1, 8.6.8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ...imaging.seen import Rgb
from ...pdf.content.objects import LONG_KEYS
from ...pdf.content.spaces import GRAY, Space
from ...pdf.content.tokens import INLINE_IMAGE, Name, Operation, operations
from ..inking import name_object
from ..operators import numbers
from .colours import stays

#: Operators that set a colour of a device's space.
_DEVICE = {
    b"g": "DeviceGray",
    b"G": "DeviceGray",
    b"rg": "DeviceRGB",
    b"RG": "DeviceRGB",
    b"k": "DeviceCMYK",
    b"K": "DeviceCMYK",
}
_SPACES = (b"cs", b"CS")
_COLOURS = (b"sc", b"SC", b"scn", b"SCN")

#: The colour space of a name in the stream's resources.
SpaceOf = Callable[[Any], Space]
#: A colour in sRGB.
ToRgb = Callable[[Space, Sequence[float]], Rgb]
#: An inline picture (its dictionary with full keys, its data) → the name of an XObject.
Picture = Callable[[Mapping[str, Any], bytes], bytes]


class Repainting:
    """Rewrites one content stream; what sets no press inks stays byte by byte."""

    def __init__(self, space_of: SpaceOf, to_rgb: ToRgb, picture: Picture) -> None:
        self._space_of, self._to_rgb, self._picture = space_of, to_rgb, picture
        #: The colour spaces to fill and to stroke in, now and where the state was saved.
        self._now: tuple[Space, Space] = (GRAY, GRAY)
        self._saved: list[tuple[Space, Space]] = []

    def written(self, data: bytes) -> bytes:
        """The stream in RGB. Raises UnreadableError where a colour cannot be told."""
        return b"\n".join(
            self._changed(operation) or data[operation.start : operation.end]
            for operation in operations(data)
        )

    def _changed(self, operation: Operation) -> bytes | None:
        """What stands for an operation; None: it stays."""
        operator, operands = operation.operator, operation.operands
        if operator == b"q":
            self._saved.append(self._now)
        elif operator == b"Q" and self._saved:
            self._now = self._saved.pop()
        elif operator in _DEVICE:
            space = self._set(self._space_of(_DEVICE[operator]), operator.isupper())
            return None if stays(space) else self._colour(space, operands, operator.isupper())
        elif operator in _SPACES:
            space = self._set(self._space_of(operands[0]), operator.isupper())
            if not stays(space) and space.family != "Pattern":
                return self._colour(space, space.first, operator.isupper())
        elif operator in _COLOURS:
            space = self._now[operator.isupper()]
            return None if stays(space) else self._colour(space, operands, operator.isupper())
        elif operator == INLINE_IMAGE:
            return self._inline(operands)
        return None

    def _set(self, space: Space, stroke: bool) -> Space:
        fill_space, stroke_space = self._now
        self._now = (fill_space, space) if stroke else (space, stroke_space)
        return space

    def _colour(self, space: Space, operands: Sequence[Any], stroke: bool) -> bytes:
        """Operators that set a colour; a pattern without colours of its own gets it (8.7.3.3)."""
        values = [float(value) for value in operands if not isinstance(value, Name)]
        if space.family != "Pattern":
            rgb = numbers(*self._to_rgb(space, values), digits=4)
            return f"{rgb} {'RG' if stroke else 'rg'}".encode("ascii")
        rgb = numbers(*self._to_rgb(space.ground, values), digits=4) if values else ""
        name = name_object(operands[-1])
        return f"{rgb} {name} {'SCN' if stroke else 'scn'}".encode("ascii")

    def _inline(self, operands: Sequence[Any]) -> bytes | None:
        values = {LONG_KEYS.get(key, key): value for key, value in operands[0].items()}
        if values.get("ImageMask") or "ColorSpace" not in values:
            return None
        if stays(self._space_of(values["ColorSpace"])):
            return None
        return b"%s Do" % self._picture(values, operands[1])
