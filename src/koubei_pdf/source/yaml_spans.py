"""YAML text → nodes that know their line and column.

Built from the parser's events rather than from its tree, so that depth and the growth of aliases
are bounded while reading. Places come from character indices: YAML counts lines in its own way
(U+2028 ends one), editors and this project count line feeds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..model.diagnostics import Span
from ..model.names import shown
from .faults import syntax as faults
from .faults.files import EMPTY_FILE, NOT_A_MAPPING, NOT_IN_YAML
from .findings import Findings
from .joining import join_folded
from .text_files import SourceText, warn_of_invisible
from .yaml_faults import DEEPEST, syntax_fault, wide_colon
from .yaml_nodes import Entry, ListNode, MapNode, Node, TextNode

#: Nodes with aliases expanded that a file may have.
MOST_NODES = 100_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: What YAML refuses of the characters that UTF-8 can hold.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")

#: An anchor or a tag before a value.
_PROPERTY = re.compile(r"[&!]\S*\s+")

#: The line of `|` or `>`, and the blank before the first character of its text.
_BLOCK_HEADER = re.compile(r"[^\n]*\s*")


def read_mapping(
    source: SourceText, findings: Findings, start: int = 0, end: int | None = None
) -> MapNode | None:
    """The mapping that `source` holds from index `start` to `end`, or None with faults reported.

    A part of a file may be empty, a whole file may not.
    """
    end = len(source.text) if end is None else end
    refused = _REFUSED.search(source.text, start, end)
    if refused is not None:
        code = f"U+{ord(refused[0]):04X}"
        findings.add(NOT_IN_YAML.at(source.span(refused.start()), code=code))
        return None
    warn_of_invisible(source, start, end, findings)
    composer = _Composer(source, start, findings)
    if not composer.read(source.text[start:end]):
        return None
    root = composer.root
    if isinstance(root, MapNode):
        return root
    if root is None or (isinstance(root, TextNode) and root.is_null):
        if start > 0:
            return MapNode({}, source.span(start))
        findings.add(EMPTY_FILE.at(Span(source.file), path=source.file))
    elif isinstance(root, TextNode) and (place := wide_colon(source, root.span.line)) is not None:
        findings.add(faults.WIDE_COLON.at(place))
    else:
        findings.add(NOT_A_MAPPING.at(root.span, path=source.file))
    return None


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read; a mapping's items are keys and values by turns."""

    start: int
    is_map: bool
    anchor: str | None
    items: list[Node] = field(default_factory=list)


class _UnreadableError(Exception):
    """Ends the reading after a fault that makes the rest meaningless (it has been reported)."""


class _Composer:
    """Builds nodes from one file's events."""

    def __init__(self, source: SourceText, start: int, findings: Findings) -> None:
        self.root: Node | None = None
        self._source = source
        self._start = start
        self._findings = findings
        self._open: list[_Open] = []
        self._anchors: dict[str, Node] = {}
        self._nodes = 0
        self._documents = 0
        self._long_quote: tuple[int, int] | None = None

    def read(self, text: str) -> bool:
        """Read a whole document; False after a fault of notation."""
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                self._take(event)
        except _UnreadableError:
            return False
        except yaml.MarkedYAMLError as error:
            self._findings.add(syntax_fault(error, self._source, self._start, self._long_quote))
            return False
        except yaml.YAMLError as error:
            problem = shown(str(error))
            self._findings.add(faults.BAD_YAML.at(self._source.span(self._start), problem=problem))
            return False
        return True

    def _take(self, event: Any) -> None:
        match event:
            case yaml.ScalarEvent():
                self._check_tag(event)
                self._add(self._text(event), event.anchor, event)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._check_tag(event)
                if len(self._open) == DEEPEST:
                    self._stop(faults.TOO_DEEP, event, limit=DEEPEST)
                is_map = isinstance(event, yaml.MappingStartEvent)
                self._open.append(_Open(self._index(event), is_map, event.anchor))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                done = self._open.pop()
                self._add(self._map(done) if done.is_map else self._list(done), done.anchor, event)
            case yaml.AliasEvent():
                name = str(event.anchor)
                if name not in self._anchors:
                    self._stop(faults.UNKNOWN_ALIAS, event, name=shown(name))
                node = self._anchors[name]
                if len(self._open) + node.depth > DEEPEST:
                    self._stop(faults.TOO_DEEP, event, limit=DEEPEST)
                self._add(node, None, event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._stop(faults.FEATURE, event, what="---")

    def _add(self, node: Node, anchor: str | None, event: Any) -> None:
        """Put a finished node where it belongs."""
        self._nodes += node.size if isinstance(event, yaml.AliasEvent) else 1
        if self._nodes > MOST_NODES:
            self._stop(faults.TOO_MANY, event, limit=f"{MOST_NODES:,}")
        if anchor is not None:
            self._anchors[anchor] = node
        if self._open:
            self._open[-1].items.append(node)
        else:
            self.root = node

    def _text(self, event: Any) -> TextNode:
        value: str = event.value
        index = self._content(event)
        end = self._start + event.end_mark.index
        text = self._source.text
        if event.style != "|" and text.find("\n", index, end) >= 0:
            if event.style in ("'", '"'):
                self._long_quote = (index - 1, end)
                end -= 1
            value = join_folded(value, text[index:end])
        value = value.rstrip("\n")
        length = _common_length(value, text, index)
        return TextNode(value, self._source.span(index, max(length, 1)), not event.style)

    def _content(self, event: Any) -> int:
        """The index of a scalar's first character: after tag, anchor, quote or block header."""
        index = self._index(event)
        text = self._source.text
        if event.style in ("|", ">"):
            header = _BLOCK_HEADER.match(text, index)
            return header.end() if header else index
        return index + 1 if event.style in ("'", '"') else index

    def _list(self, done: _Open) -> ListNode:
        return ListNode(tuple(done.items), self._source.span(done.start), *_extent(done))

    def _map(self, done: _Open) -> MapNode:
        entries: dict[str, Entry] = {}
        for key, value in zip(done.items[::2], done.items[1::2], strict=True):
            if not isinstance(key, TextNode):
                self._findings.add(faults.FEATURE.at(key.span, what="? key"))
            elif key.plain and key.text == "<<":
                self._findings.add(faults.FEATURE.at(key.span, what="<<"))
            elif key.text in entries:
                line = entries[key.text].key.span.line
                fault = faults.DUPLICATE_KEY.at(key.span, key=shown(key.text), line=line)
                self._findings.add(fault)
            else:
                entries[key.text] = Entry(key, value)
        first = next(iter(entries.values()), None)
        span = first.key.span if first else self._source.span(done.start)
        return MapNode(entries, span, *_extent(done))

    def _check_tag(self, event: Any) -> None:
        if event.tag is not None:
            span = self._source.span(self._start + event.start_mark.index)
            self._findings.add(faults.FEATURE.at(span, what=shown(event.tag)))

    def _index(self, event: Any) -> int:
        """The index of an event's own text, after its anchor and tag."""
        index: int = self._start + event.start_mark.index
        while event.anchor is not None or event.tag is not None:
            match = _PROPERTY.match(self._source.text, index)
            if match is None:
                break
            index = match.end()
        return index

    def _stop(self, rule: Any, event: Any, **facts: object) -> None:
        span = self._source.span(self._start + event.start_mark.index)
        self._findings.add(rule.at(span, **facts))
        raise _UnreadableError


def _extent(done: _Open) -> tuple[int, int]:
    """Size and depth of a list or mapping with all its items."""
    size = 1 + sum(item.size for item in done.items)
    return size, 1 + max((item.depth for item in done.items), default=0)


def _common_length(value: str, text: str, index: int) -> int:
    """How many characters of `value` stand at `index` of `text` one after another, on one line."""
    if text.startswith(value, index) and "\n" not in value:
        return len(value)
    length = 0
    for wanted, found in zip(value, text[index : index + len(value)], strict=False):
        if wanted != found or wanted == "\n":
            break
        length += 1
    return length
