"""Pieces of a page: what is set and drawn, from the piece's own upper left (pt, y down)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..model.book import Fill, GlyphRun
from ..model.diagnostics import Span
from ..model.geometry import Rect
from ..model.style import Ink

Drawn = GlyphRun | Fill


class Piece(NamedTuple):
    """What stands on a page: its height, and its items from its upper left."""

    height: float
    items: tuple[Drawn, ...] = ()

    def moved(self, dx: float, dy: float) -> tuple[Drawn, ...]:
        """The items, shifted."""
        return tuple(_moved(item, dx, dy) for item in self.items)

    def padded(self, above: float, below: float) -> Piece:
        """With room above and below."""
        return Piece(above + self.height + below, self.moved(0, above))

    def on(self, ink: Ink, width: float) -> Piece:
        """On a ground of ink."""
        return Piece(self.height, (fill(0, 0, width, self.height, ink), *self.items))


def _moved(item: Drawn, dx: float, dy: float) -> Drawn:
    if isinstance(item, Fill):
        return Fill(item.rect.moved(dx, dy), item.ink, item.span, item.role)
    return item._replace(x=item.x + dx, y=item.y + dy)


def fill(x: float, y: float, width: float, height: float, ink: Ink) -> Fill:
    """A rectangle; rules are thin ones."""
    return Fill(Rect(x, y, x + width, y + height), ink, Span(""), "rule")


def rule(width: float, weight: float, ink: Ink) -> Piece:
    """A horizontal rule."""
    return Piece(weight, (fill(0, 0, width, weight, ink),))


def space(height: float) -> Piece:
    """Nothing."""
    return Piece(height)


def stack(pieces: Iterable[Piece]) -> Piece:
    """Pieces one below the other."""
    items: list[Drawn] = []
    y = 0.0
    for piece in pieces:
        items += piece.moved(0, y)
        y += piece.height
    return Piece(y, tuple(items))


def beside(placed: Sequence[tuple[float, Piece]]) -> Piece:
    """Pieces side by side, each at its x, their heads level."""
    items = [item for x, piece in placed for item in piece.moved(x, 0)]
    return Piece(max((piece.height for _, piece in placed), default=0.0), tuple(items))
