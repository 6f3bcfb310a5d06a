"""The vocabulary of `expect`: each word is a check that yields what is wrong.

Where a stretch of characters is named, every place where it stands on one line counts, and it must
stand somewhere. Lines are counted from 1; lengths are in em.

- `lines`: the texts of the lines, blanks left out; `count`: their number;
- `never_starts`, `never_ends`: characters that no line but the paragraph's first starts (but its
  last ends) with; `never_splits`: what stays whole; `never_breaks`: `a|b`, no line ends there;
- `breaks`: `a|b`, a line ends there in some situation;
- `gap`: between the bodies of a stretch's first and last character; `width`: the room that a
  stretch takes between its neighbours' bodies; `widest`: the gap at most;
- `starts_at`, `ends_at`: where the line of a number, or every later line that starts (ends) with
  a character, begins (ends): `{1: 2}`, `{"（": 0}`;
- `flush`: every line but the last ends at its measure;
- `readings`: the readings of the lines; `off_centre`: how far a reading's middle stands right of
  the middle of its character, `{床: 0}`; `apart`: the gap between two readings at least;
- `even`: the gaps between the Han of a line are equal;
- `last_holds`: so many characters, marks not counted, stand on the last of several lines at least.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from .setting import Body, SetLine, Setting

#: Lengths closer than this are equal (em): print has three decimals of a point.
EPSILON = 0.0015

Settings = Sequence[Setting]
Check = Callable[[Settings, Any], Iterator[str]]


def failures(settings: Settings, expect: Mapping[str, Any], *, hanging: bool) -> list[str]:
    """What is wrong with the settings; what holds for every paragraph is looked at too."""
    assert expect
    found = [*_whole(settings), *(() if hanging else _within(settings))]
    for word, wanted in expect.items():
        found.extend(f"{word}: {failure}" for failure in CHECKS[word](settings, wanted))
    return found


def _whole(settings: Settings) -> Iterator[str]:
    """No character is lost or doubled."""
    for setting in settings:
        if "".join(line.text for line in setting.lines) != _solid(setting.text):
            yield f"{_show(setting)} is not {setting.text}"


def _within(settings: Settings) -> Iterator[str]:
    """No line is over its measure."""
    for setting in settings:
        for number, line in enumerate(setting.lines):
            over = max(line.right - setting.measure_of(number), -line.left)
            if over > EPSILON:
                yield f"{_show(setting)}: line {number + 1} is {over:.3f} em over"


def _lines(settings: Settings, wanted: Sequence[str]) -> Iterator[str]:
    for setting in settings:
        if [line.text for line in setting.lines] != [_solid(text) for text in wanted]:
            yield f"{_show(setting)}, wanted {' | '.join(wanted)}"


def _count(settings: Settings, wanted: int) -> Iterator[str]:
    for setting in settings:
        if len(setting.lines) != wanted:
            yield f"{_show(setting)} has {len(setting.lines)} lines, wanted {wanted}"


def _never_starts(settings: Settings, wanted: str) -> Iterator[str]:
    for setting in settings:
        for line in setting.lines[1:]:
            if line.text[0] in wanted:
                yield f"{_show(setting)}: a line starts with {line.text[0]}"


def _never_ends(settings: Settings, wanted: str) -> Iterator[str]:
    for setting in settings:
        for line in setting.lines[:-1]:
            if line.text[-1] in wanted:
                yield f"{_show(setting)}: a line ends with {line.text[-1]}"


def _never_splits(settings: Settings, wanted: Sequence[str]) -> Iterator[str]:
    for stretch in map(_solid, wanted):
        inside = [f"{stretch[:place]}|{stretch[place:]}" for place in range(1, len(stretch))]
        yield from _never_breaks(settings, inside)


def _never_breaks(settings: Settings, wanted: Sequence[str]) -> Iterator[str]:
    for setting in settings:
        for place in wanted:
            if _breaks_at(setting, place):
                yield f"{_show(setting)} breaks at {place}"


def _breaks(settings: Settings, wanted: Sequence[str]) -> Iterator[str]:
    for place in wanted:
        if not any(_breaks_at(setting, place) for setting in settings):
            yield f"no line breaks at {place}"


def _breaks_at(setting: Setting, place: str) -> bool:
    before, after = place.split("|")
    return any(
        _ends_within(first.text, before) and _starts_within(second.text, after)
        for first, second in pairwise(setting.lines)
    )


def _ends_within(line: str, stretch: str) -> bool:
    """Whether a line ends with a stretch, or is the end of it (a stretch of several lines)."""
    return line.endswith(stretch) or stretch.endswith(line)


def _starts_within(line: str, stretch: str) -> bool:
    return line.startswith(stretch) or stretch.startswith(line)


def _gap(settings: Settings, wanted: Mapping[str, float]) -> Iterator[str]:
    for stretch, amount in wanted.items():
        for setting, gap in _measured(settings, stretch, _gap_at):
            if gap is None or abs(gap - amount) > EPSILON:
                yield f"{stretch} has {_em(gap)}, wanted {amount}: {_show(setting)}"


def _widest(settings: Settings, wanted: Mapping[str, float]) -> Iterator[str]:
    for stretch, amount in wanted.items():
        for setting, gap in _measured(settings, stretch, _gap_at):
            if gap is None or gap > amount + EPSILON:
                yield f"{stretch} has {_em(gap)}, wanted {amount} at most: {_show(setting)}"


def _width(settings: Settings, wanted: Mapping[str, float]) -> Iterator[str]:
    for stretch, amount in wanted.items():
        for setting, width in _measured(settings, stretch, _width_at):
            if width is None or abs(width - amount) > EPSILON:
                yield f"{stretch} takes {_em(width)}, wanted {amount}: {_show(setting)}"


Reader = Callable[[tuple[Body, ...], int, int], float | None]


def _measured(
    settings: Settings, stretch: str, read: Reader
) -> Iterator[tuple[Setting, float | None]]:
    """What `read` reads wherever the stretch stands on a line; None if it never could."""
    solid, seen = _solid(stretch), False
    for setting in settings:
        for line in setting.lines:
            start = line.text.find(solid)
            while start >= 0:
                amount = read(line.bodies, start, start + len(solid))
                if amount is not None:
                    seen = True
                    yield setting, amount
                start = line.text.find(solid, start + 1)
    if not seen:
        yield settings[0], None


def _gap_at(bodies: tuple[Body, ...], start: int, end: int) -> float | None:
    return bodies[end - 1].left - bodies[start].right


def _width_at(bodies: tuple[Body, ...], start: int, end: int) -> float | None:
    if start == 0 or end == len(bodies):
        return None
    return bodies[end].left - bodies[start - 1].right


def _starts_at(settings: Settings, wanted: Mapping[int | str, float]) -> Iterator[str]:
    for which, place in wanted.items():
        lines = list(_chosen(settings, which, 0))
        if not lines:
            yield f"no line starts with {which}"
        for setting, line in lines:
            if abs(line.bodies[0].left - place) > EPSILON:
                found = _em(line.bodies[0].left)
                yield f"line {which} starts at {found}, wanted {place}: {_show(setting)}"


def _ends_at(settings: Settings, wanted: Mapping[int | str, float]) -> Iterator[str]:
    for which, place in wanted.items():
        lines = list(_chosen(settings, which, -1))
        if not lines:
            yield f"no line ends with {which}"
        for setting, line in lines:
            if abs(line.bodies[-1].right - place) > EPSILON:
                found = _em(line.bodies[-1].right)
                yield f"line {which} ends at {found}, wanted {place}: {_show(setting)}"


def _chosen(settings: Settings, which: int | str, edge: int) -> Iterator[tuple[Setting, SetLine]]:
    """The line of a number, or the lines with this character at the edge (later ones at 0)."""
    for setting in settings:
        if isinstance(which, int):
            if which <= len(setting.lines):
                yield setting, setting.lines[which - 1]
            continue
        for line in setting.lines[1:] if edge == 0 else setting.lines[:-1]:
            if line.text[edge] == which:
                yield setting, line


def _flush(settings: Settings, wanted: bool) -> Iterator[str]:
    for setting in settings:
        for number, line in enumerate(setting.lines[:-1]):
            away = abs(line.right - setting.measure_of(number))
            if (away <= EPSILON) != wanted:
                yield f"line {number + 1} is {away:.3f} em off its measure: {_show(setting)}"


def _even(settings: Settings, wanted: bool) -> Iterator[str]:
    assert wanted
    for setting in settings:
        for line in setting.lines:
            gaps = [
                second.left - first.right
                for first, second in pairwise(line.bodies)
                if _is_han(first.char) and _is_han(second.char)
            ]
            if gaps and max(gaps) - min(gaps) > EPSILON:
                yield f"gaps of {min(gaps):.3f} to {max(gaps):.3f} em: {_show(setting)}"


def _last_holds(settings: Settings, wanted: int) -> Iterator[str]:
    for setting in settings:
        if len(setting.lines) > 1 and sum(map(str.isalnum, setting.lines[-1].text)) < wanted:
            yield f"{_show(setting)}: the last line is {setting.lines[-1].text}"


def _readings(settings: Settings, wanted: Sequence[Sequence[str]]) -> Iterator[str]:
    for setting in settings:
        found = [[reading.text for reading in line.readings] for line in setting.lines]
        if found != wanted:
            yield f"{_show(setting)} has the readings {found}, wanted {wanted}"


def _off_centre(settings: Settings, wanted: Mapping[str, float]) -> Iterator[str]:
    for char, amount in wanted.items():
        seen = False
        for line in (line for setting in settings for line in setting.lines):
            for body in (body for body in line.bodies if body.char == char):
                middle = (body.left + body.right) / 2
                offs = [(one.left + one.right) / 2 - middle for one in line.readings]
                off = min(offs, key=abs, default=None)
                seen = True
                if off is None or abs(off - amount) > EPSILON:
                    yield f"the reading of {char} is {_em(off)} off its middle, wanted {amount}"
        if not seen:
            yield f"no {char} in any line"


def _apart(settings: Settings, wanted: float) -> Iterator[str]:
    pairs = [pair for one in settings for line in one.lines for pair in pairwise(line.readings)]
    if not pairs:
        yield "no line has two readings"
    for first, second in pairs:
        if second.left - first.right < wanted - EPSILON:
            yield f"{first.text} and {second.text} are {second.left - first.right:.3f} em apart"


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _solid(text: str) -> str:
    """The text without its blanks."""
    return "".join(text.split())


def _em(amount: float | None) -> str:
    return "no such place" if amount is None else f"{amount:.3f}"


def _show(setting: Setting) -> str:
    measure = ", ".join(f"{one:g}" for one in setting.measure)
    return f"[{measure}] {' | '.join(line.text for line in setting.lines)}"


CHECKS: Mapping[str, Check] = {
    "lines": _lines,
    "count": _count,
    "never_starts": _never_starts,
    "never_ends": _never_ends,
    "never_splits": _never_splits,
    "never_breaks": _never_breaks,
    "breaks": _breaks,
    "gap": _gap,
    "widest": _widest,
    "width": _width,
    "starts_at": _starts_at,
    "ends_at": _ends_at,
    "flush": _flush,
    "readings": _readings,
    "off_centre": _off_centre,
    "apart": _apart,
    "even": _even,
    "last_holds": _last_holds,
}
