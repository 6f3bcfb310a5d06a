"""The most ink of pictures, as far as it is known without looking into them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pikepdf

from ...imaging import Cache
from ...model.geometry import Rect
from ...model.matrix import Matrix, inverse
from ...pdf.content.state import moved
from ...pdf.content.trace import PlacedPicture
from ...pdf.rasters import ENOUGH
from ...pdf.reading import DAMAGE, identity, numbers_of

if TYPE_CHECKING:
    from ...imaging.peaks import Peaks

#: All plates, and C, M and Y (per cent) of what nobody knows.
UNKNOWN = (math.inf, math.inf)

#: What averaging and JPEG may add to a square millimetre (per cent).
_MARGIN = 2.0


class KnownPeaks:
    """The peaks of a file's pictures: those that a cache knows by their bytes."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._found: dict[tuple[int, int], Peaks | None] = {}

    def most(self, picture: PlacedPicture, box: Rect) -> tuple[float, float]:
        """Per cent of all plates, and of C, M and Y, that a picture has within a box at most."""
        if str(picture.entries.get("ColorSpace")) == "/DeviceGray":
            return 100.0, 0.0
        peaks = self._peaks(picture)
        if peaks is None or (picture.ppi / peaks.step < ENOUGH and peaks.step > 1):
            return UNKNOWN
        part = _part(picture.matrix, box)
        if part is None:
            return UNKNOWN
        total, colours = peaks.most(*part)
        return total + _MARGIN, colours + _MARGIN

    def _peaks(self, picture: PlacedPicture) -> Peaks | None:
        stream = picture.object
        if not isinstance(stream, pikepdf.Stream) or not _is_as_encoded(picture.entries):
            return None
        key = identity(stream)
        if key not in self._found:
            from ...imaging.peaks import kept_peaks

            try:
                self._found[key] = kept_peaks(self._cache, stream.read_raw_bytes())
            except (*DAMAGE, OSError):
                self._found[key] = None
        return self._found[key]


def _is_as_encoded(entries: Mapping[str, Any]) -> bool:
    """Whether samples are shown as in our own CMYK pictures: JPEG inverted, others as they are."""
    if str(entries.get("ColorSpace")) != "/DeviceCMYK":
        return False
    decode = numbers_of(entries.get("Decode"))
    if str(entries.get("Filter")) == "/DCTDecode":
        return decode == [1, 0] * 4
    return not decode and str(entries.get("Filter")) == "/FlateDecode"


def _part(matrix: Matrix, box: Rect) -> tuple[float, float, float, float] | None:
    """Which part of a picture stands in a box, as Peaks count it; None where it has no area."""
    back = inverse(matrix)
    if back is None:
        return None
    part = moved(box, back)
    return part.x0, 1 - part.y1, part.x1, 1 - part.y0
