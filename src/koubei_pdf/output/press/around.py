"""What stands around each page of the press edition: marks and slug line, as items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...fonts import FontShelf
from ...model.art import Drawing
from ...model.book import Book, GlyphRun, Item, Page, PlacedPicture
from ...model.diagnostics import Span
from ...model.press import PressProfile
from ...model.style import WHITE, Spot
from .marks import marks, press_sheet
from .slug import page_line, slug


class Around:
    """Makes the items around pages of a book; none where the press wants no marks.

    digest: names the state of the issue that the plates are made from.
    """

    def __init__(
        self,
        book: Book,
        press: PressProfile,
        spots: Sequence[Spot],
        shelf: FontShelf,
        digest: str,
    ) -> None:
        self._book, self._press, self._shelf = book, press, shelf
        self._spots = spots
        self._digest = digest
        self._last = max((page.number for page in book.pages), default=0)
        self._drawn: dict[bool, Drawing] = {}

    def items(self, page: Page) -> tuple[Item, ...]:
        """Marks of a page, and its number in the slug line."""
        offset = self._press.marks
        return () if offset is None else tuple(self._items(page, offset))

    def slug(self) -> tuple[GlyphRun, ...]:
        """The rest of the slug line, the same on all pages."""
        offset = self._press.marks
        if offset is None:
            return ()
        top = self._book.boxes.height + offset
        return tuple(slug(self._facts(), self._spots, self._shelf, top))

    def _items(self, page: Page, offset: float) -> Iterator[Item]:
        rect = press_sheet(self._book.boxes, self._press).media
        verso = page.number % 2 == 0
        drawing, key = self._marks(offset, verso), f"marks of {'left' if verso else 'right'} pages"
        yield PlacedPicture(key, drawing, rect, rect, WHITE, Span(""), "", "marks")
        top = self._book.boxes.height + offset
        yield from page_line(f"{page.number}/{self._last}", self._shelf, top)

    def _marks(self, offset: float, verso: bool) -> Drawing:
        if verso not in self._drawn:
            boxes = self._book.boxes
            spine = None
            if self._press.binding == "saddle":
                spine = boxes.width if verso else 0.0
            media = press_sheet(boxes, self._press).media
            self._drawn[verso] = marks(boxes, offset, spine, self._spots, media)
        return self._drawn[verso]

    def _facts(self) -> str:
        press = self._press
        facts = (
            self._book.metadata.get("title", ""),
            f"{press.name} {press.condition.identifier}",
            f"PDF/{press.standard}",
            self._digest,
        )
        return "   ".join(fact for fact in facts if fact)
