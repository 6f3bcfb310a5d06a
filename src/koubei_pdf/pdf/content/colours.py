"""Colours are set (ISO 32000-1, 8.6.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .spaces import PATTERN, Space
from .tokens import Name

if TYPE_CHECKING:
    from .interpreter import Interpreter


def _set(run: Interpreter, space: Space, values: list[Any], stroke: bool) -> None:
    if run.colourless:  # an uncoloured pattern or glyph has its user's colour (8.7.3.3)
        return
    pattern = ""
    if values and isinstance(values[-1], Name):
        pattern, values = str(values[-1]), values[:-1]
    paint = run.paint(space, [float(value) for value in values], pattern)
    if stroke:
        run.state.stroke = paint
    else:
        run.state.fill = paint


def _device(name: str, count: int, stroke: bool) -> Any:
    def handler(run: Interpreter, operands: list[Any]) -> None:
        if len(operands) != count:
            raise ValueError(name)
        space = run.space(name)
        if space is not None:
            _set(run, space, operands, stroke)

    return handler


def _space(stroke: bool) -> Any:
    def handler(run: Interpreter, operands: list[Any]) -> None:
        space = run.space(operands[0])
        if space is not None:
            _set(run, space, space.first, stroke)

    return handler


def _colour(stroke: bool) -> Any:
    def handler(run: Interpreter, operands: list[Any]) -> None:
        before = run.state.stroke if stroke else run.state.fill
        space = before.space
        if operands and isinstance(operands[-1], Name) and space.family != "Pattern":
            space = PATTERN
        _set(run, space, operands, stroke)

    return handler


OPERATORS = {
    b"g": _device("DeviceGray", 1, False),
    b"G": _device("DeviceGray", 1, True),
    b"rg": _device("DeviceRGB", 3, False),
    b"RG": _device("DeviceRGB", 3, True),
    b"k": _device("DeviceCMYK", 4, False),
    b"K": _device("DeviceCMYK", 4, True),
    b"cs": _space(False),
    b"CS": _space(True),
    b"sc": _colour(False),
    b"SC": _colour(True),
    b"scn": _colour(False),
    b"SCN": _colour(True),
}
