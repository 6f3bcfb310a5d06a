"""Raster files → samples for the press or the screen. The owner of Pillow and of ICC conversion.

`decode.examine` and `prepare.prepare` do the work; their modules, and Pillow, are imported when the
first raster is met.
"""

from __future__ import annotations

from .cache import NO_CACHE, Cache, Stored
from .icc import ProfileError, Profiles
from .orders import CHANNELS, Encoded, Order, PictureError, Target

__all__ = [
    "CHANNELS",
    "NO_CACHE",
    "Cache",
    "Encoded",
    "Order",
    "PictureError",
    "ProfileError",
    "Profiles",
    "Stored",
    "Target",
]
