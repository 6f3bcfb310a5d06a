"""`continues` of the page plan: pages on which stories that begin before them may go on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ..model.content import PageSlot, Run
from ..model.diagnostics import Span
from ..model.names import shown
from .faults import plan as faults
from .faults import rests
from .findings import Findings
from .layouts import LayoutFolder
from .reader import Record


class Rests:
    """What the entries of a page plan say of stories that go on."""

    def __init__(
        self, articles: Collection[str], layouts: LayoutFolder, findings: Findings
    ) -> None:
        self._articles, self._layouts, self._findings = articles, layouts, findings
        #: Where each story goes on, as it is named there, and that entry's first page.
        self._named: dict[str, tuple[Run, int]] = {}

    def read(self, entry: Record, slot: PageSlot) -> PageSlot:
        """A slot with the articles that may go on there, and the layout for where none does."""
        findings = self._findings
        known: list[str] = []
        named = entry.texts("continues")
        for run in named:
            if run.text not in self._articles:
                findings.unknown(faults.UNKNOWN_ARTICLE, run.span, run.text, self._articles)
            elif run.text in self._named:
                line = self._named[run.text][0].span.line
                findings.add(rests.TWO_RESTS.at(run.span, article=shown(run.text), line=line))
            else:
                self._named[run.text] = run, slot.first
                known.append(run.text)
        if named and slot.article:
            span = entry.node.entries["article"].value.span
            findings.add(rests.STORY_AND_REST.at(span, article=shown(slot.article)))
        return replace(slot, continues=tuple(known), otherwise=self._otherwise(entry, slot))

    def _otherwise(self, entry: Record, slot: PageSlot) -> str:
        name = entry.text("otherwise")
        if name is None:
            return ""
        if entry.get("continues") is None:
            self._findings.add(rests.NO_REST.at(name.span))
            return ""
        layout = self._layouts.get(name)
        if layout is not None:
            pages = slot.first, slot.last
            check_length(name.span, *pages, name.text, layout.pages, self._findings)
        return name.text

    def check(self, slots: Sequence[PageSlot]) -> None:
        """Stories go on after the pages where they begin, and only if their layout lets them."""
        for slot in slots:
            if slot.article not in self._named:
                continue
            run, page = self._named[slot.article]
            layout = self._layouts.layouts.get(slot.layout)
            if page <= slot.last:
                pages = {"page": page, "last": slot.last}
                fault = rests.REST_TOO_EARLY.at(run.span, article=shown(run.text), **pages)
                self._findings.add(fault)
            elif layout is not None and layout.fit.parting is None:
                facts = {"article": shown(run.text), "layout": slot.layout}
                self._findings.add(rests.NEVER_PARTED.at(run.span, **facts))


def check_length(
    span: Span, first: int, last: int, layout: str, wanted: int, findings: Findings
) -> None:
    """A slot is as long as its layout, and spreads start on a left page."""
    found = last - first + 1
    if found != wanted:
        findings.add(faults.SLOT_LENGTH.at(span, found=found, layout=layout, wanted=wanted))
    elif wanted > 1 and first % 2:
        findings.add(faults.SPREAD_START.at(span, layout=layout, page=first))
