"""What composing asks of faces and of the shelf that they stand on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from ..fonts import Shaped


class Typeface(Protocol):
    """What composing asks of a face: see `fonts.Face`."""

    @property
    def key(self) -> str: ...
    def shape(
        self,
        text: str,
        features: Mapping[str, bool] | None = None,
        western: Collection[int] | None = None,
    ) -> Shaped: ...
    def varies(self, char: str, selector: str) -> bool: ...
    def advance(self, glyph: int) -> float: ...
    def blank(self, mark: str, *, left: bool) -> float: ...


class Shelf(Protocol):
    """What composing asks of the faces of a role: see `fonts.FontShelf`."""

    def itemise(
        self, text: str, role: str, western: Collection[int] | None = None
    ) -> Sequence[tuple[int, int, Typeface | None]]: ...
    def primary(self, role: str) -> Typeface: ...
    def tried(self, role: str) -> Sequence[str]: ...
