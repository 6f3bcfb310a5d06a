"""An ideal font, for tests and for composing without a font: widths by class alone.

Every Han character, mark of the character table that has a width there, and character that is wide
or full-width to Unicode (East_Asian_Width W and F: kana, emoji, ＡＢＣ, ㎡) is 1 em wide, with a
mark's ink in its own half; the cells of dashes and ellipses are 1 em (⸺: 2 em). All else is ½ em,
also what is of ambiguous width (≥ → ① № ℃ ★); what is attached, and controls, take no width. No
kerning, no ligatures.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from functools import cache

from ..fonts import Shaped
from .chars import ATTACHED, MARK_CLASSES, classes

#: Marks whose cells are full width whatever they do in the text (a lone — is a connector).
_FULL_CELLS = frozenset("—―…⋯")
#: The dash of two em in one character (GB/T 15834 5.1.4).
_TWO_EM_DASH = "⸺"


class IdealFace:
    """A face whose glyphs are code points; stands where a `fonts.Face` does."""

    key = "ideal"

    def shape(
        self,
        text: str,
        features: Mapping[str, bool] | None = None,
        western: Collection[int] | None = None,
    ) -> Shaped:
        """One glyph a character; there are no features."""
        del features
        kinds = classes(text, western=western)
        advances = [_width(char, kind) for char, kind in zip(text, kinds, strict=True)]
        return Shaped([ord(char) for char in text], advances, list(range(len(text))))

    def blank(self, mark: str, *, left: bool) -> float:
        """Every mark of a whole em has its ink in one half."""
        del left
        return 0.5 if _width_alone(mark) == 1.0 else 0.0

    def varies(self, char: str, selector: str) -> bool:
        """It has all forms of a character, in one glyph."""
        del char, selector
        return True

    def advance(self, glyph: int) -> float:
        """The width (em) of the character whose code point is `glyph`."""
        return _width_alone(chr(glyph))


class IdealShelf:
    """A shelf with the ideal face alone."""

    face = IdealFace()

    def itemise(
        self, text: str, role: str, western: Collection[int] | None = None
    ) -> list[tuple[int, int, IdealFace | None]]:
        del role, western
        return [(0, len(text), self.face)] if text else []

    def primary(self, role: str) -> IdealFace:
        del role
        return self.face

    def tried(self, role: str) -> tuple[str, ...]:
        return (self.primary(role).key,)


@cache
def _width_alone(char: str) -> float:
    return _width(char, classes(char))


@cache
def _width(char: str, kind: str) -> float:
    if kind == ATTACHED == classes(char):  # not what is attached only here: a part of an emoji
        return 0.0
    if char == _TWO_EM_DASH:
        return 2.0
    is_wide = unicodedata.east_asian_width(char) in "WF"
    return 1.0 if is_wide or kind in MARK_CLASSES or char in _FULL_CELLS else 0.5
