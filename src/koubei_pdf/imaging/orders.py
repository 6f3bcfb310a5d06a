"""What is asked of pictures, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..model.art import Raster
from ..model.style import WHITE, Cmyk
from .cache import Stored

Mode = Literal["CMYK", "L", "RGB"]
CHANNELS: dict[Mode, int] = {"CMYK": 4, "L": 1, "RGB": 3}


class PictureError(Exception):
    """A picture that was whole when it was examined cannot be read any more."""

    def __init__(self, path: str, error: Exception) -> None:
        self.path = path
        self.reason = str(error).removeprefix(f"{path}: ") or type(error).__name__
        super().__init__(f"{path}: {self.reason}")


@dataclass(frozen=True, slots=True)
class Target:
    """What pictures are made for: CMYK of the press or sRGB, and how JPEG is written."""

    is_press: bool
    ppi: float
    quality: int
    subsampling: int


@dataclass(frozen=True, slots=True)
class Order:
    """A raster that is `width` × `height` pt on paper where it is largest.

    ground: what shows through its transparent parts.
    """

    raster: Raster
    width: float
    height: float
    ground: Cmyk = WHITE


@dataclass(frozen=True, slots=True)
class Format:
    """How an image of 8 bit is encoded: JPEG (DCT), or deflated with PNG predictors (Flate)."""

    width: int
    height: int
    mode: Mode
    filter: Literal["DCT", "Flate"]


@dataclass(frozen=True, slots=True)
class Encoded(Format):
    """An encoded image, on disk where it can be: all of an issue's are too much for memory."""

    data: Stored
