"""The output intent and the version keys of PDF/X (ISO 15930-4 and 15930-7)."""

from __future__ import annotations

from ...model.press import Condition, Standard
from ..document import Document, Pdf, Stream, array, dictionary, string

#: PDF versions: X-1a:2003 is PDF 1.4 (ISO 15930-4), X-4 is PDF 1.6 (ISO 15930-7).
PDF_VERSIONS: dict[Standard, tuple[int, int]] = {"X-4": (1, 6), "X-1a": (1, 4)}

#: What a file calls itself. X-1a's second key is that of the 2001 edition, which readers ask for.
_INFO: dict[Standard, dict[str, str]] = {
    "X-4": {"GTS_PDFXVersion": "PDF/X-4"},
    "X-1a": {
        "GTS_PDFXVersion": "PDF/X-1a:2003",
        "GTS_PDFXConformance": "PDF/X-1a:2003",
    },
}
_NAMESPACES: dict[Standard, str] = {
    "X-4": '\n xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"',
    "X-1a": '\n xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"',
}
_PREFIXES: dict[Standard, str] = {"X-4": "pdfxid", "X-1a": "pdfx"}


def version_info(standard: Standard) -> dict[str, Pdf]:
    """The entries of Info that name the standard."""
    return {key: string(text) for key, text in _INFO[standard].items()}


def version_xmp(standard: Standard) -> tuple[str, dict[str, str]]:
    """The namespace of the standard's XMP properties, and the properties."""
    prefix = _PREFIXES[standard]
    return _NAMESPACES[standard], {f"{prefix}:{k}": text for k, text in _INFO[standard].items()}


def output_intent(document: Document, condition: Condition) -> Pdf:
    """The one OutputIntents entry (14.11.5) with the press's profile embedded."""
    # Deflate takes a quarter off a profile, and as long as ten pages take.
    profile = Stream(condition.icc, {"N": 4, "Alternate": "/DeviceCMYK"})
    entries = dictionary(
        Type="/OutputIntent",
        S="/GTS_PDFX",
        OutputConditionIdentifier=string(condition.identifier),
        Info=string(condition.info),
        DestOutputProfile=document.add(profile),
    )
    if condition.registry:
        entries["RegistryName"] = string(condition.registry)
    return array([document.add(entries)])
