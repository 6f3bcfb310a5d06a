"""Pages side by side as they will be bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model.book import Page
from ...model.geometry import PageBoxes, Rect
from ..sheet import Sheet


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page on its spread: where it stands, and what of it is seen (page coordinates)."""

    page: Page
    sheet: Sheet
    seen: Rect


@dataclass(frozen=True, slots=True)
class Spread:
    """One or two pages; the sheet is in the coordinates of the first."""

    sheet: Sheet
    leaves: tuple[Leaf, ...]

    @property
    def label(self) -> str:
        """The folios of its pages."""
        return "–".join(leaf.page.folio or str(leaf.page.number) for leaf in self.leaves)


def spreads(pages: Sequence[Page], boxes: PageBoxes) -> Iterator[Spread]:
    """Left pages with the right ones that face them; a page alone where the other is not there."""
    at = 0
    while at < len(pages):
        first = pages[at]
        following = pages[at + 1] if at + 1 < len(pages) else None
        faces = following is not None and following.number == first.number + 1
        count = 2 if first.number % 2 == 0 and faces else 1
        yield _spread(pages[at : at + count], boxes)
        at += count


def _spread(pages: Sequence[Page], boxes: PageBoxes) -> Spread:
    width = boxes.width * len(pages)
    bleed = boxes.bleed_box
    media = Rect(bleed.x0, bleed.y0, width + boxes.bleed, bleed.y1)
    sheet = Sheet(media, media, Rect(0, 0, width, boxes.height))
    leaves = []
    for index, page in enumerate(pages):
        left = 0.0 if index else bleed.x0
        right = boxes.width if index < len(pages) - 1 else bleed.x1
        own = Sheet(media.moved(-index * boxes.width))
        leaves.append(Leaf(page, own, Rect(left, bleed.y0, right, bleed.y1)))
    return Spread(sheet, tuple(leaves))
