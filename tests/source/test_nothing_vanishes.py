"""No visible character of the copy vanishes: it is printed, or a finding names its place, or it is
notation that shows in what is printed beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import example, given, settings
from hypothesis import strategies as st

from koubei_pdf.model.content import SPAN_CLASSES, Run
from koubei_pdf.source.findings import Findings
from koubei_pdf.source.markdown_body import read_copy
from koubei_pdf.source.text_files import SourceText

#: Pieces of markup, whole and broken, and of text.
PIECES = [*"国。“”《》a1\\-+>#|:`<{}[]()!_^=*", "**", "***", ":::", "~~", "~~~", "```", "<br>"]
PIECES += ["<!--", "-->", "&amp;", "&#42;", "[国]{.dots}", '[国]{ruby="guó"}', "{.name", "[^1]"]
PIECES += ["[^2]", "[^1]:国", "![]", "[国](a)", "https://a.b", "*国*", " ", "\t", "\u3000", "    "]
PIECES += ["\n", "\n\n", "  \n", "\\\n", "\n> ", "\n- ", "\n* ", "\n1. ", "\n## ", "\n##", "\n| "]
PIECES += ["\n---\n", "\n***\n", "\n===\n", "\n|--|--|\n", "\n::: sidebar\n", "\n:::\n"]
PIECES += ["\n:: sidebar\n", "\n\n-\n\n", "\n\n*\n\n", "\n\n>\n\n"]
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)

#: The marks of quotations, items and headings before the text of a line.
BEFORE = re.compile(r"[ \t\u3000]*(?:(?:>|(?:[-+*]|\d{1,9}[.)]|#{2,3})(?=\s|$))[ \t\u3000]*)*")
FENCE = re.compile(r"[ \t]*:{3,}.*")
NOTE = re.compile(r"\[\^[^\[\]\s^]{1,40}\]:")
#: Errors of a paragraph as a whole: of notes, of tables, of what stands in what.
OF_PARAGRAPHS = frozenset({"A018", "A039", "A040", "A041", "A060", "A061", "A062"})

OF_SIDEBARS = frozenset({"A018", "A070", "A071", "A072", "A073"})


@dataclass
class Line:
    """A line of the copy: which characters are printed or told, and the runs that stand on it."""

    text: str
    seen: list[bool]
    runs: list[Run]

    def marks(self) -> set[str]:
        """What its runs are marked as, readings among it."""
        return {mark for run in self.runs for mark in (*run.marks, *(["ruby"] * bool(run.ruby)))}


class Reading:
    """The copy as it was read, line by line."""

    def __init__(self, text: str) -> None:
        findings = Findings()
        source = SourceText.of("a.md", text)
        copy = read_copy(source, 0, findings)
        self.lines = [Line(line, [False] * len(line), []) for line in source.lines]
        blocks = [*copy.blocks, *copy.notes, *(block for side in copy.sidebars for block in side)]
        self.tables = {block.span.line for block in blocks if block.kind == "table"}
        self.items = {block.span.line for block in blocks if block.marker}
        self.notes = {note.span.line for note in copy.notes}
        self.headings = {block.span.line for block in blocks if block.kind == "heading"}
        self.sidebars = len(copy.sidebars)
        self.codes = {one.rule.code for one in findings.diagnostics}
        self.told_whole = {
            one.span.line for one in findings.diagnostics if one.rule.code in OF_PARAGRAPHS
        }
        for run in (run for block in blocks for run in block.runs):
            self.lines[run.span.line - 1].runs.append(run)
        spans = [run.span for line in self.lines for run in line.runs]
        for span in (*spans, *(one.span for one in findings.diagnostics)):
            for column in range(span.column - 1, span.column - 1 + span.length):
                self.lines[span.line - 1].seen[column] = True

    def around(self, number: int, blank: str) -> range:
        """The lines (from 1) around a line up to those of characters in `blank` alone."""
        first = last = number
        while first > 1 and self.lines[first - 2].text.strip(blank):
            first -= 1
        while last < len(self.lines) and self.lines[last].text.strip(blank):
            last += 1
        return range(first, last + 1)

    def paragraph(self, number: int) -> range:
        return self.around(number, " \t\u3000>")

    def vanished(self, number: int) -> str:
        """The characters of a line that are nowhere, and do nothing."""
        line = self.lines[number - 1]
        if FENCE.fullmatch(line.text) and (self.sidebars or OF_SIDEBARS & self.codes):
            return ""
        if not self.told_whole.isdisjoint(self.paragraph(number)):
            return ""
        before = BEFORE.match(line.text)
        start = before.end() if before and self._begins_text(number, before.end()) else 0
        return "".join(
            char
            for index, char in enumerate(line.text)
            if index >= start
            and not char.isspace()
            and not line.seen[index]
            and not self._has_effect(number, index)
        )

    def _begins_text(self, number: int, end: int) -> bool:
        """Whether what is before the text of a line has one: on it, on the next, or, of a blank
        line of a quotation, near it."""
        line = self.lines[number - 1]
        if line.runs or any(line.seen[end:]):
            return True
        if line.text.strip("> \t\u3000"):  # an item whose text is on the next line
            return number + 1 in self.items
        quotation = [self.lines[at - 1] for at in self.around(number, " \t\u3000")]
        return any(">" in other.text and (other.runs or any(other.seen)) for other in quotation)

    def _has_effect(self, number: int, index: int) -> bool:
        """Whether a character is notation, and shows in what stands beside it."""
        line = self.lines[number - 1]
        text, marks = line.text, line.marks()
        match text[index]:
            case "*" | "_":
                return bool({"strong", "emphasis"} & marks)
            case "\\":
                return index + 1 == len(text.rstrip()) or line.seen[index + 1]
            case "#":
                return number in self.headings
            case "|" | "-" | ":" if not self.tables.isdisjoint(self.paragraph(number)):
                return True
        is_span = any(
            match.start() <= index < match.end()
            for match in re.finditer(r"\]\{[^{}\n]*\}|\[", text)
        )
        if is_span and {"ruby", *SPAN_CLASSES} & marks:
            return True
        note = NOTE.search(text)
        return note is not None and number in self.notes and index in range(*note.span())


@settings(max_examples=600, deadline=None)
@example("国\n\n*\n\n国")
@example("- 国\n-\n1.\n")
@example("> 国\n>\n\n>\n\n国")
@given(MARKDOWN)
def test_every_visible_character_is_printed_told_or_has_its_effect(text: str) -> None:
    reading = Reading(text)
    for number in range(1, len(reading.lines) + 1):
        assert reading.vanished(number) == ""
