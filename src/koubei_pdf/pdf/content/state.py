"""The graphics state (ISO 32000-1, 8.4), and what is painted with it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ...model.geometry import Rect
from ...model.matrix import Matrix
from .fonts import Font
from .spaces import GRAY, Inks, Space

Kind = Literal["text", "fill", "stroke", "image", "shading"]


class Paint(NamedTuple):
    """A colour: its space and components, and the inks in which it prints.

    pattern: the name of the pattern in whose place there is no colour, "" for none.
    """

    space: Space
    values: tuple[float, ...]
    inks: Inks
    pattern: str = ""

    @property
    def is_white(self) -> bool:
        return not self.pattern and not any(self.inks.values())

    @property
    def is_black_alone(self) -> bool:
        """Whether only the black ink prints."""
        others = (part for plate, part in self.inks.items() if plate != "K")
        return self.inks.get("K", 0.0) > 0 and not any(others)

    @property
    def printing(self) -> list[str]:
        """The plates on which it prints."""
        return [plate for plate, part in self.inks.items() if part > 0]


BLACK = Paint(GRAY, (0.0,), {"C": 0.0, "M": 0.0, "Y": 0.0, "K": 1.0})


@dataclass(frozen=True, slots=True)
class Overprint:
    """Whether a paint leaves plates that it does not name as they are, and the mode (OPM)."""

    fill: bool = False
    stroke: bool = False
    mode: int = 0


class Mark(NamedTuple):
    """Something painted on a page.

    box: what is visible of it at most, from the trim's upper left (pt, y down). size: of text its
    size, of a stroke its width (pt), of a picture its resolution (ppi, the lower of both
    directions), of a filled quadrilateral its thickness, of other areas infinite. name: of the
    font or the picture. outline: how wide the lines of text are that is stroked alone (pt).
    has_edges: whether it ends where its box does, as neither what repeats in the tiles of a pattern
    does nor the area in which a lone tile shows.
    """

    kind: Kind
    box: Rect
    paint: Paint
    size: float
    overprints: bool
    mode: int
    alpha: float
    name: str = ""
    mask: bool = False
    outline: float = math.inf
    has_edges: bool = True


class State:
    """What q saves and Q restores. `clip` is a box around the clipping path, as marks have it."""

    __slots__ = (
        "alpha_fill",
        "alpha_stroke",
        "blend",
        "clip",
        "ctm",
        "fill",
        "font",
        "leading",
        "line_width",
        "mask",
        "overprint",
        "rise",
        "scale",
        "size",
        "space_character",
        "space_word",
        "stroke",
        "text_mode",
    )

    def __init__(self, ctm: Matrix, clip: Rect) -> None:
        self.ctm, self.clip = ctm, clip
        self.fill = self.stroke = BLACK
        self.overprint = Overprint()
        self.alpha_fill = self.alpha_stroke = 1.0
        self.blend, self.mask = "Normal", False
        self.line_width = 1.0
        self.font: Font | None = None
        self.size = self.space_character = self.space_word = self.leading = self.rise = 0.0
        self.scale = 1.0
        self.text_mode = 0

    def copy(self) -> State:
        other = State.__new__(State)
        for name in State.__slots__:
            setattr(other, name, getattr(self, name))
        return other


def moved(box: Rect, matrix: Matrix) -> Rect:
    """The box around a box, once `matrix` has moved it."""
    a, b, c, d, e, f = matrix
    if not (b or c):
        x0, x1, y0, y1 = a * box.x0 + e, a * box.x1 + e, d * box.y0 + f, d * box.y1 + f
        return Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    corners = [(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
    across = [a * x + c * y + e for x, y in corners]
    down = [b * x + d * y + f for x, y in corners]
    return Rect(min(across), min(down), max(across), max(down))


def least_scale(matrix: Matrix) -> float:
    """By how much a matrix scales in the direction in which it does least."""
    a, b, c, d = matrix[:4]
    total = a * a + b * b + c * c + d * d
    det = a * d - b * c
    return math.sqrt(max(0.0, (total - math.sqrt(max(0.0, total * total - 4 * det * det))) / 2))


def around(boxes: Sequence[Rect]) -> Rect:
    """The box around all boxes; an empty one where there is none."""
    if not boxes:
        return Rect(0, 0, 0, 0)
    return Rect(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def overlap(box: Rect, clip: Rect) -> Rect | None:
    """The part of a box within another; lines and points have one, too."""
    x0, y0 = max(box.x0, clip.x0), max(box.y0, clip.y0)
    x1, y1 = min(box.x1, clip.x1), min(box.y1, clip.y1)
    return Rect(x0, y0, x1, y1) if x0 <= x1 and y0 <= y1 else None
