"""Half-width punctuation that stands in Chinese text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.content import Run
from .faults.marks import NARROW_MARK
from .findings import Findings
from .run_text import RunText

#: Without these a text has no such mark.
_ANY = re.compile(r'[,:;!?()"\'.]|--')
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff“”‘’…—]"
#: A stop follows Han and is not followed by a Latin letter or a digit; the others touch Han, a
#: straight single quotation mark behind a letter or digit being an apostrophe, or a prime.
_NARROW = re.compile(
    rf"(?<={_WIDE})[,:;!?](?={_WIDE}|\s|$)"
    rf"|(?<={_WIDE})\.(?={_WIDE}|$)"
    rf"|(?<={_WIDE})(?:[)\"']|\((?=[^()]*\))|\.{{3,}}|--+)"
    rf'|(?:[("]|(?<![A-Za-z0-9])\'|\.{{3,}}|--+)(?={_WIDE})'
)
_FULL = {
    ",": "，",
    ":": "：",
    ";": "；",
    "!": "！",
    ".": "。",
    "?": "？",
    "(": "（",
    ")": "）",
    '"': "“”",
    "'": "‘’",
    "...": "……",
    "--": "——",
}


def warn_of_narrow_marks(runs: Sequence[Run], findings: Findings) -> None:
    """Point out the half-width marks of a paragraph."""
    text = RunText(runs)
    if _ANY.search(text.text) is None:
        return
    for match in _NARROW.finditer(text.text):
        place = text.place(match.start(), len(match[0]))
        kind = match[0][:3] if match[0][0] == "." else match[0][:2]
        findings.add(NARROW_MARK.at(place, mark=kind, wide=_FULL[kind]))
