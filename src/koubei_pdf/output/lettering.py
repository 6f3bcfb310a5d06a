"""Glyph runs as operators: shown in embedded fonts, or drawn as paths (转曲)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from ..fonts import Face, FontShelf, Steps
from ..model.book import GlyphRun
from .codes import Codes, codes_for
from .document import Document, Pdf, Stream
from .embedding import embed
from .operators import number, numbers
from .text import show

#: Decimals of a glyph's outline in em: 0.001 pt at 10 pt.
_DIGITS = 4

#: Decimals of the way from one glyph to the next in em.
_STEP = 5


class Hand(Protocol):
    """Writes the runs of one page."""

    #: The XObjects that the page needs for them.
    xobjects: Mapping[str, Pdf]

    def write(self, run: GlyphRun, x: float, y: float) -> str:
        """The operators that show a run whose first origin is (x, y), y up, in the set colour."""


class Lettering(Protocol):
    """The letters of a file."""

    def hand(self) -> Hand:
        """The writer of a new page."""

    def finish(self) -> None:
        """Add what all pages together need; no page can be written after it."""

    def fingerprint(self) -> str:
        """What codes in content stand for so far: other text, another fingerprint."""


class Fonts:
    """Embedded fonts: each face once, with the glyphs that pages have used."""

    def __init__(self, document: Document, shelf: FontShelf) -> None:
        self._document = document
        self._shelf = shelf
        self._used: dict[str, tuple[str, Codes]] = {}

    def __getitem__(self, key: str) -> tuple[str, Codes]:
        """The resource name and the codes of face `key`."""
        if key not in self._used:
            self._used[key] = (f"F{len(self._used) + 1}", codes_for(self._shelf.face(key)))
        return self._used[key]

    def hand(self) -> Hand:
        return _FontHand(self)

    def finish(self) -> None:
        for key, (name, codes) in self._used.items():
            self._document.add_font(name, embed(self._document, self._shelf.face(key), codes))

    def fingerprint(self) -> str:
        return repr([(key, codes.glyphs, codes.texts) for key, (_, codes) in self._used.items()])


class _FontHand:
    """Font, size and character spacing hold until they change: they are part of the graphics
    state and outlive BT … ET (ISO 32000-1, 8.4.1 and 9.3.1).
    """

    def __init__(self, fonts: Fonts) -> None:
        self.xobjects: Mapping[str, Pdf] = {}
        self._fonts = fonts
        self._font: tuple[str, float] | None = None
        self._spacing = 0.0

    def write(self, run: GlyphRun, x: float, y: float) -> str:
        name, codes = self._fonts[run.face]
        state = ""
        if self._font != (run.face, run.size):
            self._font = (run.face, run.size)
            state = f"/{name} {number(run.size)} Tf\n"
        if self._spacing != run.spacing:
            self._spacing = run.spacing
            state += f"{number(run.spacing, 5)} Tc\n"
        return f"{state}BT {number(x)} {number(y)} Td {show(run, codes)} ET"


class Outlines:
    """Text as paths: each glyph is a form XObject (8.10) in em, filled with the colour around."""

    def __init__(self, document: Document, shelf: FontShelf) -> None:
        self._document = document
        self._shelf = shelf
        self._forms: dict[tuple[str, int], tuple[str, Pdf] | None] = {}

    def hand(self) -> Hand:
        return _OutlineHand(self, self._shelf)

    def finish(self) -> None:
        """Nothing is left to add."""

    def fingerprint(self) -> str:
        return repr(list(self._forms))

    def form(self, face: Face, glyph: int) -> tuple[str, Pdf] | None:
        """Resource name and form of a glyph; None for a blank one."""
        key = (face.key, glyph)
        if key not in self._forms:
            stream = _form(face, glyph)
            name = f"G{len(self._forms) + 1}"
            self._forms[key] = None if stream is None else (name, self._document.add(stream))
        return self._forms[key]


class _OutlineHand:
    def __init__(self, outlines: Outlines, shelf: FontShelf) -> None:
        self._xobjects: dict[str, Pdf] = {}
        self.xobjects: Mapping[str, Pdf] = self._xobjects
        self._outlines = outlines
        self._shelf = shelf

    def write(self, run: GlyphRun, x: float, y: float) -> str:
        face = self._shelf.face(run.face)
        shifts = dict(run.shifts)
        at = shifts.get(-1, 0.0)
        placed: list[tuple[str, float]] = []
        for index, glyph in enumerate(run.glyphs):
            form = self._outlines.form(face, glyph)
            if form is not None:
                name, reference = form
                self._xobjects[name] = reference
                placed.append((name, at))
            at += face.advance(glyph) * run.size + run.spacing + shifts.get(index, 0.0)
        if not placed:
            return ""
        size = number(run.size)
        ems = [(name, at / float(size), 0.0) for name, at in placed]
        return drawn(ems, f"{size} 0 0 {size} {numbers(x + placed[0][1], y)}")


def drawn(placed: list[tuple[str, float, float]], first: str) -> str:
    """The forms of a line, each moved from the one before it: its state is saved but once.

    placed: their names, and where they stand (em, y up). first: the matrix of the first.
    """
    name, left, low = placed[0]
    words = [f"q {first} cm /{name} Do"]
    for name, x, y in placed[1:]:
        across, up = number(x - left, _STEP), number(y - low, _STEP)
        left, low = left + float(across), low + float(up)  # as written: rounding does not add up
        words.append(f"1 0 0 1 {across} {up} cm /{name} Do")
    return "\n".join([*words, "Q"])


def path_of(steps: Steps) -> str:
    """An outline as operators that make a path."""
    return "\n".join(f"{numbers(*values, digits=_DIGITS)} {letter}" for letter, values in steps)


def box_of(steps: Steps) -> str:
    """The box around the points of an outline."""
    points = [values for _, values in steps if values]
    xs = [value for values in points for value in values[::2]]
    ys = [value for values in points for value in values[1::2]]
    return numbers(min(xs), min(ys), max(xs), max(ys), digits=_DIGITS)


def _form(face: Face, glyph: int) -> Stream | None:
    steps = face.outline(glyph)
    if not steps:
        return None
    box = f"[{box_of(steps)}]"
    entries = {"Type": "/XObject", "Subtype": "/Form", "BBox": box, "Resources": "<<>>"}
    return Stream.deflated(f"{path_of(steps)}\nf".encode("ascii"), entries)
