"""Meshes of triangles and patches (ISO 32000-1, 8.7.4.5.5–8): how many, and how large they are."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import pikepdf

from .. import limits
from ..reading import DAMAGE, UnreadableError, entry, identity, numbers_of, read_stream

_Point = tuple[float, float]
_Figure = Sequence[_Point]


class Mesh(NamedTuple):
    """What counts of a mesh, in its own space: all figures added up.

    extent: of half the width and half the height of their boxes. covered: of the boxes' areas.
    is_curved: whether they are patches, not triangles. points: that were read, at most.
    """

    points: int
    is_curved: bool
    figures: float
    extent: float
    covered: float


class Meshes:
    """The meshes of a file, each read once, within a bound on the points of all (see limits)."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Mesh | None] = {}
        self._left = limits.MESHES

    def of(self, shading: Any) -> Mesh | None:
        """The mesh of a shading; None where it has none, or one that is never rendered."""
        key = identity(shading)
        if key not in self._known:
            found = mesh_of(shading, self._left)
            self._known[key] = found
            self._left -= found.points if found is not None else 0
        return self._known[key]


class _Layout(NamedTuple):
    """Bits of a flag, a coordinate and a colour; the range of x and y; vertices of a row."""

    flag: int
    coordinate: int
    colour: int
    decode: list[float]
    row: int

    def size(self, points: int, colours: int) -> int:
        """Bits of a record of so many points and colours."""
        return self.flag + 2 * points * self.coordinate + colours * self.colour

    def points(self, record: int, bits: int, count: int) -> list[_Point]:
        """The points of a record, which follow its flag; bits: those of the whole record."""
        low, right, bottom, top = self.decode[:4]
        most = (1 << self.coordinate) - 1
        across, up = (right - low) / most, (top - bottom) / most
        shift, found = bits - self.flag, []
        for _ in range(count):
            shift -= 2 * self.coordinate
            pair = record >> shift
            x, y = pair >> self.coordinate & most, pair & most
            found.append((low + x * across, bottom + y * up))
        return found


def mesh_of(shading: Any, most: int) -> Mesh | None:
    """The mesh that a shading draws whose colours a function gives; None where it draws none.

    most: points that are read; a mesh of more has no end, nor has one of patches that do not begin
    at whole bytes, as it is not agreed where they do.
    """
    kind = entry(shading, "/ShadingType")
    if kind not in _FIGURES or entry(shading, "/Function") is None:
        return None
    try:
        layout = _layout(shading, kind)
        data = read_stream(shading)
        is_curved = kind in _PATCHES
        points = 8 * len(data) // (2 * layout.coordinate)
        is_odd = is_curved and any(layout.size(0, colours) % 8 for colours in (2, 4))
        if points > most or is_odd:
            return Mesh(0, is_curved, math.inf, math.inf, math.inf)
        return _sum(points, is_curved, _FIGURES[kind](layout, data, kind))
    except (UnreadableError, *DAMAGE):
        return None


def _layout(shading: pikepdf.Stream, kind: int) -> _Layout:
    flag = 0 if kind == _LATTICE else int(shading["/BitsPerFlag"])
    row = int(shading["/VerticesPerRow"]) if kind == _LATTICE else 0
    bits = int(shading["/BitsPerCoordinate"]), int(shading["/BitsPerComponent"])
    if flag < 0 or min(bits) < 1 or (kind == _LATTICE and row < 2):
        raise ValueError
    return _Layout(flag, *bits, numbers_of(shading["/Decode"]), row)


def _sum(points: int, is_curved: bool, figures: Iterator[_Figure]) -> Mesh:
    count, extent, covered = 0, 0.0, 0.0
    for figure in figures:
        xs, ys = zip(*figure, strict=True)
        width, height = max(xs) - min(xs), max(ys) - min(ys)
        count += 1
        extent += (width + height) / 2
        covered += width * height
    return Mesh(points, is_curved, count, extent, covered)


def _vertices(layout: _Layout, data: bytes) -> Iterator[tuple[int, _Point]]:
    """Vertices with their flags; each begins at a whole byte."""
    size = -(-layout.size(1, 1) // 8)
    for at in range(0, len(data) - size + 1, size):
        record = int.from_bytes(data[at : at + size], "big")
        flag = record >> (8 * size - layout.flag) & 3 if layout.flag else 0
        yield flag, layout.points(record, 8 * size, 1)[0]


def _triangles(layout: _Layout, data: bytes, kind: int) -> Iterator[_Figure]:
    del kind
    corners: list[_Point] = []
    for flag, point in _vertices(layout, data):
        if len(corners) == 3:
            kept = {0: [], 1: corners[1:]}
            corners = kept.get(flag, [corners[0], corners[2]])
        corners.append(point)
        if len(corners) == 3:
            yield corners


def _lattice(layout: _Layout, data: bytes, kind: int) -> Iterator[_Figure]:
    """Each cell is two triangles."""
    del kind
    above: list[_Point] = []
    row: list[_Point] = []
    for _, point in _vertices(layout, data):
        row.append(point)
        if len(row) == layout.row:
            for left in range(len(row) - 1 if above else 0):
                yield above[left], above[left + 1], row[left]
                yield above[left + 1], row[left], row[left + 1]
            above, row = row, []


def _patches(layout: _Layout, data: bytes, kind: int) -> Iterator[_Figure]:
    """A patch without the flag 0 shares a side, four points, with the one before."""
    points: list[_Point] = []
    at = 0
    while at < len(data):
        side = data[at] >> (8 - layout.flag) & 3 if points else 0
        count, colours = (_PATCHES[kind] - 4, 2) if side else (_PATCHES[kind], 4)
        size = layout.size(count, colours) // 8
        record = data[at : at + size]
        if len(record) < size:
            return
        shared = [*points[:12], *points[:1]][3 * side : 3 * side + 4] if side else []
        points = shared + layout.points(int.from_bytes(record, "big"), 8 * size, count)
        at += size
        yield points


#: Points of a patch by type.
_PATCHES = {6: 12, 7: 16}
_LATTICE = 5

_FIGURES: dict[int, Callable[[_Layout, bytes, int], Iterator[_Figure]]] = {
    4: _triangles,
    _LATTICE: _lattice,
    6: _patches,
    7: _patches,
}
