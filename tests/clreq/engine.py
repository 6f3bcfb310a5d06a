"""Paragraphs and titles as the engine sets them, in the ideal font or in the house's face."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import cast

from koubei_pdf.fonts import Face, FontShelf
from koubei_pdf.model.content import Run
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.style import FontRole
from koubei_pdf.model.typography import Level, Rules, Style
from koubei_pdf.text.compose import ComposedLine, advances_of, compose
from koubei_pdf.text.display import break_display
from koubei_pdf.text.ideal import IdealFace, IdealShelf
from koubei_pdf.text.prepare import Shelf, prepare
from koubei_pdf.text.setting import justify

from .assertions import Setup, Situation
from .setting import Setting, composed

FONT = Path(__file__).parents[2] / "fonts" / "NotoSerifSC-Regular.ttf"


@cache
def house_face() -> Face:
    """The face of the house's body text."""
    return Face(FONT)


def set_by_engine(situation: Situation, setup: Setup, face: Face | None) -> Setting:
    """The paragraph as `compose` (a title: as `break_display`) sets it."""
    lines = _lines(situation.text, situation.measure, setup, face)
    width = _width_in(face)
    return Setting(
        situation.text, situation.measure, tuple(composed(line, width) for line in lines)
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
    level, style = cast(Level, setup.level), cast(Style, setup.style)
    rules = Rules(level, style, setup.hanging, *_gaps(setup))
    if setup.heading:
        return _title_lines(text, measure[0], face, rules)
    return compose(
        text,
        measure=measure,
        indent=setup.indent,
        level=level,
        style=style,
        justify=setup.justify,
        face=face,
        optimise=setup.optimise,
        rules=rules,
    )


def _gaps(setup: Setup) -> tuple[float, float, float]:
    least, gap, most = setup.gap
    return gap, least, most


def _title_lines(text: str, measure: float, face: Face | None, rules: Rules) -> list[ComposedLine]:
    shelf: Shelf = IdealShelf()
    if face is not None:
        shelf = FontShelf({face.key: face}, {"text": FontRole((face.key,), (face.key,))})
    run = Run(text, Span("text", 1, 1, len(text)))
    prepared, _ = prepare([run], lambda _: "text", shelf, rules=rules)
    return [
        ComposedLine(
            start=line.start,
            end=line.end,
            text=text[line.start : line.end],
            indent=line.indent,
            advances=advances_of(prepared, line, justify(prepared, line)),
            natural=line.natural,
            stretch=0.0,
            cost=line.cost,
            notes=(),
        )
        for line in break_display(prepared, measure)
    ]


@cache
def _width_in(face: Face | None) -> Callable[[str], float]:
    source = face or IdealFace()

    @cache
    def width(char: str) -> float:
        return sum(source.shape(char).advances)

    return width
