"""The file's structure: header, trailer, revisions, and how content is written (A1–A8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..pdf.reading import array_of, entry, text_of
from .document import Document
from .findings import Finding
from .rules import files
from .rules import structure as rules

#: The highest version of each standard.
VERSIONS = {"X-4": (1, 6), "X-1a": (1, 4), "X-3": (1, 4)}
_HEADER = re.compile(rb"%PDF-(\d)\.(\d)[^\r\n]*[\r\n]+(?:%([^\r\n]*))?")
#: Where a revision ends, and not a file or a program within the file.
_END = re.compile(rb"startxref\s+[0-9]+\s+%%EOF")
#: Bytes at the head of a file that say what it is.
_HEAD = 1024
#: As qpdf words it.
_TWICE = re.compile(r"duplicated key (/[^\s;]+)")
_STREAMS = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")


def check(document: Document) -> Iterator[Finding]:
    """Header, version, ID, Info, object streams, revisions, repairs, and content's syntax."""
    data, standard = document.data, document.standard
    header = _HEADER.match(data.part(0, _HEAD))
    if header is None:
        yield Finding(rules.HEADER, {})
    elif sum(byte > 127 for byte in (header[3] or b"")[:8]) < 4:
        yield Finding(rules.NO_BINARY_LINE, {})
    yield from _check_version(document)
    trailer = document.pdf.trailer
    if [len(bytes(part)) >= 8 for part in array_of(entry(trailer, "/ID"))] != [True, True]:
        yield Finding(rules.NO_ID, {})
    if document.info is None:
        yield Finding(rules.NO_INFO, {})
    if standard != "X-4" and any(data.ends(_STREAMS)):
        yield Finding(rules.OBJECT_STREAMS, {"standard": f"PDF/{standard}"})
    revisions = sum(1 for _ in data.ends(_END)) - (b"/Linearized" in data.part(0, _HEAD))
    if revisions > 1:
        yield Finding(rules.REVISIONS, {"count": str(revisions)}, badness=revisions)
    yield from _check_repairs(document)
    for page in document.pages:
        for flaw in page.trace.flaws:
            rule, name = _FLAWS[flaw.kind]
            yield Finding(rule, {name: flaw.what} if name else {}, page.number)


def _check_repairs(document: Document) -> Iterator[Finding]:
    """What qpdf had to mend; two entries of one name are no damage, but no device knows which."""
    damage = []
    for text in document.warnings:
        twice = _TWICE.search(text)
        if twice is None:
            damage.append(text)
        else:
            yield Finding(rules.SAID_TWICE, {"key": twice[1]})
    if damage:
        yield Finding(rules.REPAIRED, {"what": damage[0]})


def _check_version(document: Document) -> Iterator[Finding]:
    """The header's version, which the catalog may raise."""
    catalog = text_of(entry(document.root, "/Version"))[1:]
    said = [
        (int(found[1]), int(found[2]))
        for text in (document.pdf.pdf_version, catalog)
        if (found := re.fullmatch(r"(\d)\.(\d)", text))
    ]
    version, limit = max(said, default=(0, 0)), VERSIONS[document.standard]
    if version > limit:
        facts = {
            "version": f"{version[0]}.{version[1]}",
            "standard": f"PDF/{document.standard}",
            "limit": f"{limit[0]}.{limit[1]}",
        }
        yield Finding(rules.VERSION, facts)


_FLAWS = {
    "operator": (rules.BAD_OPERATOR, "what"),
    "operands": (rules.BAD_OPERATOR, "what"),
    "balance": (rules.UNBALANCED, "what"),
    "resource": (rules.UNDEFINED, "what"),
    "unreadable": (files.TOO_LARGE, "reason"),
    "depth": (files.TOO_DEEP, "what"),
    "too-much": (files.TOO_COMPLEX, ""),
}
