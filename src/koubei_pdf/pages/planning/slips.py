"""A slot of the page plan → its commissioning slip."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import ceil

from ...fonts import FontShelf
from ...model.art import Raster
from ...model.book import PlacedPicture
from ...model.content import Issue, PageSlot, Picture
from ...model.fitting import PLAIN, Choice
from ...model.geometry import PT_PER_INCH, TOLERANCE, Rect
from ...model.planning import (
    PictureWant,
    PlannedFrame,
    Room,
    Slip,
    Words,
    short_title,
    unwritten,
)
from ...model.style import Frame, Layout
from ..context import Context
from ..fillers.pictures import MOST
from ..fitting.trial import Trial, attempt
from ..options import Options
from ..rests import KIND, rest_slot, story_of
from .capacity import Capacity
from .counts import room_for
from .stand_ins import completed, fields_of, shares_of, with_copy

#: Texts that are commissioned by length; the captions stand with their pictures.
_COMMISSIONED = ("kicker", "title", "subtitle", "deck", "lead", "note", "quotes")
_LITERALS = re.compile(r"\{[^{}]*\}")


def slip_of(issue: Issue, slot: PageSlot, shelf: FontShelf) -> Slip:
    """What a slot wants. What its article lacks is reckoned as there, each text with one line."""
    layout, story = issue.layouts[slot.layout], issue.story(slot)
    section = issue.sections.get(story.section) if story else None
    wanted = dict(_numbers(layout))
    count = max(wanted, default=0)
    bare = story or unwritten("", "")
    article = bare if bare.blocks else completed(bare, layout, count)
    context = Context(issue, slot, layout, article, section, shelf, {})
    shares = shares_of(layout)
    words: tuple[Words, ...] = ()
    if shares and slot.article is not None:
        words = Capacity(context, article, shares).words()
    full = replace(context, article=with_copy(completed(bare, layout, count), shares, {}))
    trial = attempt(full, PLAIN)
    spare = layout.fit.spare
    every = attempt(full, Choice(put_in=spare)) if spare else trial
    boxes = _boxes(every)
    rooms = dict(_rooms(context, boxes))
    frames = [frame for frame in layout.frames if frame.name in boxes]
    rooms_of = Counter[str]()
    for frame in frames:
        rooms_of[frame.kind] += room_for(context, frame, boxes[frame.name])
    return Slip(
        slot=slot,
        words=words,
        texts=tuple(
            (name, room)
            for key in _COMMISSIONED
            for name, room in sorted(rooms.items())
            if name.partition(".")[0] == key
        ),
        pictures=tuple(
            _picture(context, number, frame, rect, rooms.get(f"pictures.{number}"))
            for number, frame in wanted.items()
            for rect in _picture_rects(every, frame, boxes, number)
        ),
        figures=rooms_of["figures"],
        people=rooms_of["people"],
        events=rooms_of["timeline"],
        sidebars=sum(frame.kind == "sidebar" for frame in frames),
        layouts=layout.fit.layouts if slot.article else (),
        frames=tuple(_frames(context, trial)),
        onward=_onward(context) if any(one.most_onward for one in words) else 0,
    )


def _onward(context: Context) -> int:
    """The page on which the story of a slot may go on."""
    found = rest_slot(context.issue, context.slot.article or "")
    return found[0].first if found else 0


def _frames(context: Context, trial: Trial) -> Iterator[PlannedFrame]:
    """The frames as they stand on each page."""
    shows = {frames[0].name: name for name, frames in fields_of(context.layout).items()}
    for number, frame in _numbers(context.layout):
        shows.setdefault(frame.name, str(number))
    rests = dict(enumerate(map(context.issue.named, context.slot.continues), 1))
    for frame in context.layout.frames:
        story = rests.get(story_of(frame)) if frame.kind == KIND else None
        if story is not None:
            shows[frame.name] = short_title(story) or story.id
    em = context.issue.house.grid.em
    seen: set[tuple[int, str]] = set()
    for frame, filled in trial.fills:
        options = Options(frame.options)
        for page, box in filled.boxes:
            if box.name != frame.name or (page, box.name) in seen:
                continue
            seen.add((page, box.name))
            yield PlannedFrame(
                page=page,
                kind=frame.kind,
                rect=box.rect,
                shows=shows.get(frame.name, ""),
                columns=options.integer("columns", 1),
                gap=options.number("gap", 2) * em,
            )


def _boxes(trial: Trial) -> dict[str, Rect]:
    """Where each frame stands, from its first page's own corner (pt)."""
    found: dict[str, Rect] = {}
    for _, filled in trial.fills:
        for _, box in filled.boxes:
            found.setdefault(box.name, box.rect)
    return found


def _rooms(context: Context, boxes: Mapping[str, Rect]) -> Iterator[tuple[str, Room]]:
    """What text frames that show one field hold of it."""
    for name, frames in fields_of(context.layout).items():
        frame = frames[0]
        if frame.name not in boxes:
            continue
        text = Options(frame.options).text("text")
        if text is None or frame.kind != "text" or text.text.count("{") != 1:
            continue
        rect, style = boxes[frame.name], context.style(Options(frame.options).name("style"))
        measure = style.measure(rect.width) / (1 + style.tracking)
        leading = context.leading(style)
        lines = int((rect.height - style.size + TOLERANCE) / leading) + 1
        chars = int(measure + TOLERANCE)
        if lines == 1:
            chars -= len(_LITERALS.sub("", text.text).strip())
        if chars > 0 and rect.height >= style.size - TOLERANCE:
            yield name, Room(chars, lines)


def _numbers(layout: Layout) -> Iterator[tuple[int, Frame]]:
    """The pictures that a layout shows, by number, with the frame of each."""
    for frame in layout.frames:
        options = Options(frame.options)
        if frame.kind in ("picture", "advertisement"):
            yield options.integer("picture", 1), frame
        elif frame.kind == "pictures":
            first = options.integer("first", 1)
            for number in range(first, first + options.integer("count", MOST)):
                yield number, frame


def _picture_rects(
    trial: Trial, frame: Frame, boxes: Mapping[str, Rect], number: int
) -> Iterator[Rect]:
    """The place of a picture: its frame, or its part of a group."""
    rect = boxes.get(frame.name)
    if rect is None or min(rect.width, rect.height) <= TOLERANCE:
        return  # a fault of the layout, which is reported as such
    if frame.kind != "pictures":
        yield rect
        return
    first = Options(frame.options).integer("first", 1)
    filled = next(filled for one, filled in trial.fills if one.name == frame.name)
    clips = [item.clip for _, item in filled.items if isinstance(item, PlacedPicture)]
    yield from clips[number - first : number - first + 1]


def _picture(
    context: Context, number: int, frame: Frame, rect: Rect, caption: Room | None
) -> PictureWant:
    options, need = Options(frame.options), context.issue.press.least_ppi
    want = PictureWant(
        number=number,
        frame=frame.name,
        width=rect.width,
        height=rect.height,
        pixels=(_pixels(rect.width, need), _pixels(rect.height, need)),
        optional=options.flag("optional") or frame.name in context.layout.fit.spare,
        caption=caption,
    )
    story = context.issue.story(context.slot)
    pictures = (*(story.pictures if story else ()), *context.slot.pictures)
    if number > len(pictures):
        return want
    have = _ppi(pictures[number - 1], rect, is_whole=options.name("fit") == "whole")
    is_low = have is not None and round(have) < round(need)
    return want._replace(verdict="low" if is_low else "ok", have=have or 0.0)


def _pixels(length: float, ppi: float) -> int:
    return ceil(length / PT_PER_INCH * ppi - TOLERANCE)


def _ppi(picture: Picture, rect: Rect, *, is_whole: bool) -> float | None:
    """The effective resolution of a picture that fills its place; None: of no raster."""
    if not isinstance(picture.art, Raster):
        return None
    across, down = picture.art.width / rect.width, picture.art.height / rect.height
    return (max if is_whole else min)(across, down) * PT_PER_INCH
