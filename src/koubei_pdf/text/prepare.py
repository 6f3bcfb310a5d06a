"""Runs of text become a `Prepared` paragraph: shaped and measured once, for any measure.

All widths are in em of the paragraph's size. A character's natural advance holds the
squeeze against its neighbours (CLREQ 3.1.6 / 6.3.2.2) and the gap after it between Han and
Western text (CLREQ 3.2.2 / 6.3.3); what a line's edges take away is kept apart, since it
depends on where the lines break.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ..fonts import Face, FontShelf, missing_glyph
from ..model.content import Run
from ..model.diagnostics import Diagnostic, Span
from .chars import OPEN, classes

#: Gap between Han and Western characters: natural, least and most (em). CLREQ 3.2.2.
GAP, GAP_LEAST, GAP_MOST = 0.25, 0.125, 0.5
#: A space between two Han characters parts phrases (headings): its width (em).
PHRASE_SPACE = 0.5
#: A full-width mark is half ink, half blank (GB/T 15834 5.1).
HALF = 0.5

_MARK = "cps"
_LEGAL = re.compile(
    r"(?<=[hcpsmn ])(?=[hodel9wyf])"
    r"|(?<=[l9wxua])(?=[hode])"
    r"|(?<=d)(?=[hoel9wyf])"
    r"|(?<=e)(?=[hodl9wyf])"
)
_SQUEEZE_AFTER = re.compile(r"[cps](?=[cpsm])")
_SQUEEZE_BEFORE = re.compile(r"(?<=[ocpsm])o")
_GAP = re.compile(r"(?:h(?= ?[l9f])|[l9u](?= ?h))")
_SPACE = re.compile(r" +")
_HALF_WIDTH = re.compile(r"[mn]")
_EDGE_MARK = re.compile(r"[cps]")
_STRETCH = re.compile(r"h(?=[hl9fode])|[l9ucps](?=h)")


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters start..end of a paragraph in one face; glyphs first..last of it."""

    start: int
    end: int
    face: Face
    first: int
    last: int
    one_to_one: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paragraph free of any line width. Lists are per character unless said otherwise.

    advances: natural advance (em). widths: their prefix sums (n + 1 values).
    before: shift in front of a glyph whose left blank is squeezed away (sparse, em ≤ 0).
    after: difference of the advance from the face's own (sparse, em), `before` not counted.
    lead, tail: what a line saves when it starts with / ends after this character (sparse).
    shrink, stretch: prefix sums of what may be taken away and of places to widen.
    shifted: the characters in `before` or `after`, in order.
    breaks: where a line may end (character offsets, the text's end included).
    """

    text: str
    classes: str
    runs: tuple[Run, ...]
    segments: tuple[Segment, ...]
    glyphs: Sequence[int]
    clusters: Sequence[int]
    advances: Sequence[float]
    widths: Sequence[float]
    before: Mapping[int, float]
    after: Mapping[int, float]
    lead: Mapping[int, float]
    tail: Mapping[int, float]
    shifted: Sequence[int]
    gaps: frozenset[int]
    shrink: Sequence[float]
    stretch: Sequence[int]
    breaks: Sequence[int]
    tracking: float


RoleOf = Callable[[Run], str]


def prepare(
    runs: Sequence[Run], role_of: RoleOf, shelf: FontShelf, tracking: float = 0.0
) -> tuple[Prepared, list[Diagnostic]]:
    """Shape and measure a paragraph; each run in the faces of the role that `role_of` gives.

    A character that no face has is reported and set as a blank of one em. `tracking` (em)
    is added after every character.
    """
    text = "".join(run.text for run in runs)
    kinds = classes(text)
    shaped = _shape(runs, role_of, shelf)
    measured = _Measure(text, kinds, shaped)
    measured.apply()
    return measured.prepared(tuple(runs), tracking), shaped.faults


class _Shaped:
    """Glyphs and advances of a paragraph's runs, in order."""

    def __init__(self) -> None:
        self.glyphs: list[int] = []
        self.clusters: list[int] = []
        self.advances: list[float] = []
        self.after: dict[int, float] = {}
        self.segments: list[Segment] = []
        self.faults: list[Diagnostic] = []

    def add(self, text: str, start: int, face: Face, span: Span) -> None:
        """Shape a piece, from `span`, that begins at character `start` of the paragraph."""
        result = face.shape(text)
        first = len(self.glyphs)
        self.glyphs.extend(result.glyphs)
        one_to_one = len(result.glyphs) == len(text)
        if one_to_one:
            self.advances.extend(result.advances)
            self.clusters.extend(range(start, start + len(text)))
        else:
            per_character = [0.0] * len(text)
            for cluster, advance in zip(result.clusters, result.advances, strict=True):
                per_character[cluster] += advance
            self.advances.extend(per_character)
            self.clusters.extend(start + cluster for cluster in result.clusters)
        self._note_kerning(result.glyphs, result.advances, result.clusters, start, face)
        end = start + len(text)
        last = len(self.glyphs)
        self.segments.append(Segment(start, end, face, first, last, one_to_one, span))

    def _note_kerning(
        self,
        glyphs: Sequence[int],
        advances: Sequence[float],
        clusters: Sequence[int],
        start: int,
        face: Face,
    ) -> None:
        nominal = face.advance
        for glyph, advance, cluster in zip(glyphs, advances, clusters, strict=True):
            if advance != 1.0 and abs(advance - nominal(glyph)) > 1e-6:
                place = start + cluster
                self.after[place] = self.after.get(place, 0.0) + advance - nominal(glyph)


def _shape(runs: Sequence[Run], role_of: RoleOf, shelf: FontShelf) -> _Shaped:
    shaped = _Shaped()
    offset = 0
    for run in runs:
        role = role_of(run)
        for start, end, face in shelf.itemise(run.text, role):
            piece = run.text[start:end]
            if face is None:
                tried = shelf.candidates(role)
                for i, char in enumerate(piece, start):
                    shaped.faults.append(missing_glyph(char, run.span.at(i), tried))
                face, piece = shelf.primary(role), "\u3000" * len(piece)
            shaped.add(piece, offset + start, face, run.span.at(start, end - start))
        offset += len(run.text)
    return shaped


class _Measure:
    """Widths of a shaped paragraph by the class of each character and its neighbours."""

    def __init__(self, text: str, kinds: str, shaped: _Shaped) -> None:
        self.text, self.kinds, self.shaped = text, kinds, shaped
        self.advances = shaped.advances
        self.before: dict[int, float] = {}
        self.after = shaped.after
        self.lead: dict[int, float] = {}
        self.tail: dict[int, float] = {}
        self.gaps: set[int] = set()
        self.shrink: dict[int, float] = {}

    def apply(self) -> None:
        self._half_width()
        self._marks()
        self._spaces()
        self._gaps()

    def _change(self, index: int, amount: float) -> None:
        self.advances[index] += amount
        self.after[index] = self.after.get(index, 0.0) + amount

    def _half_width(self) -> None:
        """· and – take half an em, their ink in its middle (GB/T 15834 5.1.6–5.1.7)."""
        for match in _HALF_WIDTH.finditer(self.kinds):
            index = match.start()
            if self.text[index] in "·–‐‧":
                change = HALF - self.advances[index]
                self.before[index] = change / 2
                self.advances[index] = HALF
                self.after[index] = self.after.get(index, 0.0) + change / 2

    def _marks(self) -> None:
        """Neighbouring marks give up a blank half; edges of lines may take the other."""
        kinds = self.kinds
        for match in _SQUEEZE_AFTER.finditer(kinds):
            if self.advances[match.start()] >= 1 - HALF / 2:
                self._change(match.start(), -HALF)
        for match in _SQUEEZE_BEFORE.finditer(kinds):
            index = match.start()
            if self.advances[index] >= 1 - HALF / 2:
                self.before[index] = -HALF
                self.advances[index] -= HALF
        for match in _EDGE_MARK.finditer(kinds):
            index = match.start()
            if self.advances[index] >= 1 - HALF / 2:
                self.tail[index] = HALF
                self.shrink[index] = HALF
        index = kinds.find(OPEN)
        while index >= 0:
            if self.advances[index] >= 1 - HALF / 2:
                self.lead[index] = HALF
                self.shrink[index] = HALF
            index = kinds.find(OPEN, index + 1)

    def _spaces(self) -> None:
        """Typed spaces: none at line edges; between Han and Western the gap replaces them."""
        for match in _SPACE.finditer(self.kinds):
            start, end = match.span()
            left, right = self.kinds[start - 1 : start], self.kinds[end : end + 1]
            if left in "l9wxu" and right in "l9wyf" and left and right:
                width = self.advances[start]
            else:
                width = PHRASE_SPACE if left == right == "h" else 0.0
            for index in range(start, end):
                self._change(index, (width if index == start else 0.0) - self.advances[index])
            if width:
                self.tail[start] = width

    def _gaps(self) -> None:
        for match in _GAP.finditer(self.kinds):
            index = match.start()
            self._change(index, GAP)
            self.tail[index] = GAP
            self.gaps.add(index)
            self.shrink[index] = GAP - GAP_LEAST

    def prepared(self, runs: tuple[Run, ...], tracking: float) -> Prepared:
        size = len(self.text)
        if tracking:
            self.advances = [advance + tracking for advance in self.advances]
        shrink = [0.0] * size
        for index, amount in self.shrink.items():
            shrink[index] = amount
        stretch = [0] * size
        for match in _STRETCH.finditer(self.kinds):
            stretch[match.start()] = 1
        breaks = [match.start() for match in _LEGAL.finditer(self.kinds)]
        breaks.append(size)
        return Prepared(
            self.text,
            self.kinds,
            runs,
            tuple(self.shaped.segments),
            self.shaped.glyphs,
            self.shaped.clusters,
            self.advances,
            list(accumulate(self.advances, initial=0.0)),
            self.before,
            self.after,
            self.lead,
            self.tail,
            sorted(self.before.keys() | self.after.keys()),
            frozenset(self.gaps),
            list(accumulate(shrink, initial=0.0)),
            list(accumulate(stretch, initial=0)),
            breaks,
            tracking,
        )
