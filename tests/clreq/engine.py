"""Paragraphs and titles as the engine sets them, in the ideal font or in the house's face."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import cast

from koubei_pdf.fonts import Face, FontShelf
from koubei_pdf.model.book import GlyphRun
from koubei_pdf.model.content import Run
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.style import BLACK, FontRole
from koubei_pdf.model.typography import Level, Rules, Style
from koubei_pdf.text.beside import set_beside
from koubei_pdf.text.breaking import BrokenLine, break_lines, first_indent
from koubei_pdf.text.compose import ComposedLine, advances_of, compose
from koubei_pdf.text.display import break_display
from koubei_pdf.text.ideal import IdealFace, IdealShelf
from koubei_pdf.text.prepare import Prepared, Shelf, prepare
from koubei_pdf.text.setting import justify

from .assertions import Setup, Situation
from .setting import Reading, SetLine, Setting, composed

FONT = Path(__file__).parents[2] / "fonts" / "NotoSerifSC-Regular.ttf"


@cache
def house_face() -> Face:
    """The face of the house's body text."""
    return Face(FONT)


def set_by_engine(situation: Situation, setup: Setup, face: Face | None) -> Setting:
    """The paragraph as `compose` (a title: as `break_display`) sets it."""
    width = _width_in(face)
    if setup.readings:
        lines = tuple(_lines_with_readings(situation, setup, face))
    else:
        found = _lines(situation.text, situation.measure, setup, face)
        lines = tuple(composed(line, width) for line in found)
    return Setting(situation.text, situation.measure, lines)


def _lines_with_readings(
    situation: Situation, setup: Setup, face: Face | None
) -> Iterator[SetLine]:
    """The lines of a paragraph with readings, which `compose` cannot be asked for."""
    read = dict(setup.readings)
    runs = [
        Run(char, Span("text", 1, place, 1), ruby=read.get(char, ""))
        for place, char in enumerate(situation.text, 1)
    ]
    prepared, _ = prepare(runs, lambda _: "text", _shelf(face), rules=_rules(setup))
    indent = first_indent(prepared, setup.indent, situation.measure[0])
    width = _width_in(face)
    for line in break_lines(prepared, situation.measure, indent=indent):
        adjustment = justify(prepared, line)
        beside = set_beside(prepared, line, adjustment, size=1.0, x=0.0, y=0.0, ink=BLACK)
        readings = (
            Reading(item.text, item.x, item.x + item.size * width(item.text))
            for item in beside
            if isinstance(item, GlyphRun)
        )
        moved = -min(prepared.lead.get(line.start, 0.0), 0.0)
        alone = _composed(prepared, line, line.indent + moved)
        first = alone.advances[0] - moved
        yield replace(
            composed(replace(alone, advances=(first, *alone.advances[1:])), width),
            readings=tuple(readings),
        )


def natural_width(setup: Setup, face: Face | None) -> Callable[[str], float]:
    """Gives the width (em) of a text on one line before justification."""
    return partial(_natural_width, setup, face)


def _natural_width(setup: Setup, face: Face | None, text: str) -> float:
    (line,) = _lines(text, (1000.0,), setup, face)
    return line.indent + line.natural


def _lines(
    text: str, measure: Sequence[float], setup: Setup, face: Face | None
) -> list[ComposedLine]:
    rules = _rules(setup)
    if setup.heading:
        return _title_lines(text, measure[0], face, rules)
    return compose(
        text,
        measure=measure,
        indent=setup.indent,
        level=rules.level,
        style=rules.style,
        justify=setup.justify,
        face=face,
        optimise=setup.optimise,
        rules=rules,
    )


def _rules(setup: Setup) -> Rules:
    level, style = cast(Level, setup.level), cast(Style, setup.style)
    return Rules(level, style, setup.hanging, *_gaps(setup))


def _gaps(setup: Setup) -> tuple[float, float, float]:
    least, gap, most = setup.gap
    return gap, least, most


def _title_lines(text: str, measure: float, face: Face | None, rules: Rules) -> list[ComposedLine]:
    run = Run(text, Span("text", 1, 1, len(text)))
    prepared, _ = prepare([run], lambda _: "text", _shelf(face), rules=rules)
    return [_composed(prepared, line, line.indent) for line in break_display(prepared, measure)]


def _shelf(face: Face | None) -> Shelf:
    if face is None:
        return IdealShelf()
    return FontShelf({face.key: face}, {"text": FontRole((face.key,), (face.key,))})


def _composed(prepared: Prepared, line: BrokenLine, indent: float) -> ComposedLine:
    return ComposedLine(
        start=line.start,
        end=line.end,
        text=prepared.text[line.start : line.end],
        indent=indent,
        advances=advances_of(prepared, line, justify(prepared, line)),
        natural=line.natural,
        stretch=0.0,
        cost=line.cost,
        notes=(),
    )


@cache
def _width_in(face: Face | None) -> Callable[[str], float]:
    source = face or IdealFace()

    @cache
    def width(char: str) -> float:
        return sum(source.shape(char).advances)

    return width
