"""Headings and other display lines: broken at phrases, balanced, never justified.

A title breaks first where the author left a space, then after a mark, then between
phrases (BudouX's model of Chinese), and inside a phrase only if nothing else fits
(JLREQ 4.1.6; GB/T 9704 on the shape of titles).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from .breaking import BrokenLine, break_lines
from .breaktable import EPSILON
from .chars import HAN, classes
from .prepare import Prepared

#: Particles: they belong to what stands before them, and start no line (JLREQ 4.1.6).
_PARTICLES = "的地得了着过们吗呢吧啊之"
#: Words of one character that belong to what follows them, and end no line.
_LEADING_WORDS = "在是和与及或为把被从向对将让使也都就又而但"

#: A text of so many Han characters and nothing else is a short one.
SHORT = range(2, 5)


def is_short_han(text: str) -> bool:
    """Whether a title is so short that it may be set wider (CLREQ 4.1 / 7.1.3).

    Latin, digits, marks and typed spaces among the characters say otherwise.
    """
    return len(text) in SHORT and classes(text) == HAN * len(text)


def break_display(paragraph: Prepared, measure: float) -> list[BrokenLine]:
    """As few lines as hold the text, as even as good breaks allow.

    A line more than needed is the price of not breaking inside a phrase.
    """
    fewest = len(break_lines(paragraph, (measure,)))
    if fewest <= 1:
        return break_lines(paragraph, (measure,))
    for places in (*_candidates(paragraph), paragraph.breaks):
        for count in (fewest, fewest + 1):
            lines = _evenest(paragraph, places, measure, count)
            if lines:
                return lines
    return break_lines(paragraph, (measure,))


def _candidates(paragraph: Prepared) -> Iterator[list[int]]:
    """Sets of good breaks, the best first."""
    kinds, legal = paragraph.classes, paragraph.breaks
    size = len(paragraph.text)
    spaces = [k for k in legal if k == size or kinds[k - 1] == " "]
    yield spaces
    marks = [k for k in legal if k == size or kinds[k - 1] in " cps" or kinds[k] == "o"]
    yield marks
    bounds = _phrase_bounds(paragraph.text)
    yield [k for k in legal if k == size or k in bounds or kinds[k - 1] == " "]
    yield [k for k in legal if k == size or paragraph.text[k] not in _PARTICLES]


def _phrase_bounds(text: str) -> set[int]:
    """Where the model sees a phrase end; a lone character belongs to its neighbours.

    A particle does to what stands before it, a preposition or conjunction to what follows.
    """
    bounds: set[int] = set()
    end = 0
    for phrase in _parser().parse(text):
        start, end = end, end + len(phrase)
        lone = len(phrase) == 1
        if phrase[0] in _PARTICLES or (lone and phrase not in _LEADING_WORDS):
            bounds.discard(start)
        if not lone or phrase in _PARTICLES:
            bounds.add(end)
    return bounds


@cache
def _parser() -> Any:
    import budoux  # deferred: only titles that need more than one line pay for the model

    return budoux.load_default_simplified_chinese_parser()


def _evenest(
    paragraph: Prepared, places: Sequence[int], measure: float, count: int
) -> list[BrokenLine]:
    """The text on `count` lines that end at `places`, least uneven; [] where it does not fit."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for _ in range(count):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, path) in best.items():
            for end in places:
                if end <= start:
                    continue
                natural = paragraph.natural(start, end)
                if natural > measure + EPSILON:
                    break
                total = cost + natural * natural
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, (*path, end))
        best = reached
    if len(paragraph.text) not in best:
        return []
    path = best[len(paragraph.text)][1]
    return [
        BrokenLine(start, end, 0.0, measure, paragraph.natural(start, end), True, 0.0)
        for start, end in pairwise(path)
    ]
