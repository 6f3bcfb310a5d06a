"""Lever `parts`: frames that stay out, so that the body has their rows, or spare ones put in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ...model.fitting import Choice
from .moves import Move, Story


def moves(story: Story) -> Sequence[Move]:
    """The first part stays out, then the second too …; where copy is short, spare ones come in."""
    put, names = (
        (_left_out, story.layout.fit.parts) if story.sign < 0 else (_put_in, tuple(story.spare))
    )
    return [partial(put, names[:count]) for count in range(1, len(names) + 1)]


def _left_out(names: tuple[str, ...], choice: Choice) -> Choice:
    return replace(choice, left_out=names)


def _put_in(names: tuple[str, ...], choice: Choice) -> Choice:
    return replace(choice, put_in=names)
