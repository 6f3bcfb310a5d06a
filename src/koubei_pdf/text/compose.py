"""The public way to compose a paragraph: text in, lines with their advances out.

    >>> compose("武汉电信承载着全湖北的网络出口。", measure=10)[0].text
    '武汉电信承载着全'

Stable: tests, plug-ins and others build on `compose` and `ComposedLine`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite

from ..fonts import Face, FontShelf
from ..model.content import Run
from ..model.diagnostics import Span
from ..model.style import FontRole
from ..model.typography import HOUSE_RULES, HYPHENATIONS, LEVELS, STYLES, Level, Rules, Style
from .breaking import BrokenLine, break_lines
from .firstfit import first_fit
from .ideal import IdealShelf
from .notes import notes_of
from .prepare import Prepared, prepare
from .setting import Adjustment, justify

_ROLE = "text"


@dataclass(frozen=True, slots=True)
class ComposedLine:
    """A line of a composed paragraph; lengths in em of the body size.

    start, end: code points of the text that stand on the line (spaces at its end included).
    indent: what is left free before the first character.
    advances: for each of these code points what the pen moves, gaps and trims included; a
    gap counts to the character before it, and so does the hyphen of a divided word; spaces dropped
    at the line's end have 0, and so has a mark that hangs: it stands beyond the measure.
    natural: the line's width before justification, its edges trimmed, a mark that hangs left out.
    stretch: what one place between characters was widened by, the widest where only spaces and
    gaps were (negative: what was squeezed out of the line in all).
    cost: the line's share of the paragraph's cost, see `breaking`; 0 without `optimise`.
    notes: the rules that acted, by clause, such as "6.1.1 no line start: ，".
    """

    start: int
    end: int
    text: str
    indent: float
    advances: tuple[float, ...]
    natural: float
    stretch: float
    cost: float
    notes: tuple[str, ...]


def compose(
    text: str,
    *,
    measure: float | Sequence[float],
    indent: float = 2.0,
    level: Level = "gb",
    style: Style = "gb",
    justify: bool = True,
    face: Face | None = None,
    optimise: bool = True,
    rules: Rules = HOUSE_RULES,
) -> list[ComposedLine]:
    """Compose one paragraph on `measure` em (a sequence: line by line, the last repeats).

    face: the font; None is an ideal font, see `ideal`. optimise: the best breaks of the whole
    paragraph; else each line takes as much as fits. rules: what `level` and `style` leave open.
    A character that the face lacks is set as a blank of one em.
    An indent that would leave less than 1 em of the first line is reduced to what leaves 1 em (to 0
    on a measure of 1 em or less); `ComposedLine.indent` tells what it was.
    Raises TypeError for a text, a measure, an indent, a face or rules of another kind, ValueError
    for a measure of 0 or less, lengths that are not finite, an unknown level, style or language.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {text!r}")
    measures = _measures(measure)
    if level not in LEVELS:
        raise ValueError(f"level must be one of {LEVELS}, not {level!r}")
    if style not in STYLES:
        raise ValueError(f"style must be one of {STYLES}, not {style!r}")
    if not isinstance(rules, Rules):
        raise TypeError(f"rules must be Rules, not {rules!r}")
    if rules.hyphenate not in ("", *HYPHENATIONS):
        raise ValueError(f"rules.hyphenate must be one of {HYPHENATIONS}, not {rules.hyphenate!r}")
    if not isinstance(indent, (int, float)):
        raise TypeError(f"indent must be a number of em, not {indent!r}")
    if not isfinite(indent):
        raise ValueError(f"an indent must be finite, not {indent}")
    if face is not None and not isinstance(face, Face):
        raise TypeError(
            f"face must be a koubei_pdf.fonts.Face or None (an ideal font), not {face!r}"
        )
    indent = min(indent, max(measures[0] - 1.0, 0.0))
    shelf = IdealShelf() if face is None else _one_face(face)
    rules = replace(rules, level=level, style=style)
    run = Run(text, Span("text", 1, 1, len(text)))
    prepared, _ = prepare([run] if text else [], lambda _run: _ROLE, shelf, rules=rules)
    chosen = break_lines if optimise else first_fit
    lines = chosen(prepared, measures, indent=indent)
    return [_composed(prepared, line, justify) for line in lines]


def _measures(measure: float | Sequence[float]) -> tuple[float, ...]:
    if isinstance(measure, str) or not isinstance(measure, (int, float, Sequence)):
        raise TypeError(f"measure must be a number of em or a sequence of them, not {measure!r}")
    measures = (measure,) if isinstance(measure, (int, float)) else tuple(measure)
    if not all(isinstance(one, (int, float)) for one in measures):
        raise TypeError(f"measure must hold numbers of em, not {measure!r}")
    if not measures or not all(map(isfinite, measures)) or min(measures) <= 0:
        raise ValueError(f"a measure must be finite and greater than 0 em, not {measure!r}")
    return tuple(float(one) for one in measures)


def _one_face(face: Face) -> FontShelf:
    name = face.key
    return FontShelf({name: face}, {_ROLE: FontRole((name,), (name,))})


def _composed(prepared: Prepared, line: BrokenLine, wanted: bool) -> ComposedLine:
    last = prepared.last_mark(line.end)
    fits = line.indent + line.natural <= line.measure
    if fits and not wanted:
        line = line._replace(last=True)
    adjustment = _justified(prepared, line)
    advances = advances_of(prepared, line, adjustment)
    squeezed = sum(adjustment.before.values()) + sum(
        amount for amount in adjustment.extra.values() if amount < 0
    )
    return ComposedLine(
        start=line.start,
        end=line.end,
        text=prepared.text[line.start : line.end],
        indent=line.indent,
        advances=advances,
        natural=line.natural - (prepared.hang[last] if adjustment.hangs else 0.0),
        stretch=squeezed or adjustment.spacing or max(adjustment.extra.values(), default=0.0),
        cost=line.cost,
        notes=tuple(note.text("en") for note in notes_of(prepared, line, adjustment)),
    )


_justified = justify


def advances_of(prepared: Prepared, line: BrokenLine, adjustment: Adjustment) -> tuple[float, ...]:
    """What the pen moves for each character of the line (em)."""
    start, end = line.start, line.end
    if start == end:
        return ()
    advances = list(prepared.advances[start:end])
    advances[0] -= prepared.lead.get(start, 0.0)
    last = prepared.last_mark(end)
    advances[last - start] -= prepared.tail.get(end - 1, 0.0)
    for changes in (adjustment.before, adjustment.extra):
        for index, amount in changes.items():
            advances[index - start] += amount
    if adjustment.spacing:
        places = prepared.places
        for index in range(start, end - 1):
            if places[index + 1] > places[index]:
                advances[index - start] += adjustment.spacing
    advances[-1] += prepared.hyphens.get(end, 0.0)
    if adjustment.hangs:
        advances[last - start] -= prepared.hang[last]
    return tuple(advances)
