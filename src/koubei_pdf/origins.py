"""Where a written file came from: its places and their source lines, and what it was judged by.

Nothing of it goes into a PDF. It is kept in the issue's cache by the digest of the file's bytes, so
that a judgement of the very same file can name source lines, and that of any other cannot.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .fonts import FontShelf
from .imaging import Cache
from .model.book import Book, Item
from .model.diagnostics import Span
from .model.geometry import Rect
from .output.extents import extent

#: Part of every key: raised when the form of what is kept changes.
_VERSION = 2

#: What a place is widened by on all sides (pt): a line has no area, and boxes are rounded.
_MARGIN = 0.25


class Origin(NamedTuple):
    """A box from the trim's upper left (pt), and what put it there."""

    box: Rect
    span: Span


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of what stands on each page of a file, by its number from 1.

    press: where the profile was read that it was made for (`PressProfile.read_from`). numbers: of
    its pages, where it holds some of the issue's only.
    """

    pages: Mapping[int, Sequence[Origin]]
    press: tuple[str, str] = ("", "")
    numbers: tuple[int, ...] = ()

    def at(self, page: int, box: Rect) -> Span | None:
        """What put there what lies in `box`: of the items that hold most of it, the smallest."""
        place = Rect(box.x0 - _MARGIN, box.y0 - _MARGIN, box.x1 + _MARGIN, box.y1 + _MARGIN)
        best, found = (0.0, 0.0), None
        for origin in self.pages.get(page, ()):
            common = origin.box.intersection(place)
            if common is None:
                continue
            # Tenths: the boxes of a file and of its Book are not measured alike.
            held = round(_area(common) / _area(place), 1)
            rank = (held, -_area(origin.box))
            if found is None or rank > best:
                best, found = rank, origin.span
        return found


#: Of files that nothing is known of.
NO_ORIGINS = Origins({})


def origins_of(book: Book, shelf: FontShelf) -> Origins:
    """The origins of the pages of a book, in the order in which a file holds them."""
    pages = enumerate(book.pages, start=1)
    return Origins({number: tuple(_origins(page.items, shelf)) for number, page in pages})


def _origins(items: Iterable[Item], shelf: FontShelf) -> Iterator[Origin]:
    for item in items:
        box = extent(item, shelf)
        if box is not None and item.span.file:
            yield Origin(box, item.span)


def _area(box: Rect) -> float:
    return box.width * box.height


def keep(origins: Origins, digest: str, cache: Cache) -> None:
    """Keep the origins of the file with that SHA-256."""
    pages = {
        number: [
            [*(round(edge, 2) for edge in (box.x0, box.y0, box.x1, box.y1)), *span]
            for box, span in found
        ]
        for number, found in origins.pages.items()
    }
    head = json.dumps([origins.press, origins.numbers]).encode()
    cache.keep(head, zlib.compress(json.dumps(pages).encode()), *_key(digest))
    cache.trim()


def kept(digest: str, cache: Cache) -> Origins:
    """The origins of the file with that SHA-256, as far as they are known."""
    found = cache.find(*_key(digest))
    if found is None:
        return NO_ORIGINS
    (root, path), numbers = json.loads(found.head)
    pages = json.loads(zlib.decompress(b"".join(found.parts())))
    return Origins(
        {
            int(number): tuple(Origin(Rect(*row[:4]), Span(*row[4:])) for row in rows)
            for number, rows in pages.items()
        },
        (root, path),
        tuple(numbers),
    )


def _key(digest: str) -> tuple[object, ...]:
    return ("origins", _VERSION, digest)
