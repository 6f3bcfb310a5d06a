"""What had better stay on one line, though it may be parted: wishes, priced as costs of breaks.

No rule asks for them (CLREQ 6.1.2 is silent on titles, names and dates); editors do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model.content import Run

#: The cost of parting a short title, quoted word, name or date, or what the author keeps together.
WISH = 45.0
#: The cost of parting a number from what it counts (3个, 30亿元).
COUNT_WISH = 8.0
#: Marks of runs that are kept together, up to so many characters.
KEPT_MARKS, MOST_KEPT = frozenset({"keep", "name"}), 12

_TITLE = re.compile(r"《[^《》]{1,6}》|“[^“”]{1,4}”")
_DATE = re.compile(r"(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}[日号])?|\d{2,4}年(?:\d{1,2}月)?")
#: A ratio or a time, typed with the colon of Chinese text: 3：2.
_RATIO = re.compile(r"(?<=[0-9])：(?=[0-9])")
_NAME = re.compile(r"[\u4e00-\u9fff]{1,3}(?:·[\u4e00-\u9fff]{1,3})+")
_COUNTED = re.compile(
    r"[0-9][多余]?(?:[十百千万亿]{1,2}[元吨米人次件户个]?|[元角分年月日号时点秒个件家位名人次条项台座"
    r"户米里斤克吨倍期届版页层楼路岁])"
)


def wishes(text: str) -> Iterator[tuple[int, float]]:
    """Offsets within what had better stay whole, with the cost of a break there."""
    for match in _COUNTED.finditer(text):
        yield from _inside(match.start(), match.end(), COUNT_WISH)
    if "《" in text or "“" in text:
        for match in _TITLE.finditer(text):
            yield from _inside(match.start(), match.end(), WISH)
    if "月" in text or "年" in text:
        for match in _DATE.finditer(text):
            yield from _inside(match.start(), match.end(), WISH)
    if "：" in text:
        yield from ((match.end(), WISH) for match in _RATIO.finditer(text))
    if "·" in text:
        for match in _NAME.finditer(text):
            yield from _inside(match.start(), match.end(), WISH)


def kept(runs: Sequence[Run]) -> Iterator[tuple[int, float]]:
    """The same for short runs that the author marked as a name or to be kept together."""
    start = 0
    for run in runs:
        end = start + len(run.text)
        if run.marks & KEPT_MARKS and len(run.text) <= MOST_KEPT:
            yield from _inside(start, end, WISH)
        start = end


def _inside(start: int, end: int, cost: float) -> Iterator[tuple[int, float]]:
    return ((offset, cost) for offset in range(start + 1, end))
