"""Left and right change places: a frame as it stands on the facing page."""

from __future__ import annotations

from dataclasses import replace

from .schema import Schema
from .style import Align, Box, Edge, Frame

_OTHER = {"left": "right", "right": "left"}


def mirrored(frame: Frame, schema: Schema, columns: int) -> Frame:
    """The frame with its edges and its options `left` and `right` the other way round.

    schema: that of the frame's kind. columns: width of the type area in 字, so that 字 count from
    the other side.
    """
    options = {
        name: _OTHER.get(str(value), value) if schema[name].type == "choice" else value
        for name, value in frame.options.items()
    }
    box = mirrored_box(frame.box, columns)
    return replace(frame, box=box, options=options, turned=not frame.turned)


def mirrored_box(box: Box, columns: int) -> Box:
    """The box with left and right changed."""
    left, right = _mirrored_edge(box.right, columns), _mirrored_edge(box.left, columns)
    return Box(left, box.top, right, box.bottom, box.across)


def mirrored_align(align: Align) -> Align:
    """Text that hangs at one side hangs at the other; centred and justified text stays."""
    turned: dict[Align, Align] = {"left": "right", "right": "left"}
    return turned.get(align, align)


def _mirrored_edge(edge: Edge, columns: int) -> Edge:
    """A left edge as a right one, or the other way round."""
    value = columns - edge.value if edge.base == "grid" else -edge.value
    return Edge(edge.base, value, edge.name)
