"""A slot laid out with its levers somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...model.content import Issue, PageSlot
from ...model.diagnostics import Span
from ...model.fitting import Chain, Choice
from ...model.mirror import mirrored
from ...model.style import Frame, Layout
from ..context import Context, Filled, Place, SetParagraph
from ..faults.copy import OVERSET
from ..fillers import FILLERS
from ..filling import fill_frames, place_of
from ..flow import Flow
from ..grid import PageGrid
from ..landing import check_article
from ..overlaps import Texts
from ..rests import KIND, hangs, rest_slot, story_of
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
    rest = _rest(issue, slot.article) if choice.goes_on and slot.article else ()
    context = replace(plain, layout=layout, choice=choice, trace=trace, rest=rest)
    frames = _frames(issue, layout, slot)
    return Trial(context, fill_frames(context, frames, slot.first, grids_of(issue, slot)))


def grids_of(issue: Issue, slot: PageSlot) -> dict[int, PageGrid]:
    """The grids of a slot's pages."""
    return {
        page: PageGrid(issue.house.grid, issue.house.boxes, page % 2 == 0)
        for page in range(slot.first, slot.last + 1)
    }


def _frames(issue: Issue, layout: Layout, slot: PageSlot) -> list[Frame]:
    """The frames of a layout as they stand on a slot's pages."""
    if layout.pages > 1 or slot.first % 2:
        return list(layout.frames)
    columns = issue.house.grid.columns
    return [mirrored(frame, FILLERS[frame.kind].options, columns) for frame in layout.frames]


def _rest(issue: Issue, article: str) -> tuple[Place, ...]:
    """The frames of other pages in which an article may go on."""
    found = rest_slot(issue, article)
    if found is None:
        return ()
    slot, number = found
    layout, grids = issue.layouts[slot.layout], grids_of(issue, slot)
    return tuple(
        place_of(layout.name, frame, slot.first, grids, {})
        for frame in _frames(issue, layout, slot)
        if frame.kind == KIND and story_of(frame) == number and not hangs(frame)
    )


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
