"""A drawing's paths as operators, in its own coordinates (ISO 32000-1, 8.4, 8.5)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import groupby, pairwise

from ..model.art import Drawing, Outline, Paint, Path
from ..model.style import BLACK, Ink
from ..model.winding import nested
from .inking import Inking, Printed
from .inking import state as overprint_state
from .operators import number, numbers

#: Coordinates keep this part of the drawing's size: 1/100,000 is 0.006 pt across a page.
_SIGNIFICANT = 5

#: SVG's stroke-miterlimit where it is not given; PDF's own is 10. The model holds none.
_MITER_LIMIT = "4 M"

_OPERANDS = {"m": 2, "l": 2, "c": 6, "h": 0}


def uses_section(drawing: Drawing) -> bool:
    """Whether any path is painted in the ink of the section it stands in."""
    return any("section" in (path.fill, path.stroke) for path in drawing.paths)


def uses_black(drawing: Drawing, section: Ink) -> bool:
    """Whether any path is black, so that its size on paper matters to the press."""
    return any(
        BLACK in (_ink(path.fill, section), _ink(path.stroke, section)) for path in drawing.paths
    )


def operators(drawing: Drawing, section: Ink, inking: Inking, scale: float) -> str:
    """The drawing's content stream; `section` is the ink of "section" paints.

    scale: pt on paper to the drawing's unit.
    """
    size = max(drawing.width, drawing.height, 1e-6)
    digits = max(1, _SIGNIFICANT - 1 - math.floor(math.log10(size)))
    painter = _Painter(section, inking, scale, digits)
    out = [_MITER_LIMIT]
    for clip, paths in groupby(drawing.paths, key=lambda path: path.clip):
        if clip < 0:
            for path in paths:
                out += painter.painted(path)
            continue
        out += ["q", *_clips(drawing, clip, digits)]
        inner = painter.inside()
        for path in paths:
            out += inner.painted(path)
        out.append("Q")
    return "\n".join(out)


def _clips(drawing: Drawing, index: int, digits: int) -> Iterator[str]:
    """Narrow the clip to clip `index` and its parents; outlines in one path are united (8.5.4)."""
    while index >= 0:
        clip = drawing.clips[index]
        yield from (outline_path(outline, digits) for outline in clip.outlines)
        yield "W n" if clip.outlines else "0 0 0 0 re W n"
        index = clip.parent


class _Painter:
    """Paints paths; operators that set the state come only where it differs."""

    def __init__(self, section: Ink, inking: Inking, scale: float, digits: int) -> None:
        self._section, self._inking, self._scale, self._digits = section, inking, scale, digits
        self._state: dict[str, str] = {}
        self._overprint = False

    def inside(self) -> _Painter:
        """The painter within q … Q."""
        inner = _Painter(self._section, self._inking, self._scale, self._digits)
        inner._state, inner._overprint = dict(self._state), self._overprint
        return inner

    def painted(self, path: Path) -> Iterator[str]:
        """State operators, then the path and its painting operator."""
        painting = _painting(path)
        if not painting:
            return
        digits, wanted, overprint = self._digits, {}, True
        if path.fill is not None:
            fill = self._filled(path, path.fill)
            overprint &= fill.overprint
            wanted["fill"] = self._inking.fill(fill.ink)
        if path.stroke is not None:
            stroke = self._stroked(path, path.stroke)
            overprint &= stroke.overprint
            wanted["stroke"] = self._inking.stroke(stroke.ink)
            wanted["w"] = f"{number(path.width, digits + 1)} w"
            wanted["J"], wanted["j"] = f"{path.cap} J", f"{path.join} j"
            wanted["d"] = f"[{numbers(*path.dash, digits=digits + 1)}] 0 d"
        if overprint != self._overprint:
            self._overprint = overprint
            yield overprint_state(overprint)
        for key, operator in wanted.items():
            if self._state.get(key) != operator:
                self._state[key] = operator
                yield operator
        yield outline_path(path.outline, digits)
        yield painting

    def _filled(self, path: Path, paint: Paint) -> Printed:
        ink = self._ink_of(paint)
        if ink != BLACK:  # the only ink that depends on the size
            return self._inking.area(ink, 0, 0)
        outline = (nested(path.outline) if path.even_odd else None) or path.outline
        breadth, line = (value * self._scale for value in thickness(outline))
        return self._inking.area(ink, breadth, line)

    def _stroked(self, path: Path, paint: Paint) -> Printed:
        width = path.width * self._scale
        return self._inking.area(self._ink_of(paint), width, width)

    def _ink_of(self, paint: Paint) -> Ink:
        return self._section if paint == "section" else paint


def _ink(paint: Paint | None, section: Ink) -> Ink | None:
    return section if paint == "section" else paint


def thickness(outline: Outline) -> tuple[float, float]:
    """How broad a path is that is filled, and how thick its lines are if it is line art.

    Neither is more than the lesser side of its box. Four times the area by the perimeter is the
    side of a square, but twice the thickness of a line; that is the lesser side of the rectangle
    with the same area and perimeter. Curves count as the lines between their points.
    """
    xs, ys = outline.coords[::2], outline.coords[1::2]
    if not xs:
        return 0.0, 0.0
    area = length = 0.0
    for first, last in pairwise([*_starts(outline.ops), len(xs)]):
        ring = [*zip(xs[first:last], ys[first:last], strict=True), (xs[first], ys[first])]
        for (x0, y0), (x1, y1) in pairwise(ring):
            area += (x0 * y1 - x1 * y0) / 2
            length += math.dist((x0, y0), (x1, y1))
    if not length:
        return 0.0, 0.0
    side, quarter = min(max(xs) - min(xs), max(ys) - min(ys)), length / 4
    breadth = min(side, abs(area) / quarter)
    line = quarter - math.sqrt(max(0.0, quarter**2 - abs(area)))
    return breadth, min(breadth, line)


def _starts(ops: str) -> Iterator[int]:
    """Which points begin a part of a path."""
    at = 0
    for step in ops:
        if step == "m":
            yield at
        at += _OPERANDS[step] // 2


def _painting(path: Path) -> str:
    """The painting operator (8.5.3.1, table 60); "" where nothing is painted."""
    filling = path.fill is not None
    if path.stroke is not None:
        return ("B*" if path.even_odd else "B") if filling else "S"
    return ("f*" if path.even_odd else "f") if filling else ""


def outline_path(outline: Outline, digits: int) -> str:
    """Path construction operators (8.5.2), all formatted at once: drawings have many points.

    Of trailing zeros only whole numbers' go; the others cost nothing once compressed.
    """
    steps = {step: f"%.{digits}f " * count + step for step, count in _OPERANDS.items()}
    operators = "\n".join([steps[step] for step in outline.ops]) % outline.coords
    return operators.replace(f".{'0' * digits} ", " ")
