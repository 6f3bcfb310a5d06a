"""The `print` block of the manifest → PrintOrder."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, timedelta
from typing import TypeVar, cast

from ..model.content import Run
from ..model.dates import iso_date
from ..model.geometry import mm
from ..model.names import shown
from ..model.press import BINDINGS, Binding, PressProfile
from ..model.printing import Delivery, Part, PrintOrder, Stated
from ..model.schema import Key
from .faults import printing as faults
from .findings import Findings
from .reader import Record, as_choice
from .yaml_nodes import TextNode

T = TypeVar("T")

KEYS = (
    "quantity",
    "binding",
    "cover",
    "inside",
    "pages",
    "spine",
    "delivery",
    "customer",
    "printer",
    "remarks",
)
PART_KEYS = ("paper", "weight", "inks", "spots", "caliper", "finishing")
DELIVERY_KEYS = ("date", "address", "contact")

#: In place of a cover of its own paper.
SELF = "self"

_QUANTITY = Key("integer", least=1, most=9_999_999)
_PAGES = Key("integer", least=1, most=10_000)
_WEIGHT = Key("number", least=20, most=800)
_CALIPER = Key("length", least=mm(0.01), most=mm(2))
_SPINE = Key("length", least=mm(0.5), most=mm(200))

#: So far from the issue's date nobody takes delivery of it.
_FAR = timedelta(days=366)

_INKS = re.compile(r"\s*([0-4])\s*[+＋/]\s*([0-4])\s*")


def read_order(
    manifest: Record,
    press: PressProfile | None,
    spots: Collection[str] | None,
    pages: int | None,
    findings: Findings,
) -> PrintOrder | None:
    """The order under `print`; None where there is none, or it has errors, which are reported.

    press, spots (of the palette) and pages (of the plan) are None where they are not known.
    """
    node = manifest.get("print")
    if node is None:
        return None
    required = ("quantity", "binding", "cover", "inside")
    record = Record.of(node, "print", KEYS, findings, required=required)
    if record is None:
        return None
    before = findings.losses
    reader = _Reader(record, spots, findings)
    order = reader.order()
    if order is not None:
        _check(order, record, press, pages, findings)
        _check_delivery(order.delivery.date, manifest.field("date"), findings)
    is_whole = findings.losses == before and not record.meant
    return order if is_whole else None


class _Reader:
    """Reads one order."""

    def __init__(self, record: Record, spots: Collection[str] | None, findings: Findings) -> None:
        self._record, self._spots, self._findings = record, spots, findings

    def order(self) -> PrintOrder | None:
        """The order, or None where what it cannot do without is missing or faulty."""
        record = self._record
        quantity = record.integer("quantity", _QUANTITY)
        binding = self._binding()
        is_self, cover = self._cover()
        inside = self._part("inside")
        pages = self._stated("pages", record.integer("pages", _PAGES))
        spine = self._stated("spine", record.length("spine", _SPINE))
        delivery = self._delivery()
        customer, printer = record.field("customer"), record.field("printer")
        remarks = record.field("remarks")
        if quantity is None or binding is None or inside is None or not (is_self or cover):
            return None
        return PrintOrder(
            span=record.span,
            quantity=quantity,
            binding=binding,
            inside=inside,
            cover=cover,
            pages=pages,
            spine=spine,
            delivery=delivery,
            customer=customer,
            printer=printer,
            remarks=remarks,
        )

    def _stated(self, name: str, value: T | None) -> Stated[T] | None:
        node = self._record.get(name)
        return None if node is None or value is None else Stated(value, node.span)

    def _binding(self) -> Stated[Binding] | None:
        node = self._record.get("binding")
        found = None if node is None else as_choice(node, "binding", self._findings, BINDINGS)
        return self._stated("binding", cast("Binding | None", found))

    def _cover(self) -> tuple[bool, Part | None]:
        """Whether the inside's paper is the cover, and the cover where it is not."""
        node = self._record.get("cover")
        if isinstance(node, TextNode) and node.text == SELF:
            return True, None
        return False, self._part("cover")

    def _part(self, name: str) -> Part | None:
        node = self._record.get(name)
        required = ("paper", "weight", "inks")
        part = node and Record.of(node, name, PART_KEYS, self._findings, required=required)
        if not part:
            return None
        paper, weight = part.text("paper"), part.number("weight", _WEIGHT)
        inks = self._inks(part)
        spots, finishing = part.texts("spots"), part.texts("finishing")
        caliper = part.length("caliper", _CALIPER)
        for spot in spots:
            if self._spots is not None and spot.text not in self._spots:
                self._findings.unknown(faults.UNKNOWN_SPOT, spot.span, spot.text, self._spots)
        if paper is None or weight is None or inks is None:
            return None
        return Part(part.span, paper, weight, inks, spots, caliper, finishing)

    def _inks(self, part: Record) -> Stated[tuple[int, int]] | None:
        written = part.text("inks")
        if written is None:
            return None
        match = _INKS.fullmatch(written.text)
        sides = (int(match[1]), int(match[2])) if match else (0, 0)
        if not any(sides):
            self._findings.add(faults.BAD_INKS.at(written.span, found=shown(written.text)))
            return None
        return Stated(sides, written.span)

    def _delivery(self) -> Delivery:
        node = self._record.get("delivery")
        record = node and Record.of(node, "delivery", DELIVERY_KEYS, self._findings)
        if not record:
            return Delivery()
        day = self._day(record.text("date"))
        return Delivery(day, record.field("address"), record.field("contact"))

    def _day(self, written: Run | None) -> Run | None:
        """A day of the calendar, as it is written."""
        if written is None:
            return None
        try:
            day = iso_date(written.text, whole=True)
        except ValueError:
            day = None
        if day is None:
            self._findings.add(faults.NOT_A_DAY.at(written.span, found=shown(written.text)))
        return written


def _check(
    order: PrintOrder,
    record: Record,
    press: PressProfile | None,
    pages: int | None,
    findings: Findings,
) -> None:
    """What of the order contradicts itself, the page plan or the press."""
    binding, span = order.binding
    if press is not None and press.binding != binding:
        facts = {"stated": binding, "found": press.binding, "profile": press.name}
        findings.add(faults.OTHER_BINDING.at(span, **facts))
    if binding == "saddle":
        if pages is not None and pages % 4:
            findings.add(faults.SADDLE_PAGES.at(span, pages=pages))
        if order.spine is not None:
            findings.add(faults.NO_SPINE.at(order.spine.span))
    cover = record.get("cover")
    if binding == "perfect" and order.cover is None and cover is not None:
        findings.add(faults.SELF_COVER.at(cover.span))


def _check_delivery(delivery: Run | None, issued: Run | None, findings: Findings) -> None:
    """Copies come about when the issue is dated: a year more or less is a slip of the pen."""
    day, about = _day_of(delivery, whole=True), _day_of(issued)
    if delivery is None or issued is None or day is None or about is None:
        return
    if abs(day - about) > _FAR:
        facts = {"day": shown(delivery.text), "date": shown(issued.text)}
        findings.add(faults.FAR_DELIVERY.at(delivery.span, **facts))


def _day_of(written: Run | None, *, whole: bool = False) -> date | None:
    """The day that is written, None where it is of another form or no day at all."""
    try:
        found = iso_date(written.text, whole=whole) if written else None
    except ValueError:
        return None
    return None if found is None else date.fromisoformat(found)
