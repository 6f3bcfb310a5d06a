"""Pictures as XObjects: each art stored once, however often and with whatever clip it is shown."""

from __future__ import annotations

from ..model.book import PlacedPicture
from ..model.content import Drawing
from .document import Document, Pdf, Stream
from .drawings import operators, uses_section
from .operators import numbers
from .rasters import encode


class Pictures:
    """The XObjects of the book by art; a drawing in the section's ink is one for each ink."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._placed: dict[object, tuple[str, Pdf]] = {}

    def place(self, picture: PlacedPicture) -> tuple[str, Pdf]:
        """The resource name and the XObject of a picture's art."""
        art = picture.art
        has_ink = isinstance(art, Drawing) and uses_section(art)
        identity = (picture.key, picture.section_ink if has_ink else None)
        if identity not in self._placed:
            stream = _form(art, picture) if isinstance(art, Drawing) else encode(art)
            name = f"P{len(self._placed) + 1}"
            self._placed[identity] = (name, self._document.add(stream))
        return self._placed[identity]

    @staticmethod
    def unit(picture: PlacedPicture) -> tuple[float, float]:
        """Width and height of the XObject in its own space: an image is 1 × 1 (8.9.5.1)."""
        art = picture.art
        return (art.width, art.height) if isinstance(art, Drawing) else (1.0, 1.0)


def _form(drawing: Drawing, picture: PlacedPicture) -> Stream:
    """A form XObject (8.10) of the drawing's size, with y turned upwards by its matrix."""
    size = numbers(drawing.width, drawing.height, digits=6)
    entries = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": f"[0 0 {size}]",
        "Matrix": f"[1 0 0 -1 0 {numbers(drawing.height, digits=6)}]",
        "Resources": "<<>>",
    }
    return Stream.deflated(operators(drawing, picture.section_ink).encode("ascii"), entries)
