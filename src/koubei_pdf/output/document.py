"""The file as ReportLab objects. The only module that imports ReportLab, which is untyped.

Its document objects are used, and nothing above them: its Canvas begins each page with Helvetica
and adds /Trans and /Rotate, its catalog has no place for an output intent, its streams are ASCII85,
its file is one more copy of everything in memory.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from itertools import count
from typing import Any, Protocol, TypeVar

from reportlab.pdfbase import pdfdoc

from .sheet import Sheet

#: Deflate level: 6 is zlib's balance; higher levels gain less than 1 % on text content.
LEVEL = 6

#: A reference to, or a direct, object of the file; ReportLab's objects have no static types.
Pdf = Any

#: Bytes of a stream that are handed on at a time.
_PART = 1 << 20

#: Bytes beyond ASCII in the second line tell transfer programs that the file is binary (7.5.2).
_BINARY = b"%\xe5\x8f\xa3\xe7\xa2\x91"


Opened = TypeVar("Opened")

#: ReportLab makes the dictionary of fonts by itself.
_FONTS = pdfdoc.PDFObjectReference(pdfdoc.BasicFonts)


class Later(Protocol):
    """Data that are read when they are written. digest: SHA-256 in hexadecimal, of them and
    perhaps more."""

    @property
    def size(self) -> int: ...

    @property
    def digest(self) -> str: ...

    def parts(self) -> Iterator[bytes]:
        """The data, part by part."""


def parts_of(data: bytes | memoryview) -> Iterator[bytes]:
    """Data in parts of a size that files are written by."""
    for at in range(0, len(data), _PART):
        yield bytes(data[at : at + _PART])


class Stream(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """A stream object (ISO 32000-1, 7.3.8), its data final, an end of line before endstream."""

    __RefOnly__ = 1

    def __init__(self, data: bytes | Later, entries: Mapping[str, Pdf]) -> None:
        self.data = data
        self.entries = entries
        #: Entries that are bytes already, names with their slash.
        self.raw_entries: dict[bytes, bytes] = {}

    @classmethod
    def deflated(cls, data: bytes, entries: Mapping[str, Pdf] | None = None) -> Stream:
        """A stream of compressed `data`."""
        return cls(zlib.compress(data, LEVEL), {**(entries or {}), "Filter": "/FlateDecode"})

    @property
    def digest(self) -> bytes:
        """What tells the data from any other."""
        data = self.data
        if isinstance(data, bytes):
            return hashlib.sha256(data).digest()
        return data.digest.encode()

    def parts(self, document: Pdf) -> Iterator[bytes]:
        """The object's bytes, part by part."""
        data = self.data
        size = len(data) if isinstance(data, bytes) else data.size
        head = pdfdoc.PDFDictionary({**self.entries, "Length": size}).format(document)
        if self.raw_entries:
            raw = b" ".join(b"%s %s" % (name, value) for name, value in self.raw_entries.items())
            head = b"%s\n%s>>" % (head.removesuffix(b">>"), raw)
        yield head + b"\nstream\n"
        yield from parts_of(data) if isinstance(data, bytes) else data.parts()
        yield b"\nendstream"


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object whose bytes are made elsewhere, perhaps after the first reference to it."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.body = b"null"

    def format(self, document: Pdf) -> bytes:
        """The object's bytes; ReportLab calls this."""
        del document
        return self.body


class Document:
    """A PDF file being written: pages, and objects that they share."""

    def __init__(self, version: tuple[int, int], places: Mapping[int, int]) -> None:
        """`places`: where in the file (from 1) the page of each number will stand."""
        self._version = version
        self._document = pdfdoc.PDFDocument(invariant=1)
        self._pages = self._document.Reference(pdfdoc.PDFDictionary({}), "Pages")
        self._shared: dict[str, Pdf] = {}
        self._catalog: dict[str, Pdf] = {"Type": "/Catalog", "Pages": self._pages}
        self._kids: list[Pdf] = []
        self._boxes: dict[Sheet, dict[str, str]] = {}
        self._places = places
        self._digest = hashlib.sha256()
        self._sources = ExitStack()

    def add(self, thing: Pdf) -> Pdf:
        """Make `thing` an indirect object; gives the reference to it."""
        if isinstance(thing, Stream):
            self._digest.update(thing.digest)
        return self._document.Reference(thing)

    def read_from(self, file: AbstractContextManager[Opened]) -> Opened:
        """Open a file that is read until this one is saved, then closed."""
        return self._sources.enter_context(file)

    def number(self, reference: Pdf) -> bytes:
        """A reference as it is written."""
        return bytes(reference.format(self._document))

    def add_page(
        self, sheet: Sheet, contents: Pdf, xobjects: Mapping[str, Pdf], **entries: Pdf
    ) -> Pdf:
        """Append a page: its content stream (or an array of them), XObjects, further entries."""
        page = pdfdoc.PDFDictionary(
            {
                "Type": "/Page",
                "Parent": self._pages,
                "Contents": contents,
                "Resources": self.resources(xobjects, Font=_FONTS),
                **self._page_boxes(sheet),
                **entries,
            }
        )
        reference = self._document.Reference(page, f"Page{len(self._kids) + 1}")
        self._kids.append(reference)
        return reference

    def _page_boxes(self, sheet: Sheet) -> dict[str, str]:
        """The page boundaries (14.11.2), formatted once for all pages that have the same."""
        if sheet not in self._boxes:
            self._boxes[sheet] = {name: _box(corners) for name, corners in sheet.boundaries()}
        return self._boxes[sheet]

    def add_font(self, name: str, font: Pdf) -> None:
        """Give all pages the font resource `name`: they share one font dictionary."""
        self._document.idToObject[pdfdoc.BasicFonts][name] = font

    def share(self, category: str, name: str, thing: Pdf) -> None:
        """Make `thing` the resource `name` of a category (7.8.3) that pages share."""
        self.shared(category)
        self._shared[category][name] = thing

    def resources(self, xobjects: Mapping[str, Pdf], **entries: Pdf) -> Pdf:
        """A resource dictionary (7.8.3): all that is shared, these XObjects and further entries."""
        if xobjects:
            entries["XObject"] = pdfdoc.PDFDictionary(dict(xobjects))
        shared = {category: self.shared(category) for category in self._shared}
        return pdfdoc.PDFDictionary({**shared, **entries})

    def shared(self, category: str) -> Pdf:
        """The shared resource dictionary of a category, complete once the file is saved."""
        if category not in self._shared:
            self._shared[category] = pdfdoc.PDFDictionary({})
        return self._document.Reference(self._shared[category])

    def page(self, number: int) -> Pdf:
        """The reference to page number `number`, which may be still to come."""
        return pdfdoc.PDFObjectReference(f"Page{self._places[number]}")

    def view_of(self, number: int, top: float) -> Pdf:
        """The destination "head of page `number`", `top` pt high, at the reader's own zoom."""
        return array([self.page(number), "/XYZ", 0, top, "null"])

    def set_catalog(self, **entries: Pdf) -> None:
        """Add entries to the document catalog (7.7.2)."""
        self._catalog |= entries

    @property
    def digest(self) -> str:
        """A digest of all streams so far, in hexadecimal."""
        return self._digest.hexdigest()

    def save(self, info: Mapping[str, Pdf]) -> Iterator[bytes]:
        """The file's bytes, object by object, with a cross-reference table (7.5.4).

        The ID is a digest of all streams and of Info, not of a clock.
        """
        with self._sources:
            yield from self._saved(info)

    def _saved(self, info: Mapping[str, Pdf]) -> Iterator[bytes]:
        document = self._document
        tree = document.idToObject["Pages"]
        tree["Type"], tree["Kids"], tree["Count"] = "/Pages", array(self._kids), len(self._kids)
        catalog = document.Reference(pdfdoc.PDFDictionary(self._catalog))
        facts = pdfdoc.PDFDictionary(info)
        about = document.Reference(facts)
        self._digest.update(facts.format(document))
        head = b"%%PDF-%d.%d\n%s\n" % (*self._version, _BINARY)
        yield head
        at = len(head)
        entries = [b"0000000000 65535 f \n"]
        for number in count(1):
            name = document.numberToId.get(number)
            if name is None:
                break
            thing = document.idToObject.pop(name)  # so that what is written is let go
            entries.append(b"%010d 00000 n \n" % at)
            for part in _object(number, thing, document):
                at += len(part)
                yield part
        identifier = self._digest.hexdigest()[:32]
        trailer = dictionary(
            Size=len(entries),
            Root=catalog,
            Info=about,
            ID=f"[<{identifier}><{identifier}>]",
        )
        yield b"xref\n0 %d\n%s" % (len(entries), b"".join(entries))
        yield b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer.format(document), at)


def _object(number: int, thing: Pdf, document: Pdf) -> Iterator[bytes]:
    """An indirect object (7.3.10), part by part if it is a stream."""
    yield b"%d 0 obj\n" % number
    yield from thing.parts(document) if isinstance(thing, Stream) else (thing.format(document),)
    yield b"\nendobj\n"


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
