"""Layers over the pages of a proof: frames, grid and faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...fonts import FontShelf
from ...model.book import GlyphRun, Item, Page
from ...model.diagnostics import Diagnostic, Span
from ...model.geometry import PageBoxes, Rect
from ...model.style import Cmyk
from ..extents import extent

FRAME_INK, TRIM_INK = Cmyk(0, 100, 0, 0), Cmyk(100, 0, 0, 0)
GRID_INK, FAULT_INK = Cmyk(60, 0, 0, 0), Cmyk(0, 100, 100, 0)

_LABEL, _FAULT_LABEL = 5.0, 8.0
_MARGIN = 2.0
_NAMES = ("Frames 框", "Grid 网格", "Faults 问题")


@dataclass(frozen=True, slots=True)
class Line:
    """A line from corner to corner of `rect`, or the four sides of it."""

    rect: Rect
    ink: Cmyk
    width: float
    is_box: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A short ASCII text whose baseline begins at (x, y)."""

    text: str
    x: float
    y: float
    size: float
    ink: Cmyk


Mark = Line | Label
Layer = Callable[[Page], Iterator[Mark]]


def layers(
    boxes: PageBoxes, faults: Sequence[Diagnostic], shelf: FontShelf
) -> list[tuple[str, bool, Layer]]:
    """Name of each layer, whether it is on at first, and what it draws on a page."""
    return [
        (_NAMES[0], False, lambda page: _frames(page, boxes)),
        (_NAMES[1], False, _grid),
        (_NAMES[2], True, lambda page: _faults(page, faults, shelf)),
    ]


def _frames(page: Page, boxes: PageBoxes) -> Iterator[Mark]:
    """The trim, and each frame with its name and kind."""
    yield Line(boxes.trim_box, TRIM_INK, 0.25, is_box=True)
    for frame in page.guides.frames if page.guides else ():
        yield Line(frame.rect, FRAME_INK, 0.5, is_box=True)
        text = f"{frame.name} ({frame.kind})"
        x = max(frame.rect.x0, 0) + _MARGIN
        yield Label(text, x, max(frame.rect.y0, 0) + _LABEL + _MARGIN, _LABEL, FRAME_INK)


def _grid(page: Page) -> Iterator[Mark]:
    """The em boxes' sides across, and the head of each row."""
    if page.guides is None:
        return
    area, em, row = page.guides.type_area, page.guides.em, page.guides.row
    for column in range(round(area.width / em) + 1):
        x = area.x0 + column * em
        yield Line(Rect(x, area.y0, x, area.y1), GRID_INK, 0.15)
    for number in range(round(area.height / row) + 1):
        y = area.y0 + number * row
        yield Line(Rect(area.x0, y, area.x1, y), GRID_INK, 0.15)
        yield Line(Rect(area.x0, y + em, area.x1, y + em), GRID_INK, 0.05)


def _faults(page: Page, faults: Sequence[Diagnostic], shelf: FontShelf) -> Iterator[Mark]:
    """A box around everything on the page that a fault's place leads to, with the code."""
    for fault in faults:
        for rect in _places(page, fault.span, shelf):
            yield Line(rect, FAULT_INK, 1.0, is_box=True)
            yield Label(fault.rule.code, rect.x0, rect.y0 - _MARGIN, _FAULT_LABEL, FAULT_INK)


def _places(page: Page, span: Span, shelf: FontShelf) -> Iterator[Rect]:
    """Items set from the line of `span`, and the frames that it declares."""
    if not span.line:
        return
    for item in page.items:
        rect = _seen(item, shelf) if _is_at(item.span, span) else None
        if rect is not None:
            yield rect
    for frame in page.guides.frames if page.guides else ():
        if _is_at(frame.span, span):
            yield frame.rect


def _is_at(one: Span, other: Span) -> bool:
    return (one.file, one.line) == (other.file, other.line)


def _seen(item: Item, shelf: FontShelf) -> Rect | None:
    """What is seen of an item: a line ends with the ink of its last glyph, as a stop is blank
    behind it."""
    rect = extent(item, shelf)
    if rect is None or not isinstance(item, GlyphRun) or not item.glyphs:
        return rect
    face, last = shelf.face(item.face), item.glyphs[-1]
    ink = face.ink(last)
    blank = face.advance(last) - ink[2] if ink else 0.0
    behind = item.spacing + sum(pt for index, pt in item.shifts if index == len(item.glyphs) - 1)
    return replace(rect, x1=rect.x1 - behind - blank * item.size)
