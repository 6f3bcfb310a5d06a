"""Raster files → samples for the press or the screen. The owner of Pillow and of ICC conversion.

Pillow is imported when the first raster is read, not before: it costs more than a whole drawing.
"""

from __future__ import annotations

from .cache import NO_CACHE, Cache
from .decode import Facts, NotUsableError, examine
from .encode import Encoded
from .icc import ProfileError, Profiles
from .prepare import Order, PictureError, Target, prepare

__all__ = [
    "NO_CACHE",
    "Cache",
    "Encoded",
    "Facts",
    "NotUsableError",
    "Order",
    "PictureError",
    "ProfileError",
    "Profiles",
    "Target",
    "examine",
    "prepare",
]
