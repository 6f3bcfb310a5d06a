"""Numbers and operators of PDF content streams (ISO 32000-1, 7.3.3 and annex A)."""

from __future__ import annotations

from ..model.geometry import Rect
from ..model.style import Cmyk


def number(value: float, digits: int = 3) -> str:
    """`value` with at most `digits` (1 or more) decimals, without trailing zeros or an exponent."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float, digits: int = 3) -> str:
    """Several numbers, separated by spaces."""
    return " ".join([number(value, digits) for value in values])


def ink_operands(ink: Cmyk) -> str:
    """The four operands of `k` and `K` (8.6.8): parts of 1, to 0.01 per cent."""
    return numbers(ink.c / 100, ink.m / 100, ink.y / 100, ink.k / 100, digits=4)


def marked(entry: str, text: str, operators: str) -> str:
    """`operators` as a span of marked content (14.6) for which `text` stands.

    entry: "ActualText" (14.9.4) or "Alt" (14.9.3).
    """
    string = "feff" + text.encode("utf-16-be").hex()
    return f"/Span<</{entry}<{string}>>>BDC {operators} EMC"


def rectangle(rect: Rect, height: float) -> str:
    """The `re` operator for a rectangle whose y grows downwards on a page `height` pt high."""
    return f"{numbers(rect.x0, height - rect.y1, rect.width, rect.height)} re"
