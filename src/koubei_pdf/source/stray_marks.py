"""Asterisks that were meant as marks of emphasis and have no partner."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_ASTERISKS = re.compile(r"\*+")
#: Unicode categories of what no emphasis ends with, and of what none begins with.
_OPENING, _CLOSING = ("Ps", "Pi"), ("Pe", "Pf", "Po")


def stray_marks(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Index and text of the asterisks from `start` to `end`, where no emphasis was found.

    One asterisk alone is a character where it can neither begin nor end emphasis: between blanks,
    between Latin letters or digits (`2*3`), within brackets or quotes of its own (（*）). Alone on
    its line it was meant as a break.
    """
    for match in _ASTERISKS.finditer(text, start, end):
        first, last = match.span()
        before, after = text[max(first - 1, 0) : first] or " ", text[last : last + 1] or " "
        is_line = text[max(first - 1, 0) : first] in ("", "\n") and text[last : last + 1] in (
            "",
            "\n",
        )
        if len(match[0]) > 1 or "*" in (before, after) or is_line or _could_mark(before, after):
            yield first, match[0]


def is_character(before: str, after: str) -> bool:
    """Whether an asterisk between these two is no mark at all: within a word, or quoted itself."""
    if before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
        return True
    return unicodedata.category(before) in _OPENING and unicodedata.category(after) in _CLOSING


def _could_mark(before: str, after: str) -> bool:
    """Whether an asterisk between two characters could begin or end emphasis."""
    if is_character(before, after):
        return False
    begins = not after.isspace() and unicodedata.category(after) not in _CLOSING
    ends = not before.isspace() and unicodedata.category(before) not in _OPENING
    return begins or ends
