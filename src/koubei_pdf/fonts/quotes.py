"""Which of ‘ ’ “ ” are Western marks: apostrophes, and quotation marks within Western text.

Chinese and English type the same characters. In Chinese they are a whole em wide, about Latin words
too; within Western text they are as wide as their ink (CLREQ 6.1.4, 6.3.2.1; GB/T 15834 5.1.8).

- ’ within or before a word (don’t, ’90s, ’n’), or after one where no ‘ waits for it (dogs’), is an
  apostrophe; so is one after the s of a plural, where a ’ that closes follows in the same English
  (‘the dogs’ bowl’).
- In a paragraph with a Western word and no Han character or Chinese mark all are Western.
- Else a pair is Western if it stands apart from what is beside it, as English has it, and a Western
  word stands on both sides of it before any Chinese character. The paragraph's edges, and those of
  a quotation without Chinese, do for a word on one of the sides.
- Pairs side by side are judged together; what a Western pair holds is Western.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from .itemise import EXTEND, LETTERS

#: Han characters, kana, their marks and full-width forms.
_HAN = "\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff01-\uffef\U00020000-\U0003ffff"
_CHINESE = re.compile(f"[{_HAN}]")
_MARK = re.compile("[‘’“”]")
#: What most Chinese paragraphs have not: a mark with no Chinese on its inner side.
_CANDIDATE = re.compile(f"[‘“](?![{_HAN}])|(?<![{_HAN}])[’”]|’(?=[{LETTERS}0-9])")
_WORD = re.compile(f"[{LETTERS}][{LETTERS}{EXTEND}]")
_APOSTROPHE = re.compile(
    f"(?<=[{LETTERS}{EXTEND}])’(?=[{LETTERS}])"  # don’t
    rf"|(?<![^\s(\[“‘/-])’(?=[{LETTERS}0-9])"  # ’tis
    "|(?<=’[nN])’"  # rock ’n’ roll
)
#: Apostrophes where no ‘ is open: dogs’, and decades beside Han.
_LOOSE_APOSTROPHE = re.compile(rf"(?<=[{LETTERS}{EXTEND}0-9])’|’(?=[0-9][0-9]s?(?![{LETTERS}0-9]))")
#: Where a ‘ is open: after the s of a plural before a word, if the words after it end with a ’.
_POSSESSIVE = re.compile(
    rf"(?<=s)’(?= [{LETTERS}](?:[^‘’“”{_HAN}]|(?<=[{LETTERS}])’(?=[{LETTERS}]))*’(?![{LETTERS}]))"
)
#: What stands for a pair in the text around it: one without Chinese, and one with some.
_PAIR, _CHINESE_PAIR = "\ufdd0", "国"
_APART = re.compile(rf"(?<!\w){_PAIR}(?!\w)")


@dataclass(slots=True)
class _Quote:
    """A pair of quotation marks at start and end, with the pairs within it."""

    start: int
    end: int = 0
    inner: list[_Quote] = field(default_factory=list)


def western_quotes(text: str) -> frozenset[int]:
    """The places of the quotation marks and apostrophes in a paragraph that are Western."""
    marks = [match.start() for match in _MARK.finditer(text)]
    if not any(_CANDIDATE.match(text, at) for at in marks):
        return frozenset()
    if _WORD.search(text) and not _CHINESE.search(text):
        return frozenset(marks)
    apostrophes, quotes = _paired(text, marks)
    spans = list(_western_pairs(text, quotes, 0, len(text), is_paragraph=True))
    return frozenset(apostrophes).union(
        mark for mark in marks if any(start <= mark <= end for start, end in spans)
    )


def _paired(text: str, marks: Sequence[int]) -> tuple[list[int], list[_Quote]]:
    """The apostrophes among `marks`, and the outermost pairs of quotation marks."""
    apostrophes: list[int] = []
    outermost = _Quote(-1)
    waiting = [outermost]
    for at in marks:
        if text[at] in "‘“":
            waiting.append(_Quote(at))
            continue
        opening = "‘" if text[at] == "’" else "“"
        depth = len(waiting) - 1
        while depth and text[waiting[depth].start] != opening:
            depth -= 1
        loose = (_POSSESSIVE if depth else _LOOSE_APOSTROPHE).match(text, at)
        if text[at] == "’" and (loose or _APOSTROPHE.match(text, at)):
            apostrophes.append(at)
        elif depth:
            _close(waiting, depth, at)
    for lost in waiting[1:]:
        outermost.inner.extend(lost.inner)
    return apostrophes, outermost.inner


def _close(waiting: list[_Quote], depth: int, end: int) -> None:
    """Close the pair at `depth`; those that were opened after it and never closed are none."""
    quote = waiting[depth]
    for lost in waiting[depth + 1 :]:
        quote.inner.extend(lost.inner)
    quote.end = end
    del waiting[depth:]
    waiting[-1].inner.append(quote)


def _western_pairs(
    text: str, quotes: Sequence[_Quote], start: int, end: int, *, is_paragraph: bool
) -> Iterator[tuple[int, int]]:
    """Start and end of the Western ones of the pairs that stand side by side in start..end."""
    outline, done = "", start
    chinese = [bool(_CHINESE.search(text, quote.start, quote.end)) for quote in quotes]
    for quote, is_chinese in zip(quotes, chinese, strict=True):
        outline += text[done : quote.start] + (_CHINESE_PAIR if is_chinese else _PAIR)
        done = quote.end + 1
    stretches = _CHINESE.split(outline + text[done:end])
    last = len(stretches) - 1
    has_edges = is_paragraph or not last
    rest = (quote for quote, is_chinese in zip(quotes, chinese, strict=True) if not is_chinese)
    judged = [quote for quote, is_chinese in zip(quotes, chinese, strict=True) if is_chinese]
    for number, stretch in enumerate(stretches):
        pairs = list(islice(rest, stretch.count(_PAIR)))
        edges = (has_edges and number == 0, has_edges and number == last)
        if pairs and _is_english(stretch, *edges):
            yield from ((quote.start, quote.end) for quote in pairs)
        else:
            judged.extend(pairs)
    for quote in judged:
        yield from _western_pairs(text, quote.inner, quote.start + 1, quote.end, is_paragraph=False)


def _is_english(stretch: str, at_start: bool, at_end: bool) -> bool:
    """Whether the pairs in a stretch without Chinese stand as English has them.

    at_start, at_end: it begins or ends where its paragraph or quotation does.
    """
    before = bool(_WORD.search(stretch[: stretch.index(_PAIR)]))
    after = bool(_WORD.search(stretch[stretch.rindex(_PAIR) :]))
    has_sides = (before or at_start) and (after or at_end) and (before or after)
    return has_sides and len(_APART.findall(stretch)) == stretch.count(_PAIR)
