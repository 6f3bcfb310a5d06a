"""Where long Western words may be divided (CLREQ 6.1.4; CY/T 154 9).

Chinese copy had better keep words whole; a house that allows division pays for each one. Points
are those of TeX's patterns for the language. Divided are lower-case words alone: no names, no
abbreviations, nothing that digits or other marks touch. A word with a hyphen of its own is divided
there alone, in any house, where each part is a word of three letters: not Wi-Fi, 5G-A, COVID-19.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

#: A part of a divided word has at least this many letters.
LEAST_PART = 3

_WORD = re.compile(r"(?<![A-Za-z0-9@#&_.’'/-])[a-z]{6,}(?![A-Za-z0-9@#&_’'/-]|\.[A-Za-z])")
_COMPOUND = re.compile(
    r"(?<![A-Za-z0-9@#&_.’'/:-])[A-Za-z][a-z]{2,}(?:-[A-Za-z][a-z]{2,})+"
    r"(?![A-Za-z0-9@#&_’'/-]|[.:][A-Za-z0-9])"
)


def compound_points(text: str) -> Iterator[int]:
    """Offsets behind the hyphens of compounds, where they may be divided."""
    for compound in _COMPOUND.finditer(text):
        for hyphen in re.finditer("-", compound.group()):
            yield compound.start() + hyphen.end()


def hyphen_points(text: str, language: str) -> Iterator[int]:
    """Offsets where a word may be divided, with a hyphen added there.

    language: as in Rules.hyphenate ("en-US" …).
    """
    for word in _WORD.finditer(text):
        length = len(word.group())
        for point in _patterns(language).positions(word.group()):
            if LEAST_PART <= point <= length - LEAST_PART:
                yield word.start() + point


@cache
def _patterns(language: str) -> Any:
    import pyphen  # deferred: most copy has no word that is long enough

    return pyphen.Pyphen(lang=language.replace("-", "_"))
