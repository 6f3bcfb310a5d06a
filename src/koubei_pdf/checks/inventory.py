"""All dictionaries and streams of a file, those within others included; bounded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from ..pdf import limits
from ..pdf.reading import entries


def things(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary and stream, each indirect one once."""
    for count, thing in enumerate(pdf.objects):
        if count >= limits.OBJECTS:
            return
        yield from _within(thing, 0)


def _within(thing: Any, depth: int) -> Iterator[Any]:
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        yield thing
        values = [value for _, value in entries(thing)]
    elif isinstance(thing, pikepdf.Array):
        count = min(len(thing), limits.ITEMS)
        if (count and isinstance(thing[0], (int, float))) or not count:
            return  # a table of numbers
        values = [thing[index] for index in range(count)]
    else:
        return
    if depth > limits.NESTING:
        return
    for value in values:
        if isinstance(value, (pikepdf.Dictionary, pikepdf.Array)) and not value.is_indirect:
            yield from _within(value, depth + 1)
