"""What is worked out for a slot once, however often it is laid out for a trial."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model.diagnostics import Diagnostic
from ..text.breaking import BrokenLine
from ..text.prepare import Prepared

if TYPE_CHECKING:
    from .context import Place


@dataclass(frozen=True, slots=True)
class Breaks:
    """Lines of a block: as set on measures, and on other numbers of lines."""

    lines: dict[tuple[int, tuple[float, ...], bool], list[BrokenLine]] = field(default_factory=dict)
    others: dict[tuple[int, float], list[BrokenLine]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Memo:
    """Paragraphs by runs and style, the lines of blocks by what makes these equal, and the frames
    of other pages in which a story may go on, by article."""

    prepared: dict[object, tuple[Prepared, tuple[Diagnostic, ...]]] = field(default_factory=dict)
    blocks: dict[object, Breaks] = field(default_factory=dict)
    rests: dict[str, tuple[Place, ...]] = field(default_factory=dict)
