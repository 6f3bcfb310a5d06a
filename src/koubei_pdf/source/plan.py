"""The page plan: which pages, in which layout, with which article."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from ..model.content import PageSlot, Run
from ..model.diagnostics import Span
from ..model.names import shown
from ..model.schema import Key
from .desk import Desk
from .faults import plan as faults
from .faults.values import OUT_OF_RANGE
from .findings import Findings
from .illustrations import read_pictures
from .layouts import LayoutFolder
from .reader import Record, as_field, bounds
from .rests import Rests, check_length
from .yaml_nodes import ListNode, TextNode

KEYS = (
    "pages",
    "layout",
    "article",
    "continues",
    "otherwise",
    "features",
    "pictures",
    "fields",
)

_RANGE = re.compile(r"([0-9]{1,20})(?:\s*[-–]\s*([0-9]{1,20}))?")

#: No issue has more pages.
LAST_PAGE = 9999


def read_plan(
    record: Record, articles: Collection[str], layouts: LayoutFolder, desk: Desk
) -> tuple[PageSlot, ...]:
    """The slots under `pages`, without faulty ones; `articles` are the names that may stand in.

    A slot is faulty too where its layout is, or where it stands on the pages of another.
    """
    slots: list[PageSlot] = []
    sound: list[PageSlot] = []
    placed: dict[str, Span] = {}
    rests = Rests(articles, layouts, desk.findings)
    nodes = record.items("pages")
    for node in nodes:
        before = desk.findings.losses
        entry = Record.of(node, "pages", KEYS, desk.findings, required=("pages", "layout"))
        if entry is None:
            continue
        article = _article(entry, articles, placed, desk.findings)
        features = _features(entry, articles, desk.findings)
        slot = _read_slot(entry, article, features, layouts, desk)
        if slot is None:
            continue
        slot = rests.read(entry, slot)
        slots.append(slot)
        needed = {slot.layout, slot.otherwise or slot.layout}
        if desk.findings.losses == before and needed <= layouts.layouts.keys():
            sound.append(slot)
    plan = record.get("pages")
    if isinstance(plan, ListNode) and not nodes and "pages" not in record.meant:
        desk.findings.add(faults.NO_PAGES.at(plan.span))
    rests.check(slots)
    planned = _check_order(slots, desk.findings)
    if len(slots) == len(nodes):
        _check_all_there(planned, desk.findings)
    _check_placed(record, articles, placed, desk.findings)
    return tuple(slot for slot in sound if _has_its_pages(slot, planned))


def _has_its_pages(slot: PageSlot, planned: Mapping[int, PageSlot]) -> bool:
    return all(planned[page] is slot for page in range(slot.first, slot.last + 1))


def _read_slot(
    entry: Record,
    article: Run | None,
    features: tuple[str, ...],
    layouts: LayoutFolder,
    desk: Desk,
) -> PageSlot | None:
    pages, name = _pages(entry, desk.findings), entry.text("layout")
    fields = {}
    for key, field in entry.mapping("fields").items():
        run = as_field(field.value, key, desk.findings)
        if run is not None:
            fields[key] = run
    pictures = read_pictures(entry, "", desk)
    extent = None if pages is None else _range(pages, desk.findings)
    layout = None if name is None else layouts.get(name)
    if pages is None or extent is None or name is None:
        return None
    first, last = extent
    if layout is not None:
        check_length(pages.span, first, last, name.text, layout.pages, desk.findings)
    id_ = None if article is None else article.text
    return PageSlot(first, last, name.text, id_, pages.span, name.span, features, pictures, fields)


def _pages(entry: Record, findings: Findings) -> Run | None:
    """The page numbers as written; a list of them is meant as a range."""
    node = entry.get("pages")
    if not isinstance(node, ListNode):
        return entry.text("pages")
    items = (item.text if isinstance(item, TextNode) else "…" for item in node.items)
    findings.add(faults.BAD_RANGE.at(node.span, found=shown(f"[{', '.join(items)}]")))
    return None


def _article(
    entry: Record, articles: Collection[str], placed: dict[str, Span], findings: Findings
) -> Run | None:
    """The article of a slot, which must be known and in no slot before."""
    article = entry.text("article")
    if article is None:
        return None
    name: str | None = article.text
    if article.text not in articles:
        rule = faults.UNKNOWN_ARTICLE
        name = findings.unknown(rule, article.span, article.text, articles)
    elif article.text in placed:
        line = placed[article.text].line
        fault = faults.TWO_SLOTS.at(article.span, article=shown(article.text), line=line)
        findings.add(fault)
    if name is not None:
        placed.setdefault(name, article.span)
    return article


def _features(entry: Record, articles: Collection[str], findings: Findings) -> tuple[str, ...]:
    """The articles that a slot announces, such as a cover's lines."""
    found: list[str] = []
    for run in entry.texts("features"):
        if run.text in found:
            findings.add(faults.SAME_FEATURE.at(run.span, article=shown(run.text)))
        if run.text in articles:
            found.append(run.text)
        else:
            findings.unknown(faults.UNKNOWN_ARTICLE, run.span, run.text, articles)
    return tuple(found)


def _range(pages: Run, findings: Findings) -> tuple[int, int] | None:
    """First and last page, from 1."""
    match = _RANGE.fullmatch(pages.text.strip())
    if match is not None:
        first, last = int(match[1]), int(match[2] or match[1])
        if last > LAST_PAGE:
            found, range_ = shown(pages.text), bounds(Key("integer", least=1, most=LAST_PAGE))
            findings.add(OUT_OF_RANGE.at(pages.span, key="pages", found=found, range=range_))
            return None
        if 1 <= first <= last:
            return first, last
    findings.add(faults.BAD_RANGE.at(pages.span, found=shown(pages.text)))
    return None


def _check_order(slots: Sequence[PageSlot], findings: Findings) -> dict[int, PageSlot]:
    """Pages go up without a clash. Gives the (first) slot of each page."""
    planned: dict[int, PageSlot] = {}
    before = 0
    for slot in slots:
        pages = range(slot.first, slot.last + 1)
        clash = next((page for page in pages if page in planned), None)
        if clash is not None:
            line = planned[clash].span.line
            findings.add(faults.PAGE_CLASH.at(slot.span, page=clash, line=line))
        elif slot.first < before:
            findings.add(faults.PAGE_ORDER.at(slot.span, page=slot.first, before=before))
        for page in pages:
            planned.setdefault(page, slot)
        before = max(before, slot.last)
    return planned


def _check_all_there(planned: dict[int, PageSlot], findings: Findings) -> None:
    """No page is missing, and their number is even."""
    previous = 0
    for page in sorted(planned):
        if page > previous + 1:
            first, last = previous + 1, page - 1
            missing = f"{first}" if first == last else f"{first}–{last}"
            findings.add(faults.PAGE_GAP.at(planned[page].span, page=missing))
        previous = page
    if previous % 2:
        findings.add(faults.ODD_TOTAL.at(planned[previous].span, pages=previous))


def _check_placed(
    record: Record, articles: Collection[str], placed: Collection[str], findings: Findings
) -> None:
    """Every article of the manifest must be in a slot."""
    entries = record.mapping("articles")
    for name in articles:
        if name not in placed:
            span = entries[name].key.span
            findings.add(faults.NO_SLOT.at(span, article=shown(name)))
