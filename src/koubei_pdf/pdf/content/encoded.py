"""What JPEG and JPEG 2000 data say of themselves: size, channels, colours, and if they end.

Only their headers are read (ISO 10918-1, B.2; ISO 15444-1, A.5 and I.5), so that a picture costs
nothing beside its bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from .spaces import CMYK, GRAY, RGB, Space

#: Spaces by the number of channels, where nothing else is said.
_BY_CHANNELS = {1: GRAY, 2: GRAY, 3: RGB, 4: CMYK}

#: Enumerated colour spaces of JPEG 2000: CMYK, Lab, sRGB, grey, sYCC.
_ENUMERATED = {12: CMYK, 14: Space("Lab", 3), 16: RGB, 17: GRAY, 18: RGB}
_PROFILED = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}

_NO_LENGTH = (0x01, *range(0xD0, 0xD9))
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _END = 0xDA, b"\xff\xd9"


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture by its data: its pixels, its channels without alpha, the space of its samples.

    space: None where it cannot be told. is_whole: whether the data come to their end.
    """

    format: str
    width: int
    height: int
    channels: int
    space: Space | None
    is_whole: bool

    @property
    def is_readable(self) -> bool:
        """Whether the header says how large the picture is."""
        return self.width > 0 and self.height > 0


def jpeg(data: bytes) -> Encoded:
    """Markers up to the first scan; behind it, FF D9 stands for nothing but the end."""
    width = height = channels = 0
    at = 2 if data[:2] == b"\xff\xd8" else len(data)
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or marker in _NO_LENGTH:
            at += 1 if marker == 0xFF else 2
            continue
        if marker in _FRAMES and at + 10 <= len(data):
            height, width, channels = struct.unpack_from(">HHB", data, at + 5)
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _SCAN:
            break
    is_whole = data.rfind(_END, at) >= 0
    return Encoded("JPEG", width, height, channels, _BY_CHANNELS.get(channels), is_whole)


def jpeg_2000(data: bytes) -> Encoded:
    """A codestream, alone or in the boxes of a JP2 file."""
    start, space, alphas = 0, None, 0
    if data[4:8] == b"jP  ":
        start = len(data)
        for name, at, end in _boxes(data, 0, len(data)):
            if name == b"jp2c":
                start = at
            elif name == b"jp2h":
                for inner, first, last in _boxes(data, at, end):
                    if inner == b"colr" and space is None:
                        space = _colours(data[first:last])
                    elif inner == b"cdef":
                        alphas = _alphas(data[first:last])
    if data[start : start + 4] != b"\xff\x4f\xff\x51" or start + 42 > len(data):
        return Encoded("JPEG 2000", 0, 0, 0, space, False)
    x1, y1, x0, y0 = struct.unpack_from(">4L", data, start + 8)
    (count,) = struct.unpack_from(">H", data, start + 40)
    channels = count - alphas
    is_whole = data.rfind(_END, start) >= 0
    space = space or _BY_CHANNELS.get(channels)
    return Encoded("JPEG 2000", x1 - x0, y1 - y0, channels, space, is_whole)


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """The boxes between two places: their names, and where their contents begin and end."""
    while at + 8 <= end:
        length, name = struct.unpack_from(">L4s", data, at)
        head = 8
        if length == 1 and at + 16 <= end:
            (length,) = struct.unpack_from(">Q", data, at + 8)
            head = 16
        stop = end if length == 0 else min(at + length, end)
        if stop < at + head:
            return
        yield name, at + head, stop
        at = stop


def _colours(box: bytes) -> Space | None:
    """A colour specification: an enumerated space, or an ICC profile."""
    if box[:1] == b"\x01":
        return _ENUMERATED.get(int.from_bytes(box[3:7], "big"))
    channels = _PROFILED.get(box[19:23])
    return Space("ICCBased", channels) if channels else None


def _alphas(box: bytes) -> int:
    """How many channels are opacity (types 1 and 2 of a channel definition)."""
    kinds = (kind for _, kind, _ in struct.iter_unpack(">3H", box[2 : 2 + (len(box) - 2) // 6 * 6]))
    return sum(kind in (1, 2) for kind in kinds)


#: By the names of the filters that leave such data.
READERS = {"DCTDecode": jpeg, "DCT": jpeg, "JPXDecode": jpeg_2000}
