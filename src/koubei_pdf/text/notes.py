"""Which rules acted on a line, by clause of CLREQ: for proofs, `explain-line` and the API."""

from __future__ import annotations

from .breaking import BrokenLine
from .prepare import Prepared
from .setting import Adjustment

#: A mark narrower by less (em) was kerned by its font, not squeezed.
LEAST_TRIM = 0.1


def notes_of(prepared: Prepared, line: BrokenLine, adjustment: Adjustment) -> tuple[str, ...]:
    """The rules that acted on the line, in the order of the line's characters and edges."""
    if line.start == line.end:
        return ()
    return (
        *_edges(prepared, line),
        *_neighbours(prepared, line),
        *_justification(prepared, line, adjustment),
    )


def _edges(prepared: Prepared, line: BrokenLine) -> list[str]:
    text, kinds = prepared.text, prepared.classes
    found: list[str] = []
    if line.start in prepared.lead:
        where = "paragraph" if line.start == 0 else "line"
        found.append(f"6.3.2.3 blank trimmed at {where} start: {text[line.start]}")
    last = prepared.last_mark(line.end)
    if last in prepared.tail:
        if kinds[last] in "cps":
            found.append(f"6.2.2.3 half width at line end: {text[last]}")
        elif kinds[last] == " ":
            found.append("6.3.3 space dropped at line end")
        else:
            found.append(f"6.3.3 no gap at line end: {text[last]}")
    if line.end < len(text) and line.end not in prepared.breaks:
        found.append(f"6.1.4 cut, wider than the line: {text[last]}")
    elif line.end < len(text) and line.end + 1 not in prepared.breaks:
        found.append(f"6.1.1 kept together: {text[line.end : line.end + 2]}")
    return found


def _neighbours(prepared: Prepared, line: BrokenLine) -> list[str]:
    found: list[str] = []
    for index in range(line.start, line.end):
        side = prepared.before if prepared.classes[index] == "o" else prepared.after
        if prepared.classes[index] in "ocps" and side.get(index, 0.0) < -LEAST_TRIM:
            found.append(f"6.3.2.2 squeezed beside a mark: {prepared.text[index]}")
        elif prepared.flex.get(index) and prepared.classes[index] != " " and index < line.end - 1:
            found.append(f"6.3.3 gap after: {prepared.text[index]}")
    return found


_STEPS = {
    1: "Western spaces",
    2: "interpuncts",
    3: "brackets",
    4: "pauses",
    5: "gaps",
    6: "stops",
}


def _justification(prepared: Prepared, line: BrokenLine, adjustment: Adjustment) -> list[str]:
    changed = {**adjustment.before, **adjustment.extra}
    steps = sorted({prepared.squeezes[i].step for i, amount in changed.items() if amount < 0})
    found = [f"6.2.2.3 step {step}, {_STEPS[step]} squeezed" for step in steps]
    if any(amount > 0 for amount in adjustment.extra.values()):
        found.append("6.2.2.4 step 1–2, spaces and gaps widened")
    if adjustment.spacing:
        found.append(f"6.2.2.4 step 3, all places widened by {adjustment.spacing:.3f} em")
    if adjustment.hangs:
        found.append(f"6.1.3 hangs: {prepared.text[line.end - 1]}")
    return found
