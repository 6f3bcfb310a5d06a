"""The pictures of an issue: found, told apart by content, read once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ..imaging import Cache, ProfileError, Profiles
from ..model.art import Art, PdfPart
from ..model.diagnostics import Diagnostic, Span
from ..model.names import shown
from ..model.style import Colour
from . import picture_faults as faults
from .faults import files
from .missing import PICTURES, missing_file
from .placed import read_page
from .raster import read_raster
from .svg.colour import Inks
from .text_files import path_inside

#: An SVG beyond this is no flat artwork.
MAX_DRAWING_BYTES = 16_000_000
_SNIFFED = 1024
_RASTERS = re.compile(
    rb"\xff\xd8\xff|\x89PNG\r\n|II\*\0|MM\0\*|II\+\0|MM\0\+|GIF8|RIFF....WEBP|BM", re.DOTALL
)
_DRAWING = re.compile(rb"(?:\xef\xbb\xbf)?\s*<|\xff\xfe<\0|\xfe\xff\0<")
#: Formats that people do send, by how their files begin.
_OTHERS = {
    "EPS": rb"%!PS|\xc5\xd0\xd3\xc6",
    "PSD": rb"8BPS",
    "HEIC": rb"....ftyp(?:hei|hev|mif|msf)",
    "AVIF": rb"....ftypavi",
    "SVGZ": rb"\x1f\x8b",
    "JPEG 2000": rb"\0\0\0\x0cjP",
    "ZIP": rb"PK\x03\x04",
}


#: Also how an .ai file begins that was saved for placing.
_PDF = b"%PDF-"
_FIRST = PdfPart()


class PictureShelf:
    """The pictures below a folder, each read once however often it is used.

    root: the issue's folder. colours: the palette, whose RGB twins drawings use; profiles turn
    other colours into inks. cache: what is known of rasters that were read before.
    """

    def __init__(
        self, root: Path, colours: Mapping[str, Colour], profiles: Profiles, cache: Cache
    ) -> None:
        self._root = root
        self._cache = cache
        self._inks = Inks(colours, profiles.ink)
        self._read: dict[tuple[str, PdfPart], tuple[Art | None, list[Diagnostic]]] = {}

    def load(
        self, path: str, span: Span, part: PdfPart = _FIRST
    ) -> tuple[Art | None, list[Diagnostic]]:
        """The picture at `path` (from the root), named at `span`; None if it cannot be used.

        part: which page is meant, if it is a PDF.

        A fault at a place within the file is reported by the first call only; a fault of the
        file as a whole is reported at every span that names it. Bad files raise nothing.
        """
        key = (path, part)
        first = key not in self._read
        if first:
            self._read[key] = self._load(path, part)
        art, found = self._read[key]
        whole = [replace(fault, span=span) for fault in found if fault.span.line == 0]
        within = [fault for fault in found if fault.span.line > 0]
        return art, [*whole, *within] if first else whole

    def _load(self, path: str, part: PdfPart) -> tuple[Art | None, list[Diagnostic]]:
        whole = Span(path)
        try:
            return self._told_apart(path, part)
        except ProfileError as error:
            fault = faults.NO_PROFILE.at(
                whole, path=shown(path), profile=error.name, reason=error.reason
            )
        except (OSError, ValueError) as error:  # ValueError: a name that no system could hold
            reason = getattr(error, "strerror", None) or str(error)
            fault = files.UNREADABLE.at(whole, path=shown(path), reason=reason)
        return None, [fault]

    def _told_apart(self, path: str, part: PdfPart) -> tuple[Art | None, list[Diagnostic]]:
        """Read the file as what its first bytes say it is. Raises OSError, ProfileError."""
        place, whole = self._root / path, Span(path)
        if path_inside(self._root, "", path) is None:
            return None, [files.OUTSIDE.at(whole, path=shown(path))]
        if not place.exists():
            return None, [missing_file(place, path, whole, PICTURES)]
        if not place.is_file():
            return None, [files.NOT_A_FILE.at(whole, path=shown(path))]
        with place.open("rb") as file:
            head = file.read(_SNIFFED)
        if _RASTERS.match(head):
            return read_raster(place, path, self._cache)
        if head.startswith(_PDF):
            return read_page(place, path, part)
        if not _DRAWING.match(head):
            return None, [faults.UNKNOWN_FORMAT.at(whole, path=shown(path), kind=_kind(head))]
        size = place.stat().st_size
        if size > MAX_DRAWING_BYTES:
            most, megabytes = MAX_DRAWING_BYTES // 10**6, f"{size / 10**6:.1f}"
            return None, [
                faults.DRAWING_TOO_LARGE.at(whole, path=shown(path), size=megabytes, most=most)
            ]
        from .drawing import read_drawing  # with the SVG reader, which many issues can do without

        return read_drawing(place.read_bytes(), path, self._inks)


def _kind(head: bytes) -> str:
    """The name of a format that cannot be used, as far as its first bytes tell."""
    for kind, pattern in _OTHERS.items():
        if re.match(pattern, head, re.DOTALL):
            return kind
    return "?" if head else "0 bytes"
