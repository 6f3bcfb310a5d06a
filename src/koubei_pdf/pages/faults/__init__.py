"""What can go wrong while pages are made (T…)."""

from __future__ import annotations

from ...model.diagnostics import Rule
from . import copy, frames

RULES: tuple[Rule, ...] = (*copy.RULES, *frames.RULES)

__all__ = ["RULES", "copy", "frames"]
