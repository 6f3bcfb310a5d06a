"""Where each page of a signature lies on its sheet: pure geometry.

Lengths in pt from the sheet's upper left corner, y down. The pages of a sheet are a block; around
it stays room for marks, and at its foot the strip that the press grips (咬口).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ..model.geometry import Rect, mm
from .binding import Signature
from .folding import Cell, Scheme, Side, scheme
from .sheets import Size, whole_millimetres

#: From the bleed to the marks.
MARKS_FROM = mm(0.5)
#: Room for marks at either side, and above and below: the least (the label stands at a side), and
#: what a sheet that is made to measure has. 大对开 takes 16 pages of 210 × 285 mm with the least.
LEAST_ROOM = (mm(3), mm(2.5))
FULL_ROOM = (mm(7), mm(7))


@dataclass(frozen=True, slots=True)
class Format:
    """The pages of a file: their trimmed size, and what is cut off around each (bleed)."""

    width: float
    height: float
    cut: float


class Place(NamedTuple):
    """A page on a sheet. trim: its finished area; clip: what of it may print."""

    page: int
    trim: Rect
    clip: Rect
    is_turned: bool


@dataclass(frozen=True, slots=True)
class Block:
    """The pages of one sheet, side by side: two that share a spine touch, others are cut apart.

    origin: the block's upper left corner on the sheet; shift: how far pages lie towards their
    spine (creep).
    """

    format: Format
    scheme: Scheme
    origin: tuple[float, float] = (0.0, 0.0)
    shift: float = 0.0

    @property
    def size(self) -> Size:
        last = self.cell(self.scheme.rows - 1, self.scheme.columns - 1)
        return Size(last.x1 - self.origin[0], last.y1 - self.origin[1])

    @property
    def rect(self) -> Rect:
        """Around all pages, without what is cut off."""
        return Rect(0.0, 0.0, *self.size).moved(*self.origin)

    def cell(self, row: int, column: int) -> Rect:
        """A page's area as it would be without creep."""
        format = self.format
        x = column * format.width + column // 2 * 2 * format.cut
        y = row * (format.height + 2 * format.cut)
        return Rect(x, y, x + format.width, y + format.height).moved(*self.origin)

    def trim(self, row: int, column: int) -> Rect:
        """A page's finished area: moved towards its spine."""
        return self.cell(row, column).moved(-self.shift if column % 2 else self.shift)

    def clip(self, row: int, column: int) -> Rect:
        """The finished area with its bleed, but not beyond the spine."""
        trim, cut = self.trim(row, column), self.format.cut
        is_left = column % 2 == 0
        spine = self.spine(column)
        return Rect(
            trim.x0 - cut if is_left else spine,
            trim.y0 - cut,
            spine if is_left else trim.x1 + cut,
            trim.y1 + cut,
        )

    def spine(self, column: int) -> float:
        """x of the spine at which a column's pages end."""
        cell = self.cell(0, column)
        return cell.x0 if column % 2 else cell.x1

    def cuts(self) -> tuple[list[float], list[float]]:
        """x and y of all lines along which the pages are cut."""
        rows, columns = range(self.scheme.rows), range(self.scheme.columns)
        xs = [t.x1 if c % 2 else t.x0 for c in columns for t in [self.trim(0, c)]]
        ys = [y for r in rows for y in (self.cell(r, 0).y0, self.cell(r, 0).y1)]
        return xs, ys

    def folds(self) -> tuple[list[float], list[float]]:
        """x and y of all folds: the spines, and the middle of what is cut between pages."""
        rows, columns = range(1, self.scheme.rows), range(1, self.scheme.columns)
        xs = [self.spine(c) if c % 2 else self.cell(0, c).x0 - self.format.cut for c in columns]
        ys = [self.cell(r, 0).y0 - self.format.cut for r in rows]
        return xs, ys


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its block, which lies at the same place on both sides.

    room: what is left at either side of the block and its bleed, and above and below them.
    """

    size: Size
    block: Block
    signature: Signature
    room: tuple[float, float]

    def places(self, side: Side) -> Iterator[Place]:
        """The pages of one side, seen from there; blanks have none."""
        for row, column, place, is_turned in self.block.scheme.side(side):
            page = self.signature[place]
            if page is not None:
                trim, clip = self.block.trim(row, column), self.block.clip(row, column)
                yield Place(page, trim, clip, is_turned)

    def cell(self, place: int) -> Cell:
        """The front's cell that the page at `place` in the signature has, which must be there."""
        return next(cell for cell in self.block.scheme.front if cell.place == place)


def needed(
    format: Format, pages: int, gripper: float, room: tuple[float, float] = LEAST_ROOM
) -> Size:
    """The least sheet for signatures of so many pages."""
    width, height = Block(format, scheme(pages)).size
    across, along = (2 * (format.cut + one) for one in room)
    return Size(width + across, height + along + gripper)


def made_to_measure(format: Format, pages: int, gripper: float) -> Size:
    """The sheet on which signatures of so many pages and their marks have room."""
    return whole_millimetres(needed(format, pages, gripper, FULL_ROOM))


def lay(
    size: Size, format: Format, signature: Signature, gripper: float, shift: float = 0.0
) -> Sheet:
    """The sheet of a signature; the block lies in its middle, above the gripper's strip."""
    folded = scheme(len(signature))
    width, height = Block(format, folded).size
    x, y = (size.width - width) / 2, (size.height - gripper - height) / 2
    block = Block(format, folded, (x, y), shift)
    return Sheet(size, block, signature, (x - format.cut, y - format.cut))
