"""How wide the columns of a table are: between the least and the most that their cells want."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.geometry import TOLERANCE

#: How strongly columns that want much are preferred where not all can have it: 1 gives by the
#: amount that is wanted, 0 the same to each.
_POWERS = (1.0, 0.75, 0.5, 0.25, 0.0)


def column_widths(
    least: Sequence[float], most: Sequence[float], room: float
) -> Iterator[list[float]]:
    """Ways to share `room` pt out among columns, none below its least or above its most.

    Where there is room for all there is one way; where it does not hold the least, they shrink
    alike.
    """
    if sum(most) <= room + TOLERANCE:
        yield list(most)
    elif sum(least) > room - TOLERANCE:
        yield [low * room / sum(least) for low in least]
    else:
        for power in _POWERS:
            yield _shared(least, most, room, power)


def _shared(
    least: Sequence[float], most: Sequence[float], room: float, power: float
) -> list[float]:
    widths = list(least)
    wants = [(high - low) ** power for low, high in zip(least, most, strict=True)]
    for _ in widths:  # each pass fills a column at least, or shares all that is left
        spare = room - sum(widths)
        growing = [n for n, width in enumerate(widths) if width < most[n] - TOLERANCE]
        total = sum(wants[n] for n in growing)
        if spare <= TOLERANCE or not total:
            break
        for n in growing:
            widths[n] = min(most[n], widths[n] + spare * wants[n] / total)
    return widths
