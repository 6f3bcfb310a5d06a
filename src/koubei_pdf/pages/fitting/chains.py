"""The copy of a chain of frames for trials: set on the lines that a choice wants, and measured."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.fitting import Chain
from ..context import Context, Place
from ..flow import Column, Flow, FlowBlock, FlowResult
from ..memo import Breaks
from .lines import counts


def fitted_flow(
    context: Context, place: Place, blocks: Sequence[FlowBlock], columns: Sequence[Column]
) -> Flow:
    """The flow of a chain that begins at `place`, with as many lines more as the slot's choice
    wants; what was found of the same blocks in another trial is not found again."""
    made_of = tuple((id(block.prepared), block.style) for block in blocks)
    width = min(column.width for column in columns)
    breaks = context.memo.flows.setdefault((width, made_of), Breaks())
    flow = Flow(blocks, columns, breaks=breaks)
    wanted = context.choice.lines.get(place.frame.name, 0)
    return flow.on_counts(counts(flow, wanted, context.layout.fit.cost)) if wanted else flow


def chain_of(places: Sequence[Place], flow: Flow, result: FlowResult, moved: int) -> Chain:
    """How much room the copy of a chain takes and has.

    moved: by how many lines more (or fewer) than is best the choice has set it.
    """
    columns = flow.columns
    room, used = sum(column.rows for column in columns), sum(result.used)
    em = places[0].grid.grid.em
    return Chain(
        frame=places[0].frame.name,
        page=places[0].page,
        lines=len(result.lines) + len(result.overset),
        room=room,
        over=len(result.overset),
        free=room - used,
        columns=len(columns),
        blocks=len(flow.blocks),
        moved=moved,
        chars=int(min(column.width for column in columns) / em + 0.01),
    )
