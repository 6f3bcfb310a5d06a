"""Where a display line breaks with sense: what a break at each place would part.

JLREQ 4.1.6 on particles; GB/T 9704 on the shape of titles; the model of phrases is BudouX's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache
from itertools import pairwise
from typing import Any

from .breaktable import EPSILON
from .prepare import Prepared

#: Particles: they belong to what stands before them, and start no line.
_PARTICLES = "的地得了着过们吗呢吧啊之"
#: Words of one character that belong to what follows them, and end no line.
_LEADING_WORDS = "在是和与及或为把被从向对将让使也都就又而但第"
#: Words that begin like a particle or end like a leading word.
_WHOLE = re.compile(
    "了[解结却断]|地[区方铁图球理点址面标位域产震道]|得[到知奖分主力]|着[力眼手重陆装迷]"
    "|过[程去年节硬渡冬往江关]|[现存所内潜]在|[总共温]和|参与|[普涉]及|行为|[方走导志]向"
    "|[校核]对|[首古成]都|成就|[大天]使"
)

_UNIT = (
    "(?:公里|公斤|平方米|小时|分钟|[年月日号时点分秒天周季个件家位名人次条项台座户米里斤克吨倍期届版页层楼路岁元角"
    "字张本部集回章节种类])"
)
_KEPT = re.compile(
    # Quoted words and brackets; whole dates; what is counted; ordinals; a name with its version.
    r"“[^“”]{1,8}”|（[^（）]{1,8}）"
    r"|[0-9]{2,4} ?年(?: ?[0-9]{1,2} ?月(?: ?[0-9]{1,2} ?[日号])?)?"
    r"|[0-9]{1,2} ?月(?: ?[0-9]{1,2} ?[日号])?"
    rf"|(?:第 ?)?[0-9] ?[多余]?[十百千万亿]{{0,2}}{_UNIT}?"
    rf"|(?<![A-Za-z])[A-Za-z][A-Za-z-]* [Vv]?[0-9][0-9.]*(?![A-Za-z0-9.]| ?{_UNIT})"
)
_TITLE = re.compile("《[^《》]+》")
#: Where Han meets Western text without a space; spaces beside Western text, and within it.
_MEETING = re.compile("(?<=h)(?=[l9f])|(?<=[l9wu])(?=h)")
_BESIDE_WESTERN = re.compile("(?<=[l9wxu]) +| +(?=[l9wyf])")
_WITHIN_WESTERN = re.compile("(?<=[l9wxu]) +(?=[l9wyf])")


class Place(IntEnum):
    """What a break is at or within, the best first."""

    WISH = 0  # a space of the author's
    MARK = 1  # behind a pause or a stop
    QUOTE = 2  # behind a closing mark, before an opening one
    PHRASE = 3
    WORD = 4  # within a phrase
    KEPT = 5  # within a title, a date, a number with its unit, a name with its version
    BOUND = 6  # before a particle, behind a leading word


def places_of(paragraph: Prepared, measure: float) -> dict[int, Place]:
    """The paragraph's legal breaks and what they are; its end is not among them.

    measure: a 《title》 that is longer cannot stay whole.
    """
    text, kinds = paragraph.text, paragraph.classes
    gaps = _gaps(kinds)
    bounds = _phrase_bounds(text, kinds, gaps)
    kept = set(_kept(paragraph, measure))
    found: dict[int, Place] = {}
    for offset in paragraph.breaks[:-1]:
        before = kinds[offset - 1]
        if _is_bound(text, kinds, offset, bounds):
            found[offset] = Place.BOUND
        elif offset in kept:
            found[offset] = Place.KEPT
        elif before in " b" and offset - 1 not in gaps:
            found[offset] = Place.WISH
        elif before in "ps":
            found[offset] = Place.MARK
        elif before == "c" or kinds[offset] == "o":
            found[offset] = Place.QUOTE
        elif offset in bounds:
            found[offset] = Place.PHRASE
        else:
            found[offset] = Place.WORD
    return found


def _gaps(kinds: str) -> set[int]:
    """The typed spaces that stand for a gap, and are no wish of the author's to break there.

    Such are those between Western words. Beside Han, a space is a gap where the author types one
    wherever Han and Western text meet; where one place has none, a space at another is meant.
    """
    beside = _BESIDE_WESTERN if _MEETING.search(kinds) is None else _WITHIN_WESTERN
    return {at for match in beside.finditer(kinds) for at in range(*match.span())}


def _is_bound(text: str, kinds: str, offset: int, bounds: set[int]) -> bool:
    """Whether what stands on one side belongs to the other, whatever else is there."""
    end = len(kinds[:offset].rstrip(" b"))
    if kinds[end - 1] in "oy" or kinds[offset] in "cpsmnxu/":
        return True
    if text[offset] in _PARTICLES:
        return not (offset in bounds and _WHOLE.match(text, offset))
    return text[end - 1] in _LEADING_WORDS and not _WHOLE.fullmatch(text, max(end - 2, 0), end)


def _kept(paragraph: Prepared, measure: float) -> Iterator[int]:
    """Places within what had better stay whole."""
    yield from paragraph.break_costs
    for match in _KEPT.finditer(paragraph.text):
        yield from range(match.start() + 1, match.end())
    for match in _TITLE.finditer(paragraph.text):
        if paragraph.natural(match.start(), match.end()) <= measure + EPSILON:
            yield from range(match.start() + 1, match.end())


def _phrase_bounds(text: str, kinds: str, gaps: set[int]) -> set[int]:
    """Where a phrase ends, by the model between Han, and wherever Han meets Western text.

    A gap, typed or not, changes nothing of it. A lone character belongs to its neighbours, unless
    it is a particle, which ends a phrase.
    """
    seen = [at for at in range(len(text)) if at not in gaps]
    words = _words(_parser().parse("".join(text[at] for at in seen)))
    bounds = {at + 1 for at in gaps}
    bounds.update(match.start() for match in _MEETING.finditer(kinds))
    end = 0
    for word, following in pairwise(words):
        end += len(word)
        if not (_is_lone(word) or _is_lone(following)):
            bounds.add(seen[end])
    return bounds


def _words(phrases: Sequence[str]) -> list[str]:
    """The phrases, with what the model parted of words that are known to be whole."""
    words: list[str] = []
    for phrase in phrases:
        if words and len(words[-1]) == 1 and _WHOLE.fullmatch(words[-1] + phrase):
            words[-1] += phrase
        else:
            words.append(phrase)
    return words


def _is_lone(phrase: str) -> bool:
    return len(phrase) == 1 and phrase not in _PARTICLES + _LEADING_WORDS


@cache
def _parser() -> Any:
    import budoux  # deferred: only titles that need more than one line pay for the model

    return budoux.load_default_simplified_chinese_parser()
