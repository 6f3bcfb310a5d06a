"""What flows, the columns that it flows through, and where its lines come to stand."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import NamedTuple

from ..model.content import Block
from ..model.style import ParagraphStyle
from ..text.breaking import BrokenLine
from ..text.prepare import Prepared
from .initials import Initial
from .runaround import Around
from .tables import FlowTable, SetRow


@dataclass(frozen=True, slots=True)
class Column:
    """A column: page number, left edge (pt), width (pt), first row and number of rows.

    around: the obstacles that stand in it; None in most. on_foot: its text stands on its foot.
    """

    page: int
    x: float
    width: float
    top: float
    rows: int
    frame: int
    around: Around | None = None
    on_foot: bool = False


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before the text of a list item or note, beginning `hang` em to the left of it."""

    prepared: Prepared
    hang: float


@dataclass(frozen=True, slots=True)
class FlowBlock:
    """A paragraph of the flow with its style; `keep` holds it with the next block (headings),
    `spans` sets it over all columns of its frame.

    marker: what stands before its first line, `hang` em to the left of its text; initial: the
    drop initial, whose lines stay in one column; table: what it is in place of a paragraph;
    source: the block of the article of which it is all or a part; whole: its lines are a whole
    number of em long, what a column has beyond that stands at their left (JLREQ 4.2.7);
    other_before: rows that may be above it instead of those of its style.
    """

    prepared: Prepared
    style: ParagraphStyle
    role: str
    keep: bool
    marker: Marker | None = None
    initial: Initial | None = None
    table: FlowTable | None = None
    spans: bool = False
    source: Block | None = None
    whole: bool = False
    other_before: tuple[float, ...] = ()

    def measure(self, width: float) -> float:
        """What its lines measure (em of its own size) on a width in pt."""
        measure = round(self.style.measure(width), 6)
        return float(floor(measure)) if self.whole and measure >= 1 else measure

    def remainder(self, width: float) -> float:
        """What its lines leave of a width at their left (pt)."""
        if not self.whole:
            return 0.0
        return (self.style.measure(width) - self.measure(width)) * self.style.size


class PlacedLine(NamedTuple):
    """A line of block `block` in column `column`; `row` counts from the column's head and is
    the row on which its baseline stands. It begins `offset` pt from the column's left edge."""

    block: int
    line: BrokenLine
    column: int
    row: float
    offset: float = 0.0


class PlacedRow(NamedTuple):
    """A row of the table `block` in column `column`, its head on `row` of the column; is_last: a
    rule stands below it, where the table ends or goes on elsewhere. It begins `offset` pt from the
    column's left edge."""

    block: int
    cells: SetRow
    column: int
    row: float
    is_last: bool = False
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class FlowResult:
    """Placed lines, the rows used of each column, and what found no place."""

    lines: tuple[PlacedLine | PlacedRow, ...]
    used: tuple[int, ...]
    overset: tuple[tuple[int, BrokenLine | SetRow], ...]
