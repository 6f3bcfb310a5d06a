"""The flatplan as one file for a browser: well-formed, nothing from the network, no script."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from html import escape

from ..model.diagnostics import Lang
from ..model.geometry import PageBoxes
from . import telling
from .colours import NONE, rgb_of
from .looks import Box, is_empty, is_laid_out, lines, waiting
from .plan import Entry, Flatplan, Side, Spread
from .style import CSS
from .words import MARKS, title_of

_LANGS: Mapping[Lang, str] = {"zh": "zh-CN", "en": "en"}
_NUMBER = ".4g"


def page(plan: Flatplan, pictures: Mapping[int, bytes], lang: Lang) -> str:
    """The file's text. pictures: of laid-out pages, as JPEG files by page number."""
    return "".join(line + "\n" for line in _page(plan, pictures, lang))


def _page(plan: Flatplan, pictures: Mapping[int, bytes], lang: Lang) -> Iterator[str]:
    name, kind = escape(telling.heading(plan)), telling.TITLE.text(lang)
    yield "<!DOCTYPE html>"
    yield f'<html xmlns="http://www.w3.org/1999/xhtml" lang="{_LANGS[lang]}"><head>'
    yield '<meta charset="utf-8" />'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1" />'
    yield f"<title>{name} {kind}</title>"
    yield f"<style>{CSS}</style>"
    yield "</head><body>"
    yield f"<header><h1>{name}<small>{kind}</small></h1>"
    yield f"<p>{escape(telling.figures(plan, lang))}</p>"
    yield f"<ul>{''.join(_sections(plan))}</ul>"
    yield f'<p class="legend">{escape(telling.LEGEND.text(lang))}</p></header>'
    yield '<main><ol class="spreads">'
    for spread in plan.spreads:
        yield from _spread(plan, spread, pictures, lang)
    yield "</ol>"
    if plan.others:
        yield f'<section class="others"><h2>{telling.OTHERS.text(lang)}</h2><ul>'
        for fault in plan.others:
            said = telling.other(fault, lang)
            yield f'<li class="{said.tone}">{escape(said.text)}</li>'
        yield "</ul></section>"
    yield "</main></body></html>"


def _sections(plan: Flatplan) -> Iterator[str]:
    for section in plan.issue.sections.values():
        name = escape(f"{section.number} {section.name}".strip())
        yield f'<li style="--c: {rgb_of(plan.issue, section.colour)}">{name}</li>'


def _spread(
    plan: Flatplan, spread: Spread, pictures: Mapping[int, bytes], lang: Lang
) -> Iterator[str]:
    yield '<li class="spread">'
    boxes = plan.issue.house.boxes
    for side in spread.sides:
        where = "left" if side is spread.left else "right"
        yield f'<div class="side {where}">'
        yield from _side(side, boxes, pictures, lang)
        yield f'<span class="folio">{side.number:02d}</span></div>'
    for entry in spread.entries:
        yield from _entry(plan, spread, entry, lang)
    yield "</li>"


def _side(side: Side, boxes: PageBoxes, pictures: Mapping[int, bytes], lang: Lang) -> Iterator[str]:
    """The page: its picture, or its frames, or a hatched field."""
    name = telling.PAGE.text(lang, {"number": side.number})
    title = title_of(side.entry.article) if side.entry and side.entry.article else ""
    alt = escape(f"{name} {title}".strip(), quote=True)
    size = f"{boxes.width:{_NUMBER}} {boxes.height:{_NUMBER}}"
    if is_laid_out(side) and side.number in pictures:
        data = base64.b64encode(pictures[side.number]).decode()
        yield f'<img alt="{alt}" src="data:image/jpeg;base64,{data}" />'
        found = list(waiting(side, boxes))
        if found:
            yield f'<svg class="over" viewBox="0 0 {size}" aria-hidden="true">'
            yield from _frames(found, boxes, lang)
            yield "</svg>"
        return
    yield f'<svg viewBox="0 0 {size}" role="img" aria-label="{alt}">'
    if is_empty(side):
        yield from _hatched(boxes, telling.EMPTY_PAGE.text(lang))
    yield from _frames(list(waiting(side, boxes)), boxes, lang)
    yield "</svg>"


def _hatched(boxes: PageBoxes, word: str) -> Iterator[str]:
    step, width, height = boxes.width / 12, boxes.width, boxes.height
    path = "".join(
        f"M{x * step:{_NUMBER}} 0l{-height:{_NUMBER}} {height:{_NUMBER}}"
        for x in range(1, int((width + height) / step) + 1)
    )
    yield f'<path d="{path}" stroke="#c9c9c7" stroke-width="3" fill="none"/>'
    yield _text(word, width / 2, height / 2, height / 16, "#5f5f5e")


def _frames(found: list[Box], boxes: PageBoxes, lang: Lang) -> Iterator[str]:
    for box in found:
        rect, look = box.rect, box.look
        place = (
            f'x="{rect.x0:{_NUMBER}}" y="{rect.y0:{_NUMBER}}" '
            f'width="{rect.width:{_NUMBER}}" height="{rect.height:{_NUMBER}}"'
        )
        if look == "copy":
            for line in lines(box, boxes):
                yield (
                    f'<rect x="{line.x0:{_NUMBER}}" y="{line.y0:{_NUMBER}}" '
                    f'width="{line.width:{_NUMBER}}" height="{line.height:{_NUMBER}}" '
                    'fill="#d5d5d3"/>'
                )
        elif look == "picture":
            yield f'<rect {place} fill="#dfdfdc" stroke="#8f8f8d" stroke-width="1.5"/>'
        else:
            yield f'<rect {place} fill="none" stroke="#a9a9a7" stroke-width="1.5" '
            yield 'stroke-dasharray="6 5"/>'
        word = telling.label(box.frame, lang)
        size = min(boxes.height / 24, rect.height * 0.8, rect.width / max(len(word), 1))
        if word and size > boxes.height / 60:
            y = rect.y0 + rect.height / 2 + size * 0.36
            if look == "copy":
                width = size * (len(word) + 1)
                x = rect.x0 + (rect.width - width) / 2
                yield (
                    f'<rect x="{x:{_NUMBER}}" y="{y - size:{_NUMBER}}" '
                    f'width="{width:{_NUMBER}}" height="{1.3 * size:{_NUMBER}}" fill="#fff"/>'
                )
            yield _text(word, rect.x0 + rect.width / 2, y, size, "#3a3a39")


def _text(word: str, x: float, y: float, size: float, colour: str) -> str:
    return (
        f'<text x="{x:{_NUMBER}}" y="{y:{_NUMBER}}" font-size="{size:{_NUMBER}}" fill="{colour}" '
        f'text-anchor="middle">{escape(word)}</text>'
    )


def _entry(plan: Flatplan, spread: Spread, entry: Entry, lang: Lang) -> Iterator[str]:
    """What is said of an entry below its pages."""
    at = [side for side in spread.sides if side.entry is entry]
    where = "both" if len(at) == 2 else "first" if at[0] is spread.left else "second"
    section, issue = entry.section, plan.issue
    colour = rgb_of(issue, section.colour) if section else NONE
    text = rgb_of(issue, section.text_colour) if section else NONE
    is_first = entry.slot.first in (side.number for side in at)
    yield f'<article class="entry {where}" style="--c: {colour}; --t: {text}">'
    name = telling.section_of(entry, lang)
    if name:
        yield f'<p class="section">{escape(name)}</p>'
    yield f"<h2>{escape(telling.title(entry, lang, is_first=is_first))}</h2>"
    if is_first:
        yield f'<p class="meta">{escape(telling.meta(entry, lang))}</p>'
        words, pictures = telling.words(entry, lang), telling.pictures(entry, lang)
        if words is not None:
            yield f'<div class="words">{_bar(entry, colour)}'
            yield f'<p class="{words.tone}">{escape(words.text)}</p></div>'
        if pictures is not None:
            marks = "".join(MARKS[picture.verdict] for picture in entry.wanted)
            marks = f'<span class="marks" aria-hidden="true">{marks}</span>'
            yield f'<p class="{pictures.tone}">{marks} {escape(pictures.text)}</p>'
        fault = telling.faults(entry, lang)
        if fault is not None:
            yield f'<p class="{fault.tone}">{escape(fault.text)}</p>'
    yield "</article>"


def _bar(entry: Entry, colour: str) -> str:
    """Words wanted as a length of the section's colour, words there as a line across it."""
    slip = entry.slip
    whole = max(slip.most_onward, entry.have) * 1.08
    spans = (
        (slip.least_fitted or 0, slip.most_onward, "0.28"),
        (slip.least or 0, slip.most, "0.85"),
    )
    parts = "".join(
        f'<rect x="{a / whole * 96:{_NUMBER}}" y="3" width="{(b - a) / whole * 96:{_NUMBER}}" '
        f'height="6" fill="{colour}" fill-opacity="{opacity}"/>'
        for a, b, opacity in spans
    )
    x = entry.have / whole * 96
    line = f'<rect x="{x:{_NUMBER}}" y="0" width="2" height="12" fill="#1f1f1e"/>'
    ground = '<rect x="0" y="3" width="96" height="6" fill="#ededeb"/>'
    bar = f"{ground}{parts}{line if entry.have else ''}"
    return f'<svg viewBox="0 0 96 12" aria-hidden="true">{bar}</svg>'
