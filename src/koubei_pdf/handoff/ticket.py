"""The print ticket (印刷工艺单): what an issue is to be printed as, held against the press file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..model.content import Issue, Run
from ..model.geometry import PT_PER_MM
from ..model.press import Binding
from ..model.printing import Part
from .comparing import inks_text, parts_of, spine_of
from .measured import Measured, Printed

#: Of the data in ticket.json; raised when a key changes its meaning or goes.
VERSION = 1


@dataclass(frozen=True, slots=True)
class TicketPart:
    """Cover or inside.

    sides: what its pages print, a cover's outer and inner ones.
    ordered: what the order says of it, None where there is none.
    """

    name: str
    sides: tuple[Printed, ...]
    ordered: Part | None

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(sorted(page for side in self.sides for page in side.pages))

    @property
    def inks(self) -> str:
        """Process inks of front and back: as ordered, else as printed."""
        if self.ordered is not None:
            return inks_text(self.ordered.inks.value)
        return inks_text((len(self.sides[0].process), len(self.sides[-1].process)))

    @property
    def spots(self) -> tuple[str, ...]:
        return tuple(sorted({spot for side in self.sides for spot in side.spots}))


@dataclass(frozen=True, slots=True)
class Ticket:
    """All that stands on the ticket. errors, warnings: of the preflight."""

    issue: Issue
    file: Measured
    parts: tuple[TicketPart, ...]
    spine: float | None
    errors: int
    warnings: int

    @property
    def binding(self) -> Binding:
        return self.issue.order.binding.value if self.issue.order else self.issue.press.binding

    @property
    def customer(self) -> Run | None:
        order = self.issue.order
        return (order.customer if order else None) or self.issue.fields.get("publisher")


def ticket(issue: Issue, file: Measured, errors: int, warnings: int) -> Ticket:
    """The ticket of an issue; without an order, with what its press file shows alone."""
    order = issue.order
    spine = None
    if order is None:
        parts = [TicketPart("cover", file.cover, None), TicketPart("inside", (file.inside,), None)]
    else:
        parts = [TicketPart(name, sides, part) for name, part, sides in parts_of(order, file)]
        if order.binding.value == "perfect":
            spine = spine_of(order, file.pages, issue.press.caliper)
    return Ticket(issue, file, tuple(parts), spine, errors, warnings)


def data(made: Ticket) -> Mapping[str, Any]:
    """The ticket for other programs; docs/package.md describes every key."""
    issue, file, order = made.issue, made.file, made.issue.order
    delivery = order.delivery if order else None
    width, height = file.trims[0]
    return {
        "version": VERSION,
        "title": _text(issue.fields.get("title")),
        "date": _text(issue.fields.get("date")),
        "number": _text(issue.fields.get("number")),
        "customer": _text(made.customer),
        "printer": _text(order.printer) if order else None,
        "file": {"name": file.name, "bytes": file.size, "sha256": file.sha256},
        "trim": [_mm(width), _mm(height)],
        "bleed": _mm(file.bleed),
        "page_count": file.pages,
        "standard": file.standard,
        "press": issue.press.name,
        "condition": issue.press.condition.identifier or issue.press.condition.info,
        "quantity": order.quantity if order else None,
        "binding": made.binding,
        "spine": None if made.spine is None else _mm(made.spine),
        "parts": [_part(part) for part in made.parts],
        "delivery": {
            "date": _text(delivery.date) if delivery else None,
            "address": _text(delivery.address) if delivery else None,
            "contact": _text(delivery.contact) if delivery else None,
        },
        "remarks": _text(order.remarks) if order else None,
        "preflight": {"errors": made.errors, "warnings": made.warnings},
    }


def _part(part: TicketPart) -> dict[str, Any]:
    ordered = part.ordered
    return {
        "part": part.name,
        "pages": list(part.pages),
        "paper": ordered.paper.text if ordered else None,
        "weight": ordered.weight if ordered else None,
        "inks": part.inks,
        "plates": [list(side.plates) for side in part.sides],
        "spots": list(part.spots),
        "finishing": [run.text for run in ordered.finishing] if ordered else None,
    }


def _text(run: Run | None) -> str | None:
    return None if run is None else run.text


def _mm(value: float) -> float:
    return round(value / PT_PER_MM, 2)
