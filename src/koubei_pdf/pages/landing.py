"""Whether all that a slot and its article bring is in print, and the title where the plan says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model.content import Article, Issue, PageSlot, Picture, Run
from ..model.diagnostics import Diagnostic
from ..model.names import unknown
from ..model.style import Frame, Layout
from .context import Context, Filled
from .faults.components import UNUSED_STAFF
from .faults.copy import (
    FOLIO_CLASH,
    UNPLACED_COPY,
    UNUSED_FEATURE,
    UNUSED_FIELD,
    UNUSED_PICTURE,
)
from .faults.entries import NOT_LISTED, UNPLACED_CAPTION, UNUSED_QUOTES
from .rests import check_rests

Fills = Sequence[tuple[Frame, Filled]]

#: What only an article can give: a frame of these kinds, or a text with this field.
_OF_ARTICLES = ("body", "figures", "people", "sidebar", "timeline")
_TITLE_FIELD = re.compile(r"\{\s*title\s*\}")
_SLOT_FIELD = re.compile(r"\{\s*slot\.([^{}]*?)\s*\}")


def lacks_article(slot: PageSlot, layout: Layout) -> bool:
    """Whether the layout sets an article and the entry of the page plan names none."""
    return slot.article is None and any(map(_is_of_articles, layout.frames))


def _is_of_articles(frame: Frame) -> bool:
    text = frame.options.get("text")
    has_title = isinstance(text, Run) and _TITLE_FIELD.search(text.text) is not None
    return has_title or frame.kind in _OF_ARTICLES


def lists_contents(issue: Issue, slot: PageSlot) -> bool:
    """Whether a slot's pages have a list of contents."""
    return any(frame.kind == "contents" for frame in issue.layouts[slot.layout].frames)


def check_contents(issue: Issue, shown: set[str]) -> Iterator[Diagnostic]:
    """Where the issue lists its contents at all, every article is in a list."""
    lists = [slot for slot in issue.pages if lists_contents(issue, slot)]
    if not lists or lacks_pages(issue):  # a list may be on those
        return
    for slot in issue.pages:
        if slot.article and f"contents {slot.article}" not in shown:
            section = issue.articles[slot.article].section
            facts = {"article": slot.article, "section": section, "layout": lists[0].layout}
            yield NOT_LISTED.at(slot.span, **facts)


def check_staff(issue: Issue, shown: set[str]) -> Iterator[Diagnostic]:
    """Who made the issue is printed somewhere."""
    if issue.staff and "staff" not in shown and not lacks_pages(issue):
        yield UNUSED_STAFF.at(issue.staff[0].role.span)


def lacks_pages(issue: Issue) -> bool:
    """Whether pages could not be read, or none at all."""
    planned = sum(slot.last - slot.first + 1 for slot in issue.pages)
    return not issue.pages or planned < issue.pages[-1].last


def title_page(context: Context, fills: Fills) -> int:
    """The page on which the title stands, or the slot's first."""
    for frame, filled in fills:
        if "title" in filled.shows:
            return context.slot.first + frame.page - 1
    return context.slot.first


def check_article(context: Context, article: Article, fills: Fills) -> Iterator[Diagnostic]:
    """The title is where the plan says, and every part of the article is in print."""
    slot = context.slot
    # A spread begins on its left page: a title on its right one still starts there.
    found, start = title_page(context, fills), slot.first
    if found not in (start, start + 1) or (found != start and start % 2):
        title = article.fields["title"].text
        yield FOLIO_CLASH.at(slot.span, title=title, wanted=start, found=found)
    shown = _shown(fills)
    for part in _parts(article):
        if part not in shown:
            yield UNPLACED_COPY.at(slot.layout_span, layout=slot.layout, part=part)
    if article.quotes and not any(name.startswith("quotes.") for name in shown):
        yield UNUSED_QUOTES.at(article.quotes[0].span, layout=slot.layout)
    yield from _unused_pictures(context, article.pictures, shown)


def check_slot(context: Context, fills: Fills, masters: Fills) -> Iterator[Diagnostic]:
    """All that the entry of the page plan gives is in print."""
    slot = context.slot
    shown = _shown(fills) | _shown(masters)
    for name, run in (slot.fields or {}).items():
        if f"slot.{name}" not in shown:
            asked = _slot_fields([frame for frame, _ in (*fills, *masters)])
            yield unknown(UNUSED_FIELD, run.span, name, asked, layout=slot.layout)[0]
    for number, article in enumerate(slot.features, 1):
        is_shown = any(name.startswith(f"features.{number}.") for name in shown)
        if not is_shown and article not in context.issue.unread:
            facts = {"layout": slot.layout, "article": article, "number": number}
            yield UNUSED_FEATURE.at(slot.span, **facts)
    yield from check_rests(context, shown)
    before = len(context.article.pictures) if context.article else 0
    yield from _unused_pictures(context, slot.pictures, shown, before)


def _shown(fills: Fills) -> set[str]:
    return set().union(*(filled.shows for _, filled in fills))


def _slot_fields(frames: Sequence[Frame]) -> list[str]:
    """The fields of a slot that these frames ask for."""
    options = [option for frame in frames for option in frame.options.values()]
    texts = [option.text for option in options if isinstance(option, Run)]
    return sorted({name for text in texts for name in _SLOT_FIELD.findall(text)})


def _parts(article: Article) -> Iterator[str]:
    """What of an article must come into print, by the names that fillers report."""
    yield from (name for name in article.fields if name != "contents")
    present = {
        "byline": article.byline,
        "body": article.blocks,
        "notes": article.notes,
        "figures": article.figures,
    }
    yield from (name for name, found in present.items() if found)
    for number in range(1, len(article.sidebars) + 1):
        yield f"sidebar {number}"
    for number in range(1, len(article.events) + 1):
        yield f"event {number}"
    for number, person in enumerate(article.people, 1):
        yield f"person {number}"
        if person.note:
            yield f"note of person {number}"


def _unused_pictures(
    context: Context, pictures: Sequence[Picture], shown: set[str], before: int = 0
) -> Iterator[Diagnostic]:
    """Pictures that no frame shows, and captions; `before` pictures of the slot come first.

    Without its frame a picture is spared, but not the words of its caption.
    """
    span, layout = context.slot.layout_span, context.slot.layout
    for number, picture in enumerate(pictures, before + 1):
        is_shown = f"picture {number}" in shown
        caption = picture.caption if f"pictures.{number}" not in shown else None
        if caption and is_shown:
            facts = {"number": number, "part": f"pictures.{number}"}
            yield UNPLACED_CAPTION.at(caption.span, layout=layout, **facts)
        elif caption:
            yield UNPLACED_COPY.at(span, layout=layout, part=f"picture {number}")
        elif not is_shown:
            yield UNUSED_PICTURE.at(span, layout=layout, part=f"picture {number}")
