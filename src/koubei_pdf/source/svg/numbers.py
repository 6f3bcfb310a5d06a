"""Numbers, lengths and transforms as SVG writes them. Readers return None for what they refuse."""

from __future__ import annotations

import math
import re

from ...model.matrix import IDENTITY, Matrix, multiply

NUMBER = r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
_NUMBER = re.compile(NUMBER)
_LENGTH = re.compile(rf"\s*({NUMBER})\s*([A-Za-z%]*)\s*")
_TRANSFORM = re.compile(r"[\s,]*([A-Za-z]+)\s*\(([^()]*)\)[\s,]*")
#: Units in px, of which CSS counts 96 to the inch.
_UNITS = {
    "": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0,
    "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6,
}  # fmt: skip


def numbers(text: str) -> list[float] | None:
    """A list of finite numbers separated by blanks or commas, or by nothing but a sign or dot."""
    found = _NUMBER.findall(text)
    if "".join(found) != "".join(text.replace(",", " ").split()):
        return None
    values = [float(number) for number in found]
    return values if all(map(math.isfinite, values)) else None


def length(text: str, reference: float) -> float | None:
    """A length in px; `reference` is what 100 % stands for."""
    match = _LENGTH.fullmatch(text)
    if match is None:
        return None
    unit = match[2].lower()
    factor = reference / 100 if unit == "%" else _UNITS.get(unit)
    if factor is None:
        return None
    value = float(match[1]) * factor
    return value if math.isfinite(value) else None


def fraction(text: str) -> float | None:
    """A number or a percentage, held between 0 and 1."""
    value = length(text, 1.0)
    return None if value is None else min(max(value, 0.0), 1.0)


def scale_of(m: Matrix) -> float:
    """How much a matrix enlarges a line, on the average of all directions; 0 if it flattens."""
    size = math.sqrt(abs(m[0] * m[3] - m[1] * m[2]))
    return size if math.isfinite(size) else math.inf


def transform(text: str) -> Matrix | None:
    """The value of a `transform` attribute or property."""
    matrix, position = IDENTITY, 0
    if text.strip() in ("", "none"):
        return matrix
    while position < len(text):
        match = _TRANSFORM.match(text, position)
        if match is None:
            return None
        # CSS writes units where the attribute has none: 45deg, 10px.
        arguments = numbers(match[2].replace("deg", "").replace("px", ""))
        step = None if arguments is None else _step(match[1], arguments)
        if step is None:
            return None
        matrix = multiply(step, matrix)
        position = match.end()
    return matrix


def _step(name: str, v: list[float]) -> Matrix | None:
    """One function of a transform list."""
    match name, len(v):
        case "matrix", 6:
            return (v[0], v[1], v[2], v[3], v[4], v[5])
        case "translate", 1 | 2:
            return (1, 0, 0, 1, v[0], v[1] if len(v) == 2 else 0.0)
        case "scale", 1 | 2:
            return (v[0], 0, 0, v[-1], 0, 0)
        case "rotate", 1:
            return _rotation(v[0])
        case "rotate", 3:
            turned = multiply(_rotation(v[0]), (1, 0, 0, 1, v[1], v[2]))
            return multiply((1, 0, 0, 1, -v[1], -v[2]), turned)
        case "skewX", 1:
            return (1, 0, math.tan(math.radians(v[0])), 1, 0, 0)
        case "skewY", 1:
            return (1, math.tan(math.radians(v[0])), 0, 1, 0, 0)
    return None


def _rotation(degrees: float) -> Matrix:
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (cosine, sine, -sine, cosine, 0, 0)


def view_box(text: str) -> tuple[float, float, float, float] | None:
    """Left, top, width and height (both over 0) of a `viewBox`."""
    values = numbers(text)
    if values is None or len(values) != 4 or min(values[2:]) <= 0:
        return None
    return (values[0], values[1], values[2], values[3])


def fit(box: tuple[float, float, float, float], width: float, height: float, aspect: str) -> Matrix:
    """The matrix that brings a view box into width × height, as `preserveAspectRatio` says."""
    left, top, box_width, box_height = box
    across, down = width / box_width, height / box_height
    align, *rest = aspect.split() or ["xMidYMid"]
    if align != "none":
        across = down = max(across, down) if "slice" in rest else min(across, down)
    places = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
    x = places.get(align[1:4], 0.5) * (width - box_width * across)
    y = places.get(align[5:8], 0.5) * (height - box_height * down)
    return (across, 0, 0, down, x - left * across, y - top * down)
