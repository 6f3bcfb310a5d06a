"""What the file says of itself: Info (ISO 32000-1, 14.3.3) and, in step with it, XMP (14.3.2)."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from .. import __version__
from .document import Pdf, Stream, string

_UNDATED = datetime.date(2000, 1, 1)

#: Issues are dated in China; a date needs a zone to be the same day everywhere.
_ZONE_PDF, _ZONE_XMP = "+08'00'", "+08:00"


@dataclass(frozen=True, slots=True)
class Facts:
    """The file's metadata, of which Info and XMP are two spellings."""

    title: str
    author: str
    subject: str
    keywords: str
    date: datetime.date
    creator: str = f"koubei-pdf {__version__}"
    producer: str = f"koubei-pdf {__version__} with ReportLab"


def read_facts(metadata: Mapping[str, str]) -> Facts:
    """The facts of a Book's metadata: title, author, subject, keywords and an ISO date."""
    try:
        date = datetime.date.fromisoformat(metadata.get("date", ""))
    except ValueError:
        date = _UNDATED
    return Facts(
        title=metadata.get("title", ""),
        author=metadata.get("author", ""),
        subject=metadata.get("subject", ""),
        keywords=metadata.get("keywords", ""),
        date=date,
    )


def info(facts: Facts) -> dict[str, Pdf]:
    """The entries of the Info dictionary; what is not known is left out."""
    date = f"D:{facts.date:%Y%m%d}000000{_ZONE_PDF}"
    texts = {
        "Title": facts.title,
        "Author": facts.author,
        "Subject": facts.subject,
        "Keywords": facts.keywords,
        "Creator": facts.creator,
        "Producer": facts.producer,
        "CreationDate": date,
        "ModDate": date,
    }
    entries: dict[str, Pdf] = {key: string(text) for key, text in texts.items() if text}
    entries["Trapped"] = "/False"
    return entries


def xmp(facts: Facts, namespace: str = "", further: Mapping[str, str] | None = None) -> Stream:
    """The XMP packet, uncompressed, so that tools find it without reading PDF.

    `further` properties are those of a standard, in its `namespace` (an xmlns attribute).
    """
    date = f"{facts.date:%Y-%m-%d}T00:00:00{_ZONE_XMP}"
    properties = [
        _simple("dc:format", "application/pdf"),
        _nested("dc:title", "Alt", facts.title),
        _nested("dc:creator", "Seq", facts.author),
        _nested("dc:description", "Alt", facts.subject),
        _simple("pdf:Keywords", facts.keywords),
        _simple("pdf:Producer", facts.producer),
        _simple("pdf:Trapped", "False"),
        _simple("xmp:CreatorTool", facts.creator),
        _simple("xmp:CreateDate", date),
        _simple("xmp:ModifyDate", date),
        _simple("xmp:MetadataDate", date),
        _simple("xmpMM:DocumentID", _document_id(facts)),
        _simple("xmpMM:VersionID", "1"),
        _simple("xmpMM:RenditionClass", "default"),
        *(_simple(name, text) for name, text in (further or {}).items()),
    ]
    text = "\n".join(line for line in properties if line)
    packet = _PACKET.format(properties=text, namespace=namespace)
    return Stream(packet.encode(), {"Type": "/Metadata", "Subtype": "/XML"})


def _document_id(facts: Facts) -> str:
    """The same for every run of an issue: its title and date make it, not a clock."""
    digest = hashlib.sha256(f"{facts.title}\n{facts.date}".encode()).hexdigest()
    return f"xmp.did:{digest[:32]}"


def _simple(name: str, text: str) -> str:
    return f"<{name}>{escape(text, quote=False)}</{name}>" if text else ""


def _nested(name: str, kind: str, text: str) -> str:
    """A property whose value is an array (XMP, part 1, 7.7) of one text."""
    lang = ' xml:lang="x-default"' if kind == "Alt" else ""
    item = f"<rdf:{kind}><rdf:li{lang}>{escape(text, quote=False)}</rdf:li></rdf:{kind}>"
    return f"<{name}>{item}</{name}>" if text else ""


_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"{namespace}>
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
