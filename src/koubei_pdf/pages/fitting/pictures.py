"""Lever `pictures`: rows that pictures give to the body beside them, or take from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ...model.fitting import Choice
from .moves import Move, Story


def moves(story: Story) -> Sequence[Move]:
    """A row from each picture in turn, then the next, up to each one's limit."""
    limits = story.layout.fit.pictures
    rows = dict.fromkeys(limits, 0)
    found = []
    for _ in range(max(limits.values(), default=0)):
        for name, most in limits.items():
            if rows[name] < most:
                rows[name] += 1
                moved = {one: story.sign * by for one, by in rows.items() if by}
                found.append(partial(_set, moved))
    return found


def _set(rows: dict[str, int], choice: Choice) -> Choice:
    return replace(choice, pictures=rows)
