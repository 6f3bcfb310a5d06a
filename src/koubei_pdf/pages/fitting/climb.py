"""One layout of a slot, and how far its levers are put until the story fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from ...model.content import Article
from ...model.diagnostics import Span
from ...model.fitting import PLAIN, Choice, Ladder, Lever
from ..context import Context
from ..rests import rest_slot
from . import headings, lines, onward, parts, pictures, tracking
from .moves import Move, Sign, Story
from .trial import Trial, attempt, excused, lacking

_MOVES = {
    "pictures": pictures.moves,
    "parts": parts.moves,
    "headings": headings.moves,
    "continue": onward.moves,
    "tracking": tracking.moves,
}
#: What of it may spare lines alone and uneven columns: nothing that shows less. (Space at headings
#: was tried with the breaks of columns.)
_LEVELLING = ("pictures", "tracking")
Faults = set[tuple[str, Span]]
Rung = Sequence[Move]


class Climb:
    """A layout of a slot, the page plan's or that of a choice, and trials of it.

    known: what is wrong with the layout of the page plan itself, which no lever is blamed for.
    stops: levers that did not go as far as they may, and what would have been wrong if they had.
    """

    def __init__(
        self, context: Context, choice: Choice = PLAIN, known: Faults | None = None
    ) -> None:
        self.context = context
        self.layout = context.issue.layouts[choice.layout or context.slot.layout]
        self._start = Choice(layout=choice.layout)
        self._plain: Trial | None = None
        self._every: Trial | None = None
        self._known = known
        self.stops: dict[Lever, Faults] = {}

    @property
    def plain(self) -> Trial:
        """The layout with no lever moved."""
        if self._plain is None:
            self._plain = self.lay(self._start)
        return self._plain

    @property
    def _full(self) -> Trial:
        """The layout with all its spare parts: what may be shown."""
        if self._every is None:
            spare = self.layout.fit.spare
            self._every = attempt(self.context, replace(self._start, put_in=spare))
        return self._every

    def _spare(self) -> list[str]:
        """The spare parts that can come in: the story has something for each, and room for it
        beside the earlier ones."""
        shown = {frame.name for frame, filled in self._full.fills if filled.items}
        found: list[str] = []
        for name in self.layout.fit.spare:
            if name not in shown:
                continue
            trial = self.lay(replace(self._start, put_in=(*found, name)))
            if not trial.over and self.is_sound(trial):
                found.append(name)
        return found

    @property
    def known(self) -> Faults:
        """What is wrong with the plain layout itself."""
        if self._known is None:
            self._known = self.plain.faults()
        return self._known

    def lay(self, choice: Choice, article: Article | None = None) -> Trial:
        """A draft of the layout with a choice; with `article` in the place of the slot's own."""
        article = article or self.context.article
        return self._excused(attempt(replace(self.context, article=article, is_draft=True), choice))

    def finished(self, draft: Trial) -> Trial:
        """The layout of a draft, in which columns end as well as can be; the draft itself where
        they do, or where that costs the fit."""
        if draft.over or not draft.flaws:
            return draft
        trial = self._excused(attempt(replace(draft.context, is_draft=False), draft.choice))
        return trial if self.fits(trial) or not self.fits(draft) else draft

    def _excused(self, trial: Trial) -> Trial:
        may_lack = trial.choice.left_out or self.layout.fit.spare
        return excused(trial, self._full) if may_lack else trial

    def fits(self, trial: Trial) -> bool:
        return not trial.over and not trial.short and self.is_sound(trial)

    def is_sound(self, trial: Trial) -> bool:
        """Whether a trial has no fault that the plain layout has not."""
        faults = trial.faults()
        return not faults or faults <= self.known

    def least(self, order: Sequence[Lever]) -> tuple[Trial | None, Trial]:
        """The trial that fits with the least moved, if any does; and that with the most moved."""
        sign: Sign = -1 if self.plain.over else 1
        found, most = self._least(self.plain, order, sign)
        if found is not None and found.short and sign < 0:
            # What gave room gave too much: some of it may be taken again.
            filled, _ = self._least(found, order, 1)
            found = filled or found
        return found, most

    def level(self, found: Trial, order: Sequence[Lever]) -> Trial:
        """A trial that fits, or that with the least moved besides in which columns end well too."""
        if not found.flaws:
            return found
        article = self.context.article
        assert article is not None
        levers = [lever for lever in order if lever in _LEVELLING]
        signs: tuple[Sign, Sign] = (-1, 1)
        for lever, sign in product(levers, signs):
            story = Story(article, self.layout, found.chains, sign)
            tried = found.choice
            for move in _MOVES[lever](story):
                choice = added(found.choice, move(self._start), self.layout.fit)
                if choice == tried:  # at the limit already
                    continue
                tried = choice
                if self.context.memo.effort.is_spent:
                    return found
                trial = self.finished(self.lay(choice))
                if not trial.flaws and self.fits(trial):
                    return trial
        return found

    def _least(
        self, start: Trial, order: Sequence[Lever], sign: Sign
    ) -> tuple[Trial | None, Trial]:
        rungs: list[Rung] = []
        most = start
        for lever, rung in self._rungs(start, order, sign):
            reach, trial, harm = self._reach(start.choice, rungs, rung)
            if harm:
                self.stops[lever] = harm
            if not reach:
                continue
            rungs.append(rung[:reach])
            most = trial
            if _is_enough(most, sign):
                found = self._lessened(start.choice, rungs, most, sign)
                if not found.over and self.is_sound(found):
                    return found, most
        return None, most

    def _rungs(
        self, start: Trial, order: Sequence[Lever], sign: Sign
    ) -> Iterator[tuple[Lever, Rung]]:
        """What each lever can do, in order; lines of each chain for itself."""
        article = self.context.article
        assert article is not None
        has_rest = rest_slot(self.context.issue, article.id) is not None
        spare = self._spare() if sign > 0 and "parts" in order else ()
        story = Story(article, self.layout, start.chains, sign, has_rest, spare)
        for lever in order:
            if lever == "lines":
                for number, chain in enumerate(start.chains):
                    short = lacking(chain, self.layout.fit.short)
                    if chain.over if sign < 0 else short:
                        yield lever, lines.moves(story, number)
            else:
                yield lever, _MOVES[lever](story)

    def _reach(self, start: Choice, rungs: Sequence[Rung], rung: Rung) -> tuple[int, Trial, Faults]:
        """How far a lever can be put, with the earlier ones at their most, before it does harm;
        and that harm."""
        choice = _put(start, [(one, len(one)) for one in rungs])
        trial, harm = self.plain, set[tuple[str, Span]]()
        for reach in range(len(rung), 0, -1):
            trial = self.lay(rung[reach - 1](choice))
            if self.is_sound(trial):
                return reach, trial, harm
            harm = trial.faults() - self.known
        return 0, trial, harm

    def _lessened(self, start: Choice, rungs: Sequence[Rung], most: Trial, sign: Sign) -> Trial:
        """Every lever put back as far as can be, the last one first."""
        reach = [len(rung) for rung in rungs]
        best = most
        for number in reversed(range(len(rungs))):
            low = 0
            while low < reach[number]:
                middle = (low + reach[number]) // 2
                places = [*reach[:number], middle, *reach[number + 1 :]]
                trial = self.lay(_put(start, list(zip(rungs, places, strict=True))))
                if _is_enough(trial, sign):
                    reach[number], best = middle, trial
                else:
                    low = middle + 1
        return best


def _put(start: Choice, places: Sequence[tuple[Rung, int]]) -> Choice:
    """The levers at these places of theirs (0: where they were)."""
    choice = replace(start)
    for rung, place in places:
        if place:
            choice = rung[place - 1](choice)
    return choice


def added(choice: Choice, other: Choice, fit: Ladder) -> Choice:
    """A choice with what another moves of pictures and tracking besides, up to the limits."""
    names = {**choice.pictures, **other.pictures}
    rows = {
        name: _within(
            choice.pictures.get(name, 0) + other.pictures.get(name, 0), fit.pictures[name]
        )
        for name in names
    }
    return replace(
        choice,
        pictures={name: by for name, by in rows.items() if by},
        tracking=_within(choice.tracking + other.tracking, fit.tracking),
    )


def _within(number: int, most: int) -> int:
    """A number no further from 0 than `most`."""
    return max(-most, min(number, most))


def _is_enough(trial: Trial, sign: Sign) -> bool:
    return not (trial.over if sign < 0 else trial.short)
