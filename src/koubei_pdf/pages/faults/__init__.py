"""What can go wrong while pages are made (T…)."""

from __future__ import annotations

from ...model.diagnostics import Rule
from . import blocks, components, copy, entries, fitting, frames, pictures, places, rests

RULES: tuple[Rule, ...] = (
    *copy.RULES,
    *entries.RULES,
    *blocks.RULES,
    *frames.RULES,
    *pictures.RULES,
    *components.RULES,
    *fitting.RULES,
    *rests.RULES,
    *places.RULES,
)

__all__ = [
    "RULES",
    "blocks",
    "components",
    "copy",
    "entries",
    "fitting",
    "frames",
    "pictures",
    "places",
    "rests",
]
