"""Outlines of Type 3 glyphs, whose procedures are content (ISO 32000-1, 9.6.5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pikepdf

from ...fonts import Steps
from ...model.matrix import Matrix
from ...pdf.content.fonts import Font
from ...pdf.content.texts import differences
from ...pdf.reading import DAMAGE, UnreadableError, entry, numbers_of, read_stream

#: Operators that make a path (8.5.2), and how many numbers they take.
_PATH = {"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "re": 4, "h": 0}

#: Operators that fill a path by the nonzero rule, as other glyphs are filled.
_FILLS = ("f", "F")


#: The most that a procedure may say (bytes): its path may be written for every code.
_LONGEST = 1 << 16


def outline(font: Font, code: int) -> Steps | None:
    """The path of a code's glyph (em): empty where it paints nothing, None where it is more than
    one path that the text's colour fills.
    """
    procedure = entry(entry(font.object, "/CharProcs"), differences(font).get(code, ""))
    if procedure is None:
        return []
    matrix = numbers_of(entry(font.object, "/FontMatrix"))
    if not isinstance(procedure, pikepdf.Stream) or len(matrix) != 6:
        return None
    try:
        read_stream(procedure, _LONGEST)  # tells what is longer
        path = _filled(pikepdf.parse_content_stream(procedure))
    except (UnreadableError, *DAMAGE):
        return None
    a, b, c, d, e, f = matrix
    return None if path is None else _moved(path, (a, b, c, d, e, f))


def _filled(content: Iterable[Any]) -> Steps | None:
    """The path that a procedure fills; None where it does anything else."""
    path: Steps = []
    is_uncoloured = is_filled = False
    at: tuple[float, ...] = (0.0, 0.0)
    start = at
    for instruction in content:
        operator = str(instruction.operator)
        if operator == "d1":
            is_uncoloured = True
        elif operator in _FILLS:
            is_filled = True
        elif is_filled or _PATH.get(operator) != len(instruction.operands):
            return None
        else:
            steps = _steps(operator, [float(value) for value in instruction.operands], at)
            path += steps
            if steps[0][0] == "m":
                start = steps[0][1]
            at = start if steps[-1][0] == "h" else steps[-1][1][-2:]
    if not is_uncoloured:
        return None
    return path if is_filled else []


def _steps(operator: str, values: Sequence[float], at: tuple[float, ...]) -> Steps:
    """An operator as steps of an outline. at: the current point."""
    if operator == "v":
        return [("c", (*at, *values))]
    if operator == "y":
        return [("c", (*values, *values[2:]))]
    if operator == "re":
        x, y, width, height = values
        corners = ((x + width, y), (x + width, y + height), (x, y + height))
        return [("m", (x, y)), *(("l", corner) for corner in corners), ("h", ())]
    return [(operator, tuple(values))]


def _moved(path: Steps, matrix: Matrix) -> Steps:
    a, b, c, d, e, f = matrix
    made: Steps = []
    for letter, values in path:
        pairs = zip(values[::2], values[1::2], strict=True)
        points = ((a * x + c * y + e, b * x + d * y + f) for x, y in pairs)
        made.append((letter, tuple(value for point in points for value in point)))
    return made
