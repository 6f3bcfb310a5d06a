"""The text within a paragraph → runs, each at its exact place in the source.

markdown-it gives no places within a paragraph. Its tokens come in the order of the text, so a
cursor walks through the text beside them.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token

from ..model.content import Run
from ..model.diagnostics import Rule, Span
from .faults import articles as faults
from .faults.marks import STRUCK, TASK
from .faults.tables import TABLE
from .findings import Findings
from .joining import is_wide, line_joint
from .readings import with_reading
from .spans import BracketSpan, clash, environment, find_spans
from .stray_marks import is_character, stray_marks
from .text_files import warn_of_invisible_entity

#: Without these characters a text is only itself.
_MARKUP = re.compile(r"[*_\\&\[［{｛]")

_FOREIGN = re.compile(
    r"\\."
    r"|(?P<image>!\[[^\[\]]{0,300}\][(\[])"
    r"|(?P<link>\[(?!\^)[^\[\]]{0,300}\](?:\(|\[(?!\^))|^\[(?!\^)[^\[\]]{1,300}\]:"
    r"|<(?:https?|mailto):[^<>\s]{1,300}>)"
    r"|(?P<html><(?:!--|(?:[!?]|/?[A-Za-z])[^<>]{0,300}>))"
    r"|(?P<code>`+|^~~~)"
    r"|(?P<task>^\[[ xX]\](?=[ \t]))"
    r"|(?P<struck>~~[^~\s][^~]{0,300}~~)",
    re.MULTILINE | re.DOTALL,
)
#: Without these characters a text has nothing foreign.
_FOREIGN_MARKS = re.compile(r"[\\!\[<`~]")
_FOREIGN_RULES: dict[str, Rule] = {
    "image": faults.IMAGE,
    "link": faults.LINK,
    "html": faults.HTML,
    "code": faults.CODE,
    "task": TASK,
    "struck": STRUCK,
}

#: The line below a table's head: `| --- | ---: |`.
TABLE_RULE = re.compile(
    r"^[ \t]*(?:\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?|\|[ \t]*:?-+:?[ \t]*\|)[ \t]*$",
    re.MULTILINE,
)

_MARKS = {"strong_open": "strong", "em_open": "emphasis"}
_NO_MARKS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class InlineText:
    """The text of a paragraph: its source lines without what Markdown puts before them.

    Line i of `text` begins at index starts[i]; its first character stands at places[i].
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[Span, ...]

    def span(self, index: int, length: int) -> Span:
        """The place of the character at `index`."""
        line = bisect.bisect_right(self.starts, index) - 1
        return self.places[line].at(index - self.starts[line], length)

    def part(self, start: int, end: int) -> InlineText:
        """The text from index `start` to `end`."""
        first = bisect.bisect_right(self.starts, start) - 1
        last = bisect.bisect_right(self.starts, end)
        pairs = zip(self.starts[first:last], self.places[first:last], strict=True)
        lines = [(max(at, start), min(at + place.length, end)) for at, place in pairs]
        return InlineText(
            self.text[start:end],
            tuple(first - start for first, _ in lines),
            tuple(self.span(first, last - first) for first, last in lines),
        )


@dataclass(frozen=True, slots=True)
class _LineEnd:
    """A line end in the source that is none of the paragraph, at `index` of its text."""

    index: int
    marks: frozenset[str]


Numbering = Callable[[str, Span], int]


def read_runs(
    inline: InlineText, parser: MarkdownIt, findings: Findings, number: Numbering
) -> tuple[Run, ...]:
    """The runs of a paragraph; what cannot stand in copy is reported and kept as text.

    number: the number of the note with that label, whose mark stands at that place.
    """
    _report_foreign(inline, findings)
    if _MARKUP.search(inline.text) is None:
        return _joined(inline, list(_plain(inline)))
    spans = find_spans(inline.text, inline.span, findings)
    state = _ChineseInline(inline.text, parser, environment(spans), [])
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    return _joined(inline, _Marked(inline, findings, number).parts_of(state.tokens))


def _plain(inline: InlineText) -> Iterator[Run | _LineEnd]:
    """Text without any markup, line by line."""
    lines = inline.text.split("\n")
    for line, start, place in zip(lines, inline.starts, inline.places, strict=True):
        if start > 0:
            yield _LineEnd(start - 1, _NO_MARKS)
        # Two spaces at the end of a line (but not of the paragraph) force a line end.
        text = line.rstrip(" ")
        if text:
            yield Run(text, place.at(0, len(text)))
        if len(line) - len(text) >= 2 and start + len(line) < len(inline.text):
            yield Run("\n", inline.span(start + len(line), 0))


class _Marked:
    """The parts of a text with markup, found by walking through it beside its tokens."""

    def __init__(self, inline: InlineText, findings: Findings, number: Numbering) -> None:
        self._inline, self._findings, self._number = inline, findings, number
        self._at = 0
        self._parts: list[Run | _LineEnd] = []
        #: What is open: its marks, the span it is, and the parts before it.
        self._open: list[tuple[tuple[str, ...], BracketSpan | None, int]] = []
        #: Marks of spans that have no run yet.
        self._begun: frozenset[str] = frozenset()

    def parts_of(self, tokens: list[Token]) -> list[Run | _LineEnd]:
        for token in tokens:
            self._take(token)
        return self._parts

    def _take(self, token: Token) -> None:
        inline, at = self._inline, self._at
        kinds = frozenset(mark for marks, _, _ in self._open for mark in marks)
        self._at += len(token.content if token.type == "text" else token.markup)
        match token.type:
            case "text":
                if token.content:
                    place = inline.span(at, len(token.content))
                    self._add(Run(token.content, place, kinds))
                    for start, mark in stray_marks(inline.text, at, at + len(token.content)):
                        stray = inline.span(start, len(mark))
                        self._findings.add(faults.STRAY_MARK.at(stray, mark=mark))
            case "text_special":
                run = _special(inline, token, at, kinds)
                warn_of_invisible_entity(run.text, run.span, self._findings)
                self._add(run)
            case "softbreak" | "hardbreak":
                end = inline.text.index("\n", at)
                if token.type == "hardbreak":
                    self._parts.append(Run("\n", inline.span(end, 0), kinds))
                self._parts.append(_LineEnd(end, kinds))
                self._at = end + 1
            case "note_mark":
                place = inline.span(at, len(token.markup))
                number = str(self._number(token.content, place))
                self._add(Run(number, place, kinds | {"note"}, begins=frozenset({"note"})))
            case "span_open":
                self._open_span(token.meta["span"], kinds)
            case "strong_open" | "em_open":
                self._open.append(((_MARKS[token.type],), None, len(self._parts)))
            case _:
                _, span, first = self._open.pop()
                if span is not None and span.ruby is not None:
                    self._set_reading(span, span.ruby, first)

    def _add(self, run: Run) -> None:
        if self._begun:
            run = replace(run, begins=run.begins | self._begun & run.marks)
            self._begun = frozenset()
        self._parts.append(run)

    def _open_span(self, span: BracketSpan, kinds: frozenset[str]) -> None:
        place = self._inline.span(span.end + 1, span.stop - span.end - 1)
        if span.marks and (fault := clash(kinds | set(span.marks), place)):
            self._findings.add(fault)
        self._open.append((span.marks, span, len(self._parts)))
        self._begun |= set(span.marks)

    def _set_reading(self, span: BracketSpan, reading: str, first: int) -> None:
        """Share the reading out among the runs of a span, which are the last ones."""
        runs = [part for part in self._parts[first:] if isinstance(part, Run)]
        place = self._inline.span(span.end + 1, span.stop - span.end - 1)
        if len(runs) < len(self._parts) - first:
            runs = list(_joined(self._inline, self._parts[first:]))
        self._parts[first:] = with_reading(runs, reading, place, self._findings)


def _special(inline: InlineText, token: Token, at: int, kinds: frozenset[str]) -> Run:
    """An escaped character, at its own place after the backslash, or an entity."""
    if token.info == "escape" and len(token.content) == 1:
        return Run(token.content, inline.span(at + 1, 1), kinds)
    return Run(token.content, inline.span(at, len(token.markup)), kinds)


def _joined(inline: InlineText, parts: list[Run | _LineEnd]) -> tuple[Run, ...]:
    """The runs, with a space for each line end that needs one."""
    runs: list[Run] = []
    for place, part in enumerate(parts):
        if isinstance(part, Run):
            runs.append(part)
            continue
        following = next((other for other in parts[place + 1 :] if isinstance(other, Run)), None)
        before = runs[-1].text[-1] if runs else ""
        after = following.text[0] if following else ""
        if before != "\n" and line_joint(before, after):
            runs.append(Run(" ", inline.span(part.index, 0), part.marks))
    return tuple(runs)


def _report_foreign(inline: InlineText, findings: Findings) -> None:
    """Report the first of each thing that copy cannot hold."""
    reported = set()
    may_have = _FOREIGN_MARKS.search(inline.text) is not None
    for match in _FOREIGN.finditer(inline.text) if may_have else ():
        kind = match.lastgroup
        if kind is not None and kind not in reported:
            reported.add(kind)
            length = len(match[0].split("\n")[0])
            findings.add(_FOREIGN_RULES[kind].at(inline.span(match.start(), length)))
    table = TABLE_RULE.search(inline.text) if "\n" in inline.text else None
    if table is not None and table.start() > 0:
        findings.add(TABLE.at(inline.span(table.start(), len(table[0]))))


class _ChineseInline(StateInline):
    """Emphasis for text without spaces between words.

    CommonMark asks for a space where emphasis meets punctuation, which would leave the marks of
    `**“云”**改变` in print. Beside Han and Chinese punctuation no space is needed here (as in the
    CJK-friendly amendments to CommonMark). Between Latin letters or digits a mark is itself, as
    in `2*3*4`.
    """

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803 (overrides)
        marker = self.src[start]
        end = start
        while end < self.posMax and self.src[end] == marker:
            end += 1
        before = self.src[start - 1] if start > 0 else " "
        after = self.src[end] if end < self.posMax else " "
        if is_character(before, after):
            return Scanned(False, False, end - start)
        left = not after.isspace() and (not _is_punctuation(after) or _parts_words(before))
        right = not before.isspace() and (not _is_punctuation(before) or _parts_words(after))
        if canSplitWord:
            return Scanned(left, right, end - start)
        can_open = left and (not right or _is_punctuation(before))
        can_close = right and (not left or _is_punctuation(after))
        return Scanned(can_open, can_close, end - start)


def _is_punctuation(character: str) -> bool:
    """Punctuation other than Chinese."""
    if is_wide(character):
        return False
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


def _parts_words(character: str) -> bool:
    """Whether emphasis may begin after, or end before, this character and punctuation."""
    return character.isspace() or is_wide(character) or _is_punctuation(character)
