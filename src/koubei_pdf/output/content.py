"""The content stream of a page: its items as operators, state changed only where it must."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from ..model.art import Outline, PdfPage
from ..model.book import Fill, GlyphRun, Item, Link, Page, PlacedPicture, Shape
from ..model.style import BLACK, Ink
from .document import Document, Pdf, Stream
from .drawings import outline_path
from .inking import Inking, Printed, state
from .lettering import Hand, Lettering
from .operators import marked, number, numbers, rectangle
from .pictures import Pictures
from .sheet import Sheet

#: The graphics state in which a placed page begins, in black (ISO 32000-1, table 52).
INITIAL_STATE = "0 Tc 0 Tw 100 Tz 0 TL 0 Ts 0 Tr 1 w 0 J 0 j 10 M [] 0 d"


class Tags(Protocol):
    """Marks the content of one page for readers that cannot see it."""

    def opened(self, item: Item) -> str:
        """The operator that begins the item's marked content; EMC ends it."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What all pages of a file are written with."""

    document: Document
    lettering: Lettering
    inking: Inking
    pictures: Pictures

    def finish(self) -> None:
        """Add what all pages together need; no page can be written after it."""
        self.lettering.finish()


class PageWriter:
    """Writes the items of a page of the Book onto a sheet of the file.

    The ink and whether it overprints hold until they change; pictures are drawn within q … Q
    and leave the state alone (ISO 32000-1, 8.4.2).
    """

    def __init__(self, tools: Tools, sheet: Sheet, tags: Tags | None = None) -> None:
        self._tools = tools
        self._sheet = sheet
        self._tags = tags
        self._hand: Hand = tools.lettering.hand()
        self._left, self._top = sheet.media.x0, sheet.media.y1
        self._out: list[str] = []
        self._ink: Ink | None = None
        self._overprint = False
        self._xobjects: dict[str, Pdf] = {}
        self._writers: dict[type, Callable[[Any], str]] = {
            GlyphRun: self._glyphs,
            Fill: self._fill,
            Shape: self._shape,
            PlacedPicture: self._picture,
        }

    def write(self, page: Page) -> None:
        """Write the page's items in paint order; links are no content."""
        for item in page.items:
            if isinstance(item, Link):
                continue
            drawn = self._writers[type(item)](item)
            if drawn and self._tags is not None:
                drawn = f"{self._tags.opened(item)} {drawn} EMC"
            if drawn:
                self._out.append(drawn)

    def repeat(self, other: PageWriter) -> None:
        """Append what another writer of the sheet wrote, in the state that a page begins with."""
        content = other.content()
        if not content:
            return
        overprint = f"{state(False)} " if self._overprint else ""
        self._out.append(f"q {overprint}0 Tc\n{content}\nQ")
        self._xobjects.update(other.xobjects)

    def content(self) -> str:
        """The operators so far."""
        return "\n".join(self._out)

    def stream(self) -> Stream:
        """The content stream."""
        return Stream.deflated(self.content().encode("ascii"))

    @property
    def xobjects(self) -> dict[str, Pdf]:
        """The XObjects that the content draws."""
        return {**self._xobjects, **self._hand.xobjects}

    def _paint(self, printed: Printed) -> str:
        """Operators that make the state print so."""
        operators = ""
        if printed.overprint != self._overprint:
            self._overprint = printed.overprint
            operators = f"{state(printed.overprint)}\n"
        if printed.ink is not self._ink and printed.ink != self._ink:
            operators += f"{self._tools.inking.fill(printed.ink)}\n"
        self._ink = printed.ink
        return operators

    def _glyphs(self, run: GlyphRun) -> str:
        if not run.glyphs:
            return ""
        paint = self._paint(self._tools.inking.text(run.ink))
        return paint + self._hand.write(run, run.x - self._left, self._top - run.y)

    def _fill(self, fill: Fill) -> str:
        side = min(fill.rect.width, fill.rect.height)
        printed = self._tools.inking.area(fill.ink, side, side)
        return f"{self._paint(printed)}{rectangle(self._sheet.corners(fill.rect))} f"

    def _shape(self, shape: Shape) -> str:
        """Fill the outline, or draw along it in a state of its own (8.5.3)."""
        inking, path = self._tools.inking, self._path(shape.outline)
        printed = inking.text(shape.ink)
        if not shape.weight:
            return f"{self._paint(printed)}{path} f"
        line = f"{number(shape.weight)} w {inking.stroke(printed.ink)}"
        if printed.overprint != self._overprint:
            line = f"{state(printed.overprint)} {line}"
        return f"q {line} {path} S Q"

    def _path(self, outline: Outline) -> str:
        """The path of an outline in page coordinates."""
        flat = outline.coords
        coords = list(flat)
        coords[::2] = [x - self._left for x in flat[::2]]
        coords[1::2] = [self._top - y for y in flat[1::2]]
        return outline_path(Outline(outline.ops, tuple(coords)), 3)

    def _picture(self, picture: PlacedPicture) -> str:
        left, bottom, right, top = self._sheet.corners(picture.rect)
        name, reference = self._tools.pictures.place(picture)
        self._xobjects[name] = reference
        width, height = self._tools.pictures.unit(picture)
        # The XObject's own rectangle, width × height, onto the picture's (8.3.4).
        matrix = numbers((right - left) / width, 0, 0, (top - bottom) / height, digits=6)
        drawn = f"{matrix} {numbers(left, bottom)} cm /{name} Do"
        if not picture.clip.covers(picture.rect):
            drawn = f"{rectangle(self._sheet.corners(picture.clip))} W n {drawn}"
        if isinstance(picture.art, PdfPage):
            inking = self._tools.inking
            drawn = f"{INITIAL_STATE} {inking.fill(BLACK)} {inking.stroke(BLACK)} {drawn}"
        if self._overprint:  # a picture has its own overprinting, or none
            drawn = f"{state(False)} {drawn}"
        drawn = f"q {drawn} Q"
        if self._tags is not None or not picture.alt:
            return drawn
        return marked("Alt", picture.alt, drawn)
