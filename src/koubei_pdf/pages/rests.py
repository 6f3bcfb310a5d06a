"""Stories that go on on other pages (转接): where the page plan has room for them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..model.content import Issue, PageSlot
from ..model.diagnostics import Diagnostic
from ..model.style import Frame, Layout
from .context import Context
from .faults.rests import LATE_OBSTACLE, NO_REST_FRAME, UNNAMED_REST
from .options import Options

KIND = "continued"


def story_of(frame: Frame) -> int:
    """Which of the stories under `continues` a frame is for, from 1."""
    return Options(frame.options).integer("story", 1)


def hangs(frame: Frame) -> bool:
    """Whether a frame hangs on another: copy is set into it before that is filled."""
    return "frame" in (frame.box.top.base, frame.box.bottom.base)


def has_rest_frame(layout: Layout) -> bool:
    return any(frame.kind == KIND for frame in layout.frames)


def under(layout: Layout, names: Collection[str]) -> set[str]:
    """Names of frames, and of all those on which they hang."""
    boxes = {frame.name: frame.box for frame in layout.frames}
    found: set[str] = set()
    new = set(names)
    while new:
        found |= new
        edges = (edge for name in new for edge in (boxes[name].top, boxes[name].bottom))
        new = {edge.name for edge in edges if edge.base == "frame" and edge.name in boxes} - found
    return found


def late_obstacles(layout: Layout) -> Iterator[Frame]:
    """Frames that text runs around and that are only known when the copy that goes on is set: they
    hang on it, or show of which story it is."""
    rests = {frame.name for frame in layout.frames if frame.kind == KIND or _tells_rest(frame)}
    for frame in layout.frames:
        is_late = not rests.isdisjoint(under(layout, {frame.name}))
        if frame.runaround != "none" and frame.kind != KIND and is_late:
            yield frame


def _tells_rest(frame: Frame) -> bool:
    text = Options(frame.options).text("text")
    return text is not None and "continued." in text.text


def rest_slot(issue: Issue, article: str) -> tuple[PageSlot, int] | None:
    """Where an article may go on, and its number there."""
    for slot in issue.pages:
        if article in slot.continues:
            return slot, slot.continues.index(article) + 1
    return None


def check_rests(context: Context, shown: set[str]) -> Iterator[Diagnostic]:
    """Every story that may go on here has a frame, and one that does is named.

    shown: what the frames of the slot show.
    """
    slot, layout = context.slot, context.layout
    if slot.continues:
        for frame in late_obstacles(layout):
            yield LATE_OBSTACLE.at(frame.span, frame=frame.name)
    frames = [frame for frame in layout.frames if frame.kind == KIND]
    for number, article in enumerate(slot.continues, 1):
        facts = {"layout": layout.name, "article": article, "number": number}
        if number not in map(story_of, frames):
            yield NO_REST_FRAME.at(slot.layout_span, **facts)
        elif article in context.carried and f"continued.{number}.title" not in shown:
            yield UNNAMED_REST.at(slot.layout_span, **facts)
