"""The fonts of a press file: whose they are, and whether they may be handed on embedded."""

from __future__ import annotations

import csv
import io
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..checks.document import Document
from ..checks.findings import page_list
from ..fonts import Face, FontShelf, Naming, Rights, describe, licence_file, naming, rights_in
from ..model.diagnostics import Diagnostic, Span
from ..pdf.content.fonts import Font
from ..pdf.reading import DAMAGE, read_stream
from . import faults

_COLUMNS = (
    "font",
    "family",
    "version",
    "format",
    "embedded",
    "fsType",
    "embedding",
    "subsetting",
    "licence",
    "licence_url",
    "licence_file",
    "copyright",
    "source",
    "pages",
)


@dataclass(frozen=True, slots=True)
class FontUse:
    """A font of the file: its PostScript name, how it is embedded, the pages that show it.

    face: that of the issue it was made from; None where it came with a placed PDF. rights: None
    where neither the font file nor the embedded program tells.
    """

    name: str
    format: str
    is_embedded: bool
    pages: tuple[int, ...]
    face: Face | None
    rights: Rights | None


def fonts_of(document: Document, shelf: FontShelf) -> tuple[FontUse, ...]:
    """The fonts that pages show, by name; subsets of the same one are one."""
    faces = {describe(face).name: face for face in shelf.faces}
    used: dict[str, tuple[Font, set[int]]] = {}
    for page in document.pages:
        for font, _ in page.trace.codes.values():
            used.setdefault(font.name, (font, set()))[1].add(page.number)
    return tuple(_use(*used[name], faces) for name in sorted(used))


def _use(font: Font, pages: set[int], faces: Mapping[str, Face]) -> FontUse:
    face = faces.get(font.name)
    os2 = _table(_program(font), b"OS/2") if face is None else face.table("OS/2")
    rights = rights_in(os2) if face is not None or os2 else None
    return FontUse(font.name, font.kind, font.has_glyphs, tuple(sorted(pages)), face, rights)


def _program(font: Font) -> bytes:
    """The embedded font program; empty where there is none or it cannot be read."""
    try:
        return read_stream(font.program)
    except DAMAGE:
        return b""


def _table(program: bytes, tag: bytes) -> bytes:
    """A table of an sfnt; empty where the program is none or lacks it."""
    if len(program) < 12:
        return b""
    count = struct.unpack_from(">H", program, 4)[0]
    for index in range(min(count, (len(program) - 12) // 16)):
        found, _, offset, length = struct.unpack_from(">4sLLL", program, 12 + 16 * index)
        if found == tag:
            return program[offset : offset + length]
    return b""


def forbidden(fonts: Iterable[FontUse], at: Span) -> Iterator[Diagnostic]:
    """The fonts that may not be handed on, found `at` the file that names the pages."""
    for font in fonts:
        if font.rights is not None and not font.rights.may_embed:
            bits = f"0x{font.rights.bits:04X}"
            yield faults.FONT_FORBIDS.at(at, font=font.name, pages=page_list(font.pages), bits=bits)


def licences(fonts: Iterable[FontUse]) -> dict[str, Path]:
    """The licence files of the issue's fonts, by their names in the package."""
    found = {}
    for font in fonts:
        name = font.face and licence_file(font.face)
        if font.face is not None and name:
            found[name] = font.face.path.parent / name
    return found


def rows(fonts: Iterable[FontUse]) -> list[dict[str, str]]:
    """A row a font, as the list in the package has them; docs/package.md describes the columns."""
    return [_row(font) for font in fonts]


def _row(font: FontUse) -> dict[str, str]:
    face, rights = font.face, font.rights
    names = naming(face) if face is not None else Naming("", "", "", "", "")
    values = (
        font.name,
        names.family,
        names.version,
        font.format,
        "subset" if font.is_embedded else "no",
        f"0x{rights.bits:04X}" if rights else "unknown",
        rights.usage if rights else "unknown",
        ("allowed" if rights.may_subset else "forbidden") if rights else "unknown",
        names.licence,
        names.licence_url,
        (licence_file(face) if face is not None else None) or "",
        names.copyright,
        face.path.name if face is not None else "placed PDF",
        page_list(font.pages),
    )
    return dict(zip(_COLUMNS, values, strict=True))


def as_csv(fonts: Iterable[FontUse]) -> bytes:
    """The list as CSV; with a byte-order mark, by which Excel knows UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, _COLUMNS)
    writer.writeheader()
    writer.writerows(rows(fonts))
    return text.getvalue().encode("utf-8-sig")
