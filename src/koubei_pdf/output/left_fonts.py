"""Placed pages whose text stays text where all other text becomes paths (转曲)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.art import PdfPage
from ..model.book import Book, PlacedPicture
from ..model.diagnostics import Diagnostic
from .faults import FONTS_LEFT


def fonts_left(book: Book) -> Iterator[Diagnostic]:
    """The placed pages with fonts of their own, each where it is first shown."""
    told: set[PdfPage] = set()
    for page in book.pages:
        for item in page.items:
            if not isinstance(item, PlacedPicture) or not isinstance(item.art, PdfPage):
                continue
            if item.art.has_fonts and item.art not in told:
                told.add(item.art)
                path = item.key.partition("#")[0]
                yield FONTS_LEFT.at(item.span, path=path, page=item.art.page)
