"""`fit` of the house style and of layouts: how far a layout may be moved so that its story fits."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..model.adjoining import BODY, can_move, gains, leaves_room, without
from ..model.content import Run
from ..model.fitting import LEVERS, MOST_ROWS, MOST_TRACKING, NO_LADDER, Ladder, Lever, Parting
from ..model.schema import Key
from ..model.style import Frame
from .faults import fitting as faults
from .faults.frames import UNKNOWN_FRAME
from .faults.values import UNKNOWN_CHOICE
from .findings import Findings
from .reader import Record, as_integer, as_texts
from .yaml_nodes import MapNode

#: Keys of levers that are called otherwise: spare parts are parts.
_ALSO: Mapping[Lever, str] = {"parts": "spare"}
KEYS = (
    "order",
    "short",
    "lines",
    "pictures",
    "parts",
    "spare",
    "headings",
    "layouts",
    "continue",
    "tracking",
)
PARTING_KEYS = ("stay", "carry")

_SHORT = Key("integer", least=0, most=1000)
_COST = Key("number", least=0, most=2000)
_ROWS = Key("integer", least=1, most=MOST_ROWS)
_HEADINGS = Key("number", least=0, most=4)
_TRACKING = Key("integer", least=0, most=MOST_TRACKING)
_PARTED = Key("integer", least=2, most=100)

#: Lines that stay where a story begins, and that go on elsewhere, where the layout does not say.
USUAL_PARTING = Parting(stay=8, carry=4)

#: Kinds of frames that may give rows, and take them.
_PICTURES = ("picture", "pictures")

_TITLE = re.compile(r"\{\s*title\s*\}")


def read_ladder(
    node: MapNode | None, frames: Sequence[Frame], findings: Findings
) -> tuple[Ladder, tuple[Run, ...]]:
    """The ladder of a layout with these frames, and the other layouts that it names.

    Those are checked by the reader of layouts, which knows them.
    """
    if node is None:
        return NO_LADDER, ()
    record = Record(node, KEYS, findings)
    layouts = record.texts("layouts")
    short, spare = record.integer("short", _SHORT), _parts("spare", record, frames, (), findings)
    if spare and short is None:
        findings.add(faults.NEVER_SHORT.at(record.node.entries["spare"].key.span))
    return (
        Ladder(
            order=_order(record, findings),
            short=short,
            cost=record.number("lines", _COST) or 0.0,
            pictures=_pictures(record, frames, spare, findings),
            parts=_parts("parts", record, frames, spare, findings),
            spare=spare,
            headings=_half_rows(record, findings),
            layouts=tuple(run.text for run in layouts),
            parting=_parting(record, findings),
            tracking=record.integer("tracking", _TRACKING) or 0,
        ),
        layouts,
    )


def _half_rows(record: Record, findings: Findings) -> int:
    """The half rows that space above headings may give or take; no other part of a row is."""
    rows = record.number("headings", _HEADINGS) or 0.0
    if (2 * rows).is_integer():
        return int(2 * rows)
    span = record.node.entries["headings"].value.span
    findings.add(faults.NO_HALF_ROWS.at(span, found=f"{rows:g}"))
    return 0


def _order(record: Record, findings: Findings) -> tuple[Lever, ...]:
    """The declared levers in their order: what `order` says, or the usual one."""
    keys = {name: _key_of(name, record) for name in LEVERS}
    declared = [name for name in LEVERS if record.get(keys[name]) is not None]
    node = record.get("order")
    if node is None:
        return tuple(declared)
    named: list[Lever] = []
    for run in as_texts(node, "order", findings):
        lever = next((one for one in LEVERS if one == run.text), None)
        if lever is None:
            findings.unknown(UNKNOWN_CHOICE, run.span, run.text, LEVERS, key="order")
        elif lever in named:
            findings.add(faults.SAME_LEVER.at(run.span, lever=lever))
        else:
            named.append(lever)
    for name in declared:
        if name not in named:
            span, own = record.node.entries[keys[name]].key.span, record.span.file
            if node.span.file == own != span.file:
                findings.add(faults.ORDER_WITHOUT_LEVER.at(node.span, lever=name))
            else:
                findings.add(faults.LEVER_WITHOUT_PLACE.at(span, lever=name))
    return tuple(lever for lever in named if lever in declared)


def _key_of(lever: Lever, record: Record) -> str:
    """The key that declares a lever."""
    return _ALSO[lever] if lever in _ALSO and record.get(lever) is None else lever


def _pictures(
    record: Record, frames: Sequence[Frame], spare: Sequence[str], findings: Findings
) -> dict[str, int]:
    """The rows by which pictures may move; each must face the body, or be run around by it, and
    leave room to both."""
    found: dict[str, int] = {}
    drawn = without(frames, spare)
    for name, entry in record.mapping("pictures").items():
        rows = as_integer(entry.value, name, findings, _ROWS)
        frame = _frame(Run(name, entry.key.span), frames, spare, findings)
        if rows is None or frame is None:
            continue
        if frame.kind not in _PICTURES:
            findings.add(faults.NOT_A_PICTURE.at(entry.key.span, frame=name, kind=frame.kind))
        elif not can_move(frame, drawn):
            findings.add(faults.FACES_NOTHING.at(entry.key.span, frame=name))
        elif (most := _most_rows(frame, drawn, rows)) < rows:
            span = entry.value.span
            findings.add(faults.TOO_MANY_ROWS.at(span, frame=name, rows=rows, most=most))
        else:
            found[name] = rows
    return found


def _most_rows(frame: Frame, frames: Sequence[Frame], wanted: int) -> int:
    """Rows, up to those wanted, by which a picture can move before it or the body has none."""
    for rows in range(1, wanted + 1):
        if not all(leaves_room(frames, frame.name, by) for by in (-rows, rows)):
            return rows - 1
    return wanted


def _parts(
    key: str,
    record: Record,
    frames: Sequence[Frame],
    spare: Sequence[str],
    findings: Findings,
) -> tuple[str, ...]:
    """Frames that may stay out: none that the layout requires, and all of them give room.

    spare: those that do already.
    """
    found: list[str] = []
    for run in record.texts(key):
        frame = _frame(run, frames, spare, findings)
        if frame is None:
            continue
        text = frame.options.get("text")
        is_title = isinstance(text, Run) and _TITLE.search(text.text) is not None
        if frame.kind == BODY or is_title:
            findings.add(faults.REQUIRED_PART.at(run.span, frame=run.text, key=key))
        elif run.text in found:
            findings.add(faults.SAME_PART.at(run.span, frame=run.text, key=key))
        elif not gains(without(frames, spare), (*found, run.text)):
            findings.add(faults.PART_WITHOUT_ROOM.at(run.span, frame=run.text, key=key))
        else:
            found.append(run.text)
    return tuple(found)


def _parting(record: Record, findings: Findings) -> Parting | None:
    node = record.get("continue")
    parting = node and Record.of(node, "continue", PARTING_KEYS, findings)
    if not parting:
        return None
    return Parting(
        stay=parting.integer("stay", _PARTED) or USUAL_PARTING.stay,
        carry=parting.integer("carry", _PARTED) or USUAL_PARTING.carry,
    )


def _frame(
    name: Run, frames: Sequence[Frame], spare: Sequence[str], findings: Findings
) -> Frame | None:
    """The frame of a name, which must be there and none of the spare ones."""
    known: Mapping[str, Frame] = {frame.name: frame for frame in frames}
    if name.text in spare:
        findings.add(faults.SPARE_ELSEWHERE.at(name.span, frame=name.text))
        return None
    if name.text not in known:
        findings.unknown(UNKNOWN_FRAME, name.span, name.text, known)
    return known.get(name.text)
