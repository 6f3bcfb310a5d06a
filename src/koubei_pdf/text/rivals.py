"""Where a line could have ended instead, and what that would have cost the paragraph.

For `explain-line` and proofs. Each rival is the best paragraph that has a line from the same start
to another end: the lines before it stay as they are, those after it are broken anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .breaking import BrokenLine, break_lines
from .notes import Note, refusal
from .prepare import Prepared


@dataclass(frozen=True, slots=True)
class Rival:
    """Another end of a line: the offset, what the line itself would cost, and how much more
    than the chosen one the whole paragraph would. cost None: no such line can be set;
    `reason` is the rule that forbids it, None where it is too long or too short to be set."""

    end: int
    cost: float | None
    extra: float | None
    reason: Note | None = None


def rivals(
    paragraph: Prepared,
    measures: Sequence[float],
    indent: float,
    lines: Sequence[BrokenLine],
    number: int,
    *,
    reach: int = 3,
) -> list[Rival]:
    """The ends within `reach` characters of the chosen end of line `number` (from 0)."""
    line = lines[number]
    total = sum(one.cost for one in lines)
    found = []
    for end in range(max(line.start + 1, line.end - reach), line.end + reach + 1):
        if end == line.end or end >= len(paragraph.text):
            continue
        if paragraph.classes[end] == " ":  # it drops at the line's end, which is behind it
            continue
        if not paragraph.may_end(end):
            found.append(Rival(end, None, None, refusal(paragraph, end)))
            continue
        through = [*(one.end for one in lines[:number]), end]
        others = break_lines(paragraph, measures, indent=indent, through=through)
        if len(others) > number and others[number].end == end:
            cost = sum(one.cost for one in others)
            found.append(Rival(end, others[number].cost, cost - total))
        else:
            found.append(Rival(end, None, None))
    return found


def other_counts(
    paragraph: Prepared,
    measures: Sequence[float],
    indent: float,
    lines: Sequence[BrokenLine],
) -> dict[int, float | None]:
    """What the paragraph would cost more on one line fewer and one more; None: impossible."""
    total = sum(line.cost for line in lines)
    found: dict[int, float | None] = {}
    for count in (len(lines) - 1, len(lines) + 1):
        others = break_lines(paragraph, measures, indent=indent, count=count) if count else []
        found[count] = sum(line.cost for line in others) - total if others else None
    return found
