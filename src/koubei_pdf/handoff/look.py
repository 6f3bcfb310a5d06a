"""How the papers of a package look: the house's faces, inks and grid on a sheet of A4."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from .. import shipped
from ..fonts import FontShelf
from ..model.content import Run
from ..model.diagnostics import Diagnostic, Span
from ..model.geometry import PageBoxes, mm
from ..model.style import Align, Cmyk, FontRole, House, Ink
from ..pages.grid import EM_ASCENT
from ..text.breaking import break_lines
from ..text.prepare import Prepared, prepare
from ..text.setting import justify, set_line
from .pieces import Piece, stack

A4 = PageBoxes(mm(210), mm(297), 0)

#: The grid of the house style, 46 字 wide, with margins for A4.
EM, ROW, COLUMNS, ROWS = 10.0, 17.0, 46, 42
WIDTH, HEIGHT = EM * COLUMNS, ROW * ROWS
LEFT, TOP = (A4.width - WIDTH) / 2, mm(18)

BLACK = Cmyk(0, 0, 0, 100)
GREY = Cmyk(0, 0, 0, 62)
RULE = Cmyk(0, 0, 0, 32)
MIST = Cmyk(0, 0, 0, 7)
BLUE = Cmyk(100, 72, 0, 18)
RED = Cmyk(0, 82, 78, 4)
TEAL = Cmyk(84, 12, 44, 0)
AMBER = Cmyk(6, 58, 100, 18)
WHITE = Cmyk(0, 0, 0, 0)

#: Their looks on a screen, as the house style has them.
TWINS: Mapping[Ink, str] = {
    BLACK: "#1f1f1e",
    GREY: "#6b6b6a",
    RULE: "#b9b9b8",
    MIST: "#f1f1ef",
    BLUE: "#16498b",
    RED: "#d3412f",
    TEAL: "#007f7e",
    AMBER: "#b5610f",
    WHITE: "#ffffff",
}

#: Roles of type by their first face; the issue's own faces lend what it lacks.
_FACES = {
    "hei": "NotoSansSC-Regular.ttf",
    "hei-bold": "NotoSansSC-Bold.ttf",
    "song-black": "NotoSerifSC-Black.ttf",
}

#: Put for what no face has: the printers' own mark for a missing type.
_GETA = "〓"


@dataclass(frozen=True, slots=True)
class Style:
    """A kind of type. size, leading: pt. role: of its font; of the text in the file's structure."""

    font: str
    size: float
    leading: float
    ink: Ink = BLACK
    role: str = "text"


TITLE = Style("song-black", 27, 34, BLACK, "title")
HEAD = Style("hei-bold", 11, 17, BLUE, "heading")
NAME = Style("hei-bold", 13, 17)
FIGURE = Style("song-black", 21, 25.5)
UNIT = Style("hei", 9, 17)
TEXT = Style("hei", 9.5, 14)
BOLD = Style("hei-bold", 9.5, 14)
LABEL = Style("hei", 8, 14, GREY)
SMALL = Style("hei", 7, 10.2, GREY)
CELL = Style("hei", 7.5, 11.3)
CELL_HEAD = Style("hei-bold", 7.5, 11.3, GREY)


class Typesetter:
    """Sets texts of forms: flush or centred, broken at what they measure.

    faults: characters of the issue that no face has. Texts of the program's own show a mark
    in their place.
    """

    def __init__(self, house: House, root: Path) -> None:
        """house, root: of the issue, whose faces lend characters."""
        files = tuple(
            dict.fromkeys(f for role in house.fonts.values() for f in (*role.han, *role.latin))
        )
        roles = {name: FontRole((face, *files), (face, *files)) for name, face in _FACES.items()}
        folders = (root / "fonts", shipped.folder("fonts"))
        self.shelf, faults = FontShelf.load(roles, folders, Span(""))
        assert not faults  # the faces were loaded before, the others ship
        self.faults: list[Diagnostic] = []
        self._paragraph = 0

    def set(
        self, text: str | Run, style: Style, width: float = WIDTH, align: Align = "left"
    ) -> Piece:
        """A text on a width (pt), a line feed begins a line; as high as its lines."""
        if isinstance(text, str):
            text = Run(self._shown(text, style), Span(""))
        lines = text.text.split("\n")
        starts = [sum(len(line) + 1 for line in lines[:index]) for index in range(len(lines))]
        return stack(
            self._paragraph_of(Run(line, text.span.at(start, len(line))), style, width, align)
            for start, line in zip(starts, lines, strict=True)
        )

    def quoted(self, run: Run, style: Style) -> str:
        """A text of the issue to be set among others; what no face has is a fault, as in `set`."""
        self._prepared(replace(run, text=run.text.replace("\n", " ")), style)
        return run.text

    def width(self, text: str, style: Style) -> float:
        """The natural width of a line (pt)."""
        prepared = self._prepared(Run(self._shown(text, style), Span("")), style)
        return prepared.natural(0, len(prepared.text)) * style.size

    def _prepared(self, run: Run, style: Style) -> Prepared:
        prepared, missing = prepare([run] if run.text else [], lambda _: style.font, self.shelf)
        self.faults += missing
        return prepared

    def _paragraph_of(self, run: Run, style: Style, width: float, align: Align) -> Piece:
        """A paragraph, with a place of its own in the file's structure."""
        prepared = self._prepared(run, style)
        self._paragraph += 2
        place = Span("paper", self._paragraph, 1)
        items = []
        y = (style.leading - style.size) / 2 + EM_ASCENT * style.size
        lines = break_lines(prepared, (width / style.size,)) if run.text else []
        for line in lines:
            spare = max(line.measure - line.natural, 0.0) * style.size
            x = {"center": spare / 2, "right": spare}.get(align, 0.0)
            flush = line._replace(last=True)
            made = justify(prepared, flush)
            items += [
                glyphs._replace(span=place)
                for glyphs in set_line(
                    prepared, flush, made, size=style.size, x=x, y=y, ink=style.ink, role=style.role
                )
            ]
            y += style.leading
        return Piece(max(len(lines), 1) * style.leading, tuple(items))

    def _shown(self, text: str, style: Style) -> str:
        """The text with a mark for what no face has."""
        parts: list[str] = []
        for line in text.split("\n"):
            pieces = self.shelf.itemise(line, style.font)
            shown = (line[a:b] if face is not None else _GETA * (b - a) for a, b, face in pieces)
            parts.append("".join(shown))
        return "\n".join(parts)
