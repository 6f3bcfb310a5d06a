"""The copy of a chain of frames for trials: set on the lines that a choice wants, and measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...model.diagnostics import Span
from ...model.fitting import Chain, Uneven
from ..blocks import Column, FlowBlock
from ..context import Context, Place
from ..flow import Flow
from ..going_on import carried
from ..memo import Breaks
from ..strays import Setting
from .cutting import place as place_of
from .gaps import gaps
from .lines import counts


class Fitter:
    """Makes the flows of a chain that begins at `place`, with as many lines more as the slot's
    choice wants of it."""

    def __init__(self, context: Context, place: Place) -> None:
        self._memo, self._cost = context.memo, context.layout.fit.cost
        self._wanted = context.choice.lines.get(place.frame.name, 0)

    def flow(self, blocks: Sequence[FlowBlock], columns: Sequence[Column], moved: int) -> Flow:
        """A flow; what was found of it, or of a block, in another trial is not found again.

        moved: how many of the lines the flows before it have given.
        """
        key = tuple(map(_sameness, blocks)), tuple(columns)
        flow = self._memo.flows.get(key) or self._new(blocks, columns)
        self._memo.flows[key] = flow
        if self._wanted == moved or not columns:
            return flow
        found = counts(flow, self._wanted - moved, self._cost)
        return self._memo.flows.setdefault((key, tuple(found.items())), flow.on_counts(found))

    def _new(self, blocks: Sequence[FlowBlock], columns: Sequence[Column]) -> Flow:
        width = min((column.width for column in columns), default=0.0)
        keys = (
            (width, id(block.prepared), block.style, bool(block.table and block.table.is_whole))
            for block in blocks
        )
        breaks = [self._memo.blocks.setdefault(key, Breaks()) for key in keys]
        return Flow(blocks, columns, breaks=breaks)


def _sameness(block: FlowBlock) -> object:
    """What makes blocks equal; what is told by its identity, the flow that is known keeps."""
    ids = id(block.prepared), id(block.table), id(block.source)
    return ids, block.style, block.keep, block.spans, block.other_before


def chain_of(
    places: Sequence[Place],
    columns: Sequence[Column],
    settings: Sequence[Setting],
    moved: int,
) -> Chain:
    """How much room the copy of a chain takes and has."""
    last, em = settings[-1], places[0].grid.grid.em
    beyond = carried(settings, len(places))
    avoids = not any(place.options.name("single_lines") == "allow" for place in places)
    over = sum(len(setting.result.overset) for setting in settings)
    left = sum(column.rows for column in last.flow.columns) - sum(last.result.used)
    return Chain(
        frame=places[0].frame.name,
        page=places[0].page,
        lines=over + sum(len(setting.result.lines) for setting in settings),
        room=sum(column.rows for column in columns),
        over=over,
        free=0 if over or beyond else left,
        columns=len(columns),
        blocks=sum(len(setting.flow.blocks) for setting in settings),
        moved=moved,
        chars=int(min(column.width for column in columns) / em + 0.01),
        carried=len(beyond),
        onward=beyond[0] if beyond else 0,
        alone=() if over else tuple(_alone(settings)) if avoids else (),
        unlevel=() if over else tuple(_unlevel(settings)),
        gaps=() if over else tuple(gap for setting in settings for gap in gaps(setting)),
    )


def _unlevel(settings: Sequence[Setting]) -> Iterator[Uneven]:
    """Where balanced columns are uneven: at the heading across columns above them, or else at what
    stands first on the page of the shortest."""
    for above, setting in pairwise((None, *settings)):
        if setting is None or not setting.uneven:
            continue
        flow, page = setting.flow, setting.flow.columns[setting.shortest].page
        there = (line for line in setting.result.lines if flow.columns[line.column].page == page)
        block = flow.blocks[next(there, setting.result.lines[0]).block]
        if above is not None and above.flow.blocks[-1].spans:
            block = above.flow.blocks[-1]
        span = block.source.span if block.source else block.prepared.runs[0].span
        yield Uneven(span, setting.uneven, page)


def _alone(settings: Sequence[Setting]) -> Iterator[Span]:
    """Where in the copy lines stand alone."""
    for setting in settings:
        for stray in setting.strays:
            runs = setting.flow.blocks[stray.block].prepared.runs
            yield place_of(runs, stray.line.start)
