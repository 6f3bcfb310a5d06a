"""The page plan becomes the Book: every slot's frames are filled, page by page.

Slots with a list of contents come last, so that the page numbers they print are those of
pages that are already laid out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ..fonts import FontShelf
from ..model.book import Book, Fill, FrameBox, Guides, Item, Page, PlacedPicture
from ..model.content import Drawing, Issue, PageSlot
from ..model.diagnostics import Diagnostic
from ..model.geometry import Rect
from ..model.mirror import mirrored
from ..model.style import Frame
from .context import Context, Filled, SetParagraph
from .faults.entries import NO_ARTICLE
from .faults.frames import COVERED, FRAME_CLASH
from .fillers import FILLERS
from .filling import fill_frames
from .grid import PageGrid
from .grounds import grounded
from .landing import (
    check_article,
    check_contents,
    check_slot,
    check_staff,
    lacks_article,
    lists_contents,
)
from .navigation import bookmarks, metadata
from .template import folio

#: Paint that overlaps a text by no more than this (pt) hides nothing of it.
HAIR = 1.0


@dataclass(slots=True)
class _Pages:
    """The items of each page as they come together, by page number."""

    items: dict[int, list[Item]] = field(default_factory=dict)
    masters: dict[int, list[Item]] = field(default_factory=dict)
    frames: dict[int, list[FrameBox]] = field(default_factory=dict)
    folios: set[int] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    texts: dict[int, dict[str, list[Rect]]] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    landed: dict[str, int] = field(default_factory=dict)
    trace: list[SetParagraph] | None = None


def make_book(
    issue: Issue,
    shelf: FontShelf,
    *,
    progress: Callable[[int, int], None] | None = None,
    trace: list[SetParagraph] | None = None,
) -> tuple[Book, list[Diagnostic]]:
    """Lay the whole issue out. The Book is complete even where faults were found.

    progress: called with the pages done so far and the pages of the issue; trace: takes every
    paragraph that is set, in the order of setting.
    """
    pages = _Pages(trace=trace)
    done, total = 0, sum(slot.last - slot.first + 1 for slot in issue.pages)
    for slot in sorted(issue.pages, key=lambda slot: lists_contents(issue, slot)):
        _lay_out(issue, slot, shelf, pages)
        done += slot.last - slot.first + 1
        if progress:
            progress(done, total)
    pages.faults.extend(check_contents(issue, pages.shown))
    pages.faults.extend(check_staff(issue, pages.shown))
    return _book(issue, pages), pages.faults


def _lay_out(issue: Issue, slot: PageSlot, shelf: FontShelf, pages: _Pages) -> None:
    layout = issue.layouts[slot.layout]
    if lacks_article(slot, layout):
        pages.faults.append(NO_ARTICLE.at(slot.layout_span, layout=slot.layout))
        return
    article = issue.articles[slot.article] if slot.article else None
    section = issue.sections.get(article.section) if article else None
    context = Context(issue, slot, layout, article, section, shelf, pages.landed, pages.trace)
    grids = {
        page: PageGrid(issue.house.grid, issue.house.boxes, page % 2 == 0)
        for page in range(slot.first, slot.last + 1)
    }
    turned = layout.pages == 1 and slot.first % 2 == 0
    frames = [_turned(frame, issue) if turned else frame for frame in layout.frames]
    fills = fill_frames(context, frames, slot.first, grids)
    _collect(context, fills, pages.items, pages)
    masters: list[tuple[Frame, Filled]] = []
    for page in grids:
        name = layout.masters[page - slot.first]
        if name:
            found = fill_frames(context, _on_side(issue, name, page), page, grids)
            _collect(context, found, pages.masters, pages)
            masters.extend(found)
    if article:
        pages.landed[article.id] = slot.first
    if all(filled.is_placed for _, filled in fills):
        if article:
            pages.faults.extend(check_article(context, article, fills))
        pages.faults.extend(check_slot(context, fills, masters))


def _on_side(issue: Issue, master: str, page: int) -> list[Frame]:
    """The frames of a master on a page, turned on left-hand ones."""
    frames = issue.house.masters[master]
    if page % 2:
        return [frame for frame in frames if frame.on != "verso"]
    return [_turned(frame, issue) for frame in frames if frame.on != "recto"]


def _turned(frame: Frame, issue: Issue) -> Frame:
    """A frame drawn for a right-hand page as it stands on a left-hand one."""
    return mirrored(frame, FILLERS[frame.kind].options, issue.house.grid.columns)


def _collect(
    context: Context,
    fills: list[tuple[Frame, Filled]],
    target: dict[int, list[Item]],
    pages: _Pages,
) -> None:
    for frame, filled in fills:
        pages.faults.extend(filled.faults)
        pages.shown |= filled.shows
        for page, box in filled.boxes:
            pages.frames.setdefault(page, []).append(box)
        for page, item in filled.items:
            target.setdefault(page, []).append(item)
            _check_covered(context, frame, page, item, filled, pages)
        if "folio" in filled.shows:
            pages.folios.update(page for page, _ in filled.items)
        for name, page, rect in filled.texts:
            _check_overlap(context, name, page, rect, pages)


def _check_overlap(context: Context, name: str, page: int, rect: Rect, pages: _Pages) -> None:
    """A text must not stand on another; the columns of one frame do not count."""
    texts = pages.texts.setdefault(page, {})
    for other, rects in texts.items():
        if other != name and any(rect.intersection(one) for one in rects):
            span = context.frame_span(name)
            pages.faults.append(FRAME_CLASH.at(span, page=page, frame=name, other=other))
            break
    texts.setdefault(name, []).append(rect)


def _check_covered(
    context: Context, frame: Frame, page: int, item: Item, filled: Filled, pages: _Pages
) -> None:
    """What is painted after a text must not hide it; what counts as text itself clashes with it."""
    area = _painted(frame, item)
    own = [rect for _, on, rect in filled.texts if on == page]
    if area is None or any(rect.covers(area) for rect in own):
        return
    for other, rects in pages.texts.get(page, {}).items():
        hidden = (area.intersection(rect) for rect in rects if other != frame.name)
        if any(part and min(part.width, part.height) > HAIR for part in hidden):
            span = context.frame_span(frame.name)
            pages.faults.append(COVERED.at(span, page=page, frame=frame.name, other=other))


def _painted(frame: Frame, item: Item) -> Rect | None:
    """The rectangle that an item hides; a drawing shown whole has its own outline instead."""
    if isinstance(item, Fill):
        return item.rect
    if isinstance(item, PlacedPicture):
        is_free = isinstance(item.art, Drawing) and frame.options.get("fit") == "whole"
        return None if is_free else item.clip
    return None


def _book(issue: Issue, pages: _Pages) -> Book:
    last = max((slot.last for slot in issue.pages), default=0)
    made = []
    for number in range(1, last + 1):
        furniture = pages.masters.get(number, [])
        items, faults = grounded((*pages.items.get(number, ()), *furniture))
        pages.faults.extend(faults)
        printed = folio(number) if number in pages.folios else ""
        guides = _guides(issue, number, pages.frames.get(number, ()))
        made.append(Page(number, printed, items, len(furniture), guides))
    marks = bookmarks(issue, pages.landed)
    return Book(issue.house.boxes, tuple(made), tuple(marks), metadata(issue))


def _guides(issue: Issue, number: int, frames: Sequence[FrameBox]) -> Guides:
    grid = issue.house.grid
    left = PageGrid(grid, issue.house.boxes, number % 2 == 0).left
    width, height = grid.columns * grid.em, grid.rows * grid.row
    area = Rect(left, grid.head, left + width, grid.head + height)
    return Guides(area, grid.em, grid.row, tuple(frames))
