"""body: the article's copy in columns on the baseline grid.

All body frames of a layout are one chain, in the layout's order. A balanced frame uses no
more rows than it needs; with `valign: bottom` the text stands on the frame's foot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from math import inf

from ...model.content import Block
from ...model.fitting import Chain
from ...model.schema import Key
from ..context import Context, Filled, Filler, Place, Rest
from ..faults.copy import BLOCK_SHARE, OVERSET
from ..fitting.chains import Fitter, chain_of
from ..flow import Column, Flow, FlowBlock
from ..going_on import part
from ..notes import note_blocks
from ..overset import overset_amount, overset_span
from ..spanning import Parted, Parts, hemmed_in
from ..strays import Setting, ways
from ..typeset import tight_lines
from ..whole_tables import ends_well, with_whole_tables
from .columns import beyond_area, columns_of, covered_frames
from .painting import put_lines
from .paragraphs import copy_blocks

OPTIONS = {
    "columns": Key("integer", least=1, most=6),
    "gap": Key("number", least=0, most=20),
    "style": Key("style"),
    "heading": Key("style"),
    "subheading": Key("style"),
    "quote": Key("style"),
    "note": Key("style"),
    "item": Key("style"),
    "first": Key("style"),
    "spanning": Key("flag"),
    "balance": Key("flag"),
    "least_measure": Key("number", least=2, most=60),
    "single_lines": Key("choice", choices=("avoid", "allow")),
    "valign": Key("choice", choices=("top", "bottom")),
    "sign": Key("text"),
    "sign_style": Key("style"),
    "end_mark": Key("flag"),
    "turn": Key("text"),
    "turn_style": Key("style"),
    "from": Key("integer", least=1),
    "to": Key("integer", least=1),
}


def fill(context: Context, places: list[Place]) -> Filled:
    """Set the article's blocks into the chain of body frames.

    Frames that name the blocks they take (`from`, `to`, counted from 1) are chains of their own.
    """
    filled = Filled()
    if context.article is None or not context.article.blocks:
        return filled
    blocks = context.article.blocks
    chains: dict[range, list[Place]] = {}
    for place in places:
        last = min(place.options.integer("to", len(blocks)), len(blocks))
        taken = range(place.options.integer("from", 1) - 1, last)
        chains.setdefault(taken, []).append(place)
    for taken, chain in chains.items():
        is_last = len(blocks) - 1 in taken
        notes = context.article.notes if is_last else ()
        rest = context.rest if is_last else ()
        measured = fill_chain(context, chain, blocks[taken.start : taken.stop], notes, filled, rest)
        if measured is not None:
            found, flows = measured
            filled.chains.append(found)
            filled.flows[found.frame] = flows
    filled.faults.extend(fault for place in places for fault in beyond_area(place))
    _check_taken(context, chains, blocks, filled)
    filled.shows |= {"body", "notes"}
    return filled


def _check_taken(
    context: Context, chains: Iterable[range], blocks: Sequence[Block], filled: Filled
) -> None:
    """Every paragraph belongs to one chain: none is left out, none printed twice."""
    taken = Counter(index for chain in chains for index in chain)
    for index, block in enumerate(blocks):
        times = taken[index]
        if times != 1:
            filled.faults.append(
                BLOCK_SHARE.at(
                    block.span, layout=context.layout.name, number=index + 1, times=times
                )
            )


def fill_chain(
    context: Context,
    places: list[Place],
    source: Sequence[Block],
    notes: Sequence[Block],
    filled: Filled,
    rest: Sequence[Place] = (),
) -> tuple[Chain, Sequence[Flow]] | None:
    """Set blocks, and the notes after the signature, into a chain of frames.

    rest: frames of other pages in which they may go on. Gives how much room they take and have, and
    what they were set from; None without columns.
    """
    every = [*places, *rest]
    columns = [column for n, place in enumerate(places) for column in columns_of(place, n, filled)]
    beyond = _beyond(rest, len(places))
    width = min((column.width for column in (*columns, *beyond)), default=inf)
    blocks = copy_blocks(context, places, source, width, filled)
    if notes:
        style = context.style(places[0].options.name("note"), "note")
        found, faults = note_blocks(context, notes, style)
        blocks.extend(found)
        filled.faults.extend(faults)
    if not columns:
        return None
    covered = list(covered_frames(every, Flow(blocks, [*columns, *beyond])))
    filled.faults.extend(covered)
    copy_in = partial(_copy_in, context, every, blocks)
    settings, moved = copy_in(columns, 0)
    fills = [filled] * len(places)
    if beyond and any(setting.result.overset for setting in settings):
        parted = part(context, places[-1], columns, beyond, copy_in, filled)
        if parted is not None:
            columns, settings, moved = parted.columns, parted.settings, parted.moved
            aside = {place.frame.name: Filled() for place in rest}
            filled.rest = Rest(columns[-len(beyond) - 1].page, parted.onward, aside)
            fills.extend(aside.values())
    put_lines(context, every, settings, fills)
    if not covered:
        _report(context, every[: len(fills)], settings, filled)
    if sum(len(setting.result.lines) for setting in settings) > 1:
        filled.faults.extend(
            fault for block in blocks for fault in tight_lines(block.style, context)
        )
    if not settings:
        return None
    chain = chain_of(places, columns, settings, moved)
    return chain, [setting.flow for setting in settings]


def _beyond(rest: Sequence[Place], number: int) -> list[Column]:
    """The columns on other pages in which the copy may go on, their frames counted from `number`.

    What is wrong with these frames is told where their own pages are laid out.
    """
    aside = Filled()
    places = enumerate(rest, number)
    return [column for n, place in places for column in columns_of(place, n, aside)]


def _copy_in(
    context: Context,
    places: Sequence[Place],
    blocks: Sequence[FlowBlock],
    columns: Sequence[Column],
    first: int,
) -> tuple[list[Setting], int]:
    """The copy in these columns, those of places from number `first` on as short as they may be;
    and how many lines more than is best it takes."""
    balanced = [
        column.frame >= first and places[column.frame].options.flag("balance") for column in columns
    ]
    lets_stray = any(place.options.name("single_lines") == "allow" for place in places)
    is_plain, effort = lets_stray or context.is_draft, context.memo.effort
    spare = partial(ways, effort=effort)

    def parted_in(blocks: Sequence[FlowBlock]) -> Parted:
        while True:
            parts = Parts(blocks, columns, balanced, Fitter(context, places[0]).flow)
            parted = parts.plain() if is_plain or effort.is_spent else parts.spared(spare)
            hemmed = set(map(id, hemmed_in(parted.settings)))
            if not hemmed:
                return parted
            blocks = [replace(it, spans=False) if id(it) in hemmed else it for it in blocks]

    found = parted_in(blocks)
    whole = with_whole_tables(blocks, found.settings)
    if whole and not found.is_over and not context.is_draft:
        other = parted_in(whole)
        if not other.is_over and not other.faults and ends_well(other.settings):
            found = other
    return list(found.settings), found.moved


def _report(
    context: Context, places: Sequence[Place], settings: Sequence[Setting], filled: Filled
) -> None:
    over = [setting for setting in settings if setting.result.overset]
    if not over:
        return
    amounts = [overset_amount(setting.result, setting.flow.blocks) for setting in over]
    lines, chars = map(sum, zip(*amounts, strict=True))
    filled.faults.append(
        OVERSET.at(
            overset_span(over[0].result, over[0].flow.blocks),
            lines=lines,
            chars=chars,
            layout=places[-1].layout,
            page=places[-1].page,
        )
    )


FILLER = Filler(OPTIONS, fill, chained=True)
