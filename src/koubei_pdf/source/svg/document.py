"""One SVG document in hand: its ids and style sheets, and values looked up with faults noted."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...model.diagnostics import Rule
from ...model.matrix import IDENTITY, Matrix, multiply
from . import faults, unprintable
from .faults import Faults
from .numbers import fit, length, transform, view_box
from .style import Style, StyleSheet, inheritable
from .tree import MAX_DEPTH, Element

#: What a drawing may unfold to: the number of its coordinates, an element counting as forty. One
#: that a `use` repeats counts as four hundred: the file says nothing of how many there will be.
MAX_COST = 4_000_000
_COST_OF_ELEMENT, _COST_OF_USED = 40, 400


class TooMuchError(Exception):
    """The drawing unfolds beyond all bounds."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """Width and height that percentages refer to, in user units."""

    width: float
    height: float

    def reference(self, name: str) -> float:
        """What 100 % of an attribute stands for."""
        if name in ("x", "x1", "x2", "cx", "width", "rx"):
            return self.width
        if name in ("y", "y1", "y2", "cy", "height", "ry"):
            return self.height
        return math.hypot(self.width, self.height) / math.sqrt(2)


#: Left, top, width and height.
Frame = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element stands: its matrix to the drawing, viewport, and the uses that led to it."""

    matrix: Matrix
    viewport: Viewport
    uses: tuple[str, ...] = ()
    depth: int = 0

    def moved(self, matrix: Matrix) -> Place:
        """This place with its coordinates transformed further."""
        if matrix is IDENTITY:
            return self
        return replace(self, matrix=multiply(matrix, self.matrix))

    def inside(self) -> Place:
        """The same place for the children of a group."""
        return replace(self, depth=self.depth + 1)


@dataclass(frozen=True, slots=True)
class View:
    """The inside of a nested `svg` or a `symbol`: its place, and the frame that cuts it.

    The frame is in the coordinates outside; None where what overflows shall show.
    """

    place: Place
    frame: Frame | None


class Document:
    """A parsed SVG with its faults. Values that cannot be understood count as absent."""

    def __init__(self, root: Element, found: Faults) -> None:
        self.root = root
        self.found = found
        self.sheet = StyleSheet()
        self._ids: dict[str, Element] = {}
        self._cost = 0
        self._parents: dict[int, Element] = {}
        for element in _all(root):
            self._parents |= {id(child): element for child in element.children}
            if "id" in element.attributes:
                self._ids.setdefault(element.attributes["id"], element)
            if element.name == "style":
                for strange in self.sheet.add(element.text):
                    self.fault(unprintable.STYLE_SHEET, element, value=strange)

    def fault(self, rule: Rule, at: Element, **facts: str) -> None:
        """Note a fault at an element's tag; its name is the fact `element`."""
        length = len(at.name) + 1  # with the <
        self.found.add(rule, at.line, at.column, length, element=at.name, **facts)

    def spend(self, coordinates: int, place: Place) -> None:
        """Count what is unfolded, against pictures that grow without end. Raises TooMuchError."""
        self._cost += coordinates + (_COST_OF_USED if place.uses else _COST_OF_ELEMENT)
        if self._cost > MAX_COST or place.depth > MAX_DEPTH:
            raise TooMuchError

    def bad_value(self, element: Element, name: str, value: str) -> None:
        self.fault(faults.BAD_VALUE, element, property=name, value=value)

    def size(self, element: Element, name: str, viewport: Viewport, default: float = 0.0) -> float:
        """A length attribute in user units; "auto" is the default."""
        text = element.attributes.get(name)
        if text is None or text == "auto":
            return default
        value = length(text, viewport.reference(name))
        if value is None:
            self.bad_value(element, name, text)
            return default
        return value

    def matrix(self, element: Element, style: Style) -> Matrix:
        """The element's own transform."""
        text = style.get("transform")
        if text is None:
            return IDENTITY
        matrix = transform(text)
        if matrix is None:
            self.bad_value(element, "transform", text)
            return IDENTITY
        return matrix

    def standing_style(self, element: Element) -> Style:
        """An element's style as it follows from where it stands, not from what uses it."""
        parent = self._parents.get(id(element))
        above = {} if parent is None else inheritable(self.standing_style(parent))
        return above | self.sheet.declared(element)

    def target(self, element: Element, reference: str, *names: str) -> Element | None:
        """The element of one of these names (none: any) that `#id` refers to; else a fault."""
        if not reference.startswith("#"):
            self.fault(faults.EXTERNAL, element, value=reference)
            return None
        target = self._ids.get(reference[1:])
        if target is None or (names and target.name not in names):
            self.fault(faults.MISSING, element, value=reference)
            return None
        return target

    def cycle(self, element: Element, reference: str) -> None:
        self.fault(faults.CYCLE, element, value=reference)

    def used(self, element: Element, place: Place) -> tuple[Element, Place] | None:
        """What a `use` shows, and where; None if that is nothing, with the fault noted."""
        reference = element.attributes.get("href", "")
        target = self.target(element, reference)
        if target is None:
            return None
        if reference in place.uses:
            self.cycle(element, reference)
            return None
        x = self.size(element, "x", place.viewport)
        y = self.size(element, "y", place.viewport)
        moved = place.moved((1, 0, 0, 1, x, y))
        return target, replace(moved, uses=(*place.uses, reference), depth=place.depth + 1)

    def view(self, element: Element, place: Place, sized: Element) -> View | None:
        """The inside of a nested `svg` or a `symbol`; None if it has no area.

        sized: the element whose width and height count, if it has any: the `use`, or itself.
        """
        around = place.viewport
        width, height = (
            self.size(sized if name in sized.attributes else element, name, around, whole)
            for name, whole in (("width", around.width), ("height", around.height))
        )
        if not (width > 0 and height > 0):
            return None
        frame = (self.size(element, "x", around), self.size(element, "y", around), width, height)
        box, matrix = self._fitted(element, frame)
        inner = replace(place.moved(matrix), viewport=Viewport(box[2], box[3]))
        overflow = self.sheet.declared(element).get("overflow")
        return View(inner.inside(), None if overflow in ("visible", "auto") else frame)

    def _fitted(self, element: Element, frame: Frame) -> tuple[Frame, Matrix]:
        """The view box of an element in a frame, and the matrix that brings one into the other."""
        x, y, width, height = frame
        text = element.attributes.get("viewBox")
        box = None if text is None else view_box(text)
        if box is None:
            if text is not None:
                self.bad_value(element, "viewBox", text)
            return (0, 0, width, height), (1, 0, 0, 1, x, y)
        aspect = element.attributes.get("preserveAspectRatio", "")
        return box, multiply(fit(box, width, height, aspect), (1, 0, 0, 1, x, y))


def _all(root: Element) -> Iterator[Element]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(reversed(element.children))


def url(value: str) -> tuple[str, str] | None:
    """Reference and fallback of a `url(…) fallback` value; None for other values."""
    name, _, rest = value.partition("(")
    if name.strip().lower() != "url":
        return None
    reference, _, fallback = rest.partition(")")
    return reference.strip().strip("'\"").strip(), fallback.strip()
