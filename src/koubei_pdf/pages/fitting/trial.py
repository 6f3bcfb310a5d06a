"""A slot laid out with its levers somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...model.diagnostics import Span
from ...model.fitting import Chain, Choice
from ...model.style import Frame
from ..beyond import rest_places
from ..context import Context, Filled, SetParagraph
from ..faults.copy import OVERSET
from ..filling import fill_frames
from ..flow import Flow
from ..landing import check_article
from ..overlaps import Texts
from ..slots import frames_of, grids_of
from .apply import apply

Fills = Sequence[tuple[Frame, Filled]]


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a choice: the frames of the slot, filled."""

    context: Context
    fills: Fills

    @property
    def choice(self) -> Choice:
        return self.context.choice

    @property
    def settled(self) -> Choice:
        """What of the choice made a difference: lines that were given, frames that are there."""
        choice = self.choice
        moved = {chain.frame: chain.moved for chain in self.chains if chain.moved}
        there = {n: rows for n, rows in choice.pictures.items() if n not in choice.left_out}
        goes_on = any(chain.carried for chain in self.chains)
        return replace(choice, lines=moved, pictures=there, goes_on=goes_on)

    @property
    def chains(self) -> tuple[Chain, ...]:
        """The copy's chains; none where the frames could not be placed."""
        # All frames of a chained kind share what fills them.
        filled = {id(filled): filled for _, filled in self.fills}
        return tuple(chain for one in filled.values() for chain in one.chains)

    def flows(self, frame: str) -> Sequence[Flow]:
        """What the chain that begins at a frame was set from."""
        return next(one.flows[frame] for _, one in self.fills if frame in one.flows)

    @property
    def over(self) -> int:
        """Lines without a place."""
        return sum(chain.over for chain in self.chains)

    @property
    def alone(self) -> int:
        """Lines that stand alone at a column's head or foot."""
        return sum(len(chain.alone) for chain in self.chains)

    @property
    def flaws(self) -> int:
        """What is wrong with how columns end."""
        return sum(chain.flaws for chain in self.chains)

    @property
    def short(self) -> int:
        """Lines that the copy lacks, beyond what the layout allows, if nothing is over."""
        if self.over:
            return 0
        return sum(lacking(chain, self.context.layout.fit.short) for chain in self.chains)

    def faults(self) -> set[tuple[str, Span]]:
        """What is wrong with it, except for copy without a place: codes and places."""
        context, texts = self.context, Texts()
        found = [fault for _, filled in self.fills for fault in filled.faults]
        if context.article is not None:
            found.extend(check_article(context, context.article, self.fills))
        for frame, filled in self.fills:
            found.extend(texts.add(context, frame, filled))
        return {(f.rule.code, f.span) for f in found if f.rule.code != OVERSET.code}


def lacking(chain: Chain, short: int | None) -> int:
    """Lines that a chain lacks beyond the `short` that it may."""
    return 0 if short is None else max(chain.free - short, 0)


def attempt(plain: Context, choice: Choice) -> Trial:
    """Lay out the slot of `plain` with a choice."""
    slot, issue = plain.slot, plain.issue
    base = issue.layouts[choice.layout or slot.layout]
    trace: list[SetParagraph] | None = None if plain.trace is None else []
    layout = apply(base, choice)
    rest = rest_places(plain) if choice.goes_on else ()
    context = replace(plain, layout=layout, choice=choice, trace=trace, rest=rest)
    frames = frames_of(issue, layout, slot)
    return Trial(context, fill_frames(context, frames, slot.first, grids_of(issue, slot)))


def excused(trial: Trial, full: Trial) -> Trial:
    """The trial, in which what stays out by choice does not lack: it counts as shown.

    full: the same layout with all its frames.
    """
    names = {frame.name for frame, _ in trial.fills}
    out = [
        (frame, Filled(shows=filled.shows))
        for frame, filled in full.fills
        if frame.name not in names
    ]
    return replace(trial, fills=[*trial.fills, *out])
