"""The plates of spot colours that a page of a PDF may print on (ISO 32000-1, 8.6.6.4–8.6.6.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

_FAMILIES = (pikepdf.Name.Separation, pikepdf.Name.DeviceN)

#: Colorants that are no spot colours: the process inks, all plates, and none.
_NO_SPOTS = frozenset(("Cyan", "Magenta", "Yellow", "Black", "All", "None", ""))


def spots_of(resources: Any) -> tuple[str, ...]:
    """The spots of the Separation and DeviceN colour spaces that resources hold, at any depth.

    A name that is not UTF-8 is left out: nobody could write it. Raises what pikepdf does on broken
    objects.
    """
    return tuple(sorted({name for array in _arrays(resources) for name in _colorants(array)}))


def _arrays(root: Any) -> Iterator[pikepdf.Array]:
    """All arrays below an object, those of its forms, patterns and pictures too."""
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        thing = waiting.pop()
        if not isinstance(thing, pikepdf.Object):
            continue  # a number or a text
        if thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        if isinstance(thing, pikepdf.Array):
            yield thing
            waiting.extend(thing)
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            waiting.extend(value for key, value in thing.items() if key != "/Parent")


def _colorants(array: pikepdf.Array) -> Iterator[str]:
    if len(array) < 4 or not isinstance(array[0], pikepdf.Name):
        return
    if array[0] not in _FAMILIES:
        return
    names = array[1] if isinstance(array[1], pikepdf.Array) else [array[1]]
    for name in names:
        try:
            text = str(name)[1:]
        except UnicodeDecodeError:
            continue
        if text not in _NO_SPOTS:
            yield text
