"""Book → files. The owner of ReportLab, which is imported only when a PDF is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .faults import RULES, not_written
from .files import write_atomically

if TYPE_CHECKING:
    from ..fonts import FontShelf
    from ..model.book import Book

__all__ = ["RULES", "not_written", "write_atomically", "write_pdf"]


def write_pdf(
    book: Book, shelf: FontShelf, *, progress: Callable[[int], None] | None = None
) -> bytes:
    """The book as a CMYK print PDF; see `pdf.write_pdf`."""
    from .pdf import write_pdf as write

    return write(book, shelf, progress=progress)
