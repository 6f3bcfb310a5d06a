"""Book → print PDF."""

from __future__ import annotations

from collections.abc import Callable

from ..fonts import FontShelf
from ..model.book import Book
from .content import Fonts, PageWriter
from .document import Document
from .embedding import embed
from .metadata import info, read_facts, xmp
from .navigation import outline, page_labels
from .pictures import Pictures


def write_pdf(
    book: Book, shelf: FontShelf, *, progress: Callable[[int], None] | None = None
) -> bytes:
    """The book as a PDF for the press: CMYK, bleed, every face embedded once.

    The same book gives the same bytes. `progress` is called with the number of pages done.
    Raises ValueError where the Book breaks its own promises (a .notdef glyph, text and glyphs
    that do not match) and KeyError for a link to a page that it lacks: a wrong page must not
    be printed.
    """
    places = {page.number: place for place, page in enumerate(book.pages, start=1)}
    document = Document(book.boxes, "zh-CN", places)
    fonts = Fonts(shelf)
    pictures = Pictures(document)
    for done, page in enumerate(book.pages, start=1):
        PageWriter(document, fonts, pictures).write(page)
        if progress is not None:
            progress(done)
    for key, (name, codes) in fonts.used.items():
        document.add_font(name, embed(document, shelf.face(key), codes))
    facts = read_facts(book.metadata)
    document.set_catalog(Metadata=xmp(facts), PageLabels=page_labels(book.pages))
    if book.bookmarks:
        document.set_catalog(Outlines=outline(document, book.bookmarks))
    return document.save(info(facts))
