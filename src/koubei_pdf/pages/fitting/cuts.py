"""The cut list: what to take out of copy for which no lever makes room.

Single lines: of each paragraph the fewest characters without which it takes a line fewer, the
cheapest paragraphs first. Where these do not suffice, the end of the story goes, from the last
sentence on with which they do. What is told was laid out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain as one_by_one
from itertools import islice

from ...model.content import Article
from ...model.fitting import Chain, Cut
from ..context import Context
from .climb import Climb
from .cutting import parts, sentences
from .takings import Ending, Taken, ends, singles, without_taken
from .trial import Trial

#: How many single lines are cut besides the end of a story.
MOST_BESIDE = 4
#: By how many cuts, or ends, those lists are longer that are tried so that columns end well too.
MOST_MORE = (0, 1, 2, 4, 8, 16)
#: How many of these are tried before a single cut more, and how many such.
MOST_NEAR, MOST_ALONE = 3, 4
#: How many single cuts are tried where a story fits but for a line that stands alone.
MOST_SINGLE = 8
#: How many characters more are cut for each row by which columns are then more even: those of about
#: a line.
MOST_A_ROW = 30
#: What is worse than any end of columns: that copy has no place.
_WORST = (1_000_000, 0)
#: A story with more lines without a place is in the wrong layout: no lever is tried, and nothing
#: but its end is cut.
MOST_OVER = 600
#: The characters and blocks of the longest copy of which the end is cut.
MOST_COPY, MOST_BLOCKS = 10_000, 1_000

#: Fits a story, of which something is cut, anew.
Refit = Callable[[Context], Trial]


def cut_list(climb: Climb, trial: Trial, refit: Refit) -> tuple[Cut, ...]:
    """What to cut so that the story fits with the levers of a trial, or, if it does but for lines
    that stand alone, so that none does; nothing where that does not help."""
    article = trial.context.article
    assert article is not None
    taken: list[Taken] = []
    for chain in trial.chains:
        if chain.over:
            found = _enough(climb, trial, chain, refit, taken)
            if found is None:
                return ()
        else:
            found = _Cutter(climb, trial, chain, refit).mended(taken) if chain.alone else None
        taken = found or taken
    return tuple(one.cut for one in sorted(taken))


def _enough(
    climb: Climb, trial: Trial, chain: Chain, refit: Refit, taken: Sequence[Taken]
) -> list[Taken] | None:
    """What is taken already, and what else so that a chain fits."""
    article = trial.context.article
    assert article is not None
    is_hopeless = trial.over > MOST_OVER
    cutter = _Cutter(climb, trial, chain, refit)
    found = None if is_hopeless else cutter.fewest(taken)
    is_last = chain.frame == trial.chains[-1].frame
    for pieces in (sentences, parts) if is_listed(article) else ():
        if found is None or cutter.leaves_alone(found):
            endings = list(ends(article, trial.flows(chain.frame), pieces, is_last=is_last))
            other = (cutter.shortest if is_hopeless else cutter.ending)(taken, endings)
            found = cutter.best([one for one in (found, other) if one is not None])
    return found


def is_listed(article: Article) -> bool:
    """Whether copy is short enough that its end is looked for."""
    size = sum(len(block.text) for block in article.blocks)
    return size <= MOST_COPY and len(article.blocks) <= MOST_BLOCKS


class _Cutter:
    """Cuts of one chain of a trial, and whether they make it fit."""

    def __init__(self, climb: Climb, trial: Trial, chain: Chain, refit: Refit) -> None:
        self.climb, self.trial, self.chain, self._refit = climb, trial, chain, refit
        is_hopeless = trial.over > MOST_OVER
        flows = () if is_hopeless else trial.flows(chain.frame)
        self.singles = sorted((one for flow in flows for one in singles(trial, flow)), key=price)
        self._known: dict[object, Trial] = {}
        self._ended: dict[object, tuple[int, int]] = {}

    def fewest(self, taken: Sequence[Taken]) -> list[Taken] | None:
        """With what is taken out already, as few of the cheapest cuts as are enough."""
        lists, least = self._with_singles(taken)
        if least is None:
            return None
        return self._level(lists[n] for n in _from(least, len(lists)))

    def _with_singles(self, taken: Sequence[Taken]) -> tuple[list[list[Taken]], int | None]:
        """Cuts with none of the cheapest single lines, one, two …; and the first that is enough."""
        singles = self._beside(taken)
        lists = [[*taken, *singles[:count]] for count in range(len(singles) + 1)]
        return lists, self._least(len(lists), lambda count: lists[count])

    def ending(self, taken: Sequence[Taken], ends: Sequence[Ending]) -> list[Taken] | None:
        """The shortest end that is enough with single lines, and the fewest of these."""

        def cuts(number: int) -> list[Taken]:
            gone = [*taken, *ends[number]]
            return [*gone, *self._beside(gone)[:MOST_BESIDE]]

        least = self._least(len(ends), cuts)
        if least is None:
            return None
        tried = (ends[n] for n in _from(least, len(ends)))
        longer = (self._with_singles([*taken, *end]) for end in tried)
        return self._level(lists[least] for lists, least in longer if least is not None)

    def shortest(self, taken: Sequence[Taken], ends: Sequence[Ending]) -> list[Taken] | None:
        """The shortest end that is enough by itself."""
        least = self._least(len(ends), lambda number: [*taken, *ends[number]])
        if least is None:
            return None
        return self._level([*taken, *ends[n]] for n in _from(least, len(ends)))

    def mended(self, taken: Sequence[Taken]) -> list[Taken] | None:
        """The cheapest cut after which no line stands alone, or the fewest of the cheapest ones."""
        singles = self._beside(taken)
        single = ([*taken, one] for one in singles[:MOST_SINGLE])
        more = ([*taken, *singles[:n]] for n in MOST_MORE if 1 < n <= len(singles))
        found = self.best(one_by_one(single, more))
        return None if found is None or self.leaves_alone(found) else found

    def _level(self, lists: Iterator[list[Taken]]) -> list[Taken] | None:
        """The list of cuts after which columns end best: of the first ones, of these with one cut
        more where lines stand alone, and of longer ones."""
        found = self.best(islice(lists, MOST_NEAR))
        if found is None or not any(self._flaws(found)):
            return found
        beside = self._beside(found)[: MOST_ALONE if self.leaves_alone(found) else 0]
        return self.best(one_by_one([found], ([*found, one] for one in beside), lists))

    def best(self, lists: Iterable[list[Taken]]) -> list[Taken] | None:
        """The first list of cuts after which columns end well; if there is none, the one after
        which they end best."""
        found: list[Taken] | None = None
        for taken in lists:
            if found is None or self._is_better(taken, found):
                found = taken
            if self.climb.context.memo.effort.is_spent or not any(self._flaws(found)):
                break
        return found

    def _is_better(self, taken: Sequence[Taken], than: Sequence[Taken]) -> bool:
        """Whether fewer lines stand alone, or columns are more even at a price that is worth it."""
        (alone, uneven), (more, less_even) = self._flaws(taken), self._flaws(than)
        if alone != more:
            return alone < more
        rows = less_even - uneven
        return rows > 0 and _size(taken) - _size(than) <= MOST_A_ROW * rows

    def leaves_alone(self, taken: Sequence[Taken]) -> bool:
        """Whether a line stands alone in the story, cut and fitted anew."""
        return self._flaws(taken)[0] > 0

    def _flaws(self, taken: Sequence[Taken]) -> tuple[int, int]:
        """How many lines stand alone in the story, cut and fitted anew, and how uneven columns
        are."""
        key = _key(taken)
        if key not in self._ended:
            article = without_taken(self.trial.context.article, taken)
            self._ended[key] = _WORST
            if self._fits(taken):
                chain = self._chain(self._refit(replace(self.climb.context, article=article)))
                if not chain.over:
                    self._ended[key] = len(chain.alone), chain.uneven
        return self._ended[key]

    def _beside(self, taken: Sequence[Taken]) -> list[Taken]:
        """Single lines of blocks of which nothing is taken."""
        cut = {number for one in taken for number, _ in one.blocks}
        return [one for one in self.singles if one.number not in cut]

    def _least(self, count: int, cuts: Callable[[int], Sequence[Taken]]) -> int | None:
        """The first of so many lists of cuts, each taking more, that makes the chain fit."""
        low, high = 0, count
        while low < high:
            middle = (low + high) // 2
            if self._fits(cuts(middle)):
                high = middle
            else:
                low = middle + 1
        return low if low < count else None

    def _fits(self, taken: Sequence[Taken]) -> bool:
        return not self._chain(self._laid(taken)).over

    def _chain(self, trial: Trial) -> Chain:
        return next(chain for chain in trial.chains if chain.frame == self.chain.frame)

    def _laid(self, taken: Sequence[Taken]) -> Trial:
        """A draft without what is taken."""
        key = _key(taken)
        if key not in self._known:
            article = without_taken(self.trial.context.article, taken)
            self._known[key] = self.climb.lay(self.trial.choice, article)
        return self._known[key]


def _key(taken: Sequence[Taken]) -> object:
    return frozenset((one.number, one.cut.span, one.cut.end) for one in taken)


def _from(least: int, count: int) -> list[int]:
    """Which of `count` lists are tried, from number `least` on."""
    return [least + more for more in MOST_MORE if least + more < count]


def _size(taken: Sequence[Taken]) -> int:
    """How many characters are cut."""
    return sum(len(one.cut.text) for one in taken)


def price(taken: Taken) -> tuple[int, int]:
    return len(taken.cut.text), taken.number
