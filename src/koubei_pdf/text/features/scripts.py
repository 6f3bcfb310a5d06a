"""Superscript and subscript: smaller, off the baseline, never parted from their base.

CLREQ 6.1.2.3. Their characters are no marks and no words to the paragraph: after a word or a
number they are its suffix, after Han text they belong to it, without a gap (6.3.3).
"""

from __future__ import annotations

from ..chars import ATTACHED, SUFFIX
from .feature import Feature

#: At 8 pt, the size of notes, a script is 5.2 pt: what print holds is 5.
SCALE, RISE, DROP = 0.65, 0.36, 0.14

_WORD = frozenset("l9wxu")


def classify(kinds: str, start: int) -> str:
    """The class of a script that begins at `start`."""
    return SUFFIX if kinds[start - 1 : start] in _WORD else ATTACHED


SUPERSCRIPT = Feature("sup", scale=SCALE, rise=RISE, whole=True, classify=classify)
SUBSCRIPT = Feature("sub", scale=SCALE, rise=-DROP, whole=True, classify=classify)
