"""Outlines of glyphs, of whatever program: steps m (move), l (line), c (cubic curve), h (close)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

import uharfbuzz as hb

#: A glyph's path in em, y up.
Steps = list[tuple[str, tuple[float, ...]]]


class Outline:
    """A path that is put together; quadratic curves become cubic ones. upem: units of an em."""

    def __init__(self, upem: int) -> None:
        self.steps: Steps = []
        self._upem = upem
        self._at = (0.0, 0.0)

    def move(self, x: float, y: float) -> None:
        self._step("m", x, y)

    def line(self, x: float, y: float) -> None:
        self._step("l", x, y)

    def cubic(self, *values: float) -> None:
        """x and y of both control points and of the end."""
        self._step("c", *values)

    def quadratic(self, *values: float) -> None:
        """x and y of the control point and of the end."""
        control, end = values[:2], values[2:]
        first, second = (
            [a + (c - a) * 2 / 3 for a, c in zip(point, control, strict=True)]
            for point in (self._at, end)
        )
        self._step("c", *first, *second, *end)

    def close(self) -> None:
        self.steps.append(("h", ()))

    def _step(self, letter: str, *values: float) -> None:
        self._at = (values[-2], values[-1])
        self.steps.append((letter, tuple(value / self._upem for value in values)))


def glyph_outlines(data: bytes) -> Callable[[int], Steps]:
    """The outlines of a TrueType or OpenType font's glyphs by their numbers."""
    face = hb.Face(data)
    font = hb.Font(face)
    return lambda glyph: glyph_outline(font, face.upem, glyph)


def glyph_outline(font: hb.Font, upem: int, glyph: int) -> Steps:
    """The outline of one glyph of a font that HarfBuzz has opened."""
    path = Outline(upem)
    font.draw_glyph(glyph, _drawing(), path)
    return path.steps


@cache
def _drawing() -> hb.DrawFuncs:
    """What HarfBuzz calls for each step; it is given the path after the step's values."""
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, path: path.move(x, y))
    funcs.set_line_to_func(lambda x, y, path: path.line(x, y))
    funcs.set_quadratic_to_func(lambda *values: values[-1].quadratic(*values[:-1]))
    funcs.set_cubic_to_func(lambda *values: values[-1].cubic(*values[:-1]))
    funcs.set_close_path_func(lambda path: path.close())
    return funcs


def recorded_outline(recorded: Iterable[tuple[str, Sequence[tuple[float, float]]]]) -> Steps:
    """The outline that a pen of fontTools recorded, in em already; it has no quadratic curves."""
    path = Outline(1)
    takes: dict[str, Callable[..., None]] = {
        "moveTo": path.move,
        "lineTo": path.line,
        "curveTo": path.cubic,
    }
    for name, points in recorded:
        if name == "closePath":
            path.close()
        elif name != "endPath":  # an open contour, which a fill closes
            takes[name](*(value for point in points for value in point))
    return path.steps
