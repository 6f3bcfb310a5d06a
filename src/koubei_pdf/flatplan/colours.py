"""Inks of sections as a browser shows them."""

from __future__ import annotations

from ..model.content import Issue
from ..model.style import Cmyk, Ink, Spot

#: Of what belongs to no section.
NONE = "#6b6b6a"


def rgb_of(issue: Issue, name: str) -> str:
    """The colour `#rrggbb` of a palette entry: its twin, else that of its inks by subtraction."""
    colour = issue.house.colours.get(name)
    if colour is None:
        return NONE
    return colour.rgb or _subtracted(colour.ink)


def _subtracted(ink: Ink) -> str:
    process: Cmyk = ink.process if isinstance(ink, Spot) else ink
    black = 1 - process.k / 100
    parts = (process.c, process.m, process.y)
    return "#" + "".join(f"{round(255 * black * (1 - part / 100)):02x}" for part in parts)
