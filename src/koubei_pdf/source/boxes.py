"""The boxes of frames: four edges, each in grid units, at an edge of the page, or on a frame."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from ..model.content import Run
from ..model.names import shown
from ..model.style import Box, Edge, Frame
from .faults import frames as faults
from .findings import Findings
from .lengths import LONGEST, parse_length, parse_number
from .reader import as_list_of, as_text
from .yaml_nodes import Node

Side = Literal["left", "top", "right", "bottom"]
_SIDES: tuple[Side, ...] = ("left", "top", "right", "bottom")

#: trim, bleed or spine, perhaps moved by a length.
_PAGE_EDGE = re.compile(r"(trim|bleed|spine)(?:\s*([+-])\s*(.+))?")
#: A frame, perhaps moved by rows.
_FRAME_EDGE = re.compile(r"(.+?)\s*([+-])\s*([0-9]+\.?[0-9]*|\.[0-9]+)")


def read_box(node: Node, across: bool, frames: Collection[str], findings: Findings) -> Box | None:
    """A box [left, top, right, bottom]; `frames` are those that an edge may hang on."""
    items = as_list_of(node, "box", 4, findings)
    if items is None:
        return None
    texts = [as_text(item, "box", findings) for item in items]
    edges = [
        None if text is None else _read_edge(text, side, frames, findings)
        for text, side in zip(texts, _SIDES, strict=True)
    ]
    left, top, right, bottom = edges
    if left is None or top is None or right is None or bottom is None:
        return None
    sides = ((left, right, texts[2], faults.EMPTY_BOX), (top, bottom, texts[3], faults.FLAT_BOX))
    for start, end, text, rule in sides:
        on_facing_page = across and end is right
        if start.base == end.base == "grid" and start.value >= end.value and not on_facing_page:
            place = node.span if text is None else text.span
            fault = rule.at(place, start=f"{start.value:g}", end=f"{end.value:g}")
            findings.add(fault)
    return Box(left, top, right, bottom, across)


def check_order(frames: Sequence[Frame], findings: Findings) -> None:
    """No frame's place may depend on itself through others."""
    hangs_on = {frame.name: _supports(frame.box) for frame in frames}
    places = {frame.name: frame.span for frame in frames}
    while True:
        fixed = [name for name, others in hangs_on.items() if not others & hangs_on.keys()]
        if not fixed:
            break
        for name in fixed:
            del hangs_on[name]
    if hangs_on:
        path = [next(iter(hangs_on))]
        while path[-1] not in path[:-1]:
            path.append(min(hangs_on[path[-1]] & hangs_on.keys()))
        circle = path[path.index(path[-1]) :]
        fault = faults.FRAME_CYCLE.at(places[circle[0]], name=circle[0], path=" → ".join(circle))
        findings.add(fault)


def _supports(box: Box) -> set[str]:
    """The frames that a box hangs on."""
    return {edge.name for edge in (box.top, box.bottom) if edge.base == "frame"}


def _read_edge(text: Run, side: Side, frames: Collection[str], findings: Findings) -> Edge | None:
    written = text.text.strip()
    number = parse_number(written)
    if number is not None:
        return Edge("grid", number)
    page_edge = _PAGE_EDGE.fullmatch(written)
    if page_edge is not None:
        return _page_edge(page_edge, text, side, findings)
    if side in ("left", "right"):
        findings.add(faults.BAD_EDGE.at(text.span, found=shown(written)))
        return None
    if written in frames:
        return Edge("frame", 0.0, written)
    match = _FRAME_EDGE.fullmatch(written)
    name = match[1] if match else written
    if name not in frames:
        findings.unknown(faults.UNKNOWN_FRAME, text.span, name, [*frames, "trim", "bleed"])
        return None
    return Edge("frame", float(match[2] + match[3]) if match else 0.0, name)


def _page_edge(match: re.Match[str], text: Run, side: Side, findings: Findings) -> Edge | None:
    """trim, bleed or spine; the spine is an edge at the left or right only."""
    offset = parse_length(match[3]) if match[3] else 0.0
    if (
        offset is None
        or not 0 <= offset <= LONGEST
        or (match[1] == "spine" and side in ("top", "bottom"))
    ):
        findings.add(faults.BAD_EDGE.at(text.span, found=shown(text.text)))
        return None
    base: Mapping[str, Literal["trim", "bleed", "spine"]]
    base = {"trim": "trim", "bleed": "bleed", "spine": "spine"}
    return Edge(base[match[1]], -offset if match[2] == "-" else offset)
