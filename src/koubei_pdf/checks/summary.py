"""A judgement as data for other programs; docs/preflight.md describes every key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from ..model.diagnostics import Lang, Span
from ..model.geometry import PT_PER_MM, Rect
from .boxes import bleed_of
from .document import Document, Page
from .findings import Group, Place, worded
from .ink.report import InkReport
from .judging import Judgement

#: Of this summary; raised when a key changes its meaning or goes.
VERSION = 1


#: What put there what stands on a page (from 1) in a box, as far as it is known.
Source = Callable[[int, Rect], Span | None]


def unknown(page: int, box: Rect) -> Span | None:
    """The Source of files that nothing is known of."""
    del page, box
    return None


def summary(
    judged: Judgement, file: str, lang: Lang, source: Source = unknown, *, own: bool = False
) -> dict[str, Any]:
    """The judgement of `file`: what was found, and what stands on each page.

    own: whether the file is of an issue of ours, where help names what to change in it.
    """
    document = judged.document
    return {
        "version": VERSION,
        "file": file,
        "standard": document.standard if document else None,
        "claim": document.claim if document else None,
        "profile": document.profile.name if document else None,
        "errors": judged.errors,
        "warnings": len(judged.groups) - judged.errors,
        "findings": [_finding(group, lang, source, own) for group in judged.groups],
        "page_count": document.all_pages if document else 0,
        "pages": _pages(document, judged.ink) if document else [],
    }


def _finding(group: Group, lang: Lang, source: Source, own: bool) -> dict[str, Any]:
    return {
        "code": group.rule.code,
        "severity": group.rule.severity.value,
        "requirement": group.rule.requirement,
        "message": group.message(lang),
        "help": group.help(lang, own),
        "facts": worded(group.facts, lang),
        "pages": list(group.pages),
        "places": [_place(place, source) for place in group.places],
        "count": group.found,
    }


def _place(place: Place, source: Source) -> dict[str, Any]:
    span = source(place.page, place.box)
    from_ = span and {"file": span.file, "line": span.line, "column": span.column}
    return {"page": place.page, "x": place.x, "y": place.y, "source": from_}


def _pages(document: Document, ink: InkReport | None) -> list[dict[str, Any]]:
    measured = {page.page: page for page in ink.pages} if ink else {}
    pages = []
    for page in document.pages:
        inked = measured.get(page.number)
        pages.append(
            {
                "page": page.number,
                "trim": [_mm(page.width), _mm(page.height)],
                "bleed": _mm(bleed_of(page)),
                "total_ink": round(inked.total, 1) if inked else None,
                "total_ink_at": _corner(inked.box) if inked else None,
                "colours": _colours(page),
                "fonts": sorted({font.name for font, _ in page.trace.codes.values()}),
                "pictures": [
                    {
                        **_corner(picture.box),
                        "width": _mm(picture.box.width),
                        "height": _mm(picture.box.height),
                        "ppi": round(picture.ppi),
                    }
                    for picture in page.trace.pictures
                ],
                "transparent": sorted(page.trace.transparent),
            }
        )
    return pages


def _colours(page: Page) -> list[dict[str, Any]]:
    """Colour spaces with the inks that they print in, and how many objects use them."""
    counts: dict[tuple[str, tuple[str, ...]], Counter[str]] = {}
    for mark in page.trace.marks:
        space = mark.paint.space.ground
        inks = space.colorants or tuple(mark.paint.printing)
        counts.setdefault((space.family, inks), Counter())[mark.kind] += 1
    return [
        {"space": family, "inks": list(inks), "objects": dict(sorted(count.items()))}
        for (family, inks), count in sorted(counts.items())
    ]


def _corner(box: Rect) -> dict[str, float]:
    return {"x": _mm(box.x0), "y": _mm(box.y0)}


def _mm(value: float) -> float:
    return round(value / PT_PER_MM, 1)
