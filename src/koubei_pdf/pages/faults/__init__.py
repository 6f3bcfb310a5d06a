"""What can go wrong while pages are made (T…)."""

from __future__ import annotations

from ...model.diagnostics import Rule
from . import copy, entries, frames

RULES: tuple[Rule, ...] = (*copy.RULES, *entries.RULES, *frames.RULES)

__all__ = ["RULES", "copy", "entries", "frames"]
