"""What the file says of itself: Info, XMP, and the standard that it claims (B1–B7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

import pikepdf

from ..model.diagnostics import Bilingual
from ..pdf.reading import UnreadableError, entry, filters, read_stream, text_of
from .document import Document
from .findings import Finding
from .rules import metadata as rules

_KEYS = ("Title", "Creator", "Producer", "CreationDate", "ModDate")
_DATES = ("CreationDate", "ModDate")
_FULL_DATE = re.compile(r"D:(\d{14})(Z(?:00'?00'?)?|[+-]\d\d'?\d\d'?)")
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(.*)")

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}
_VERSION = "pdfxid:GTS_PDFXVersion"
_WANTED = (
    "dc:title",
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmp:CreatorTool",
    "pdf:Producer",
    "pdf:Trapped",
    "xmpMM:DocumentID",
    "xmpMM:VersionID",
    "xmpMM:RenditionClass",
)
#: Entries of Info and the properties of XMP that say the same.
_TWINS = {
    "Title": "dc:title",
    "Author": "dc:creator",
    "Subject": "dc:description",
    "Creator": "xmp:CreatorTool",
    "Producer": "pdf:Producer",
    "CreationDate": "xmp:CreateDate",
    "ModDate": "xmp:ModifyDate",
    "Trapped": "pdf:Trapped",
    "GTS_PDFXVersion": _VERSION,
}


def claim_of(pdf: pikepdf.Pdf) -> tuple[str, str]:
    """The standard that a file names, and which of X-4, X-1a and X-3 it is; "" for none."""
    info = entry(pdf.trailer, "/Info")
    try:
        properties = _properties(_xmp(pdf.Root))
    except UnreadableError:
        properties = {}
    said = [properties.get(_VERSION, ""), text_of(entry(info, "/GTS_PDFXConformance"))]
    said.append(text_of(entry(info, "/GTS_PDFXVersion")))
    for claim in said:
        for start, standard in (("PDF/X-4", "X-4"), ("PDF/X-1", "X-1a"), ("PDF/X-3", "X-3")):
            if claim.startswith(start):
                return claim, standard
    return "", ""


def check(document: Document) -> Iterator[Finding]:
    """Info, the claim, and XMP where the standard wants it or where it is there."""
    yield from _check_claim(document)
    info = document.info
    if info is not None:
        yield from _check_info(info)
    is_x4 = document.standard == "X-4"
    if not is_x4 and entry(document.root, "/Metadata") is None:
        return
    try:
        properties = _properties(_xmp(document.root))
    except UnreadableError as error:
        yield Finding(rules.NO_XMP, {"reason": error.plain})
        return
    if is_x4:
        if document.claim and not properties.get(_VERSION, "").startswith("PDF/X-4"):
            yield Finding(rules.NO_VERSION_KEY, {})
        for key in _WANTED:
            if not properties.get(key):
                yield Finding(rules.XMP_MISSING, {"key": key})
    yield from _check_step(info, properties)


def _check_claim(document: Document) -> Iterator[Finding]:
    wanted = document.profile.standard
    names = {"X-4": "PDF/X-4", "X-1a": "PDF/X-1a:2003"}
    if not document.claim:
        yield Finding(rules.NO_CLAIM, {"standard": names[wanted]})
    elif wanted == "X-1a" and document.standard != "X-1a":
        facts = {"claim": document.claim, "standard": names[wanted]}
        yield Finding(rules.OTHER_CLAIM, facts)


def _check_info(info: Any) -> Iterator[Finding]:
    for key in _KEYS:
        value = text_of(entry(info, f"/{key}")).strip()
        if not value:
            yield Finding(rules.INFO_MISSING, {"key": key})
        elif key in _DATES and not _is_full_date(value):
            yield Finding(rules.BAD_DATE, {"key": key, "found": value[:40]})
    trapped = entry(info, "/Trapped")
    is_name = isinstance(trapped, pikepdf.Name)
    if not is_name or str(trapped) not in ("/True", "/False"):
        yield Finding(rules.TRAPPED, {})


def _is_full_date(text: str) -> bool:
    """Whether a date goes down to the second, has its zone, and is one of the calendar (7.9.4)."""
    found = _FULL_DATE.fullmatch(text)
    if found is None:
        return False
    zone = re.sub(r"\D", "", found[2]) or "0000"
    try:
        datetime.strptime(f"{found[1]}+{zone}", "%Y%m%d%H%M%S%z")
    except ValueError:
        return False
    return True


def _check_step(info: Any, properties: dict[str, str]) -> Iterator[Finding]:
    for key, twin in _TWINS.items():
        here, there = text_of(entry(info, f"/{key}")), properties.get(twin, "")
        if here and there and _normal(here) != _normal(there):
            yield Finding(rules.NOT_IN_STEP, {"key": key, "info": here[:60], "xmp": there[:60]})


def _normal(text: str) -> str:
    """A text without what may differ in writing: dates to the second in one form."""
    text = text.strip().removeprefix("/")
    iso = _ISO_DATE.fullmatch(text)
    if iso is not None:
        zone = re.sub(r"\D", "", iso[7]) or "0000"
        sign = "-" if iso[7].startswith("-") and zone.strip("0") else "+"
        return "".join(part or "00" for part in iso.groups()[:6]) + sign + zone
    full = _FULL_DATE.fullmatch(text)
    if full is not None:
        zone = re.sub(r"\D", "", full[2]) or "0000"
        return full[1] + ("-" if full[2].startswith("-") and zone.strip("0") else "+") + zone
    return text


def _xmp(root: Any) -> ElementTree.Element:
    """The XMP packet's element tree. Raises UnreadableError."""
    stream = entry(root, "/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        raise UnreadableError("no /Metadata", _ABSENT)
    if entry(stream, "/Type") != "/Metadata" or entry(stream, "/Subtype") != "/XML":
        raise UnreadableError("/Type, /Subtype", _NO_XML)
    if filters(stream):
        raise UnreadableError(filters(stream)[0], _PACKED)
    data = read_stream(stream, 4 << 20)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableError("DOCTYPE", _DOCTYPE)
    try:
        return ElementTree.fromstring(data.strip(b"\0 \t\r\n"))
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise UnreadableError(str(error), _not_well_formed(error)) from error


def _not_well_formed(error: Exception) -> Bilingual:
    """Where a packet breaks the rules of XML, if that is known."""
    if not isinstance(error, ElementTree.ParseError):
        return _NO_XML
    line, column = error.position
    return Bilingual(
        f"XML 在第 {line} 行第 {column + 1} 列出错", f"its XML breaks at {line}:{column + 1}"
    )


_ABSENT = Bilingual("文件里没有", "there is none")
_NO_XML = Bilingual("它不是 XML 数据流", "it is no stream of XML")
_PACKED = Bilingual("它压缩过", "it is compressed")
_DOCTYPE = Bilingual("它有 DOCTYPE 声明", "it has a DOCTYPE declaration")


def _properties(root: ElementTree.Element) -> dict[str, str]:
    """The simple properties of the packet, by prefixed names; of a list its first item."""
    short = {uri: prefix for prefix, uri in _SPACES.items()}
    found: dict[str, str] = {}
    for node in root.iter(f"{_RDF}Description"):
        pairs = list(node.attrib.items())
        pairs += [(child.tag, _value(child)) for child in node]
        for tag, text in pairs:
            uri, _, name = tag[1:].partition("}")
            if uri in short and text.strip():
                found.setdefault(f"{short[uri]}:{name}", text.strip())
    return found


def _value(node: ElementTree.Element) -> str:
    """The text of a property; of alternatives the first, of several values none."""
    items = list(node.iter(f"{_RDF}li"))
    if len(items) > 1 and node.find(f"{_RDF}Alt") is None:
        return ""
    return "".join((items[0] if items else node).itertext())
