"""Pictures as XObjects: each art stored once, however often and with whatever clip it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ..model.art import Drawing, PdfPage, Raster
from ..model.book import PlacedPicture
from ..model.style import Ink
from .document import Document, Pdf, Stream, dictionary
from .drawings import operators, uses_black, uses_section
from .inking import Inking
from .operators import numbers
from .rasters import Rasters, identity

if TYPE_CHECKING:
    from .placed import PlacedPages

#: Two scales of a drawing that differ by less look alike to the press.
_SCALE_DIGITS = 2


class Pictures:
    """The XObjects of the book by art; a drawing in the section's ink is one for each ink."""

    def __init__(
        self, document: Document, inking: Inking, rasters: Rasters, *, outline_text: bool = False
    ) -> None:
        self._outline_text = outline_text
        self._document = document
        self._inking = inking
        self._rasters = rasters
        self._pages: PlacedPages | None = None
        self._placed: dict[object, tuple[str, Pdf]] = {}
        #: Names of XObjects that may blend with what is below them.
        self._blending: set[str] = set()
        #: Whether a drawing with that section's ink uses the ink, and black.
        self._uses: dict[tuple[str, Ink], tuple[bool, bool]] = {}

    def place(self, picture: PlacedPicture) -> tuple[str, Pdf]:
        """The resource name and the XObject of a picture's art."""
        art = picture.art
        key = self._identity(picture)
        if key not in self._placed:
            if isinstance(art, Drawing):
                stream = self._form(art, picture)
            elif isinstance(art, PdfPage):
                stream = self._page(art)
            else:
                stream = self._rasters.stream(picture, art)
            name = f"P{len(self._placed) + 1}"
            if "Group" in stream.entries:
                self._blending.add(name)
            self._placed[key] = (name, self._document.add(stream))
        return self._placed[key]

    def _identity(self, picture: PlacedPicture) -> object:
        """What tells XObjects apart: of drawings also the section's ink and the scale, if used."""
        art = picture.art
        if isinstance(art, PdfPage):
            return art
        if not isinstance(art, Drawing):
            return identity(picture, art)
        key = (picture.key, picture.section_ink)
        if key not in self._uses:
            self._uses[key] = (uses_section(art), uses_black(art, picture.section_ink))
        of_section, of_scale = self._uses[key]
        ink = picture.section_ink if of_section else None
        scale = round(_scale(picture), _SCALE_DIGITS) if of_scale else 0
        return picture.key, ink, scale

    @staticmethod
    def unit(picture: PlacedPicture) -> tuple[float, float]:
        """Width and height of the XObject in its own space: an image is 1 × 1 (8.9.5.1)."""
        art = picture.art
        return (1.0, 1.0) if isinstance(art, Raster) else (art.width, art.height)

    def blending(self, names: Iterable[str]) -> dict[str, Pdf]:
        """Entries of a page that draws XObjects of these names: a colour space where they blend.

        Without a group (ISO 32000-1, 11.6.6) a page blends in a space that the device chooses.
        """
        if self._blending.isdisjoint(names):
            return {}
        return {"Group": dictionary(Type="/Group", S="/Transparency", CS=self._inking.blending)}

    @property
    def left(self) -> list[PdfPage]:
        """Placed pages that should have become RGB, and could not."""
        return [] if self._pages is None else self._pages.left

    @property
    def fonts_left(self) -> Mapping[PdfPage, Sequence[str]]:
        """The fonts of placed pages in which text could not become paths."""
        return {} if self._pages is None else self._pages.fonts_left

    def _page(self, page: PdfPage) -> Stream:
        if self._pages is None:
            from .placed import PlacedPages

            self._pages = PlacedPages(self._document, self._inking, outline_text=self._outline_text)
        return self._pages.form(page)

    def _form(self, drawing: Drawing, picture: PlacedPicture) -> Stream:
        """A form XObject (8.10) of the drawing's size, with y turned upwards by its matrix."""
        size = numbers(drawing.width, drawing.height, digits=6)
        content = operators(drawing, picture.section_ink, self._inking, _scale(picture))
        entries = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[0 0 {size}]",
            "Matrix": f"[1 0 0 -1 0 {numbers(drawing.height, digits=6)}]",
            "Resources": self._document.resources({}),
        }
        return Stream.deflated(content.encode("ascii"), entries)


def _scale(picture: PlacedPicture) -> float:
    """pt on paper to the unit of the picture's art."""
    return picture.rect.width / picture.art.width
