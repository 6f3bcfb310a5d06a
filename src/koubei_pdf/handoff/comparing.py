"""Every figure of an order against the press file: where they differ is an error with its place."""

from __future__ import annotations

from collections.abc import Iterator

from ..checks.findings import number, page_list
from ..model.content import Issue
from ..model.diagnostics import Diagnostic
from ..model.geometry import PT_PER_MM, mm
from ..model.printing import Part, PrintOrder
from . import faults
from .measured import Measured, Printed

#: A spine may be stated so much wider or narrower than it was computed (pt): shops round.
SPINE_SLACK = mm(0.5)
#: Trim sizes may differ by so much (pt): a tenth of a millimetre is what shops write.
_TRIM_SLACK = mm(0.05)


def compare(issue: Issue, measured: Measured) -> Iterator[Diagnostic]:
    """Where the issue says other than the press file."""
    yield from _compare_trims(issue, measured)
    order = issue.order
    if order is None:
        yield faults.NO_ORDER.at(issue.span)
        return
    if order.pages is not None and order.pages.value != measured.pages:
        facts = {"stated": order.pages.value, "found": measured.pages}
        yield faults.OTHER_PAGES.at(order.pages.span, **facts)
    for name, part, sides in parts_of(order, measured):
        yield from _compare_inks(part, name, sides, measured)
        yield from _compare_spots(part, name, sides, measured)
    yield from _compare_spine(order, measured, issue.press.caliper)


def spine_of(order: PrintOrder, pages: int, caliper: float) -> float:
    """The width (pt) of the spine: the leaves of the inside, of its own caliper or the press's."""
    return _leaves(pages) * (order.inside.caliper or caliper)


def _leaves(pages: int) -> int:
    """Leaves of the inside of a perfect-bound issue: without the four pages of the cover."""
    return max(0, (pages - 4) // 2)


def _compare_trims(issue: Issue, measured: Measured) -> Iterator[Diagnostic]:
    boxes = issue.house.boxes
    wrong: dict[str, list[int]] = {}
    for page, (width, height) in enumerate(measured.trims, start=1):
        if max(abs(width - boxes.width), abs(height - boxes.height)) > _TRIM_SLACK:
            wrong.setdefault(size_text(width, height), []).append(page)
    stated = size_text(boxes.width, boxes.height)
    for found, pages in wrong.items():
        yield faults.OTHER_TRIM.at(issue.span, pages=page_list(pages), found=found, stated=stated)


def parts_of(order: PrintOrder, measured: Measured) -> list[tuple[str, Part, tuple[Printed, ...]]]:
    """Cover and inside with what they print: the cover on its two sides, the inside on all pages.

    Which pages of the inside stand on the front of a sheet follows from imposition.
    """
    if order.cover is None:
        return [("inside", order.inside, (measured.whole,))]
    return [
        ("cover", order.cover, measured.cover),
        ("inside", order.inside, (measured.inside,)),
    ]


def _compare_inks(
    part: Part, name: str, sides: tuple[Printed, ...], measured: Measured
) -> Iterator[Diagnostic]:
    """Of the inside the greater of its two figures counts."""
    stated = part.inks.value
    counts = [len(side.process) for side in sides]
    meant = list(stated) if len(sides) > 1 else [max(stated)]
    if counts != meant:
        facts = {
            "part": name,
            "stated": inks_text(stated),
            "found": inks_text((counts[0], counts[-1])),
            "plates": "; ".join(_plates_text(side, measured) for side in sides),
        }
        yield faults.OTHER_INKS.at(part.inks.span, **facts)


def _compare_spots(
    part: Part, name: str, sides: tuple[Printed, ...], measured: Measured
) -> Iterator[Diagnostic]:
    listed = {spot.text for spot in part.spots}
    printed = sorted({spot for side in sides for spot in side.spots})
    numbers = sorted(number for side in sides for number in side.pages)
    for spot in printed:
        if spot not in listed:
            pages = [number for number in numbers if spot in measured.plates[number - 1]]
            facts = {"part": name, "name": spot, "pages": page_list(pages)}
            yield faults.SPOT_NOT_LISTED.at(part.span, **facts)
    for named in part.spots:
        if named.text not in printed:
            yield faults.SPOT_NOT_PRINTED.at(named.span, part=name, name=named.text)


def _compare_spine(order: PrintOrder, measured: Measured, caliper: float) -> Iterator[Diagnostic]:
    if order.spine is None:
        return
    found = spine_of(order, measured.pages, caliper)
    if abs(order.spine.value - found) > SPINE_SLACK:
        yield faults.OTHER_SPINE.at(
            order.spine.span,
            stated=number(order.spine.value / PT_PER_MM),
            leaves=_leaves(measured.pages),
            caliper=number((order.inside.caliper or caliper) / PT_PER_MM),
            found=number(found / PT_PER_MM),
        )


def size_text(width: float, height: float) -> str:
    """Width × height (pt) in mm."""
    return f"{number(round(width / PT_PER_MM, 1))} × {number(round(height / PT_PER_MM, 1))}"


def inks_text(sides: tuple[int, int]) -> str:
    """Inks of front and back as shops write them."""
    return f"{sides[0]}+{sides[1]}"


def _plates_text(side: Printed, measured: Measured) -> str:
    """Pages by the process inks that they print in, in any language: `1, 40: C M Y K; 39: K`."""
    alike: dict[tuple[str, ...], list[int]] = {}
    for page in side.pages:
        alike.setdefault(measured.printed([page]).process, []).append(page)
    return "; ".join(
        f"{page_list(pages)}: {' '.join(plates) or '–'}" for plates, pages in alike.items()
    )
