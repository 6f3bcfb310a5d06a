"""What the resources of a PDF's page hold at any depth (ISO 32000-1, 7.8.3): spots and fonts.

All raises what pikepdf does on broken objects.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

_FAMILIES = (pikepdf.Name.Separation, pikepdf.Name.DeviceN)

#: Subtypes of the fonts of a composite font (9.7.4), which have its name.
_DESCENDANTS = (pikepdf.Name.CIDFontType0, pikepdf.Name.CIDFontType2)

#: Colorants that are no spot colours (8.6.6.4): the process inks, all plates, and none.
_NO_SPOTS = frozenset(("Cyan", "Magenta", "Yellow", "Black", "All", "None", ""))


def spots_in(resources: Any) -> tuple[str, ...]:
    """The spots, by name, of Separation and DeviceN colour spaces that resources hold, those of
    forms, patterns and pictures too, used or not.

    A spot whose name is not UTF-8 is left out: nobody could write it.
    """
    arrays = (thing for thing in _things(resources) if isinstance(thing, pikepdf.Array))
    return tuple(sorted({name for array in arrays for name in _colorants(array)}))


def fonts_in(resources: Any) -> tuple[str, ...]:
    """The fonts, by name, that resources hold at any depth, used or not."""
    found = set()
    for thing in _things(resources):
        if isinstance(thing, pikepdf.Array) or thing.get("/Type") != pikepdf.Name.Font:
            continue
        if thing.get("/Subtype") not in _DESCENDANTS:
            name = str(thing.get("/BaseFont", thing.get("/Name", "/?")))[1:]
            found.add(name[7:] if name[6:7] == "+" else name)
    return tuple(sorted(found))


def _things(root: Any) -> Iterator[pikepdf.Object]:
    """All arrays, dictionaries and streams below an object, each once."""
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
            yield thing
            waiting.extend(value for key, value in thing.items() if key != "/Parent")


def _colorants(array: pikepdf.Array) -> Iterator[str]:
    if len(array) < 4 or not isinstance(array[0], pikepdf.Name) or array[0] not in _FAMILIES:
        return
    for name in array[1] if isinstance(array[1], pikepdf.Array) else [array[1]]:
        try:
            text = str(name)[1:]
        except UnicodeDecodeError:
            continue
        if text not in _NO_SPOTS:
            yield text
