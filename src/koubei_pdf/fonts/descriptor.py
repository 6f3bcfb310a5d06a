"""What a PDF font descriptor says of a face (ISO 32000-1, 9.8.1, table 122)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import uharfbuzz as hb

from .face import Face


@dataclass(frozen=True, slots=True)
class Descriptor:
    """Name and measures of a face in 1/1000 em; italic_angle in degrees; weight as in OS/2."""

    name: str
    bbox: tuple[float, float, float, float]
    ascent: float
    descent: float
    cap_height: float
    italic_angle: float
    weight: int


def describe(face: Face) -> Descriptor:
    """The descriptor values of `face`, from head, post and OS/2 (where it has them)."""
    scale = 1000 / face.upem
    x0, y0, x1, y1 = struct.unpack_from(">4h", face.table("head"), 36)
    os2, post = face.table("OS/2"), face.table("post")
    weight = struct.unpack_from(">H", os2, 4)[0] if len(os2) >= 6 else 400
    has_caps = len(os2) >= 90 and struct.unpack_from(">H", os2)[0] >= 2
    caps = struct.unpack_from(">h", os2, 88)[0] * scale if has_caps else face.ascent * 1000
    angle = struct.unpack_from(">l", post, 4)[0] / 65536 if len(post) >= 8 else 0.0
    return Descriptor(
        name=_postscript_name(face),
        bbox=(x0 * scale, y0 * scale, x1 * scale, y1 * scale),
        ascent=face.ascent * 1000,
        descent=face.descent * 1000,
        cap_height=caps,
        italic_angle=angle,
        weight=weight,
    )


def _postscript_name(face: Face) -> str:
    """The face's PostScript name, else its key; only characters that a PDF name may hold."""
    name = face.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or face.key
    return "".join(c for c in name if c.isascii() and (c.isalnum() or c in "-_.")) or "Font"
