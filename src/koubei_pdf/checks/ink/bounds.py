"""Which pages could have too much ink: told from what they paint, before any is rendered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...pdf.content.spaces import ALL
from ...pdf.content.state import Mark, overlap
from ...pdf.content.trace import PlacedPicture
from ...pdf.sheets import painted
from ..document import Page
from .peaks import KnownPeaks


def could_exceed(page: Page, limit: float, known: KnownPeaks) -> bool:
    """Whether a point within the bleed could hold more than `limit` per cent of ink.

    An upper bound: False is certain. What knocks out leaves its own inks alone there; what
    overprints it has at most its own inks on the plates that it touches. A picture has its peaks
    of ink at most. Nothing is known of gradients and patterns, nor of what is blended.
    """
    bleed = page.from_trim(page.bleed)
    marks = [mark for mark in page.trace.marks if overlap(mark.box, bleed) is not None]
    shown = [mark for mark in marks if _is_picture(mark)]
    marks = [mark for mark in marks if not _is_picture(mark)]
    if page.trace.transparent or any(m.paint.pattern or ALL in m.paint.inks for m in marks):
        return True
    above = [mark for mark in marks if _touched(mark) is not None]
    grounds = [mark for mark in marks if _touched(mark) is None]
    added = _most(above)
    if _total(added) > limit or any(_exceeds(mark, above, added, limit) for mark in grounds):
        return True
    pictures = {id(picture.box): picture for picture in page.trace.pictures}
    return any(
        _picture_exceeds(pictures.get(id(mark.box)), mark, above, added, limit, known)
        for mark in shown
    )


def _is_picture(mark: Mark) -> bool:
    """Whether a mark is a picture with inks of its own."""
    return mark.kind == "image" and not mark.mask and mark.paint.pattern == "picture"


def _picture_exceeds(
    picture: PlacedPicture | None,
    mark: Mark,
    above: Sequence[Mark],
    added: Mapping[str, float],
    limit: float,
    known: KnownPeaks,
) -> bool:
    """Whether a picture, or what overprints it in some part, could go beyond the limit.

    Black alone takes the place of the picture's own black; other inks count in full.
    """
    if picture is None or known.most(picture, mark.box)[0] > limit:
        return True
    black = {plate for plate, part in added.items() if part} <= {"K"}
    for over in above:
        box = overlap(mark.box, over.box)
        if box is not None:
            total, colours = known.most(picture, box)
            if (colours if black else total) + _total(added) > limit:
                return True
    return False


def _exceeds(ground: Mark, above: Sequence[Mark], added: Mapping[str, float], limit: float) -> bool:
    """Whether the inks of a mark, with those that overprint it, could go beyond the limit."""
    inks = ground.paint.inks
    if _total(inks) > limit:
        return True
    both = {plate: max(inks.get(plate, 0.0), added.get(plate, 0.0)) for plate in {*inks, *added}}
    return _total(both) > limit and any(overlap(ground.box, m.box) is not None for m in above)


def _touched(mark: Mark) -> frozenset[str] | None:
    return painted(mark.paint, mark.overprints, mark.mode)


def _most(marks: Iterable[Mark]) -> dict[str, float]:
    """The most that marks that overprint put on each plate."""
    most: dict[str, float] = {}
    for mark in marks:
        for plate, part in mark.paint.inks.items():
            most[plate] = max(part, most.get(plate, 0.0))
    return most


def _total(inks: Mapping[str, float]) -> float:
    """Per cent of all plates together."""
    return 100 * sum(inks.values())
