"""Lengths as designers write them: 10pt, 3mm, 2cm, 14Q, 五号."""

from __future__ import annotations

import re

from ..model.geometry import mm

#: Chinese type sizes in pt (clreq 2.1; of the two values in use the one of today's type menus).
NAMED_SIZES = {
    "初号": 42.0,
    "小初": 36.0,
    "一号": 26.0,
    "小一": 24.0,
    "二号": 22.0,
    "小二": 18.0,
    "三号": 16.0,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
    "六号": 7.875,
    "小六": 6.5,
    "七号": 5.25,
    "八号": 5.0,
}

#: Points of one of each unit. Q (级) is a quarter of a millimetre.
_UNITS = {"": 1.0, "pt": 1.0, "mm": mm(1), "cm": mm(10), "q": mm(0.25)}

_NUMBER = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)"
_LENGTH = re.compile(rf"({_NUMBER})\s*([A-Za-z]*)")

#: No length of a page comes near this (pt); PDF itself ends there.
LONGEST = 14_400.0


def parse_number(text: str) -> float | None:
    """A decimal number in ASCII digits, or None."""
    return float(text) if re.fullmatch(_NUMBER, text) and len(text) <= 20 else None


def parse_length(text: str) -> float | None:
    """A length in pt, or None if `text` is none. A bare number is in pt."""
    text = text.strip()
    if text in NAMED_SIZES:
        return NAMED_SIZES[text]
    match = _LENGTH.fullmatch(text)
    if match is None or match[2].lower() not in _UNITS:
        return None
    number = parse_number(match[1])
    if number is None:
        return None
    return number * _UNITS[match[2].lower()]
