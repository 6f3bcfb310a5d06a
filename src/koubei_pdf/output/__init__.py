"""Book → files. The owner of ReportLab, which is imported only when a PDF is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from .alternates import missing_alternates
from .faults import RULES, no_profile, not_written, picture_gone, rejected
from .files import write_atomically, written_beside
from .job import EDITIONS, Edition, Job

if TYPE_CHECKING:
    from ..fonts import FontShelf
    from ..model.book import Book
    from ..model.diagnostics import Diagnostic

__all__ = [
    "EDITIONS",
    "RULES",
    "Edition",
    "Job",
    "missing_alternates",
    "no_profile",
    "not_written",
    "picture_gone",
    "rejected",
    "write_atomically",
    "write_pdf",
    "written_beside",
]


def write_pdf(
    book: Book,
    shelf: FontShelf,
    job: Job,
    *,
    progress: Callable[[int], None] | None = None,
    tell: Callable[[Diagnostic], None] = lambda fault: None,
) -> Iterator[bytes]:
    """The book as a PDF in the job's edition, part by part; see `pdf.write_pdf`."""
    from .pdf import write_pdf as write

    return write(book, shelf, job, progress=progress, tell=tell)
