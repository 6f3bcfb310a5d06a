"""How much functions may be evaluated: a bound that those of a whole file can share."""

from __future__ import annotations

from .. import limits, reasons
from ..reading import UnreadableError


class Allowance:
    """Steps that are left: an operator of a calculator is one, and a function that is asked."""

    def __init__(self, left: int = limits.STEPS_IN_ALL) -> None:
        self._left = left

    def spend(self, count: int = 1) -> None:
        """Take so many. Raises UnreadableError where there are not as many left."""
        self._left -= count
        if self._left < 0:
            raise UnreadableError("steps of functions", reasons.FUNCTION)
