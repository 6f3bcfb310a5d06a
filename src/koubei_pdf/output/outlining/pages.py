"""Placed pages carried out, and written anew with paths in the place of text.

Operators that paint no text stay byte by byte. Of a font that cannot be read text stays text, and
so does a whole page that cannot be carried out, or that clips to such text.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from ...model.geometry import Rect
from ...model.matrix import IDENTITY, Matrix
from ...pdf import limits
from ...pdf.content.interpreter import Interpreter, Memory
from ...pdf.content.state import State
from ...pdf.content.texts import OPERATORS as TEXT
from ...pdf.content.tokens import Operation
from ...pdf.reading import DAMAGE, Key, UnreadableError, entries, entry, identity, key_of
from ..document import LEVEL
from .text import Letters, as_text

#: What shows text, and how its strings and where its line begins come to it (9.4.3).
_SHOWS = (b"Tj", b"TJ", b"'", b'"')
_NEXT_LINE = (b"'", b'"')

#: Operators of Type 3 glyphs, which show no text.
_WIDTHS = (b"d0", b"d1")

#: Text rendering modes that show nothing; those beyond the first clip to their text (9.3.6).
_INVISIBLE, _CLIP = 3, 7

#: What may not stand in a text object (8.2, figure 9), and would move or end its clip.
_BEYOND_TEXT = (b"q", b"Q", b"cm")

#: What may set a pattern by its name (8.6.8).
_PATTERNS = (b"scn", b"SCN")

#: What makes a page too doubtful to be written anew.
_FLAWS = {"operands", "unreadable", "depth", "too-much"}

_ALL = Rect(-limits.COORDINATE, -limits.COORDINATE, limits.COORDINATE, limits.COORDINATE)


class Outlining:
    """Turns the text of pages of one open file."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self._file = file
        self._letters = Letters(file)
        self._forms: dict[tuple[tuple[int, int], bytes], tuple[str, Any]] = {}
        self._cells: dict[tuple[Key, Key], Any] = {}
        self._depth = 0

    def turn(self, form: Any) -> None:
        """Turn a page's form XObject. Raises UnreadableError, and leaves it, where it cannot."""
        memory = Memory(lambda family, values: (0.0, 0.0, 0.0, 0.0))
        sheet = self._carried_out(form, entry(form, "/Resources"), memory, _FLAWS)
        if sheet.is_changed:
            form.write(sheet.content())
            form["/Resources"] = sheet.turned()

    def _carried_out(self, stream: Any, resources: Any, memory: Memory, flaws: set[str]) -> _Sheet:
        recorder = _Recorder(self, resources)
        trace = Interpreter(memory, recorder).page([stream], resources, IDENTITY, _ALL)
        found = {flaw.kind for flaw in trace.flaws} & flaws
        if found:
            raise UnreadableError(min(found))
        return recorder.page

    def cell(self, stream: Any, resources: Any, memory: Memory) -> Any:
        """What a pattern's cell or a mask's group becomes: itself where it has no text, or none
        that can be turned. Its text state is its own; resources: those that it may inherit.
        """
        if not isinstance(stream, pikepdf.Stream):
            return stream
        own = entry(stream, "/Resources")
        resources = resources if own is None else own
        key = key_of(stream), key_of(resources)
        if key not in self._cells:
            self._cells[key] = stream  # what a cell within itself is
            if self._depth < limits.DEPTH:
                self._depth += 1
                self._cells[key] = self._cell(stream, resources, memory)
                self._depth -= 1
        return self._cells[key]

    def _cell(self, stream: Any, resources: Any, memory: Memory) -> Any:
        try:
            sheet = self._carried_out(stream, resources, memory, {*_FLAWS, "resource"})
        except (UnreadableError, *DAMAGE):
            return stream
        return self._copy(stream, sheet) if sheet.is_changed else stream

    def shown(self, state: State, start: Matrix, strings: list[Any], sheet: _Sheet) -> str:
        """Strings as paths, or as text."""
        made = self._letters.shown(state, start, strings, sheet.xobjects)
        return sheet.kept(state, start, strings) if made is None else made

    def clipped(self, state: State, start: Matrix, strings: list[Any]) -> str:
        """Strings as a path to clip to. Raises UnreadableError where it cannot be told."""
        path = self._letters.path(state, start, strings)
        if path is None:
            raise UnreadableError("Tr")
        return path

    def form(self, form: Any, sheet: _Sheet) -> tuple[str, Any]:
        """Name and form XObject of what a form has become; where it inherits another text state it
        becomes another."""
        content = sheet.content()
        key = (identity(form), content)
        if key not in self._forms:
            self._forms[key] = (f"KpX{len(self._forms) + 1}", self._copy(form, sheet))
        return self._forms[key]

    def _copy(self, stream: Any, sheet: _Sheet) -> Any:
        """A stream as it is written anew."""
        made = self._file.make_stream(b"")
        made.write(zlib.compress(sheet.content(), LEVEL), filter=pikepdf.Name.FlateDecode)
        for name, value in entries(stream):
            if name not in ("/Length", "/Filter", "/DecodeParms", "/Resources"):
                made[name] = value
        made["/Resources"] = sheet.turned()
        return self._file.make_indirect(made)


@dataclass(slots=True)
class _Sheet:
    """What is written of one stream.

    resources: those that it goes by. xobjects: those that it needs besides; named: those of the
    resources that it shows as they are. fonts: those that it still shows; patterns, states: those
    that it uses, as they have become, all by name. has_text: also where those have. at: where text
    stood before an operator. clip: the path of this text object's letters that clip.
    """

    resources: Any
    parts: list[bytes] = field(default_factory=list)
    xobjects: dict[str, Any] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    fonts: dict[str, Any] = field(default_factory=dict)
    patterns: dict[str, Any] = field(default_factory=dict)
    states: dict[str, Any] = field(default_factory=dict)
    has_text: bool = False
    at: Matrix = IDENTITY
    clip: list[str] = field(default_factory=list)

    @property
    def is_changed(self) -> bool:
        """Whether there was text, a font at least, or a form that is another now."""
        fonts = entry(self.resources, "/Font")
        return self.has_text or bool(self.xobjects) or fonts is not None

    def content(self) -> bytes:
        return b"\n".join(self.parts)

    def kept(self, state: State, start: Matrix, strings: list[Any]) -> str:
        """Text that stays text."""
        assert state.font is not None
        wanted = key_of(state.font.object)
        known = (name for name, font in self.fonts.items() if key_of(font) == wanted)
        name = next(known, f"KpF{len(self.fonts) + 1}")
        self.fonts[name] = state.font.object
        return as_text(state, name, start, strings)

    def clipping(self) -> bytes:
        """What clips to the letters, united, where their text object ends; see 9.3.6."""
        path, self.clip = self.clip, []
        return f"{' '.join(path)} W n".encode("ascii") if path else b""

    def turned(self) -> Any:
        """The resources (7.8.3), without what is not shown any more."""
        made = pikepdf.Dictionary()
        for category, things in entries(self.resources):
            if category == "/XObject":
                things = {name: x for name, x in entries(things) if name in self.named}
            elif category == "/ExtGState":
                things = self.states
            elif category == "/Pattern":
                things = self.patterns
            if category != "/Font":
                made[category] = pikepdf.Dictionary(things) if isinstance(things, dict) else things
        if self.fonts:
            made["/Font"] = pikepdf.Dictionary({f"/{name}": x for name, x in self.fonts.items()})
        if self.xobjects:
            own = dict(entries(entry(made, "/XObject")))
            added = {f"/{name}": thing for name, thing in self.xobjects.items()}
            made["/XObject"] = pikepdf.Dictionary({**own, **added})
        return made


class _Recorder:
    """Writes each stream anew as it is carried out."""

    def __init__(self, outlining: Outlining, resources: Any) -> None:
        self.page = _Sheet(resources)
        self._outlining = outlining
        self._open: list[tuple[tuple[int, int], _Sheet | None]] = [((0, 0), self.page)]
        self._finished: dict[tuple[int, int], _Sheet] = {}
        self._codes = 0

    def begin(self, stream: Any, run: Interpreter) -> None:
        """Forms are written where they are shown; cells of patterns and glyphs are not."""
        del run
        is_written = self._open[-1][1] is not None and entry(stream, "/Subtype") == "/Form"
        sheet = _Sheet(entry(stream, "/Resources")) if is_written else None
        self._open.append((identity(stream), sheet))

    def end(self, run: Interpreter) -> None:
        del run
        key, sheet = self._open.pop()
        if sheet is not None:
            self._finished[key] = sheet

    def operation(self, operation: Operation, data: bytes, run: Interpreter) -> None:
        operator, operands = operation.operator, operation.operands
        sheet = self._open[-1][1]
        if sheet is None:
            return
        sheet.resources = run.resources
        written = data[operation.start : operation.end]
        if operator in _SHOWS:
            sheet.has_text = True
            written = self._text(operation, run, sheet).encode("ascii")
        elif operator in TEXT and operator not in _WIDTHS:
            sheet.has_text = True
            written = sheet.clipping() if operator == b"ET" else b""
        elif operator in _BEYOND_TEXT and sheet.clip:
            raise UnreadableError("BT")
        elif operator == b"Do":
            written = self._object(operands[0], written, run, sheet)
        elif operator == b"gs":
            self._parameters(operands[0], run, sheet)
        elif operator in _PATTERNS and operands and isinstance(operands[-1], str):
            found = run.resource("Pattern", operands[-1])
            own = self._outlining.cell(found, run.resources, run.memory)
            if found is not None:
                sheet.patterns[f"/{operands[-1]}"] = own
                sheet.has_text |= identity(own) != identity(found)
        if written:
            sheet.parts.append(written)
        sheet.at = run.text_matrix

    def _text(self, operation: Operation, run: Interpreter, sheet: _Sheet) -> str:
        """What stands for an operator that shows text; it was carried out already."""
        state = run.state
        if state.font is None or (state.text_mode == _INVISIBLE and state.font.kind != "Type3"):
            return ""
        shown = operation.operands[-1]
        start = run.line_matrix if operation.operator in _NEXT_LINE else sheet.at
        strings = shown if isinstance(shown, list) else [shown]
        self._codes += sum(len(part) for part in strings if isinstance(part, bytes))
        if self._codes > limits.CODES:
            raise UnreadableError("too-much")
        if state.text_mode > _INVISIBLE:
            path = self._outlining.clipped(state, start, strings)
            sheet.clip.extend([path] if path else [])
        return (
            self._outlining.shown(state, start, strings, sheet) if state.text_mode != _CLIP else ""
        )

    def _parameters(self, name: Any, run: Interpreter, sheet: _Sheet) -> None:
        """Note what a graphics state parameter dictionary (8.4.5) becomes: it sets no font, and the
        group of its mask shows none.
        """
        found = run.resource("ExtGState", name)
        if found is None:
            return
        made = {key: value for key, value in entries(found) if key != "/Font"}
        has_text = entry(found, "/Font") is not None
        mask = entry(found, "/SMask")
        group = entry(mask, "/G")
        own = self._outlining.cell(group, run.resources, run.memory)
        if identity(own) != identity(group):
            has_text = True
            made["/SMask"] = pikepdf.Dictionary({**dict(entries(mask)), "/G": own})
        sheet.has_text |= has_text
        sheet.states[f"/{name}"] = pikepdf.Dictionary(made) if has_text else found

    def _object(self, name: Any, written: bytes, run: Interpreter, sheet: _Sheet) -> bytes:
        """What stands for Do: forms with text are others now."""
        found = run.resource("XObject", name)
        inner = self._finished.pop(identity(found), None)
        if inner is None or not inner.is_changed:
            sheet.named.add(f"/{name}")
            return written
        own, form = self._outlining.form(found, inner)
        sheet.xobjects[own] = form
        return f"/{own} Do".encode("ascii")
