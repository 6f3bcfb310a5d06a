"""What the interpreter finds on a page."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from ...model.diagnostics import Bilingual
from ...model.geometry import Rect
from ...model.matrix import Matrix
from .encoded import Encoded
from .fonts import Font
from .spaces import Space
from .state import Mark

#: Stands for patterns within soft masks and Type 3 glyphs: how often these are shown is not known.
REUSED = (0, 0)


class Flaw(NamedTuple):
    """Something that a content stream must not have: the kind of flaw, and what.

    Kinds: "operator", "operands", "balance", "resource", "unreadable", "depth", "too-much".
    """

    kind: str
    what: str | Bilingual


#: What layers are met, and whether something is painted on one that is off.
LayerState = Literal["shown", "hidden", "painted"]


class PlacedPicture(NamedTuple):
    """A picture where it is shown: its XObject (None: inline), its dictionary, box and ppi.

    pixels: those of its data, where these say so. matrix: of the unit square that it fills into the
    trim's coordinates. declared: the colour space that its dictionary names. stored: what its data
    say of themselves.
    """

    object: Any
    entries: dict[str, Any]
    box: Rect
    ppi: float
    pixels: tuple[int, int]
    matrix: Matrix
    declared: Space | None
    stored: Encoded | None

    @property
    def resolution(self) -> tuple[float, float]:
        """Pixels an inch along its width and its height; infinite where it has no extent."""
        a, b, c, d = self.matrix[:4]
        inches = (math.hypot(a, b) / 72, math.hypot(c, d) / 72)
        across, down = (
            count / length if length > 0 else math.inf
            for count, length in zip(self.pixels, inches, strict=True)
        )
        return across, down


@dataclass(slots=True)
class Trace:
    """A page's painted objects in paint order, and what its content refers to.

    codes: those shown of each font, by its object. transparent: what makes it so. layers: of what
    kinds the optional content is that it has (8.11). families: of
    colour spaces that are set or used, with a place. spaces: all Space objects seen. tilings: what
    the tiles of each pattern paint (pt²), by its object, those of masks and glyphs under REUSED.
    load: how long all takes a renderer, see load.py.
    """

    marks: list[Mark] = field(default_factory=list)
    flaws: dict[Flaw, Rect | None] = field(default_factory=dict)
    pictures: list[PlacedPicture] = field(default_factory=list)
    codes: dict[int, tuple[Font, set[int]]] = field(default_factory=dict)
    transparent: dict[str, Rect | None] = field(default_factory=dict)
    layers: set[LayerState] = field(default_factory=set)
    intents: set[str] = field(default_factory=set)
    operators: int = 0
    load: float = 0.0
    tilings: dict[tuple[int, int], float] = field(default_factory=dict)

    def flaw(self, kind: str, what: str | Bilingual) -> None:
        """Note a flaw, once each; of hundreds the first count."""
        if len(self.flaws) < 200:
            self.flaws.setdefault(Flaw(kind, what[:80] if isinstance(what, str) else what), None)
