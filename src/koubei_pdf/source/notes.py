"""The notes of an article: `[^label]` in the copy, `[^label]: text` as a paragraph of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..model.diagnostics import Span
from .faults import spans as faults
from .findings import Findings
from .markdown_inline import InlineText
from .spans import LABEL

_NOTE = re.compile(rf"^\[\^({LABEL})\]:[ \t]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NoteText:
    """The text of a note; `span` is where its label is written."""

    label: str
    inline: InlineText
    span: Span


@dataclass(slots=True)
class Notes:
    """What was found of an article's notes so far.

    marks: where each label is first used, in order; numbers: by label, in this order.
    """

    marks: list[tuple[str, Span]] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    texts: dict[str, NoteText] = field(default_factory=dict)

    def number(self, label: str, span: Span) -> int:
        """The number of a note that is marked at `span`; a note marked again keeps its own."""
        if label not in self.numbers:
            self.marks.append((label, span))
            self.numbers[label] = len(self.marks)
        return self.numbers[label]

    def add(self, note: NoteText, findings: Findings) -> None:
        first = self.texts.setdefault(note.label, note)
        if first is not note:
            fault = faults.NOTE_TWICE.at(note.span, label=note.label, line=first.span.line)
            findings.add(fault)

    def in_order(self, findings: Findings) -> Iterator[tuple[int, NoteText]]:
        """The notes by number, those that notes themselves call for included.

        A mark without text and a text without mark are reported.
        """
        # Each note may add marks to the list while it is read.
        for number, (label, span) in enumerate(self.marks, start=1):
            if label in self.texts:
                yield number, self.texts[label]
            else:
                findings.add(faults.NO_NOTE.at(span, label=label))
        for label, note in self.texts.items():
            if label not in self.numbers:
                findings.add(faults.UNUSED_NOTE.at(note.span, label=label))


def part_notes(inline: InlineText) -> tuple[InlineText | None, list[NoteText]]:
    """A paragraph's own text (None: it has none) and the notes whose texts stand in it.

    Notes may follow each other, or a paragraph, line by line.
    """
    heads = list(_NOTE.finditer(inline.text))
    if not heads:
        return inline, []
    starts = [head.start() for head in heads]
    before = inline.part(0, starts[0] - 1) if starts[0] else None
    notes = []
    for head, end in zip(heads, [*starts[1:], len(inline.text) + 1], strict=True):
        span = inline.span(head.start(), len(head[1]) + 3)
        notes.append(NoteText(head[1], inline.part(head.end(), end - 1), span))
    return before, notes
