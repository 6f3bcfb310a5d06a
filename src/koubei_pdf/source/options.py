"""Values by schema: the options of frames and the properties of styles."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from ..model.diagnostics import Rule
from ..model.names import shown
from ..model.schema import Key, Schema
from ..model.style import ColourName
from .faults import layouts as faults
from .faults.frames import UNKNOWN_FRAME
from .faults.values import MISSING_KEY, OUT_OF_RANGE
from .findings import Findings
from .reader import (
    as_choice,
    as_flag,
    as_integer,
    as_length,
    as_number,
    as_text,
    bounds,
    within,
)
from .yaml_nodes import ListNode, MapNode, Node

_COLOUR = re.compile(r"(\S+?)(?:\s+([0-9]+\.?[0-9]*)\s*%?)?")
_TINT = Key("number", least=0, most=100)


@dataclass(frozen=True, slots=True)
class Names:
    """What layouts may refer to. None: not known for faults reported elsewhere, so unchecked."""

    colours: Collection[str] | None = None
    fonts: Collection[str] | None = None
    styles: Collection[str] | None = None
    frames: Collection[str] | None = None
    masters: Collection[str] | None = None


#: Names that stand for the colours of the section, wherever the frame comes to stand.
SECTION_COLOURS = ("section", "section-text")


def as_colour(node: Node, name: str, findings: Findings, names: Names) -> ColourName | None:
    """A colour's name with an optional tint in per cent: `blue`, `section 12`."""
    text = as_text(node, name, findings)
    if text is None:
        return None
    match = _COLOUR.fullmatch(text.text.strip())
    if match is None:
        findings.add(faults.BAD_COLOUR.at(text.span, found=shown(text.text)))
        return None
    percent = float(match[2]) if match[2] else 100.0
    if not within(percent, _TINT):
        found = shown(text.text)
        findings.add(OUT_OF_RANGE.at(text.span, key=name, found=found, range=bounds(_TINT)))
        return None
    known = None if names.colours is None else (*SECTION_COLOURS, *names.colours)
    if known is not None and match[1] not in known:
        findings.unknown(faults.UNKNOWN_COLOUR, text.span, match[1], known)
        return None
    return ColourName(match[1], percent)


def as_name(
    node: Node, name: str, findings: Findings, known: Collection[str] | None, rule: Rule
) -> str | None:
    """A text that is one of `known`; `rule` says what is wrong if it is not."""
    text = as_text(node, name, findings)
    if text is None:
        return None
    if known is not None and text.text not in known:
        findings.unknown(rule, text.span, text.text, known)
        return None
    return text.text


def read_options(
    node: MapNode, schema: Schema, names: Names, findings: Findings
) -> dict[str, object]:
    """The values of the keys of `schema`, without those that are absent or faulty.

    Keys beyond the schema are not looked at: the caller knows what else may stand there.
    """
    options: dict[str, object] = {}
    for name, key in schema.items():
        entry = node.entries.get(name)
        if entry is None:
            if key.required:
                findings.add(MISSING_KEY.at(node.span, key=name))
            continue
        value = _read_value(entry.value, name, key, names, findings)
        if value is not None:
            options[name] = value
    return options


def _read_value(node: Node, name: str, key: Key, names: Names, findings: Findings) -> object | None:
    """One value, or the tuple of values of a key that allows many."""
    if not key.many:
        return _read_single(node, name, key, names, findings)
    items = node.items if isinstance(node, ListNode) else (node,)
    values = (_read_single(item, name, key, names, findings) for item in items)
    return tuple(value for value in values if value is not None)


def _read_single(
    node: Node, name: str, key: Key, names: Names, findings: Findings
) -> object | None:
    match key.type:
        case "text":
            return as_text(node, name, findings)
        case "number":
            return as_number(node, name, findings, key)
        case "integer":
            return as_integer(node, name, findings, key)
        case "flag":
            return as_flag(node, name, findings)
        case "length":
            return as_length(node, name, findings, key)
        case "colour":
            return as_colour(node, name, findings, names)
        case "style":
            return as_name(node, name, findings, names.styles, faults.UNKNOWN_STYLE)
        case "font":
            return as_name(node, name, findings, names.fonts, faults.UNKNOWN_FONT)
        case "frame":
            return as_name(node, name, findings, names.frames, UNKNOWN_FRAME)
        case "choice":
            return as_choice(node, name, findings, key.choices)
