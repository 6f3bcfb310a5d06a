"""Bracketed spans and note marks within a paragraph: `[重点]{.dots}`, `[汉]{ruby="hàn"}`, `[^1]`.

The notation is pandoc's, so that other tools understand the manuscript. Brackets that nothing
in braces follows are text of the copy: `[2023]5号`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from markdown_it.rules_inline import StateInline

from ..model.content import SPAN_CLASSES
from ..model.diagnostics import Diagnostic, Span
from ..model.names import shown
from .faults import spans as faults
from .findings import Findings

#: What a label of a note may be.
LABEL = r"[^\[\]\s^]{1,40}"

#: Where `Spans` lies in the environment of markdown-it's state.
_SPANS = "spans"

_PIECE = re.compile(
    rf"(?s:\\.)|(?P<note>\[\^(?P<label>{LABEL})\])"
    r"|(?P<bad_note>[\[［][ \t]*[\^＾][^\[\]［］\n]{0,40}[\]］]?)|(?P<open>\[)"
    r"|(?P<span>\]\{(?P<attributes>[^{}\n]*)\})|(?P<close>\](?!\{))"
    r"|(?P<stray>\]\{[^{}\n]*|[{｛][ \t]*(?:\.[^\W\d]|ruby=)[^{}｛｝\n]*[}｝]?)"
)
_ATTRIBUTE = re.compile(
    r"[ \t]*(?:\.(?P<name>[^\s.{}=\"]+)"
    r"|(?P<key>[A-Za-z]+)=(?:\"(?P<straight>[^\"]*)\"|[\"“”](?P<curly>[^\"“”]*)[\"“”]"
    r"|['‘’](?P<single>[^'‘’]*)['‘’](?!\S)|(?P<bare>[^\s\"“”'‘’][^\s\"“”]*)))"
)
#: What would be a note's mark or emphasis in copy, and is neither in a reading.
_MARKUP = re.compile(r"\[\^[^\[\]]*\]?|(\*{1,2})[^*\s][^*]*\1")

Place = Callable[[int, int], Span]


@dataclass(frozen=True, slots=True)
class BracketSpan:
    """A span's text from `start` to `end`, its braces up to `stop`, and what they say.

    ruby: None where the span has no reading.
    """

    start: int
    end: int
    stop: int
    marks: tuple[str, ...]
    ruby: str | None


@dataclass(slots=True)
class Spans:
    """The spans of a paragraph and the labels of its note marks with their ends, by start."""

    spans: dict[int, BracketSpan] = field(default_factory=dict)
    notes: dict[int, tuple[str, int]] = field(default_factory=dict)


def find_spans(text: str, place: Place, findings: Findings) -> Spans:
    """The spans and note marks of a paragraph's text; what is malformed is reported.

    place: the source of (index, length).
    """
    found = Spans()
    opened: list[int] = []
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        match piece.lastgroup:
            case "note":
                found.notes[start] = (piece["label"], end)
            case "bad_note":
                findings.add(faults.BAD_NOTE.at(place(start, end - start), found=shown(piece[0])))
            case "open":
                opened.append(start)
            case "close" if opened:
                opened.pop()
            case "span" if opened:
                first = opened.pop()
                said = _attributes(piece["attributes"], start + 2, place, findings)
                if not text[first + 1 : start].strip():
                    findings.add(faults.EMPTY_SPAN.at(place(first, end - first)))
                elif said is not None:
                    found.spans[first] = BracketSpan(first + 1, start, end, *said)
            case "span" | "stray":
                whole = shown(piece[0].removeprefix("]"))
                findings.add(faults.UNPAIRED_SPAN.at(place(start, end - start), found=whole))
    return found


def _attributes(
    written: str, at: int, place: Place, findings: Findings
) -> tuple[tuple[str, ...], str | None] | None:
    """Classes and reading of what stands in braces, from index `at`; None: reported as faulty."""
    marks: list[str] = []
    ruby: str | None = None
    done, size = 0, len(written.rstrip())
    faulty: Diagnostic | None = None
    while done < size and faulty is None:
        match = _ATTRIBUTE.match(written, done)
        if match is None or match["key"] not in (None, "ruby"):
            break
        if match["name"] is not None:
            span = place(at + match.start("name") - 1, len(match["name"]) + 1)
            faulty = _mark(match["name"], span, marks, findings)
        else:
            span = place(at + match.start("key"), match.end() - match.start("key"))
            written_so = match.group("straight", "curly", "single", "bare")
            reading = next(text for text in written_so if text is not None)
            faulty = _reading(reading, ruby, span)
            ruby = " ".join(reading.split())
        done = match.end()
    if faulty is None and (done < size or not size):
        faulty = faults.BAD_SPAN.at(place(at - 1, len(written) + 2), found=shown(f"{{{written}}}"))
    if faulty is not None:
        findings.add(faulty)
        return None
    return tuple(mark for mark in marks if mark in SPAN_CLASSES), ruby


def _mark(name: str, span: Span, marks: list[str], findings: Findings) -> Diagnostic | None:
    """Take a class; one that clashes with another is a fault."""
    if name not in SPAN_CLASSES:
        findings.unknown(faults.UNKNOWN_CLASS, span, name, SPAN_CLASSES)
    marks.append(name)
    return clash(marks, span)


def _reading(reading: str, other: str | None, span: Span) -> Diagnostic | None:
    if not reading.strip():
        return faults.EMPTY_RUBY.at(span)
    if markup := _MARKUP.search(reading):
        return faults.READING_MARKUP.at(span, found=shown(markup[0]))
    return None if other is None else faults.SPAN_CLASH.at(span, first="ruby", second="ruby")


def clash(marks: Collection[str], span: Span) -> Diagnostic | None:
    """The finding that a text shall be raised and lowered at once."""
    if not {"sup", "sub"} <= set(marks):
        return None
    return faults.SPAN_CLASH.at(span, first=".sup", second=".sub")


def span_rule(state: StateInline, silent: bool) -> bool:
    """markdown-it's rule for spans and note marks, as `find_spans` found them."""
    spans: Spans = state.env[_SPANS]
    note = spans.notes.get(state.pos)
    if note is not None:
        label, end = note
        if not silent:
            token = state.push("note_mark", "", 0)
            token.content, token.markup = label, state.src[state.pos : end]
        state.pos = end
        return True
    span = spans.spans.get(state.pos)
    if span is None:
        return False
    if not silent:
        most = state.posMax
        token = state.push("span_open", "", 1)
        token.markup, token.meta["span"] = "[", span
        state.pos, state.posMax = span.start, span.end
        state.md.inline.tokenize(state)
        state.push("span_close", "", -1).markup = state.src[span.end : span.stop]
        state.posMax = most
    state.pos = span.stop
    return True


def environment(spans: Spans) -> dict[str, Spans]:
    """The environment in which `span_rule` finds a paragraph's spans."""
    return {_SPANS: spans}
