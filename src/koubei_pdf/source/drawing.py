"""SVG → Drawing: flat artwork with its transforms applied, in inks.

What print cannot show is reported with its place and what to do about it, never dropped in
silence. Nothing outside the file is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..model.art import Drawing, Path
from ..model.diagnostics import Diagnostic, Span
from .encodings import guess_encoding
from .faults.files import OTHER_ENCODING
from .svg import faults, unprintable
from .svg.clips import Clips
from .svg.colour import Inks
from .svg.document import Document, Frame, Place, TooMuchError, Viewport
from .svg.faults import Faults
from .svg.numbers import length, scale_of, view_box
from .svg.paint import Paints
from .svg.shapes import DECIMALS, MAX_COORDINATE, SHAPES, Shapes
from .svg.style import Style, inheritable
from .svg.tree import Element, has_text, parse

#: Bounds of a drawing's width and height, in its own units.
_LEAST_SIDE, _MOST_SIDE = 0.01, 1e6
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}

#: Elements that draw nothing where they stand.
_SILENT = frozenset([
    "defs", "symbol", "clipPath", "linearGradient", "radialGradient", "pattern", "filter", "mask",
    "marker", "style", "view", "stop", "solidcolor", "cursor", "font", "font-face", "glyph",
])  # fmt: skip
_GROUPS = frozenset(["g", "a", "svg", "symbol", "use", "switch"])
_ACTIVE = frozenset([
    "script", "animate", "animateMotion", "animateTransform", "animateColor", "set", "discard",
    "handler",
])  # fmt: skip
#: Properties that print cannot show, with the values at which they do nothing.
_EFFECTS = {
    "filter": ("none",),
    "mask": ("none",),
    "marker": ("none",),
    "marker-start": ("none",),
    "marker-mid": ("none",),
    "marker-end": ("none",),
    "mix-blend-mode": ("normal",),
    "stroke-dashoffset": ("0", "0px", "0.0"),
    "transform-origin": ("0 0", "0px 0px"),
    "vector-effect": ("none",),
}


def read_drawing(data: bytes, file: str, inks: Inks) -> tuple[Drawing | None, list[Diagnostic]]:
    """The drawing in the bytes of an SVG file, and its faults, placed in `file`.

    None when it cannot be drawn at all. Coordinates are in units of the view box, from its
    left top corner. Bytes of any kind raise nothing.
    """
    encoding = _other_encoding(data)
    if encoding is not None:
        return None, [OTHER_ENCODING.at(Span(file), path=file, encoding=encoding)]
    found = Faults(file)
    root = parse(data, found)
    drawing = None if root is None else _draw(Document(root, found), inks)
    return drawing, found.listed()


def _other_encoding(data: bytes) -> str | None:
    """The Chinese encoding of a drawing that says it is UTF-8, or says nothing."""
    if re.match(rb"\s*<\?xml[^>]*encoding=(?!.utf-8)", data, re.IGNORECASE):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        found = guess_encoding(data)
        return None if found is None or found.startswith("UTF") else found
    return None


def _draw(document: Document, inks: Inks) -> Drawing | None:
    root = document.root
    box = _box(document)
    if box is None:
        document.fault(faults.NO_SIZE, root)
        return None
    left, top, width, height = box
    reader = _Reader(document, inks)
    place = Place((1.0, 0.0, 0.0, 1.0, -left, -top), Viewport(width, height))
    try:
        reader.element(root, place, _Around({}, -1))
    except TooMuchError:
        document.fault(faults.TOO_MUCH, root)
        return None
    if not reader.paths:
        document.fault(faults.PAINTS_NOTHING, root)
    return Drawing(width, height, tuple(reader.paths), tuple(reader.clips.clips))


def _box(document: Document) -> Frame | None:
    """The view box, or width and height in px where there is none; None without a usable size."""
    root = document.root
    text = root.attributes.get("viewBox")
    box = None if text is None else view_box(text)
    if box is None:
        if text is not None:
            document.bad_value(root, "viewBox", text)
        nothing = Viewport(0, 0)  # what a percentage refers to, and so no size
        sides = [document.size(root, name, nothing) for name in ("width", "height")]
        box = (0.0, 0.0, sides[0], sides[1])
    usable = all(_LEAST_SIDE <= side <= _MOST_SIDE for side in box[2:])
    return box if usable else None


@dataclass(frozen=True, slots=True)
class _Around:
    """What an element takes from the elements around it."""

    style: Style
    clip: int


class _Reader:
    """Walks a document in paint order and gathers its painted paths."""

    def __init__(self, document: Document, inks: Inks) -> None:
        self.paths: list[Path] = []
        self._document = document
        self._shapes = Shapes(document)
        self.clips = Clips(document, self._shapes)
        self._paints = Paints(document, inks)

    def element(
        self, element: Element, place: Place, around: _Around, user: Element | None = None
    ) -> None:
        """Draw an element and all below it; `user` is the use that shows a symbol or svg."""
        self._document.spend(0, place)
        if element.name in _SILENT and user is None:
            return
        declared = self._document.sheet.declared(element)
        style = around.style | declared
        if style.get("display") == "none":
            return
        if element.name in SHAPES or element.name in _GROUPS:
            self._note_effects(element, declared)
            self._drawn(element, style, place, around.clip, user or element)
        elif style.get("visibility", "visible") == "visible":
            self._lost(element)

    def _lost(self, element: Element) -> None:
        """Note an element that would be seen on a screen and cannot be drawn."""
        if element.name == "text":
            if has_text(element):
                self._document.fault(unprintable.TEXT, element)
        elif element.name == "image":
            self._document.fault(unprintable.IMAGE, element)
        elif element.name in _ACTIVE:
            self._document.fault(unprintable.ACTIVE, element)
        else:
            self._document.fault(unprintable.UNKNOWN_ELEMENT, element)

    def _drawn(
        self, element: Element, style: Style, place: Place, parent: int, sized: Element
    ) -> None:
        """Draw an element that may be invisible, moved and clipped."""
        place = place.moved(self._document.matrix(element, style))
        visible = self._paints.visible(element, style, "opacity") and scale_of(place.matrix) > 0
        clip = self.clips.within(element, style, place, parent) if visible else None
        if clip is None:
            return
        inside = _Around(inheritable(style), clip)
        if element.name in SHAPES:
            self._shape(element, style, place, clip)
        elif element.name == "use":
            self._use(element, place, inside)
        elif element.name in ("svg", "symbol") and element is not self._document.root:
            self._view(element, place, inside, sized)
        elif element.name == "switch":
            self._switch(element, place, inside)
        else:
            self._children(element, place.inside(), inside)

    def _note_effects(self, element: Element, declared: Style) -> None:
        for name, idle in _EFFECTS.items():
            if name in declared and declared[name] not in idle:
                self._document.fault(unprintable.EFFECT, element, property=name)

    def _use(self, element: Element, place: Place, around: _Around) -> None:
        used = self._document.used(element, place)
        if used is None:
            return
        target, inside = used
        sizing = element if target.name in ("svg", "symbol") else None
        self.element(target, inside, around, sizing)

    def _view(self, element: Element, place: Place, around: _Around, sized: Element) -> None:
        """Draw a nested svg or a symbol within its frame."""
        view = self._document.view(element, place, sized)
        if view is None:
            return
        clip: int | None = around.clip
        if view.frame is not None:
            clip = self.clips.frame(view.frame, place.matrix, around.clip)
        if clip is not None:
            self._children(element, view.place, _Around(around.style, clip))

    def _switch(self, element: Element, place: Place, around: _Around) -> None:
        """Draw the first child meant for everyone: Illustrator's own data stand before it."""
        for child in element.children:
            language = child.attributes.get("systemLanguage", "zh")
            special = child.name == "foreignObject" or "requiredExtensions" in child.attributes
            if not special and "zh" in language:
                self.element(child, place.inside(), around)
                break

    def _children(self, element: Element, place: Place, around: _Around) -> None:
        for child in element.children:
            self.element(child, place, around)

    def _shape(self, element: Element, style: Style, place: Place, clip: int) -> None:
        """Paint one shape."""
        for child in element.children:
            if child.name in _ACTIVE:
                self._document.fault(unprintable.ACTIVE, child)
        if style.get("visibility", "visible") != "visible":
            return
        fill = None if element.name == "line" else self._paints.paint(element, style, "fill")
        stroke = self._paints.paint(element, style, "stroke")
        width = 0.0 if stroke is None else self._stroke_width(element, style, place)
        if fill is None and width == 0:
            return
        outline = self._shapes.placed(element, place)
        if outline is None:
            return
        path = Path(outline, fill, even_odd=style.get("fill-rule") == "evenodd", clip=clip)
        if width > 0:
            path = replace(
                path,
                stroke=stroke,
                width=width,
                cap=_CAPS.get(style.get("stroke-linecap", "butt"), 0),
                join=_JOINS.get(style.get("stroke-linejoin", "miter"), 0),
                dash=self._dash(element, style, place),
            )
        self._paint(path, style)

    def _stroke_width(self, element: Element, style: Style, place: Place) -> float:
        """The width in the drawing's units, enlarged evenly where a transform stretches."""
        text = style.get("stroke-width", "1")
        width = length(text, place.viewport.reference("stroke-width"))
        if width is None:
            self._document.bad_value(element, "stroke-width", text)
            width = 1.0
        width = round(max(width, 0.0) * scale_of(place.matrix), DECIMALS)
        if width > MAX_COORDINATE:
            self._document.fault(faults.OUT_OF_BOUNDS, element)
            return 0.0
        return width

    def _dash(self, element: Element, style: Style, place: Place) -> tuple[float, ...]:
        """Lengths of dashes and gaps in the drawing's units; () for a solid line."""
        text = style.get("stroke-dasharray", "none")
        if text.strip() in ("none", ""):
            return ()
        whole = place.viewport.reference("stroke-dasharray")
        lengths = [length(part, whole) for part in text.replace(",", " ").split()]
        known = [value for value in lengths if value is not None and value >= 0]
        if len(known) < len(lengths):
            self._document.bad_value(element, "stroke-dasharray", text)
            return ()
        scale = scale_of(place.matrix)
        dash = tuple(round(min(value * scale, MAX_COORDINATE), DECIMALS) for value in known)
        return dash if sum(dash) > 0 else ()

    def _paint(self, path: Path, style: Style) -> None:
        """Add a path; as two where the stroke lies under the fill."""
        order = style.get("paint-order", "").split()
        under = "stroke" in order and "fill" not in order[: order.index("stroke")]
        if under and path.fill is not None and path.stroke is not None:
            self.paths.append(replace(path, fill=None))
            path = replace(path, stroke=None, width=0.0, cap=0, join=0, dash=())
        self.paths.append(path)
