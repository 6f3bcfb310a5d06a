"""fill and stroke of an element → inks, with what print cannot show noted."""

from __future__ import annotations

from typing import Literal

from ...model.art import Paint
from ...model.style import BLACK, Cmyk, Spot
from . import unprintable
from .colour import Inks, Written, parse_colour
from .document import Document, url
from .numbers import fraction
from .style import Style
from .tree import Element

_GRADIENTS = ("linearGradient", "radialGradient")
#: An opacity that rounds to full.
_OPAQUE = 0.999


class Paints:
    """What the elements of one document are painted with."""

    def __init__(self, document: Document, inks: Inks) -> None:
        self._document = document
        self._inks = inks
        self._parsed: dict[str, tuple[Written, float] | None] = {}
        self._means: dict[int, Paint | None] = {}

    def paint(
        self, element: Element, style: Style, name: Literal["fill", "stroke"]
    ) -> Paint | None:
        """The ink that an element is filled or stroked with; None for none."""
        value = style.get(name, "black" if name == "fill" else "none")
        if value == "none" or not self.visible(element, style, f"{name}-opacity"):
            return None
        reference = url(value)
        if reference is not None:
            return self._server(element, style, name, *reference)
        return self._colour(element, style, name, value)

    def visible(self, element: Element, style: Style, name: str) -> bool:
        """Whether an opacity leaves anything to draw; one that print cannot show is noted."""
        text = style.get(name)
        if text is None:
            return True
        opacity = fraction(text)
        if opacity is None:
            self._document.bad_value(element, name, text)
            return True
        return self._shows(element, name, opacity)

    def _shows(self, element: Element, name: str, opacity: float) -> bool:
        if 0 < opacity < _OPAQUE:
            self._document.fault(unprintable.TRANSPARENT, element, property=name)
        return opacity > 0

    def _colour(self, element: Element, style: Style, name: str, value: str) -> Paint | None:
        """A colour value; `color` when it says currentColor."""
        if value not in self._parsed:
            self._parsed[value] = parse_colour(value)
        parsed = self._parsed[value]
        if parsed is None:
            self._document.fault(unprintable.BAD_COLOUR, element, property=name, value=value)
            return BLACK
        written, opacity = parsed
        if written == "none" or not self._shows(element, name, opacity):
            return None
        if written == "current":
            own = style.get("color", "currentColor")
            return "section" if _is_current(own) else self._colour(element, {}, "color", own)
        return written if isinstance(written, Cmyk) else self._inks.of(written)

    def _server(
        self, element: Element, style: Style, name: str, reference: str, fallback: str
    ) -> Paint | None:
        """A fill by reference: a gradient's mean, or the fallback colour."""
        target = self._document.target(element, reference, "pattern", *_GRADIENTS)
        if target is not None and target.name in _GRADIENTS:
            self._document.fault(unprintable.GRADIENT, element)
            if id(target) not in self._means:
                self._means[id(target)] = self._mean(target)
            return self._means[id(target)]
        if target is not None:
            self._document.fault(unprintable.PATTERN, element)
        return self._colour(element, style, name, fallback) if fallback else None

    def _mean(self, gradient: Element) -> Paint | None:
        """The mean of the inks of a gradient's stops; "section" if all are the section's."""
        paints = []
        for stop in self._stops(gradient):
            style = self._document.sheet.declared(stop)
            opacity = fraction(style.get("stop-opacity", "1"))
            if opacity != 0:
                paints.append(
                    self._colour(stop, style, "stop-color", style.get("stop-color", "black"))
                )
        inks = [
            paint.process if isinstance(paint, Spot) else paint
            for paint in paints
            if isinstance(paint, Cmyk | Spot)
        ]
        if not inks:
            return "section" if "section" in paints else None
        channels = zip(*((ink.c, ink.m, ink.y, ink.k) for ink in inks), strict=True)
        return Cmyk(*(round(sum(channel) / len(inks), 1) for channel in channels))

    def _stops(self, gradient: Element) -> list[Element]:
        """A gradient's stops, or those of the gradient that it refers to."""
        seen: set[int] = set()
        source: Element | None = gradient
        while source is not None and id(source) not in seen:
            stops = [child for child in source.children if child.name == "stop"]
            if stops:
                return stops
            seen.add(id(source))
            reference = source.attributes.get("href")
            if reference is None:
                break
            source = self._document.target(source, reference, *_GRADIENTS)
        return []


def _is_current(value: str) -> bool:
    return value.strip().lower() == "currentcolor"
