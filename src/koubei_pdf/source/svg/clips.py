"""clip-path → the clips of a drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.art import Clip, Outline
from ...model.matrix import IDENTITY, Matrix, multiply
from ...model.winding import nested, one_way
from . import unprintable
from .boxes import Boxes
from .document import Document, Frame, Place, url
from .shapes import SHAPES, Shapes, rectangle, transformed
from .style import Style, inheritable
from .tree import Element, has_text


class Clips:
    """The clips that a drawing needs, each once."""

    def __init__(self, document: Document, shapes: Shapes) -> None:
        self.clips: list[Clip] = []
        self._document = document
        self._shapes = shapes
        self._boxes = Boxes(document, shapes)
        self._known: dict[Clip, int] = {}
        self._shared: dict[tuple[str, Matrix, int], int | None] = {}

    def within(self, element: Element, style: Style, place: Place, parent: int) -> int | None:
        """The clip that an element is drawn within; None if it leaves nothing to see.

        `place` is where the element's own coordinates stand; `parent` the clip around it (or -1).
        """
        value = style.get("clip-path", "none")
        if value == "none":
            return parent
        reference = url(value)
        if reference is None:
            self._effect(element, "clip-path")
            return parent
        target = self._document.target(element, reference[0], "clipPath")
        if target is None:
            return parent
        if reference[0] in place.uses:
            self._document.cycle(element, reference[0])
            return parent
        if target.attributes.get("clipPathUnits") == "objectBoundingBox":
            box = self._boxes.matrix(element, place)
            return None if box is None else self._clip(target, place, parent, reference[0], box)
        key = (reference[0], place.matrix, parent)
        if key not in self._shared:
            self._shared[key] = self._clip(target, place, parent, reference[0], IDENTITY)
        return self._shared[key]

    def frame(self, frame: Frame, matrix: Matrix, parent: int) -> int | None:
        """The clip to the frame of a nested viewport; None if it shows nothing."""
        outline = transformed(rectangle(*frame), matrix)
        return None if outline is None else self._add([outline], parent)

    def _clip(
        self, target: Element, place: Place, parent: int, reference: str, box: Matrix
    ) -> int | None:
        """The clip of a `clipPath` for an element at `place`."""
        style = self._document.standing_style(target)
        moved = place.moved(multiply(box, self._document.matrix(target, style)))
        inside = replace(moved, uses=(*place.uses, reference), depth=place.depth + 1)
        outer = self.within(target, style, replace(inside, matrix=place.matrix), parent)
        if outer is None:
            return None
        below = inheritable(style)
        outlines = [o for child in target.children for o in self._outlines(child, below, inside)]
        return self._add(outlines, outer) if outlines else None

    def _add(self, outlines: list[Outline], parent: int) -> int:
        """The number of a clip to the union of outlines within the clip `parent`."""
        united = outlines if len(outlines) == 1 else [one_way(outline) for outline in outlines]
        clip = Clip(tuple(united), parent)
        if clip not in self._known:
            self._known[clip] = len(self.clips)
            self.clips.append(clip)
        return self._known[clip]

    def _outlines(self, element: Element, parent: Style, place: Place) -> Iterator[Outline]:
        """What a child of a `clipPath` adds to it: as SVG asks, only shapes, used or its own."""
        document = self._document
        document.spend(0, place)
        style = parent | document.sheet.declared(element)
        if style.get("display") == "none":
            return
        place = place.moved(document.matrix(element, style))
        if element.name == "use":
            used = document.used(element, place)
            if used is not None:
                yield from self._outlines(used[0], inheritable(style), used[1])
        elif element.name == "text" and has_text(element):
            document.fault(unprintable.TEXT, element)
        elif element.name in SHAPES and style.get("visibility", "visible") == "visible":
            outline = self._shapes.placed(element, place)
            if outline is not None:
                yield self._filled(element, style, outline)

    def _filled(self, element: Element, style: Style, outline: Outline) -> Outline:
        """The outline of a shape of a clip as the non-zero rule fills it, or a fault noted."""
        if style.get("clip-path", "none") != "none":
            self._effect(element, "clip-path")
        if style.get("clip-rule") != "evenodd":
            return outline
        ordered = nested(outline)
        if ordered is None:
            self._effect(element, "clip-rule")
        return ordered or outline

    def _effect(self, element: Element, name: str) -> None:
        self._document.fault(unprintable.EFFECT, element, property=name)
