"""Pages small: as items for a sheet, and as pictures for a browser."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from ..model.art import Outline
from ..model.book import Fill, GlyphRun, Item, Page, PlacedPicture, Shape
from ..model.geometry import Rect

#: Width of a page's picture (px): twice what a browser shows, for fine screens and for paper.
WIDTH = 320
_QUALITY = 72


def scaled(page: Page, trim: Rect, scale: float, x: float, y: float) -> Iterator[Item]:
    """The page's items at `scale`, its corner at (x, y); what lies beyond its trim is cut off."""

    def rect(of: Rect) -> Rect:
        x0, x1 = of.x0 * scale + x, of.x1 * scale + x
        return Rect(x0, of.y0 * scale + y, x1, of.y1 * scale + y)

    for item in page.items:
        if isinstance(item, GlyphRun):
            yield item._replace(
                size=item.size * scale,
                x=item.x * scale + x,
                y=item.y * scale + y,
                spacing=item.spacing * scale,
                shifts=tuple((index, shift * scale) for index, shift in item.shifts),
            )
        elif isinstance(item, Fill):
            shown = item.rect.intersection(trim)
            if shown is not None:
                yield replace(item, rect=rect(shown))
        elif isinstance(item, PlacedPicture):
            shown = item.clip.intersection(trim)
            if shown is not None:
                yield replace(item, rect=rect(item.rect), clip=rect(shown))
        elif isinstance(item, Shape):
            coords = list(item.outline.coords)
            coords[::2] = [one * scale + x for one in coords[::2]]
            coords[1::2] = [one * scale + y for one in coords[1::2]]
            outline = Outline(item.outline.ops, tuple(coords))
            yield replace(item, outline=outline, weight=item.weight * scale)


def page_pictures(pdf: bytes) -> list[bytes]:
    """The pages of a PDF as JPEG files, `WIDTH` px wide."""
    import pypdfium2

    pictures = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            image = page.render(scale=WIDTH / page.get_width()).to_pil()
            file = io.BytesIO()
            image.save(file, "JPEG", quality=_QUALITY, optimize=True)
            pictures.append(file.getvalue())
    return pictures
