"""What a print shop is asked for: the `print` block of the manifest (印刷工艺单)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from .diagnostics import Span
from .press import Binding

if TYPE_CHECKING:
    from .content import Run  # which has an Issue, which has an order

T = TypeVar("T")


class Stated(NamedTuple, Generic[T]):
    """A figure, and where it is written."""

    value: T
    span: Span


@dataclass(frozen=True, slots=True)
class Part:
    """What the cover (封面) or the inside (内文) is printed on and in.

    weight: g/m². inks: process inks on the front and the back of a sheet (4+4); of a cover, on its
    outer and inner pages. spots: plates of spot colours besides. caliper: of a leaf (pt), None for
    the press profile's. finishing: what is done after printing (覆膜, UV, 烫金), in order.
    """

    span: Span
    paper: Run
    weight: float
    inks: Stated[tuple[int, int]]
    spots: tuple[Run, ...] = ()
    caliper: float | None = None
    finishing: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """When, where and to whom copies go; what is not known yet is None."""

    date: Run | None = None
    address: Run | None = None
    contact: Run | None = None


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """An order to print an issue.

    cover: None where it is of the inside's paper (自封面). pages and spine (pt) are figures that
    the press file must bear out, None where they are not stated.
    """

    span: Span
    quantity: int
    binding: Stated[Binding]
    inside: Part
    cover: Part | None = None
    pages: Stated[int] | None = None
    spine: Stated[float] | None = None
    delivery: Delivery = Delivery()
    customer: Run | None = None
    printer: Run | None = None
    remarks: Run | None = None
