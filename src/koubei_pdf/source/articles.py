"""articles/*.md → Article: a head of YAML between two lines `---`, then Markdown."""

from __future__ import annotations

import posixpath
from collections.abc import Collection

from ..model.content import Article, Block, Figure
from ..model.diagnostics import Span
from .desk import Desk
from .faults import articles as faults
from .faults.files import EMPTY_FILE
from .findings import Findings
from .illustrations import read_people, read_pictures
from .markdown_body import read_blocks
from .narrow_marks import warn_of_narrow_marks_in_head
from .options import as_name
from .reader import Record
from .text_files import SourceText, warn_of_invisible
from .yaml_nodes import Node
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
)
KEYS = (*FIELDS, "section", "byline", "pictures", "quotes", "figures", "people")
#: Keys of the head whose values are not printed.
NO_TEXTS = ("section", "file", "picture", "focus", "focus_box", "contour", "alt")
FIGURE_KEYS = ("value", "unit", "label")

#: Characters of copy in one article.
LONGEST = 100_000

_FENCE = "---"


def read_article(
    desk: Desk, name: str, path: str, named_at: Span, sections: Collection[str] | None
) -> Article | None:
    """The article `name` at `path`, which `named_at` names; None with its faults reported.

    sections: the ids that the manifest knows, or None if those could not be read.
    """
    source = desk.copy(path, named_at)
    if source is None:
        return None
    end = _head_end(source, desk.findings)
    if end is None:
        return None
    head = read_mapping(source, desk.findings, source.starts[1], source.starts[end])
    if head is None:
        return None
    record = Record(head, KEYS, desk.findings, required=("title", "section"))
    warn_of_narrow_marks_in_head(head, NO_TEXTS, desk.findings)
    fields = {key: record.field(key) for key in FIELDS if key in head.entries}
    section = record.get("section")
    folder = posixpath.dirname(path)
    blocks, notes = _blocks(source, end + 1, "people" in head.entries, desk.findings)
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
        blocks=blocks,
        notes=notes,
    )


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


def _blocks(
    source: SourceText, first: int, has_people: bool, findings: Findings
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The copy and the notes."""
    length = sum(map(len, source.lines[first:]))
    if length > LONGEST:
        count, limit = f"{length:,}", f"{LONGEST:,}"
        findings.add(faults.TOO_LONG.at(Span(source.file), count=count, limit=limit))
        return (), ()
    start = source.starts[first] if first < len(source.lines) else len(source.text)
    warn_of_invisible(source, start, len(source.text), findings)
    before = len(findings.diagnostics)
    blocks, notes = read_blocks(source, first, findings)
    if not blocks and not has_people and len(findings.diagnostics) == before:
        findings.add(faults.NO_COPY.at(Span(source.file, first, 1, len(_FENCE))))
    return blocks, notes
