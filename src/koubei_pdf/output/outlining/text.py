"""Text shown as paths: each code's glyph where the text state puts it (ISO 32000-1, 9.4)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pikepdf

from ...fonts import Steps
from ...model.matrix import Matrix, multiply
from ...pdf.content.fonts import Font
from ...pdf.content.state import State
from ...pdf.glyphs import Glyphs, glyphs_of
from ...pdf.reading import Key, UnreadableError, key_of
from ..document import LEVEL
from ..inking import name_object
from ..lettering import box_of, drawn, path_of
from ..operators import number, numbers
from . import procedures

#: Text rendering modes (9.3.6) that fill, stroke or do both; what paints a path so.
_PAINTS = {0: "f", 1: "S", 2: "B", 4: "f", 5: "S", 6: "B"}

#: Codes of blanks, which have no glyph in many subsets of simple fonts.
_BLANKS = (0x20, 0xA0)

#: Decimals of matrices and of points in the page's own units, which may be as large as an inch.
_DIGITS = 6


class _Placed(NamedTuple):
    """A glyph, and how far from the start of its string its origin stands (em)."""

    code: int
    x: float
    y: float


class Letters:
    """The glyphs of a file's fonts, each a form XObject in em once it is shown."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self._file = file
        self._fonts: dict[Key, Glyphs | None] = {}
        self._steps: dict[tuple[Key, int], Steps | None] = {}
        self._forms: dict[tuple[Key, int], tuple[str, Any]] = {}

    def shown(
        self, state: State, start: Matrix, strings: Sequence[Any], forms: dict[str, Any]
    ) -> str | None:
        """Operators that paint strings, with shifts between them, from where text stands.

        forms: takes the XObjects that they need, by name. None where it cannot be done.
        """
        font, paint = state.font, _PAINTS.get(state.text_mode)
        if font is not None and font.kind == "Type3" and state.text_mode:
            return None  # it is shown alike in all modes (9.3.6)
        placed = self._visible(state, strings)
        if font is None or paint is None or placed is None:
            return None
        if not placed:
            return ""
        matrix = _matrix(state, start)
        if paint != "f" or state.fill.pattern:
            return self._paths(font, placed, matrix, paint)
        named = []
        for glyph in placed:
            name, form = self._form(font, glyph.code)
            forms[name] = form
            named.append((name, glyph.x, glyph.y))
        return drawn(named, numbers(*_moved(matrix, placed[0]), digits=_DIGITS))

    def path(self, state: State, start: Matrix, strings: Sequence[Any]) -> str | None:
        """Operators that add the outlines of strings to the path; None where it cannot be done."""
        placed = self._visible(state, strings)
        if state.font is None or placed is None or state.font.kind == "Type3":
            return None
        return self._paths(state.font, placed, _matrix(state, start))

    def _visible(self, state: State, strings: Sequence[Any]) -> list[_Placed] | None:
        """The glyphs of strings that are not blank; None where one cannot be told."""
        font = state.font
        if font is None:
            return None
        placed = list(_placed(font, state, strings))
        if any(self._outline(font, glyph.code) is None for glyph in placed):
            return None
        if not state.size or not state.scale:
            return []
        return [glyph for glyph in placed if self._outline(font, glyph.code)]

    def _paths(self, font: Font, placed: Sequence[_Placed], matrix: Matrix, paint: str = "") -> str:
        """Paths in the units of the page: of these are lines, and what patterns are laid on.

        paint: the operator that paints each, if any.
        """
        words = []
        for glyph in placed:
            a, b, c, d, e, f = _moved(matrix, glyph)
            for letter, values in self._outline(font, glyph.code) or ():
                pairs = zip(values[::2], values[1::2], strict=True)
                points = [(a * x + c * y + e, b * x + d * y + f) for x, y in pairs]
                words.append(numbers(*(v for p in points for v in p), digits=_DIGITS))
                words.append(letter)
            if paint:
                words.append(paint)
        return " ".join(words)

    def _outline(self, font: Font, code: int) -> Steps | None:
        """The path of a code's glyph: empty of a blank one, None where it cannot be told."""
        key = (key_of(font.object), code)
        if key not in self._steps:
            glyphs = self._glyphs(font)
            steps = procedures.outline(font, code) if font.kind == "Type3" else None
            if glyphs is not None:
                is_blank = not font.is_composite and code in _BLANKS
                is_blank = is_blank and glyphs.glyph(code) in (None, 0, ".notdef")
                steps = [] if is_blank else glyphs.outline(code)
            self._steps[key] = steps
        return self._steps[key]

    def _glyphs(self, font: Font) -> Glyphs | None:
        key = key_of(font.object)
        if key not in self._fonts:
            try:
                self._fonts[key] = None if font.program is None else glyphs_of(font)
            except UnreadableError:
                self._fonts[key] = None
        return self._fonts[key]

    def _form(self, font: Font, code: int) -> tuple[str, Any]:
        """Resource name and form of a glyph that is not blank."""
        key = (key_of(font.object), code)
        if key not in self._forms:
            steps = self._outline(font, code) or []
            form = self._file.make_stream(
                b"",
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Form,
                BBox=pikepdf.Object.parse(f"[{box_of(steps)}]".encode()),
                Resources=pikepdf.Dictionary(),
            )
            content = zlib.compress(f"{path_of(steps)}\nf".encode("ascii"), LEVEL)
            form.write(content, filter=pikepdf.Name.FlateDecode)
            self._forms[key] = (f"KpG{len(self._forms) + 1}", self._file.make_indirect(form))
        return self._forms[key]


def _placed(font: Font, state: State, strings: Sequence[Any]) -> Iterator[_Placed]:
    """The glyphs of strings along their line (9.4.4)."""
    at = 0.0
    for part in strings:
        if isinstance(part, float):
            at -= part / 1000
            continue
        for code in font.codes(part):
            x, y = font.origin(code) if font.is_vertical else (-at, at)
            yield _Placed(code, -x, at - y)
            spacing = state.space_character
            if code == 0x20 and not font.is_composite:
                spacing += state.space_word
            advance = font.down(code) if font.is_vertical else font.width(code)
            at += advance + (spacing / state.size if state.size else 0.0)


def _matrix(state: State, start: Matrix) -> Matrix:
    """From em to user space, where text stands."""
    return multiply((state.size * state.scale, 0, 0, state.size, 0, state.rise), start)


def _moved(matrix: Matrix, glyph: _Placed) -> Matrix:
    """A matrix of text, moved to a glyph's origin."""
    return multiply((1.0, 0.0, 0.0, 1.0, glyph.x, glyph.y), matrix)


def as_text(state: State, name: str, start: Matrix, strings: Sequence[Any]) -> str:
    """A text object that shows strings as they are, and says all of its state itself.

    name: the font's, among the resources.
    """
    parts = [number(p, 5) if isinstance(p, float) else f"<{p.hex()}>" for p in strings]
    return (
        f"BT {name_object(name)} {number(state.size, 5)} Tf {number(state.space_character, 5)} Tc "
        f"{number(state.space_word, 5)} Tw {number(100 * state.scale, 5)} Tz "
        f"{number(state.rise, 5)} Ts {state.text_mode} Tr "
        f"{numbers(*start, digits=_DIGITS)} Tm [{' '.join(parts)}] TJ ET"
    )
