"""The pages of a slot: their grids, and the frames of a layout as they stand on them."""

from __future__ import annotations

from ..model.content import Issue, PageSlot
from ..model.mirror import mirrored
from ..model.style import Frame, Layout
from .fillers import FILLERS
from .grid import PageGrid


def grids_of(issue: Issue, slot: PageSlot) -> dict[int, PageGrid]:
    """The grids of a slot's pages."""
    return {
        page: PageGrid(issue.house.grid, issue.house.boxes, page % 2 == 0)
        for page in range(slot.first, slot.last + 1)
    }


def frames_of(issue: Issue, layout: Layout, slot: PageSlot) -> list[Frame]:
    """The frames of a layout on a slot's pages: of a single left page they are turned."""
    if layout.pages > 1 or slot.first % 2:
        return list(layout.frames)
    columns = issue.house.grid.columns
    return [mirrored(frame, FILLERS[frame.kind].options, columns) for frame in layout.frames]
