"""A drawing's paths as operators, in its own coordinates (ISO 32000-1, 8.4, 8.5)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import groupby

from ..model.content import Drawing, Outline, Paint, Path
from ..model.style import Cmyk
from .operators import ink_operands, number, numbers

#: Coordinates keep this part of the drawing's size: 1/100,000 is 0.006 pt across a page.
_SIGNIFICANT = 5

#: SVG's stroke-miterlimit where it is not given; PDF's own is 10. The model holds none.
_MITER_LIMIT = "4 M"

_OPERANDS = {"m": 2, "l": 2, "c": 6, "h": 0}


def uses_section(drawing: Drawing) -> bool:
    """Whether any path is painted in the ink of the section it stands in."""
    return any("section" in (path.fill, path.stroke) for path in drawing.paths)


def operators(drawing: Drawing, section: Cmyk) -> str:
    """The drawing's content stream; `section` is the ink of "section" paints."""
    size = max(drawing.width, drawing.height, 1e-6)
    digits = max(1, _SIGNIFICANT - 1 - math.floor(math.log10(size)))
    out = [_MITER_LIMIT]
    state: dict[str, str] = {}
    for clip, paths in groupby(drawing.paths, key=lambda path: path.clip):
        if clip < 0:
            for path in paths:
                out += _painted(path, section, state, digits)
            continue
        out += ["q", *_clips(drawing, clip, digits)]
        inner = dict(state)
        for path in paths:
            out += _painted(path, section, inner, digits)
        out.append("Q")
    return "\n".join(out)


def _clips(drawing: Drawing, index: int, digits: int) -> Iterator[str]:
    """Narrow the clip to clip `index` and its parents; outlines in one path are united (8.5.4)."""
    while index >= 0:
        clip = drawing.clips[index]
        yield from (outline_path(outline, digits) for outline in clip.outlines)
        yield "W n" if clip.outlines else "0 0 0 0 re W n"
        index = clip.parent


def _painted(path: Path, section: Cmyk, state: dict[str, str], digits: int) -> Iterator[str]:
    """State operators where `state` differs, then the path and its painting operator."""
    wanted = {}
    if path.fill is not None:
        wanted["k"] = ink_operands(_ink(path.fill, section))
    if path.stroke is not None:
        wanted["K"] = ink_operands(_ink(path.stroke, section))
        wanted["w"] = number(path.width, digits + 1)
        wanted["J"], wanted["j"] = str(path.cap), str(path.join)
        wanted["d"] = f"[{numbers(*path.dash, digits=digits + 1)}] 0"
    painting = _painting(path)
    if not painting:
        return
    for operator, operands in wanted.items():
        if state.get(operator) != operands:
            state[operator] = operands
            yield f"{operands} {operator}"
    yield outline_path(path.outline, digits)
    yield painting


def _ink(paint: Paint, section: Cmyk) -> Cmyk:
    return section if paint == "section" else paint


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
