"""Where a display line breaks with sense: what a break at each place would part.

JLREQ 4.1.6 on particles; GB/T 9704 on the shape of titles; what is a word is jieba's dictionary's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from .breaktable import EPSILON
from .prepare import Prepared

#: Particles: they belong to what stands before them, and start no line.
_PARTICLES = "的地得了着过们吗呢吧啊之"
#: Words of one character that belong to what follows them, and end no line.
_LEADING_WORDS = "在是和与及或为把被从向对将让使也都就又而但第"
#: Other words of one character that belong to what follows, or to what stands before them.
_HEADS = "新大小老全超再双各每本该此不未很更最请做一两"
_TAILS = "里上中下内外前后间时街厅部局处科室省市县区村镇路站场馆院校店人者员家"

#: Parts of speech that what they belong to follows: verbs, prepositions, adverbs, conjunctions.
_LEADING_KINDS = ("v", "p", "d", "c")

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
#: What stands behind a number and is never parted from it.
_COUNTED = re.compile(rf"(?<=[0-9]){_UNIT}|(?<=[0-9] ){_UNIT}")
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
    JOINT = 4  # between words that belong together
    WORD = 5  # within a word
    KEPT = 6  # within a title, a date, a number with its unit, a name with its version
    BOUND = 7  # before a particle or a number's unit, behind a leading word


def places_of(paragraph: Prepared, measure: float) -> dict[int, Place]:
    """The paragraph's legal breaks and what they are; its end is not among them.

    measure: a 《title》 that is longer cannot stay whole.
    """
    text, kinds = paragraph.text, paragraph.classes
    gaps = _gaps(kinds)
    words = _Words(text, kinds, gaps)
    kept = set(_kept(paragraph, measure))
    found: dict[int, Place] = {}
    for offset in paragraph.breaks[:-1]:
        before = kinds[offset - 1]
        if _is_bound(text, kinds, offset, words):
            found[offset] = Place.BOUND
        elif offset in kept:
            found[offset] = Place.KEPT
        elif before in " b" and offset - 1 not in gaps:
            found[offset] = Place.WISH
        elif before in "ps":
            found[offset] = Place.MARK
        elif before == "c" or kinds[offset] == "o":
            found[offset] = Place.QUOTE
        else:
            found[offset] = words.place(offset)
    return found


def _gaps(kinds: str) -> set[int]:
    """The typed spaces that stand for a gap, and are no wish of the author's to break there.

    Such are those between Western words. Beside Han, a space is a gap where the author types one
    wherever Han and Western text meet; where one place has none, a space at another is meant.
    """
    beside = _BESIDE_WESTERN if _MEETING.search(kinds) is None else _WITHIN_WESTERN
    return {at for match in beside.finditer(kinds) for at in range(*match.span())}


def _is_bound(text: str, kinds: str, offset: int, words: _Words) -> bool:
    """Whether what stands on one side belongs to the other, whatever else is there."""
    end = len(kinds[:offset].rstrip(" b"))
    if kinds[end - 1] in "oy" or kinds[offset] in "cpsmnxu/":
        return True
    if _COUNTED.match(text, offset):
        return True
    after, before = words.starting.get(offset, ""), words.ending.get(end, "")
    return after in [*_PARTICLES] or before in [*_LEADING_WORDS]


def _kept(paragraph: Prepared, measure: float) -> Iterator[int]:
    """Places within what had better stay whole."""
    yield from paragraph.break_costs
    for match in _KEPT.finditer(paragraph.text):
        yield from range(match.start() + 1, match.end())
    for match in _TITLE.finditer(paragraph.text):
        if paragraph.natural(match.start(), match.end()) <= measure + EPSILON:
            yield from range(match.start() + 1, match.end())


class _Word(NamedTuple):
    """kind: the part of speech, by the tags of jieba's dictionary."""

    text: str
    kind: str


_NONE = _Word("", "")


class _Words:
    """The words of a title: those that start and end at each offset, and where phrases end.

    A gap, typed or not, changes nothing of them. A lone character belongs to its neighbours, or to
    one of them if it is a particle, a leading word, or otherwise known.
    """

    def __init__(self, text: str, kinds: str, gaps: set[int]) -> None:
        seen = [at for at in range(len(text)) if at not in gaps]
        self.starting: dict[int, str] = {}
        self.ending: dict[int, str] = {}
        self._bounds = {at + 1 for at in gaps}
        self._bounds.update(match.start() for match in _MEETING.finditer(kinds))
        end, words = 0, _cut("".join(text[at] for at in seen))
        for before, word, after in zip([_NONE, *words], words, [*words[1:], _NONE], strict=False):
            self.starting[seen[end]] = word.text
            end += len(word.text)
            self.ending[seen[end - 1] + 1] = word.text
            if after.text and _is_phrase_end(before, word, after):
                self._bounds.add(seen[end])

    def place(self, offset: int) -> Place:
        """What a break beside no mark is: between phrases, between words, within one."""
        if offset in self._bounds:
            return Place.PHRASE
        return Place.JOINT if offset in self.starting else Place.WORD


def _is_phrase_end(before: _Word, word: _Word, after: _Word) -> bool:
    """Whether a phrase ends behind a word: not behind a verb, which its object follows."""
    if word.kind in _LEADING_KINDS:
        return False
    is_known = word.text in _PARTICLES + _TAILS or before.text in [*_PARTICLES]
    leads_on = len(word.text) == 1 and not is_known
    return not leads_on and (len(after.text) > 1 or after.text in _LEADING_WORDS + _HEADS)


def _cut(text: str) -> list[_Word]:
    """The words of a text: jieba's, with names and the like that its dictionary does not have.

    What it guesses to be a word is none if a particle or a leading word is in it.
    """
    import rjieba  # deferred: only titles that need more than one line pay for the dictionary

    words: list[_Word] = []
    known = iter(rjieba.tag(text, hmm=False))
    for word, kind in rjieba.tag(text):
        pieces = [_Word(*next(known))]
        while sum(len(one.text) for one in pieces) < len(word):
            pieces.append(_Word(*next(known)))
        is_split = any(one.text in _PARTICLES + _LEADING_WORDS for one in pieces)
        words += pieces if is_split else [_Word(word, kind)]
    return words
