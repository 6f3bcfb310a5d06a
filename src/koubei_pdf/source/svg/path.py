"""Path data (the `d` attribute) → an outline of moves, lines, cubic curves and closes."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from ...model.art import Outline
from .numbers import NUMBER

_FOREIGN = re.compile(r"[^\sMmZzLlHhVvCcSsQqTtAa0-9eE+.,-]")
_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_NUMBER = re.compile(NUMBER)
_NEXT = re.compile(rf"[\s,]*({NUMBER})")
#: An arc's flags may stand without any separator, as in `a5 5 0 0110 10`. The numbers are atomic:
#: none may give up digits so that a broken arc fits after all.
_ATOM, _FLAG = rf"[\s,]*((?>{NUMBER}))", r"[\s,]*([01])"
_ARC = re.compile(_ATOM * 3 + _FLAG * 2 + _ATOM * 2)
#: How many numbers each command takes; z, taking none, stands apart.
_COUNTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7}
#: An arc this large is a straight line as far as floats can tell.
_FLAT = 1e9


def parse_path(data: str) -> tuple[Outline, int | None]:
    """The outline, and the offset of the first character that is no path data (None: all is).

    As SVG asks, everything before the fault is kept.
    """
    foreign = _FOREIGN.search(data)
    end = len(data) if foreign is None else foreign.start()
    start = len(data) - len(data.lstrip())
    pen = _Pen()
    position = start
    if data[start : start + 1] in ("M", "m"):
        while match := _COMMAND.match(data, position, end):
            if not pen.command(match[1], match[2]):
                return pen.outline(), position
            position = match.end()
    return pen.outline(), position if position < end or foreign else None


def _numbers(text: str) -> tuple[list[float], bool]:
    """The numbers at the start of a command's arguments, and whether they are all of it."""
    words = text.replace(",", " ").split()
    try:
        return list(map(float, words)), True  # the common case, and three times as fast
    except ValueError:
        pass
    found = _NUMBER.findall(text)
    if "".join(found) == "".join(words):
        return list(map(float, found)), True
    found, position = [], 0
    while match := _NEXT.match(text, position):
        found.append(match[1])
        position = match.end()
    return list(map(float, found)), False


def _arc_numbers(text: str) -> tuple[list[float], bool]:
    """The same for arcs, whose flags are single characters."""
    found: list[float] = []
    position = 0
    while match := _ARC.match(text, position):
        found.extend(map(float, match.groups()))
        position = match.end()
    return found, not text[position:].replace(",", " ").strip()


class _Pen:
    """Draws commands into ops and coordinates; holds the current and the last control point."""

    def __init__(self) -> None:
        self._ops: list[str] = []
        self._coords: list[float] = []
        self._x = self._y = 0.0
        self._start = (0.0, 0.0)
        self._control = (0.0, 0.0)
        self._last = ""
        self._open = False
        self._draw: dict[str, Callable[[list[float], bool], None]] = {
            "l": self._lines,
            "h": self._across,
            "v": self._down,
            "c": self._curves,
            "s": self._smooth_curves,
            "q": self._quadratics,
            "t": self._smooth_quadratics,
            "a": self._arcs,
        }

    def outline(self) -> Outline:
        if self._ops and self._ops[-1] == "m":  # a last move draws nothing
            return Outline("".join(self._ops[:-1]), tuple(self._coords[:-2]))
        return Outline("".join(self._ops), tuple(self._coords))

    def command(self, letter: str, text: str) -> bool:
        """Draw a command with its arguments; False if they are not whole."""
        kind, relative = letter.lower(), letter.islower()
        if kind == "z":
            self._close()
            return not text.replace(",", " ").strip()
        values, sound = _arc_numbers(text) if kind == "a" else _numbers(text)
        whole = len(values) - len(values) % _COUNTS[kind]
        sound = sound and whole == len(values) > 0
        del values[whole:]
        if values:
            if kind == "m":
                self._move(values[:2], relative)
                kind, values = "l", values[2:]
            elif not self._open:  # drawing on after a close starts where that path started
                self._begin(*self._start)
            self._draw[kind](values, relative)
            self._last = kind
        return sound

    def _begin(self, x: float, y: float) -> None:
        if self._ops and self._ops[-1] == "m":  # two moves in a row: the first draws nothing
            del self._coords[-2:]
        else:
            self._ops.append("m")
        self._coords += (x, y)
        self._x, self._y = self._start = x, y
        self._open = True

    def _move(self, v: list[float], relative: bool) -> None:
        if relative:
            self._begin(self._x + v[0], self._y + v[1])
        else:
            self._begin(v[0], v[1])

    def _close(self) -> None:
        if self._open:
            self._ops.append("h")
            self._x, self._y = self._start
            self._open = False
        self._last = "z"

    def _absolute(self, v: list[float], step: int) -> list[float]:
        """Relative arguments made absolute, each group of `step` from the end of the one before."""
        x, y = self._x, self._y
        absolute: list[float] = []
        for i in range(0, len(v), step):
            for j in range(i, i + step, 2):
                absolute += (x + v[j], y + v[j + 1])
            x, y = absolute[-2:]
        return absolute

    def _lines(self, v: list[float], relative: bool) -> None:
        if not v:  # a move without further points
            return
        points = self._absolute(v, 2) if relative else v
        self._ops.append("l" * (len(points) // 2))
        self._coords += points
        self._x, self._y = points[-2:]

    def _across(self, v: list[float], relative: bool) -> None:
        for value in v:
            self._lines([self._x + value if relative else value, self._y], False)

    def _down(self, v: list[float], relative: bool) -> None:
        for value in v:
            self._lines([self._x, self._y + value if relative else value], False)

    def _curves(self, v: list[float], relative: bool) -> None:
        points = self._absolute(v, 6) if relative else v
        self._ops.append("c" * (len(points) // 6))
        self._coords += points
        self._control = (points[-4], points[-3])
        self._x, self._y = points[-2:]

    def _mirrored(self, kinds: str) -> tuple[float, float]:
        """The last control point through the current point, after a curve of these kinds."""
        if self._last and self._last in kinds:
            return 2 * self._x - self._control[0], 2 * self._y - self._control[1]
        return self._x, self._y

    def _smooth_curves(self, v: list[float], relative: bool) -> None:
        for i in range(0, len(v), 4):
            first = self._mirrored("cs")
            rest = self._absolute(v[i : i + 4], 4) if relative else v[i : i + 4]
            self._curves([*first, *rest], False)
            self._last = "s"

    def _quadratics(self, v: list[float], relative: bool) -> None:
        points = self._absolute(v, 4) if relative else v
        for i in range(0, len(points), 4):
            self._quadratic(*points[i : i + 4])

    def _smooth_quadratics(self, v: list[float], relative: bool) -> None:
        for i in range(0, len(v), 2):
            control = self._mirrored("qt")
            end = self._absolute(v[i : i + 2], 2) if relative else v[i : i + 2]
            self._quadratic(*control, *end)
            self._last = "t"

    def _quadratic(self, cx: float, cy: float, x: float, y: float) -> None:
        """A quadratic curve as the cubic that equals it."""
        first = (self._x + (cx - self._x) * 2 / 3, self._y + (cy - self._y) * 2 / 3)
        self._curves([*first, x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y], False)
        self._control = (cx, cy)

    def _arcs(self, v: list[float], relative: bool) -> None:
        for i in range(0, len(v), 7):
            end = self._absolute(v[i + 5 : i + 7], 2) if relative else v[i + 5 : i + 7]
            if (self._x, self._y) == (end[0], end[1]):
                continue  # SVG: as if the arc were not there
            points = _arc((self._x, self._y), v[i : i + 5], (end[0], end[1]))
            if points is None:
                self._lines(end, False)
            else:
                self._curves(points, False)


def _arc(
    start: tuple[float, float], shape: list[float], end: tuple[float, float]
) -> list[float] | None:
    """An elliptical arc between two places as cubic curves of at most 90°; None: it is a line.

    shape: radii, rotation in degrees, large-arc and sweep flags. After SVG 1.1, appendix F.6.
    """
    rx, ry = abs(shape[0]), abs(shape[1])
    reach = max(map(abs, (*start, *shape, *end)))
    if not reach < _FLAT or min(rx, ry) < 1 / _FLAT:
        return None
    turn = math.radians(shape[2] % 360)
    cosine, sine = math.cos(turn), math.sin(turn)
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x1, y1 = cosine * half_x + sine * half_y, cosine * half_y - sine * half_x
    short = (x1 / rx) ** 2 + (y1 / ry) ** 2
    if short > 1:  # radii that cannot reach are enlarged until they do
        rx, ry, short = rx * math.sqrt(short), ry * math.sqrt(short), 1.0
    if short == 0:  # the ends are too near for floats to tell apart
        return None
    root = math.sqrt(1 / short - 1) * (-1 if shape[3] == shape[4] else 1)
    cx1, cy1 = root * rx * y1 / ry, -root * ry * x1 / rx
    cx = cosine * cx1 - sine * cy1 + (start[0] + end[0]) / 2
    cy = sine * cx1 + cosine * cy1 + (start[1] + end[1]) / 2
    begin = math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx)
    sweep = math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - begin
    if shape[4] and sweep < 0:
        sweep += 2 * math.pi
    elif not shape[4] and sweep > 0:
        sweep -= 2 * math.pi
    matrix = (cosine * rx, sine * rx, -sine * ry, cosine * ry, cx, cy)
    points = _unit_arc(begin, sweep, matrix)
    points[-2:] = end  # exactly, so that the next command starts where the author said
    return points


def _unit_arc(
    begin: float, sweep: float, matrix: tuple[float, float, float, float, float, float]
) -> list[float]:
    """An arc of the unit circle through a matrix, as cubic curves."""
    a, b, c, d, e, f = matrix
    count = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / count
    handle = 4 / 3 * math.tan(step / 4)
    points: list[float] = []
    for i in range(count):
        here, there = begin + i * step, begin + (i + 1) * step
        x0, y0, x3, y3 = math.cos(here), math.sin(here), math.cos(there), math.sin(there)
        unit = (x0 - handle * y0, y0 + handle * x0, x3 + handle * y3, y3 - handle * x3, x3, y3)
        for j in (0, 2, 4):
            points += (a * unit[j] + c * unit[j + 1] + e, b * unit[j] + d * unit[j + 1] + f)
    return points
