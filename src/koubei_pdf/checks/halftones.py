"""Transfer functions, halftones and rendering intents (H1–H3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from ..pdf.reading import entry
from .document import Document
from .findings import Finding
from .rules import features as rules

_INTENTS = {"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"}


def check(document: Document) -> Iterator[Finding]:
    """Graphics states and halftones of the file; intents of what is painted."""
    for thing in document.things:
        if entry(thing, "/HalftoneType") is not None:
            yield from _check_halftone(thing)
        elif not isinstance(thing, pikepdf.Stream):
            yield from _check_state(thing)
    for page in document.pages:
        for intent in sorted(page.trace.intents - _INTENTS):
            yield Finding(rules.INTENT, {"what": intent[:40]}, page.number)


def _check_state(state: Any) -> Iterator[Finding]:
    """TR is forbidden; TR2 may say Default. An action has no such keys."""
    first, second = entry(state, "/TR"), entry(state, "/TR2")
    of_mask = entry(state, "/S") in ("/Luminosity", "/Alpha")  # TR of a soft mask is another thing
    if (first is not None and not of_mask) or (second is not None and second != "/Default"):
        yield Finding(rules.TRANSFER, {})
    if entry(state, "/HTP") is not None:
        yield Finding(rules.HALFTONE, {"what": "HTP"})


def _check_halftone(halftone: Any) -> Iterator[Finding]:
    kind = entry(halftone, "/HalftoneType")
    if kind not in (1, 5):
        yield Finding(rules.HALFTONE, {"what": f"HalftoneType {kind}"})
    if entry(halftone, "/HalftoneName") is not None:
        yield Finding(rules.HALFTONE, {"what": "HalftoneName"})
    transfer = entry(halftone, "/TransferFunction")
    if transfer is not None:
        yield Finding(rules.TRANSFER, {})
