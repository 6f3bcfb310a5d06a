"""How streams and pictures are stored (E1–E6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from ..pdf import limits
from ..pdf.reading import array_of, decoded_size, entry, filters, too_large
from .document import Document
from .findings import Finding
from .rules import files
from .rules import stored as rules


def check(document: Document) -> Iterator[Finding]:
    """Sizes, filters, data outside the file, PostScript, OPI, alternates and depth of pictures."""
    for thing in document.things:
        yield from _check_thing(thing)
        if isinstance(thing, pikepdf.Stream):
            yield from _check_stream(thing, document.standard)
            if not document.memory.has_read(thing) and _is_bomb(thing):
                yield Finding(files.TOO_LARGE, {"reason": too_large(limits.STREAM).plain})


def _is_bomb(stream: pikepdf.Stream) -> bool:
    """Whether a stream that is no picture unpacks to more than any should have.

    Pictures are bounded where they are decoded; their masks are not decoded here.
    """
    most = limits.STREAM
    if stream.get("/Subtype") == "/Image":
        if not stream.get("/ImageMask") and stream.get("/ColorSpace") != "/DeviceGray":
            return False
        most = limits.PICTURE
    return decoded_size(stream, most) > most


def _check_stream(stream: pikepdf.Stream, standard: str) -> Iterator[Finding]:
    for name in filters(stream):
        if name in ("/LZWDecode", "/Crypt"):
            yield Finding(rules.FILTER, {"what": name[1:]})
        elif name in ("/JBIG2Decode", "/JPXDecode") and standard != "X-4":
            yield Finding(rules.NEW_FILTER, {"what": name[1:], "standard": f"PDF/{standard}"})
    if entry(stream, "/F") is not None:
        yield Finding(rules.EXTERNAL, {"what": "/F"})
    subtype = entry(stream, "/Subtype")
    if "/PS" in (subtype, entry(stream, "/Subtype2")) or entry(stream, "/PS") is not None:
        yield Finding(rules.POSTSCRIPT, {})
    if subtype == "/Form" and entry(stream, "/Ref") is not None:
        yield Finding(rules.EXTERNAL, {"what": "/Ref"})
    if subtype == "/Image":
        yield from _check_picture(stream, standard)


def _check_picture(picture: pikepdf.Stream, standard: str) -> Iterator[Finding]:
    if any(_prints(alternate) for alternate in array_of(picture.get("/Alternates"))):
        yield Finding(rules.ALTERNATES, {})
    if picture.get("/BitsPerComponent") == 16:
        if standard == "X-4":
            yield Finding(rules.SIXTEEN_BIT, {})
        else:
            yield Finding(rules.SIXTEEN_BIT_NEW, {"standard": f"PDF/{standard}"})


def _prints(alternate: Any) -> bool:
    return bool(entry(alternate, "/DefaultForPrinting"))


def _check_thing(thing: Any) -> Iterator[Finding]:
    if entry(thing, "/OPI") is not None:
        yield Finding(rules.OPI, {})
