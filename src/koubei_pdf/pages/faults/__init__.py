"""What can go wrong while pages are made (T…)."""

from __future__ import annotations

from ...model.diagnostics import Rule
from . import blocks, copy, entries, fitting, frames

RULES: tuple[Rule, ...] = (
    *copy.RULES,
    *entries.RULES,
    *blocks.RULES,
    *frames.RULES,
    *fitting.RULES,
)

__all__ = ["RULES", "blocks", "copy", "entries", "fitting", "frames"]
