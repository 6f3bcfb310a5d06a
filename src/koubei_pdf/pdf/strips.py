"""The samples of a picture as its filters give them, strip by strip where that can be."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf

from . import limits, reasons
from .reading import DAMAGE, UnreadableError, array_of, entry, filters, read_stream

#: Bytes of a strip, about.
_STRIP = 8 << 20


def strips(stream: Any, stride: int, height: int, multiple: int) -> Iterator[bytes]:
    """The rows of a picture, of `stride` bytes each, in strips of a multiple of so many rows.

    Raises UnreadableError where they are too few, or too many.
    """
    size = stride * height
    if stride > limits.PICTURE_WHOLE:
        raise reasons.too_many_bytes(limits.PICTURE_WHOLE)
    if size > limits.PICTURE:
        raise reasons.too_many_bytes(limits.PICTURE)
    rows = max(1, _STRIP // max(1, stride * multiple)) * multiple
    left = size
    for part in _parts(stream, size, rows * stride):
        whole = part[:left]
        left -= len(whole)
        if left and len(part) < rows * stride:
            break
        yield whole
        if not left:
            return
    raise UnreadableError(f"{size - left} < {size} B", reasons.CUT_SHORT)


def _parts(stream: Any, size: int, most: int) -> Iterator[bytes]:
    """The decoded bytes in parts of `most`, the last one shorter."""
    chain = filters(stream)
    if chain not in ([], ["/FlateDecode"]) or _predicts(stream):
        if size > limits.PICTURE_WHOLE:
            raise reasons.too_many_bytes(limits.PICTURE_WHOLE)
        data = _whole(stream)
        yield from (data[at : at + most] for at in range(0, len(data), most))
        return
    try:
        raw = memoryview(stream.get_raw_stream_buffer())
    except DAMAGE as error:
        raise UnreadableError(type(error).__name__, reasons.DAMAGED) from error
    if not chain:
        yield from (bytes(raw[at : at + most]) for at in range(0, len(raw), most))
        return
    yield from _inflated(raw, most)


def _whole(stream: Any) -> bytes:
    try:
        return read_stream(stream, limits.PICTURE_WHOLE)
    except UnreadableError as error:
        raise UnreadableError(str(error), reasons.DAMAGED) from error


def _predicts(stream: Any) -> bool:
    """Whether rows are told by those before them (7.4.4.4)."""
    found = entry(stream, "/DecodeParms")
    parameters = array_of(found) if isinstance(found, pikepdf.Array) else [found]
    return any((entry(each, "/Predictor") or 1) != 1 for each in parameters)


def _inflated(raw: memoryview, most: int) -> Iterator[bytes]:
    """Deflated data in parts of `most` bytes, the last one shorter."""
    inflater = zlib.decompressobj()
    made = bytearray()
    try:
        for at in range(0, len(raw), _STRIP):
            rest: bytes | memoryview = raw[at : at + _STRIP]
            while rest and not inflater.eof:
                made += inflater.decompress(rest, most - len(made))
                rest = inflater.unconsumed_tail
                if len(made) == most:
                    yield bytes(made)
                    made.clear()
        yield bytes(made)
    except zlib.error as error:
        raise UnreadableError(str(error), reasons.DAMAGED) from error
