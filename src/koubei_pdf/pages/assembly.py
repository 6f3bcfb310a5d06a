"""The page plan becomes the Book: every slot's frames are filled, page by page.

Slots with a list of contents, and those on which stories go on, come last: what they print depends
on pages that are already laid out then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ..fonts import FontShelf
from ..model.book import Book, FrameBox, Guides, Item, Page
from ..model.content import Issue, PageSlot
from ..model.diagnostics import Diagnostic
from ..model.fitting import Fit
from ..model.geometry import Rect
from ..model.mirror import mirrored
from ..model.style import Frame
from .beyond import covered_rests
from .context import Context, Filled, Rest, SetParagraph
from .faults.entries import NO_ARTICLE
from .faults.rests import UNUSED_REST
from .fillers import FILLERS
from .filling import fill_frames
from .fitting.outcome import findings, fit_of, with_cuts
from .fitting.search import fitted
from .fitting.trial import Fills
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
from .overlaps import Texts
from .rests import has_rest_frame
from .slots import grids_of
from .template import folio


@dataclass(slots=True)
class _Pages:
    """The items of each page as they come together, by page number."""

    items: dict[int, list[Item]] = field(default_factory=dict)
    masters: dict[int, list[Item]] = field(default_factory=dict)
    frames: dict[int, list[FrameBox]] = field(default_factory=dict)
    folios: set[int] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    texts: Texts = field(default_factory=Texts)
    faults: list[Diagnostic] = field(default_factory=list)
    landed: dict[str, int] = field(default_factory=dict)
    carried: dict[str, Rest] = field(default_factory=dict)
    trace: list[SetParagraph] | None = None
    fits: list[Fit] = field(default_factory=list)


def make_book(
    issue: Issue,
    shelf: FontShelf,
    *,
    progress: Callable[[int, int], None] | None = None,
    trace: list[SetParagraph] | None = None,
    fits: list[Fit] | None = None,
) -> tuple[Book, list[Diagnostic]]:
    """Lay the whole issue out. The Book is complete even where faults were found.

    progress: called with the pages done so far and the pages of the issue; trace: takes every
    paragraph that is set, in the order of setting; fits: takes how every story was
    fitted.
    """
    pages = _Pages(trace=trace, fits=[] if fits is None else fits)
    done, total = 0, sum(slot.last - slot.first + 1 for slot in issue.pages)
    for slot in sorted(issue.pages, key=lambda slot: _comes_last(issue, slot)):
        _lay_out(issue, slot, shelf, pages)
        done += slot.last - slot.first + 1
        if progress:
            progress(done, total)
    pages.faults.extend(check_contents(issue, pages.shown))
    pages.faults.extend(check_staff(issue, pages.shown))
    return _book(issue, pages), pages.faults


def _comes_last(issue: Issue, slot: PageSlot) -> bool:
    """Whether what a slot prints depends on other pages."""
    return lists_contents(issue, slot) or bool(slot.continues)


def _all_fit(articles: Sequence[str], pages: _Pages) -> bool:
    """Whether stories were laid out and fit."""
    over = {fit.article for fit in pages.fits if fit.over}
    return pages.landed.keys() >= set(articles) and over.isdisjoint(articles)


def _lay_out(issue: Issue, slot: PageSlot, shelf: FontShelf, pages: _Pages) -> None:
    if slot.continues and pages.carried.keys().isdisjoint(slot.continues):
        if slot.otherwise:
            slot = replace(slot, layout=slot.otherwise, continues=())
        elif has_rest_frame(issue.layouts[slot.layout]) and _all_fit(slot.continues, pages):
            pages.faults.append(UNUSED_REST.at(slot.span, page=slot.first))
    layout = issue.layouts[slot.layout]
    if lacks_article(slot, layout):
        pages.faults.append(NO_ARTICLE.at(slot.layout_span, layout=slot.layout))
        return
    article = issue.articles[slot.article] if slot.article else None
    section = issue.sections.get(article.section) if article else None
    context = Context(
        issue,
        slot,
        layout,
        article,
        section,
        shelf,
        pages.landed,
        pages.trace,
        carried=pages.carried,
    )
    grids = grids_of(issue, slot)
    outcome = fitted(context, issue.locks.get(slot.article or ""))
    fills, fit = outcome.trial.fills, fit_of(outcome)
    if fit is not None:
        pages.fits.append(fit)
        pages.faults.extend(findings(outcome, fit))
    if pages.trace is not None:
        pages.trace.extend(outcome.trial.context.trace or ())
    context = replace(outcome.trial.context, trace=pages.trace)
    _collect(context, fills, pages.items, pages, fit)
    masters: list[tuple[Frame, Filled]] = []
    for page in grids:
        name = context.layout.masters[page - slot.first]
        if name:
            found = fill_frames(context, _on_side(issue, name, page), page, grids)
            _collect(context, found, pages.masters, pages)
            masters.extend(found)
    if article:
        pages.landed[article.id] = slot.first
        rest = next((filled.rest for _, filled in fills if filled.rest), None)
        if rest:
            pages.carried[article.id] = rest
    if all(filled.is_placed for _, filled in fills):
        if article:
            pages.faults.extend(check_article(context, article, fills))
        pages.faults.extend(check_slot(context, fills, masters))
    pages.faults.extend(covered_rests(context))


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
    fills: Fills,
    target: dict[int, list[Item]],
    pages: _Pages,
    fit: Fit | None = None,
) -> None:
    for frame, filled in fills:
        pages.faults.extend(with_cuts(fault, fit) for fault in filled.faults)
        pages.shown |= filled.shows
        for page, box in filled.boxes:
            pages.frames.setdefault(page, []).append(box)
        for page, item in filled.items:
            target.setdefault(page, []).append(item)
        if "folio" in filled.shows:
            pages.folios.update(page for page, _ in filled.items)
        pages.faults.extend(pages.texts.add(context, frame, filled))


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
    marks = bookmarks(issue, pages.landed, pages.carried)
    return Book(issue.house.boxes, tuple(made), tuple(marks), metadata(issue))


def _guides(issue: Issue, number: int, frames: Sequence[FrameBox]) -> Guides:
    grid = issue.house.grid
    left = PageGrid(grid, issue.house.boxes, number % 2 == 0).left
    width, height = grid.columns * grid.em, grid.rows * grid.row
    area = Rect(left, grid.head, left + width, grid.head + height)
    return Guides(area, grid.em, grid.row, tuple(frames))
