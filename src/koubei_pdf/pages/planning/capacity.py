"""How much copy the frames of a layout hold, found by laying copy of that length out.

A length is tried as `render` would lay it out, so that initials, signatures, obstacles and frames
that hang on others count as they do there. A guess by arithmetic is right as a rule; two trials
show that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ...model.content import Article
from ...model.fitting import PLAIN, Chain, Choice, Lever
from ...model.planning import Words
from ..context import Context
from ..fitting.climb import Climb
from ..fitting.trial import Trial, lacking
from .stand_ins import PARAGRAPH, STOP, Share, with_copy

#: Beyond what is drawn, how much longer copy is that no lever makes fit.
_FAR, _FURTHER = 3, 500


class Capacity:
    """What the chains of a slot's layout hold. article: the story, but for its copy."""

    def __init__(self, context: Context, article: Article, shares: Sequence[Share]) -> None:
        self._shares, self._article = shares, article
        self._context = replace(context, article=self._with({}))
        self._climb = Climb(self._context)
        self._chains = {chain.frame: chain for chain in self._climb.plain.chains}

    def words(self) -> tuple[Words, ...]:
        """What each chain wants; chains without any room are left out."""
        shares = [share for share in self._shares if share.frame in self._chains]
        most = {share.frame: self._most(share, PLAIN) for share in shares}
        least = {share.frame: self._least(share, PLAIN) for share in shares}
        long = {name: _FAR * count + _FURTHER for name, count in most.items()}
        looser, onward = self._levers(long, besides="continue"), self._levers(long)
        tighter = self._levers({})
        found = []
        for share in shares:
            name, chain = share.frame, self._chains[share.frame]
            fitted = self._least(share, tighter) if least[name] is not None else None
            goes_on = onward.goes_on and share is shares[-1]
            found.append(
                Words(
                    frame=name,
                    first=share.first,
                    last=share.last,
                    heading=share.heading,
                    least=least[name],
                    most=most[name],
                    least_fitted=None if fitted is None else min(fitted, least[name] or 0),
                    most_fitted=max(self._most(share, looser), most[name]),
                    lines=chain.room,
                    chars=chain.chars,
                    most_onward=self._most(share, onward) if goes_on else None,
                )
            )
        return tuple(found)

    def _with(self, lengths: dict[str, int], stop: str = "") -> Article:
        return with_copy(self._article, self._shares, lengths, stop)

    def _levers(self, lengths: dict[str, int], besides: Lever | None = None) -> Choice:
        """The levers as far as they go for copy of these lengths, which is far too long or short,
        all but one of them.

        Paragraphs on other numbers of lines depend on their words: the least is reckoned without.
        """
        climb = Climb(replace(self._context, article=self._with(lengths)))
        kept = {"lines", "layouts", besides}
        order = [lever for lever in climb.layout.fit.order if lever not in kept]
        if not (climb.plain.over or climb.plain.short):
            return PLAIN
        _, most = climb.least(order)
        return replace(most.settled, lines={})

    def _chain(self, share: Share, length: int, choice: Choice, stop: str = "") -> Chain | None:
        trial: Trial = self._climb.lay(choice, self._with({share.frame: length}, stop))
        return next((chain for chain in trial.chains if chain.frame == share.frame), None)

    def _most(self, share: Share, choice: Choice) -> int:
        """The longest copy that is not over, whatever its paragraphs end in."""

        def fits(length: int) -> bool:
            chain = self._chain(share, length, choice)
            return chain is not None and not chain.over

        return _last(fits, self._guess(share, self._chains[share.frame].room, choice))

    def _least(self, share: Share, choice: Choice) -> int | None:
        """The shortest copy that is not too short, though its last stop may hang; None where the
        layout takes any."""
        short = self._climb.layout.fit.short
        if short is None:
            return None

        def is_short(length: int) -> bool:
            chain = self._chain(share, length, choice, STOP)
            return chain is not None and not chain.over and bool(lacking(chain, short))

        room = self._chains[share.frame].room - short
        return _last(is_short, self._guess(share, room - 1, choice)) + 1

    def _guess(self, share: Share, room: int, choice: Choice) -> int:
        """Characters of paragraphs that take so many lines, but for what is there anyway."""
        chain = self._chain(share, 1, choice) or self._chains[share.frame]
        lines = max(room + chain.room - self._chains[share.frame].room - chain.lines + 1, 1)
        if share.last is not None:
            return max(lines * chain.chars - 2, 1)
        whole = -(-(PARAGRAPH + 2) // max(chain.chars, 1))
        rest = (lines % whole) * chain.chars - 2
        return max(lines // whole * PARAGRAPH + max(rest, 0), 1)


def _last(holds: Callable[[int], bool], guess: int) -> int:
    """The last length for which something holds that holds for all shorter ones; 0: for none.

    From the guess on in growing steps to where it changes, then by halving.
    """
    step = 1
    if holds(guess):
        low, high = guess, guess + step
        while holds(high):
            step *= 2
            low, high = high, high + step
    else:
        low, high = guess - step, guess
        while low > 0 and not holds(low):
            step *= 2
            low, high = low - step, low
        low = max(low, 0)
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return low
