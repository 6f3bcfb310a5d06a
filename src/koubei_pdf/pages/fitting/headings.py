"""Lever `headings`: space above headings, in half rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ...model.fitting import Choice
from ...model.style import ParagraphStyle
from .moves import Move, Story


def moves(story: Story) -> Sequence[Move]:
    """Half a row fewer (or more) above each heading, a whole one …, if the copy has any."""
    if all(block.kind != "heading" for block in story.article.blocks):
        return []
    return [partial(_set, story.sign * n) for n in range(1, story.layout.fit.headings + 1)]


def _set(half_rows: int, choice: Choice) -> Choice:
    return replace(choice, headings=half_rows)


def spaced(style: ParagraphStyle, choice: Choice) -> ParagraphStyle:
    """A heading's style with the space above it that the choice wants."""
    if not choice.headings:
        return style
    return replace(style, before=max(style.before + choice.headings / 2, 0.0))


def other_spaces(style: ParagraphStyle, choice: Choice, most: int) -> tuple[float, ...]:
    """The rows that may be above one heading instead of what the choice wants above all, by at most
    so many half rows other than its style's."""
    found = {max(style.before + n / 2, 0.0) for n in range(-most, most + 1)}
    return tuple(sorted(found - {spaced(style, choice).before}))
