"""What can go wrong while pages are made (T…)."""

from __future__ import annotations

from ...model.diagnostics import Rule
from . import blocks, components, copy, entries, fitting, frames, pictures

RULES: tuple[Rule, ...] = (
    *copy.RULES,
    *entries.RULES,
    *blocks.RULES,
    *frames.RULES,
    *pictures.RULES,
    *components.RULES,
    *fitting.RULES,
)

__all__ = ["RULES", "blocks", "components", "copy", "entries", "fitting", "frames", "pictures"]
