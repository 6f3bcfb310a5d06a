"""Frames of layouts and masters: their place, and the options that their kind declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from ..model.mirror import mirrored
from ..model.schema import Key, Schema
from ..model.style import Frame, Runaround
from .boxes import check_order, read_box
from .faults import frames as faults
from .findings import Findings
from .options import Names, as_name, read_options
from .reader import Record, as_choice, as_mapping
from .yaml_nodes import Entry, MapNode

LAYOUT_KEYS = ("kind", "page", "box", "across", "runaround", "clearance", "on_picture")
MASTER_KEYS = ("kind", "on", "box", "on_picture")

_PAGE = Key("integer", least=1, most=1000)
_ON: Mapping[str, Literal["both", "verso", "recto"]]
_ON = {"both": "both", "verso": "verso", "recto": "recto"}
_RUNAROUND: Mapping[str, Runaround] = {"none": "none", "box": "box", "contour": "contour"}
#: From an obstacle to the copy that runs around it (字): bounds, and where nothing is said.
_CLEARANCE, _USUAL_CLEARANCE = Key("number", least=0, most=20), 1.0


def read_frames(
    node: MapNode,
    kinds: Mapping[str, Schema],
    names: Names,
    findings: Findings,
    pages: int | None,
) -> tuple[Frame, ...]:
    """The frames of a layout of `pages` pages, or of a master (None); without faulty ones."""
    names = replace(names, frames=list(node.entries))
    frames = []
    for name, entry in node.entries.items():
        if as_mapping(entry.value, name, findings) is not None:
            frame = _read_frame(entry, kinds, names, findings, pages)
            if frame is not None:
                frames.append(frame)
    check_order(frames, findings)
    return tuple(frames)


def mirrored_frames(
    frames: tuple[Frame, ...], kinds: Mapping[str, Schema], pages: int, columns: int
) -> tuple[Frame, ...]:
    """The frames as in a mirror at the gutter: left and right pages, edges and choices swap.

    columns: width of the type area in 字, so that 字 count from the other side.
    """
    return tuple(_mirror_frame(frame, kinds[frame.kind], pages, columns) for frame in frames)


def mirrored_page(page: int, pages: int) -> int:
    """The page (from 1) that faces `page` in a layout of `pages` pages."""
    if pages == 1:
        return page
    return page + 1 if page % 2 else page - 1


def _read_frame(
    entry: Entry,
    kinds: Mapping[str, Schema],
    names: Names,
    findings: Findings,
    pages: int | None,
) -> Frame | None:
    node = entry.value
    if not isinstance(node, MapNode):
        return None
    common = MASTER_KEYS if pages is None else LAYOUT_KEYS
    kind_node = node.entries.get("kind")
    kind = None
    if kind_node is not None:
        kind = as_name(kind_node.value, "kind", findings, kinds, faults.UNKNOWN_KIND)
    schema = kinds[kind] if kind is not None else {}
    # What else may stand in a frame is known only with its kind.
    known = (*common, *schema) if kind is not None else tuple(node.entries)
    record = Record(node, known, findings, required=("kind", "box"))
    page = record.integer("page", _PAGE) or 1
    across = record.flag("across") if pages is not None else False
    box_node = record.get("box")
    box = box_node and read_box(box_node, across, names.frames or (), findings)
    on_node = record.get("on") if pages is None else None
    on = on_node and as_choice(on_node, "on", findings, _ON)
    around, clearance = _runaround(record, findings)
    options = read_options(node, schema, names, findings)
    if not box or kind is None:
        return None
    name, span = entry.key.text, entry.key.span
    frame = Frame(
        name,
        span,
        kind,
        page,
        box,
        _ON[on] if on else "both",
        options,
        runaround=around,
        clearance=clearance,
        on_picture=record.flag("on_picture"),
    )
    _check_page(frame, pages, findings)
    return frame


def _runaround(record: Record, findings: Findings) -> tuple[Runaround, float]:
    """What of a frame the copy runs around, and at which distance (字)."""
    node = record.get("runaround")
    found = node and as_choice(node, "runaround", findings, _RUNAROUND)
    clearance = record.number("clearance", _CLEARANCE)
    return _RUNAROUND[found or "none"], _USUAL_CLEARANCE if clearance is None else clearance


def _check_page(frame: Frame, pages: int | None, findings: Findings) -> None:
    """A layout's frame must be on one of its pages, and on a left one to reach across."""
    if pages is None:
        return
    if frame.page > pages:
        fault = faults.FRAME_PAGE.at(frame.span, frame=frame.name, page=frame.page, pages=pages)
        findings.add(fault)
    elif frame.box.across and (pages == 1 or frame.page % 2 == 0):
        findings.add(faults.NOT_ACROSS.at(frame.span, frame=frame.name))


def _mirror_frame(frame: Frame, schema: Schema, pages: int, columns: int) -> Frame:
    # A frame across the gutter lies on both pages, and stays with the left one.
    page = frame.page if frame.box.across else mirrored_page(frame.page, pages)
    return replace(mirrored(frame, schema, columns), page=page)
