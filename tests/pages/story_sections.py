"""The copy of a story in parts that are balanced by themselves, and how level their columns end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from koubei_pdf.model.book import Fill, GlyphRun

from .story_judge import HAIR, Line, Spread

#: Copy of fewer rows a column may leave the last columns empty (docs/fitting.md).
SCANT = 6


@dataclass(frozen=True, eq=False)
class Section:
    """Copy that is balanced by itself: the columns (by number) that it may take, its lines; which
    columns shall end level, and how many rows of each are taken by what stands above. is_part:
    whether headings across columns part it from other copy."""

    columns: Sequence[int]
    lines: Sequence[Line]
    level: Sequence[bool]
    taken: Sequence[float]
    is_last: bool = True
    is_part: bool = False


def sections(spread: Spread) -> list[Section]:
    """The copy as it is parted: chains, and what stands between spanning headings."""
    found = []
    for chain in dict.fromkeys(column.chain for column in spread.columns):
        own = [n for n, column in enumerate(spread.columns) if column.chain == chain]
        lines = [line for line in spread.lines if line.column in own]
        if not spread.columns[own[0]].spanning:
            found.append(
                Section(own, lines, [spread.columns[n].balanced for n in own], [0.0] * len(own))
            )
            continue
        heads = [line for line in lines if spread.story.is_spanning(line.source)]
        parts = [
            list(part)
            for is_head, part in groupby(lines, key=lambda line: line in heads)
            if not is_head
        ]
        for number, part in enumerate(parts):
            found.append(_part(spread, own, part, is_last=number == len(parts) - 1))
    return [section for section in found if section.lines]


def _part(spread: Spread, own: list[int], lines: list[Line], *, is_last: bool) -> Section:
    """A part of copy in the columns of the frames that it may take, below what stands above it."""
    frames = [spread.columns[line.column].frame for line in lines]
    first = next(n for n in own if spread.columns[n].frame == frames[0])
    columns = [n for n in own if n >= first and (is_last or spread.columns[n].frame in frames)]
    top = min(line.y for line in lines if spread.columns[line.column].frame == frames[0])
    above = _row(spread, top - 0.88 * spread.grid.em)
    taken = [
        max(above - ceil(_row(spread, spread.columns[n].rect.y0) - HAIR), 0.0)
        if spread.columns[n].frame == frames[0]
        else 0.0
        for n in columns
    ]
    level = [
        spread.columns[n].balanced if is_last else spread.columns[n].frame == frames[-1]
        for n in columns
    ]
    return Section(columns, lines, level, [round(rows) for rows in taken], is_last, is_part=True)


def free_rows(spread: Spread) -> int:
    """The rows below the copy of the last page's columns, in which all parts may grow."""
    last = spread.columns[-1]
    lows = [line.y + 0.12 * line.size for line in spread.lines if line.page == last.page]
    return int((last.rect.y1 - max(lows, default=last.rect.y0)) / spread.grid.row + HAIR)


def uneven(spread: Spread) -> Iterator[tuple[Section, int]]:
    """For each section, the rows by which its balanced columns differ, in what they hold, if they
    are not full, or in where they end, whichever is less."""
    for section in sections(spread):
        feet, held, full = [], [], []
        for number, level, taken in zip(section.columns, section.level, section.taken, strict=True):
            if level:
                head = ceil(_row(spread, spread.columns[number].rect.y0) - HAIR) + taken
                foot = foot_of(spread, section, number)
                feet.append(max(foot, head))
                held.append(max(foot - head, 0))
                rect = spread.columns[number].rect
                most = int(_row(spread, rect.y1 - spread.grid.em) + 1 + HAIR - head)
                full.append(held[-1] >= most - 1)
        if feet:
            # Copy that is too short for all columns may leave the last ones empty.
            while held[1:] and sum(held) < SCANT * sum(section.level) and not held[-1]:
                held.pop()
            feet = feet[: len(held)]
            least = min(
                (rows for rows, is_full in zip(held, full, strict=False) if not is_full),
                default=max(held),
            )
            yield section, round(min(max(held) - least, max(feet) - min(feet)))


def _row(spread: Spread, y: float) -> float:
    return (y - spread.grid.head) / spread.grid.row


def foot_of(spread: Spread, section: Section, number: int) -> int:
    """The row below a section's last text in a column."""
    column = spread.columns[number]
    # Lines that are smaller than the body's end where theirs would: they take rows all the same.
    foot = (1 - 0.88) * spread.grid.em
    own = [line for line in section.lines if line.column == number]
    lows = [line.y + foot for line in own]
    is_ruled = section.is_last or any(line.role.startswith("table") for line in own)
    for page in spread.pages:
        for item in page.items if page.number == column.page else ():
            if isinstance(item, Fill) and item.role in ("table-rule", "note-rule") and is_ruled:
                rect = item.rect.moved(0, spread.grid.em - spread.grid.row)
                low, high = min(lows, default=0.0), max(lows, default=0.0) + spread.grid.row
                if not section.is_last and not low < rect.y0 < high:
                    continue
            elif isinstance(item, GlyphRun) and item.role == "signature" and section.is_last:
                rect = spread.box(item)
            else:
                continue
            middle = (rect.x0 + rect.x1) / 2
            if column.rect.x0 <= middle <= column.rect.x1 and rect.y0 < column.rect.y1 + 9:
                lows.append(rect.y1)
    gap = (spread.grid.row - spread.grid.em) / spread.grid.row
    return ceil(_row(spread, max(lows)) + gap - 0.05) if lows else 0
