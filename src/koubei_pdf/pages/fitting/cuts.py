"""The cut list: what to take out of copy for which no lever makes room.

Single lines: of each paragraph the fewest characters without which it takes a line fewer, the
cheapest paragraphs first. Where these do not suffice, the end of the story goes, from the last
sentence on with which they do. What is told was laid out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...model.content import Article, Block
from ...model.diagnostics import Span
from ...model.fitting import Chain, Cut
from ...text.prepare import Prepared
from ..context import Context
from ..flow import LONGEST, Flow, FlowBlock
from .climb import Climb
from .cutting import Part, parts, place, sentences, without
from .trial import Trial

#: How many ends of a paragraph are tried, from a few characters fewer than its last line has.
MOST_ENDS, FEWER = 24, 4
#: How many single lines are cut besides the end of a story.
MOST_BESIDE = 4
#: By how many cuts, or ends, those lists are longer that are tried so that columns end well too.
MOST_MORE = (0, 1, 2, 4, 8, 16)
#: A story with more lines without a place is in the wrong layout: no lever is tried, and nothing
#: but its end is cut.
MOST_OVER = 600
#: The characters and blocks of the longest copy of which the end is cut.
MOST_COPY, MOST_BLOCKS = 10_000, 1_000
_SINGLE = ("paragraph", "quote", "item")


class _Taken(NamedTuple):
    """A cut, and what it leaves of blocks, by their number in the article (no runs: nothing)."""

    number: int
    blocks: tuple[tuple[int, Block], ...]
    cut: Cut


#: An end of the story that goes: what is cut of it, in one piece or more.
_Ending = Sequence[_Taken]
#: Fits a story, of which something is cut, anew.
Refit = Callable[[Context], Trial]


def cut_list(climb: Climb, trial: Trial, refit: Refit) -> tuple[Cut, ...]:
    """What to cut so that the story fits with the levers of a trial; none where nothing helps."""
    article = trial.context.article
    assert article is not None
    taken: list[_Taken] = []
    for chain in trial.chains:
        if not chain.over:
            continue
        flows = trial.flows(chain.frame)
        is_hopeless = trial.over > MOST_OVER
        singles = [] if is_hopeless else [one for flow in flows for one in _singles(trial, flow)]
        cutter = _Cutter(climb, trial, chain, sorted(singles, key=_price), refit)
        found = None if is_hopeless else cutter.fewest(taken)
        for pieces in (sentences, parts) if _is_listed(article) else ():
            if found is None:
                ends = list(_ends(trial, chain, flows, pieces))
                found = (cutter.shortest if is_hopeless else cutter.ending)(taken, ends)
        if found is None:
            return ()
        taken = found
    return tuple(one.cut for one in sorted(taken))


def _is_listed(article: Article) -> bool:
    """Whether copy is short enough that its end is looked for."""
    size = sum(len(block.text) for block in article.blocks)
    return size <= MOST_COPY and len(article.blocks) <= MOST_BLOCKS


class _Cutter:
    """Cuts of one chain of a trial, and whether they make it fit."""

    def __init__(
        self, climb: Climb, trial: Trial, chain: Chain, singles: list[_Taken], refit: Refit
    ) -> None:
        self.climb, self.trial, self.chain, self.singles = climb, trial, chain, singles
        self._refit = refit
        self._known: dict[object, Trial] = {}

    def fewest(self, taken: Sequence[_Taken]) -> list[_Taken] | None:
        """With what is taken out already, as few of the cheapest cuts as are enough."""
        lists, least = self._with_singles(taken)
        return None if least is None else self._level(lists[n] for n in _from(least, len(lists)))

    def _with_singles(self, taken: Sequence[_Taken]) -> tuple[list[list[_Taken]], int | None]:
        """Cuts with none of the cheapest single lines, one, two …; and the first that is enough."""
        singles = self._beside(taken)
        lists = [[*taken, *singles[:count]] for count in range(len(singles) + 1)]
        return lists, self._least(len(lists), lambda count: lists[count])

    def ending(self, taken: Sequence[_Taken], ends: Sequence[_Ending]) -> list[_Taken] | None:
        """The shortest end that is enough with single lines, and the fewest of these."""

        def cuts(number: int) -> list[_Taken]:
            gone = [*taken, *ends[number]]
            return [*gone, *self._beside(gone)[:MOST_BESIDE]]

        least = self._least(len(ends), cuts)
        if least is None:
            return None
        tried = (ends[n] for n in _from(least, len(ends)))
        longer = (self._with_singles([*taken, *end]) for end in tried)
        return self._level(lists[least] for lists, least in longer if least is not None)

    def shortest(self, taken: Sequence[_Taken], ends: Sequence[_Ending]) -> list[_Taken] | None:
        """The shortest end that is enough by itself."""
        least = self._least(len(ends), lambda number: [*taken, *ends[number]])
        return None if least is None else [*taken, *ends[least]]

    def _level(self, lists: Iterable[list[_Taken]]) -> list[_Taken] | None:
        """The first list of cuts after which columns end well too; if there is none, the first."""
        first: list[_Taken] | None = None
        for taken in lists:
            first = first or taken
            if self._is_level(taken):
                return taken
        return first

    def _is_level(self, taken: Sequence[_Taken]) -> bool:
        """Whether the story, cut and fitted anew, ends well."""
        if not self._fits(taken):
            return False
        article = _without(self.trial.context.article, taken)
        chain = self._chain(self._refit(replace(self.climb.context, article=article)))
        return not chain.over and not chain.flaws

    def _beside(self, taken: Sequence[_Taken]) -> list[_Taken]:
        """Single lines of blocks of which nothing is taken."""
        cut = {number for one in taken for number, _ in one.blocks}
        return [one for one in self.singles if one.number not in cut]

    def _least(self, count: int, cuts: Callable[[int], Sequence[_Taken]]) -> int | None:
        """The first of so many lists of cuts, each taking more, that makes the chain fit."""
        low, high = 0, count
        while low < high:
            middle = (low + high) // 2
            if self._fits(cuts(middle)):
                high = middle
            else:
                low = middle + 1
        return low if low < count else None

    def _fits(self, taken: Sequence[_Taken]) -> bool:
        return not self._chain(self._laid(taken)).over

    def _chain(self, trial: Trial) -> Chain:
        return next(chain for chain in trial.chains if chain.frame == self.chain.frame)

    def _laid(self, taken: Sequence[_Taken]) -> Trial:
        """A draft without what is taken."""
        numbers = frozenset((one.number, one.cut.span, one.cut.end) for one in taken)
        if numbers not in self._known:
            article = _without(self.trial.context.article, taken)
            self._known[numbers] = self.climb.lay(self.trial.choice, article)
        return self._known[numbers]


def _from(least: int, count: int) -> list[int]:
    """Which of `count` lists are tried, from number `least` on."""
    return [least + more for more in MOST_MORE if least + more < count]


def _price(taken: _Taken) -> tuple[int, int]:
    return len(taken.cut.text), taken.number


def _without(article: Article | None, taken: Sequence[_Taken]) -> Article:
    assert article is not None
    blocks = list(article.blocks)
    for number, block in (left for one in taken for left in one.blocks):
        blocks[number] = block
    return replace(article, blocks=tuple(block for block in blocks if block.runs))


def _singles(trial: Trial, flow: Flow) -> Iterator[_Taken]:
    """The cheapest cut of each paragraph that can take a line fewer."""
    article = trial.context.article
    assert article is not None
    numbers = {id(block): number for number, block in enumerate(article.blocks)}
    sources = [id(block.source) for block in flow.blocks]
    for index, block in enumerate(flow.blocks):
        source = block.source
        if source is None or source.kind not in _SINGLE or block.initial:
            continue
        if sources.count(id(source)) > 1 or block.prepared.text != source.text:
            continue  # hard line breaks part it
        if len(source.text) > LONGEST:
            continue
        part = _cheapest(trial, flow, index)
        if part is not None:
            yield _piece(numbers[id(source)], source, part, lines=1)


def _cheapest(trial: Trial, flow: Flow, index: int) -> Part | None:
    """The shortest end without which a block takes a line fewer."""
    block, measure = flow.blocks[index], flow.measure(index, 0)
    source, lines = block.source, flow.lines(index, (measure,))
    if source is None or len(lines) < 2:
        return None
    least = lines[-1].end - lines[-1].start - FEWER
    tried = 0
    for part in parts(block.prepared):
        if part.end - part.start < least:
            continue
        tried += 1
        if tried > MOST_ENDS:
            return None
        prepared, _ = trial.context.prepare(without(source, part).runs, block.style)
        if _least_lines(trial, replace(block, prepared=prepared), flow) < len(lines):
            return part
    return None


def _least_lines(trial: Trial, block: FlowBlock, flow: Flow) -> int:
    """How few lines a block takes by the levers of the trial."""
    alone = Flow([block], flow.columns)
    measure = alone.measure(0, 0)
    count = len(alone.lines(0, (measure,)))
    if trial.choice.lines:
        extra = alone.extra_cost(0, measure, -1)
        if extra is not None and extra <= trial.context.layout.fit.cost:
            return count - 1
    return count


def _ends(
    trial: Trial,
    chain: Chain,
    flows: Sequence[Flow],
    pieces: Callable[[Prepared], Iterator[Part]],
) -> Iterator[_Ending]:
    """The last sentence of a chain's copy, the last two … up to all but its first.

    pieces: the ends of a block that go, sentences or what may be cut at all.
    Whole blocks go only where frames do not count those after them (`from`, `to`), and stay if
    they have the mark of a note; of a block that stays the first sentence does. A heading goes with
    what it heads.
    """
    article = trial.context.article
    assert article is not None
    numbers = {id(block): number for number, block in enumerate(article.blocks)}
    blocks = [one for flow in flows for one in flow.blocks]
    copy = {id(one.source): one for one in blocks if one.source is not None}
    order = sorted(numbers[id(one.source)] for one in copy.values())
    is_last = chain.frame == trial.chains[-1].frame
    done: list[_Taken] = []
    gone: list[int] = []
    for number in reversed(order):
        block = article.blocks[number]
        prepared, stays = copy[id(block)].prepared, done
        if block.kind in _SINGLE and prepared.text == block.text:
            for part in pieces(prepared):
                if part.end < len(block.text):  # what the block ends with stays
                    after = [_blocks(article, gone)] if gone else []
                    stays = [*done, *after, _piece(number, block, part)]
                else:
                    start = place(block.runs, part.start)
                    stays = [*done, _end(article, [number, *gone], without(block, part), start)]
                yield stays
        if number == order[0]:
            return
        if is_last and not any("note" in run.marks for run in block.runs):
            gone.insert(0, number)
            if article.blocks[number - 1].kind != "heading":
                yield [*done, _blocks(article, gone)]
            continue
        if stays is done and gone:
            stays = [*done, _blocks(article, gone)]
        done, gone = stays, []


def _piece(number: int, block: Block, part: Part, lines: int = 0) -> _Taken:
    """The cut of a part of a block, which saves so many lines by itself."""
    start, end = place(block.runs, part.start), place(block.runs, part.end - 1)
    cut = Cut(start, end, block.text[part.start : part.end], lines)
    return _Taken(number, ((number, without(block, part)),), cut)


def _blocks(article: Article, numbers: Sequence[int]) -> _Taken:
    """The cut of these blocks, with the marker of the first one."""
    block = article.blocks[numbers[0]]
    start = Span(block.span.file, block.span.line, 1)
    return _end(article, numbers, replace(block, runs=()), start)


def _end(article: Article, numbers: Sequence[int], first: Block, start: Span) -> _Taken:
    """The cut of these blocks, which leaves `first` of the first one and nothing of the others."""
    blocks = [article.blocks[number] for number in numbers]
    left = [first, *(replace(block, runs=()) for block in blocks[1:])]
    text = blocks[0].text[len(first.text) :] + "".join(block.text for block in blocks[1:])
    last = blocks[-1].runs[-1]
    cut = Cut(start, last.span.at(max(len(last.text) - 1, 0)), text, 0, whole=True)
    return _Taken(numbers[0], tuple(zip(numbers, left, strict=True)), cut)
