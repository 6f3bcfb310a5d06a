"""Notation of the copy in texts of a head, where it means nothing and prints as it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.content import Run
from .faults.marks import NOTATION_IN_HEAD
from .findings import Findings
from .run_text import RunText

_NOTATION = re.compile(
    r"\[\^[^\[\]\s]{1,40}\]"  # a note's mark
    r"|\[[^\[\]]+\]\{[^{}]*\}"  # a span with its class
    r"|\*\*[^*\s][^*]*\*\*|(?<![*A-Za-z0-9])\*[^*\s][^*]*\*(?![*A-Za-z0-9])"  # emphasis
    r"|\[[^\[\]]+\]\([^()\s]+\)"  # a link
)


def warn_of_notation(text: Sequence[Run], findings: Findings) -> None:
    """Point out what only copy reads as notes, spans, emphasis and links."""
    runs = RunText(text)
    for match in _NOTATION.finditer(runs.text):
        place = runs.place(match.start(), len(match[0]))
        findings.add(NOTATION_IN_HEAD.at(place, found=match[0]))
