"""Font files: which face has a character, shaped advances, subsets. The owner of HarfBuzz."""

from .cmap import to_unicode
from .descriptor import Descriptor, describe
from .face import FULL_WIDTH, Face, Shaped
from .itemise import COMBINED, COMBINING
from .outlines import Steps
from .quotes import western_quotes
from .rights import Naming, Rights, licence_file, naming, rights_in
from .rules import MISSING_GLYPH, RULES, missing_glyph, told_once, unknown_variant
from .shelf import FontShelf
from .subset import Subset, has_cff, subset

__all__ = [
    "COMBINED",
    "COMBINING",
    "FULL_WIDTH",
    "MISSING_GLYPH",
    "RULES",
    "Descriptor",
    "Face",
    "FontShelf",
    "Naming",
    "Rights",
    "Shaped",
    "Steps",
    "Subset",
    "describe",
    "has_cff",
    "licence_file",
    "missing_glyph",
    "naming",
    "rights_in",
    "subset",
    "to_unicode",
    "told_once",
    "unknown_variant",
    "western_quotes",
]
