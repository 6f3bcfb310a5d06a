"""contents: the entries of one section: the folio large, the title beside it, row by row."""

from __future__ import annotations

from ...model.book import Fill as InkFill
from ...model.book import Link
from ...model.content import Article, Run
from ...model.geometry import Rect
from ...model.schema import Key
from ...model.style import ColourName
from ..context import Context, Filled, Filler, Place
from ..grid import EM_ASCENT, Extent
from ..template import folio
from ..typeset import compose_block, place_block

OPTIONS = {
    "section": Key("text", required=True),
    "folio_style": Key("style", required=True),
    "title_style": Key("style", required=True),
    "folio_width": Key("number", least=1, most=20),
    "gap": Key("number", least=0, most=20),
    "rule": Key("colour"),
}


def fill(context: Context, places: list[Place]) -> Filled:
    """List the articles of the section in the order of their pages."""
    filled = Filled()
    (place,) = places
    options, grid = place.frame.options, place.grid
    section = context.section_named(options["section"])
    row = place.rect.y0
    for page, article in _entries(context, section.id if section else ""):
        height = _entry(context, place, article, page, row, filled)
        row += height + float(options.get("gap", 1)) * grid.grid.row  # type: ignore[arg-type]
    head = (place.rect.y0 - grid.grid.head) / grid.grid.row
    filled.extents[place.frame.name] = Extent(head, grid.rows_to(row))
    return filled


def _entries(context: Context, section: str) -> list[tuple[int, Article]]:
    articles = context.issue.articles.values()
    found = [(context.landed[a.id], a) for a in articles if a.section == section and a.id in context.landed]
    return sorted(found, key=lambda entry: entry[0])


def _entry(
    context: Context, place: Place, article: Article, page: int, y: float, filled: Filled
) -> float:
    """One entry with its head at y; its height in pt, whole rows."""
    options, grid = place.frame.options, place.grid
    section = context.section_named(options["section"])
    number_width = float(options.get("folio_width", 5)) * grid.grid.em  # type: ignore[arg-type]
    rect = Rect(place.rect.x0, y, place.rect.x1, y)
    if "rule" in options:
        colour = options["rule"]
        assert isinstance(colour, ColourName)
        rule = Rect(rect.x0, y - grid.grid.row / 2, rect.x1, y - grid.grid.row / 2 + 0.35)
        ink = context.ink(colour, section)
        filled.items.append((place.page, InkFill(rule, ink, place.frame.span, "contents-rule")))
    number_style = context.style(str(options["folio_style"]))
    title_style = context.style(str(options["title_style"]))
    number, faults = compose_block(
        [Run(folio(page), article.span)], number_style, number_width, context
    )
    filled.faults.extend(faults)
    title = article.fields.get("contents") or article.fields["title"]
    text, faults = compose_block([title], title_style, rect.width - number_width, context)
    filled.faults.extend(faults)
    # Folio and title share the first baseline, whatever their sizes.
    drop = EM_ASCENT * (number_style.size - title_style.size)
    for block, x, top in (
        (number, rect.x0, y - max(drop, 0) * 0),
        (text, rect.x0 + number_width, y + drop),
    ):
        ink = context.ink(block.style.colour, section)
        runs = place_block(block, context, x, top, role="contents", ink=ink)
        filled.items.extend((place.page, run) for run in runs)
    height = max(number.height, drop + text.height)
    rows = -(-height // grid.grid.row)
    full = Rect(rect.x0, y, rect.x1, y + rows * grid.grid.row)
    filled.items.append((place.page, Link(full, page, article.span)))
    filled.texts.append((place.page, Rect(rect.x0, y, rect.x1, y + height)))
    return rows * grid.grid.row


FILLER = Filler(OPTIONS, fill)
