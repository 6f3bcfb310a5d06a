"""A page of the file: its boxes, and the matrix that lays it on a sheet. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..model.geometry import mm
from .places import Format

#: A page's size as programs round it: A4 is written as 595 × 842 and as 595.276 × 841.89.
SAME_SIZE = mm(0.2)

#: What is trimmed off at least, and how much of a bleed is kept at most: shops ask for 3 mm, some
#: magazines for 5, and what lies farther out are another program's marks.
LEAST_CUT, MOST_CUT = mm(3), mm(5)


class Box(NamedTuple):
    """A rectangle in default user space (ISO 32000-1, 8.3.2.3): y up, x0 < x1, y0 < y1."""

    x0: float
    y0: float
    x1: float
    y1: float

    def around(self, other: Box) -> Box:
        """The least box that holds both."""
        x0, y0 = min(self.x0, other.x0), min(self.y0, other.y0)
        return Box(x0, y0, max(self.x1, other.x1), max(self.y1, other.y1))

    def within(self, other: Box) -> Box | None:
        """The part that lies in `other`; None where none does."""
        x0, y0 = max(self.x0, other.x0), max(self.y0, other.y0)
        x1, y1 = min(self.x1, other.x1), min(self.y1, other.y1)
        return Box(x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


class Matrix(NamedTuple):
    """x' = a x + c y + e, y' = b x + d y + f (8.3.3)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page. bleed: what of it may print; rotation: degrees clockwise; unit: pt of one unit."""

    number: int
    trim: Box
    bleed: Box
    rotation: int = 0
    unit: float = 1.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in pt of the finished page as it is seen."""
        width = (self.trim.x1 - self.trim.x0) * self.unit
        height = (self.trim.y1 - self.trim.y0) * self.unit
        return (height, width) if self.rotation % 180 else (width, height)

    def onto(self, centre: tuple[float, float], *, is_turned: bool) -> Matrix:
        """From user space to where the page's middle is at `centre` (pt, y up), seen upright or
        on its head.
        """
        cosine, sine = {0: (1, 0), 90: (0, -1), 180: (-1, 0), 270: (0, 1)}[
            (self.rotation + 180 * is_turned) % 360
        ]
        a, b = cosine * self.unit, sine * self.unit
        x, y = (self.trim.x0 + self.trim.x1) / 2, (self.trim.y0 + self.trim.y1) / 2
        return Matrix(a, b, -b, a, centre[0] - a * x + b * y, centre[1] - b * x - a * y)


def common_format(leaves: Sequence[Leaf]) -> Format:
    """The size of the first page, and the widest bleed that any has."""
    width, height = leaves[0].size
    bleed = max(
        max(
            leaf.trim.x0 - leaf.bleed.x0,
            leaf.trim.y0 - leaf.bleed.y0,
            leaf.bleed.x1 - leaf.trim.x1,
            leaf.bleed.y1 - leaf.trim.y1,
        )
        * leaf.unit
        for leaf in leaves
    )
    return Format(width, height, min(max(bleed, LEAST_CUT), MOST_CUT))


def unequal(leaves: Sequence[Leaf]) -> dict[tuple[float, float], list[int]]:
    """The numbers of the pages that are not of the first one's size, by theirs (pt)."""
    width, height = leaves[0].size
    found: dict[tuple[float, float], list[int]] = {}
    for leaf in leaves:
        size = leaf.size
        if abs(size[0] - width) > SAME_SIZE or abs(size[1] - height) > SAME_SIZE:
            key = (round(size[0], 1), round(size[1], 1))
            found.setdefault(key, []).append(leaf.number)
    return found
