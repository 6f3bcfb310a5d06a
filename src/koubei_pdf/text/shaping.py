"""Runs of text become glyphs: each piece shaped in the face that sets it.

What decides over a piece (which quotation marks are Western) is looked up in the whole paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from ..fonts import COMBINED, COMBINING, Shaped, missing_glyph, unknown_variant
from ..model.content import Run
from ..model.diagnostics import Diagnostic, Span
from .features import for_shaping, scale_and_rise
from .typeface import Shelf, Typeface

#: A selector of one of the forms of an ideograph (UTS #37). The selectors of symbols and emoji,
#: VS1 to VS16, ask for a style that a face may well have in the usual form.
_SELECTOR = re.compile(
    "[\U000e0100-\U000e01ef](?<=[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff].)"
)

RoleOf = Callable[[Run], str]


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters start..end of a paragraph in one face; glyphs first..last of it.

    scale: their size as a part of the paragraph's; rise, shift (em of the paragraph's size): how
    far they stand above its baseline, and right of the pen.
    """

    start: int
    end: int
    face: Typeface
    first: int
    last: int
    one_to_one: bool
    span: Span
    scale: float = 1.0
    rise: float = 0.0
    shift: float = 0.0


class ShapedRuns:
    """Glyphs and advances of a paragraph's runs, in order."""

    def __init__(self) -> None:
        self.glyphs: list[int] = []
        self.clusters: list[int] = []
        self.advances: list[float] = []
        self.after: dict[int, float] = {}
        self.segments: list[Segment] = []
        self.faults: list[Diagnostic] = []

    def add(
        self,
        text: str,
        start: int,
        face: Typeface,
        western: Collection[int],
        span: Span,
        scale: float,
        rise: float,
    ) -> None:
        """Shape a piece, from `span`, that begins at character `start` of the paragraph.

        western: the places in it of Western quotation marks.
        """
        result = face.shape(text, western=western)
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
        nominal = face.advance
        for glyph, advance, cluster in zip(
            result.glyphs, result.advances, result.clusters, strict=True
        ):
            # Kerning; most glyphs are Han, an em wide, and have none.
            if advance != 1.0 and abs(advance - nominal(glyph)) > 1e-6:
                place = start + cluster
                self.after[place] = self.after.get(place, 0.0) + advance - nominal(glyph)
        end = start + len(text)
        last = len(self.glyphs)
        if scale != 1.0:
            self._scale(start, end, scale)
        is_combined = result.offsets and COMBINED.fullmatch(text)
        segment = Segment(start, end, face, first, last, one_to_one, span, scale, rise)
        self.segments.extend(_parted(segment, result) if is_combined else [segment])

    def _scale(self, start: int, end: int, scale: float) -> None:
        """Measure characters start..end, the last ones, in em of the paragraph's size."""
        self.advances[start:end] = [advance * scale for advance in self.advances[start:end]]
        for index in range(start, end):
            if index in self.after:
                self.after[index] *= scale


def shape_runs(
    runs: Sequence[Run], role_of: RoleOf, shelf: Shelf, western: Collection[int]
) -> ShapedRuns:
    """The runs of a paragraph, each in the faces of its role.

    western: the places of the paragraph's Western quotation marks. A character that no face has is
    reported and set as a blank of one em.
    """
    shaped = ShapedRuns()
    offset = 0
    for run in for_shaping(runs):
        role = role_of(run)
        scale, rise = scale_and_rise(run.marks)
        own = _within(western, offset, offset + len(run.text))
        for start, end, face in shelf.itemise(run.text, role, own):
            piece = run.text[start:end]
            if face is None:
                tried = shelf.tried(role)
                # Of a character with combining marks it is these that no face has or can place.
                bases = {one.start() for one in COMBINED.finditer(piece)}
                for i, char in enumerate(piece, start):
                    if i - start in bases and not _lacks(shelf, role, char):
                        continue
                    shaped.faults.append(missing_glyph(char, run.span.at(i), tried))
                face, piece = shelf.primary(role), "\u3000" * len(piece)
            for match in _SELECTOR.finditer(piece):
                at, selector = match.start() - 1, match.group()
                if not face.varies(piece[at], selector):
                    there = run.span.at(start + at)
                    shaped.faults.append(unknown_variant(piece[at], selector, there, face.key))
            for first, last in _apart(piece, 0, len(piece)):
                span = run.span.at(start + first, last - first)
                western_here = _within(own, start + first, start + last)
                place = offset + start + first
                shaped.add(piece[first:last], place, face, western_here, span, scale, rise)
        offset += len(run.text)
    return shaped


def _lacks(shelf: Shelf, role: str, char: str) -> bool:
    """Whether no face of the role has a character."""
    return any(face is None for _, _, face in shelf.itemise(char, role))


def _parted(segment: Segment, shaped: Shaped) -> Iterator[Segment]:
    """The segment of a character and its combining marks as one for each glyph.

    Marks are the last characters, one a glyph; what is composed is in the first.
    """
    count = segment.last - segment.first
    for index in range(count):
        start = segment.end - count + index if index else segment.start
        x, y = shaped.offsets.get(index, (0.0, 0.0))
        yield replace(
            segment,
            start=start,
            end=segment.end - count + index + 1,
            first=segment.first + index,
            last=segment.first + index + 1,
            one_to_one=bool(index) or segment.one_to_one,
            span=segment.span.at(start - segment.start, segment.end - count + index + 1 - start),
            rise=segment.rise + y * segment.scale,
            shift=x * segment.scale,
        )


def _apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """start..end in parts: each character with combining marks is one."""
    done = start
    for match in COMBINED.finditer(text, start, end) if COMBINING.search(text) else ():
        if match.start() > done:
            yield done, match.start()
        yield match.span()
        done = match.end()
    if end > done:
        yield done, end


def _within(places: Collection[int], start: int, end: int) -> Collection[int]:
    """Those of the places that lie in start..end, counted from there."""
    return frozenset(at - start for at in places if start <= at < end) if places else places
