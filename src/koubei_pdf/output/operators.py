"""Numbers and operators of PDF content streams (ISO 32000-1, 7.3.3 and annex A)."""

from __future__ import annotations

from codecs import utf_16_be_encode

#: Format specifications by the number of decimals, ready for the writer's most frequent call.
_FORMATS = tuple(f".{digits}f" for digits in range(8))


def number(value: float, digits: int = 3) -> str:
    """`value` with at most `digits` (1 or more) decimals, without trailing zeros or an exponent."""
    text = format(value, _FORMATS[digits]).rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float, digits: int = 3) -> str:
    """Several numbers, separated by spaces."""
    return " ".join([number(value, digits) for value in values])


def marked(entry: str, text: str, operators: str) -> str:
    """`operators` as a span of marked content (14.6) for which `text` stands.

    entry: "ActualText" (14.9.4) or "Alt" (14.9.3).
    """
    # str.encode would look the codec up each time.
    string = "feff" + utf_16_be_encode(text)[0].hex()
    return f"/Span<</{entry}<{string}>>>BDC {operators} EMC"


def rectangle(corners: tuple[float, float, float, float]) -> str:
    """The `re` operator (8.5.2.1) for left, bottom, right and top."""
    left, bottom, right, top = corners
    return f"{numbers(left, bottom, right - left, top - bottom)} re"
