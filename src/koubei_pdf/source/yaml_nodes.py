"""YAML as a tree in which every part knows its place. Texts are kept as written: no types yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ..model.diagnostics import Span


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar. `span` is its first character within any quotes, and how many of its characters
    stand there one after another. `plain`: written without quotes."""

    text: str
    span: Span
    plain: bool = True

    @property
    def size(self) -> int:
        return 1

    @property
    def depth(self) -> int:
        return 0

    @property
    def is_null(self) -> bool:
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence. `size` counts all nodes in it, aliases as often as they are used; `depth` is
    how many lists and mappings stand in each other."""

    items: tuple[Node, ...]
    span: Span
    size: int = 1
    depth: int = 1


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping, in the order of the file. `span` is its first key."""

    entries: Mapping[str, Entry]
    span: Span
    size: int = 1
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its place, and its value."""

    key: TextNode
    value: Node


Node = TextNode | ListNode | MapNode


def texts_below(node: Node, without: Collection[str]) -> Iterator[tuple[TextNode, ...]]:
    """All texts below a node, in order, but for what stands under the keys `without`; those of a
    list, which may be the lines of one text, together."""
    match node:
        case MapNode():
            for name, entry in node.entries.items():
                if name not in without:
                    yield from texts_below(entry.value, without)
        case ListNode():
            yield tuple(item for item in node.items if isinstance(item, TextNode))
            for item in node.items:
                if not isinstance(item, TextNode):
                    yield from texts_below(item, without)
        case TextNode():
            yield (node,)
