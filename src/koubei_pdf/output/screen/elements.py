"""Structure elements, and the one that a piece of text belongs to: a paragraph, a list, a table.

Text comes in reading order, but a story goes on beyond columns and pages, with pictures between.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ...model.book import GlyphRun
from ..document import Pdf

#: Roles of type that head a story, and a part of it.
TITLE = "title"
_KINDS = {TITLE: "H1", "heading": "H2"}

#: Roles of type that stands in a paragraph, or beside its lines.
_INITIAL, _READING = "initial", "ruby"
#: Roles of what stands in rows (timelines, lists of names): each row is a paragraph.
_ROWS = ("event", "staff")
#: Roles of the text of list items and of their markers, and of the head of a table.
_ITEM, _MARKER, _HEAD = "item", "marker", "table-head"


@dataclass(eq=False)
class Element:
    """A structure element: its type, what it is grouped by, and its kids in reading order."""

    kind: str
    key: tuple[object, ...] = ()
    kids: list[Element | tuple[Pdf, int] | Pdf] = field(default_factory=list)
    title: str = ""
    alt: str = ""
    object: Pdf = None

    @property
    def elements(self) -> list[Element]:
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def new(self, kind: str, *key: object) -> Element:
        """A new element, the last of the kids."""
        element = Element(kind, key)
        self.kids.append(element)
        return element


def element_of(section: Element, run: GlyphRun) -> Element | None:
    """The element of a run; None for one that repeats what was there."""
    if run.cell:
        return _cell(section, run)
    if run.role == _MARKER:
        return _label(section, run)
    if run.role == _ITEM:
        return _item(section)
    return _paragraph(section, run)


def complete(table: Element) -> None:
    """Give all rows of a table as many cells (ISO 14289-1, 7.5): empty ones hold no text."""
    rows = table.elements
    count = max(len(row.kids) for row in rows)
    for row in rows:
        _widen(table, row, count)


def _last(section: Element) -> Element | None:
    """The last element of text: pictures stand anywhere."""
    return next((e for e in reversed(section.elements) if e.kind != "Figure"), None)


def _paragraph(section: Element, run: GlyphRun) -> Element:
    """The paragraph or heading of a line: the last one, or a new one."""
    last, place = _last(section), run.span
    if last is not None and last.kind == "L" and run.role == _READING:
        return _item(section)
    if last is not None and _goes_on(last, run):
        if run.role not in (_INITIAL, _READING):
            last.key = (run.role, place.file, place.line)
        return last
    return section.new(_KINDS.get(run.role, "P"), run.role, place.file, place.line)


def _goes_on(paragraph: Element, run: GlyphRun) -> bool:
    """Whether a run is of the paragraph that was opened last, after what was found of it."""
    if len(paragraph.key) != 3 or paragraph.key[1] != run.span.file:
        return False
    role, _, line = paragraph.key
    assert isinstance(line, int)
    if run.role == _READING:  # always right after its line, which may go on from another
        return True
    if role != run.role and _INITIAL not in (role, run.role):
        return False
    if role in _ROWS:
        return line == run.span.line
    return line <= run.span.line <= line + 1


def _label(section: Element, run: GlyphRun) -> Element:
    """The label of a new list item, in the list that was there last if it is of its kind."""
    numbering = "/Decimal" if any(char.isdigit() for char in run.text) else "/Disc"
    last = _last(section)
    if last is None or last.kind != "L" or last.key != (numbering,):
        last = section.new("L", numbering)
    return last.new("LI").new("Lbl")


def _item(section: Element) -> Element:
    """The body of the list item that was opened last."""
    item = next(e for e in reversed(section.elements) if e.kind == "L").elements[-1]
    parts = item.elements
    return parts[-1] if parts[-1].kind == "LBody" else item.new("LBody")


def _cell(section: Element, run: GlyphRun) -> Element | None:
    """The cell of a table's row, which is one line of the source; None for a head again."""
    table = next((e for e in reversed(section.elements) if e.kind == "Table"), None)
    key = (run.span.file, run.span.line)
    if table is None or not _has_room(table, run):
        table = section.new("Table")
    if all(row.key != key for row in table.elements):
        table.new("TR", *key)
    row = table.elements[-1]
    if row.key != key:
        return None
    _widen(table, row, run.cell)
    return row.elements[run.cell - 1]


def _has_room(table: Element, run: GlyphRun) -> bool:
    """Whether a run is of a row of the table that was opened last, or of its next row.

    Between the rows of two tables there are a blank line, a head and a rule.
    """
    rows = [row.key for row in table.elements]
    file, line = rows[-1]
    assert isinstance(line, int)
    if (run.span.file, run.span.line) in rows:
        return True
    return run.role != _HEAD and run.span.file == file and line < run.span.line <= line + 3


def _widen(table: Element, row: Element, count: int) -> None:
    """Give a row `count` cells at least."""
    kind = "TH" if row is table.elements[0] else "TD"
    while len(row.kids) < count:
        row.new(kind)
