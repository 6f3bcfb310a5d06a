"""Half-width punctuation that stands in Chinese text, in copy and in the heads of articles."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ..model.content import Run
from ..model.diagnostics import Span
from .faults.marks import NARROW_MARK
from .findings import Findings
from .yaml_nodes import ListNode, MapNode, Node, TextNode

#: Without these a text has no such mark.
_ANY = re.compile(r'[,:;!?()"\']|\.{3}|--')
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff“”‘’…—]"
#: A stop follows Han and is not followed by a Latin letter or a digit; the others touch Han, a
#: straight single quotation mark behind a letter or digit being an apostrophe, or a prime.
_NARROW = re.compile(
    rf"(?<={_WIDE})[,:;!?](?={_WIDE}|\s|$)"
    rf"|(?<={_WIDE})(?:[)\"']|\((?=[^()]*\))|\.{{3,}}|--+)"
    rf'|(?:[("]|(?<![A-Za-z0-9])\'|\.{{3,}}|--+)(?={_WIDE})'
)
_FULL = {
    ",": "，",
    ":": "：",
    ";": "；",
    "!": "！",
    "?": "？",
    "(": "（",
    ")": "）",
    '"': "“”",
    "'": "‘’",
    "...": "……",
    "--": "——",
}


def warn_of_narrow_marks(runs: Sequence[Run], findings: Findings) -> None:
    """Point out the half-width marks of a paragraph; the numbers of notes are none of it."""
    runs = [run for run in runs if "note" not in run.marks]
    text = "".join(run.text for run in runs)
    if _ANY.search(text) is None:
        return
    ends: list[tuple[int, Run]] = []
    at = 0
    for run in runs:
        at += len(run.text)
        ends.append((at, run))
    for start, length in _narrow(text):
        end, run = next((end, run) for end, run in ends if start < end)
        offset = start - (end - len(run.text))
        is_exact = run.span.length == len(run.text)
        _report(text[start : start + length], run.span, offset if is_exact else -1, findings)


def warn_of_narrow_marks_in_head(node: Node, without: Collection[str], findings: Findings) -> None:
    """Point out those of all texts below a node, but for what stands under the keys `without`."""
    match node:
        case MapNode():
            for name, entry in node.entries.items():
                if name not in without:
                    warn_of_narrow_marks_in_head(entry.value, without, findings)
        case ListNode():
            for item in node.items:
                warn_of_narrow_marks_in_head(item, without, findings)
        case TextNode():
            for start, length in _narrow(node.text):
                is_exact = start + length <= node.span.length
                mark = node.text[start : start + length]
                _report(mark, node.span, start if is_exact else -1, findings)


def _narrow(text: str) -> Iterator[tuple[int, int]]:
    """Index and length of each half-width mark in Chinese text."""
    for match in _NARROW.finditer(text):
        yield match.start(), len(match[0])


def _report(mark: str, span: Span, offset: int, findings: Findings) -> None:
    """A mark `offset` characters into its span (-1: nobody knows where)."""
    place = span if offset < 0 else span.at(offset, len(mark))
    kind = mark[:3] if mark[0] == "." else mark[:2]
    findings.add(NARROW_MARK.at(place, mark=kind, wide=_FULL[kind]))
