"""Placed pages that keep what the rest of a file has not: fonts, or press inks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from ..model.art import PdfPage
from ..model.book import Book, PlacedPicture
from ..model.diagnostics import Diagnostic
from .faults import FONTS_LEFT, INKS_LEFT


def fonts_left(book: Book, left: Mapping[PdfPage, Sequence[str]]) -> Iterator[Diagnostic]:
    """The placed pages with text that stays text where all other becomes paths (转曲).

    left: the names of its fonts, by page.
    """
    for item, art in _placed(book):
        if left.get(art):
            fonts = ", ".join(left[art])
            yield FONTS_LEFT.at(item.span, path=_path(item), page=art.page, fonts=fonts)


def inks_left(book: Book, left: Collection[PdfPage]) -> Iterator[Diagnostic]:
    """The placed pages `left` in press inks where all else is RGB."""
    for item, art in _placed(book):
        if art in left:
            yield INKS_LEFT.at(item.span, path=_path(item), page=art.page)


def _placed(book: Book) -> Iterator[tuple[PlacedPicture, PdfPage]]:
    """The placed pages of a book, each where it is first shown."""
    told: set[PdfPage] = set()
    for page in book.pages:
        for item in page.items:
            if not isinstance(item, PlacedPicture) or not isinstance(item.art, PdfPage):
                continue
            if item.art not in told:
                told.add(item.art)
                yield item, item.art


def _path(item: PlacedPicture) -> str:
    return item.key.partition("#")[0]
