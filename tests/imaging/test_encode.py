"""Samples become the data of an image with few copies of them."""

from __future__ import annotations

import io
import tracemalloc
import zlib

from PIL import Image

from koubei_pdf.imaging.encode import encode


def test_lossless_data_is_copied_once() -> None:
    """Plain art, so that no JPEG is held beside: the file as it grows, and what is handed on."""
    side = 1500
    image = Image.merge("CMYK", [Image.effect_noise((side, side), 90)] * 4)
    Image.new("RGB", (1, 1)).save(io.BytesIO(), "PNG")  # loads the encoder
    tracemalloc.start()
    try:
        made, data = encode(image, 92, 0)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert made.filter == "Flate"
    assert len(zlib.decompress(data)) == side * (1 + 4 * side)
    assert peak < 2.6 * len(data)
