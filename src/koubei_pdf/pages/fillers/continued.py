"""continued: the rest of a story that began on earlier pages (转接), as its own layout set it.

Where the story ends on its own pages, the frame is empty.
"""

from __future__ import annotations

from ...model.schema import Key
from ..context import Context, Filled, Filler, Place
from ..faults.pictures import BODY_AS_OBSTACLE
from ..faults.rests import HANGING_REST, NOTHING_CONTINUES
from ..rests import hangs, story_of

OPTIONS = {
    "story": Key("integer", least=1, most=20),
    "columns": Key("integer", least=1, most=6),
    "gap": Key("number", least=0, most=20),
    "balance": Key("flag"),
    "least_measure": Key("number", least=2, most=60),
}


def fill(context: Context, places: list[Place]) -> Filled:
    """What was set into this frame when the story was laid out."""
    (place,) = places
    filled, frame = Filled(), place.frame
    if hangs(frame):
        filled.faults.append(HANGING_REST.at(frame.span, frame=frame.name))
    if frame.runaround != "none":
        filled.faults.append(BODY_AS_OBSTACLE.at(frame.span, frame=frame.name))
    if not context.slot.continues:
        facts = {"layout": place.layout, "frame": frame.name}
        filled.faults.append(NOTHING_CONTINUES.at(context.slot.layout_span, **facts))
    _, rest = context.story_here(story_of(frame))
    found = rest.fills.get(frame.name) if rest else None
    if found is None:
        return filled
    found.faults.extend(filled.faults)
    return found


FILLER = Filler(OPTIONS, fill)
