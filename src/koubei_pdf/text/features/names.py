"""Proper-name lines 专名号: a straight line under names of people and places (CLREQ 5.6.1)."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.book import Fill
from ...model.geometry import Rect
from .feature import Feature, InlineItem, SetLine, Stretch
from .underlines import DEPTH, pieces, weight


def draw(line: SetLine, stretches: Sequence[Stretch]) -> list[InlineItem]:
    """A bar for each name, or part of one, on the line."""
    half = weight(line.size, line.ink) / 2
    y = line.y + DEPTH * line.size
    return [
        Fill(Rect(x0, y - half, x1, y + half), line.ink, stretch.run.span, "name")
        for stretch, x0, x1 in pieces(line, stretches, "name")
    ]


NAME = Feature("name", between_lines=True, draw=draw)
