"""What a YAML parser's complaint means to an editor: a rule and the place to mend."""

from __future__ import annotations

import re
from typing import Any

from ..model.diagnostics import Diagnostic, Rule, Span
from ..model.names import shown
from .faults import syntax as faults
from .text_files import SourceText

#: Levels of brackets and indentation that a file may have. Libyaml stops at a limit of its own,
#: which it may reach before it has given the event of the 64th level.
DEEPEST = 64

#: A key followed by a full-width colon, at the start of a line or list item.
_WIDE_COLON = re.compile(r"\s*(?:-\s+)*[\w-]+\s*(：)")
_TAB = re.compile(r"[ -]*(\t)")

#: A part of the parser's problem (libyaml's, PyYAML's) → the rule, reported at the problem.
_AT_PROBLEM: tuple[tuple[str, Rule], ...] = (
    ("mapping values are not allowed", faults.SECOND_COLON),
    ("did not find expected key", faults.INDENTATION),
    ("expected '-' indicator", faults.INDENTATION),
    ("expected <block end>", faults.INDENTATION),
    ("sequence entries are not allowed", faults.INDENTATION),
    ("unknown escape character", faults.BAD_ESCAPE),
    ("hexdecimal", faults.BAD_ESCAPE),
    ("invalid Unicode character escape", faults.BAD_ESCAPE),
)

#: The same for problems that began earlier: reported where the parser says it began.
_AT_CONTEXT: tuple[tuple[str, Rule], ...] = (
    ("found unexpected end of stream", faults.OPEN_QUOTE),
    ("found unexpected document indicator", faults.OPEN_QUOTE),
    ("expected ',' or", faults.OPEN_BRACKET),
    ("could not find expected ':'", faults.NO_COLON),
)

_BAD_START = ("cannot start any token", "expected node content", "expected the node content")

#: What the parser was reading when a text began with a sign that has a meaning in YAML.
_SIGNS = ("a tag", "an alias", "an anchor", "a block scalar", "a directive")


def syntax_fault(
    error: Any, source: SourceText, start: int, long_quote: tuple[int, int] | None
) -> Diagnostic:
    """The diagnostic for a `yaml.MarkedYAMLError` of the text from index `start` on.

    long_quote: start and end (indices) of the last quoted text over several lines. If the error
    follows right upon it, its closing quote was meant to open another text.
    """
    problem: str = error.problem or "?"
    at = _place(error.problem_mark or error.context_mark, source, start)
    began = _place(error.context_mark or error.problem_mark, source, start)
    for line in sorted({began.line, at.line}, reverse=True):
        if (place := _match_in_line(_TAB, source, line)) is not None:
            return faults.TAB.at(place)
    if "expected ':'" in problem or "mapping values" in problem:
        for line in (began.line, at.line, at.line - 1):
            if (place := wide_colon(source, line)) is not None:
                return faults.WIDE_COLON.at(place)
    if long_quote is not None and source.span(long_quote[1]).line == at.line:
        return faults.OPEN_QUOTE.at(source.span(long_quote[0]))
    for part, rule in _AT_PROBLEM:
        if part in problem:
            return rule.at(at)
    for part, rule in _AT_CONTEXT:
        if part in problem:
            return rule.at(_rest_of_line(source, began) if rule is faults.NO_COLON else began)
    if "maximum nesting depth" in problem:
        return faults.TOO_DEEP.at(at, limit=DEEPEST)
    if any(part in problem for part in _BAD_START):
        return faults.BAD_START.at(at, character=_character(source, at))
    if any((error.context or "").endswith(sign) for sign in _SIGNS):
        return faults.BAD_START.at(began, character=_character(source, began))
    return faults.BAD_YAML.at(at, problem=shown(problem))


def wide_colon(source: SourceText, line: int) -> Span | None:
    """The full-width colon after the key that begins a line, if there is one."""
    return _match_in_line(_WIDE_COLON, source, line)


def _match_in_line(pattern: re.Pattern[str], source: SourceText, line: int) -> Span | None:
    if not 1 <= line <= len(source.lines):
        return None
    match = pattern.match(source.lines[line - 1])
    return Span(source.file, line, match.start(1) + 1, 1) if match else None


def _place(mark: Any, source: SourceText, start: int) -> Span:
    """A parser's mark as a place; the end of the text is the end of its last line with text."""
    index = min(start + (mark.index if mark is not None else 0), len(source.text))
    if index == len(source.text) or (source.text[index] == "\n" and index > start):
        index = max(start, len(source.text[:index].rstrip()) - 1)
    return source.span(index)


def _rest_of_line(source: SourceText, span: Span) -> Span:
    return span.at(0, len(source.lines[span.line - 1].rstrip()) - span.column + 1)


def _character(source: SourceText, span: Span) -> str:
    return source.lines[span.line - 1][span.column - 1 : span.column] or "?"
