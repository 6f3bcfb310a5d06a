"""The flatplan as data: spreads in reading order, and how each entry of the page plan stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..model.book import Book, Page
from ..model.content import Article, Issue, PageSlot, Section
from ..model.diagnostics import Diagnostic
from ..model.fitting import Fit
from ..model.planning import PictureWant, Slip, is_begun
from .words import length_of

#: The first page of those that a fault names.
_FIRST = re.compile(r"\d+")


class Rest(NamedTuple):
    """A story that goes on on other pages: it begins on page `page`.

    is_certain: whether it does; a story that is not written yet may.
    """

    article: Article
    page: int
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the page plan: its story, or none; what it wants; how its copy was fitted.

    rests: the stories that go on here, or may.
    matter: what pages without a story are (封面, 目录 …), if that is known. is_laid_out: whether
    its pages are in the book. faults: those of its story and pages.
    """

    slip: Slip
    article: Article | None
    section: Section | None
    is_laid_out: bool
    is_advertisement: bool
    matter: str
    fit: Fit | None
    faults: tuple[Diagnostic, ...]
    rests: tuple[Rest, ...] = ()

    @property
    def slot(self) -> PageSlot:
        return self.slip.slot

    @property
    def have(self) -> int:
        """Characters of copy that are there."""
        return length_of(self.article.blocks) if self.article else 0

    @property
    def is_written(self) -> bool:
        return self.article is not None and is_begun(self.article)

    @property
    def wanted(self) -> tuple[PictureWant, ...]:
        """The pictures that must be there, and those that are."""
        pictures = self.slip.pictures
        return tuple(one for one in pictures if not one.optional or one.verdict != "missing")

    @property
    def is_unneeded(self) -> bool:
        """Whether it has room for stories that go on, of which none does."""
        return bool(self.slot.continues) and not self.rests

    @property
    def errors(self) -> int:
        return sum(fault.is_error for fault in self.faults)


@dataclass(frozen=True, slots=True)
class Side:
    """A page: its number, what is laid out on it, its entry of the plan (None: it has none)."""

    number: int
    page: Page | None
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class Spread:
    """Two facing pages; the cover stands alone at the right, a last left page at the left."""

    left: Side | None
    right: Side | None

    @property
    def sides(self) -> tuple[Side, ...]:
        return tuple(side for side in (self.left, self.right) if side is not None)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Those of its pages, each once."""
        found = {id(side.entry): side.entry for side in self.sides if side.entry is not None}
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Flatplan:
    """All spreads of an issue. others: faults that belong to no entry."""

    issue: Issue
    spreads: tuple[Spread, ...]
    entries: tuple[Entry, ...]
    others: tuple[Diagnostic, ...]

    @property
    def stories(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.article is not None)

    @property
    def pages(self) -> int:
        return max((entry.slot.last for entry in self.entries), default=0)


def in_effect(slot: PageSlot, fits: Sequence[Fit]) -> PageSlot:
    """A slot as it is laid out: with its other layout where no story goes on there, nor may."""
    fitted = {fit.article: fit.choice.goes_on for fit in fits}
    if not slot.otherwise or any(fitted.get(article, True) for article in slot.continues):
        return slot
    return replace(slot, layout=slot.otherwise, continues=())


def _rests(issue: Issue, slot: PageSlot, fits: Mapping[str, Fit]) -> Iterator[Rest]:
    """The stories that go on on a slot's pages, and those that are not written yet and may."""
    begins = {one.article: one.first for one in issue.planned}
    for name in slot.continues:
        article, fit = issue.named(name), fits.get(name)
        if article is not None and (fit is None or fit.choice.goes_on):
            yield Rest(article, begins[name], fit is not None)


def plan_of(
    issue: Issue,
    book: Book,
    slips: Sequence[Slip],
    fits: Sequence[Fit],
    diagnostics: Sequence[Diagnostic],
) -> Flatplan:
    """The flatplan of an issue that was read with drafts and laid out as far as it goes."""
    left = list(diagnostics)
    by_story = {fit.article: fit for fit in fits}
    matter = {mark.page: mark.text for mark in book.bookmarks}
    laid_out = {slot.first for slot in issue.pages}
    entries = []
    for slip in sorted(slips, key=lambda slip: slip.slot.first):
        slot, article = slip.slot, issue.story(slip.slot)
        faults = tuple(fault for fault in left if _concerns(fault, slot, article))
        left = [fault for fault in left if fault not in faults]
        frames = issue.layouts[slot.layout].frames
        entries.append(
            Entry(
                slip=slip,
                article=article,
                section=issue.sections.get(article.section) if article else None,
                is_laid_out=slot.first in laid_out,
                is_advertisement=any(frame.kind == "advertisement" for frame in frames),
                matter="" if article else matter.get(slot.first, ""),
                fit=by_story.get(slot.article or ""),
                faults=faults,
                rests=tuple(_rests(issue, slot, by_story)),
            )
        )
    spreads = tuple(_spreads(entries, book))
    return Flatplan(issue, spreads, tuple(entries), tuple(left))


def _concerns(fault: Diagnostic, slot: PageSlot, article: Article | None) -> bool:
    """Whether a fault is one of an entry: of its story's file, its line in the plan, its pages."""
    span = fault.span
    if article is not None and span.file == article.span.file:
        return True
    page = _FIRST.match(fault.facts.get("page", ""))
    if page is not None:
        return slot.first <= int(page[0]) <= slot.last
    return span.file == slot.span.file and span.line == slot.span.line


def _spreads(entries: Sequence[Entry], book: Book) -> Iterator[Spread]:
    of_page = {
        number: entry
        for entry in reversed(entries)
        for number in range(entry.slot.first, entry.slot.last + 1)
    }
    laid_out = {page.number: page for page in book.pages}
    last = max(of_page, default=0)

    def side(number: int) -> Side | None:
        if not 1 <= number <= last:
            return None
        return Side(number, laid_out.get(number), of_page.get(number))

    for left in range(0, last + 1 if last else 0, 2):
        yield Spread(side(left), side(left + 1))
