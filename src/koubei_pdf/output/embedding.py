"""A face embedded once as a composite font (ISO 32000-1, 9.7) with the glyphs that were shown."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from ..fonts import Descriptor, Face, Subset, describe, subset, to_unicode
from .codes import Codes
from .document import Document, Pdf, Stream, array, dictionary, string
from .operators import number, numbers

#: FontDescriptor flags (9.8.2, table 123): symbolic, as no standard character set is used.
_SYMBOLIC = 4

#: The width that most Han glyphs have and that W therefore leaves out (1/1000 em).
_DEFAULT_WIDTH = 1000.0

#: What the later glyphs of a cluster say to a reader that does not know ActualText: a
#: zero-width space, since readers take an empty text for none and guess.
_SILENT = "\u200b"


def embed(document: Document, face: Face, codes: Codes) -> Pdf:
    """Add the font objects of `face`, cut down to the glyphs of `codes`; gives the Type 0 font."""
    program = subset(face, set(codes.glyphs))
    facts = describe(face)
    name = f"/{_tag(face, codes)}+{facts.name}"
    is_cff = program.kind == "CFF"
    descendant = dictionary(
        Type="/Font",
        Subtype="/CIDFontType0" if is_cff else "/CIDFontType2",
        BaseFont=name,
        CIDSystemInfo=dictionary(
            Registry=string("Adobe"), Ordering=string("Identity"), Supplement=0
        ),
        FontDescriptor=document.add(_descriptor(document, name, facts, program)),
        DW=number(_DEFAULT_WIDTH),
        W=_widths(face, codes),
    )
    if not is_cff:
        descendant["CIDToGIDMap"] = document.add(_glyph_map(codes, program))
    font = dictionary(
        Type="/Font",
        Subtype="/Type0",
        # 9.7.6.1, table 121: the CMap's name is part of BaseFont for a CIDFontType0.
        BaseFont=f"{name}-Identity-H" if is_cff else name,
        Encoding="/Identity-H",
        DescendantFonts=array([document.add(descendant)]),
        ToUnicode=document.add(Stream.deflated(to_unicode(_texts(codes)))),
    )
    return document.add(font)


def _tag(face: Face, codes: Codes) -> str:
    """Six capitals that tell subsets of the same face apart (9.6.4)."""
    glyphs = ",".join(map(str, sorted(set(codes.glyphs))))
    digest = hashlib.sha256(f"{face.key}:{glyphs}".encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _descriptor(document: Document, name: str, facts: Descriptor, program: Subset) -> Pdf:
    entries = dictionary(
        Type="/FontDescriptor",
        FontName=name,
        Flags=_SYMBOLIC,
        FontBBox=f"[{numbers(*facts.bbox)}]",
        ItalicAngle=number(facts.italic_angle),
        Ascent=number(facts.ascent),
        Descent=number(facts.descent),
        CapHeight=number(facts.cap_height),
        # No table holds the stem's width; readers use it only to substitute the font.
        StemV=round(50 + (facts.weight / 65) ** 2),
    )
    if program.kind == "CFF":
        file = Stream.deflated(program.data, {"Subtype": "/CIDFontType0C"})
        entries["FontFile3"] = document.add(file)
    else:
        file = Stream.deflated(program.data, {"Length1": len(program.data)})
        entries["FontFile2"] = document.add(file)
    return entries


def _widths(face: Face, codes: Codes) -> str:
    """The W array (9.7.4.3) in 1/1000 em, exactly as hmtx has them; runs of codes together."""
    parts: list[str] = []
    expected = -1
    for cid, glyph in sorted(zip(codes.cids, codes.glyphs, strict=True)):
        width = face.advance(glyph) * 1000
        if width == _DEFAULT_WIDTH:
            continue
        if cid != expected:
            parts.append(f"{']' if parts else ''}{cid}[")
        parts.append(f"{number(width, 6)} ")
        expected = cid + 1
    return f"[{''.join(parts)}{']' if parts else ''}]"


def _glyph_map(codes: Codes, program: Subset) -> Stream:
    """CIDToGIDMap (9.7.4.2): two bytes a code, from 0. Codes of a TrueType face are dense."""
    gids = [0, *(program.new_gid[glyph] for glyph in codes.glyphs)]
    return Stream.deflated(b"".join(gid.to_bytes(2, "big") for gid in gids))


def _texts(codes: Codes) -> Iterator[tuple[int, str]]:
    """The source text of each code."""
    for cid, text in zip(codes.cids, codes.texts, strict=True):
        yield cid, text or _SILENT
