"""Records a page for its plates while it is carried out."""

from __future__ import annotations

from typing import Any

import pikepdf

from ...pdf.content.interpreter import Interpreter
from ...pdf.content.objects import LONG_KEYS
from ...pdf.content.spaces import PATTERN
from ...pdf.content.state import Paint, State
from ...pdf.content.tokens import INLINE_IMAGE, Operation
from ...pdf.rasters import UNSEEN
from ...pdf.reading import entry, identity
from ...pdf.sheets import Drawn, Setting, Sheet, painted

_COLOURS = frozenset(
    (b"g", b"G", b"rg", b"RG", b"k", b"K", b"cs", b"CS", b"sc", b"SC", b"scn", b"SCN")
)
_FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_STROKES = frozenset((b"S", b"s", b"B", b"B*", b"b", b"b*"))
_SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))

#: What was set last in a stream, for fill and stroke.
_Set = tuple[Setting | None, Setting | None]


class PlateRecorder:
    """A Recorder whose `sheet` is the page. plates: all that it touches by name.

    partial: sets of plates that paints touch while others stay as they are.
    """

    def __init__(self, resources: Any) -> None:
        self.sheet = Sheet(None, resources)
        self.partial: set[frozenset[str]] = set()
        self.plates: set[str] = set()
        self._open: list[tuple[Sheet, _Set, list[_Set]]] = [(self.sheet, (None, None), [])]
        self._finished: dict[tuple[int, int], Sheet] = {}

    def begin(self, stream: Any, run: Interpreter) -> None:
        """A form or a pattern's cell begins."""
        own = entry(stream, "/Resources")
        sheet = Sheet(stream, own if own is not None else run.resources)
        self._open.append((sheet, (None, None), []))

    def end(self, run: Interpreter) -> None:
        del run
        sheet = self._open.pop()[0]
        self._finished[identity(sheet.stream)] = sheet

    def operation(self, operation: Operation, data: bytes, run: Interpreter) -> None:
        """Keep an operation's bytes, after the colours that it paints with."""
        operator = operation.operator
        if operator in _COLOURS:
            return
        sheet, last, saved = self._open[-1]
        if operator == b"q":
            saved.append(last)
        elif operator == b"Q" and saved:
            self._open[-1] = (sheet, saved.pop(), saved)
        elif operator == b"gs":
            self._open[-1] = (sheet, (None, None), saved)  # it may have set the alpha
        elif operator in _FILLS or operator in _STROKES:
            self._set(run, operator in _FILLS, operator in _STROKES)
        elif operator in _SHOWS:
            self._set(run, run.state.text_mode in (0, 2, 4, 6), run.state.text_mode in (1, 2, 5, 6))
        elif operator in (b"Do", b"sh", INLINE_IMAGE):
            self._draw(operation, data[operation.start : operation.end], run)
            return
        sheet.parts.append(data[operation.start : operation.end])

    def _set(self, run: Interpreter, fill: bool, stroke: bool) -> None:
        """Set the colours of the state, unless they are set already."""
        if run.colourless:
            return
        sheet, (last_fill, last_stroke), saved = self._open[-1]
        state = run.state
        if fill:
            setting = self._setting(run, state.fill, False)
            if setting != last_fill:
                sheet.parts.append(setting)
            last_fill = setting
        if stroke:
            setting = self._setting(run, state.stroke, True)
            if setting != last_stroke:
                sheet.parts.append(setting)
            last_stroke = setting
        self._open[-1] = (sheet, (last_fill, last_stroke), saved)

    def _setting(self, run: Interpreter, paint: Paint, stroke: bool) -> Setting:
        state = run.state
        overprints = state.overprint.stroke if stroke else state.overprint.fill
        touched = painted(paint, overprints, state.overprint.mode)
        alpha = state.alpha_stroke if stroke else state.alpha_fill
        self._note(touched, paint)
        if not paint.pattern:
            return Setting(paint, stroke, alpha, touched)
        pattern = entry(entry(run.resources, "/Pattern"), f"/{paint.pattern}")
        return Setting(
            paint, stroke, alpha, touched, pattern, self._finished.get(identity(pattern))
        )

    def _note(self, touched: frozenset[str] | None, paint: Paint) -> None:
        self.plates.update(paint.inks)
        self.plates.update(paint.space.ground.colorants)
        if touched is not None:
            self.partial.add(touched)

    def _draw(self, operation: Operation, shown: bytes, run: Interpreter) -> None:
        if operation.operator == INLINE_IMAGE:
            values = {LONG_KEYS.get(k, k): v for k, v in operation.operands[0].items()}
            self._picture(run, None, values, operation.operands[1])
            return
        category = "XObject" if operation.operator == b"Do" else "Shading"
        found = run.resource(category, operation.operands[0])
        if found is None:
            return
        if category == "Shading":
            space = run.space(entry(found, "/ColorSpace"))
            if space is not None:
                self._place(run, Paint(space, (), {}), Drawn("shading", found))
        elif entry(found, "/Subtype") == "/Form":
            self._form(run, found, shown)
        elif isinstance(found, pikepdf.Stream):
            values = {key[1:]: value for key, value in found.items()}
            self._picture(run, found, values, b"")

    def _form(self, run: Interpreter, form: Any, shown: bytes) -> None:
        """A form that only fills a shape is shown as it is, in the colour set before it."""
        if run.memory.form(form).shape is not None:
            self._set(run, True, False)
            self._open[-1][0].parts.append(shown)
            return
        sheet = self._finished.get(identity(form))
        if sheet is not None:
            self._open[-1][0].parts.append(Drawn("form", form, sheet=sheet))

    def _picture(self, run: Interpreter, thing: Any, values: dict[str, Any], data: bytes) -> None:
        last = run.trace.pictures[-1] if run.trace.pictures else None
        is_noted = last is not None and identity(last.object) == identity(thing)
        ppi = last.resolution if last is not None and is_noted else UNSEEN
        drawn = Drawn("picture", thing, values, data, ppi, resources=run.resources)
        if values.get("ImageMask"):
            self._set(run, True, False)
            self._open[-1][0].parts.append(drawn)
            return
        space = run.space(values["ColorSpace"]) if "ColorSpace" in values else None
        paint = Paint(space or PATTERN, (), {})
        self._place(run, paint, drawn)

    def _place(self, run: Interpreter, paint: Paint, drawn: Drawn) -> None:
        """A picture or shading; with overprint it touches only what its space names."""
        if paint.space.prints_nothing:
            return
        state: State = run.state
        touched = None
        if state.overprint.fill and paint.space.family in ("Separation", "DeviceN"):
            touched = frozenset(paint.space.colorants)
        self._note(touched, paint)
        sheet, (_, stroke), saved = self._open[-1]
        sheet.parts.append(Setting(Paint(paint.space, (), {}), False, state.alpha_fill, touched))
        sheet.parts.append(drawn)
        self._open[-1] = (sheet, (None, stroke), saved)
