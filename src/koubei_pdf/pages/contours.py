"""The outlines of pictures, for text to run around them: as rectangles that cover what is painted.

A raster's come from its alpha, a drawing's from its paths, those that the article declares from
their corners. All are cut into bands; what is hollow at a side is kept, what is hollow within not:
text stands on one side of a picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..model.art import Drawing, Outline, Path, Raster, Silhouette
from ..model.content import Picture
from ..model.geometry import Rect
from ..model.style import WHITE

#: Bands of an outline from head to foot, and chords that stand for a curve.
BANDS, CHORDS = 100, 24

Point = tuple[float, float]
_Band = tuple[float, float] | None


def contour_rects(picture: Picture, art: Rect, clip: Rect) -> Iterator[Rect]:
    """What text runs around of a picture whose whole art lies at `art`, clipped to `clip` (pt)."""
    yield from _rects(_silhouette(picture), art, clip)


def drawn_rects(drawing: Drawing, art: Rect, clip: Rect) -> Iterator[Rect]:
    """What a drawing at `art` paints of `clip` (pt)."""
    yield from _rects(_drawn(drawing), art, clip)


def _rects(bands: Silhouette, art: Rect, clip: Rect) -> Iterator[Rect]:
    """An outline as rectangles; without bands that of the picture's own rectangle."""
    if not bands:
        yield clip
    height = art.height / max(len(bands), 1)
    for number, band in enumerate(bands):
        if band is None:
            continue
        y = art.y0 + number * height
        x0, x1 = (art.x0 + part * art.width for part in band)
        shown = Rect(x0, y, x1, y + height).intersection(clip)
        if shown:
            yield shown


def _silhouette(picture: Picture) -> Silhouette:
    """The outline of a picture; empty where it is that of its rectangle."""
    if picture.contour:
        return _banded([picture.contour])
    if isinstance(picture.art, Raster):
        return picture.art.silhouette
    if isinstance(picture.art, Drawing):
        return _drawn(picture.art)
    return ()


def _drawn(drawing: Drawing) -> Silhouette:
    """The outline of what a drawing paints; what is painted white is not seen on paper."""
    whole: list[_Band] = [None] * BANDS
    clips: dict[int, list[_Band]] = {}
    for path in drawing.paths:
        if path.fill in (None, WHITE) and path.stroke in (None, WHITE):
            continue
        bands = _path_bands(path, drawing)
        if path.clip >= 0:
            bands = list(map(_common, bands, _clip_bands(path.clip, drawing, clips)))
        whole = list(map(_joined, whole, bands))
    page: list[_Band] = [(0.0, 1.0)] * BANDS
    return tuple(map(_common, whole, page))


def _path_bands(path: Path, drawing: Drawing) -> list[_Band]:
    grow = path.width / 2 if path.stroke else 0.0
    polygons = _polygons(path.outline, drawing)
    return list(_banded(polygons, grow / drawing.width, grow / drawing.height))


def _clip_bands(number: int, drawing: Drawing, known: dict[int, list[_Band]]) -> list[_Band]:
    """What a clip and those that it lies within leave."""
    if number not in known:
        clip = drawing.clips[number]
        polygons = [p for outline in clip.outlines for p in _polygons(outline, drawing)]
        bands = list(_banded(polygons))
        if clip.parent >= 0:
            bands = list(map(_common, bands, _clip_bands(clip.parent, drawing, known)))
        known[number] = bands
    return known[number]


def _polygons(outline: Outline, drawing: Drawing) -> Iterator[list[Point]]:
    """The subpaths of an outline in fractions of the drawing's size, curves as chords."""
    points: list[Point] = []
    coords = iter(outline.coords)

    def point() -> Point:
        return next(coords) / drawing.width, next(coords) / drawing.height

    for op in outline.ops:
        if op == "m":
            if points:
                yield points
            points = [point()]
        elif op == "l":
            points.append(point())
        elif op == "c":
            points.extend(_chords(points[-1], point(), point(), point()))
        else:
            points.append(points[0])
    if points:
        yield points


def _chords(a: Point, b: Point, c: Point, d: Point) -> Iterator[Point]:
    """Points along a cubic curve (ISO 32000-2, 8.5.2.2)."""
    for step in range(1, CHORDS + 1):
        t = step / CHORDS
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        x, y = (
            sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1)
        )
        yield x, y


def _banded(
    polygons: Iterable[Sequence[Point]], grow_x: float = 0.0, grow_y: float = 0.0
) -> Silhouette:
    """The bands of closed polygons, grown to both sides."""
    bands: list[_Band] = [None] * BANDS
    for polygon in polygons:
        for (x0, y0), (x1, y1) in pairwise((*polygon, polygon[0])):
            if y0 > y1:
                x0, y0, x1, y1 = x1, y1, x0, y0
            first = max(int((y0 - grow_y) * BANDS), 0)
            last = min(int((y1 + grow_y) * BANDS), BANDS - 1)
            for number in range(first, last + 1):
                ends = [
                    _along((x0, y0), (x1, y1), number / BANDS - grow_y),
                    _along((x0, y0), (x1, y1), (number + 1) / BANDS + grow_y),
                ]
                bands[number] = _joined(bands[number], (min(ends) - grow_x, max(ends) + grow_x))
    return tuple(bands)


def _along(start: Point, end: Point, y: float) -> float:
    """x of the point of a line, which runs down, that is nearest to y."""
    if end[1] - start[1] < 1e-12:
        return start[0] if y <= start[1] else end[0]
    part = min(max((y - start[1]) / (end[1] - start[1]), 0.0), 1.0)
    return start[0] + part * (end[0] - start[0])


def _joined(one: _Band, other: _Band) -> _Band:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _common(one: _Band, other: _Band) -> _Band:
    if one is None or other is None:
        return None
    left, right = max(one[0], other[0]), min(one[1], other[1])
    return (left, right) if left < right else None
