"""Lever `continue`: the story goes on on other pages that the page plan has for it (转接)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.fitting import Choice
from .moves import Move, Story


def moves(story: Story) -> Sequence[Move]:
    """The story goes on there, if there are such pages and it is too long."""
    return [_set] if story.sign < 0 and story.has_rest and story.layout.fit.parting else []


def _set(choice: Choice) -> Choice:
    return replace(choice, goes_on=True)
