"""What was measured of the inks of pages."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.geometry import Rect


@dataclass(frozen=True, slots=True)
class PageInk:
    """The greatest total ink of a page (per cent) over a square millimetre, and where.

    box: that square, from the trim's upper left (pt). plates: those that the page prints on.
    """

    page: int
    total: float
    box: Rect
    plates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InkReport:
    """The inks of the measured pages, and heat maps (PNG) of those over the limit, by page."""

    pages: tuple[PageInk, ...]
    heat_maps: dict[int, bytes]
