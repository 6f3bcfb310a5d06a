"""The rules that lines are held to, written down from CLREQ and not from the program.

Forbidden marks: clreq.md 1.1, levels "basic" (starts) and "GB" (ends). Unbreakable runs: 1.2.
"""

from __future__ import annotations

import re

NEVER_FIRST = frozenset("、，。：；！？’”）》〉】〗〕］｝」』–～‐·・‧/／")
NEVER_LAST = frozenset("‘“（《〈【〖〔［｛「『/／")

#: Runs that no line may split: the dash and the ellipsis, numbers with what binds to them,
#: Latin words (with apostrophes inside) and what is typed without a space around them.
_WHOLE = re.compile(
    "—{2,}|…{2,}"
    "|[+\u2212±$¥€￥＋－№＃＄￡]?[0-9][0-9.,]*(?:[%‰°℃℉％]|[㎎㎏㎜㎝㎞㎡㎥])?"
    "|[A-Za-z](?:[A-Za-z0-9.,:;@#&+*_-]|(?<=[A-Za-z])’(?=[A-Za-z]))*"
)


def broken_runs(text: str, end: int) -> str:
    """What a line that ends before character `end` of the text would split, or ""."""
    for match in _WHOLE.finditer(text):
        if match.start() < end < match.end():
            return match.group()
    return ""


def lone_dash(text: str, index: int, level: str = "gb") -> bool:
    """Whether character `index` is a dash by itself: a connector (一字线).

    At level basic, which does not list it, only beside Western text.
    """
    around = text[max(index - 1, 0) : index] + text[index + 1 : index + 2]
    alone = text[index : index + 1] == "—" and "—" not in around
    return alone and (level != "basic" or re.search("[A-Za-z0-9]", around) is not None)


def fault_of_break(text: str, end: int, level: str = "gb") -> str:
    """Why a line must not end before character `end` of the text, or ""."""
    before, after = text[:end].rstrip(" "), text[end:]
    if after[:1] in NEVER_FIRST and not _is_apostrophe(text, end):
        return f"a line starts with {after[0]}"
    if lone_dash(text, end, level):
        return "a line starts with a connecting —"
    if before[-1:] in NEVER_LAST:
        return f"a line ends with {before[-1]}"
    run = broken_runs(text, end)
    return f"{run} is split" if run else ""


#: Within a word, or before one where no ’ could close anything.
_APOSTROPHE = re.compile(
    r"(?<=[A-Za-z])’(?=[A-Za-z])|(?<![^\s“(\[/-])’(?=[A-Za-z0-9])|’(?=[0-9]{2}s?\b)", re.ASCII
)


def _is_apostrophe(text: str, index: int) -> bool:
    return bool(_APOSTROPHE.match(text, index))
