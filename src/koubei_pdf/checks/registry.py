"""The checks, in order: a new one is a module with `check`, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from . import (
    boxes,
    colours,
    edges,
    fineness,
    fonts,
    halftones,
    intent,
    interactive,
    metadata,
    overprint,
    pictures,
    streams,
    structure,
    transparency,
)
from .document import Document
from .findings import Finding

Check = Callable[[Document], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    structure.check,
    metadata.check,
    intent.check,
    boxes.check,
    streams.check,
    interactive.check,
    halftones.check,
    colours.check,
    transparency.check,
    overprint.check,
    fonts.check,
    pictures.check,
    fineness.check,
    edges.check,
)
