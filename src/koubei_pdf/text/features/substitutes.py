"""Bold and italic in Chinese: strong emphasis is Hei, emphasis Kai, never slanted."""

from __future__ import annotations

from .feature import Feature

EMPHASIS = Feature("emphasis", font="kai")
STRONG = Feature("strong", font="hei-bold")
