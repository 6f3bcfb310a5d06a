"""PDF → diagnostics: whether a print shop can take a file, by requirement and by press.

`judge` is the way in; it loads pikepdf. The rules alone, in `rules`, load nothing.
"""

from __future__ import annotations

from .rules import RULES

__all__ = ["RULES"]
