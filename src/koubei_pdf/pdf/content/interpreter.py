"""Carries a page's content out: operators change the graphics state or paint.

Each operator is a function of the interpreter and the operands; those of paths and colours, text
and objects stand in modules of their own.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from ...model.geometry import Rect
from ...model.matrix import IDENTITY, Matrix
from .. import limits
from ..reading import DAMAGE, Key, UnreadableError, entry, identity, key_of, read_stream
from .encoded import Encoded
from .fonts import Font, font_of
from .forms import Form, form_of
from .handlers import OPERATORS
from .load import PICTURE, area, blending, glyphs
from .meshes import Meshes
from .opened import Opened
from .paths import Path, Shape, paint
from .patterns import Cell, pattern
from .pictures import read
from .spaces import Convert, Space, Spaces
from .state import Mark, Paint, State, moved, overlap
from .tokens import FLAW, Operation, operations
from .trace import Trace


class Recorder(Protocol):
    """Is told each operation after it was carried out, and of streams within streams."""

    def operation(self, operation: Operation, data: bytes, run: Interpreter) -> None: ...

    def begin(self, stream: Any, run: Interpreter) -> None: ...

    def end(self, run: Interpreter) -> None: ...


class Memory:
    """What is read once for the whole file: colour spaces, fonts, forms, streams; and the bounds.

    hidden: optional-content groups that do not print, by object. convert: RGB and Lab to inks.
    forms: those that an earlier reading of the file has met, to which this one adds.
    """

    def __init__(
        self,
        convert: Convert,
        hidden: Collection[tuple[int, int]] = (),
        forms: dict[tuple[int, int], Form] | None = None,
    ) -> None:
        self.convert = convert
        self.forms = {} if forms is None else forms
        self.hidden = hidden
        self.spaces = Spaces()
        self.meshes = Meshes()
        self.operators = 0
        self._fonts: dict[Key, Font] = {}
        self._pictures: dict[tuple[int, int], Encoded | None] = {}
        self._streams: dict[tuple[int, int], bytes] = {}
        self._size = 0

    def font(self, thing: Any) -> Font:
        """A font by its dictionary."""
        key = key_of(thing)
        if key not in self._fonts:
            self._fonts[key] = font_of(thing)
        return self._fonts[key]

    def picture(self, thing: Any, values: dict[str, Any], data: bytes) -> Encoded | None:
        """What the data of a picture say of themselves; data: of an inline one."""
        key = identity(thing)
        if not key[0]:
            return read(values, thing, data)
        if key not in self._pictures:
            self._pictures[key] = read(values, thing, data)
        return self._pictures[key]

    def form(self, thing: Any) -> Form:
        """A form XObject; content that cannot be read is told where it is carried out."""
        key = identity(thing)
        if key not in self.forms:
            try:
                data = self.stream(thing)
            except UnreadableError:
                data = b""
            self.forms[key] = form_of(thing, data)
        return self.forms[key]

    def has_read(self, thing: Any) -> bool:
        """Whether `thing` is a content stream that was met, and so is within the bounds."""
        return identity(thing) in self._streams

    def stream(self, thing: Any) -> bytes:
        """The bytes of a content stream. Raises UnreadableError, also where all are too many."""
        key = identity(thing)
        if key[0] and key in self._streams:
            return self._streams[key]
        data = read_stream(thing, min(limits.STREAM, limits.CONTENT - self._size))
        self._size += len(data)
        if key[0]:
            self._streams[key] = data
        return data


class Interpreter:
    """One page being carried out; its findings are in `trace`."""

    def __init__(self, memory: Memory, recorder: Recorder | None = None) -> None:
        self.memory = memory
        self.recorder = recorder
        self.trace = Trace()
        self.resources: Any = None
        self._named: dict[tuple[str, str], Any] = {}
        self.state = State(IDENTITY, Rect(0, 0, 0, 0))
        self.opened = Opened()
        self.path = Path()
        self.clipping = False
        self.text_matrix = self.line_matrix = IDENTITY
        self.colourless = False
        self.base = IDENTITY
        self.cells: dict[tuple[Any, ...], Cell] = {}
        self.placed = 0
        self.tiled = 0.0
        self.shown = 1
        self._depth = 0
        self._open: set[tuple[int, int]] = set()

    @property
    def hides(self) -> bool:
        """Whether a layer that does not print is open."""
        return self.opened.hides

    @contextmanager
    def often(self) -> Iterator[None]:
        """What is carried out once and shown we do not know how often: masks and glyphs."""
        self.shown *= limits.SHOWN
        yield
        self.shown //= limits.SHOWN

    def page(self, contents: list[Any], resources: Any, ctm: Matrix, clip: Rect) -> Trace:
        """Carry out a page: its streams are one, whatever they are cut into (7.8.2)."""
        parts = []
        for stream in contents:
            try:
                parts.append(self.memory.stream(stream))
            except UnreadableError as error:
                self.trace.flaw("unreadable", error.plain)
        self.state = State(ctm, clip)
        self.base = ctm
        self._run(b"\n".join(parts), resources)
        return self.trace

    def within(
        self,
        stream: Any,
        resources: Any,
        matrix: Matrix,
        clip: Rect | None,
        *,
        colour: Paint | None = None,
    ) -> None:
        """Carry out a form, a pattern's cell or a glyph with a state of its own, then go back.

        clip: its bounding box in its own space. colour: of an uncoloured pattern, its user's;
        operators that set colours are left out.
        """
        self.trace.operators += limits.FORM
        self.memory.operators += limits.FORM
        key = identity(stream)
        if key in self._open or self._depth >= limits.DEPTH:
            self.trace.flaw("depth", f"{key[0]} {key[1]} R")
            return
        try:
            data = self.memory.stream(stream)
        except UnreadableError as error:
            self.trace.flaw("unreadable", error.plain)
            return
        kept = (self.state, self.opened, self.resources, self.path)
        texts = (self.text_matrix, self.line_matrix, self.colourless, self.base, self._named)
        self.state, self.opened, self.path = self.state.copy(), Opened(self.hides), Path()
        self.enter(matrix, clip)
        if colour is not None:
            self.colourless = True
            self.state.fill = self.state.stroke = colour
        self._open.add(key)
        self._depth += 1
        if self.recorder is not None:
            self.recorder.begin(stream, self)
        self._run(data, resources if resources is not None else self.resources)
        if self.recorder is not None:
            self.recorder.end(self)
        self._depth -= 1
        self._open.discard(key)
        self.state, self.opened, self.resources, self.path = kept
        self.text_matrix, self.line_matrix, self.colourless, self.base, self._named = texts

    def filled(self, shape: Shape, matrix: Matrix, clip: Rect | None) -> None:
        """Note a form that only fills a shape, as if it were carried out; see `within`."""
        self.trace.operators += limits.FORM
        self.memory.operators += limits.FORM
        state = self.state
        kept = state.ctm, state.clip, self.base
        self.enter(matrix, clip)
        try:
            paint(self, shape, fill=True)
        except OverflowError:
            self.trace.flaw("operands", "f")
        finally:
            state.ctm, state.clip, self.base = kept

    def enter(self, matrix: Matrix, clip: Rect | None) -> None:
        """Set the state's matrix, and clip to a box in its space."""
        self.state.ctm = self.base = matrix
        if clip is not None:
            self.state.clip = overlap(moved(clip, matrix), self.state.clip) or Rect(0, 0, 0, 0)

    def _run(self, data: bytes, resources: Any) -> None:
        self.resources, self._named = resources, {}
        recorder, trace, memory = self.recorder, self.trace, self.memory
        for operation in operations(data):
            trace.operators += 1
            memory.operators += 1
            if trace.operators > limits.PAGE_OPERATORS or memory.operators > limits.OPERATORS:
                trace.flaw("too-much", "")
                return
            operator = operation.operator
            handler = OPERATORS.get(operator)
            if handler is not None:
                try:
                    handler(self, operation.operands)
                except DAMAGE:
                    trace.flaw("operands", operator.decode("latin-1"))
            elif operator == FLAW:
                trace.flaw("operator", str(operation.operands[0]))
            else:
                trace.flaw("operator", operator.decode("latin-1"))
            if recorder is not None:
                recorder.operation(operation, data, self)
        for left in self.opened.left():
            trace.flaw("balance", left)

    def resource(self, category: str, name: str) -> Any:
        """A named resource; None, with the flaw noted, where it is not defined."""
        key = category, name
        if key not in self._named:
            self._named[key] = entry(entry(self.resources, f"/{category}"), f"/{name}")
        found = self._named[key]
        if found is None:
            self.trace.flaw("resource", f"/{name} ({category})")
        return found

    def space(self, name: Any) -> Space | None:
        """A colour space by its name or array; None, with the flaw noted."""
        try:
            return self.memory.spaces.of(name, self.resources)
        except UnreadableError as error:
            self.trace.flaw("resource", f"{error} (ColorSpace)")
        except DAMAGE:
            self.trace.flaw("resource", f"{name} (ColorSpace)")
        return None

    def paint(self, space: Space, values: list[float], pattern: str = "") -> Paint:
        return Paint(space, tuple(values), space.inks(values, self.memory.convert), pattern)

    def mark(self, kind: Any, box: Rect, size: float, *, stroke: bool = False, **more: Any) -> None:
        """Note something painted, where it is visible."""
        state = self.state
        visible = overlap(box, state.clip)
        if visible is None:
            return
        if self.hides:
            self.trace.layers.add("painted")
            return
        paint, has_edges = more.get("paint"), True
        if paint is None:
            paint = state.stroke if stroke else state.fill
            if paint.pattern:
                paint, has_edges = pattern(self, paint, visible, more.get("parts", 1))
        overprints = state.overprint.stroke if stroke else state.overprint.fill
        alpha = state.alpha_stroke if stroke else state.alpha_fill
        if kind == "text":
            covered = glyphs(more.get("parts", 1), size, state.clip)
        else:
            covered = area(visible) * (PICTURE if kind == "image" else 1.0)
        if alpha < 1 or state.mask or state.blend != "Normal":
            covered = max(covered, area(visible) * blending(state, alpha))
        self.trace.load += covered * self.shown
        if alpha < 1:
            self.trace.transparent.setdefault("CA" if stroke else "ca", visible)
        if paint.space.prints_nothing:
            return
        self.trace.marks.append(
            Mark(
                kind,
                visible,
                paint,
                size,
                overprints,
                state.overprint.mode,
                alpha,
                more.get("name", ""),
                more.get("mask", False),
                more.get("outline", math.inf),
                has_edges,
            )
        )
