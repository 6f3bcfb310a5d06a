"""Lever `parts`: frames that stay out, so that the body has their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ...model.fitting import Choice
from .moves import Move, Story


def moves(story: Story) -> Sequence[Move]:
    """The first part stays out, then the second too …; copy that is too short needs none to."""
    parts = story.layout.fit.parts if story.sign < 0 else ()
    return [partial(_set, parts[:count]) for count in range(1, len(parts) + 1)]


def _set(names: tuple[str, ...], choice: Choice) -> Choice:
    return replace(choice, left_out=names)
