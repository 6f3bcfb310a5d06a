"""What to cut of a sidebar that its frame does not hold, as of a story that does not fit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ...model.fitting import PLAIN, Cut
from ...model.style import Frame
from ..context import Context, Filled, Place
from ..faults.components import SIDEBAR_OVERSET
from ..fillers import FILLERS
from ..options import Options
from ..slots import grids_of
from .cuts import is_listed, price
from .cutting import parts, sentences
from .takings import Taken, ends, singles, without_taken
from .trial import Trial


def sidebar_cuts(context: Context, frame: Frame, filled: Filled) -> tuple[Cut, ...]:
    """The fewest single lines of the sidebar that are enough, else its shortest end that is; none
    where neither helps. filled: its frame, as it was laid out."""
    article = context.article
    assert article is not None
    number = Options(frame.options).integer("sidebar", 1) - 1
    sidebar = article.sidebars[number]
    head = int(sidebar[0].kind == "heading")
    copy = replace(article, blocks=sidebar[head:])
    flows = filled.flows[frame.name]
    place = _place(context, frame, filled)

    def fits(taken: Sequence[Taken]) -> bool:
        sidebars = list(article.sidebars)
        sidebars[number] = (*sidebar[:head], *without_taken(copy, taken).blocks)
        shorter = replace(article, sidebars=tuple(sidebars))
        laid = FILLERS[frame.kind].fill(replace(context, article=shorter, trace=None), [place])
        return all(fault.rule != SIDEBAR_OVERSET for fault in laid.faults)

    if not is_listed(copy):
        return ()
    bare = Trial(replace(context, article=copy, choice=PLAIN), ())
    single = sorted((one for flow in flows for one in singles(bare, flow)), key=price)
    for lists in (
        [single[:count] for count in range(1, len(single) + 1)],
        list(ends(copy, flows, sentences, is_last=True)),
        list(ends(copy, flows, parts, is_last=True)),
    ):
        # Each takes more than the one before it.
        least = bisect_left(lists, True, key=fits)
        if least < len(lists):
            return tuple(one.cut for one in sorted(lists[least]))
    return ()


def _place(context: Context, frame: Frame, filled: Filled) -> Place:
    """The frame where it was laid out."""
    page, box = filled.boxes[0]
    return Place(
        frame, context.layout.name, page, grids_of(context.issue, context.slot)[page], box.rect
    )
