"""The most ink in each part of a converted picture, kept under the picture's encoded bytes.

The preflight of a press file finds it again by those bytes alone, and need not look into a picture
that is nowhere too dark.
"""

from __future__ import annotations

import json
import math
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from .cache import Cache

if TYPE_CHECKING:
    from PIL import Image

#: Parts of a picture along each side.
GRID = 32

#: What a square millimetre needs of pixels (ppi): finer ones are averaged first.
ENOUGH = 127.0

#: Raised when peaks are found in another way.
_VERSION = 1

#: 255 on one plate are 100 %.
_PER_CENT = 2.55


@dataclass(frozen=True, slots=True)
class Peaks:
    """The darkest places of the parts of a CMYK picture, row by row from its upper left.

    step: pixels a side that were averaged. total: all four plates together, colours: those of
    C, M and Y; 255 for each plate that is full.
    """

    step: int
    total: array[int]
    colours: array[int]

    def most(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float]:
        """Per cent of all plates, and of C, M and Y, within a part of the unit square, y down."""
        rows, columns = _cells(y0, y1), _cells(x0, x1)
        total = max(max(self.total[r * GRID :][columns]) for r in range(GRID)[rows])
        colours = max(max(self.colours[r * GRID :][columns]) for r in range(GRID)[rows])
        return total / _PER_CENT, colours / _PER_CENT


def _cells(low: float, high: float) -> slice:
    """The parts that an extent touches, one at least."""
    first = min(max(math.floor(low * GRID), 0), GRID - 1)
    return slice(first, max(first + 1, min(math.ceil(high * GRID), GRID)))


def peaks_of(image: Image.Image, ppi: float) -> Peaks:
    """The peaks of a CMYK image that is shown at `ppi`."""
    step = max(1, math.floor(ppi / ENOUGH))
    small = image.reduce(step) if step > 1 else image
    total, colours = array("H"), array("H")
    for top, bottom in _edges(small.height):
        both = _sums(small.crop((0, top, small.width, bottom)))
        for band, peaks in zip(both, (colours, total), strict=True):
            for left, right in _edges(small.width):
                most = band.crop((left, 0, right, band.height)).getextrema()[1]
                assert isinstance(most, int)
                peaks.append(most)
    return Peaks(step, total, colours)


def _edges(length: int) -> Iterator[tuple[int, int]]:
    """The parts of a side in pixels; each has one at least, which small pictures share."""
    for index in range(GRID):
        first = min(index * length // GRID, length - 1)
        yield first, max(first + 1, -(-(index + 1) * length // GRID))


def _sums(part: Image.Image) -> tuple[Image.Image, Image.Image]:
    """C, M and Y together, and all four."""
    from PIL import ImageMath

    c, m, y, k = (band.convert("I") for band in part.split())
    colours = ImageMath.lambda_eval(lambda inks: inks["c"] + inks["m"] + inks["y"], c=c, m=m, y=y)
    return colours, ImageMath.lambda_eval(lambda inks: inks["s"] + inks["k"], s=colours, k=k)


def keep_peaks(cache: Cache, data: bytes, peaks: Peaks) -> None:
    """Keep the peaks of the image that is encoded as `data`."""
    values = array("H", [*peaks.total, *peaks.colours])
    if sys.byteorder == "big":
        values.byteswap()
    cache.keep(json.dumps(peaks.step).encode(), values.tobytes(), *_key(data))


def kept_peaks(cache: Cache, data: bytes) -> Peaks | None:
    """The peaks of an image by its encoded bytes; None where they were not kept."""
    kept = cache.find(*_key(data))
    if kept is None:
        return None
    values = array("H", b"".join(kept.parts()))
    if sys.byteorder == "big":
        values.byteswap()
    count = GRID * GRID
    return Peaks(int(json.loads(kept.head)), values[:count], values[count:])


def _key(data: bytes) -> tuple[object, ...]:
    return ("peaks of a picture", _VERSION, sha256(data).hexdigest())
