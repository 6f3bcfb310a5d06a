"""The page plan becomes the Book: every slot's frames are filled, page by page.

Slots with a list of contents come last, so that the page numbers they print are those of
pages that are already laid out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from graphlib import CycleError, TopologicalSorter

from ..fonts import FontShelf
from ..model.book import Book, FrameBox, Guides, Item, Page
from ..model.content import Article, Issue, PageSlot
from ..model.diagnostics import Diagnostic
from ..model.geometry import PT_PER_MM, TOLERANCE, Rect
from ..model.style import Edge, Frame
from .context import Context, Filled, Place
from .faults import FOLIO_CLASH, FRAME_CIRCLE, FRAME_CLASH, OFF_PAGE, UNPLACED_COPY, UNUSED_PICTURE
from .fillers import FILLERS
from .grid import Extent, PageGrid, mirrored
from .grounds import grounded
from .navigation import bookmarks, metadata
from .template import folio


@dataclass(slots=True)
class _Pages:
    """The items of each page as they come together, by page number."""

    items: dict[int, list[Item]] = field(default_factory=dict)
    masters: dict[int, list[Item]] = field(default_factory=dict)
    frames: dict[int, list[FrameBox]] = field(default_factory=dict)
    folios: set[int] = field(default_factory=set)
    texts: dict[int, dict[str, list[Rect]]] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    landed: dict[str, int] = field(default_factory=dict)


def make_book(
    issue: Issue, shelf: FontShelf, *, progress: Callable[[int, int], None] | None = None
) -> tuple[Book, list[Diagnostic]]:
    """Lay the whole issue out. The Book is complete even where faults were found.

    progress: called with the pages done so far and the pages of the issue.
    """
    pages = _Pages()
    done, total = 0, sum(slot.last - slot.first + 1 for slot in issue.pages)
    for slot in sorted(issue.pages, key=lambda slot: _is_contents(issue, slot)):
        _lay_out(issue, slot, shelf, pages)
        done += slot.last - slot.first + 1
        if progress:
            progress(done, total)
    return _book(issue, pages), pages.faults


def _is_contents(issue: Issue, slot: PageSlot) -> bool:
    return any(frame.kind == "contents" for frame in issue.layouts[slot.layout].frames)


def _lay_out(issue: Issue, slot: PageSlot, shelf: FontShelf, pages: _Pages) -> None:
    layout = issue.layouts[slot.layout]
    article = issue.articles[slot.article] if slot.article else None
    section = issue.sections.get(article.section) if article else None
    context = Context(issue, slot, layout, article, section, shelf, pages.landed)
    grids = {
        page: PageGrid(issue.house.grid, issue.house.boxes, page % 2 == 0)
        for page in range(slot.first, slot.last + 1)
    }
    turned = layout.pages == 1 and slot.first % 2 == 0
    frames = [_turned(frame, issue) if turned else frame for frame in layout.frames]
    fills = _fill_frames(context, frames, slot.first, grids, pages)
    _collect(context, fills, pages.items, pages)
    for page in grids:
        name = layout.masters[page - slot.first]
        if name:
            master = [
                _turned(f, issue) if page % 2 == 0 else f for f in _on_side(issue, name, page)
            ]
            _collect(
                context, _fill_frames(context, master, page, grids, pages), pages.masters, pages
            )
    if article:
        _check_landing(context, article, fills, pages)


def _on_side(issue: Issue, master: str, page: int) -> list[Frame]:
    side = "recto" if page % 2 else "verso"
    return [f for f in issue.house.masters[master] if f.on in ("both", side)]


def _turned(frame: Frame, issue: Issue) -> Frame:
    """A frame drawn for a right-hand page as it stands on a left-hand one."""
    box = mirrored(frame.box, issue.house.grid.columns)
    turn = {"left": "right", "right": "left"}
    schema = FILLERS[frame.kind].options
    options = {
        name: turn.get(str(value), value) if schema[name].type == "choice" else value
        for name, value in frame.options.items()
    }
    return replace(frame, box=box, options=options)


def _fill_frames(
    context: Context,
    frames: list[Frame],
    first: int,
    grids: Mapping[int, PageGrid],
    pages: _Pages,
) -> list[tuple[Frame, Filled]]:
    """Fill the frames in the order in which they hang on each other; give them in paint order.

    The frames of a chained kind (text that flows on) are filled together.
    """
    chains: dict[str, list[Frame]] = {}
    for frame in frames:
        chains.setdefault(_chain(frame), []).append(frame)
    chain_of = {frame.name: _chain(frame) for frame in frames}
    hangs_on = {
        key: [chain_of[edge.name] for frame in chain for edge in _hanging_edges(frame)]
        for key, chain in chains.items()
    }
    try:
        order = list(TopologicalSorter(hangs_on).static_order())
    except CycleError as error:
        return [_in_a_circle(chains, set(error.args[1]))]
    extents: dict[str, Extent] = {}
    done: dict[str, Filled] = {}
    for key in order:
        chain = chains[key]
        places = [_place(frame, first, grids, extents) for frame in chain]
        filled = FILLERS[chain[0].kind].fill(context, places)
        for place in places:
            _note(place, pages)
            found = filled.extents.get(place.frame.name)
            extents[place.frame.name] = found or _empty(place, extents)
        done[chain[0].name] = filled
    return [(frame, done[frame.name]) for frame in frames if frame.name in done]


def _note(place: Place, pages: _Pages) -> None:
    """Keep where a frame stands; one that reaches over the gutter, on both pages."""
    frame, rect = place.frame, place.rect
    box = FrameBox(frame.name, frame.kind, rect, frame.span)
    pages.frames.setdefault(place.page, []).append(box)
    if place.facing is not None:
        beyond = replace(box, rect=rect.moved(-place.grid.boxes.width))
        pages.frames.setdefault(place.page + 1, []).append(beyond)


def _chain(frame: Frame) -> str:
    """What is filled together: all frames of a chained kind, else each frame by itself."""
    return f"all {frame.kind}" if FILLERS[frame.kind].chained else frame.name


def _hanging_edges(frame: Frame) -> list[Edge]:
    return [edge for edge in (frame.box.top, frame.box.bottom) if edge.base == "frame"]


def _in_a_circle(chains: Mapping[str, list[Frame]], circle: set[str]) -> tuple[Frame, Filled]:
    """The finding that frames wait for each other: nothing of this layout can be placed."""
    frames = [frame for key, chain in chains.items() if key in circle for frame in chain]
    guilty = next(frame for frame in frames if _hanging_edges(frame))
    on = _hanging_edges(guilty)[0].name
    filled = Filled()
    filled.faults.append(FRAME_CIRCLE.at(guilty.span, frame=guilty.name, other=on))
    return guilty, filled


def _place(
    frame: Frame, first: int, grids: Mapping[int, PageGrid], extents: Mapping[str, Extent]
) -> Place:
    page = first + frame.page - 1
    grid = grids[page]
    facing = grids.get(page + 1) if frame.box.across else None
    rect = grid.rect(frame.box, extents, facing)
    return Place(frame, page, grid, rect, facing)


def _empty(place: Place, extents: Mapping[str, Extent]) -> Extent:
    """An empty frame takes no rows: what hangs on it hangs on what it hung on itself."""
    top = place.frame.box.top
    if top.base == "frame":
        return extents[top.name]
    bottom = place.frame.box.bottom
    if bottom.base == "frame":
        return extents[bottom.name]
    row = (place.rect.y0 - place.grid.grid.head) / place.grid.grid.row
    return Extent(row, row)


def _collect(
    context: Context,
    fills: list[tuple[Frame, Filled]],
    target: dict[int, list[Item]],
    pages: _Pages,
) -> None:
    for _, filled in fills:
        pages.faults.extend(filled.faults)
        for page, item in filled.items:
            target.setdefault(page, []).append(item)
        if "folio" in filled.shows:
            pages.folios.update(page for page, _ in filled.items)
        for name, page, rect in filled.texts:
            _check_overlap(context, name, page, rect, pages)


def _check_overlap(context: Context, name: str, page: int, rect: Rect, pages: _Pages) -> None:
    """A text must not stand on another; the columns of one frame do not count."""
    _check_on_page(context, name, page, rect, pages)
    texts = pages.texts.setdefault(page, {})
    for other, rects in texts.items():
        if other != name and any(rect.intersection(one) for one in rects):
            span = context.frame_span(name)
            pages.faults.append(FRAME_CLASH.at(span, page=page, frame=name, other=other))
            break
    texts.setdefault(name, []).append(rect)


def _check_on_page(context: Context, name: str, page: int, rect: Rect, pages: _Pages) -> None:
    """Text must stand within the trim."""
    trim = context.issue.house.boxes.trim_box
    over = max(trim.x0 - rect.x0, trim.y0 - rect.y0, rect.x1 - trim.x1, rect.y1 - trim.y1)
    if over > TOLERANCE:
        span, by = context.frame_span(name), f"{over / PT_PER_MM:.1f}"
        pages.faults.append(OFF_PAGE.at(span, frame=name, page=page, over=by))


def _check_landing(
    context: Context,
    article: Article,
    fills: list[tuple[Frame, Filled]],
    pages: _Pages,
) -> None:
    """Where the article's title came to stand, and whether every part of it is in print."""
    shown: set[str] = set()
    for frame, filled in fills:
        shown |= filled.shows
        if "title" in filled.shows and article.id not in pages.landed:
            pages.landed[article.id] = context.slot.first + frame.page - 1
    pages.landed.setdefault(article.id, context.slot.first)
    # A spread begins on its left page: a title on its right one still starts there.
    found = pages.landed[article.id]
    start = context.slot.first
    if found not in (start, start + 1) or (found != start and start % 2):
        title = article.fields["title"].text
        pages.faults.append(
            FOLIO_CLASH.at(context.slot.span, title=title, wanted=start, found=found)
        )
    pages.landed[article.id] = start
    missing = [part for part in _parts(article) if part not in shown]
    for part in missing:
        rule = UNUSED_PICTURE if part.startswith("picture ") else UNPLACED_COPY
        pages.faults.append(rule.at(context.slot.span, layout=context.layout.name, part=part))


def _parts(article: Article) -> list[str]:
    """What of an article must come into print, by the names that fillers report."""
    parts = [name for name in article.fields if name != "contents"]
    if article.byline:
        parts.append("byline")
    if article.blocks:
        parts.append("body")
    if article.figures:
        parts.append("figures")
    for number, person in enumerate(article.people, 1):
        parts.append(f"person {number}")
        parts.extend([f"note of person {number}"] if person.note else [])
    for number, picture in enumerate(article.pictures, 1):
        parts.append(f"picture {number}")
        parts.extend([f"pictures.{number}"] if picture.caption else [])
    return parts


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
