"""Fonts: embedded, used, their widths and glyphs those of their programs (N1–N4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from ..pdf.content.fonts import Font
from ..pdf.glyphs import Glyphs, glyphs_of
from ..pdf.reading import Key, UnreadableError, entries, entry, identity, key_of
from .document import Document
from .findings import Finding
from .rules import fonts as rules

#: Widths may differ by so much (1/1000 em), as PDF/A has it.
_SLACK = 1.0

#: Codes of blanks, which have no glyph in many subsets.
_BLANKS = frozenset((0x20, 0xA0))


def check(document: Document) -> Iterator[Finding]:
    """The fonts of all text, and those that resources only name."""
    used: dict[Key, tuple[Font, set[int], list[int]]] = {}
    for page in document.pages:
        for font, codes in page.trace.codes.values():
            known = used.setdefault(key_of(font.object), (font, set(), []))
            known[1].update(codes)
            known[2].append(page.number)
    for font, codes, pages in used.values():
        findings = _check_font(font, codes) if codes else _check_invisible(font)
        for finding in findings:
            yield from (finding._replace(page=page) for page in pages)
    programs = {identity(font.program) for font, codes, _ in used.values() if codes}
    yield from _check_unused(document, set(used), programs)


def _check_invisible(font: Font) -> Iterator[Finding]:
    """A font in which all text is invisible (mode 3): PDF/A exempts it (ISO 19005-2, 6.2.11.4.1),
    PDF/X, which wants the fonts of all text, does not."""
    if not font.has_glyphs:
        yield Finding(rules.UNUSED_NOT_EMBEDDED, {"name": font.name or "?"})


def _check_font(font: Font, codes: set[int]) -> Iterator[Finding]:
    facts = {"name": font.name or "?"}
    if font.kind == "Type3":
        yield Finding(rules.TYPE_3, facts)
        return
    if font.program is None:
        yield Finding(rules.NOT_EMBEDDED, facts)
        return
    if font.kind == "CIDFontType2" and entry(font.descendant, "/CIDToGIDMap") is None:
        yield Finding(rules.NO_GLYPH_MAP, facts)
        return
    if entry(font.object, "/ToUnicode") is None and not _is_readable(font):
        yield Finding(rules.NO_TEXT, facts)
    try:
        glyphs = glyphs_of(font)
        found = list(_check_glyphs(font, codes, glyphs)) if glyphs is not None else []
    except UnreadableError as error:
        found = [Finding(rules.BROKEN_FONT, {**facts, "reason": error.plain})]
    yield from found


def _check_glyphs(font: Font, codes: set[int], glyphs: Glyphs) -> Iterator[Finding]:
    facts = {"name": font.name or "?"}
    shown = codes if font.is_composite else codes - _BLANKS
    missing = {code for code in shown if glyphs.is_missing(code)}
    if missing:
        yield Finding(rules.NOTDEF, facts)
    for code in sorted(shown - missing):
        width = glyphs.width(code)
        declared = font.width(code) * 1000
        if width is not None and abs(width - declared) > _SLACK:
            yield Finding(rules.WIDTHS, facts)
            return


def _is_readable(font: Font) -> bool:
    """Whether codes say characters without ToUnicode: by a standard encoding or glyph names."""
    if font.is_composite:
        return False
    return entry(font.object, "/Encoding") is not None or font.kind in ("Type1", "MMType1")


def _check_unused(
    document: Document, used: set[Key], programs: set[tuple[int, int]]
) -> Iterator[Finding]:
    """Fonts that resources name and no text uses, unless it uses another part of their program."""
    told: set[Key] = set()
    seen: set[tuple[int, int]] = set()
    for page in document.pages:
        for thing in _fonts_in(page.resources, seen, 0):
            key = key_of(thing)
            if key in used or key in told:
                continue
            told.add(key)
            font = document.memory.font(thing)
            if font.program is not None and identity(font.program) in programs:
                continue
            rule = rules.UNUSED if font.has_glyphs else rules.UNUSED_NOT_EMBEDDED
            yield Finding(rule, {"name": font.name or "?"}, page.number)


def _fonts_in(resources: Any, seen: set[tuple[int, int]], depth: int) -> Iterator[Any]:
    """The font dictionaries of resources, and of the forms and patterns in them."""
    if depth > 8:
        return
    for _, font in entries(entry(resources, "/Font")):
        yield font
    for category in ("/XObject", "/Pattern"):
        for _, thing in entries(entry(resources, category)):
            key = identity(thing)
            if isinstance(thing, pikepdf.Stream) and key not in seen:
                seen.add(key)
                yield from _fonts_in(thing.get("/Resources"), seen, depth + 1)
