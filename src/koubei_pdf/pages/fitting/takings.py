"""What may be taken out of copy: the end of a paragraph, so that it takes a line fewer, and the end
of the story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...model.content import Article, Block
from ...model.diagnostics import Span
from ...model.fitting import Cut
from ...text.prepare import Prepared
from ..flow import LONGEST, Flow, FlowBlock
from .cutting import Part, parts, place, without
from .trial import Trial

#: How many ends of a paragraph are tried, from a few characters fewer than its last line has.
MOST_ENDS, FEWER = 24, 4
#: What can be a line shorter.
_SINGLE = ("paragraph", "quote", "item")


class Taken(NamedTuple):
    """A cut, and what it leaves of blocks, by their number in the article (no runs: nothing)."""

    number: int
    blocks: tuple[tuple[int, Block], ...]
    cut: Cut


#: An end of the story that goes: what is cut of it, in one piece or more.
Ending = Sequence[Taken]


def without_taken(article: Article | None, taken: Sequence[Taken]) -> Article:
    assert article is not None
    blocks = list(article.blocks)
    for number, block in (left for one in taken for left in one.blocks):
        blocks[number] = block
    return replace(article, blocks=tuple(block for block in blocks if block.runs))


def singles(trial: Trial, flow: Flow) -> Iterator[Taken]:
    """The cheapest cut of each paragraph that can take a line fewer, in the order of the copy."""
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


def ends(
    article: Article,
    flows: Sequence[Flow],
    pieces: Callable[[Prepared], Iterator[Part]],
    *,
    is_last: bool,
) -> Iterator[Ending]:
    """The last sentence of a chain's copy, the last two … up to all but its first.

    flows: what the chain was set from, of some blocks of the article or all. pieces: the ends of a
    block that go, sentences or what may be cut at all. is_last: whether no chain follows.
    Whole blocks go only where frames do not count those after them (`from`, `to`), and stay if
    they have the mark of a note; of a block that stays the first sentence does. A heading goes with
    what it heads.
    """
    numbers = {id(block): number for number, block in enumerate(article.blocks)}
    blocks = [one for flow in flows for one in flow.blocks]
    copy = {id(one.source): one for one in blocks if one.source is not None}
    order = sorted(numbers[id(one.source)] for one in copy.values())
    done: list[Taken] = []
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


def _piece(number: int, block: Block, part: Part, lines: int = 0) -> Taken:
    """The cut of a part of a block, which saves so many lines by itself."""
    start, end = place(block.runs, part.start), place(block.runs, part.end - 1)
    cut = Cut(start, end, block.text[part.start : part.end], lines)
    return Taken(number, ((number, without(block, part)),), cut)


def _blocks(article: Article, numbers: Sequence[int]) -> Taken:
    """The cut of these blocks, with the marker of the first one."""
    block = article.blocks[numbers[0]]
    start = Span(block.span.file, block.span.line, 1)
    return _end(article, numbers, replace(block, runs=()), start)


def _end(article: Article, numbers: Sequence[int], first: Block, start: Span) -> Taken:
    """The cut of these blocks, which leaves `first` of the first one and nothing of the others."""
    blocks = [article.blocks[number] for number in numbers]
    left = [first, *(replace(block, runs=()) for block in blocks[1:])]
    text = blocks[0].text[len(first.text) :] + "".join(block.text for block in blocks[1:])
    last = blocks[-1].runs[-1]
    cut = Cut(start, last.span.at(max(len(last.text) - 1, 0)), text, 0, whole=True)
    return Taken(numbers[0], tuple(zip(numbers, left, strict=True)), cut)
