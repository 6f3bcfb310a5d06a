"""Cut text into runs by script: what the Han faces set, and what the Latin faces set.

Unicode gives “ ” ‘ ’ — … · to no script; in Chinese they are full-width punctuation and go
with the Han face (clreq, section on punctuation), except apostrophes and the quotation marks of
Western text (see `quotes`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

#: Letters of the Latin, Greek and Cyrillic scripts, and what follows a letter, for `[…]` of
#: regular expressions.
LETTERS = (
    "A-Za-z"
    "\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff"  # Latin-1, Extended, IPA, modifiers
    "\u0370-\u052f\u1c80-\u1c8f\u1d00-\u1fff\u2c60-\u2c7f\ua720-\ua7ff\ufb00-\ufb06"
)
#: Of the general punctuation only what Chinese does not use: spaces, hyphens, the en dash.
_BASE = (
    LETTERS + " -@\\[-`{-~"
    "\u00a0-\u00a9\u00ab-\u00b6\u00b8\u00b9\u00bb-\u00bf\u00d7\u00f7"
    "\u2000-\u200a\u2010-\u2013\u202f\u205f\u2070-\u209f\u20a0-\u20bf"
)
EXTEND = "\u0300-\u036f\u1ab0-\u1aff\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\u00ad"
_LATIN = re.compile(f"[{_BASE}][{_BASE}{EXTEND}]*")


#: Combining marks, of which faces may have the glyph and yet not know where it goes.
_MARKS = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]"
COMBINING = re.compile(_MARKS)
#: A character with its combining marks.
COMBINED = re.compile(f".{_MARKS}+", re.DOTALL)


def script_runs(text: str, western: Collection[int] = ()) -> Iterator[tuple[int, int, bool]]:
    """(start, end, is Latin) of the script runs of `text`, in order and without gaps.

    western: places of characters that are Latin here, whatever they are elsewhere.
    """
    if western:
        text = "".join("'" if at in western else char for at, char in enumerate(text))
    done = 0
    for match in _LATIN.finditer(text):
        start, end = match.span()
        if start > done:
            yield done, start, False
        yield start, end, True
        done = end
    if done < len(text):
        yield done, len(text), False
