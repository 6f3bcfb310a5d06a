"""The least that makes a story fit: levers in the order of the layout, the earlier ones with them.

First every lever is put as far as it goes, one after the other, until the story fits. Then, from
the last of these back, each is put back as far as can be: what comes later in the ladder is seen
more. A lever with n positions takes 1 + log2(n) trials or so, and so it does in each layout that
may take the place of another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.fitting import Choice
from ..context import Context
from .climb import Climb
from .cuts import MOST_OVER
from .trial import Trial


@dataclass(frozen=True, slots=True)
class Outcome:
    """The trial that is laid out; whether an earlier run decided so, or otherwise.

    climb: the layout that it is of.
    """

    trial: Trial
    climb: Climb
    is_locked: bool = False
    was_unlocked: bool = False


def fitted(context: Context, locked: Choice | None = None) -> Outcome:
    """Lay out a slot so that its story fits, as an earlier run decided if that still does."""
    if locked is None or context.article is None:
        return _found(context)
    climb = Climb(context, locked)
    trial = climb.lay(locked)
    if climb.fits(trial):
        return Outcome(climb.finished(trial), climb, is_locked=True)
    found = _found(context)
    is_same = found.trial.settled == locked
    return Outcome(found.trial, found.climb, is_locked=is_same, was_unlocked=not is_same)


def _found(context: Context) -> Outcome:
    """The story as it fits with the least moved."""
    climb = Climb(context)
    plain = climb.plain
    is_hopeless = plain.over > MOST_OVER
    order = climb.layout.fit.order
    if context.article is None or is_hopeless or not (plain.over or plain.short):
        return Outcome(climb.level(climb.finished(plain), order), climb)
    at = order.index("layouts") if "layouts" in order else len(order)
    found, most = climb.least(order[:at])
    if found is None and at < len(order):
        other = next(_others(climb), None)
        if other is not None:
            return other
        found, most = climb.least([lever for lever in order if lever != "layouts"])
    if found is None:
        return Outcome(climb.finished(most if most.over else plain), climb)
    return Outcome(climb.level(climb.finished(found), order), climb)


def _others(plan: Climb) -> Iterator[Outcome]:
    """The story in the other layouts where it fits: those that show all that it brings."""
    for name in plan.layout.fit.layouts:
        if name not in plan.context.issue.layouts:
            continue
        climb = Climb(plan.context, Choice(layout=name), plan.known)
        if not climb.is_sound(climb.plain):
            continue
        if climb.fits(climb.plain):
            yield Outcome(climb.finished(climb.plain), climb)
            continue
        # It stands in only where the story fits it whole.
        order = [one for one in climb.layout.fit.order if one not in ("layouts", "continue")]
        found, _ = climb.least(order)
        if found is not None and climb.fits(found):
            yield Outcome(climb.finished(found), climb)
