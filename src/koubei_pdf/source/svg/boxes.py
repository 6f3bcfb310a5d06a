"""The box around an element, which clips measured by it need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.art import Outline
from ...model.matrix import IDENTITY, Matrix
from .document import Document, Place
from .shapes import SHAPES, Shapes, extent
from .tree import Element


class Boxes:
    """Boxes of a document's elements, of their outlines without strokes."""

    def __init__(self, document: Document, shapes: Shapes) -> None:
        self._document = document
        self._shapes = shapes

    def matrix(self, element: Element, place: Place) -> Matrix | None:
        """The matrix from the unit square to the box in the element's own coordinates.

        None without an area, which leaves nothing to see of what is measured by the box.
        """
        outlines = self._inside(element, replace(place, matrix=IDENTITY), element)
        boxes = [extent(outline) for outline in outlines]
        if not boxes:
            return None
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        left, top = min(lefts), min(tops)
        width, height = max(rights) - left, max(bottoms) - top
        return (width, 0, 0, height, left, top) if width > 0 and height > 0 else None

    def _outlines(self, element: Element, place: Place) -> Iterator[Outline]:
        """The outlines at and below an element that stands at `place`."""
        style = self._document.sheet.declared(element)
        if style.get("display") != "none":
            moved = place.moved(self._document.matrix(element, style))
            yield from self._inside(element, moved, element)

    def _inside(self, element: Element, place: Place, sized: Element) -> Iterator[Outline]:
        """The same once the element's own transform is in `place`; `sized` as for a view."""
        self._document.spend(0, place)
        if element.name in SHAPES:
            outline = self._shapes.placed(element, place)
            if outline is not None:
                yield outline
        elif element.name == "use":
            yield from self._used(element, place)
        elif element.name in ("svg", "symbol"):
            view = self._document.view(element, place, sized)
            if view is not None:
                yield from self._children(element, view.place)
        elif element.name in ("g", "a", "switch"):
            yield from self._children(element, place.inside())

    def _used(self, element: Element, place: Place) -> Iterator[Outline]:
        used = self._document.used(element, place)
        if used is None:
            return
        target, inside = used
        if target.name in ("svg", "symbol"):
            yield from self._inside(target, inside, element)
        else:
            yield from self._outlines(target, inside)

    def _children(self, element: Element, place: Place) -> Iterator[Outline]:
        for child in element.children:
            yield from self._outlines(child, place)
