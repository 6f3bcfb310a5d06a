"""Find a font file and open it, or say what is wrong with it."""

from __future__ import annotations

import posixpath
import struct
from collections.abc import Sequence
from os.path import isfile  # no name makes it raise, as Path.is_file does for long ones
from pathlib import Path, PurePosixPath, PureWindowsPath

from ..model.diagnostics import Diagnostic, Span
from .face import Face
from .rights import rights_in
from .rules import (
    BROKEN_FONT,
    FONT_NOT_FOUND,
    FORBIDDEN_EMBEDDING,
    OUTSIDE_FOLDER,
    UNSUPPORTED_FONT,
)

_SUFFIXES = (".ttf", ".otf")
_MAGIC = {b"\0\1\0\0": "TrueType", b"true": "TrueType", b"OTTO": "OpenType"}
_OTHER_FORMATS = {b"ttcf": "TrueType collection", b"wOFF": "WOFF", b"wOF2": "WOFF2"}
_NEEDED = {"cmap", "head", "hhea", "hmtx", "maxp"}


def load_face(name: str, folders: Sequence[Path], span: Span) -> Face | Diagnostic:
    """The face of file `name` (with or without suffix) in the first of `folders` that has it."""
    if _leads_outside(name):
        return OUTSIDE_FOLDER.at(span, face=name)
    names = [name] if Path(name).suffix.lower() in _SUFFIXES else [name + s for s in _SUFFIXES]
    paths = (folder / file for folder in folders for file in names)
    path = next((path for path in paths if isfile(path)), None)
    if path is None:
        return FONT_NOT_FOUND.at(
            span,
            face=name,
            tried=", ".join(names),
            folders=", ".join(folder.as_posix() for folder in folders),
        )
    try:
        return _open(path, span)
    except OSError as error:
        return BROKEN_FONT.at(span, file=path.name, why=error.strerror or error)


def _leads_outside(name: str) -> bool:
    """Whether a name is a path out of the folder of fonts, by any system's rules."""
    windows = PureWindowsPath(name)
    if PurePosixPath(name).is_absolute() or windows.drive or windows.root:
        return True
    return posixpath.normpath(windows.as_posix()).split("/")[0] == ".."


def _open(path: Path, span: Span) -> Face | Diagnostic:
    with path.open("rb") as file:
        head = file.read(4096)
        size = file.seek(0, 2)
    if head[:4] in _OTHER_FORMATS:
        return UNSUPPORTED_FONT.at(span, file=path.name, format=_OTHER_FORMATS[head[:4]])
    if head[:4] not in _MAGIC:
        return UNSUPPORTED_FONT.at(span, file=path.name, format=head[:4].hex(" ").upper() or "-")
    fault = _directory_fault(head, size)
    if fault:
        return BROKEN_FONT.at(span, file=path.name, why=fault)
    face = Face(path)
    if not face.hb_face.glyph_count:
        return BROKEN_FONT.at(span, file=path.name, why="maxp")
    rights = rights_in(face.table("OS/2"))
    if not rights.may_embed:
        return FORBIDDEN_EMBEDDING.at(span, file=path.name, bits=f"0x{rights.bits:04X}")
    return face


def _directory_fault(head: bytes, size: int) -> str | None:
    """The table that is absent or runs over the file's end, None if all are in place."""
    count = struct.unpack_from(">H", head, 4)[0] if len(head) >= 6 else 0
    if len(head) < 12 + 16 * count:
        return "table directory"
    tags: set[str] = set()
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", head, 12 + 16 * index)
        tags.add(tag.decode("latin-1").rstrip())
        if offset + length > size:
            return str(tag.decode("latin-1"))
    outlines = {"glyf", "loca"} <= tags or "CFF" in tags
    absent = sorted(_NEEDED - tags) + ([] if outlines else ["glyf"])
    return absent[0] if absent else None
