"""The frames of a slot or a master are filled in the order in which they hang on each other.

What only follows from a fault is not reported beside it: a frame that hangs on one whose content
is not what it should be stands in the wrong place itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from ..model.book import FrameBox
from ..model.geometry import PT_PER_MM, TOLERANCE, Rect
from ..model.names import unknown
from ..model.style import Edge, Frame
from .context import Context, Filled, Place
from .crowding import crowded_readings
from .faults.copy import OVERSET, UNKNOWN_FIELD, UNKNOWN_SECTION
from .faults.frames import EMPTY_FRAME, FRAME_CIRCLE, FRAME_OVERFLOW, OFF_PAGE
from .faults.pictures import BODY_AS_OBSTACLE
from .fillers import FILLERS
from .grid import Extent, PageGrid
from .obstacles import obstacles_of
from .options import Options
from .runaround import Obstacle

#: Codes of faults that are one of a frame's place or room, and may come from what it hangs on.
_OF_PLACE = {rule.code for rule in (OVERSET, FRAME_OVERFLOW, EMPTY_FRAME, OFF_PAGE)}
#: Codes of faults with which a frame's content does not take the rows that it should.
_UNSETTLING = {*_OF_PLACE, UNKNOWN_FIELD.code}


def fill_frames(
    context: Context, frames: list[Frame], first: int, grids: Mapping[int, PageGrid]
) -> list[tuple[Frame, Filled]]:
    """Fill the frames, of which page 1 is page `first`; give them in paint order.

    The frames of a chained kind (text that flows on) are filled together.
    """
    chains: dict[str, list[Frame]] = {}
    for frame in frames:
        chains.setdefault(_chain(frame), []).append(frame)
    chain_of = {frame.name: _chain(frame) for frame in frames}
    in_the_way = {_chain(frame) for frame in frames if frame.runaround != "none"}
    hangs_on = {
        key: {chain_of[edge.name] for frame in chain for edge in _hanging_edges(frame)}
        | (in_the_way - {key} if FILLERS[chain[0].kind].chained else set())
        for key, chain in chains.items()
    }
    try:
        # Most pages and masters have no frame that hangs on another.
        hanging = any(hangs_on.values())
        order = list(TopologicalSorter(hangs_on).static_order() if hanging else chains)
    except CycleError as error:
        return [_in_a_circle(chains, set(error.args[1]))]
    extents: dict[str, Extent] = {}
    obstacles: list[Obstacle] = []
    unsettled: set[str] = set()
    done: dict[str, Filled] = {}
    name = context.layout.name
    for key in order:
        chain = chains[key]
        places = [place_of(name, frame, first, grids, extents) for frame in chain]
        if obstacles and FILLERS[chain[0].kind].chained:
            places = [replace(place, obstacles=near(place, obstacles)) for place in places]
        filled = FILLERS[chain[0].kind].fill(context, places)
        for place in places:
            obstacles.extend(obstacles_of(place, filled))
            if FILLERS[place.frame.kind].chained and place.frame.runaround != "none":
                fault = BODY_AS_OBSTACLE.at(place.frame.span, frame=place.frame.name)
                filled.faults.append(fault)
            found = filled.extents.get(place.frame.name)
            extents[place.frame.name] = found or _empty(place, extents)
            filled.boxes.extend(_boxes(place))
            _check_section(context, place.frame, filled)
        _check_on_page(context, places, filled)
        filled.faults.extend(crowded_readings(context.shelf, filled.items))
        codes = {fault.rule.code for fault in filled.faults}
        if hangs_on[key] & unsettled:
            unsettled.add(key)
            filled.faults = [f for f in filled.faults if f.rule.code not in _OF_PLACE]
            filled.texts.clear()
        elif codes & _UNSETTLING:
            unsettled.add(key)
        if OVERSET.code in codes:
            # It fills its frames to the last row, also where it would leave room for others.
            filled.texts.clear()
        done[chain[0].name] = filled
    return [(frame, done[frame.name]) for frame in frames if frame.name in done]


def _chain(frame: Frame) -> str:
    """What is filled together: all frames of a chained kind, else each frame by itself."""
    return f"all {frame.kind}" if FILLERS[frame.kind].chained else frame.name


def _hanging_edges(frame: Frame) -> list[Edge]:
    return [edge for edge in (frame.box.top, frame.box.bottom) if edge.base == "frame"]


def _in_a_circle(chains: Mapping[str, list[Frame]], circle: set[str]) -> tuple[Frame, Filled]:
    """The finding that frames wait for each other: nothing of this layout can be placed."""
    frames = [frame for key, chain in chains.items() if key in circle for frame in chain]
    names = {frame.name for frame in frames}
    edges = [(frame, edge.name) for frame in frames for edge in _hanging_edges(frame)]
    guilty, on = next((frame, name) for frame, name in edges if name in names)
    filled = Filled(is_placed=False)
    filled.faults.append(FRAME_CIRCLE.at(guilty.span, frame=guilty.name, other=on))
    return guilty, filled


def place_of(
    layout: str,
    frame: Frame,
    first: int,
    grids: Mapping[int, PageGrid],
    extents: Mapping[str, Extent],
) -> Place:
    """A frame on its page; extents: what the frames that it hangs on take."""
    page = first + frame.page - 1
    grid = grids[page]
    facing = grids.get(page + 1) if frame.box.across else None
    rect = grid.rect(frame.box, extents, facing)
    return Place(frame, layout, page, grid, rect, facing)


def near(place: Place, obstacles: Sequence[Obstacle]) -> tuple[Obstacle, ...]:
    """Those of the obstacles that come near a frame."""
    return tuple(one for one in obstacles if one.page == place.page and one.is_near(place.rect))


def _boxes(place: Place) -> Iterator[tuple[int, FrameBox]]:
    """Where a frame stands; one that reaches over the gutter, on both pages."""
    box = FrameBox(place.frame.name, place.frame.kind, place.rect, place.frame.span)
    yield place.page, box
    if place.facing is not None:
        yield place.page + 1, replace(box, rect=place.rect.moved(-place.grid.boxes.width))


def _empty(place: Place, extents: Mapping[str, Extent]) -> Extent:
    """An empty frame takes no rows: what hangs on it hangs on what it hung on itself."""
    top = place.frame.box.top
    if top.base == "frame":
        return extents[top.name]
    bottom = place.frame.box.bottom
    if bottom.base == "frame":
        return extents[bottom.name]
    row = (place.rect.y0 - place.grid.grid.head) / place.grid.grid.row
    return Extent(row, row)


def _check_section(context: Context, frame: Frame, filled: Filled) -> None:
    """A section that a frame names by its id must be there; one named by its place may lack."""
    run = Options(frame.options).text("section")
    if run and not run.text.isdecimal() and context.section_named(run.text) is None:
        sections = context.issue.sections
        filled.faults.append(unknown(UNKNOWN_SECTION, run.span, run.text, sections)[0])


def _check_on_page(context: Context, places: list[Place], filled: Filled) -> None:
    """Text must stand within the trim; what is reported for overflowing its frame is cut to it."""
    over = {f.facts["frame"] for f in filled.faults if f.rule.code == FRAME_OVERFLOW.code}
    frames = {place.frame.name: place for place in places}
    trim = context.issue.house.boxes.trim_box
    kept: list[tuple[str, int, Rect]] = []
    for name, page, rect in filled.texts:
        cut = rect.intersection(frames[name].rect) if name in over else rect
        if cut is None:
            continue
        kept.append((name, page, cut))
        out = max(trim.x0 - cut.x0, trim.y0 - cut.y0, cut.x1 - trim.x1, cut.y1 - trim.y1)
        if out > TOLERANCE:
            span, by = frames[name].frame.span, f"{out / PT_PER_MM:.1f}"
            filled.faults.append(OFF_PAGE.at(span, frame=name, page=page, over=by))
    filled.texts = kept
