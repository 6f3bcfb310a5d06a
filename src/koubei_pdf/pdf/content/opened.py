"""What one content stream has opened and must close itself (ISO 32000-1, 8.4.2, 9.4.1, 14.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .state import State


@dataclass(slots=True)
class Opened:
    """saved: states behind q. beyond: how many more than are kept. marked: of each BMC and BDC,
    whether it hides. is_text: whether BT is open. is_hidden: whether what shows the stream is.
    """

    is_hidden: bool = False
    saved: list[State] = field(default_factory=list)
    beyond: int = 0
    marked: list[bool] = field(default_factory=list)
    is_text: bool = False

    @property
    def hides(self) -> bool:
        """Whether a layer that does not print is open."""
        return self.is_hidden or any(self.marked)

    def left(self) -> Iterator[str]:
        """The operators whose counterparts are missing, at the stream's end."""
        if self.saved:
            yield "q"
        if self.marked:
            yield "BMC"
        if self.is_text:
            yield "BT"
