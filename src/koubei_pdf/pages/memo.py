"""What is worked out for a slot once, however often it is laid out for a trial."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ..model.diagnostics import Diagnostic
from ..text.breaking import BrokenLine
from ..text.prepare import Prepared

if TYPE_CHECKING:
    from .context import Place
    from .flow import Flow
    from .strays import Setting


class Lines(NamedTuple):
    """How many lines a block is on, and what they cost."""

    number: int
    cost: float


class Inside(NamedTuple):
    """A block that does not leave its column: where it ends, the rows that it uses, and those that
    the column must have so that it stands there."""

    row: float
    used: int
    need: float
    lines: Lines


class Step(NamedTuple):
    """Where a block ends, and the rows used of each column from that on where it begins; whether it
    lacks room, how many of its lines are alone, and in which column its first one stands."""

    column: int
    row: float
    used: tuple[int, ...]
    is_over: bool
    alone: int
    first: int | None
    lines: Lines


@dataclass(frozen=True, slots=True)
class Steps:
    """How a block stands in columns: by lines more than is best, rows above it, column and row
    where it begins; and, where it may leave that column, the rows of it and the next ones."""

    insides: dict[tuple[int, float | None, int, float], Inside] = field(default_factory=dict)
    parted: dict[tuple[int, float | None, int, float, tuple[int, ...]], Step] = field(
        default_factory=dict
    )


@dataclass(frozen=True, slots=True)
class Breaks:
    """Lines of a block: as set on measures, and on other numbers of lines; where it
    ends, by columns."""

    lines: dict[tuple[int, tuple[float, ...], bool], list[BrokenLine]] = field(default_factory=dict)
    others: dict[tuple[int, float], list[BrokenLine]] = field(default_factory=dict)
    steps: dict[object, Steps] = field(default_factory=dict)


#: How many ways to end columns are looked at for one slot, in all its trials and cut lists: about
#: two seconds where text runs around pictures, less elsewhere.
MOST_WAYS = 40_000


@dataclass(slots=True)
class Effort:
    """How many ways to end columns were looked at; when they are spent, columns end as they are.

    found: the settings that came of it and the ways that they cost, which they cost each time that
    they are asked for; by the flow (which they keep), its rows and what is level.
    """

    ways: int = 0
    found: dict[tuple[int, tuple[int, ...], tuple[bool, ...]], tuple[list[Setting], int]] = field(
        default_factory=dict
    )

    @property
    def is_spent(self) -> bool:
        return self.ways >= MOST_WAYS


@dataclass(frozen=True, slots=True)
class Memo:
    """Paragraphs by runs and style, the lines of blocks, and flows, by what makes these equal, and
    the frames of other pages in which a story may go on, by article."""

    prepared: dict[object, tuple[Prepared, tuple[Diagnostic, ...]]] = field(default_factory=dict)
    blocks: dict[object, Breaks] = field(default_factory=dict)
    flows: dict[object, Flow] = field(default_factory=dict)
    rests: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    effort: Effort = field(default_factory=Effort)
