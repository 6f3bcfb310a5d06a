"""Font files: which face has a character, shaped advances, subsets. The owner of HarfBuzz."""

from .cmap import to_unicode
from .descriptor import Descriptor, describe
from .face import Face, Shaped
from .rules import RULES, missing_glyph
from .shelf import FontShelf
from .subset import Subset, has_cff, subset

__all__ = [
    "RULES",
    "Descriptor",
    "Face",
    "FontShelf",
    "Shaped",
    "Subset",
    "describe",
    "has_cff",
    "missing_glyph",
    "subset",
    "to_unicode",
]
