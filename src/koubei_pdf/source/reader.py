"""Typed values out of YAML nodes. Each function gives None where it reported a fault."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from ..model.content import Run
from ..model.diagnostics import Rule
from ..model.geometry import mm
from ..model.names import shown
from ..model.schema import Key
from .faults import values as faults
from .findings import Findings
from .lengths import parse_length, parse_number
from .yaml_nodes import Entry, ListNode, MapNode, Node, TextNode

T = TypeVar("T")


def as_mapping(node: Node, name: str, findings: Findings) -> MapNode | None:
    """A mapping; `name` is the key that it stands under."""
    if isinstance(node, MapNode):
        return node
    _report_kind(node, name, faults.WANT_MAPPING, findings)
    return None


def as_list(node: Node, name: str, findings: Findings) -> tuple[Node, ...] | None:
    """The items of a list."""
    if isinstance(node, ListNode):
        return node.items
    _report_kind(node, name, faults.WANT_LIST, findings)
    return None


def as_list_of(node: Node, name: str, count: int, findings: Findings) -> tuple[Node, ...] | None:
    """The items of a list of exactly `count`."""
    items = as_list(node, name, findings)
    if items is not None and len(items) != count:
        fault = faults.WRONG_COUNT.at(node.span, key=name, count=count, found=len(items))
        findings.add(fault)
        return None
    return items


def as_text(node: Node, name: str, findings: Findings) -> Run | None:
    """A text that is not empty, whatever it looks like: `2023.10` stays as it was written.

    Tabs are spaces; they are pointed out where the file is read.
    """
    if isinstance(node, TextNode) and node.text.strip() and not node.is_null:
        return Run(node.text.replace("\t", " "), node.span)
    _report_kind(node, name, faults.WANT_TEXT, findings)
    return None


def as_field(node: Node, name: str, findings: Findings) -> Run | None:
    """A text, or a list of texts as the lines of one. The span is that of the first line."""
    if not isinstance(node, ListNode) or not node.items:
        return as_text(node, name, findings)
    lines = [as_text(item, name, findings) for item in node.items]
    texts = [line for line in lines if line is not None]
    if len(texts) < len(lines):
        return None
    return Run("\n".join(line.text for line in texts), texts[0].span)


def as_texts(node: Node, name: str, findings: Findings) -> tuple[Run, ...]:
    """One text or a list of texts, without those that are faulty."""
    if isinstance(node, MapNode):
        _report_kind(node, name, faults.WANT_LIST, findings)
        return ()
    items = node.items if isinstance(node, ListNode) else (node,)
    texts = (as_text(item, name, findings) for item in items)
    return tuple(text for text in texts if text is not None)


def as_number(node: Node, name: str, findings: Findings, key: Key) -> float | None:
    """A number within the bounds of `key`."""
    return _parsed(node, name, findings, key, parse_number, faults.WANT_NUMBER)


def as_integer(node: Node, name: str, findings: Findings, key: Key) -> int | None:
    """A whole number within the bounds of `key`."""
    return _parsed(node, name, findings, key, _parse_integer, faults.WANT_INTEGER)


def as_length(node: Node, name: str, findings: Findings, key: Key) -> float | None:
    """A length in pt within the bounds of `key` (pt)."""
    return _parsed(node, name, findings, key, parse_length, faults.WANT_LENGTH)


def as_flag(node: Node, name: str, findings: Findings) -> bool | None:
    """true or false."""
    return _parsed(node, name, findings, Key("flag"), _parse_flag, faults.WANT_FLAG)


def as_choice(node: Node, name: str, findings: Findings, choices: Collection[str]) -> str | None:
    """One of `choices`."""
    text = as_text(node, name, findings)
    if text is None or text.text in choices:
        return None if text is None else text.text
    findings.unknown(faults.UNKNOWN_CHOICE, text.span, text.text, choices, key=name)
    return None


class Record:
    """A mapping with declared keys: unknown and missing ones are reported at once.

    Its methods give None where a key is absent, or its value faulty and reported. `meant` are
    the keys that unknown ones are most like, and that are absent by misspelling only.
    """

    def __init__(
        self,
        node: MapNode,
        known: Collection[str],
        findings: Findings,
        required: Collection[str] = (),
    ) -> None:
        self.node = node
        self.span = node.span
        self._findings = findings
        self.meant: set[str | None] = set()
        for name, entry in node.entries.items():
            if name not in known:
                near = findings.unknown(faults.UNKNOWN_KEY, entry.key.span, name, known)
                self.meant.add(near)
        for name in required:
            value = self.get(name)
            if value is None and name not in self.meant:
                findings.add(faults.MISSING_KEY.at(node.span, key=name))
            elif value is not None and _is_empty(value):
                rule = replace(faults.EMPTY_VALUE, help=faults.MUST_BE_FILLED)
                findings.add(rule.at(value.span, key=name))

    @classmethod
    def of(
        cls,
        node: Node,
        name: str,
        known: Collection[str],
        findings: Findings,
        required: Collection[str] = (),
    ) -> Record | None:
        """The record at a node, or None if it is no mapping."""
        mapping = as_mapping(node, name, findings)
        return None if mapping is None else cls(mapping, known, findings, required)

    def get(self, name: str) -> Node | None:
        """The node under a key."""
        entry = self.node.entries.get(name)
        return None if entry is None else entry.value

    def text(self, name: str) -> Run | None:
        return self._read(name, as_text)

    def field(self, name: str) -> Run | None:
        return self._read(name, as_field)

    def texts(self, name: str) -> tuple[Run, ...]:
        return self._read(name, as_texts) or ()

    def items(self, name: str) -> tuple[Node, ...]:
        return self._read(name, as_list) or ()

    def mapping(self, name: str) -> Mapping[str, Entry]:
        """The entries of a mapping; none where the key is absent or faulty."""
        found = self._read(name, as_mapping)
        return {} if found is None else found.entries

    def flag(self, name: str) -> bool:
        return bool(self._read(name, as_flag))

    def number(self, name: str, key: Key) -> float | None:
        node = self.get(name)
        return None if node is None else as_number(node, name, self._findings, key)

    def integer(self, name: str, key: Key) -> int | None:
        node = self.get(name)
        return None if node is None else as_integer(node, name, self._findings, key)

    def length(self, name: str, key: Key) -> float | None:
        node = self.get(name)
        return None if node is None else as_length(node, name, self._findings, key)

    def _read(self, name: str, read: Callable[[Node, str, Findings], T]) -> T | None:
        node = self.get(name)
        return None if node is None else read(node, name, self._findings)


def _is_empty(node: Node) -> bool:
    return isinstance(node, TextNode) and (node.is_null or not node.text.strip())


def _report_kind(node: Node, name: str, rule: Rule, findings: Findings) -> None:
    """`node` is not of the kind wanted under `name`: it is empty, or something else."""
    if _is_empty(node):
        findings.add(faults.EMPTY_VALUE.at(node.span, key=name))
    else:
        findings.add(rule.at(node.span, key=name))


def _parsed(
    node: Node,
    name: str,
    findings: Findings,
    key: Key,
    parse: Callable[[str], T | None],
    rule: Rule,
) -> T | None:
    """A text that `parse` understands and that lies within the bounds of `key`."""
    text = as_text(node, name, findings)
    if text is None:
        return None
    value = parse(text.text)
    if value is None:
        findings.add(rule.at(text.span, key=name, found=shown(text.text)))
    elif not within(value, key):
        found = shown(text.text)
        range_ = bounds(key, text.text)
        fault = faults.OUT_OF_RANGE.at(text.span, key=name, found=found, range=range_)
        findings.add(fault)
        return None
    return value


def within(value: object, key: Key) -> bool:
    """Whether a number lies within the bounds of `key`; all else does."""
    if not isinstance(value, (int, float)):
        return True
    least, most = key.least, key.most
    return (least is None or value >= least) and (most is None or value <= most)


def bounds(key: Key, written: str = "") -> str:
    """The bounds of `key`, readable in any language; lengths are in mm if that was written so,
    else in pt."""
    unit, one = "", 1.0
    if key.type == "length":
        is_metric = written.strip().lower().endswith(("mm", "cm"))
        unit, one = (" mm", mm(1)) if is_metric else (" pt", 1.0)
    least = None if key.least is None else f"{key.least / one:.6g}"
    most = None if key.most is None else f"{key.most / one:.6g}"
    if most is None:
        return f"≥ {least}{unit}"
    return f"≤ {most}{unit}" if least is None else f"{least}–{most}{unit}"


def _parse_integer(text: str) -> int | None:
    number = parse_number(text)
    return int(number) if number is not None and number.is_integer() and "." not in text else None


def _parse_flag(text: str) -> bool | None:
    return {"true": True, "false": False}.get(text.lower())
