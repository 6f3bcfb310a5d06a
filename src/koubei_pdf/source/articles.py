"""articles/*.md → Article: a head of YAML between two lines `---`, then Markdown."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection
from pathlib import Path

from ..model.content import Article, Event, Figure, Run
from ..model.diagnostics import Span
from ..model.planning import unwritten
from .desk import Desk
from .faults import articles as faults
from .faults.files import EMPTY_FILE
from .findings import Findings
from .head_notation import warn_of_notation
from .illustrations import read_people, read_pictures
from .markdown_body import Copy, read_copy
from .narrow_marks import warn_of_narrow_marks
from .options import as_name
from .pairs import warn_of_unpaired_marks_in
from .reader import Record
from .text_files import SourceText, warn_of_invisible
from .yaml_nodes import MapNode, Node, texts_below
from .yaml_spans import read_mapping

#: Texts of the head that become fields of the article, for layouts to show.
FIELDS = (
    "title",
    "subtitle",
    "contents",
    "deck",
    "department",
    "kicker",
    "lead",
    "note",
    "place",
    "date",
    "link",
)
KEYS = (*FIELDS, "section", "byline", "pictures", "quotes", "figures", "people", "timeline")
#: Keys of the head whose values are not printed.
NO_TEXTS = ("section", "link", "file", "picture", "focus", "focus_box", "contour", "alt")
FIGURE_KEYS = ("value", "unit", "label")
EVENT_KEYS = ("date", "text")

#: What an article may consist of without any copy.
STANDING_ALONE = ("people", "timeline")

#: Characters of copy in one article.
LONGEST = 100_000

_FENCE = "---"

#: A file with less (bytes) may be one of blanks alone: spaces, line ends, a byte-order mark.
_BLANK, _BLANKS = 4096, b"\xef\xbb\xbf \t\r\n"


def read_article(
    desk: Desk,
    name: str,
    path: str,
    named_at: Span,
    sections: Collection[str] | None,
    *,
    as_draft: bool = False,
) -> Article | None:
    """The article `name` at `path`, which `named_at` names; None with its faults reported.

    sections: the ids that the manifest knows, or None if those could not be read. as_draft: what
    is not written yet is no fault: the file, its copy, and of a head without copy any key.
    """
    if as_draft and is_unwritten(desk.root / path):
        return unwritten(name, path)
    source = desk.copy(path, named_at)
    if source is None:
        return None
    end = _head_end(source, desk.findings)
    if end is None:
        return None
    head = read_mapping(source, desk.findings, source.starts[1], source.starts[end])
    if head is None:
        return None
    is_bare = as_draft and _is_bare(source, end + 1, head.entries.keys())
    required = () if is_bare else ("title", "section")
    record = Record(head, KEYS, desk.findings, required)
    warn_of_marks_in_head(head, desk.findings)
    fields = {key: record.field(key) for key in FIELDS if key in head.entries}
    section = record.get("section")
    folder = posixpath.dirname(path)
    copy = Copy() if is_bare else _copy(source, end + 1, head.entries.keys(), desk.findings)
    return Article(
        id=name,
        span=Span(path, 1, 1),
        section=_section(section, sections, desk.findings),
        fields={key: run for key, run in fields.items() if run is not None},
        byline=record.texts("byline"),
        pictures=read_pictures(record, folder, desk),
        quotes=record.texts("quotes"),
        figures=_figures(record, desk.findings),
        people=read_people(record, folder, desk),
        blocks=copy.blocks,
        notes=copy.notes,
        sidebars=copy.sidebars,
        events=_events(record, desk.findings),
    )


def is_unwritten(file: Path) -> bool:
    """Whether there is no such file, or nothing in it but the lines that part head and copy."""
    try:
        if not os.path.lexists(file):
            return True
        data = file.read_bytes() if os.path.getsize(file) < _BLANK else b"."
    except (OSError, ValueError):
        return False
    return not data.replace(_FENCE.encode(), b"").strip(_BLANKS)


def warn_of_marks_in_head(head: MapNode, findings: Findings) -> None:
    """Point out the half-width marks in the texts of a head, and those that lack their partner."""
    for nodes in texts_below(head, NO_TEXTS):
        lines = [(Run(node.text, node.span), Run("\n", node.span)) for node in nodes]
        text = [run for line in lines for run in line]
        warn_of_narrow_marks(text, findings)
        warn_of_unpaired_marks_in(text, findings)
        warn_of_notation(text, findings)


def _is_bare(source: SourceText, first: int, head: Collection[str]) -> bool:
    """Whether nothing but blank lines follows a head that needs copy."""
    return not set(STANDING_ALONE) & set(head) and not any(map(str.strip, source.lines[first:]))


def _head_end(source: SourceText, findings: Findings) -> int | None:
    """The index of the line that closes the head."""
    if not source.text.strip():
        findings.add(EMPTY_FILE.at(Span(source.file), path=source.file))
    elif source.lines[0].rstrip() != _FENCE:
        findings.add(faults.NO_HEAD.at(Span(source.file, 1, 1, 1)))
    else:
        for number, line in enumerate(source.lines[1:], start=1):
            if line.rstrip() == _FENCE:
                return number
        findings.add(faults.OPEN_HEAD.at(Span(source.file, 1, 1, len(_FENCE))))
    return None


def _section(node: Node | None, sections: Collection[str] | None, findings: Findings) -> str:
    if node is None:
        return ""
    return as_name(node, "section", findings, sections, faults.UNKNOWN_SECTION) or ""


def _figures(record: Record, findings: Findings) -> tuple[Figure, ...]:
    figures = []
    for node in record.items("figures"):
        figure = Record.of(node, "figures", FIGURE_KEYS, findings, required=("value", "label"))
        if figure is None:
            continue
        value, unit, label = figure.text("value"), figure.text("unit"), figure.text("label")
        if value is not None and label is not None:
            figures.append(Figure(value, unit, label))
    return tuple(figures)


def _events(record: Record, findings: Findings) -> tuple[Event, ...]:
    events = []
    for node in record.items("timeline"):
        event = Record.of(node, "timeline", EVENT_KEYS, findings, required=EVENT_KEYS)
        if event is None:
            continue
        date, text = event.text("date"), event.text("text")
        if date is not None and text is not None:
            events.append(Event(date, text))
    return tuple(events)


def _copy(source: SourceText, first: int, head: Collection[str], findings: Findings) -> Copy:
    """What follows the head, which has these keys."""
    length = sum(map(len, source.lines[first:]))
    if length > LONGEST:
        count, limit = f"{length:,}", f"{LONGEST:,}"
        findings.add(faults.TOO_LONG.at(Span(source.file), count=count, limit=limit))
        return Copy()
    start = source.starts[first] if first < len(source.lines) else len(source.text)
    warn_of_invisible(source, start, len(source.text), findings)
    before = len(findings.diagnostics)
    copy = read_copy(source, first, findings)
    is_blank = not copy.blocks and not set(STANDING_ALONE) & set(head)
    if is_blank and len(findings.diagnostics) == before:
        findings.add(faults.NO_COPY.at(Span(source.file, first, 1, len(_FENCE))))
    return copy
