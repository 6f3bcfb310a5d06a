"""Careful reading of a PDF's objects: bounded, and never trusting their types."""

from __future__ import annotations

import base64
import zlib
from typing import Any

import pikepdf

from ..model.diagnostics import Bilingual
from . import limits

#: The most that one byte of input can become behind filters whose output is not measured.
_GROWTH = {"/LZWDecode": 1400, "/RunLengthDecode": 64}
_SHORT = {"/Fl": "/FlateDecode", "/LZW": "/LZWDecode", "/A85": "/ASCII85Decode"}


#: What reading damaged objects can raise: they are of other types than they should be.
DAMAGE = (
    pikepdf.PdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)


DAMAGED = Bilingual("数据损坏", "its data are damaged")


class UnreadableError(Exception):
    """An object cannot be read, or is larger than any bound; says why.

    plain: the same for people who know nothing of PDF.
    """

    def __init__(self, what: str, plain: Bilingual = DAMAGED) -> None:
        super().__init__(what)
        self.plain = plain


def too_large(most: int) -> UnreadableError:
    """Data that unpack to more than `most` bytes."""
    size = f"{most >> 20} MB"
    plain = Bilingual(f"数据解开后超过 {size}", f"its data unpack to more than {size}")
    return UnreadableError(f"> {size}", plain)


def entry(thing: Any, key: str) -> Any:
    """The value under a key, None where there is none or `thing` holds no keys."""
    if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        return None
    try:
        if key not in thing:  # get is slow where there is none
            return None
        return thing[key]
    except DAMAGE:
        return None


def array_of(thing: Any) -> list[Any]:
    """The items of an array, at most limits.ITEMS; no array has none."""
    if not isinstance(thing, pikepdf.Array):
        return []
    return [thing[index] for index in range(min(len(thing), limits.ITEMS))]


def numbers_of(thing: Any) -> list[float]:
    """The numbers of an array; none where any item is no number."""
    try:
        return [float(item) for item in array_of(thing)]
    except (TypeError, ValueError):
        return []


def names_of(thing: Any) -> list[str]:
    """The names that a name or an array of names holds."""
    items = array_of(thing) if isinstance(thing, pikepdf.Array) else [thing]
    return [name_of(item) for item in items if isinstance(item, pikepdf.Name)]


def name_of(name: pikepdf.Name) -> str:
    """A name with its slash, whatever bytes it is made of."""
    try:
        return str(name)
    except UnicodeDecodeError:
        return "/?"


def text_of(value: Any) -> str:
    """The text of a string, or a name with its slash; of anything else none."""
    if isinstance(value, pikepdf.Name):
        return name_of(value)
    return str(value) if isinstance(value, pikepdf.String) else ""


def entries(thing: Any) -> list[tuple[str, Any]]:
    """The keys of a dictionary or stream, sorted, with their values."""
    if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        return []
    return [(key, entry(thing, key)) for key in sorted(thing.keys())]


def identity(thing: Any) -> tuple[int, int]:
    """Object and generation number; (0, 0) of a direct object."""
    objgen = getattr(thing, "objgen", (0, 0))
    return (int(objgen[0]), int(objgen[1]))


#: What tells an object from others.
Key = tuple[int, int] | bytes


def key_of(thing: Any) -> Key:
    """Object and generation number; of a direct object its bytes."""
    key = identity(thing)
    return key if key[0] or not isinstance(thing, pikepdf.Object) else thing.unparse()


def filters(stream: Any) -> list[str]:
    """The names of a stream's filters, long form, in the order of decoding."""
    return [_SHORT.get(name, name) for name in names_of(entry(stream, "/Filter"))]


def read_stream(stream: Any, most: int = limits.STREAM) -> bytes:
    """The decoded bytes of a stream, at most `most`. Raises UnreadableError."""
    if not isinstance(stream, pikepdf.Stream):
        raise UnreadableError("no stream")
    try:
        chain = filters(stream)
        if _stored(stream) > most:
            raise too_large(most)
        raw = stream.read_raw_bytes()
        if chain == ["/FlateDecode"] and not _has_predictor(stream):
            return _inflated(raw, most)
        if _decoded_size(raw, chain, most) > most:
            raise too_large(most)
        return stream.read_bytes(pikepdf.StreamDecodeLevel.specialized)
    except (*DAMAGE, zlib.error) as error:
        raise UnreadableError(type(error).__name__) from error


def decoded_size(stream: pikepdf.Stream, most: int) -> int:
    """How large a stream becomes, or more than `most`; nothing of it is kept."""
    try:
        chain = filters(stream)
        if not chain or _stored(stream) > most:
            return _stored(stream)
        return _decoded_size(stream.read_raw_bytes(), chain, most)
    except UnreadableError:
        return most + 1
    except (*DAMAGE, zlib.error):
        return 0  # no data come out of it


def inflates_beyond(raw: bytes, most: int) -> bool:
    """Whether deflated data become more than `most` bytes; nothing of them is kept."""
    try:
        return _inflated_size(raw, most) > most
    except zlib.error:
        return False


def _stored(stream: pikepdf.Stream) -> int:
    """The bytes of a stream in the file, as its dictionary says."""
    length = entry(stream, "/Length")
    return int(length) if isinstance(length, int) else 0


def _has_predictor(stream: pikepdf.Stream) -> bool:
    parameters = entry(stream, "/DecodeParms")
    items = array_of(parameters) if isinstance(parameters, pikepdf.Array) else [parameters]
    return any((entry(item, "/Predictor") or 1) != 1 for item in items)


def _inflated(raw: bytes, most: int) -> bytes:
    inflater = zlib.decompressobj()
    data = inflater.decompress(raw, most)
    if inflater.unconsumed_tail and inflater.decompress(inflater.unconsumed_tail, 1):
        raise too_large(most)
    return data


def _inflated_size(raw: bytes, most: int) -> int:
    """How many bytes deflated data become; counting stops beyond `most`."""
    inflater = zlib.decompressobj()
    size, rest = 0, raw
    while rest and size <= most and not inflater.eof:
        size += len(inflater.decompress(rest, 1 << 20))
        rest = inflater.unconsumed_tail
    return size


def _decoded_size(raw: bytes, chain: list[str], most: int) -> int:
    """How large data become behind a chain of filters, or more than that; bounded itself."""
    for index, name in enumerate(chain):
        if name == "/ASCII85Decode":
            text = raw.strip()
            raw = base64.a85decode(text if text.startswith(b"<~") else b"<~" + text, adobe=True)
        elif name == "/ASCIIHexDecode":
            raw = bytes.fromhex(raw.strip().rstrip(b">").decode("ascii"))
        elif name == "/FlateDecode" and index == len(chain) - 1:
            return _inflated_size(raw, most)
        elif name == "/FlateDecode":
            raw = _inflated(raw, most)
        else:
            return len(raw) * _GROWTH.get(name, 1)
    return len(raw)
