"""Marked text set on lines, and what stands beside it, summed up from glyph runs."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import Fill, GlyphRun, Shape
from koubei_pdf.model.content import Run
from koubei_pdf.model.style import BLACK
from koubei_pdf.text.beside import set_beside
from koubei_pdf.text.breaking import BrokenLine, break_lines
from koubei_pdf.text.features import InlineItem, font_of
from koubei_pdf.text.prepare import Prepared, prepare
from koubei_pdf.text.setting import justify, set_line

from .conftest import PLACE
from .ink import Cell, cells
from .texts import COPY

SIZE, LEFT, BASELINE = 10.0, 100.0, 0.0
FLUSH = 0.01
PUNCTUATION = "，。、；：？！·—…“”（）《》‘’「」【】～–/"

lawful = settings(deadline=None, max_examples=150)


class Set(NamedTuple):
    """A line as it is set: its glyph runs, and what stands beside them."""

    line: BrokenLine
    runs: list[GlyphRun]
    beside: list[InlineItem]


def marked(*parts: tuple[str, str]) -> list[Run]:
    """Runs of a text; "ruby:READING" gives a reading, other words are marks, spans of their own."""
    runs = []
    column = 0
    for text, kind in parts:
        head, _, reading = kind.partition(":")
        marks = frozenset() if reading else frozenset(head.split())
        runs.append(Run(text, PLACE.at(column, len(text)), marks, reading, marks))
        column += len(text) + (4 if kind else 0)
    return runs


def prepared(runs: list[Run], shelf: FontShelf) -> Prepared:
    def role(run: Run) -> str:
        return font_of(run.marks, ("kai",)) or "song"

    paragraph, faults = prepare(runs, role, shelf)
    assert faults == []
    return paragraph


def set_lines(paragraph: Prepared, measure: float, indent: float = 0.0) -> list[Set]:
    found = []
    for line in break_lines(paragraph, (measure,), indent=indent):
        adjustment = justify(paragraph, line)
        place = {"size": SIZE, "x": LEFT, "y": BASELINE, "ink": BLACK}
        runs = set_line(paragraph, line, adjustment, role="body", **place)
        found.append(Set(line, runs, set_beside(paragraph, line, adjustment, **place)))
    return found


def shapes(one: Set, role: str) -> list[Shape]:
    return [item for item in one.beside if isinstance(item, Shape) and item.role == role]


def dots(one: Set) -> list[float]:
    """The middle of each dot (pt), from the left."""
    found = []
    for shape in shapes(one, "dots"):
        coords = shape.outline.coords
        for start in range(0, len(coords), 26):
            xs = coords[start : start + 26 : 2]
            found.append((min(xs) + max(xs)) / 2)
    return sorted(found)


def lines_under(one: Set) -> list[tuple[float, float]]:
    """Left and right end of each line under the text, from the left."""
    bars = [(item.rect.x0, item.rect.x1) for item in one.beside if isinstance(item, Fill)]
    waves = [(shape.outline.coords[0], shape.outline.coords[-2]) for shape in shapes(one, "book")]
    return sorted(bars + waves)


def readings(one: Set, shelf: FontShelf) -> list[Cell]:
    """Each reading from its first glyph to its last, from the left."""
    found = []
    for item in one.beside:
        if isinstance(item, GlyphRun):
            own = cells([item], shelf)
            found.append(Cell(item.text, own[0].left, own[-1].right, item.size))
    return sorted(found, key=lambda cell: cell.left)


PARTS = st.lists(
    st.tuples(
        COPY.filter(bool),
        st.sampled_from(["", "", "dots", "name", "book", "emphasis", "name dots", "book dots"]),
    ),
    min_size=1,
    max_size=6,
)
SYLLABLES = st.sampled_from(["a", "ē", "hàn", "zhōng", "zhuāng", "shuāng", "chuáng"])
