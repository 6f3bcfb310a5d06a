"""contents: a section's number and name, then its entries: the folio large, the title beside it."""

from __future__ import annotations

from math import ceil

from ...model.book import Fill as InkFill
from ...model.book import Link
from ...model.content import Article, Run, Section
from ...model.geometry import TOLERANCE, Rect
from ...model.schema import Key
from ..context import Context, Filled, Filler, Place
from ..faults.frames import LIST_OVERFLOW
from ..grid import EM_ASCENT
from ..template import folio
from ..typeset import compose_block, place_block

OPTIONS = {
    "section": Key("text", required=True),
    "number_style": Key("style"),
    "name_style": Key("style"),
    "head_rows": Key("number", least=1, most=20),
    "folio_style": Key("style", required=True),
    "title_style": Key("style", required=True),
    "folio_width": Key("number", least=1, most=20),
    "gap": Key("number", least=0, most=20),
    "rule": Key("colour"),
}


#: Weight of the rules between entries (pt).
HAIRLINE = 0.35


def fill(context: Context, places: list[Place]) -> Filled:
    """List the articles of the section in the order of their pages."""
    filled = Filled()
    (place,) = places
    entries = _entries(context, context.section_of(place.options))
    filled.shows.update(f"contents {article.id}" for _, article in entries)
    folio_width = place.options.number("folio_width", 5) * place.grid.grid.em
    if not entries or not filled.leaves_room(place, "folio_width", folio_width):
        return filled
    gap = place.options.number("gap", 1) * place.grid.grid.row
    y = place.rect.y0 + _head(context, place, filled)
    for page, article in entries:
        y += _entry(context, place, article, page, y, filled) + gap
    filled.stand(place, y - gap)
    return filled


def _head(context: Context, place: Place, filled: Filled) -> float:
    """The section's number and name on one baseline, if the frame wants them; their height (pt).

    A section without a number has its name in the number's place.
    """
    options, rect, section = place.options, place.rect, context.section_of(place.options)
    if not options.name("name_style") or section is None:
        return 0.0
    height = options.number("head_rows", 4) * place.grid.grid.row
    name_style = context.style(options.name("name_style"))
    number_style = context.style(options.name("number_style"), name_style.name)
    indent = options.number("folio_width", 5) * place.grid.grid.em if section.number else 0.0
    baseline, foot = rect.y0 + EM_ASCENT * max(number_style.size, name_style.size), rect.y0
    for text, style, x in (
        (section.number, number_style, rect.x0),
        (section.name, name_style, rect.x0 + indent),
    ):
        if not text:
            continue
        block, faults = compose_block(
            [Run(text, section.span)], style, rect.x1 - x, context, place.page
        )
        filled.faults.extend(faults)
        top, ink = baseline - EM_ASCENT * style.size, context.ink(style.colour, section)
        runs = place_block(block, x, top, role="contents-head", align=style.align, ink=ink)
        filled.items.extend((place.page, item) for item in runs)
        found = Rect(x, top, x + block.natural_width, top + block.height)
        filled.texts.append((place.frame.name, place.page, found))
        foot = max(foot, found.y1)
    filled.check_height(place, place.frame.span, foot - rect.y0, height, LIST_OVERFLOW)
    return height


def _entries(context: Context, section: Section | None) -> list[tuple[int, Article]]:
    landed = context.landed
    return sorted(
        (
            (landed[article.id], article)
            for article in context.issue.articles.values()
            if section and article.section == section.id and article.id in landed
        ),
        key=lambda entry: entry[0],
    )


def _entry(
    context: Context, place: Place, article: Article, page: int, y: float, filled: Filled
) -> float:
    """One entry with its head at y; its height in pt, whole rows."""
    options, rect, row = place.options, place.rect, place.grid.grid.row
    section = context.section_of(options)
    _hairline(context, place, y, filled)
    number_width = options.number("folio_width", 5) * place.grid.grid.em
    number_style = context.style(options.name("folio_style"))
    title_style = context.style(options.name("title_style"))
    run = Run(folio(page), article.span)
    number, faults = compose_block([run], number_style, number_width, context, place.page)
    filled.faults.extend(faults)
    title = article.fields.get("contents") or article.fields["title"]
    text, faults = compose_block(
        [title], title_style, rect.width - number_width, context, place.page
    )
    filled.faults.extend(faults)
    # Folio and title share the first baseline, whatever their sizes.
    drop = EM_ASCENT * (number_style.size - title_style.size)
    for block, x, top in ((number, rect.x0, y), (text, rect.x0 + number_width, y + drop)):
        ink = context.ink(block.style.colour, section)
        runs = place_block(block, x, top, role="contents", align=block.style.align, ink=ink)
        filled.items.extend((place.page, item) for item in runs)
    height = max(number.height, drop + text.height)
    rows = ceil((height - TOLERANCE) / row)
    full = Rect(rect.x0, y, rect.x1, y + rows * row)
    filled.items.append((place.page, Link(full, page, article.span)))
    filled.texts.append((place.frame.name, place.page, Rect(rect.x0, y, rect.x1, y + height)))
    return rows * row


def _hairline(context: Context, place: Place, y: float, filled: Filled) -> None:
    """The rule half a row above the entry, if the frame wants one."""
    colour = place.options.colour("rule")
    if colour:
        top = y - place.grid.grid.row / 2
        rule = Rect(place.rect.x0, top, place.rect.x1, top + HAIRLINE)
        ink = context.ink(colour, context.section_of(place.options))
        filled.items.append((place.page, InkFill(rule, ink, place.frame.span, "contents-rule")))


FILLER = Filler(OPTIONS, fill)
