"""How long a renderer takes for what a page paints, told before it is rendered.

The unit is the area (pt²) of plain fills that take as long: PDFium fills 8 × 10⁸ pt² a second at
the pixels of total ink. The weights are what it takes for an area of other kinds, as measured.
"""

from __future__ import annotations

import math
from typing import Any

from ...model.geometry import Rect
from ...model.matrix import Matrix
from ..reading import entry
from .meshes import Mesh
from .state import State

#: Of pictures that are turned; of what is seen through, masked, or blended with what is below.
PICTURE = 16.0
_ALPHA, _MASKED, _BLENDED = 6.0, 7.0, 400.0

#: Of shadings by type (8.7.4.5): by a function of x and y, axial; others.
_SHADINGS = {1: 330.0, 2: 5.0}
_SHADING = 60.0

#: Areas that take as long as a triangle, and a part of its box; as a patch's extent (pt), which is
#: divided into so many parts at most, and a part of its box.
_TRIANGLE, _WITHIN_TRIANGLE = 1_000.0, 0.7
_PATCH, _DIVIDED, _WITHIN_PATCH = 40_000.0, 5_000_000.0, 10.0

#: Of transparency groups, which are painted apart and then put on the page.
_GROUP = 8.0

#: Areas that take as long as a point of a path, and as a pt of its length: of time that would be a
#: quarter, but long lines take memory as well.
_POINT, _LENGTH = 500.0, 16.0


def area(box: Rect) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def glyphs(count: int, size: float, clip: Rect) -> float:
    """Of text the areas of its glyphs, which may lie one over the other."""
    return count * min(size * size, area(clip))


def blending(state: State, alpha: float) -> float:
    """By how much painting takes longer than in a plain state."""
    if state.blend not in ("Normal", "Compatible"):
        return _BLENDED
    return _MASKED if state.mask else _ALPHA if alpha < 1 else 1.0


def group(state: State) -> float:
    """By how much a transparency group takes longer than a plain fill, beside what it holds."""
    return max(_GROUP, blending(state, state.alpha_fill))


def shading(found: Any, mesh: Mesh | None, matrix: Matrix, clip: Rect) -> float:
    """A shading within a clip, and the mesh that it draws, where a matrix puts it."""
    plain = area(clip) * _SHADINGS.get(entry(found, "/ShadingType"), _SHADING)
    return plain if mesh is None else plain + _mesh(mesh, matrix, clip)


def _mesh(found: Mesh, matrix: Matrix, clip: Rect) -> float:
    """Triangles or patches; what lies beyond the clip is cut off."""
    if not math.isfinite(found.figures):
        return math.inf
    a, b, c, d = matrix[:4]
    covered = min(found.covered * abs(a * d - b * c), found.figures * area(clip))
    if not found.is_curved:
        return _TRIANGLE * found.figures + _WITHIN_TRIANGLE * covered
    extent = found.extent * max(abs(a) + abs(b), abs(c) + abs(d))
    return min(_PATCH * extent, _DIVIDED * found.figures) + _WITHIN_PATCH * covered


def outline(points: int, length: float, scale: float, clip: Rect) -> float:
    """A path's points and lines, beside its area; what lies beyond the clip is cut off."""
    across = (clip.x1 - clip.x0 + clip.y1 - clip.y0) * points
    return _POINT * points + _LENGTH * min(length * scale, across)
