"""What a press file is, measured in the file itself: the figures that a print ticket quotes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..checks.boxes import bleed_of
from ..checks.document import Document, Page
from ..checks.judging import Judgement
from ..pdf.content.spaces import ALL, PROCESS
from ..pdf.content.state import Paint, overlap

#: Plates by the names that colorants of the process inks have (ISO 32000-1, 8.6.6.5).
_PLATES = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}
_NO_PLATES = (ALL, "None", "")


@dataclass(frozen=True, slots=True)
class Printed:
    """Some pages, and the plates that they print on: process inks as CMYK, then spots by name."""

    pages: tuple[int, ...]
    plates: tuple[str, ...]

    @property
    def process(self) -> tuple[str, ...]:
        return tuple(plate for plate in self.plates if plate in PROCESS)

    @property
    def spots(self) -> tuple[str, ...]:
        return tuple(plate for plate in self.plates if plate not in PROCESS)


@dataclass(frozen=True, slots=True)
class Measured:
    """The press file. Lengths in pt.

    trims: width and height of each page. bleed: the least of all. plates: of each page.
    """

    name: str
    size: int
    sha256: str
    standard: str
    trims: tuple[tuple[float, float], ...]
    bleed: float
    plates: tuple[tuple[str, ...], ...]

    @property
    def pages(self) -> int:
        return len(self.trims)

    def printed(self, pages: Iterable[int]) -> Printed:
        """The plates that some of the pages, counted from 1, print on."""
        numbers = tuple(pages)
        return Printed(numbers, _ordered(p for n in numbers for p in self.plates[n - 1]))

    @property
    def cover(self) -> tuple[Printed, Printed]:
        """The outer and the inner pages of the cover."""
        last = self.pages
        outer, inner = {1, last}, {2, last - 1} - {1, last}
        return self.printed(sorted(outer)), self.printed(sorted(inner))

    @property
    def inside(self) -> Printed:
        """All pages but those of the cover."""
        return self.printed(range(3, self.pages - 1))

    @property
    def whole(self) -> Printed:
        return self.printed(range(1, self.pages + 1))


def measure(data: bytes, name: str, judged: Judgement) -> Measured:
    """The figures of a file that could be opened; name: what it is called."""
    document = judged.document
    assert document is not None
    return Measured(
        name=name,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        standard=document.claim,
        trims=tuple((page.width, page.height) for page in document.pages),
        bleed=min(map(bleed_of, document.pages)),
        plates=_plates(document),
    )


def _plates(document: Document) -> tuple[tuple[str, ...], ...]:
    return tuple(_ordered(_plates_of(page)) for page in document.pages)


def _plates_of(page: Page) -> set[str]:
    """The plates of what remains after trimming: marks and slug line are cut off."""
    trim = page.from_trim(page.trim)
    found: set[str] = set()
    for mark in page.trace.marks:
        seen = overlap(mark.box, trim)
        if seen is not None:
            found.update(_printing(mark.paint))
    return found


def _printing(paint: Paint) -> Sequence[str]:
    """The plates of a paint; of a picture or a shading all that its colour space has."""
    if paint.inks:
        return paint.printing
    space = paint.space.ground
    match space.family:
        case "DeviceGray" | "CalGray":
            return ("K",)
        case "Separation" | "DeviceN":
            return [_PLATES.get(name, name) for name in space.colorants]
        case "Pattern":
            return ()  # its cell's marks have inks of their own
        case _:
            return PROCESS


def _ordered(plates: Iterable[str]) -> tuple[str, ...]:
    """Each plate once: C, M, Y, K, then the others by name."""
    found = set(plates).difference(_NO_PLATES)
    return (*(p for p in PROCESS if p in found), *sorted(found.difference(PROCESS)))
