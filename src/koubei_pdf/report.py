"""Diagnostics as text for a terminal, a log or a page: the place, what is wrong, what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from .model.diagnostics import Diagnostic, Lang, Rule, Span
from .model.legible import legible

ReadLine = Callable[[str, int], str | None]

#: Terminal columns of a source line that are shown at most.
WINDOW = 60

#: Places listed of a fault that stands in many.
MOST_PLACES = 8

#: What begins a line of a report, its colon included.
LABELS: Mapping[Lang, Mapping[str, str]] = {
    "zh": {"error": "错误", "warning": "警告", "help": "建议：", "also": "还有：", "colon": "："},
    "en": {
        "error": "error",
        "warning": "warning",
        "help": "help: ",
        "also": "also: ",
        "colon": ": ",
    },
}
_MORE = {"zh": "等 {all} 处", "en": "and {rest} more"}

_RED, _YELLOW, _BLUE, _BOLD, _PLAIN = "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[1m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Group:
    """A fault with all places where it was found, in order; `diagnostic` is at the first."""

    diagnostic: Diagnostic
    places: tuple[Span, ...]


def group(diagnostics: Iterable[Diagnostic]) -> list[Group]:
    """Equal faults (same rule, same facts) once each, in the order of file, line and column."""
    ordered = sorted(diagnostics, key=_order)
    groups: dict[tuple[object, ...], list[Diagnostic]] = {}
    for diagnostic in ordered:
        key = (diagnostic.rule, *sorted(diagnostic.facts.items()))
        groups.setdefault(key, []).append(diagnostic)
    return [
        Group(found[0], tuple(dict.fromkeys(diagnostic.span for diagnostic in found)))
        for found in groups.values()
    ]


def render(
    diagnostic: Diagnostic,
    lang: Lang,
    read_line: ReadLine,
    colour: bool = False,
    places: Sequence[Span] = (),
) -> str:
    """One finding as lines of text without a final line end.

    read_line: gives source lines (file, line from 1), None where there is none.
    places: all places of a Group; those beyond the diagnostic's own are listed below it.
    """
    paint = _paint if colour else _leave
    rule, span, facts = diagnostic.rule, diagnostic.span, diagnostic.facts
    labels = LABELS[lang]
    lines = [
        paint(severity(rule, lang), _RED if diagnostic.is_error else _YELLOW)
        + paint(f"{labels['colon']}{rule.message.text(lang, facts)}", _BOLD)
    ]
    gutter = len(str(span.line)) if span.line else 1
    lines.append(f"{' ' * gutter}{paint('-->', _BLUE)} {place_text(span)}")
    source = read_line(span.file, span.line) if span.line else None
    bar = paint(f"{' ' * gutter} |", _BLUE)
    if source is not None:
        shown, carets = _excerpt(source, span)
        lines += [bar, paint(f"{span.line} |", _BLUE) + f" {shown}".rstrip()]
        lines.append(f"{bar} {paint(carets, _RED if diagnostic.is_error else _YELLOW)}")
    note = f"{' ' * gutter} {paint('=', _BLUE)} "
    others = [place for place in places if place != span]
    if others:
        lines.append(f"{note}{labels['also']}{listed(others, lang)}")
    lines.append(f"{note}{labels['help']}{rule.help.text(lang, facts)}")
    return "\n".join(lines)


def severity(rule: Rule, lang: Lang) -> str:
    """How grave a fault is, with its code: `error[M067]`."""
    return f"{LABELS[lang][rule.severity.value]}[{rule.code}]"


def place_text(span: Span) -> str:
    """A place as editors and terminals link it: file:line:column."""
    file = legible(span.file)
    return f"{file}:{span.line}:{span.column}" if span.line else file


def display_width(text: str) -> int:
    """The columns that `text` takes in a terminal: 2 for wide characters, 0 for combining ones."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _order(diagnostic: Diagnostic) -> tuple[object, ...]:
    span = diagnostic.span
    facts = sorted(diagnostic.facts.items())
    return (span.file, span.line, span.column, diagnostic.rule.code, facts)


def listed(places: Sequence[Span], lang: Lang) -> str:
    """Places in one line, without repeating the name of a file."""
    parts: list[str] = []
    file = ""
    for place in places[:MOST_PLACES]:
        whole = place.file != file or not place.line
        parts.append(place_text(place) if whole else f"{place.line}:{place.column}")
        file = place.file
    text = ", ".join(parts)
    rest = len(places) - MOST_PLACES
    return f"{text} {_MORE[lang].format(all=len(places), rest=rest)}" if rest > 0 else text


def _excerpt(line: str, span: Span) -> tuple[str, str]:
    """The part of a source line around a place, and the carets that mark it."""
    line = legible(line.replace("\t", " "))
    start = min(max(span.column - 1, 0), len(line))
    end = min(start + max(span.length, 1), max(len(line), start + 1))
    first, last = _window(line, start, end)
    before, after = "…" if first > 0 else "", "…" if last < len(line) else ""
    marked = line[start : min(end, last)]
    blank = display_width(before + line[first:start])
    carets = " " * blank + "^" * max(display_width(marked), 1)
    return before + line[first:last] + after, carets


def _window(line: str, start: int, end: int) -> tuple[int, int]:
    """The slice of a line that is shown: the place from `start` on, and what fits around it."""
    if display_width(line) <= WINDOW:
        return 0, len(line)
    room = WINDOW - 2  # for an ellipsis at either end
    first = last = start
    while last < end and room >= _width(line[last : last + 1] or " "):
        room -= _width(line[last : last + 1] or " ")
        last += 1
    last = min(last, len(line))
    behind = room // 2
    while first > 0 and (width := _width(line[first - 1])) <= behind:
        first, behind, room = first - 1, behind - width, room - width
    while last < len(line) and (width := _width(line[last])) <= room:
        last, room = last + 1, room - width
    while first > 0 and (width := _width(line[first - 1])) <= room:
        first, room = first - 1, room - width
    return first, last


def _paint(text: str, colour: str) -> str:
    return f"{colour}{text}{_PLAIN}"


def _leave(text: str, colour: str) -> str:
    """Text for where colours cannot be shown."""
    del colour
    return text
