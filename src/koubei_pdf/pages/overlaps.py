"""Texts that stand on each other, and paint that hides texts or pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..model.art import Drawing
from ..model.book import Fill, Item, PlacedPicture
from ..model.diagnostics import Diagnostic
from ..model.geometry import Rect
from ..model.style import Frame
from .context import Context, Filled
from .faults.frames import COVERED, FRAME_CLASH
from .faults.places import HIDDEN

#: Paint that overlaps a text by no more than this (pt) hides nothing of it.
HAIR = 1.0


@dataclass(frozen=True, slots=True)
class Texts:
    """The rectangles of texts by page and frame, as frames are painted one after the other; and by
    page those of pictures, with their frames."""

    pages: dict[int, dict[str, list[Rect]]] = field(default_factory=dict)
    pictures: dict[int, list[tuple[str, Rect]]] = field(default_factory=dict)

    def add(self, context: Context, frame: Frame, filled: Filled) -> Iterator[Diagnostic]:
        """Take in what fills a frame; what it hides, and on what its texts stand."""
        for page, item in filled.items:
            yield from self._covered(context, frame, page, item, filled)
            yield from self._hidden(context, frame, page, item)
        for name, page, rect in filled.texts:
            yield from self._overlapping(context, name, page, rect)

    def _overlapping(
        self, context: Context, name: str, page: int, rect: Rect
    ) -> Iterator[Diagnostic]:
        """A text must not stand on another; the columns of one frame do not count."""
        texts = self.pages.setdefault(page, {})
        for other, rects in texts.items():
            if other != name and any(rect.intersection(one) for one in rects):
                span = context.frame_span(name)
                yield FRAME_CLASH.at(span, page=page, frame=name, other=other)
                break
        texts.setdefault(name, []).append(rect)

    def _covered(
        self, context: Context, frame: Frame, page: int, item: Item, filled: Filled
    ) -> Iterator[Diagnostic]:
        """What is painted after a text must not hide it; what counts as text itself clashes
        with it."""
        area = _painted(frame, item)
        own = [rect for _, on, rect in filled.texts if on == page]
        if area is None or any(rect.covers(area) for rect in own):
            return
        for other, rects in self.pages.get(page, {}).items():
            hidden = (area.intersection(rect) for rect in rects if other != frame.name)
            if any(part and min(part.width, part.height) > HAIR for part in hidden):
                span = context.frame_span(frame.name)
                yield COVERED.at(span, page=page, frame=frame.name, other=other)

    def _hidden(
        self, context: Context, frame: Frame, page: int, item: Item
    ) -> Iterator[Diagnostic]:
        """Something is to be seen of every picture."""
        area, pictures = _painted(frame, item), self.pictures.setdefault(page, [])
        for other, rect in pictures:
            if area is not None and other != frame.name and area.covers(rect):
                span = context.frame_span(frame.name)
                yield HIDDEN.at(span, page=page, frame=frame.name, other=other)
        if isinstance(item, PlacedPicture):
            pictures.append((frame.name, item.clip))


def _painted(frame: Frame, item: Item) -> Rect | None:
    """The rectangle that an item hides; a drawing shown whole has its own outline instead."""
    if isinstance(item, Fill):
        return item.rect
    if isinstance(item, PlacedPicture):
        is_free = isinstance(item.art, Drawing) and frame.options.get("fit") == "whole"
        return None if is_free else item.clip
    return None
