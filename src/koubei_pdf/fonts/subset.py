"""Cut a face down to the glyphs that a book shows (HarfBuzz, without hints)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import uharfbuzz as hb

from .face import Face

#: PDF needs outlines and metrics only (ISO 32000-1, 9.9, table 126): these tables go too.
_DROPPED = [
    "BASE",
    "GDEF",
    "GPOS",
    "GSUB",
    "OS/2",
    "STAT",
    "VORG",
    "cmap",
    "gasp",
    "name",
    "post",
    "vhea",
    "vmtx",
]


@dataclass(frozen=True, slots=True)
class Subset:
    """A font program with only some glyphs: new_gid maps the face's glyph ids to its own."""

    data: bytes
    kind: Literal["glyf", "CFF"]
    new_gid: dict[int, int]


def has_cff(face: Face) -> bool:
    """Whether the face's outlines are cubic (CFF), not TrueType."""
    return "CFF " in face.hb_face.table_tags


def subset(face: Face, glyphs: Collection[int]) -> Subset:
    """The font program of `glyphs` of `face` (and .notdef, and parts of composite glyphs).

    TrueType: an sfnt file with new, dense glyph ids. CFF: the bare CFF table with the ids
    retained, so that CID = glyph id in the PDF font, which has no CIDToGIDMap of its own.
    """
    is_cff = has_cff(face)
    request = hb.SubsetInput()
    request.glyph_set.update(glyphs)
    request.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    request.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    if is_cff:
        request.flags |= hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    if face.hb_face.has_var_data:
        request.pin_all_axes_to_default(face.hb_face)
    plan = hb.SubsetPlan(face.hb_face, request)
    program = plan.execute()
    new_gid = {int(old): int(new) for old, new in plan.old_to_new_glyph_mapping.items()}
    if is_cff:
        return Subset(bytes(program.reference_table("CFF ").data), "CFF", new_gid)
    return Subset(bytes(program.blob.data), "glyf", new_gid)
