"""What can be wrong with a PDF for the press: the rules in both languages, by group (X…)."""

from __future__ import annotations

from . import (
    colours,
    features,
    files,
    fonts,
    intent,
    metadata,
    pages,
    painting,
    printing,
    stored,
    structure,
)
from .wording import PdfRule

RULES: tuple[PdfRule, ...] = (
    *files.RULES,
    *structure.RULES,
    *metadata.RULES,
    *intent.RULES,
    *pages.RULES,
    *stored.RULES,
    *features.RULES,
    *colours.RULES,
    *painting.RULES,
    *fonts.RULES,
    *printing.RULES,
)

__all__ = [
    "RULES",
    "PdfRule",
    "colours",
    "features",
    "files",
    "fonts",
    "intent",
    "metadata",
    "pages",
    "painting",
    "printing",
    "stored",
    "structure",
]
