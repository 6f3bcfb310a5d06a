"""The inks of pages that were measured before, kept by all that a page shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pikepdf

from ...imaging import NO_CACHE, Cache
from ...model.geometry import Rect
from ...pdf.reading import array_of, entries, identity
from ..document import Document, Page
from .report import PageInk

#: Raised when pages are measured in another way.
_VERSION = 3

#: Number and generation of an object that stands within another.
_DIRECT = (0, 0)

#: Entries that lead from a page to others, and those of what it says beside its content.
_ELSEWHERE = ("/Parent", "/Annots", "/B", "/StructParents")


class KeptInks:
    """The inks of the pages of a document, as far as a cache has them."""

    def __init__(self, document: Document, cache: Cache) -> None:
        self._document, self._cache = document, cache
        self._digests: dict[tuple[int, int], bytes] = {}
        self._keys: dict[int, tuple[object, ...]] = {}

    def find(self, page: Page) -> PageInk | None:
        """What was measured of a page."""
        if self._cache is NO_CACHE:
            return None  # without the digests of all that it shows
        kept = self._cache.find(*self._key(page))
        if kept is None:
            return None
        total, box, plates = json.loads(kept.head)
        return PageInk(page.number, total, Rect(*box), tuple(plates))

    def keep(self, page: Page, ink: PageInk) -> None:
        """Keep what was measured of a page."""
        if self._cache is NO_CACHE:
            return
        box = (ink.box.x0, ink.box.y0, ink.box.x1, ink.box.y1)
        head = json.dumps([ink.total, box, ink.plates]).encode()
        self._cache.keep(head, b"", *self._key(page))

    def _key(self, page: Page) -> tuple[object, ...]:
        if page.number not in self._keys:
            profile = sha256(self._document.profile.condition.icc).hexdigest()
            hidden = sorted(self._document.memory.hidden)
            shown = sha256(b"".join(self._parts(page.object)))
            shown.update(b"".join(self._parts(page.resources)))
            shown.update(repr(sorted(page.boxes.items())).encode())
            key = ("ink of a page", _VERSION, profile, hidden, shown.hexdigest())
            self._keys[page.number] = key
        return self._keys[page.number]

    def _parts(self, thing: Any) -> Iterator[bytes]:
        """What tells an object from any other, with all that it refers to."""
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array):
            yield self._digest(thing)
        elif isinstance(thing, pikepdf.Object):
            yield thing.unparse()
        else:
            yield repr(thing).encode()

    def _digest(self, thing: Any) -> bytes:
        """The digest of an array, dictionary or stream; of one within itself, that it is so."""
        place = identity(thing)
        if place == _DIRECT:
            return self._made(thing)
        if place not in self._digests:
            self._digests[place] = b"within"
            self._digests[place] = self._made(thing)
        return self._digests[place]

    def _made(self, thing: Any) -> bytes:
        found = sha256(thing._type_name.encode())
        if isinstance(thing, pikepdf.Array):
            for item in array_of(thing):
                found.update(b"".join(self._parts(item)))
        else:
            for key, value in entries(thing):
                if key not in _ELSEWHERE:
                    found.update(key.encode("utf-8", "surrogateescape"))
                    found.update(b"".join(self._parts(value)))
        if isinstance(thing, pikepdf.Stream):
            found.update(memoryview(thing.get_raw_stream_buffer()))  # no second copy of it
        return found.digest()
