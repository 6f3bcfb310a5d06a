"""Headings and other display lines: broken at phrases, balanced, never justified.

A title breaks first where the author left a space, then after a mark, then between phrases, and
inside a phrase only if nothing else fits (JLREQ 4.1.6; GB/T 9704 on the shape of titles). `phrases`
says what stands where.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from .breaking import BrokenLine, break_lines
from .breaktable import EPSILON
from .chars import HAN, classes
from .phrases import Place, places_of
from .prepare import Prepared

#: Breaks that count before raggedness does: no number of the one outweighs one of the next.
_FAULTS = {Place.WORD: 1, Place.KEPT: 1_000, Place.BOUND: 1_000_000}
#: A title is not broken at marks alone if a line would be shorter than this part of the longest.
_LOPSIDED = 1 / 3

#: A text of more lines is no title, and is broken as copy is.
MOST_LINES = 20

#: A text of so many Han characters and nothing else is a short one.
SHORT = range(2, 5)


def is_short_han(text: str) -> bool:
    """Whether a title is so short that it may be set wider (CLREQ 4.1 / 7.1.3).

    Latin, digits, marks and typed spaces among the characters say otherwise.
    """
    return len(text) in SHORT and classes(text) == HAN * len(text)


def break_display(paragraph: Prepared, measure: float) -> list[BrokenLine]:
    """As few lines as hold the text, as even as good breaks allow.

    A line more than needed is the price of not breaking inside a phrase. A run that is wider than
    the measure is cut where a paragraph would cut it. What takes more than MOST_LINES is broken as
    a paragraph.
    """
    found = break_lines(paragraph, (measure,))
    if not 1 < len(found) <= MOST_LINES:
        return found
    counts = (len(found), len(found) + 1)
    legal = set(paragraph.breaks)
    cuts = {line.end: line.cost for line in found if line.end not in legal}
    places = places_of(paragraph, measure) | dict.fromkeys(cuts, Place.MARK)
    for worst in (Place.WISH, Place.MARK, Place.QUOTE, Place.PHRASE, Place.JOINT):
        good = {offset: place for offset, place in places.items() if place <= worst}
        for count in counts:
            lines = _evenest(paragraph, good, measure, count)[1]
            if lines and not (worst in (Place.MARK, Place.QUOTE) and _is_lopsided(lines)):
                return _priced(lines, cuts)
    ways = [_evenest(paragraph, places, measure, count) for count in counts]
    best = min((way for way in ways if way[1]), key=lambda way: way[0], default=(0, found))
    return _priced(best[1], cuts)


def _priced(lines: Sequence[BrokenLine], cuts: Mapping[int, float]) -> list[BrokenLine]:
    """The lines; those that end where a run is cut cost what that does."""
    return [line._replace(cost=cuts.get(line.end, line.cost)) for line in lines]


class TitleRival(NamedTuple):
    """Another end of a title's line: the offset, what stands there, and by how much (em²) the lines
    would be more uneven; None: the title would need a line more."""

    end: int
    place: Place
    extra: float | None


def title_rivals(
    paragraph: Prepared, lines: Sequence[BrokenLine], number: int
) -> tuple[Place, list[TitleRival]]:
    """What stands at the end of line `number` (from 0, not the last), and where else it could end.

    The lines before it stay as they are. There are none of a text of more than MOST_LINES.
    """
    line, measure = lines[number], lines[number].measure
    places = places_of(paragraph, measure)
    chosen = max((places.get(one.end, Place.WISH) for one in lines[:-1]), default=Place.WISH)
    found: list[TitleRival] = []
    for end, place in places.items() if len(lines) <= MOST_LINES else ():
        natural = paragraph.natural(line.start, end) if end > line.start else 0.0
        if end == line.end or not 0.0 < natural <= measure + EPSILON:
            continue
        good = {at: one for at, one in places.items() if one <= max(chosen, place)}
        rest = _evenest(paragraph, good, measure, len(lines) - number - 1, end)[1]
        extra = natural * natural + _unevenness(rest) - _unevenness(lines[number:])
        found.append(TitleRival(end, place, extra if rest else None))
    return places.get(line.end, Place.WISH), found


def _unevenness(lines: Sequence[BrokenLine]) -> float:
    return sum(line.natural * line.natural for line in lines)


def _is_lopsided(lines: Sequence[BrokenLine]) -> bool:
    widths = [line.natural for line in lines]
    return min(widths) < _LOPSIDED * max(widths)


def _evenest(
    paragraph: Prepared, places: Mapping[int, Place], measure: float, count: int, first: int = 0
) -> tuple[int, list[BrokenLine]]:
    """The text from `first` on, on `count` lines that end at `places`: the fewest faults, then the
    least uneven.

    Gives the faults and the lines; no lines where it does not fit.
    """
    size = len(paragraph.text)
    ends = [*sorted(places.items()), (size, Place.WISH)]
    best: dict[int, tuple[int, float, tuple[int, ...]]] = {first: (0, 0.0, (first,))}
    for _ in range(count):
        reached: dict[int, tuple[int, float, tuple[int, ...]]] = {}
        for start, (faults, squares, path) in best.items():
            for end, place in ends:
                if end <= start:
                    continue
                natural = paragraph.natural(start, end)
                if natural > measure + EPSILON:
                    break
                way = (faults + _FAULTS.get(place, 0), squares + natural * natural, (*path, end))
                if end not in reached or way < reached[end]:
                    reached[end] = way
        best = reached
    if size not in best:
        return 0, []
    faults, _, path = best[size]
    return faults, [
        BrokenLine(start, end, 0.0, measure, paragraph.natural(start, end), True, 0.0)
        for start, end in pairwise(path)
    ]
