"""A picture of where on a page the ink goes over the limit."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

#: Total ink (per cent beyond the limit) at which the colour is full.
_FULL = 60.0


def heat_map(paper: Image.Image, plates: int, limit: float) -> bytes:
    """A PNG of the page, bleed included, 5 px a mm: its ink in pale grey, what is over in red.

    paper: the mean of that many plates (255: no ink).
    """
    from PIL import Image

    inks = [(255 - value) * plates / 2.55 for value in range(256)]
    grey = paper.point([round(255 - min(ink, 400) * 0.3) for ink in inks])
    over = [min(1.0, 0.3 + 0.7 * (ink - limit) / _FULL) if ink > limit else 0.0 for ink in inks]
    picture = Image.merge("RGB", (grey, grey, grey))
    picture.paste((214, 32, 32), mask=paper.point([round(255 * part) for part in over]))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()
