"""State parameters, XObjects, shadings and marked content (ISO 32000-1, 8.4–8.10, 14.6)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pikepdf

from ...model.geometry import Rect
from ...model.matrix import Matrix, multiply
from .. import limits
from ..reading import array_of, entry, identity
from .load import area, group, shading
from .pictures import picture
from .state import Overprint, Paint, around

if TYPE_CHECKING:
    from .interpreter import Interpreter

#: Keys of inline images' dictionaries, short and in full (8.9.7).
LONG_KEYS = {"W": "Width", "H": "Height", "BPC": "BitsPerComponent", "CS": "ColorSpace"}
LONG_KEYS |= {
    "IM": "ImageMask",
    "F": "Filter",
    "D": "Decode",
    "DP": "DecodeParms",
    "I": "Interpolate",
}


def _save(run: Interpreter, operands: list[Any]) -> None:
    del operands
    if len(run.opened.saved) >= limits.SAVES:
        run.trace.flaw("depth", "q")
        run.opened.beyond += 1
        return
    run.opened.saved.append(run.state)
    run.state = run.state.copy()


def _restore(run: Interpreter, operands: list[Any]) -> None:
    del operands
    if run.opened.beyond:
        run.opened.beyond -= 1
    elif run.opened.saved:
        run.state = run.opened.saved.pop()
    else:
        run.trace.flaw("balance", "Q")


def _concatenate(run: Interpreter, operands: list[Any]) -> None:
    a, b, c, d, e, f = operands
    matrix = multiply((a, b, c, d, e, f), run.state.ctm)
    if not all(map(math.isfinite, matrix)):
        raise OverflowError
    run.state.ctm = matrix


def _intent(run: Interpreter, operands: list[Any]) -> None:
    run.trace.intents.add(str(operands[0]))


def _parameters(run: Interpreter, operands: list[Any]) -> None:
    """gs: the entries of a graphics state parameter dictionary (8.4.5)."""
    found = run.resource("ExtGState", operands[0])
    state, trace = run.state, run.trace
    if entry(found, "/LW") is not None:
        state.line_width = abs(float(found.LW))
    _overprint(run, found)
    for key, name in (("/ca", "alpha_fill"), ("/CA", "alpha_stroke")):
        if entry(found, key) is not None:
            setattr(state, name, float(found[key]))
    modes = entry(found, "/BM")
    if modes is not None:
        first = array_of(modes)[0] if isinstance(modes, pikepdf.Array) else modes
        state.blend = str(first)[1:]
        if state.blend not in ("Normal", "Compatible"):
            trace.transparent.setdefault(state.blend, None)
    mask = entry(found, "/SMask")
    if mask is not None:
        state.mask = isinstance(mask, pikepdf.Dictionary)
        if state.mask:
            trace.transparent.setdefault("SMask", None)
            _soft_mask(run, mask)
    if entry(found, "/RI") is not None:
        trace.intents.add(str(found.RI)[1:])
    font = array_of(entry(found, "/Font"))
    if len(font) == 2:
        state.font, state.size = run.memory.font(font[0]), float(font[1])


def _overprint(run: Interpreter, found: Any) -> None:
    """OP sets both kinds where op is not there (8.6.7)."""
    before = run.state.overprint
    stroke, fill, mode = entry(found, "/OP"), entry(found, "/op"), entry(found, "/OPM")
    if stroke is None and fill is None and mode is None:
        return
    fill = stroke if fill is None else fill
    run.state.overprint = Overprint(
        before.fill if fill is None else bool(fill),
        before.stroke if stroke is None else bool(stroke),
        before.mode if mode is None else int(mode),
    )


def _soft_mask(run: Interpreter, mask: Any) -> None:
    """A mask's group is content as well, but prints nothing itself: its marks do not count."""
    group = entry(mask, "/G")
    if isinstance(group, pikepdf.Stream):
        recorder, run.recorder = run.recorder, None
        count = len(run.trace.marks), len(run.trace.pictures)
        with run.often():
            _form(run, group)
        del run.trace.marks[count[0] :], run.trace.pictures[count[1] :]
        run.recorder = recorder


def _do(run: Interpreter, operands: list[Any]) -> None:
    found = run.resource("XObject", operands[0])
    if not isinstance(found, pikepdf.Stream):
        return
    if _is_hidden(run, entry(found, "/OC")):
        recorder, run.recorder = run.recorder, None
        run.opened.marked.append(True)
        _show(run, found, str(operands[0]))
        run.opened.marked.pop()
        run.recorder = recorder
    else:
        _show(run, found, str(operands[0]))


def _show(run: Interpreter, found: Any, name: str) -> None:
    subtype = entry(found, "/Subtype")
    if subtype == "/Form":
        _form(run, found)
    elif subtype == "/Image":
        values = {key[1:]: value for key, value in found.stream_dict.items()}
        picture(run, found, values, name)


def _form(run: Interpreter, thing: Any) -> None:
    form = run.memory.form(thing)
    if form.is_group:
        run.trace.transparent.setdefault("Group", None)
    matrix = multiply(form.matrix, run.state.ctm)
    if form.is_group:
        _group(run, thing, matrix, form.box)
    elif form.shape is None:
        run.within(thing, entry(thing, "/Resources"), matrix, form.box)
    else:
        run.filled(form.shape, matrix, form.box)


def _group(run: Interpreter, thing: Any, matrix: Matrix, box: Rect | None) -> None:
    """A group is painted apart in a plain state, then put on the page in its own (11.6.6)."""
    state, weight, count = run.state, group(run.state), len(run.trace.marks)
    kept = state.blend, state.mask
    state.blend, state.mask = "Normal", False
    run.within(thing, entry(thing, "/Resources"), matrix, box)
    state.blend, state.mask = kept
    boxes = [mark.box for mark in run.trace.marks[count:]]
    run.trace.load += area(around(boxes)) * weight * run.shown


def _inline(run: Interpreter, operands: list[Any]) -> None:
    values = {LONG_KEYS.get(key, key): value for key, value in operands[0].items()}
    picture(run, None, values, "", operands[1])


def _shade(run: Interpreter, operands: list[Any]) -> None:
    """sh paints the whole clip."""
    found = run.resource("Shading", operands[0])
    space = run.space(entry(found, "/ColorSpace")) if found is not None else None
    if space is not None:
        paint = Paint(space, (), {}, "shading")
        load = shading(found, run.memory.meshes.of(found), run.state.ctm, run.state.clip)
        run.trace.load += load * run.shown
        run.mark("shading", run.state.clip, float("inf"), paint=paint)


def _begin_marked(run: Interpreter, operands: list[Any]) -> None:
    del operands
    run.opened.marked.append(False)


def _begin_marked_with(run: Interpreter, operands: list[Any]) -> None:
    tag, properties = operands
    group = run.resource("Properties", properties) if isinstance(properties, str) else None
    run.opened.marked.append(tag == "OC" and _is_hidden(run, group))


def _end_marked(run: Interpreter, operands: list[Any]) -> None:
    del operands
    if run.opened.marked:
        run.opened.marked.pop()
    else:
        run.trace.flaw("balance", "EMC")


def _is_hidden(run: Interpreter, group: Any) -> bool:
    """Whether a layer, or all layers of a membership dictionary, are off; notes that it is met."""
    if group is None:
        return False
    is_hidden = _is_off(run, group)
    run.trace.layers.add("hidden" if is_hidden else "shown")
    return is_hidden


def _is_off(run: Interpreter, group: Any) -> bool:
    """Whether a layer, or all layers of a membership dictionary, are off (8.11.2)."""
    if entry(group, "/Type") == "/OCMD":
        members = entry(group, "/OCGs")
        layers = array_of(members) if isinstance(members, pikepdf.Array) else [members]
        layers = [layer for layer in layers if layer is not None]
        return bool(layers) and all(identity(layer) in run.memory.hidden for layer in layers)
    return identity(group) in run.memory.hidden


OPERATORS = {
    b"q": _save,
    b"Q": _restore,
    b"cm": _concatenate,
    b"ri": _intent,
    b"gs": _parameters,
    b"Do": _do,
    b"BI": _inline,
    b"sh": _shade,
    b"BMC": _begin_marked,
    b"BDC": _begin_marked_with,
    b"EMC": _end_marked,
}
