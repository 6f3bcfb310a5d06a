"""The options of a frame by name and type: the readers have checked them against the schema."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.content import Run
from ..model.style import ColourName


class Options:
    """A frame's options; each method gives the value, or the default where there is none."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def number(self, name: str, default: float) -> float:
        value = self._values.get(name, default)
        assert isinstance(value, (int, float))
        return float(value)

    def integer(self, name: str, default: int) -> int:
        return int(self.number(name, default))

    def flag(self, name: str) -> bool:
        return bool(self._values.get(name, False))

    def text(self, name: str) -> Run | None:
        value = self._values.get(name)
        return value if isinstance(value, Run) else None

    def colour(self, name: str) -> ColourName | None:
        value = self._values.get(name)
        return value if isinstance(value, ColourName) else None

    def name(self, name: str, default: str = "") -> str:
        """A style's, a frame's or a choice's name."""
        return str(self._values.get(name, default))
