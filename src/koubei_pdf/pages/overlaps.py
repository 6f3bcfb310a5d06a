"""Texts that stand on each other or on pictures, and paint that hides texts or pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..model.art import Drawing
from ..model.book import Fill, Item, PlacedPicture
from ..model.diagnostics import Diagnostic
from ..model.geometry import Rect
from ..model.style import Frame
from .context import Context, Filled
from .contours import drawn_rects
from .faults.frames import COVERED, FRAME_CLASH, MOVE_OR_RUN_AROUND
from .faults.places import HIDDEN, ON_PICTURE, RUN_AROUND
from .fillers import FILLERS

#: Paint that overlaps a text by no more than this (pt) hides nothing of it, and is no ground.
HAIR = 1.0


@dataclass(frozen=True, slots=True)
class Texts:
    """The rectangles of texts by page and frame, as frames are painted one after the other; and by
    page the pictures, with their frames."""

    pages: dict[int, dict[str, list[Rect]]] = field(default_factory=dict)
    pictures: dict[int, list[tuple[Frame, PlacedPicture]]] = field(default_factory=dict)

    def add(self, context: Context, frame: Frame, filled: Filled) -> Iterator[Diagnostic]:
        """Take in what fills a frame; what it hides, and on what its texts and pictures stand."""
        for page, item in filled.items:
            yield from self._covered(context, frame, page, item, filled)
        for name, page, rect in filled.texts:
            yield from self._overlapping(context, name, page, rect)
        hidden = set(self._hidden(frame, filled))
        for page, other in sorted(hidden):
            yield HIDDEN.at(frame.span, page=page, frame=frame.name, other=other)
        yield from self._on_pictures(context, frame, filled, hidden)
        for page, item in filled.items:
            if isinstance(item, PlacedPicture):
                self.pictures.setdefault(page, []).append((frame, item))

    def _overlapping(
        self, context: Context, name: str, page: int, rect: Rect
    ) -> Iterator[Diagnostic]:
        """A text must not stand on another; the columns of one frame do not count."""
        texts = self.pages.setdefault(page, {})
        for other, rects in texts.items():
            if other != name and any(rect.intersection(one) for one in rects):
                span = context.frame(name).span
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
                is_copy = FILLERS[context.frame(other).kind].chained
                rule = replace(COVERED, help=MOVE_OR_RUN_AROUND) if is_copy else COVERED
                yield rule.at(frame.span, page=page, frame=frame.name, other=other)

    def _hidden(self, frame: Frame, filled: Filled) -> Iterator[tuple[int, str]]:
        """The pictures, by page and frame, of which nothing is to be seen below a frame."""
        for page, item in filled.items:
            area = _painted(frame, item)
            for other, picture in self.pictures.get(page, ()):
                if area is not None and area.covers(picture.clip):
                    yield page, other.name

    def _on_pictures(
        self, context: Context, frame: Frame, filled: Filled, hidden: set[tuple[int, str]]
    ) -> Iterator[Diagnostic]:
        """What is painted after a picture must not stand on it by chance."""
        told = {(frame.name, *key) for key in hidden}
        for name, page, rect in _printed(frame, filled):
            upper = context.frame(name)
            for other, picture in self.pictures.get(page, ()):
                key = name, page, other.name
                if key not in told and _stands_on(upper, rect, other, picture):
                    told.add(key)
                    is_copy = FILLERS[upper.kind].chained
                    rule = replace(ON_PICTURE, help=RUN_AROUND) if is_copy else ON_PICTURE
                    yield rule.at(upper.span, page=page, frame=name, other=other.name)


def _printed(frame: Frame, filled: Filled) -> Iterator[tuple[str, int, Rect]]:
    """The rectangles, by frame and page, of what a frame shows; fields of colour are meant to lie
    below or above others, and what is painted of copy stands with its text."""
    yield from filled.texts
    if frame.kind == "fill" or FILLERS[frame.kind].chained:
        return
    for page, item in filled.items:
        if isinstance(item, Fill):
            yield frame.name, page, item.rect
        elif isinstance(item, PlacedPicture):
            yield from ((frame.name, page, rect) for rect in _seen(frame, item))


def _stands_on(upper: Frame, rect: Rect, lower: Frame, picture: PlacedPicture) -> bool:
    """Whether a rectangle of one frame stands on another's picture without being meant to.

    Titles and captions stand on pictures by the order of the layout, if they do with all of their
    text; copy runs around what it shall run around.
    """
    core = rect.inset(HAIR)
    if upper.on_picture or not core.intersection(picture.clip):
        return False
    if FILLERS[upper.kind].chained and lower.runaround != "none":
        return False
    if upper.kind == "text" and picture.clip.inset(-HAIR).covers(rect):
        return False
    return any(core.intersection(seen) for seen in _seen(lower, picture))


def _seen(frame: Frame, picture: PlacedPicture) -> Iterator[Rect]:
    """What is to be seen of a picture: of a drawing shown whole its outline."""
    if _is_free(frame, picture) and isinstance(picture.art, Drawing):
        return drawn_rects(picture.art, picture.rect, picture.clip)
    return iter((picture.clip,))


def _painted(frame: Frame, item: Item) -> Rect | None:
    """The rectangle that an item hides; a drawing shown whole has its own outline instead."""
    if isinstance(item, Fill):
        return item.rect
    if isinstance(item, PlacedPicture):
        return None if _is_free(frame, item) else item.clip
    return None


def _is_free(frame: Frame, picture: PlacedPicture) -> bool:
    return isinstance(picture.art, Drawing) and frame.options.get("fit") == "whole"
