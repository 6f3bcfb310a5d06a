"""Basic shapes and paths → outlines, outlines through a matrix, and the box of an outline."""

from __future__ import annotations

import math

from ...model.art import Outline
from ...model.matrix import Matrix
from . import faults
from .document import Document, Place, Viewport
from .numbers import numbers
from .path import parse_path
from .tree import Element

SHAPES = frozenset(["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"])
#: Decimals that coordinates keep: with 300 units on a page, far below what a plate shows.
DECIMALS = 4
#: Beyond this a coordinate is a mistake, and output devices fail.
MAX_COORDINATE = 1e7
#: Handle length by radius of the cubic curve nearest to a quarter circle.
_KAPPA = 4 / 3 * (math.sqrt(2) - 1)
#: Left, top, right and bottom.
Extent = tuple[float, float, float, float]


class Shapes:
    """The outlines of a document's shapes; path data are parsed once however often used."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._paths: dict[str, Outline] = {}

    def outline(self, element: Element, viewport: Viewport) -> Outline | None:
        """The outline in the element's own coordinates; None if there is nothing to draw."""
        name = element.name
        if name == "path":
            outline = self._path(element)
        elif name == "rect":
            outline = self._rectangle(element, viewport)
        elif name in ("circle", "ellipse"):
            outline = self._ellipse(element, viewport)
        elif name == "line":
            ends = (self._document.size(element, end, viewport) for end in ("x1", "y1", "x2", "y2"))
            outline = Outline("ml", tuple(ends))
        else:
            outline = self._polygon(element)
        return outline if outline.ops else None

    def placed(self, element: Element, place: Place) -> Outline | None:
        """The outline in the drawing's coordinates; None, with its fault noted, if there is none.

        Raises TooMuchError.
        """
        outline = self.outline(element, place.viewport)
        if outline is None:
            return None
        self._document.spend(len(outline.coords), place)
        moved = transformed(outline, place.matrix)
        if moved is None:
            self._document.fault(faults.OUT_OF_BOUNDS, element)
        return moved

    def _path(self, element: Element) -> Outline:
        data = element.attributes.get("d", "")
        if data not in self._paths:
            self._paths[data], fault = parse_path(data)
            if fault is not None:
                self._document.fault(
                    faults.BAD_PATH,
                    element,
                    offset=str(fault + 1),
                    value=data[fault : fault + 20],
                )
        return self._paths[data]

    def _rectangle(self, element: Element, viewport: Viewport) -> Outline:
        size = self._document.size
        x, y = size(element, "x", viewport), size(element, "y", viewport)
        w, h = size(element, "width", viewport), size(element, "height", viewport)
        if not (w > 0 and h > 0):
            return Outline("", ())
        rx = size(element, "rx", viewport, -1.0)
        ry = size(element, "ry", viewport, -1.0)
        rx, ry = (ry if rx < 0 else rx), (rx if ry < 0 else ry)  # the one not given is the other
        rx, ry = min(rx, w / 2), min(ry, h / 2)
        if rx <= 0 or ry <= 0:
            return rectangle(x, y, w, h)
        r, b = x + w, y + h
        kx, ky = rx * (1 - _KAPPA), ry * (1 - _KAPPA)
        coords = (
            *(x + rx, y, r - rx, y, r - kx, y, r, y + ky, r, y + ry),
            *(r, b - ry, r, b - ky, r - kx, b, r - rx, b),
            *(x + rx, b, x + kx, b, x, b - ky, x, b - ry),
            *(x, y + ry, x, y + ky, x + kx, y, x + rx, y),
        )
        return Outline("mlclclclch", coords)

    def _ellipse(self, element: Element, viewport: Viewport) -> Outline:
        size = self._document.size
        x, y = size(element, "cx", viewport), size(element, "cy", viewport)
        if element.name == "circle":
            rx = ry = size(element, "r", viewport)
        else:
            rx = size(element, "rx", viewport, -1.0)
            ry = size(element, "ry", viewport, -1.0)
            rx, ry = (ry if rx < 0 else rx), (rx if ry < 0 else ry)
        if not (rx > 0 and ry > 0):
            return Outline("", ())
        kx, ky = rx * _KAPPA, ry * _KAPPA
        coords = (
            *(x + rx, y, x + rx, y + ky, x + kx, y + ry, x, y + ry),
            *(x - kx, y + ry, x - rx, y + ky, x - rx, y),
            *(x - rx, y - ky, x - kx, y - ry, x, y - ry),
            *(x + kx, y - ry, x + rx, y - ky, x + rx, y),
        )
        return Outline("mcccch", coords)

    def _polygon(self, element: Element) -> Outline:
        text = element.attributes.get("points", "")
        points = numbers(text)
        if points is None or len(points) % 2:
            self._document.bad_value(element, "points", text)
            points = [] if points is None else points[:-1]
        if len(points) < 4:
            return Outline("", ())
        close = "h" if element.name == "polygon" else ""
        return Outline("m" + "l" * (len(points) // 2 - 1) + close, tuple(points))


def rectangle(x: float, y: float, width: float, height: float) -> Outline:
    """An upright rectangle."""
    right, bottom = x + width, y + height
    return Outline("mlllh", (x, y, right, y, right, bottom, x, bottom))


def transformed(outline: Outline, m: Matrix) -> Outline | None:
    """The outline through a matrix, rounded; None if it leaves all bounds."""
    a, b, c, d, e, f = m
    xs, ys = outline.coords[0::2], outline.coords[1::2]
    # + 0.0 makes the -0.0 that rounding leaves an ordinary zero
    out = [0.0] * len(outline.coords)
    if b == 0 and c == 0:
        out[0::2] = [round(a * x + e, DECIMALS) + 0.0 for x in xs]
        out[1::2] = [round(d * y + f, DECIMALS) + 0.0 for y in ys]
    else:
        pairs = list(zip(xs, ys, strict=True))
        out[0::2] = [round(a * x + c * y + e, DECIMALS) + 0.0 for x, y in pairs]
        out[1::2] = [round(b * x + d * y + f, DECIMALS) + 0.0 for x, y in pairs]
    # A sum catches what is no number at all; min and max would let it pass.
    if not math.isfinite(sum(out)) or max(out) > MAX_COORDINATE or min(out) < -MAX_COORDINATE:
        return None
    return Outline(outline.ops, tuple(out))


def extent(outline: Outline) -> Extent:
    """The exact box around an outline."""
    xs: list[float] = []
    ys: list[float] = []
    at = 0
    coords = outline.coords
    for op in outline.ops:
        if op == "c":
            xs += _turns(xs[-1], *coords[at : at + 6 : 2])
            ys += _turns(ys[-1], *coords[at + 1 : at + 6 : 2])
            at += 6
        elif op != "h":
            xs.append(coords[at])
            ys.append(coords[at + 1])
            at += 2
    return min(xs), min(ys), max(xs), max(ys)


def _turns(p0: float, p1: float, p2: float, p3: float) -> list[float]:
    """One coordinate of a cubic curve where it turns back, and at its end."""
    a, b, c = p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0
    if abs(a) > 1e-12:
        root = b * b - 4 * a * c
        times = [(-b + s * math.sqrt(root)) / (2 * a) for s in (1, -1)] if root >= 0 else []
    else:
        times = [-c / b] if abs(b) > 1e-12 else []
    inner = [t for t in times if 0 < t < 1]
    return [
        (1 - t) ** 3 * p0 + 3 * t * (1 - t) ** 2 * p1 + 3 * t * t * (1 - t) * p2 + t**3 * p3
        for t in inner
    ] + [p3]
