"""All that a print shop gets of an issue, as the files of one package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..checks.judging import Judgement
from ..checks.summary import Source as Origin
from ..checks.summary import summary, unknown
from ..fonts import FontShelf
from ..model.book import Book
from ..model.content import Issue
from ..model.diagnostics import Diagnostic, Lang, Span
from ..model.geometry import PT_PER_MM
from ..model.legible import json_text
from ..output import Job, write_pdf
from ..source.faults.files import UNREADABLE
from . import faults, report_words, words
from .comparing import compare
from .font_list import FontUse, as_csv, fonts_of, forbidden, licences
from .look import HEIGHT, LEFT, TOP, Typesetter
from .measured import measure
from .papers import paged, paper
from .report_sheet import ReportSheet
from .ticket import Ticket, data, ticket
from .ticket_sheet import TicketSheet


@dataclass(frozen=True, slots=True)
class Source:
    """What a package is made from: an issue laid out, and its press file, which was judged.

    root: the issue's folder. name: of the files, without suffix. job: of the press edition.
    origin: what of the issue's files put there what stands on the press file.
    """

    root: Path
    name: str
    issue: Issue
    shelf: FontShelf
    book: Book
    job: Job
    press_file: bytes
    judged: Judgement
    origin: Origin = unknown


def package_files(source: Source, lang: Lang) -> tuple[Mapping[str, bytes], list[Diagnostic]]:
    """The files by their names, with what is wrong with them; with errors they must not go out.

    judged: without errors, so that its document is there. lang: of report and ticket. Raises what
    `write_pdf` does.
    """
    judged, issue, name = source.judged, source.issue, source.name
    document = judged.document
    assert document is not None
    file = measure(source.press_file, f"{name}.pdf", judged)
    fonts = fonts_of(document, source.shelf)
    found = [*compare(issue, file), *forbidden(fonts, issue.span)]
    setter = Typesetter(issue.house, source.root)
    title = issue.fields["title"].text

    def papers(pages: list[tuple[Any, ...]], what: str) -> bytes:
        return paper(pages, f"{title} {what}", issue, setter, source.job)

    report = ReportSheet(judged, file, issue.press, fonts, setter, lang)
    report_pages = paged(report.parts(), report.head)
    made = ticket(issue, file, judged.errors, len(judged.groups) - judged.errors)
    sheet = TicketSheet(made, setter, lang).piece()
    texts, unread = _licence_texts(fonts, source)
    found += [*setter.faults, *_too_long(made, sheet.height), *unread]
    if any(fault.is_error for fault in found):
        return {}, found
    proof = replace(source.job, edition="proof")
    files = {
        f"{name}.pdf": source.press_file,
        f"{name}-proof.pdf": b"".join(write_pdf(source.book, source.shelf, proof)),
        f"{name}-preflight.pdf": papers(report_pages, report_words.REPORT.text(lang)),
        f"{name}-preflight.json": _json(summary(judged, file.name, lang, source.origin, own=True)),
        f"{name}-ticket.pdf": papers([sheet.moved(LEFT, TOP)], words.TICKET.text(lang)),
        f"{name}-ticket.json": _json(data(made)),
        f"{name}-fonts.csv": as_csv(fonts),
    }
    return {**files, **texts}, found


def _licence_texts(
    fonts: Sequence[FontUse], source: Source
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The licences of the fonts by their names in the package, and those that cannot be read."""
    texts, found = {}, []
    for name, path in licences(fonts).items():
        try:
            texts[f"licences/{name}"] = path.read_bytes()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            found.append(UNREADABLE.at(source.issue.span, path=path.as_posix(), reason=reason))
    return texts, found


def _too_long(made: Ticket, height: float) -> list[Diagnostic]:
    """The finding that the ticket takes more than its page."""
    over = height - HEIGHT
    if over <= 0:
        return []
    order = made.issue.order
    at: Span = order.remarks.span if order and order.remarks else made.issue.span
    return [faults.TICKET_FULL.at(at, over=f"{over / PT_PER_MM:.0f}")]


def _json(thing: Mapping[str, Any]) -> bytes:
    return (json_text(thing) + "\n").encode()
