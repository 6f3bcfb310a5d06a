"""Text of files as a terminal may show it."""

from __future__ import annotations

import unicodedata

#: What stands for a character that does not show.
STAND_IN = "▯"

_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def legible(text: str) -> str:
    """`text` with a stand-in, one for one, for each control, format and lone surrogate character,
    so that no file drives a terminal or turns the order of what is read; line ends stay."""
    if text.isprintable():
        return text
    return "".join(
        STAND_IN if unicodedata.category(char) in _UNSEEN and char != "\n" else char
        for char in text
    )
