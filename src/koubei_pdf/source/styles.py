"""Paragraph styles: `like` followed, properties read."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ..model.diagnostics import Span
from ..model.schema import Key, Schema
from ..model.style import ParagraphStyle
from .faults import layouts as faults
from .faults.values import MISSING_KEY
from .findings import Findings
from .merging import merge, without
from .options import Names, as_name, read_options
from .reader import Record, as_mapping
from .yaml_nodes import MapNode

PROPERTIES: Schema = {
    "size": Key("length", least=1, most=2000),
    "rows": Key("number", least=0.1, most=200),
    "leading": Key("length", least=1, most=2000),
    "align": Key("choice", choices=("justify", "left", "center", "right")),
    "indent": Key("number", least=-50, most=50),
    "left": Key("number", least=-50, most=50),
    "right": Key("number", least=-50, most=50),
    "colour": Key("colour"),
    "tracking": Key("number", least=-0.1, most=1),
    "spread": Key("number", least=0, most=2),
    "before": Key("number", least=0, most=200),
    "after": Key("number", least=0, most=200),
    "balance": Key("flag"),
    "initial": Key("integer", least=2, most=9),
    "initial_font": Key("font"),
    "initial_colour": Key("colour"),
}
KEYS = ("like", "font", *PROPERTIES)
#: What each style has, of its own or from the one that it is like.
REQUIRED = ("font", "size")


def read_styles(node: MapNode, names: Names, findings: Findings) -> dict[str, ParagraphStyle]:
    """The styles of a mapping from name to properties, without those that are faulty."""
    own: dict[str, MapNode] = {}
    for name, entry in node.entries.items():
        properties = as_mapping(entry.value, name, findings)
        if properties is not None:
            own[name] = properties
    whole: dict[str, MapNode] = {}
    rootless: set[str] = set()
    styles: dict[str, ParagraphStyle] = {}
    for name in own:
        _inherit(name, own, whole, node, rootless, findings)
        place = node.entries[name].key.span
        required = () if name in rootless else REQUIRED
        style = _read_style(name, place, whole[name], required, names, findings)
        if style is not None:
            styles[name] = style
    return styles


def _inherit(
    name: str,
    own: dict[str, MapNode],
    whole: dict[str, MapNode],
    styles: MapNode,
    rootless: set[str],
    findings: Findings,
) -> None:
    """Put the style with all that it inherits into `whole`, and those that it is like.

    rootless: takes those that lack what a faulty `like` would have given.
    """
    chain: list[str] = []
    base: str | None = name
    while base is not None and base not in whole and base in own:
        if base in chain:
            path = " → ".join([*chain[chain.index(base) :], base])
            place = styles.entries[base].key.span
            findings.add(faults.STYLE_CYCLE.at(place, name=base, path=path))
            rootless.update(chain)
            base = None
        else:
            chain.append(base)
            base = _like(own[base], styles, findings)
            if base is None and "like" in own[chain[-1]].entries:
                rootless.update(chain)
    if base in rootless:
        rootless.update(chain)
    for link in reversed(chain):
        rest = without(own[link], ("like",))
        whole[link] = merge(whole[base], rest, findings) if base in whole else rest
        base = link


def _like(style: MapNode, styles: MapNode, findings: Findings) -> str | None:
    """The style that this one follows."""
    entry = style.entries.get("like")
    if entry is None:
        return None
    return as_name(entry.value, "like", findings, styles.entries, faults.UNKNOWN_STYLE)


def _read_style(
    name: str,
    place: Span,
    node: MapNode,
    required: Collection[str],
    names: Names,
    findings: Findings,
) -> ParagraphStyle | None:
    record = Record(node, KEYS, findings)
    for key in required:
        if key not in node.entries:
            findings.add(MISSING_KEY.at(place, key=key))
    font_node = record.get("font")
    font = None
    if font_node is not None:
        font = as_name(font_node, "font", findings, names.fonts, faults.UNKNOWN_FONT)
    properties: dict[str, Any] = read_options(node, PROPERTIES, names, findings)
    if font is None or "size" not in properties:
        return None
    return ParagraphStyle(name=name, span=place, font=font, **properties)
