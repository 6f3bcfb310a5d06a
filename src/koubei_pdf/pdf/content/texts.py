"""Text is placed and shown (ISO 32000-1, 9.3 and 9.4)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ...model.geometry import Rect
from ...model.matrix import IDENTITY, Matrix, multiply
from ..reading import array_of, entry, numbers_of
from .fonts import Font
from .state import least_scale, moved

if TYPE_CHECKING:
    from .interpreter import Interpreter

#: How far ink goes above and below the baseline (em), where the font does not say it better.
_ABOVE, _BELOW = 0.8, -0.12

#: A text rendering mode fills, strokes (9.3.6); 3 and 7 show nothing.
_FILLS, _STROKES = {0, 2, 4, 6}, {1, 2, 5, 6}


def _begin(run: Interpreter, operands: list[Any]) -> None:
    del operands
    if run.opened.is_text:
        run.trace.flaw("balance", "BT")
    run.opened.is_text = True
    run.text_matrix = run.line_matrix = IDENTITY


def _end(run: Interpreter, operands: list[Any]) -> None:
    del operands
    if not run.opened.is_text:
        run.trace.flaw("balance", "ET")
    run.opened.is_text = False


def _set(name: str, factor: float = 1.0) -> Any:
    def handler(run: Interpreter, operands: list[Any]) -> None:
        setattr(run.state, name, float(operands[0]) * factor)

    return handler


def _mode(run: Interpreter, operands: list[Any]) -> None:
    run.state.text_mode = int(operands[0])


def _font(run: Interpreter, operands: list[Any]) -> None:
    run.state.size = float(operands[1])
    found = run.resource("Font", operands[0])
    run.state.font = None if found is None else run.memory.font(found)


def _matrix(run: Interpreter, operands: list[Any]) -> None:
    a, b, c, d, e, f = operands
    run.text_matrix = run.line_matrix = (a, b, c, d, e, f)


def _move(run: Interpreter, operands: list[Any]) -> None:
    x, y = operands
    run.text_matrix = run.line_matrix = multiply((1.0, 0.0, 0.0, 1.0, x, y), run.line_matrix)


def _move_leading(run: Interpreter, operands: list[Any]) -> None:
    run.state.leading = -operands[1]
    _move(run, operands)


def _next(run: Interpreter, operands: list[Any]) -> None:
    del operands
    _move(run, [0.0, -run.state.leading])


def _show(run: Interpreter, operands: list[Any]) -> None:
    _shown(run, [operands[0]])


def _show_all(run: Interpreter, operands: list[Any]) -> None:
    _shown(run, operands[0])


def _next_show(run: Interpreter, operands: list[Any]) -> None:
    _next(run, [])
    _shown(run, [operands[-1]])


def _spaced_show(run: Interpreter, operands: list[Any]) -> None:
    run.state.space_word, run.state.space_character = operands[0], operands[1]
    _next_show(run, operands)


def _shown(run: Interpreter, parts: list[Any]) -> None:
    """Show strings with shifts between them, and move behind them."""
    state, font = run.state, run.state.font
    if font is None:
        run.trace.flaw("resource", "Tf")
        return
    advance = 0.0  # in em of the size, plus spacing in text units
    count = spaces = 0
    shown: list[int] = []
    for part in parts:
        if isinstance(part, float):
            advance -= part / 1000
            continue
        codes = font.codes(part)
        shown.extend(codes)
        count += len(codes)
        spaces += 0 if font.is_composite else part.count(b" ")
        if font.is_vertical:
            advance += sum(map(font.down, codes))
            continue
        widths, default = font.widths, font.default_width
        advance += sum([widths.get(code, default) for code in codes]) * font.unit
    length = advance * state.size + count * state.space_character + spaces * state.space_word
    if shown:
        _note(run, font, shown, length)
    step = (0.0, length) if font.is_vertical else (length * state.scale, 0.0)
    run.text_matrix = multiply((1.0, 0.0, 0.0, 1.0, *step), run.text_matrix)


def _note(run: Interpreter, font: Font, codes: list[int], length: float) -> None:
    state = run.state
    matrix = multiply(run.text_matrix, state.ctm)
    size = abs(state.size) * math.hypot(matrix[2], matrix[3])
    if not math.isfinite(size):
        raise OverflowError
    used = run.trace.codes.setdefault(id(font), (font, set()))[1]
    fresh = set(codes) - used
    if state.text_mode != 3:
        used.update(codes)
    low, high = state.rise + _BELOW * state.size, state.rise + _ABOVE * state.size
    box = Rect(0.0, low, length * state.scale, high)
    if font.is_vertical:
        box = Rect(-state.size / 2, min(length, 0.0), state.size / 2, 0.0)
    box = moved(box, matrix)
    if state.text_mode in _FILLS:
        run.mark("text", box, size, name=font.name, parts=len(codes))
    if state.text_mode in _STROKES:
        is_bare = state.text_mode not in _FILLS
        width = state.line_width * least_scale(state.ctm) if is_bare else math.inf
        run.mark("text", box, size, stroke=True, name=font.name, outline=width, parts=len(codes))
    if font.kind == "Type3":
        _glyph_procedures(run, font, fresh, matrix)


def _glyph_procedures(run: Interpreter, font: Font, codes: set[int], matrix: Matrix) -> None:
    """Carry out the procedures of a Type 3 font, each once a page: they are content as well."""
    procedures = entry(font.object, "/CharProcs")
    names = differences(font)
    size = run.state.size
    values = numbers_of(entry(font.object, "/FontMatrix"))
    if len(values) != 6:
        return
    glyph = (values[0], values[1], values[2], values[3], values[4], values[5])
    matrix = multiply(multiply(glyph, (size, 0.0, 0.0, size, 0.0, 0.0)), matrix)
    for code in sorted(codes):
        procedure = entry(procedures, names.get(code, ""))
        if procedure is not None:
            with run.often():
                run.within(procedure, entry(font.object, "/Resources"), matrix, None)


def differences(font: Font) -> dict[int, str]:
    """The glyph names that a simple font's encoding gives to codes."""
    names: dict[int, str] = {}
    code = 0
    for item in array_of(entry(entry(font.object, "/Encoding"), "/Differences")):
        if isinstance(item, int):
            code = item
        else:
            names[code] = str(item)
            code += 1
    return names


def _glyph(colourless: bool) -> Any:
    def handler(run: Interpreter, operands: list[Any]) -> None:
        del operands
        run.colourless = colourless

    return handler


OPERATORS = {
    b"BT": _begin,
    b"ET": _end,
    b"Tc": _set("space_character"),
    b"Tw": _set("space_word"),
    b"Tz": _set("scale", 0.01),
    b"TL": _set("leading"),
    b"Ts": _set("rise"),
    b"Tr": _mode,
    b"Tf": _font,
    b"Tm": _matrix,
    b"Td": _move,
    b"TD": _move_leading,
    b"T*": _next,
    b"Tj": _show,
    b"TJ": _show_all,
    b"'": _next_show,
    b'"': _spaced_show,
    b"d0": _glyph(False),
    b"d1": _glyph(True),
}
