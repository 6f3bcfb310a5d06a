"""Pages of other PDFs as form XObjects (ISO 32000-1, 8.10), with all that they need.

Fonts, spot colours and overprinting come over as they are: objects are copied, content is not
looked into. For a screen it is: inks become RGB. Where that fails the page stays as it was, and its
CMYK is shown by the press's profile. It is looked into as well where all text is to be paths.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pikepdf

from ..imaging import PictureError, Profiles
from ..model.art import PdfPage
from ..pdf.reading import DAMAGE, UnreadableError
from ..source.resources import fonts_in
from .document import Document, Pdf, Raw, Stream, parts_of
from .inking import Inking
from .operators import numbers

if TYPE_CHECKING:
    from .outlining.pages import Outlining
    from .screen.recolouring import Recolouring

#: What a form takes over from a page: transparency as it was blended there.
_GROUP = "/Group"

_DEFAULT = "/DefaultCMYK"

#: Entries of streams that are written anew.
_OWN = ("/Length",)


@dataclass(eq=False)
class _Source:
    """An open file that pages are copied from. in_rgb, outlining: what turns them, if they are."""

    path: str
    file: pikepdf.Pdf
    in_rgb: Recolouring | None = None
    outlining: Outlining | None = None
    copied: dict[tuple[int, int], Pdf] = field(default_factory=dict)


class _Copied:
    """The data of a stream of another file as they are, read once more when they are written:
    pictures may have hundreds of megabytes, and many of them may be placed."""

    def __init__(self, stream: pikepdf.Stream, path: str) -> None:
        data = memoryview(stream.get_raw_stream_buffer())
        self._stream, self._path = stream, path
        self.size = len(data)
        self.digest = sha256(data).hexdigest()

    def parts(self) -> Iterator[bytes]:
        """The data, part by part. Raises OSError if their file is not what it was."""
        try:
            data = memoryview(self._stream.get_raw_stream_buffer())
        except pikepdf.PdfError:
            data = memoryview(b"")
        if len(data) != self.size:
            raise OSError(errno.EIO, os.strerror(errno.EIO), self._path)
        return parts_of(data)


class PlacedPages:
    """Copies pages into a document; what pages of one file share is copied once.

    left: pages whose inks should have become RGB, and could not. fonts_left: of pages whose text
    should have become paths, the fonts in which some could not.
    """

    def __init__(self, document: Document, inking: Inking, *, outline_text: bool) -> None:
        self.left: list[PdfPage] = []
        self.fonts_left: dict[PdfPage, tuple[str, ...]] = {}
        self._document = document
        self._inking = inking
        self._outlines = outline_text
        self._sources: dict[tuple[str, bool], _Source] = {}

    def form(self, page: PdfPage) -> Stream:
        """The form XObject of a page, its own size, its left bottom corner at the origin."""
        try:
            is_seen = self._inking.seen_by() is not None
            if is_seen or self._outlines:
                try:
                    return self._form(page, self._source(page.path, turns=True))
                except (UnreadableError, *DAMAGE):
                    if is_seen:
                        self.left.append(page)
            return self._form(page, self._source(page.path, turns=False))
        except Exception as error:  # a file that was changed may be broken in any way
            raise PictureError(page.path, error) from error

    def _source(self, path: str, *, turns: bool) -> _Source:
        """The open file, once as it is and once to be turned into RGB, or its text into paths."""
        key = (path, turns)
        if key not in self._sources:
            # A mapped file would be in memory whole.
            opened = pikepdf.open(path, access_mode=pikepdf.AccessMode.stream)
            file = self._document.read_from(opened)
            file.remove_unreferenced_resources()
            profiles = self._inking.seen_by()
            source = _Source(path, file)
            if turns and profiles is not None:
                source.in_rgb = _recolouring(file, profiles)
            elif turns:
                source.outlining = _outlining(file)
            self._sources[key] = source
        return self._sources[key]

    def _form(self, page: PdfPage, source: _Source) -> Stream:
        shown = source.file.pages[page.page - 1]
        form = shown.as_form_xobject()
        if source.in_rgb is not None:
            source.in_rgb.turn(form)
        if source.outlining is not None:
            source.outlining.turn(form)
        if self._outlines:
            self.fonts_left[page] = fonts_in(form.get("/Resources", pikepdf.Dictionary()))
        entries: dict[str, Pdf] = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[{numbers(*page.box, digits=4)}]",
            "Matrix": f"[{numbers(*_matrix(page), digits=4)}]",
            "Resources": self._resources(source, form.get("/Resources", pikepdf.Dictionary())),
        }
        if _GROUP in form:
            entries["Group"] = self._value(source, form[_GROUP])
        return Stream.deflated(form.read_bytes(), entries)

    def _value(self, source: _Source, value: Any) -> bytes:
        """A value as it is written in this document."""
        plate = _plate(value)
        if plate is not None:
            return self._document.number(
                self._inking.space(plate, lambda: self._space(source, value))
            )
        if isinstance(value, pikepdf.Object) and value.is_indirect:
            return self._reference(source, value)
        return self._direct(source, value)

    def _entry(self, source: _Source, name: str, value: Any) -> bytes:
        """A value of a dictionary or stream."""
        if name == "/Resources" and isinstance(value, pikepdf.Dictionary):
            return self._resources(source, value)
        return self._value(source, value)

    def _resources(self, source: _Source, value: pikepdf.Object) -> bytes:
        """A resource dictionary (7.8.3), with the default colour space of CMYK (8.6.5.6)."""
        default = None if source.in_rgb is not None else self._inking.press_colours()
        if default is None:
            return self._value(source, value)
        spaces = value.get("/ColorSpace", pikepdf.Dictionary())
        rest = {name: entry for name, entry in value.items() if name != "/ColorSpace"}
        own = self._direct(source, spaces).removesuffix(b">>")
        if _DEFAULT not in spaces:
            own += b" %s %s" % (_DEFAULT.encode(), self._document.number(default))
        written = self._direct(source, pikepdf.Dictionary(rest)).removesuffix(b">>")
        return b"%s /ColorSpace %s>>>>" % (written, own)

    def _reference(self, source: _Source, value: pikepdf.Object) -> bytes:
        """The reference to the copy of an indirect object; objects may refer to each other."""
        key, copied = value.objgen, source.copied
        if key not in copied:
            if isinstance(value, pikepdf.Stream):
                copy: Pdf = Stream(_Copied(value, source.path), {})
                copied[key] = self._document.add(copy)
                for name, entry in value.items():
                    if name not in _OWN:
                        written = self._entry(source, name, entry)
                        copy.raw_entries[pikepdf.Name(name).unparse()] = written
            else:
                copy = Raw()
                copied[key] = self._document.add(copy)
                copy.body = self._direct(source, value)
        return self._document.number(copied[key])

    def _space(self, source: _Source, value: pikepdf.Object) -> Pdf:
        """The copy of a colour space as an object of its own."""
        copy = Raw()
        copy.body = self._direct(source, value)
        return self._document.add(copy)

    def _direct(self, source: _Source, value: Any) -> bytes:
        if isinstance(value, pikepdf.Dictionary):
            entries = [
                pikepdf.Name(name).unparse() + b" " + self._entry(source, name, entry)
                for name, entry in value.items()
                if name != "/Parent"
            ]
            return b"<<" + b" ".join(entries) + b">>"
        if isinstance(value, pikepdf.Array):
            return b"[" + b" ".join(self._value(source, entry) for entry in value) + b"]"
        if isinstance(value, pikepdf.Object):
            return value.unparse()
        return pikepdf.Array([value]).unparse()[1:-1].strip()


def _recolouring(file: pikepdf.Pdf, profiles: Profiles) -> Recolouring:
    from .screen.recolouring import Recolouring

    return Recolouring(file, profiles)


def _outlining(file: pikepdf.Pdf) -> Outlining:
    from .outlining.pages import Outlining

    return Outlining(file)


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
