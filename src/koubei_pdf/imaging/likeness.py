"""Whether two ICC profiles do the same, however they were written."""

from __future__ import annotations

import re

#: Tags by which colours are converted (ICC.1:2022, 9.2): tables to and from the connection space,
#: or primaries and curves. Others are about the profile: who made it, when, of what.
_CONVERTING = re.compile(rb"A2B\d|B2A\d|D2B\d|B2D\d|[rgb]XYZ|[rgbk]TRC")

_HEADER, _ENTRY = 128, 12


def do_the_same(one: bytes, other: bytes) -> bool:
    """Whether two profiles convert alike: class, colour spaces and tables are equal.

    Their dates, creators, IDs, texts and the order of their tags may differ. False where either
    has no tables that could be compared.
    """
    if one == other:
        return True
    tables = _tables(one)
    return bool(tables) and tables == _tables(other) and _kind(one) == _kind(other)


def _kind(profile: bytes) -> bytes:
    """Major version, class, colour space and connection space (ICC.1:2022, 7.2)."""
    return profile[8:9] + profile[12:24]


def _tables(profile: bytes) -> dict[bytes, bytes]:
    """The data of the converting tags by signature, without padding; {} of no profile."""
    found = {}
    count = int.from_bytes(profile[_HEADER : _HEADER + 4], "big")
    end = min(_HEADER + 4 + _ENTRY * count, len(profile) - _ENTRY + 1)
    for at in range(_HEADER + 4, end, _ENTRY):
        name = profile[at : at + 4]
        if _CONVERTING.fullmatch(name):
            start, size = (int.from_bytes(profile[at + i : at + i + 4], "big") for i in (4, 8))
            found[name] = profile[start : start + size].rstrip(b"\0")
    return found
