"""clip-path → clips of the drawing; and all outlines below an element, for clips and boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.content import Clip, Outline
from . import faults, unprintable
from .document import Document, Frame, Place, Shown, url
from .numbers import IDENTITY, Matrix, multiply
from .shapes import SHAPES, Extent, Shapes, extent, one_way, rectangle, transformed
from .style import Style, inheritable
from .tree import Element, has_text


class Clips:
    """The clips that a drawing needs, each once."""

    def __init__(self, document: Document, shapes: Shapes) -> None:
        self.clips: list[Clip] = []
        self._document = document
        self._shapes = shapes
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
            box = self._box(element, style, place)
            return None if box is None else self._placed(target, place, parent, reference[0], box)
        key = (reference[0], place.matrix, parent)
        if key not in self._shared:
            self._shared[key] = self._placed(target, place, parent, reference[0], IDENTITY)
        return self._shared[key]

    def _placed(
        self, target: Element, place: Place, parent: int, reference: str, box: Matrix
    ) -> int | None:
        """The clip of a `clipPath` for an element at `place`."""
        style = self._document.sheet.declared(target)
        moved = place.moved(multiply(self._document.transformed(target, style), box))
        inside = Place(moved.matrix, place.viewport, (*place.uses, reference), place.depth + 1)
        outer = self.within(target, style, replace(inside, matrix=place.matrix), parent)
        if outer is None:
            return None
        outlines = [
            outline
            for child in target.children
            for outline in self._outlines(child, inheritable(style), inside, clipping=True)
        ]
        return self.add(outlines, outer) if outlines else None

    def add(self, outlines: list[Outline], parent: int) -> int:
        """The number of a clip to these outlines within the clip `parent`."""
        united = outlines if len(outlines) == 1 else [one_way(outline) for outline in outlines]
        clip = Clip(tuple(united), parent)
        if clip not in self._known:
            self._known[clip] = len(self.clips)
            self.clips.append(clip)
        return self._known[clip]

    def framed(self, frame: Frame, matrix: Matrix, parent: int) -> int | None:
        """The clip to the frame of a nested viewport; None if it shows nothing."""
        outline = transformed(rectangle(*frame), matrix)
        return None if outline is None else self.add([outline], parent)

    def _box(self, element: Element, style: Style, place: Place) -> Matrix | None:
        """The matrix from the unit square to an element's own box; None without an area."""
        here = replace(place, matrix=IDENTITY)
        outlines = self._outlines(element, inheritable(style), here, own=False)
        boxes = [extent(outline) for outline in outlines]
        if not boxes:
            return None
        left, top, right, bottom = _around(boxes)
        if not (right > left and bottom > top):
            return None
        return (right - left, 0, 0, bottom - top, left, top)

    def _outlines(
        self,
        element: Element,
        parent: Style,
        place: Place,
        *,
        clipping: bool = False,
        own: bool = True,
    ) -> Iterator[Outline]:
        """All outlines at and below an element, in the coordinates that `place` starts from.

        clipping: note what a clip cannot hold. own=False leaves out the element's own transform.
        """
        document = self._document
        document.spend(0, place.depth)
        style = parent | document.sheet.declared(element)
        if style.get("display") == "none":
            return
        if own:
            place = place.moved(document.transformed(element, style))
        if clipping and element.name == "text" and has_text(element):
            document.fault(unprintable.TEXT, element)
        elif element.name in SHAPES:
            if style.get("visibility", "visible") == "visible":
                yield from self._shape(element, style, place, clipping)
        else:
            for child, inner in self._below(element, place):
                yield from self._outlines(child, inheritable(style), inner, clipping=clipping)

    def _below(self, element: Element, place: Place) -> Iterator[tuple[Element, Place]]:
        """The elements that a group, a use or a nested svg shows."""
        shown: Shown | None = None
        if element.name == "use":
            shown = self._document.used(element, place)
        elif element.name == "svg":
            shown = self._document.framed(element, place, element)
        elif element.name in ("g", "a", "switch"):
            shown = Shown(element, place.inside())
        if shown is not None and shown.element.name in SHAPES:
            yield shown.element, shown.place
        elif shown is not None:
            for child in shown.element.children:
                yield child, shown.place

    def _shape(
        self, element: Element, style: Style, place: Place, clipping: bool
    ) -> Iterator[Outline]:
        outline = self._shapes.outline(element, place.viewport)
        if outline is None:
            return
        self._document.spend(len(outline.coords), place.depth)
        if clipping:
            self._check(element, style, outline)
        moved = transformed(outline, place.matrix)
        if moved is None:
            self._document.fault(faults.OUT_OF_BOUNDS, element)
        else:
            yield moved

    def _check(self, element: Element, style: Style, outline: Outline) -> None:
        """Note what a shape of a clip asks for and the clips of a drawing cannot say."""
        if style.get("clip-path", "none") != "none":
            self._effect(element, "clip-path")
        if style.get("clip-rule") == "evenodd" and outline.ops.count("m") > 1:
            self._effect(element, "clip-rule: evenodd")

    def _effect(self, element: Element, name: str) -> None:
        self._document.fault(unprintable.EFFECT, element, property=name)


def _around(boxes: list[Extent]) -> Extent:
    """The box around boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
