"""Which pages could have too much ink: told from what they paint, before any is rendered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..content.spaces import ALL
from ..content.state import Mark, overlap
from ..document import Page
from .sheets import painted


def could_exceed(page: Page, limit: float) -> bool:
    """Whether a point within the bleed could hold more than `limit` per cent of ink.

    An upper bound: False is certain. What knocks out leaves its own inks alone there; what
    overprints it has at most its own inks on the plates that it touches. Nothing is known of
    pictures, gradients and patterns, nor of what is blended.
    """
    bleed = page.from_trim(page.bleed)
    marks = [mark for mark in page.trace.marks if overlap(mark.box, bleed) is not None]
    if page.trace.transparent or any(m.paint.pattern or ALL in m.paint.inks for m in marks):
        return True
    above = [mark for mark in marks if _touched(mark) is not None]
    grounds = [mark for mark in marks if _touched(mark) is None]
    added = _most(above)
    return _total(added) > limit or any(_exceeds(mark, above, added, limit) for mark in grounds)


def _exceeds(ground: Mark, above: Sequence[Mark], added: Mapping[str, float], limit: float) -> bool:
    """Whether the inks of a mark, with those that overprint it, could go beyond the limit."""
    inks = ground.paint.inks
    if _total(inks) > limit:
        return True
    both = {plate: max(inks.get(plate, 0.0), added.get(plate, 0.0)) for plate in {*inks, *added}}
    return _total(both) > limit and any(overlap(ground.box, m.box) is not None for m in above)


def _touched(mark: Mark) -> frozenset[str] | None:
    return painted(mark.paint, mark.overprints, mark.mode)


def _most(marks: Iterable[Mark]) -> dict[str, float]:
    """The most that marks that overprint put on each plate."""
    most: dict[str, float] = {}
    for mark in marks:
        for plate, part in mark.paint.inks.items():
            most[plate] = max(part, most.get(plate, 0.0))
    return most


def _total(inks: Mapping[str, float]) -> float:
    """Per cent of all plates together."""
    return 100 * sum(inks.values())
