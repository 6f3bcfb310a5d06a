"""Where pages stand on a sheet that is folded into a signature (折手).

The scheme is not a table: the sheet is folded as a machine does it, and then leafed through.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

#: Pages of a signature that one sheet gives with right-angle folds.
SIGNATURES = (4, 8, 16, 32)

Side = Literal["front", "back"]
SIDES: tuple[Side, Side] = ("front", "back")


class Cell(NamedTuple):
    """A page's place on one side of a sheet, seen from that side.

    row from the top, column from the left, both from 0; place: which page of the signature it is,
    from 0; is_turned: it stands on its head.
    """

    row: int
    column: int
    place: int
    is_turned: bool


@dataclass(frozen=True, slots=True)
class Scheme:
    """The cells of both sides. Turned over sideways, the back lies behind the front.

    Columns are in pairs that meet at a spine: even columns have it at their right, odd ones at
    their left. The first page stands upright in the front's lower right corner.
    """

    rows: int
    columns: int
    front: tuple[Cell, ...]
    back: tuple[Cell, ...]

    def side(self, side: Side) -> tuple[Cell, ...]:
        return self.front if side == "front" else self.back


class _Layer(NamedTuple):
    """One thickness of paper in the folded stack: where it was, and how it lies now."""

    row: int
    column: int
    is_face_up: bool
    is_turned: bool


#: The layers at each place of what has been folded so far, by row and column, from the top.
_Stacks = list[list[list[_Layer]]]


@cache
def scheme(pages: int) -> Scheme:
    """The scheme of a signature of so many pages (one of `SIGNATURES`).

    Folds alternate across and along the sheet; the last one makes the spine.
    """
    folds = (pages // 4).bit_length()
    upright = (folds + 1) // 2
    rows, columns = 2 ** (folds - upright), 2**upright
    stacks = [
        [[_Layer(row, column, True, False)] for column in range(columns)] for row in range(rows)
    ]
    for left in range(folds, 0, -1):
        stacks = _fold_left_half_under(stacks) if left % 2 else _fold_upper_half_under(stacks)
    front: list[Cell] = []
    back: list[Cell] = []
    for leaf, layer in enumerate(stacks[0][0]):
        recto, verso = 2 * leaf, 2 * leaf + 1
        faces = (recto, verso) if layer.is_face_up else (verso, recto)
        front.append(Cell(layer.row, layer.column, faces[0], layer.is_turned))
        behind = columns - 1 - layer.column
        back.append(Cell(layer.row, behind, faces[1], layer.is_turned))
    return Scheme(rows, columns, tuple(sorted(front)), tuple(sorted(back)))


def _fold_left_half_under(stacks: _Stacks) -> _Stacks:
    half = len(stacks[0]) // 2
    return [
        [
            stack + _under(other, is_turned=False)
            for stack, other in zip(row[half:], reversed(row[:half]), strict=True)
        ]
        for row in stacks
    ]


def _fold_upper_half_under(stacks: _Stacks) -> _Stacks:
    half = len(stacks) // 2
    return [
        [stack + _under(other, is_turned=True) for stack, other in zip(lower, upper, strict=True)]
        for lower, upper in zip(stacks[half:], reversed(stacks[:half]), strict=True)
    ]


def _under(stack: Sequence[_Layer], *, is_turned: bool) -> list[_Layer]:
    """A stack turned over, as a fold lays it under another."""
    return [
        layer._replace(is_face_up=not layer.is_face_up, is_turned=layer.is_turned is not is_turned)
        for layer in reversed(stack)
    ]
