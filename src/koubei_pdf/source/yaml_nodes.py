"""YAML as a tree in which every part knows its place. Texts are kept as written: no types yet."""

from __future__ import annotations

from collections.abc import Mapping
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
