"""A PDF/X file's twin in PDF/A: the same pages and fonts under a name that validators know.

python tests/sample/twin.py PRESS.pdf TWIN.pdf PART

No free validator knows PDF/X. What PDF/A asks of pages (ISO 19005) is what PDF/X asks of them too:
fonts and their widths, resources, no RGB, overprint by OPM 1, in part 1 no transparency.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pikepdf

_NAMESPACE = ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
_PART = "<pdfaid:part>{}</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
#: Properties that PDF/A takes from nobody without a schema of their own.
_FOREIGN = re.compile(r"<(pdfxid|pdfx|pdf:Trapped)[^>]*>[^<]*</[^>]*>")


def write_twin(press: Path, twin: Path, part: int) -> None:
    """Write the twin of a press file: PDF/A-1b or PDF/A-2b."""
    with pikepdf.open(press) as file:
        for intent in file.Root.OutputIntents:
            intent.S = pikepdf.Name.GTS_PDFA1
        xmp = _FOREIGN.sub("", file.Root.Metadata.read_bytes().decode())
        xmp = xmp.replace(' rdf:about=""', f' rdf:about=""{_NAMESPACE}')
        xmp = xmp.replace("</rdf:Description>", _PART.format(part) + "</rdf:Description>")
        file.Root.Metadata = file.make_stream(xmp.encode(), Type=pikepdf.Name.Metadata)
        file.Root.Metadata.Subtype = pikepdf.Name.XML
        if part == 1:
            _add_cid_sets(file)
        version = "1.4" if part == 1 else "1.6"
        off = pikepdf.ObjectStreamMode.disable
        file.save(twin, force_version=version, object_stream_mode=off, compress_streams=False)


def _add_cid_sets(file: pikepdf.Pdf) -> None:
    """What PDF/A-1 alone asks for (ISO 19005-1, 6.3.5): a bit for each code of a font."""
    for font in file.objects:
        if isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == "/CIDFontType2":
            codes = len(font.CIDToGIDMap.read_bytes()) // 2
            bits = bytes([0xFF] * (codes // 8)) + bytes([0xFF00 >> codes % 8 & 0xFF])
            font.FontDescriptor.CIDSet = file.make_stream(bits)


if __name__ == "__main__":
    write_twin(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
