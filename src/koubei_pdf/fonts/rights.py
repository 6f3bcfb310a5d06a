"""What a font says of its licence: embedding rights (OS/2) and names (OpenType 1.9)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Literal

import uharfbuzz as hb

from .face import Face

#: OS/2 fsType: restricted licence; preview & print; editable; no subsetting; bitmaps only.
_RESTRICTED, _PRINT, _EDIT, _NO_SUBSET, _BITMAP_ONLY = 0x002, 0x004, 0x008, 0x100, 0x200

Usage = Literal["installable", "editable", "preview-print", "restricted"]

#: Licence files have such names, whichever family they are for.
_LICENCE_NAMES = ("ofl", "licence", "license", "copying")
_LICENCE_SUFFIXES = ("", ".txt", ".md", ".pdf")


@dataclass(frozen=True, slots=True)
class Rights:
    """fsType of a font's OS/2 table."""

    bits: int

    @property
    def usage(self) -> Usage:
        """Where an old font sets several of the usage bits the least restrictive holds."""
        if self.bits & _EDIT:
            return "editable"
        if self.bits & _PRINT:
            return "preview-print"
        return "restricted" if self.bits & _RESTRICTED else "installable"

    @property
    def may_subset(self) -> bool:
        return not self.bits & _NO_SUBSET

    @property
    def may_embed(self) -> bool:
        """Whether a subset of the outlines may stand in a PDF."""
        bitmaps = bool(self.bits & _BITMAP_ONLY)
        return self.usage != "restricted" and self.may_subset and not bitmaps


def rights_in(os2: bytes) -> Rights:
    """The rights that an OS/2 table gives; a font without one forbids nothing."""
    return Rights(int(struct.unpack_from(">H", os2, 8)[0]) if len(os2) >= 10 else 0)


@dataclass(frozen=True, slots=True)
class Naming:
    """A font's name table, in English where it has that; "" for what it does not say."""

    family: str
    version: str
    copyright: str
    licence: str
    licence_url: str


def naming(face: Face) -> Naming:
    """What `face` is called, and who says under which licence."""
    ids = hb.OTNameIdPredefined

    def name(of: hb.OTNameIdPredefined) -> str:
        return " ".join((face.hb_face.get_name(of) or "").split())

    return Naming(
        family=name(ids.TYPOGRAPHIC_FAMILY) or name(ids.FONT_FAMILY),
        version=name(ids.VERSION_STRING),
        copyright=name(ids.COPYRIGHT),
        licence=name(ids.LICENSE),
        licence_url=name(ids.LICENSE_URL),
    )


def licence_file(face: Face) -> str | None:
    """The name of the licence that lies beside a font file: of its family, else of the folder.

    OFL-NotoSansSC.txt is that of NotoSansSC-Regular.ttf.
    """
    family = face.key.partition("-")[0].casefold()
    found: dict[bool, str] = {}
    for path in sorted(face.path.parent.iterdir()):
        name = path.stem.casefold()
        if path.suffix.lower() in _LICENCE_SUFFIXES and name.startswith(_LICENCE_NAMES):
            is_own = family in name
            if is_own or name in _LICENCE_NAMES:
                found.setdefault(is_own, path.name)
    return found.get(True) or found.get(False)
