"""Points, rectangles and page boxes.

All lengths are PostScript points (pt, 1/72 inch). Page coordinates have their origin at
the top left corner of the trim box; x grows to the right and y grows downwards, so the
bleed lies at negative coordinates. Only the PDF writer turns y upside down.
"""

from __future__ import annotations

from dataclasses import dataclass

PT_PER_INCH = 72.0
PT_PER_MM = PT_PER_INCH / 25.4

#: Two lengths closer than this are the same length (pt). The one tolerance of the project.
TOLERANCE = 0.005


def mm(value: float) -> float:
    """Millimetres to points."""
    return value * PT_PER_MM


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in page coordinates (pt): left, top, right, bottom."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def moved(self, dx: float, dy: float = 0.0) -> Rect:
        """The same rectangle, shifted by (dx, dy) pt."""
        return Rect(self.x0 + dx, self.y0 + dy, self.x1 + dx, self.y1 + dy)

    def inset(self, by: float) -> Rect:
        """The rectangle `by` pt further in on all sides; further out where that is negative."""
        return Rect(self.x0 + by, self.y0 + by, self.x1 - by, self.y1 - by)

    def covers(self, other: Rect, slack: float = TOLERANCE) -> bool:
        """Whether the other rectangle lies within this one, or no more than `slack` pt beyond."""
        return (
            self.x0 <= other.x0 + slack
            and self.y0 <= other.y0 + slack
            and self.x1 >= other.x1 - slack
            and self.y1 >= other.y1 - slack
        )

    def intersection(self, other: Rect) -> Rect | None:
        """The common part of two rectangles, or None where they do not overlap."""
        x0, y0 = max(self.x0, other.x0), max(self.y0, other.y0)
        x1, y1 = min(self.x1, other.x1), min(self.y1, other.y1)
        if x1 - x0 <= TOLERANCE or y1 - y0 <= TOLERANCE:
            return None
        return Rect(x0, y0, x1, y1)


#: A quarter of a circle as a Bézier curve.
_KAPPA = 0.5523


def circle(x: float, y: float, r: float) -> tuple[float, ...]:
    """The coordinates of a circle as a move and four curves ("mcccch" of an `Outline`)."""
    k = _KAPPA * r
    return (
        *(x + r, y),
        *(x + r, y + k, x + k, y + r, x, y + r),
        *(x - k, y + r, x - r, y + k, x - r, y),
        *(x - r, y - k, x - k, y - r, x, y - r),
        *(x + k, y - r, x + r, y - k, x + r, y),
    )


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """Trim size and bleed of a page (pt). The trim box starts at (0, 0)."""

    width: float
    height: float
    bleed: float

    @property
    def trim_box(self) -> Rect:
        return Rect(0.0, 0.0, self.width, self.height)

    @property
    def bleed_box(self) -> Rect:
        b = self.bleed
        return Rect(-b, -b, self.width + b, self.height + b)
