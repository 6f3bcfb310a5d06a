"""The frames of other pages in which a story goes on, before those pages are laid out.

What its copy runs around there is filled beforehand: it must not depend on what goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..model.diagnostics import Diagnostic
from .context import Context, Filled, Place
from .fillers.columns import beyond_area, columns_of, covered_frames
from .filling import fill_frames, near, place_of
from .flow import Flow
from .obstacles import obstacles_of
from .rests import KIND, hangs, late_obstacles, rest_slot, story_of, under
from .runaround import Obstacle
from .slots import frames_of, grids_of


def rest_places(context: Context) -> tuple[Place, ...]:
    """The frames in which the article of a slot may go on; none where there are no such pages."""
    article = context.slot.article or ""
    found = rest_slot(context.issue, article)
    if found is None:
        return ()
    if article not in context.memo.rests:
        slot, number = found
        layout = context.issue.layouts[slot.layout]
        other = Context(context.issue, slot, layout, None, None, context.shelf, context.landed)
        context.memo.rests[article] = _places(other, number)
    return context.memo.rests[article]


def covered_rests(context: Context) -> Iterator[Diagnostic]:
    """The findings on a slot's pages about the frames of stories that go on there: that they hold
    no copy where they stand, or what it runs around leaves no line of them."""
    for number, _ in enumerate(context.slot.continues, 1):
        places, aside = _places(context, number), Filled()
        columns = [
            column for n, place in enumerate(places) for column in columns_of(place, n, aside)
        ]
        yield from aside.faults
        yield from (fault for place in places for fault in beyond_area(place))
        yield from covered_frames(places, Flow((), columns))


def _places(context: Context, number: int) -> tuple[Place, ...]:
    """The frames of a slot for story `number` of those that go on there."""
    issue, slot = context.issue, context.slot
    grids = grids_of(issue, slot)
    obstacles = _obstacles(context)
    places = (
        place_of(context.layout.name, frame, slot.first, grids, {})
        for frame in frames_of(issue, context.layout, slot)
        if frame.kind == KIND and story_of(frame) == number and not hangs(frame)
    )
    return tuple(replace(place, obstacles=near(place, obstacles)) for place in places)


def _obstacles(context: Context) -> list[Obstacle]:
    """What copy runs around on the pages of a slot; faults are told when these are laid out."""
    layout, slot = context.layout, context.slot
    late = {frame.name for frame in late_obstacles(layout)}
    names = {
        frame.name
        for frame in layout.frames
        if frame.runaround != "none" and frame.kind != KIND and frame.name not in late
    }
    if not names:
        return []
    wanted = under(layout, names)
    frames = [one for one in frames_of(context.issue, layout, slot) if one.name in wanted]
    grids = grids_of(context.issue, slot)
    obstacles: list[Obstacle] = []
    for frame, filled in fill_frames(context, frames, slot.first, grids):
        if filled.boxes and frame.name in names:
            page, box = filled.boxes[0]
            facing = grids.get(page + 1) if frame.box.across else None
            place = Place(frame, layout.name, page, grids[page], box.rect, facing)
            obstacles.extend(obstacles_of(place, filled))
    return obstacles
