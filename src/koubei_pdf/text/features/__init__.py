"""Inline features, one file each, and what the paragraph asks of them.

A paragraph without marked runs has no stretches, and pays for none of this.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from ...model.content import Run
from ...model.diagnostics import Diagnostic
from ..cohesion import Breaks
from ..typeface import Shelf
from ..widths import Widths
from .dots import DOTS
from .feature import Feature, InlineItem, SetLine, Stretch
from .names import NAME
from .note_marks import NOTE_MARK
from .ruby import READING, RUBY, shape_reading
from .scripts import SUBSCRIPT, SUPERSCRIPT
from .substitutes import EMPHASIS, STRONG
from .titles import BOOK

__all__ = ["FEATURES", "InlineItem", "SetLine", "Stretch"]

#: All features; the first with a font, or with a scale, decides.
FEATURES: tuple[Feature, ...] = (
    STRONG,
    EMPHASIS,
    NOTE_MARK,
    SUPERSCRIPT,
    SUBSCRIPT,
    NAME,
    BOOK,
    DOTS,
    RUBY,
    READING,
)

_PLAIN = (1.0, 0.0)
_ACTIVE = tuple(
    feature for feature in FEATURES if feature.classify or feature.widen or feature.draw
)


def font_of(marks: Collection[str], known: Collection[str]) -> str | None:
    """The role that stands in for the style's own, of those that the house has."""
    for feature in FEATURES:
        if feature.font in known and feature.mark in marks:
            return feature.font
    return None


def scale_and_rise(marks: Collection[str]) -> tuple[float, float]:
    """Size and rise of a run as parts of its paragraph's size."""
    for feature in FEATURES:
        if feature.scale != 1.0 and feature.mark in marks:
            return feature.scale, feature.rise
    return _PLAIN


def stretches_of(
    runs: Sequence[Run], role_of: Callable[[Run], str], shelf: Shelf
) -> tuple[tuple[Stretch, ...], list[Diagnostic]]:
    """What of a paragraph is under a mark that does more than change its font, by start."""
    if not any(run.marks or run.ruby for run in runs):
        return (), []
    stretches: list[Stretch] = []
    faults: list[Diagnostic] = []
    running: dict[str, int] = {}
    offset = 0
    for run in runs:
        end = offset + len(run.text)
        marks = {*run.marks, "ruby"} if run.ruby else run.marks
        for mark in [mark for mark in running if mark not in marks or mark in run.begins]:
            del running[mark]
        for feature in _ACTIVE:
            if feature.mark not in marks:
                continue
            if feature.mark == "ruby":
                as_reading = replace(run, marks=frozenset({READING.mark}))
                parts, width, missing = shape_reading(run, role_of(as_reading), shelf)
                faults.extend(missing)
                stretches.append(Stretch("ruby", offset, end, run, parts, width))
            elif feature.mark in running:
                place = running[feature.mark]
                stretches[place] = replace(stretches[place], end=end)
            else:
                running[feature.mark] = len(stretches)
                stretches.append(Stretch(feature.mark, offset, end, run))
        offset = end
    return tuple(stretches), faults


def for_shaping(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs as they are shaped: neighbours that only their readings part are one again.

    So the bases of a word stand in one piece of text, and copy as one.
    """
    if not any(run.ruby for run in runs):
        return runs
    joined: list[Run] = []
    for run in (replace(run, ruby="") for run in runs):
        last = joined[-1] if joined else None
        if last is not None and last.marks == run.marks and _adjoin(last, run):
            whole = last.span.at(0, last.span.length + run.span.length)
            joined[-1] = replace(last, text=last.text + run.text, span=whole)
        else:
            joined.append(run)
    return joined


def _adjoin(first: Run, second: Run) -> bool:
    """Whether the second run stands right behind the first in the source, letter by letter."""
    exact = all(run.span.length == len(run.text) for run in (first, second))
    return exact and second.span == first.span.at(first.span.length, second.span.length)


def reclassified(kinds: str, stretches: Sequence[Stretch]) -> str:
    """The classes with those that features give their characters."""
    for stretch in stretches:
        classify = _BY_MARK[stretch.mark].classify
        if classify is not None:
            kind = classify(kinds, stretch.start)
            kinds = (
                kinds[: stretch.start] + kind * (stretch.end - stretch.start) + kinds[stretch.end :]
            )
    return kinds


def change_widths(widths: Widths, stretches: Sequence[Stretch]) -> None:
    """What features take and add, once classes and neighbours have their widths."""
    for feature in _ACTIVE:
        own = [stretch for stretch in stretches if stretch.mark == feature.mark]
        if own and feature.widen is not None:
            feature.widen(widths, own)


def kept_whole(breaks: Breaks, stretches: Sequence[Stretch]) -> Breaks:
    """The breaks without those that would part what must stay together."""
    parted: set[int] = set()
    for stretch in stretches:
        if _BY_MARK[stretch.mark].whole:
            parted.update(range(stretch.start + 1, stretch.end))
    offsets = [offset for offset in breaks.offsets if offset not in parted]
    costs = {offset: cost for offset, cost in breaks.costs.items() if offset not in parted}
    return replace(breaks, offsets=offsets, costs=costs)


def smallest(stretches: Sequence[Stretch]) -> tuple[float, Stretch]:
    """The smallest type as a part of the paragraph's size, and the first stretch that has it."""
    return min(((_BY_MARK[one.mark].scale, one) for one in stretches), key=lambda it: it[0])


def stands_between_lines(stretches: Sequence[Stretch]) -> Stretch | None:
    """The first stretch with something in the gap beside its line."""
    return next((one for one in stretches if _BY_MARK[one.mark].between_lines), None)


def drawn(line: SetLine, stretches: Sequence[Stretch]) -> list[InlineItem]:
    """What features draw beside a line."""
    here = [
        stretch for stretch in stretches if stretch.start < line.end and stretch.end > line.start
    ]
    items: list[InlineItem] = []
    for feature in _ACTIVE if here else ():
        if feature.draw is not None:
            items.extend(feature.draw(line, here))
    return items


_BY_MARK = {feature.mark: feature for feature in FEATURES}
