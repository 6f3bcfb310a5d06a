"""Runs of text become a `Prepared` paragraph: shaped and measured once, for any measure.

All widths are in em of the paragraph's size. A character's natural advance holds the
squeeze against its neighbours and the gap after it between Han and Western text; what a
line's edges take away is kept apart, since it depends on where the lines break.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ..fonts import FULL_WIDTH, western_quotes
from ..model.content import Run
from ..model.diagnostics import Diagnostic
from ..model.typography import HOUSE_RULES, Rules
from .chars import ATTACHED, CLOSE, OPEN, PAUSE, SOLIDUS, STOP, classes
from .cohesion import find_breaks
from .features import Stretch, change_widths, kept_whole, reclassified, stretches_of
from .shaping import RoleOf, Segment, ShapedRuns, shape_runs
from .typeface import Shelf, Typeface
from .widths import Squeeze, Widths
from .wishes import kept


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paragraph free of any line width. Lists are per character unless said otherwise.

    advances: natural advance (em). widths: their prefix sums (n + 1 values).
    before: shift in front of a glyph whose left blank is squeezed away (sparse, em ≤ 0).
    after: difference of the advance from the face's own (sparse, em), `before` not counted.
    shifted: the characters in `before` or `after`, in order.
    lead, tail: what a line saves when it starts with / ends after this character (sparse);
    negative: what it gives up, for a reading that is wider than its base.
    hang: what may hang beyond the line's end, if it ends after this character (sparse).
    squeezes: what justification may take from a character, and in which step (sparse).
    flex: what Western spaces and Han–Western gaps may grow by (sparse).
    shrink, shrink_last, grow: prefix sums of the steps before the last, of the last, of flex.
    places: prefix sums of the places that stretch once flex is used up.
    breaks: where a line may end (character offsets, the text's end included), with costs.
    hyphens: the width of the hyphen that a line ending there gets (sparse, by offset).
    stretches: what inline features have to do with, by start.
    """

    text: str
    classes: str
    rules: Rules
    runs: tuple[Run, ...]
    segments: tuple[Segment, ...]
    glyphs: Sequence[int]
    clusters: Sequence[int]
    advances: Sequence[float]
    widths: Sequence[float]
    before: Mapping[int, float]
    after: Mapping[int, float]
    shifted: Sequence[int]
    lead: Mapping[int, float]
    tail: Mapping[int, float]
    hang: Mapping[int, float]
    squeezes: Mapping[int, Squeeze]
    flex: Mapping[int, float]
    shrink: Sequence[float]
    shrink_last: Sequence[float]
    grow: Sequence[float]
    places: Sequence[int]
    breaks: Sequence[int]
    break_costs: Mapping[int, float]
    hyphens: Mapping[int, float]
    tracking: float
    stretches: tuple[Stretch, ...] = ()

    def may_end(self, offset: int) -> bool:
        """Whether a line may end before character `offset`."""
        place = bisect_left(self.breaks, offset)
        return place < len(self.breaks) and self.breaks[place] == offset

    def run_around(self, offset: int) -> tuple[int, int]:
        """Start and end of what stands between the legal breaks around `offset`."""
        breaks = self.breaks
        before, after = bisect_left(breaks, offset), bisect_right(breaks, offset)
        start = breaks[before - 1] if before else 0
        return start, breaks[after] if after < len(breaks) else len(self.text)

    def natural(self, start: int, end: int) -> float:
        """The width (em) of a line of characters start..end, its edges trimmed."""
        edges = self.lead.get(start, 0.0) + self.tail.get(end - 1, 0.0) + self.tracking
        return self.widths[end] - self.widths[start] - edges

    def tracking_after(self, start: int, end: int) -> float:
        """The letter-spacing (em) that stands behind the characters start..end: none before what is
        attached, which stays over or beside what it follows."""
        return self.tracking * (end - start - self.classes.count(ATTACHED, start + 1, end + 1))

    def last_mark(self, end: int) -> int:
        """The last character of a line that ends at `end`, its dropped spaces left out."""
        index = end - 1
        while index > 0 and self.classes[index] == " " and not self.advances[index]:
            index -= 1
        return index


def prepare(
    runs: Sequence[Run],
    role_of: RoleOf,
    shelf: Shelf,
    tracking: float = 0.0,
    rules: Rules = HOUSE_RULES,
) -> tuple[Prepared, list[Diagnostic]]:
    """Shape and measure a paragraph; each run in the faces of the role that `role_of` gives.

    A character that no face has is reported and set as a blank of one em. `tracking` (em)
    is added after every character, with what is attached to it.
    """
    text = "".join(run.text for run in runs)
    western: Collection[int] = western_quotes(text)
    shaped = shape_runs(runs, role_of, shelf, western)
    # A face without proportional quotation marks has a Chinese mark's blank, to be trimmed as one.
    western = {at for at in western if text[at] == "’" or shaped.advances[at] < FULL_WIDTH}
    stretches, faults = stretches_of(runs, role_of, shelf)
    prepared = _measured(text, western, tuple(runs), shaped, tracking, rules, stretches)
    return prepared, shaped.faults + faults


#: What a divided word gets at its line's end.
HYPHEN = "-"
#: What a full-width solidus loses on either side to take half an em (GB/T 15834 5.1.9).
SOLIDUS_SIDE = 0.25
_MARK = re.compile(f"[{OPEN}{CLOSE}{PAUSE}{STOP}{SOLIDUS}]")


def _blanks(text: str, kinds: str, segments: Sequence[Segment]) -> dict[int, float]:
    """What each mark can lose of its blank side, a solidus of each, in its own face (em)."""
    blanks: dict[int, float] = {}
    for segment in segments:
        for match in _MARK.finditer(kinds, segment.start, segment.end):
            index = match.start()
            blank = _blank(segment.face, text[index], kinds[index])
            if blank:
                blanks[index] = blank
    return blanks


def _blank(face: Typeface, mark: str, kind: str) -> float:
    if kind != SOLIDUS:
        return face.blank(mark, left=kind == OPEN)
    # It takes half an em where halt or its ink leaves room for that, else what the font gives it.
    side = min(face.blank(mark, left=True), face.blank(mark, left=False))
    return SOLIDUS_SIDE if side >= SOLIDUS_SIDE else 0.0


def segment_at(segments: Sequence[Segment], index: int) -> Segment:
    """The segment that character `index` belongs to."""
    return next(segment for segment in segments if segment.start <= index < segment.end)


def _hyphens(offsets: Sequence[int], segments: Sequence[Segment]) -> dict[int, float]:
    """The width of a hyphen at each of these offsets, in the face of what stands before it."""
    return {
        offset: sum(segment_at(segments, offset - 1).face.shape(HYPHEN).advances)
        for offset in offsets
    }


def _measured(
    text: str,
    western: Collection[int],
    runs: tuple[Run, ...],
    shaped: ShapedRuns,
    tracking: float,
    rules: Rules,
    stretches: tuple[Stretch, ...],
) -> Prepared:
    kinds = classes(text, western=western)
    if stretches:
        kinds = reclassified(kinds, stretches)
    blanks = _blanks(text, kinds, shaped.segments)
    widths = Widths(text, kinds, shaped.advances, shaped.after, blanks, rules)
    if stretches:
        change_widths(widths, stretches)
    advances = widths.advances
    if tracking:
        following = (*kinds[1:], "")
        advances = [
            advance + (tracking if after != ATTACHED else 0.0)
            for advance, after in zip(advances, following, strict=True)
        ]
    breaks = find_breaks(text, kinds, rules)
    for offset, cost in kept(runs):
        breaks.costs[offset] = max(cost, breaks.costs.get(offset, 0.0))
    if stretches:
        breaks = kept_whole(breaks, stretches)
    return Prepared(
        text=text,
        classes=kinds,
        rules=rules,
        runs=runs,
        segments=tuple(shaped.segments),
        glyphs=shaped.glyphs,
        clusters=shaped.clusters,
        advances=advances,
        widths=list(accumulate(advances, initial=0.0)),
        before=widths.before,
        after=widths.after,
        shifted=sorted(widths.before.keys() | widths.after.keys()),
        lead=widths.lead,
        tail=widths.tail,
        hang=widths.hang,
        squeezes=widths.squeezes,
        flex=widths.flex,
        shrink=widths.shrink_sums(last=False),
        shrink_last=widths.shrink_sums(last=True),
        grow=widths.grow_sums(),
        places=widths.place_sums(),
        breaks=breaks.offsets,
        break_costs=breaks.costs,
        hyphens=_hyphens(breaks.hyphens, shaped.segments),
        tracking=tracking,
        stretches=stretches,
    )
