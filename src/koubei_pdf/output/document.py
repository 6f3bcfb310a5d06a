"""The file as ReportLab objects. The only module that imports ReportLab, which is untyped.

ReportLab's habits that a press file must not have (ASCII85, /ProcSet, a clock) are kept out here.
Pages are its page objects without its Canvas, which begins each with Helvetica and adds /Trans and
/Rotate.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc

from ..model.geometry import PageBoxes, Rect

#: Deflate level: 6 is zlib's balance; higher levels gain less than 1 % on text content.
LEVEL = 6

#: A reference to, or a direct, object of the file; ReportLab's objects have no static types.
Pdf = Any


class Stream(pdfdoc.PDFObject):  # type: ignore[misc]
    """A stream object (ISO 32000-1, 7.3.8), its data final, an end of line before endstream."""

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: Mapping[str, Pdf]) -> None:
        self.data = data
        self.entries = entries

    @classmethod
    def deflated(cls, data: bytes, entries: Mapping[str, Pdf] | None = None) -> Stream:
        """A stream of compressed `data`."""
        return cls(zlib.compress(data, LEVEL), {**(entries or {}), "Filter": "/FlateDecode"})

    def format(self, document: Pdf) -> bytes:
        """The object's bytes; ReportLab calls this."""
        head = pdfdoc.PDFDictionary({**self.entries, "Length": len(self.data)})
        return b"".join((head.format(document), b"\nstream\n", self.data, b"\nendstream\n"))


class Document:
    """A PDF file being written: pages of one size, and objects that they share."""

    def __init__(self, boxes: PageBoxes, lang: str, places: Mapping[int, int]) -> None:
        """`places`: where in the file (from 1) the page of each number will stand."""
        bleed = boxes.bleed_box
        self.height = bleed.height
        self._offset = (-bleed.x0, -bleed.y0)
        # Formatted here, once for all pages.
        self._media_box = _box([0, 0, bleed.width, bleed.height])
        self._bleed_box = _box(self._corners(bleed))
        self._trim_box = _box(self._corners(boxes.trim_box))
        self._document = pdfdoc.PDFDocument(invariant=1, pdfVersion=(1, 6), lang=lang)
        self._document.Catalog.Outlines = None
        self._places = places
        self._digest = hashlib.sha256()

    def media(self, rect: Rect) -> Rect:
        """A rectangle of page coordinates moved to the media box's corner (y still down)."""
        return rect.moved(*self._offset)

    def _corners(self, rect: Rect) -> tuple[float, float, float, float]:
        """A rectangle as PDF has it: left, bottom, right, top in pt (7.9.5)."""
        rect = self.media(rect)
        return (rect.x0, self.height - rect.y1, rect.x1, self.height - rect.y0)

    def add(self, thing: Pdf) -> Pdf:
        """Make `thing` an indirect object; gives the reference to it."""
        if isinstance(thing, Stream):
            self._digest.update(thing.data)
        return self._document.Reference(thing)

    def add_page(self, content: str, xobjects: Mapping[str, Pdf], annotations: list[Pdf]) -> None:
        """Append a page with these operators, XObject resources and annotations."""
        page = pdfdoc.PDFPage()
        page.MediaBox = self._media_box
        page.BleedBox = self._bleed_box
        page.TrimBox = self._trim_box
        page.Contents = Stream.deflated(content.encode("ascii"))
        self._digest.update(page.Contents.data)
        page.Resources = pdfdoc.PDFResourceDictionary(ProcSet=[])
        page.Resources.basicFonts()
        page.Resources.XObject = dict(xobjects)
        page.Annots = annotations
        self._document.addPage(page)

    def add_font(self, name: str, font: Pdf) -> None:
        """Give all pages the font resource `name`: they share one font dictionary."""
        self._document.idToObject[pdfdoc.BasicFonts][name] = font

    def view_of(self, page: int) -> Pdf:
        """The destination "head of page number `page`", at the reader's own zoom (12.3.2.2)."""
        target = pdfdoc.PDFObjectReference(f"Page{self._places[page]}")
        return array([target, "/XYZ", 0, self.height, "null"])

    def link(self, rect: Rect, page: int) -> Pdf:
        """A link annotation without a border (12.5.6.5)."""
        return dictionary(
            Type="/Annot",
            Subtype="/Link",
            Rect=array(self._corners(rect)),
            Border=array([0, 0, 0]),
            Dest=self.view_of(page),
        )

    def set_catalog(self, **entries: Pdf) -> None:
        """Add indirect objects to the document catalog (7.7.2)."""
        for key, value in entries.items():
            setattr(self._document.Catalog, key, value)

    def save(self, info: Mapping[str, Pdf]) -> bytes:
        """The file's bytes. The ID is a digest of all streams and of Info, not of a clock."""
        document = self._document
        document.info = pdfdoc.PDFDictionary(info)
        self._digest.update(document.info.format(document))
        document.signature = hashlib.md5(self._digest.digest(), usedforsecurity=False)
        return bytes(document.format())


def _box(corners: Iterable[float]) -> str:
    """A rectangle in the way in which ReportLab writes arrays."""
    return str(array(corners).format(None).decode("ascii"))


def dictionary(**entries: Pdf) -> Pdf:
    """A dictionary object; a str value is written as it stands."""
    return pdfdoc.PDFDictionary(entries)


def array(items: Iterable[Pdf]) -> Pdf:
    """An array object."""
    return pdfdoc.PDFArray(items)


def string(text: str) -> Pdf:
    """A text string (7.9.2.2)."""
    return pdfdoc.PDFString(text)
