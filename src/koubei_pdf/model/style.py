"""How things look: inks, fonts by role, paragraph styles, the grid, layouts and frames.

Values are as the designer wrote them in layouts/*.yaml; nothing here depends on a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .diagnostics import Span
from .fitting import NO_LADDER, Ladder
from .geometry import PageBoxes
from .typography import HOUSE_RULES, Rules


@dataclass(frozen=True, slots=True)
class Cmyk:
    """Process ink in per cent (0–100) of cyan, magenta, yellow and black."""

    c: float
    m: float
    y: float
    k: float

    def tint(self, percent: float) -> Cmyk:
        """This colour at `percent` of its strength."""
        t = percent / 100
        return Cmyk(self.c * t, self.m * t, self.y * t, self.k * t)


@dataclass(frozen=True, slots=True)
class Spot:
    """An ink of its own beside the process inks (专色): its plate's name and a tint in per cent.

    `alternate`: the process inks that stand for the solid where the plate is not printed.
    """

    name: str
    percent: float
    alternate: Cmyk

    def tint(self, percent: float) -> Spot:
        """This colour at `percent` of its strength."""
        return Spot(self.name, self.percent * percent / 100, self.alternate)

    @property
    def process(self) -> Cmyk:
        """The process inks that come nearest."""
        return self.alternate.tint(self.percent)


Ink = Cmyk | Spot

BLACK = Cmyk(0, 0, 0, 100)
WHITE = Cmyk(0, 0, 0, 0)

Align = Literal["justify", "left", "center", "right"]
VerticalAlign = Literal["top", "middle", "bottom"]

#: What of a frame text runs around (绕排): nothing, its rectangle, or the outline of its picture.
Runaround = Literal["none", "box", "contour"]


@dataclass(frozen=True, slots=True)
class ColourName:
    """A colour as a layout names it: a palette entry or `section`, with a tint in per cent."""

    name: str
    percent: float = 100.0


@dataclass(frozen=True, slots=True)
class Colour:
    """A palette entry: its inks, and the RGB twin that drawings use for it (`#rrggbb`)."""

    ink: Ink
    rgb: str | None = None


@dataclass(frozen=True, slots=True)
class FontRole:
    """The faces of a role (song, hei, kai …), by script, in order of preference (file names).

    places: where the house style names each file first.
    """

    han: tuple[str, ...]
    latin: tuple[str, ...]
    places: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style.

    size in pt; `rows` is the line's height in grid rows (fractions allowed), or `leading`
    in pt for matter that leaves the grid; indent, and left and right of all lines, in em of the
    style's own size;
    before/after in grid rows; tracking in em added to every character, spread besides to those of
    a short text (2 to 4 Han characters).
    initial: lines that a drop initial is high (0: none), in a font and colour of its own or the
    paragraph's.
    """

    name: str
    span: Span
    font: str
    size: float
    rows: float = 1.0
    leading: float | None = None
    align: Align = "justify"
    indent: float = 0.0
    left: float = 0.0
    right: float = 0.0
    colour: ColourName = ColourName("black")
    tracking: float = 0.0
    spread: float = 0.0
    before: float = 0.0
    after: float = 0.0
    balance: bool = False
    initial: int = 0
    initial_font: str = ""
    initial_colour: ColourName | None = None

    def measure(self, width: float) -> float:
        """What its lines measure (em) on a width in pt."""
        return width / self.size - self.left - self.right


@dataclass(frozen=True, slots=True)
class Grid:
    """The type area in 字 × 行 and its place on the page (pt).

    `em` is the body size, `columns` the type area's width in em, `row` the distance of
    baselines, `rows` their number, `head` and `inner` the margins above and at the spine.
    """

    em: float
    row: float
    columns: int
    rows: int
    head: float
    inner: float


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge of a frame.

    base "grid": `value` in 字 from the type area's left edge, or in 行 from its head;
    base "trim" / "bleed" / "spine": that edge of the page, moved by `value` pt;
    base "frame": the actual foot (for a top edge) or head (for a bottom edge) of the
    content of frame `name`, moved by `value` 行.
    """

    base: Literal["grid", "trim", "bleed", "spine", "frame"]
    value: float = 0.0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """Left, top, right and bottom edges; `across` measures the right edge on the facing page."""

    left: Edge
    top: Edge
    right: Edge
    bottom: Edge
    across: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A named frame of a layout: what fills it (`kind`), where, and the filler's own options.

    `on` limits a master's frame to left or right pages. `options` holds the kind's own keys,
    checked against the kind's schema when the layout was read. `turned`: the frame stands the
    other way round than it was drawn; its box and options say so already, its styles do not.
    runaround: what of it the copy of body frames runs around, at least `clearance` 字 away.
    on_picture: it is meant to be printed on pictures of other frames.
    """

    name: str
    span: Span
    kind: str
    page: int
    box: Box
    on: Literal["both", "verso", "recto"]
    options: Mapping[str, object]
    turned: bool = False
    runaround: Runaround = "none"
    clearance: float = 1.0
    on_picture: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A page layout: `pages` pages, a master for each of them, frames in paint order.

    fit: how far it may be moved so that a story fits.
    """

    name: str
    span: Span
    pages: int
    masters: tuple[str | None, ...]
    styles: Mapping[str, ParagraphStyle]
    frames: tuple[Frame, ...]
    fit: Ladder = NO_LADDER


@dataclass(frozen=True, slots=True)
class House:
    """The house style that all layouts share. `rules`: how lines are composed.

    spine_clearance: how far (pt) from the spine the focal boxes of pictures across it shall lie.
    """

    boxes: PageBoxes
    grid: Grid
    colours: Mapping[str, Colour]
    fonts: Mapping[str, FontRole]
    styles: Mapping[str, ParagraphStyle]
    masters: Mapping[str, tuple[Frame, ...]]
    rules: Rules = HOUSE_RULES
    spine_clearance: float = 0.0
