"""Defects, one each: what is done to the good file, and the code that must say so."""

from __future__ import annotations

from . import colours, features, fonts, metadata, pages, pictures, printing, structure
from .making import DEFECTS, add, broken, drawn_font, form, text, with_new_offsets

#: The modules register their defects when they are imported.
GROUPS = (structure, metadata, pages, features, colours, fonts, pictures, printing)

__all__ = ["DEFECTS", "GROUPS", "add", "broken", "drawn_font", "form", "text", "with_new_offsets"]
