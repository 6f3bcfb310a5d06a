"""Marks that go in pairs, “ ” and 《 》 and （ ）: the halves that stand alone in a paragraph.

A quotation over several paragraphs opens each of them anew and closes in the last one alone
(GB/T 15834, 4.8.3); lines of one paragraph, as of a poem, may do so too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from ..model.content import Block, Run
from ..model.diagnostics import Diagnostic, Span
from .faults.marks import TURNED_MARKS, UNPAIRED_MARK
from .findings import Findings
from .run_text import RunText

_PAIRS = (
    *("“”", "‘’", "「」", "『』", "《》", "〈〉"),
    *("（）", "【】", "〔〕", "〖〗", "［］", "｛｝"),
)
_OPENING = {pair[1]: pair[0] for pair in _PAIRS}
_CLOSING = {pair[0]: pair[1] for pair in _PAIRS}
#: Half-width brackets may be the other half of full-width ones: their width is another fault, and
#: so is that of straight quotation marks, beside which nothing is told of curly ones.
_WIDE = {"(": "（", ")": "）"}

#: Any of the marks, with the blanks before it if it is the first of a line.
_MARK = re.compile(rf"(?:^[ \u3000]*)?[{''.join(_PAIRS)}()]", re.MULTILINE)
#: What a quotation opens anew in each of its paragraphs.
_QUOTES = "“‘「『"
_REOPENED = re.compile(rf"[ \u3000]*([{_QUOTES}]*)")
#: don’t, ’90s, Hawai‘i: never half of a pair.
_APOSTROPHE = re.compile(r"(?<=[A-Za-z0-9])[‘’](?=[A-Za-z])|’(?=[0-9])")
#: dogs’, 27”, and the number of an item, as 1） and 甲）: half of a pair only if it was opened.
_ENDS_WORD = re.compile(
    r"(?<=[A-Za-z0-9])’|(?<=[0-9])”"
    r"|(?<![^\s，。；：、])(?:[0-9０-９A-Za-z一二三四五六七八九十甲乙丙丁]){1,3}）"
)

#: How far apart (characters) two halves may stand for one of them to be the other's, turned.
_NEAR = 40


class _Half(NamedTuple):
    """A mark at index `at` of a text; narrow: it is a half-width one."""

    mark: str
    at: int
    narrow: bool = False


def warn_of_unpaired_marks(
    blocks: Sequence[Block], faulty: Collection[Span], findings: Findings
) -> None:
    """Point out the halves of pairs that stand alone, but for the blocks at the places `faulty`,
    whose marks may be part of a notation."""
    for block, after in zip_longest(blocks, blocks[1:]):
        if block.span in faulty:
            continue
        goes_on = after is not None and after.kind == block.kind and not after.marker
        following = after.text if after is not None and goes_on else ""
        for runs in _texts(block):
            findings.extend(_found(runs, following))


def _texts(block: Block) -> Iterator[Sequence[Run]]:
    """The texts of a block that each have their own pairs: a table's cells."""
    if block.table is None:
        yield block.runs
        return
    for row in (block.table.head, *block.table.rows):
        for cell in row:
            yield cell.runs


def warn_of_unpaired_marks_in(text: Sequence[Run], findings: Findings) -> None:
    """The same for a text that stands alone."""
    findings.extend(_found(text, ""))


def _found(runs: Sequence[Run], following: str) -> Iterator[Diagnostic]:
    """What is to be told of a paragraph. following: the text of the one that may go on with it."""
    text = RunText(runs)
    if _MARK.search(text.text) is None:
        return
    reopened = _REOPENED.match(following)
    alone = iter(_alone(text.text, reopened[1] if reopened else ""))
    for half in alone:
        rest = next(alone, None)
        while rest is not None and not _is_turned(half, rest):
            yield _unpaired(half, text)
            half, rest = rest, next(alone, None)
        yield _unpaired(half, text) if rest is None else _turned(half, rest, text)


def _alone(text: str, reopened: str) -> list[_Half]:
    """The halves that stand alone, in order. reopened: the marks that the next paragraph opens
    anew."""
    alone: list[_Half] = []
    opened: list[_Half] = []
    count: Counter[str] = Counter()
    harmless = {match.end() - 1 for match in _APOSTROPHE.finditer(text)}
    harmless_alone = {match.end() - 1 for match in _ENDS_WORD.finditer(text)}
    start = -1  # where a mark would be one of those that a line opens anew
    for match in _MARK.finditer(text):
        index = match.end() - 1
        mark = _WIDE.get(text[index], text[index])
        half = _Half(mark, index, mark != text[index])
        is_first = index == start or match.start() == 0 or text[match.start() - 1] == "\n"
        if is_first and mark in _QUOTES and count[mark]:
            start = index + 1
        elif index in harmless:
            continue
        elif mark in _CLOSING:
            opened.append(half)
            count[mark] += 1
        elif not count[_OPENING[mark]]:
            if index not in harmless_alone:
                alone.append(half)
        else:
            while (last := opened.pop()).mark != _OPENING[mark]:
                alone.append(last)
                count[last.mark] -= 1
            count[last.mark] -= 1
    alone.extend(half for half in opened if half.mark not in reopened)
    told = (half for half in alone if not half.narrow and not (half.mark in "“”" and '"' in text))
    return sorted(told, key=lambda half: half.at)


def _is_turned(first: _Half, second: _Half) -> bool:
    """Whether two halves are those of one pair, one of them or both the wrong way round."""
    pair = {_OPENING.get(half.mark, half.mark) for half in (first, second)}
    is_pair = first.mark in _CLOSING and second.mark in _OPENING
    return len(pair) == 1 and not is_pair and second.at - first.at <= _NEAR


def _turned(first: _Half, second: _Half, text: RunText) -> Diagnostic:
    """The finding, at the first of the two that is the wrong way round."""
    wrong = second if first.mark in _CLOSING else first
    opening = _OPENING.get(first.mark, first.mark)
    found = f"{first.mark}…{second.mark}"
    wanted = f"{opening}…{_CLOSING[opening]}"
    return TURNED_MARKS.at(text.place(wrong.at, 1), found=found, wanted=wanted)


def _unpaired(half: _Half, text: RunText) -> Diagnostic:
    other = _CLOSING.get(half.mark) or _OPENING[half.mark]
    return UNPAIRED_MARK.at(text.place(half.at, 1), mark=half.mark, other=other)
