"""Stories that go on on other pages (转接): where the page plan has room for them."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.content import Issue, PageSlot
from ..model.diagnostics import Diagnostic
from ..model.style import Frame, Layout
from .context import Context
from .faults.rests import NO_REST_FRAME, UNNAMED_REST
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
    frames = [frame for frame in layout.frames if frame.kind == KIND]
    for number, article in enumerate(slot.continues, 1):
        facts = {"layout": layout.name, "article": article, "number": number}
        if number not in map(story_of, frames):
            yield NO_REST_FRAME.at(slot.layout_span, **facts)
        elif article in context.carried and f"continued.{number}.title" not in shown:
            yield UNNAMED_REST.at(slot.layout_span, **facts)
