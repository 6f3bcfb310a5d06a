"""Lever `lines`: paragraphs a line shorter or longer, where that is hardly seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from ...model.fitting import Choice
from ..flow import Flow
from .moves import Move, Story


def moves(story: Story, chain: int) -> Sequence[Move]:
    """The copy of one chain on one line fewer (or more), on two …, a paragraph giving one each."""
    wanted = story.chains[chain]
    return [partial(_set, wanted.frame, story.sign * n) for n in range(1, wanted.blocks + 1)]


def _set(frame: str, lines: int, choice: Choice) -> Choice:
    return replace(choice, lines={**choice.lines, frame: lines})


def counts(flow: Flow, wanted: int, cost: float) -> Mapping[int, int]:
    """The paragraphs that give (or take) a line so that the copy has `wanted` lines more.

    The cheapest ones, none of which costs more than `cost` besides; fewer where there are not so
    many.
    """
    if not wanted:
        return {}
    sign = 1 if wanted > 0 else -1
    found = []
    for block in range(len(flow.blocks)):
        extra = flow.extra_cost(block, flow.measure(block, 0), sign)
        if extra is not None and extra <= cost:
            found.append((extra, block))
    return {block: sign for _, block in sorted(found)[: abs(wanted)]}
