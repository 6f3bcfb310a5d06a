"""One mapping laid over another: how layouts extend layouts and styles follow styles."""

from __future__ import annotations

from collections.abc import Collection

from .faults.layouts import REMOVES_NOTHING
from .findings import Findings
from .yaml_nodes import Entry, MapNode, TextNode


def merge(base: MapNode, over: MapNode, findings: Findings) -> MapNode:
    """`base` with the keys of `over`: mappings merge, all else replaces, an empty value removes.

    Keys keep the order of `base`; new ones follow. Every part keeps the place it came from.
    """
    entries = dict(base.entries)
    for name, entry in over.entries.items():
        value, below = entry.value, entries.get(name)
        if isinstance(value, TextNode) and value.is_null:
            if entries.pop(name, None) is None:
                findings.unknown(REMOVES_NOTHING, entry.key.span, name, base.entries)
        elif isinstance(value, MapNode) and below and isinstance(below.value, MapNode):
            entries[name] = Entry(entry.key, merge(below.value, value, findings))
        else:
            entries[name] = entry
    return MapNode(entries, over.span)


def without(node: MapNode, names: Collection[str]) -> MapNode:
    """`node` without some of its keys."""
    entries = {name: entry for name, entry in node.entries.items() if name not in names}
    return MapNode(entries, node.span)
