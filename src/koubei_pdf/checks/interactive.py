"""What acts or is filled in: annotations, actions, forms, attachments, layers (F1–F5, G1–G2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from ..model.diagnostics import Bilingual
from ..pdf.content.forms import rectangle
from ..pdf.content.state import overlap
from ..pdf.reading import array_of, entry, identity, text_of
from .document import Document, Page
from .findings import Finding
from .rules import features as rules

_AREAS = ("/ViewArea", "/ViewClip", "/PrintArea", "/PrintClip")


def check(document: Document) -> Iterator[Finding]:
    """Annotations within the bleed, actions, forms, attachments, viewer preferences, layers."""
    for page in document.pages:
        yield from _check_annotations(page)
        if "painted" in page.trace.layers:
            yield Finding(rules.HIDDEN_LAYER, {}, page.number)
    yield from _check_actions(document)
    root = document.root
    if entry(root, "/AcroForm") is not None:
        yield Finding(rules.FORM, {})
    if _attached(document):
        yield Finding(rules.ATTACHMENT, {})
    for key in _AREAS:
        area = entry(entry(root, "/ViewerPreferences"), key)
        if area is not None and text_of(area) not in ("/MediaBox", "/BleedBox"):
            yield Finding(rules.VIEW, {"key": key[1:], "found": text_of(area)[1:] or "?"})
    layers = entry(root, "/OCProperties")
    if document.standard != "X-4":
        facts = {"standard": f"PDF/{document.standard}"}
        layered = [page.number for page in document.pages if page.trace.layers]
        if layers is not None and not layered:
            yield Finding(rules.LAYERS, facts)
        for number in layered:
            yield Finding(rules.LAYERS, facts, number)
    elif layers is not None:
        yield from _check_layers(layers)


def _check_annotations(page: Page) -> Iterator[Finding]:
    """None may touch the bleed; a printer's mark stays outside the trim, trap nets are allowed."""
    for annotation in array_of(entry(page.object, "/Annots")):
        kind = text_of(entry(annotation, "/Subtype"))[1:]
        box = rectangle(entry(annotation, "/Rect"))
        area = page.trim if kind == "PrinterMark" else page.bleed
        if kind == "TrapNet" or (box is not None and overlap(box, area) is None):
            continue
        place = page.from_trim(box) if box is not None else None
        yield Finding(rules.ANNOTATION, {"what": kind}, page.number, place)


def _check_actions(document: Document) -> Iterator[Finding]:
    root = document.root
    for key in ("/OpenAction", "/AA"):
        if entry(root, key) is not None:
            yield Finding(rules.ACTION, {"what": key[1:]})
    if entry(entry(root, "/URI"), "/Base") is not None:
        yield Finding(rules.ACTION, {"what": "URI"})
    if entry(entry(root, "/Names"), "/JavaScript") is not None:
        yield Finding(rules.ACTION, {"what": "JavaScript"})
    for page in document.pages:
        for annotation in array_of(entry(page.object, "/Annots")):
            action = entry(annotation, "/A")
            if action is not None or entry(annotation, "/AA") is not None:
                what = (text_of(entry(action, "/S")) or "/AA")[1:]
                box = rectangle(entry(annotation, "/Rect"))
                place = page.from_trim(box) if box is not None else None
                yield Finding(rules.ACTION, {"what": what}, page.number, place)


def _attached(document: Document) -> bool:
    root = document.root
    if entry(entry(root, "/Names"), "/EmbeddedFiles") is not None:
        return True
    if entry(root, "/Collection") is not None or entry(root, "/AF") is not None:
        return True
    return any(entry(thing, "/Type") == "/EmbeddedFile" for thing in document.things)


def _check_layers(properties: Any) -> Iterator[Finding]:
    groups = {identity(group) for group in array_of(entry(properties, "/OCGs"))}
    default = entry(properties, "/D")
    for set_up in (default, *array_of(entry(properties, "/Configs"))):
        if not text_of(entry(set_up, "/Name")).strip():
            yield Finding(rules.LAYER_SETUP, {"what": _NO_NAME})
        if entry(set_up, "/AS") is not None:
            yield Finding(rules.LAYER_SETUP, {"what": _SWITCHES})
        order = entry(set_up, "/Order")
        if order is not None and groups - set(_listed(order, 0)):
            yield Finding(rules.LAYER_SETUP, {"what": _NOT_LISTED})


def _listed(order: Any, depth: int) -> Iterator[tuple[int, int]]:
    """The layers of an Order array, which may hold such arrays."""
    if depth > 16:
        return
    for item in array_of(order):
        if isinstance(item, pikepdf.Array):
            yield from _listed(item, depth + 1)
        else:
            yield identity(item)


_NO_NAME = Bilingual("没有名字", "without a name")
_SWITCHES = Bilingual("会自动切换（AS）", "switched automatically (AS)")
_NOT_LISTED = Bilingual("没有列出全部图层", "not all layers are listed")
