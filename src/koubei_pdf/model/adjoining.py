"""How frames stand to each other, by their boxes alone, and how their edges move together.

Rows are those of the grid; an edge at the page's own edge is infinitely far away. Frames that
hang on each other keep doing so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil, floor, inf, isfinite
from typing import Literal, NamedTuple

from .content import Run
from .style import Box, Edge, Frame

BODY = "body"

#: No picture that is moved, and no column of the body, gets lower than this (rows).
LEAST_ROWS = 2

_CAPTION = re.compile(r"\s*\{\s*pictures\.(\d+)\s*\}\s*")


class Rows(NamedTuple):
    """Where a frame's box begins and ends (rows; ±inf: at the page's own edge)."""

    top: float
    bottom: float


class Facing(NamedTuple):
    """The edge with which a frame faces the body, and the row of the body's edge."""

    edge: Literal["top", "bottom"]
    row: float


def rows_of(frames: Sequence[Frame]) -> dict[str, Rows]:
    """Where each frame's box stands if the frames that it hangs on are full."""
    named = {frame.name: frame for frame in frames}

    def row(name: str, edge: Literal["top", "bottom"], waiting: frozenset[str]) -> float:
        box = named[name].box
        found = box.top if edge == "top" else box.bottom
        if found.base == "grid":
            return found.value
        if found.base == "frame" and found.name in named and name not in waiting:
            other: Literal["top", "bottom"] = "bottom" if edge == "top" else "top"
            return row(found.name, other, waiting | {name}) + found.value
        return -inf if edge == "top" else inf

    none: frozenset[str] = frozenset()
    return {name: Rows(row(name, "top", none), row(name, "bottom", none)) for name in named}


def facing(frame: Frame, frames: Sequence[Frame]) -> Facing | None:
    """Which edge of a frame faces the body: that on the grid with a body frame nearest to it."""
    rows = rows_of(frames)
    found: list[tuple[float, Facing]] = []
    top, bottom = frame.box.top, frame.box.bottom
    for body in frames:
        if body.kind != BODY or not _overlap(frame, body):
            continue
        if bottom.base == "grid" and bottom.value <= rows[body.name].top:
            below = rows[body.name].top
            found.append((below - bottom.value, Facing("bottom", below)))
        if top.base == "grid" and rows[body.name].bottom <= top.value:
            above = rows[body.name].bottom
            found.append((top.value - above, Facing("top", above)))
    return min(found)[1] if found else None


def can_move(frame: Frame, frames: Sequence[Frame]) -> bool:
    """Whether a frame that is higher takes rows of the body: it faces it, or text runs around."""
    return facing(frame, frames) is not None or bool(_around(frame, frames))


def _around(frame: Frame, frames: Sequence[Frame]) -> list[Frame]:
    """The body frames that run around a frame whose foot is on the grid."""
    if frame.runaround == "none" or frame.box.bottom.base != "grid":
        return []
    rows = rows_of(frames)
    top, bottom = rows[frame.name]
    return [
        body
        for body in frames
        if body.kind == BODY
        and _overlap(frame, body)
        and top < rows[body.name].bottom
        and rows[body.name].top < bottom
    ]


def enlarged(frames: Sequence[Frame], name: str, rows: int) -> tuple[Frame, ...]:
    """The frames when a frame that can move is so many rows higher (or lower).

    All edges on its pages between it and the body that it faces move along, so that what hangs from
    one row still does. Where another body frame is further away, what stands before that one does,
    too. Of what text runs around the foot moves, and with it the feet of what hangs from it.
    """
    one = next(frame for frame in frames if frame.name == name)
    found = facing(one, frames)
    if found is None:
        return _with_foot(one, frames, rows) if _around(one, frames) else tuple(frames)
    sign = 1 if found.edge == "bottom" else -1
    start = (one.box.bottom if sign > 0 else one.box.top).value * sign
    ends = _ends(one, frames, found)

    def moved(edge: Edge, end: float) -> Edge:
        is_between = edge.base == "grid" and start <= edge.value * sign <= end
        return replace(edge, value=edge.value + sign * rows) if is_between else edge

    def along(frame: Frame) -> Frame:
        if frame.name not in ends:
            return frame
        box, end = frame.box, ends[frame.name]
        return replace(
            frame, box=replace(box, top=moved(box.top, end), bottom=moved(box.bottom, end))
        )

    return tuple(map(along, frames))


def _with_foot(one: Frame, frames: Sequence[Frame], rows: int) -> tuple[Frame, ...]:
    """The frames with the foot of one, and of those that hang from it, so many rows lower."""
    hung = {one.name}
    for _ in frames:
        tops = ((frame.name, frame.box.top) for frame in frames)
        hung |= {name for name, top in tops if top.base == "frame" and top.name in hung}

    def moved(frame: Frame) -> Frame:
        box, bottom = frame.box, frame.box.bottom
        if bottom.base != "grid" or frame.name not in hung:
            return frame
        return replace(frame, box=replace(box, bottom=replace(bottom, value=bottom.value + rows)))

    return tuple(map(moved, frames))


def leaves_room(frames: Sequence[Frame], name: str, rows: int) -> bool:
    """Whether a frame that is so many rows higher (or lower) and the body frames keep the least
    rows, those that have fewer as drawn not counted; and text that runs around it goes on below."""
    before, after = rows_of(frames), rows_of(enlarged(frames, name, rows))
    one = next(frame for frame in frames if frame.name == name)
    if facing(one, frames) is None and can_move(one, frames):
        feet = [before[body.name].bottom for body in _around(one, frames)]
        if rows > 0 and after[name].bottom > max(feet):
            return False
    names = [frame.name for frame in frames if frame.kind == BODY] if rows > 0 else [name]
    return not any(
        after[one].bottom - after[one].top < LEAST_ROWS <= before[one].bottom - before[one].top
        for one in names
    )


def _ends(one: Frame, frames: Sequence[Frame], found: Facing) -> dict[str, float]:
    """Up to where edges of the frames on the pages of `one` move along with it: to the body frame
    that it faces, or to another that is the first one below (or above) both.

    Rows are counted from the page's head, or if the frame's head faces the body, from the foot.
    """
    rows = rows_of(frames)
    if found.edge == "top":
        rows = {name: Rows(-bottom, -top) for name, (top, bottom) in rows.items()}
    pages = {page for page, _, _ in _spans(one)}
    near = [frame for frame in frames if pages & {page for page, _, _ in _spans(frame)}]
    bodies = [
        frame
        for frame in near
        if frame.kind == BODY and rows[one.name].bottom <= rows[frame.name].top
    ]

    def is_first(frame: Frame) -> bool:
        """Whether no body frame stands between it and `one`."""
        return not any(
            body.name != frame.name
            and rows[body.name].bottom <= rows[frame.name].top
            and _overlap(body, frame)
            for body in bodies
        )

    firsts = [body for body in bodies if _overlap(one, body) and is_first(body)]
    nearest = found.row if found.edge == "bottom" else -found.row

    def end(frame: Frame) -> float:
        further = (rows[body.name].top for body in firsts if _overlap(frame, body))
        return max([nearest, *further]) if is_first(frame) else nearest

    return {frame.name: end(frame) for frame in near}


def without(frames: Sequence[Frame], names: Collection[str]) -> tuple[Frame, ...]:
    """The frames when some stay out: their rows go to the body frames next to them.

    With a picture its caption stays out. What hung on one of them hangs on what it hung on itself.
    """
    out = {frame.name: frame for frame in frames if frame.name in with_captions(frames, names)}
    left = [frame for frame in frames if frame.name not in out]
    return tuple(_rehung(_grown(frame, frames, out), out) for frame in left)


def with_captions(frames: Sequence[Frame], names: Collection[str]) -> set[str]:
    """Names of frames, and those of the frames with nothing but the captions of pictures there."""
    pictures = [frame for frame in frames if frame.name in names and frame.kind == "picture"]
    numbers = {str(frame.options.get("picture", 1)) for frame in pictures}
    found = set(names)
    for frame in frames:
        text = frame.options.get("text")
        caption = _CAPTION.fullmatch(text.text) if isinstance(text, Run) else None
        if caption is not None and caption[1] in numbers:
            found.add(frame.name)
    return found


def gains(frames: Sequence[Frame], names: Sequence[str]) -> bool:
    """Whether a body frame gets any rows when these frames stay out, or runs around the last."""
    before, after = rows_of(frames), rows_of(without(frames, names))
    bodies = [frame for frame in frames if frame.kind == BODY]
    if any(after[frame.name] != before[frame.name] for frame in bodies):
        return True
    one = next(frame for frame in frames if frame.name == names[-1])
    top, bottom = before[one.name]
    return one.runaround != "none" and any(
        _overlap(one, body) and top < before[body.name].bottom and before[body.name].top < bottom
        for body in bodies
    )


def _grown(frame: Frame, frames: Sequence[Frame], out: Mapping[str, Frame]) -> Frame:
    """A body frame with the rows of what stays out next to it, up to what remains there."""
    if frame.kind != BODY:
        return frame
    rows, top, bottom = rows_of(frames), frame.box.top, frame.box.bottom
    beside = {
        other.name: rows[other.name]
        for other in frames
        if other.name != frame.name and _overlap(frame, other)
    }
    if top.base == "grid":
        above = {name: row for name, row in beside.items() if row.bottom <= top.value}
        freed = [floor(row.top) for name, row in above.items() if name in out and isfinite(row.top)]
        stops = [
            ceil(row.bottom) for name, row in above.items() if name not in out and row.bottom > -inf
        ]
        if freed:
            top = replace(top, value=min(top.value, max(min(freed), *stops, -inf)))
    if bottom.base == "grid":
        below = {name: row for name, row in beside.items() if row.top >= bottom.value}
        freed = [
            ceil(row.bottom) for name, row in below.items() if name in out and isfinite(row.bottom)
        ]
        stops = [floor(row.top) for name, row in below.items() if name not in out and row.top < inf]
        if freed:
            bottom = replace(bottom, value=max(bottom.value, min(max(freed), *stops, inf)))
    return replace(frame, box=replace(frame.box, top=top, bottom=bottom))


def _rehung(frame: Frame, out: Mapping[str, Frame]) -> Frame:
    """The frame with its edges hung on what the frames that stay out hung on."""
    box = frame.box
    top, bottom = box.top, box.bottom
    while top.base == "frame" and top.name in out:
        top = _on(out[top.name].box.top, top.value)
    while bottom.base == "frame" and bottom.name in out:
        bottom = _on(out[bottom.name].box.bottom, bottom.value)
    return replace(frame, box=replace(box, top=top, bottom=bottom))


def _on(edge: Edge, rows: float) -> Edge:
    """An edge so many rows from another; at the page's own edge nothing is counted in rows."""
    return replace(edge, value=edge.value + rows) if edge.base in ("grid", "frame") else edge


def _overlap(one: Frame, other: Frame) -> bool:
    """Whether two frames stand above each other on a page."""
    return any(
        page == page_2 and min(right, right_2) > max(left, left_2)
        for page, left, right in _spans(one)
        for page_2, left_2, right_2 in _spans(other)
    )


def _spans(frame: Frame) -> Iterator[tuple[int, float, float]]:
    """The pages of a frame with its left and right edges there (字)."""
    left, right = _sides(frame.box)
    if frame.box.across:
        yield frame.page, left, inf
        yield frame.page + 1, -inf, right
    else:
        yield frame.page, left, right


def _sides(box: Box) -> tuple[float, float]:
    left = box.left.value if box.left.base == "grid" else -inf
    right = box.right.value if box.right.base == "grid" else inf
    return left, right
