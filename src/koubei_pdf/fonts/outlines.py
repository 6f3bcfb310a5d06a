"""Outlines of glyphs, of whatever program: steps m (move), l (line), c (cubic curve), h (close)."""

from __future__ import annotations

from collections.abc import Callable

import uharfbuzz as hb

#: A glyph's path in em, y up.
Steps = list[tuple[str, tuple[float, ...]]]


class OutlinePen:
    """Takes an outline from HarfBuzz or fontTools; quadratic curves become cubic ones."""

    def __init__(self, upem: int) -> None:
        self.steps: Steps = []
        self._upem = upem
        self._at = (0.0, 0.0)

    def _step(self, letter: str, *points: tuple[float, float]) -> None:
        if points:
            self._at = points[-1]
        self.steps.append(
            (letter, tuple(value / self._upem for point in points for value in point))
        )

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 -- fontTools' pen protocol
        self._step("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802 -- as above
        self._step("l", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802 -- as above
        self._step("c", *points)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802 -- as above
        first, second = (
            tuple(a + (c - a) * 2 / 3 for a, c in zip(point, control, strict=True))
            for point in (self._at, end)
        )
        self._step("c", (first[0], first[1]), (second[0], second[1]), end)

    def closePath(self) -> None:  # noqa: N802 -- as above
        self._step("h")

    def endPath(self) -> None:  # noqa: N802 -- as above
        """An open contour; a fill closes it."""


def glyph_outlines(data: bytes) -> Callable[[int], Steps]:
    """The outlines of a TrueType or OpenType font's glyphs by their numbers."""
    face = hb.Face(data)
    font = hb.Font(face)

    def outline(glyph: int) -> Steps:
        pen = OutlinePen(face.upem)
        font.draw_glyph_with_pen(glyph, pen)
        return pen.steps

    return outline
