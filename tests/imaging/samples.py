"""The samples of an encoded picture, by other ways than those that wrote it."""

from __future__ import annotations

import io
import zlib

from PIL import Image

from koubei_pdf.imaging import Encoded


def samples(made: Encoded) -> bytes:
    """Row by row, 8 bit a channel."""
    data = b"".join(made.data.parts())
    if made.filter == "DCT":
        return Image.open(io.BytesIO(data)).tobytes()
    step = {"CMYK": 4, "L": 1, "RGB": 3}[made.mode]
    return unfiltered(zlib.decompress(data), made.width * step, step)


def unfiltered(data: bytes, row: int, step: int) -> bytes:
    """Samples without the PNG predictors (PNG, 9.2), a second reading of them."""
    out, above = b"", bytes(row)
    for at in range(0, len(data), row + 1):
        kind, line = data[at], bytearray(data[at + 1 : at + 1 + row])
        for i in range(row):
            left = line[i - step] if i >= step else 0
            corner = above[i - step] if i >= step else 0
            up = above[i]
            near = min((left, up, corner), key=lambda v: abs(left + up - corner - v))
            line[i] = (line[i] + (0, left, up, (left + up) // 2, near)[kind]) % 256
        above = bytes(line)
        out += above
    return out
