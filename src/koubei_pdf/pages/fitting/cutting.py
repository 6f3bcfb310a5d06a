"""Where a paragraph can lose its end: whole words, a balanced sentence, its own last mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...model.content import Block, Run
from ...model.diagnostics import Span
from ...text.chars import CLOSE, ELLIPSIS, OPEN, PAUSE, STOP, WESTERN_CLOSE, WESTERN_OPEN
from ...text.prepare import Prepared

_CLOSING, _OPENING = CLOSE + WESTERN_CLOSE, OPEN + WESTERN_OPEN
#: Marks that end a paragraph, with the brackets that they close or are closed by.
_TAIL = re.compile(f"[{_CLOSING}]*([{STOP}{ELLIPSIS}][{STOP}{ELLIPSIS}{_CLOSING}]*)?$")
#: What stands before a cut must not wait for what follows it.
_MAY_STAND_BEFORE = set("hl9u" + _CLOSING + STOP + ELLIPSIS)
#: After one of these a sentence is over, and the next is cut with its own end.
_ENDS = STOP + ELLIPSIS


class Part(NamedTuple):
    """Characters start..end of a block's text."""

    start: int
    end: int


def parts(text: Prepared) -> Iterator[Part]:
    """What may be cut at the end of a paragraph, the shortest part first."""
    kinds = text.classes
    tail = _TAIL.search(kinds)
    assert tail is not None  # it may be empty
    first, stop = tail.start(), tail.start(1) if tail[1] else len(kinds)
    note = _note_at(text.runs, first)
    closed = _closed(text)
    depth = 0  # brackets that are closed before the tail and not opened yet
    for start in range(note - 1, 0, -1):
        depth += closed[start]
        is_begun = _is_begun(kinds, start)
        if note < first:
            # The number of a note keeps its place: what is before it goes, with the stop before.
            may_begin = not is_begun and kinds[start] in PAUSE + _ENDS
            ends: tuple[int, ...] = (note,)
        else:
            # A paragraph keeps its last mark, and the brackets before that if theirs are left.
            may_begin = text.may_end(start) or kinds[start] == PAUSE
            ends = (len(kinds),) if is_begun else (first, stop)
        if kinds[start - 1] not in _MAY_STAND_BEFORE or not may_begin:
            continue
        for end in ends:
            part = Part(start, end)
            if not depth + sum(closed[first:end]) and is_plain(text.runs, part):
                yield part
                break


def _note_at(runs: Sequence[Run], end: int) -> int:
    """Where the number of a note begins that ends at `end`; else that."""
    at = 0
    for run in runs:
        if "note" in run.marks and at + len(run.text) == end:
            return at
        at += len(run.text)
    return end


def _closed(text: Prepared) -> list[int]:
    """For each character 1 if it closes a bracket, -1 if it opens one; Western stops, which stand
    in the class of what closes, do not."""
    return [
        (kind in _CLOSING and (kind == CLOSE or char in ")]}")) - (kind in _OPENING)
        for kind, char in zip(text.classes, text.text, strict=True)
    ]


def sentences(text: Prepared) -> Iterator[Part]:
    """The last sentence of a paragraph, the last two … up to all but the first; where the number of
    a note stays, each with the stop before it."""
    kinds = text.classes
    return (
        part for part in parts(text) if _is_begun(kinds, part.start) or kinds[part.start] in _ENDS
    )


def _is_begun(kinds: str, start: int) -> bool:
    """Whether a sentence begins here."""
    before = kinds[start - 1]
    return before in _ENDS or (before in CLOSE and kinds[start - 2] in _ENDS)


def without(block: Block, part: Part) -> Block:
    """The block without a part of its text."""
    runs, at = [], 0
    for run in block.runs:
        for start, end in ((0, part.start - at), (part.end - at, len(run.text))):
            kept = run.text[max(start, 0) : max(end, 0)]
            if kept:
                runs.append(replace(run, text=kept, span=run.span.at(max(start, 0), len(kept))))
        at += len(run.text)
    return replace(block, runs=tuple(runs))


def place(runs: Sequence[Run], offset: int) -> Span:
    """Where character `offset` of a text is written."""
    at = 0
    for run in runs:
        if offset < at + len(run.text):
            return run.span.at(offset - at)
        at += len(run.text)
    return runs[-1].span


def is_plain(runs: Sequence[Run], part: Part) -> bool:
    """Whether a part can be cut out of the file from its first character to its last: marked text
    is in it whole, and no note's number is lost."""
    at = 0
    for run in runs:
        end = at + len(run.text)
        if at < part.end and end > part.start:
            is_cut = at < part.start or end >= part.end or at == part.start
            is_written = run.span.length == len(run.text) and not run.marks and not run.ruby
            if "note" in run.marks or (is_cut and not is_written):
                return False
        at = end
    return True
