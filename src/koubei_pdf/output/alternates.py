"""Pictures without alternate text, which those who cannot see them will miss."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.book import Book, PlacedPicture
from ..model.diagnostics import Diagnostic
from .faults import NO_ALT


def missing_alternates(book: Book) -> Iterator[Diagnostic]:
    """The pictures of a book, its furniture left out, that a screen reader would pass over."""
    for page in book.pages:
        for item in page.items[: len(page.items) - page.furniture]:
            if isinstance(item, PlacedPicture) and not item.alt:
                yield NO_ALT.at(item.span, path=item.key)
