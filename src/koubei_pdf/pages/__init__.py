"""The issue becomes the Book: page plan, frames on the grid, flow, contents, folios."""

from __future__ import annotations

from .assembly import make_book
from .context import SetParagraph
from .faults import RULES
from .fillers import FILLERS

__all__ = ["FILLERS", "RULES", "SetParagraph", "make_book"]
