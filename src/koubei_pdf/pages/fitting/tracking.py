"""Lever `tracking`: all characters of the copy a hair closer or wider."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ...model.fitting import Choice
from ...model.style import ParagraphStyle
from .moves import Move, Story


def moves(story: Story) -> Sequence[Move]:
    """A thousandth of an em, two …"""
    return [partial(_set, story.sign * n) for n in range(1, story.layout.fit.tracking + 1)]


def _set(thousandths: int, choice: Choice) -> Choice:
    return replace(choice, tracking=thousandths)


def tracked(style: ParagraphStyle, choice: Choice) -> ParagraphStyle:
    """A style of the copy with the tracking that the choice wants."""
    if not choice.tracking:
        return style
    return replace(style, tracking=style.tracking + choice.tracking / 1000)
