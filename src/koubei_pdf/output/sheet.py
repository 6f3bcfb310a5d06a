"""A page of the file: its boundaries, and where on it a page of the Book stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.geometry import Rect

#: left, bottom, right, top in pt, y up (ISO 32000-1, 7.9.5).
Corners = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Media, bleed and trim boxes in the coordinates of the Book's page (pt, y down).

    The media box's left bottom corner is the origin of the file's page. A sheet that shows what
    remains after trimming has no boxes but media.
    """

    media: Rect
    bleed: Rect | None = None
    trim: Rect | None = None

    @property
    def height(self) -> float:
        return self.media.height

    def corners(self, rect: Rect) -> Corners:
        """A rectangle of page coordinates as the file has it."""
        left, top = self.media.x0, self.media.y1
        return (rect.x0 - left, top - rect.y1, rect.x1 - left, top - rect.y0)

    def boundaries(self) -> Iterator[tuple[str, Corners]]:
        """The page's boxes by the names that they have in a page dictionary."""
        boxes = {"MediaBox": self.media, "BleedBox": self.bleed, "TrimBox": self.trim}
        for name, box in boxes.items():
            if box is not None:
                yield name, self.corners(box)
