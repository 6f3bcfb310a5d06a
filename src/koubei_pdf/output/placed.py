"""Pages of other PDFs as form XObjects (ISO 32000-1, 8.10), with all that they need.

Fonts, spot colours and overprinting come over as they are: objects are copied, content is not
looked into. On a screen their CMYK, which stays what it was, is shown by the press's profile.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import pikepdf

from ..imaging import PictureError
from ..model.art import PdfPage
from .document import Document, Pdf, Raw, Stream
from .inking import Inking
from .operators import numbers

#: What a form takes over from a page: transparency as it was blended there.
_GROUP = "/Group"

_DEFAULT = "/DefaultCMYK"

#: Entries of streams that are written anew.
_OWN = ("/Length",)


class PlacedPages:
    """Copies pages into a document; what pages of one file share is copied once."""

    def __init__(self, document: Document, inking: Inking) -> None:
        self._document = document
        self._inking = inking
        self._open = ExitStack()
        self._files: dict[str, pikepdf.Pdf] = {}
        self._copied: dict[tuple[str, tuple[int, int]], Pdf] = {}

    def form(self, page: PdfPage) -> Stream:
        """The form XObject of a page, its own size, its left bottom corner at the origin."""
        try:
            return self._form(page)
        except Exception as error:  # a file that was changed may be broken in any way
            raise PictureError(page.path, error) from error

    def _form(self, page: PdfPage) -> Stream:
        if page.path not in self._files:
            opened = self._open.enter_context(pikepdf.open(page.path))
            opened.remove_unreferenced_resources()
            self._files[page.path] = opened
        file = self._files[page.path]
        source = file.pages[page.page - 1]
        form = source.as_form_xobject()
        entries: dict[str, Pdf] = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[{numbers(*page.box, digits=4)}]",
            "Matrix": f"[{numbers(*_matrix(page), digits=4)}]",
            "Resources": self._resources(page.path, form.get("/Resources", pikepdf.Dictionary())),
        }
        if _GROUP in source.obj:
            entries["Group"] = self._value(page.path, source.obj[_GROUP])
        return Stream.deflated(form.read_bytes(), entries)

    def close(self) -> None:
        """Close the files that pages were copied from."""
        self._open.close()

    def _value(self, path: str, value: Any) -> bytes:
        """A value as it is written in this document."""
        plate = _plate(value)
        if plate is not None:
            return self._document.number(
                self._inking.space(plate, lambda: self._space(path, value))
            )
        if isinstance(value, pikepdf.Object) and value.is_indirect:
            return self._reference(path, value)
        return self._direct(path, value)

    def _entry(self, path: str, name: str, value: Any) -> bytes:
        """A value of a dictionary or stream."""
        if name == "/Resources" and isinstance(value, pikepdf.Dictionary):
            return self._resources(path, value)
        return self._value(path, value)

    def _resources(self, path: str, value: pikepdf.Object) -> bytes:
        """A resource dictionary (7.8.3), with the default colour space of CMYK (8.6.5.6)."""
        default = self._inking.press_colours()
        if default is None:
            return self._value(path, value)
        spaces = value.get("/ColorSpace", pikepdf.Dictionary())
        rest = {name: entry for name, entry in value.items() if name != "/ColorSpace"}
        own = self._direct(path, spaces).removesuffix(b">>")
        if _DEFAULT not in spaces:
            own += b" %s %s" % (_DEFAULT.encode(), self._document.number(default))
        written = self._direct(path, pikepdf.Dictionary(rest)).removesuffix(b">>")
        return b"%s /ColorSpace %s>>>>" % (written, own)

    def _reference(self, path: str, value: pikepdf.Object) -> bytes:
        """The reference to the copy of an indirect object; objects may refer to each other."""
        key = (path, value.objgen)
        if key not in self._copied:
            if isinstance(value, pikepdf.Stream):
                copy: Pdf = Stream(value.read_raw_bytes(), {})
                self._copied[key] = self._document.add(copy)
                for name, entry in value.items():
                    if name not in _OWN:
                        written = self._entry(path, name, entry)
                        copy.raw_entries[pikepdf.Name(name).unparse()] = written
            else:
                copy = Raw()
                self._copied[key] = self._document.add(copy)
                copy.body = self._direct(path, value)
        return self._document.number(self._copied[key])

    def _space(self, path: str, value: pikepdf.Object) -> Pdf:
        """The copy of a colour space as an object of its own."""
        copy = Raw()
        copy.body = self._direct(path, value)
        return self._document.add(copy)

    def _direct(self, path: str, value: Any) -> bytes:
        if isinstance(value, pikepdf.Dictionary):
            entries = [
                pikepdf.Name(name).unparse() + b" " + self._entry(path, name, entry)
                for name, entry in value.items()
                if name != "/Parent"
            ]
            return b"<<" + b" ".join(entries) + b">>"
        if isinstance(value, pikepdf.Array):
            return b"[" + b" ".join(self._value(path, entry) for entry in value) + b"]"
        if isinstance(value, pikepdf.Object):
            return value.unparse()
        return pikepdf.Array([value]).unparse()[1:-1].strip()


def _plate(value: Any) -> str | None:
    """The plate of a Separation colour space (8.6.6.4) other than All and None."""
    if not isinstance(value, pikepdf.Array) or len(value) != 4 or value[0] != "/Separation":
        return None
    name = str(value[1])[1:]
    return None if name in ("All", "None") else name


def _matrix(page: PdfPage) -> tuple[float, ...]:
    """Moves the box to the origin, in pt, and turns it as it is shown (clockwise by /Rotate)."""
    x0, y0, x1, y1 = page.box
    matrix = {
        0: (1, 0, 0, 1, -x0, -y0),
        90: (0, -1, 1, 0, -y0, x1),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, 1, -1, 0, y1, -x0),
    }[page.rotate]
    return tuple(page.unit * value for value in matrix)
