"""The content stream of a page: its items as operators, state changed only where it must."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..fonts import FontShelf
from ..model.book import Fill, GlyphRun, Link, Page, PlacedPicture, Shape
from ..model.content import Outline
from ..model.geometry import TOLERANCE, Rect
from ..model.style import Cmyk
from .codes import Codes, codes_for
from .document import Document, Pdf
from .drawings import outline_path
from .operators import ink_operands, marked, number, numbers, rectangle
from .pictures import Pictures
from .text import show


class Fonts:
    """The faces that the book has used so far: resource names and codes, in order of use."""

    def __init__(self, shelf: FontShelf) -> None:
        self._shelf = shelf
        self.used: dict[str, tuple[str, Codes]] = {}

    def __getitem__(self, key: str) -> tuple[str, Codes]:
        """The resource name and the codes of face `key`."""
        if key not in self.used:
            self.used[key] = (f"F{len(self.used) + 1}", codes_for(self._shelf.face(key)))
        return self.used[key]


class PageWriter:
    """Writes one page. Font, size, character spacing and ink hold until they change.

    They are part of the graphics state and outlive BT … ET (ISO 32000-1, 8.4.1 and 9.3.1);
    pictures are drawn within q … Q and leave them alone.
    """

    def __init__(self, document: Document, fonts: Fonts, pictures: Pictures) -> None:
        self._document = document
        self._fonts = fonts
        self._pictures = pictures
        self._height = document.height
        corner = document.media(Rect(0, 0, 0, 0))
        #: What is added to x, and what y is taken from: PDF counts from the lower left.
        self._left, self._foot = corner.x0, document.height - corner.y0
        self._out: list[str] = []
        self._ink: Cmyk | None = None
        self._font: tuple[str, float] | None = None
        self._spacing = 0.0
        self._xobjects: dict[str, Pdf] = {}
        self._annotations: list[Pdf] = []

    def write(self, page: Page) -> None:
        """Write the page's items in paint order and add the page to the document."""
        writers: dict[type, Callable[[Any], None]] = {
            GlyphRun: self._glyphs,
            Fill: self._fill,
            Shape: self._shape,
            PlacedPicture: self._picture,
            Link: self._link,
        }
        for item in page.items:
            writers[type(item)](item)
        self._document.add_page("\n".join(self._out), self._xobjects, self._annotations)

    def _set_ink(self, ink: Cmyk) -> None:
        if ink is not self._ink and ink != self._ink:
            self._out.append(f"{ink_operands(ink)} k")
        self._ink = ink

    def _glyphs(self, run: GlyphRun) -> None:
        if not run.glyphs:
            return
        self._set_ink(run.ink)
        name, codes = self._fonts[run.face]
        if self._font != (run.face, run.size):
            self._font = (run.face, run.size)
            self._out.append(f"/{name} {number(run.size)} Tf")
        if self._spacing != run.spacing:
            self._spacing = run.spacing
            self._out.append(f"{number(run.spacing, 5)} Tc")
        x, y = number(run.x + self._left), number(self._foot - run.y)
        self._out.append(f"BT {x} {y} Td {show(run, codes)} ET")

    def _fill(self, fill: Fill) -> None:
        self._set_ink(fill.ink)
        self._out.append(f"{rectangle(self._document.media(fill.rect), self._height)} f")

    def _shape(self, shape: Shape) -> None:
        """Fill the outline, or draw along it in a state of its own (8.5.3)."""
        flat = shape.outline.coords
        coords = list(flat)
        coords[::2] = [self._left + x for x in flat[::2]]
        coords[1::2] = [self._foot - y for y in flat[1::2]]
        path = outline_path(Outline(shape.outline.ops, tuple(coords)), 3)
        if shape.weight:
            line = f"{number(shape.weight)} w {ink_operands(shape.ink)} K"
            self._out.append(f"q {line} {path} S Q")
        else:
            self._set_ink(shape.ink)
            self._out.append(f"{path} f")

    def _picture(self, picture: PlacedPicture) -> None:
        rect = self._document.media(picture.rect)
        name, reference = self._pictures.place(picture)
        self._xobjects[name] = reference
        width, height = self._pictures.unit(picture)
        # The XObject's own rectangle, width × height, onto the picture's (8.3.4).
        matrix = numbers(rect.width / width, 0, 0, rect.height / height, digits=6)
        origin = numbers(rect.x0, self._height - rect.y1)
        drawn = f"{matrix} {origin} cm /{name} Do"
        if not _contains(picture.clip, picture.rect):
            clip = rectangle(self._document.media(picture.clip), self._height)
            drawn = f"{clip} W n {drawn}"
        drawn = f"q {drawn} Q"
        self._out.append(marked("Alt", picture.alt, drawn) if picture.alt else drawn)

    def _link(self, link: Link) -> None:
        self._annotations.append(self._document.link(link.rect, link.page))


def _contains(outer: Rect, inner: Rect) -> bool:
    return (
        outer.x0 <= inner.x0 + TOLERANCE
        and outer.y0 <= inner.y0 + TOLERANCE
        and outer.x1 >= inner.x1 - TOLERANCE
        and outer.y1 >= inner.y1 - TOLERANCE
    )
