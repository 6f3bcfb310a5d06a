"""Which way outlines run round: clips are filled by the non-zero rule, which asks for it.

Curves count as their control polygons throughout, which tells directions well enough.
"""

from __future__ import annotations

import math
from itertools import islice, pairwise

from .art import Outline

#: Beyond this many parts an outline is not put in order: the time goes with their square.
MOST_PARTS = 100

_Point = tuple[float, float]
#: Ops and points of a part of an outline, which begins with a move.
_Part = tuple[str, list[_Point]]


def one_way(outline: Outline) -> Outline:
    """The outline, turned round if as a whole it runs against the clock.

    Several such outlines filled together under the non-zero rule cover their union.
    """
    parts = _parts(outline)
    if sum(_area(points) for _, points in parts) >= 0:
        return outline
    return _joined([_turned(part) for part in parts])


def nested(outline: Outline) -> Outline | None:
    """The outline that fills the same under the non-zero rule as this one under even-odd.

    None if the rules cannot be brought together by turning parts round: a part crosses itself.
    """
    parts = _parts(outline)
    if len(parts) > MOST_PARTS or any(abs(_turns(points)) != 1 for _, points in parts):
        return None
    ordered = []
    for part in parts:
        _, points = part
        depth = sum(_holds(other, points[0]) for _, other in parts if other is not points)
        forward = _area(points) >= 0
        ordered.append(part if forward == (depth % 2 == 0) else _turned(part))
    return _joined(ordered)


def _parts(outline: Outline) -> list[_Part]:
    points = iter(zip(outline.coords[0::2], outline.coords[1::2], strict=True))
    parts = []
    for steps in outline.ops.split("m")[1:]:
        count = 1 + steps.count("l") + 3 * steps.count("c")
        parts.append(("m" + steps, list(islice(points, count))))
    return parts


def _joined(parts: list[_Part]) -> Outline:
    coords = (value for _, points in parts for point in points for value in point)
    return Outline("".join(ops for ops, _ in parts), tuple(coords))


def _turned(part: _Part) -> _Part:
    """The part run through from its end."""
    ops, points = part
    close = "h" if ops.endswith("h") else ""
    return "m" + ops.removesuffix("h")[:0:-1] + close, points[::-1]


def _area(points: list[_Point]) -> float:
    """Twice the area that points go round, negative if they go against the clock."""
    around = pairwise([*points, points[0]])
    return sum(x * v - u * y for (x, y), (u, v) in around)


def _turns(points: list[_Point]) -> int:
    """How often a closed line turns round on its way: once, or it crosses itself."""
    around = pairwise([*points, points[0]])
    steps = [(u - x, v - y) for (x, y), (u, v) in around if (x, y) != (u, v)]
    if not steps:
        return 1  # a mere point, which fills nothing by either rule
    corners = pairwise([*steps, steps[0]])
    angles = (math.atan2(a * d - b * c, a * c + b * d) for (a, b), (c, d) in corners)
    return round(sum(angles) / (2 * math.pi))


def _holds(polygon: list[_Point], point: _Point) -> bool:
    """Whether a point lies within a polygon."""
    x, y = point
    crossings = 0
    for (x0, y0), (x1, y1) in pairwise([*polygon, polygon[0]]):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            crossings += 1
    return crossings % 2 == 1
