"""What a picture is made of: a drawing's paths, a raster's file, a page of another PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from .style import Ink


@dataclass(frozen=True, slots=True)
class Outline:
    """Path data in a drawing's own coordinates (y down), transforms already applied.

    ops: one letter a step: m(ove) and l(ine) take 2 of `coords`, c(urve) takes 6, h (close) none.
    """

    ops: str
    coords: tuple[float, ...]


#: An ink of a drawing, or "section": the colour of the section that the picture stands in.
Paint = Ink | Literal["section"]


@dataclass(frozen=True, slots=True)
class Path:
    """One painted path of a drawing.

    width: stroke width in the drawing's unit; cap and join as PDF numbers them (0 butt/miter,
    1 round, 2 square/bevel); clip: index into the drawing's clips, or -1.
    """

    outline: Outline
    fill: Paint | None
    stroke: Paint | None = None
    width: float = 0.0
    even_odd: bool = False
    cap: int = 0
    join: int = 0
    dash: tuple[float, ...] = ()
    clip: int = -1


@dataclass(frozen=True, slots=True)
class Clip:
    """The union of outlines to draw within, itself within clip `parent` (-1: none)."""

    outlines: tuple[Outline, ...]
    parent: int = -1


@dataclass(frozen=True, slots=True)
class Drawing:
    """A vector picture: its size in its own units, painted paths in order, and clips."""

    width: float
    height: float
    paths: tuple[Path, ...]
    clips: tuple[Clip, ...] = ()


#: The outline of a picture as bands of equal height, from its head to its foot: from where to
#: where each is painted, in fractions of the width; None where nothing is.
Silhouette = tuple[tuple[float, float] | None, ...]


@dataclass(frozen=True, slots=True)
class Raster:
    """A raster picture: width × height px once upright. Its samples stay in the file at `path`.

    mode: L (grey: black alone on paper), RGB, CMYK or LAB, as the file has it. digest: of the
    file, so that equal digests mean equal pictures. is_line_art: of black and white alone.
    silhouette: of one with alpha; of others it is empty.
    """

    width: int
    height: int
    mode: str
    path: str
    digest: str
    has_alpha: bool = False
    is_line_art: bool = False
    silhouette: Silhouette = ()


#: Boxes of a PDF's page, from the smallest to that which each page has.
PAGE_BOXES = ("trim", "bleed", "crop", "media")


class PdfPart(NamedTuple):
    """Which page of a PDF is meant (from 1), and up to which of its boxes."""

    page: int = 1
    box: str = PAGE_BOXES[0]


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page of a PDF file, placed as it is: width × height pt as it is shown.

    box: left, bottom, right and top of what is shown, in the page's own coordinates (y up), 1 of
    which is `unit` pt; rotate: degrees clockwise. digest: of the file. beyond: pt that are shown
    outside the trim, left, top, right, bottom, or None. spots: names of their plates.
    """

    width: float
    height: float
    path: str
    digest: str
    page: int
    box: tuple[float, float, float, float]
    rotate: int
    beyond: tuple[float, float, float, float] | None = None
    unit: float = 1.0
    spots: tuple[str, ...] = ()


Art = Drawing | Raster | PdfPage
