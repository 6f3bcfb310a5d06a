"""Columns of equal length (CLREQ 2.4.2): the fewest rows that hold the copy."""

from __future__ import annotations

from collections.abc import Sequence

from .flow import Flow, FlowResult


def balance(
    flow: Flow, rows: Sequence[int], balanced: Sequence[bool]
) -> tuple[FlowResult, list[int]]:
    """Place with the fewest rows in the balanced columns that hold everything.

    rows: each column's rows; balanced: whether a column may be shortened. Of the balanced
    columns the first few have a row more where the lines do not divide (CLREQ 2.4.2). Gives
    the result and the capacities used; where nothing fits, that of the full columns.
    """
    full = flow.place(rows)
    movable = [index for index, can in enumerate(balanced) if can]
    if full.overset or not movable:
        return full, list(rows)

    def capacities(total: int) -> list[int]:
        """The rows when the balanced columns share `total` among them, the first ones more."""
        each, more = divmod(total, len(movable))
        limits = list(rows)
        for place, index in enumerate(movable):
            limits[index] = min(each + (place < more), rows[index])
        return limits

    low, high = 1, max(rows[index] for index in movable) * len(movable)
    while low < high:
        middle = (low + high) // 2
        if flow.place(capacities(middle)).overset:
            low = middle + 1
        else:
            high = middle
    return flow.place(capacities(low)), capacities(low)
