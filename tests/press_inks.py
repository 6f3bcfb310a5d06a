"""What of a PDF is in press inks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

PRESS_SPACES = {"/DeviceCMYK", "/Separation", "/DeviceN"}


def in_press_inks(file: pikepdf.Pdf) -> Iterator[str]:
    """What of a file is in inks: colour spaces, and operators of its content."""
    for thing in file.objects:
        yield from _spaces(thing)
        if isinstance(thing, pikepdf.Stream):
            if thing.get("/N") == 4:
                yield "ICC"
            if thing.get("/Subtype") == "/Form" or "/PatternType" in thing:
                yield from _operators(thing)
    for page in file.pages:
        yield from _operators(page)


def _operators(stream: Any) -> Iterator[str]:
    for _, operator in pikepdf.parse_content_stream(stream):
        if str(operator) in ("k", "K"):
            yield str(operator)


def _spaces(thing: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(thing, pikepdf.Name) and str(thing) in PRESS_SPACES:
        yield str(thing)
    elif isinstance(thing, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream) and depth < 9:
        inner = thing if isinstance(thing, pikepdf.Array) else [v for _, v in thing.items()]
        for each in inner:
            if not (isinstance(each, pikepdf.Object) and each.is_indirect):
                yield from _spaces(each, depth + 1)
