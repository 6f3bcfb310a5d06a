"""Small tables that are parted among columns, and how they are kept whole where that costs nothing.

A reader compares the rows of a table; a few of them are better seen together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .blocks import FlowBlock, PlacedRow
from .column_breaks import MOST_EARLY
from .fitting.gaps import gaps
from .strays import Setting
from .tables import FlowTable

#: Tables of no more rows than these are small.
SMALL = 6


def with_whole_tables(
    blocks: Sequence[FlowBlock], settings: Sequence[Setting]
) -> Sequence[FlowBlock]:
    """The blocks with those small tables whole that settings part; none if they part none."""
    parted = {id(table) for setting in settings for table in _parted(setting)}
    if not parted:
        return ()
    return [
        replace(block, table=replace(block.table, is_whole=True))
        if block.table and id(block.table) in parted
        else block
        for block in blocks
    ]


def ends_well(settings: Sequence[Setting]) -> bool:
    """Whether no column before the last that has copy ends earlier than one of paragraphs may, and
    no table leaves rows empty beside an obstacle."""
    return not any(_has_hole(setting) or any(gaps(setting)) for setting in settings)


def _parted(setting: Setting) -> list[FlowTable]:
    """The small tables of which rows stand in more than one column."""
    blocks = setting.flow.blocks
    return [
        table
        for above, below in pairwise(setting.result.lines)
        if isinstance(above, PlacedRow)
        and above.block == below.block
        and above.column != below.column
        and (table := blocks[above.block].table) is not None
        and len(table.rows) <= SMALL
    ]


def _has_hole(setting: Setting) -> bool:
    if not setting.result.lines:
        return False
    last = setting.result.lines[-1].column
    used = zip(setting.capacities[:last], setting.result.used, strict=False)
    return any(rows - taken > MOST_EARLY for rows, taken in used)
