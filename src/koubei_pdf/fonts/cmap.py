"""The text of each code of an embedded font, for copying and searching (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

from collections.abc import Iterable

#: Entries of a block of bfchar, by Adobe's CMap format.
_BLOCK = 100

_HEAD = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange"""

_FOOT = """\
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def to_unicode(texts: Iterable[tuple[int, str]]) -> bytes:
    """The ToUnicode CMap of (code of two bytes, its text)."""
    entries = [f"<{code:04x}><{text.encode('utf-16-be').hex()}>" for code, text in texts]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    parts = ["\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks]
    return "\n".join([_HEAD, *parts, _FOOT]).encode("ascii")
