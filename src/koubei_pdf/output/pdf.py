"""Book → PDF, in the edition that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..fonts import FontShelf
from ..model.book import Book
from ..model.diagnostics import Diagnostic
from .job import Job


def write_pdf(
    book: Book,
    shelf: FontShelf,
    job: Job,
    *,
    progress: Callable[[int], None] | None = None,
    tell: Callable[[Diagnostic], None] = lambda fault: None,
) -> Iterator[bytes]:
    """The file's bytes, part by part; the same book and job give the same bytes.

    `progress` is called with the number of pages done, `tell` with what is less than was asked
    for. Raises ValueError where the Book breaks
    its own promises (a .notdef glyph, text and glyphs that do not match) and KeyError for a link
    to a page that it lacks: a wrong page must not be printed.
    """
    if job.edition == "screen":
        from .screen.edition import write_screen

        return write_screen(book, shelf, job, progress, tell)
    if job.edition == "proof":
        from .proof.edition import write_proof

        return write_proof(book, shelf, job, progress, tell)
    from .press.edition import write_press

    return write_press(book, shelf, job, progress, tell)
