"""`typography` of the house style: how strictly, how wide and with what gaps lines are set."""

from __future__ import annotations

from typing import cast

from ..model.schema import Key
from ..model.typography import (
    HOUSE_RULES,
    HYPHENATIONS,
    LEVELS,
    STYLES,
    Hyphenation,
    Level,
    Rules,
    Style,
)
from .faults.layouts import GAP_ORDER
from .findings import Findings
from .reader import Record, as_choice, as_list_of, as_number

KEYS = ("level", "style", "hanging", "gap", "hyphenate", "narrow")

_GAP = Key("number", least=0, most=1)
_NARROW = Key("number", least=0, most=100)


def read_rules(record: Record, findings: Findings) -> Rules:
    """The rules; what is not said is as in HOUSE_RULES."""
    node = record.get("typography")
    entry = None if node is None else Record.of(node, "typography", KEYS, findings)
    if entry is None:
        return HOUSE_RULES
    level = _choice(entry, "level", LEVELS, findings) or HOUSE_RULES.level
    style = _choice(entry, "style", STYLES, findings) or HOUSE_RULES.style
    least, gap, most = _gaps(entry, findings)
    hyphenate = _choice(entry, "hyphenate", HYPHENATIONS, findings) or HOUSE_RULES.hyphenate
    return Rules(
        cast(Level, level),
        cast(Style, style),
        entry.flag("hanging"),
        gap,
        least,
        most,
        cast(Hyphenation, hyphenate),
        entry.number("narrow", _NARROW) or HOUSE_RULES.narrow,
    )


def _choice(entry: Record, name: str, choices: tuple[str, ...], findings: Findings) -> str | None:
    node = entry.get(name)
    return None if node is None else as_choice(node, name, findings, choices)


def _gaps(entry: Record, findings: Findings) -> tuple[float, float, float]:
    """Least, natural and most gap (em); another order is reported."""
    house = (HOUSE_RULES.gap_least, HOUSE_RULES.gap, HOUSE_RULES.gap_most)
    node = entry.get("gap")
    items = None if node is None else as_list_of(node, "gap", 3, findings)
    if items is None:
        return house
    numbers = [as_number(item, "gap", findings, _GAP) for item in items]
    gaps = [number for number in numbers if number is not None]
    if len(gaps) < 3:
        return house
    least, gap, most = sorted(gaps)
    if gaps != [least, gap, most]:
        written, wanted = f"{gaps[0]:g}, {gaps[1]:g}, {gaps[2]:g}", f"{least:g}, {gap:g}, {most:g}"
        findings.add(GAP_ORDER.at(items[0].span, found=written, wanted=wanted))
    return least, gap, most
