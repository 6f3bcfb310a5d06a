"""A PDF opened for judging: its pages with their boxes and traces, and what applies to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pikepdf

from ..model.geometry import Rect
from ..model.matrix import Matrix
from ..model.press import PressProfile
from ..pdf import limits
from ..pdf.content.forms import rectangle
from ..pdf.content.interpreter import Interpreter, Memory
from ..pdf.content.trace import Trace
from ..pdf.reading import array_of, entry, identity
from .data import Data
from .inventory import things

_BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
_INHERITED = ("MediaBox", "CropBox")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number from 1, its dictionary, and its boxes in the page's own coordinates.

    own: the boxes that stand on the page itself. trace: what its content paints.
    """

    number: int
    object: Any
    boxes: dict[str, Rect]
    own: frozenset[str]
    resources: Any
    trace: Trace

    @property
    def trim(self) -> Rect:
        """The trim box, or what stands in its place."""
        return next(self.boxes[n] for n in ("TrimBox", "ArtBox", "CropBox") if n in self.boxes)

    @property
    def bleed(self) -> Rect:
        return self.boxes.get("BleedBox", self.trim)

    def from_trim(self, box: Rect) -> Rect:
        """A box of the page's coordinates from the trim's upper left, y down."""
        trim = self.trim
        return Rect(box.x0 - trim.x0, trim.y1 - box.y1, box.x1 - trim.x0, trim.y1 - box.y0)

    @property
    def width(self) -> float:
        return self.trim.width

    @property
    def height(self) -> float:
        return self.trim.height


@dataclass(slots=True)
class Document:
    """What the checks judge.

    data: the file's bytes. claim: the standard that the file names, "" for none. standard: by
    which it is judged. inheriting: pages whose MediaBox is not their own. warnings: what had to
    be repaired when the file was opened. numbers: see `judge`.
    """

    data: Data
    pdf: pikepdf.Pdf
    profile: PressProfile
    claim: str
    standard: str
    pages: Sequence[Page]
    all_pages: int
    inheriting: frozenset[tuple[int, int]]
    memory: Memory
    warnings: Sequence[str] = ()
    numbers: Sequence[int] = ()
    _things: list[Any] | None = None

    @property
    def things(self) -> list[Any]:
        """All dictionaries and streams of the file, as far as its bounds go; listed once."""
        if self._things is None:
            self._things = list(islice(things(self.pdf), limits.OBJECTS))
        return self._things

    @property
    def root(self) -> Any:
        return self.pdf.Root

    @property
    def info(self) -> Any:
        return entry(self.pdf.trailer, "/Info")


def hidden_layers(root: Any) -> set[tuple[int, int]]:
    """The optional-content groups that are off when the file is opened (8.11.4.3)."""
    properties = entry(root, "/OCProperties")
    default = entry(properties, "/D")
    off = {identity(layer) for layer in array_of(entry(default, "/OFF"))}
    if entry(default, "/BaseState") == "/OFF":
        on = {identity(layer) for layer in array_of(entry(default, "/ON"))}
        off |= {identity(layer) for layer in array_of(entry(properties, "/OCGs"))} - on
    return off


def read_page(number: int, thing: Any, memory: Memory) -> Page:
    """A page with its content carried out."""
    boxes: dict[str, Rect] = {}
    own = set()
    for name in _BOXES:
        box = _area(entry(thing, f"/{name}"))
        if box is not None:
            own.add(name)
        elif name in _INHERITED:
            box = _area(_inherited(thing, f"/{name}"))
        if box is not None:
            boxes[name] = box
    boxes.setdefault("MediaBox", Rect(0, 0, 612, 792))
    boxes.setdefault("CropBox", boxes["MediaBox"])
    resources = _inherited(thing, "/Resources")
    page = Page(number, thing, boxes, frozenset(own), resources, Trace())
    streams, resources, ctm, clip = content_of(thing, page)
    trace = Interpreter(memory).page(streams, resources, ctm, clip)
    return Page(number, thing, boxes, frozenset(own), resources, trace)


def content_of(thing: Any, page: Page) -> tuple[list[Any], Any, Matrix, Rect]:
    """A page's streams and resources, the matrix into its trim's coordinates, and the clip."""
    trim = page.trim
    ctm: Matrix = (1.0, 0.0, 0.0, -1.0, -trim.x0, trim.y1)
    contents = entry(thing, "/Contents")
    streams = array_of(contents) if isinstance(contents, pikepdf.Array) else [contents]
    streams = [stream for stream in streams if stream is not None]
    return streams, _inherited(thing, "/Resources"), ctm, page.from_trim(page.boxes["MediaBox"])


def _area(thing: Any) -> Rect | None:
    """A page box; None where it has no area, or more than any page."""
    box = rectangle(thing)
    if box is None or min(box.width, box.height) < 1:
        return None
    most = limits.COORDINATE
    corners = (box.x0, box.y0, box.x1, box.y1)
    return box if all(-most < edge < most for edge in corners) else None


def _inherited(thing: Any, key: str) -> Any:
    """An entry of a page, or of the nearest node above that has it (7.7.3.4)."""
    for _ in range(64):
        found = entry(thing, key)
        if found is not None:
            return found
        thing = entry(thing, "/Parent")
        if thing is None:
            return None
    return None
