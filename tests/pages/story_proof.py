"""Whether copy can be parted among columns without a fault at all: every way is tried.

Shares nothing with the engine's search: blocks are numbers of rows here, and places are reached or
not. Paragraphs may take any number of lines that the composing layer allows at the engine's limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from koubei_pdf.pages import SetParagraph
from koubei_pdf.text.breaking import break_lines, first_indent
from koubei_pdf.text.prepare import Prepared

from .story_judge import Spread
from .story_sections import SCANT, Section


@dataclass(frozen=True)
class Block:
    """counts: on how many lines it may be; rows: of each; befores: rows that may be above it;
    after: rows below it. is_heading: two lines of the next block must stand below it; is_table: it
    may be parted anywhere."""

    counts: tuple[int, ...]
    rows: float = 1.0
    befores: tuple[float, ...] = (0.0,)
    after: float = 0.0
    is_heading: bool = False
    is_table: bool = False


Place = tuple[int, float]
#: What a paragraph on other lines may cost, about two lines that are loose (docs/fitting.md).
LIMIT = 320.0


def counts(text: Prepared, measure: float, indent: float) -> tuple[int, ...]:
    """The numbers of lines on which a paragraph may be set."""
    indent = first_indent(text, indent, measure)
    best = break_lines(text, (measure,), indent=indent)
    found = [len(best)]
    for more in (-2, -1, 1, 2):
        count = len(best) + more
        other = break_lines(text, (measure,), indent=indent, count=count) if count > 0 else []
        cost = sum(line.cost for line in other) - sum(line.cost for line in best)
        if other and cost <= LIMIT:
            found.append(len(other))
    return tuple(found)


def is_impossible(spread: Spread, section: Section, trace: Iterable[SetParagraph]) -> bool:
    """Whether a section's copy can be parted in no way that leaves no fault.

    False too where that is not known: beside what the copy runs around.
    """
    found = [spread.columns[number] for number in section.columns]
    grid = spread.grid
    heads = [
        ceil((column.rect.y0 - grid.head) / grid.row - 0.01) + taken
        for column, taken in zip(found, section.taken, strict=True)
    ]
    feet = [(column.rect.y1 - grid.head + grid.row - grid.em) / grid.row for column in found]
    rows = [max(int(foot + 0.01 - head), 0) for head, foot in zip(heads, feet, strict=True)]
    blocks = blocks_of(spread, section, trace)
    if spread.obstacles:
        tops = [(rect.y0 - grid.head) / grid.row - 1.5 for rect in spread.obstacles]
        most = (
            sum(max(b.counts) * b.rows + max(b.befores) + b.after for b in blocks) / len(found) + 2
        )
        if min(heads) + most > min(tops):
            return False
    lower = [int(head - min(heads)) for head in heads]
    ways = [(rows, section.level, below) for below in (lower, [0] * len(rows))]
    level = [number for number, can in enumerate(section.level) if can]
    least = sum(min(b.counts) * b.rows for b in blocks)
    if least < SCANT * len(level):
        ways += [
            (
                [0 if number in level[count:] else most for number, most in enumerate(rows)],
                [can and number not in level[count:] for number, can in enumerate(section.level)],
                [0] * len(rows),
            )
            for count in range(1, len(level))
        ]
    return not any(can_be_level(blocks, *way) for way in ways)


def blocks_of(spread: Spread, section: Section, trace: Iterable[SetParagraph]) -> list[Block]:
    """The blocks of a section, the signature where it stands; tables as if they could be parted
    anywhere."""
    assert spread.made.issue is not None
    layout = spread.made.issue.layouts[spread.fit.choice.layout or spread.story.layout]
    house = spread.made.issue.house.styles
    found: list[Block] = []
    sources = {line.source for line in section.lines}
    rows: set[int] = set()
    for one in trace:
        style, runs = one.style, one.prepared.runs
        if not runs or not set(one.pages) <= {page.number for page in spread.pages}:
            continue
        source = runs[0].span.line if spread.is_copy(runs[0]) else 0
        if source not in sources and not (style.name == "signature" and section.is_last):
            continue
        if style.name in ("table-head", "table-cell"):
            if not rows:
                found.append(Block((0,), befores=(1.0,), after=1, is_table=True))
            rows.add(source)
            found[-1] = replace(found[-1], counts=(len(rows), len(rows) + 1))
            continue
        rows = set()
        is_heading = any(line.role == "heading" and line.source == source for line in section.lines)
        befores: tuple[float, ...] = (style.before,)
        if is_heading:
            most, own = (
                layout.fit.headings,
                (layout.styles.get(style.name) or house[style.name]).before,
            )
            befores = tuple({max(own + n / 2, 0.0) for n in range(-most, most + 1)})
        is_rule = not one.prepared.text  # above notes, which it stays with
        measure = round(style.measure(spread.columns[section.columns[0]].rect.width), 6)
        if style.balance:
            possible: tuple[int, ...] = (len(one.lines),)
        else:
            possible = counts(one.prepared, measure, style.indent)
        found.append(Block(possible, style.rows, befores, style.after, is_heading or is_rule))
    return found


def can_be_level(
    blocks: Sequence[Block], rows: Sequence[int], level: Sequence[bool], lower: Sequence[int]
) -> bool:
    """Whether some depth of the columns that shall be level takes the copy, each of them full to a
    row; `lower`: how many rows below the highest each begins."""
    deepest = max(most + below for most, below in zip(rows, lower, strict=True))
    for depth in range(1, deepest + 1):
        tops = [
            max(min(depth - below, most), 0) if can else most
            for most, can, below in zip(rows, level, lower, strict=True)
        ]
        least = [max(top - 1, 0) if can else 0 for top, can in zip(tops, level, strict=True)]
        if (tops[0] or not rows[0]) and _fits(blocks, tops, least):
            return True
    return False


def _fits(blocks: Sequence[Block], tops: Sequence[int], least: Sequence[int]) -> bool:
    places: set[Place] = {(0, 0.0)}
    for index in range(len(blocks)):
        places = {
            end
            for start in places
            for count in blocks[index].counts
            for end in _after(blocks, index, count, start, tops, least)
        }
    # What the copy does not reach must ask for no row.
    return any(
        ceil(row - 1e-9) >= least[column] and not any(least[column + 1 :]) for column, row in places
    )


def _after(
    blocks: Sequence[Block],
    index: int,
    count: int,
    start: Place,
    tops: Sequence[int],
    least: Sequence[int],
) -> Iterable[Place]:
    """Where the next block may begin, this one being set on `count` lines."""
    block = blocks[index]
    heads = (
        (column, row + before if row else 0.0)
        for column, row in _starts(start, tops, least)
        for before in block.befores
    )
    for column, head in heads:
        if block.is_heading:
            foot = ceil(head + count * block.rows + block.after - 1e-9)
            if foot + _asked(blocks, index + 1) <= tops[column] + 1e-9:
                yield column, float(foot)
            continue
        head = float(ceil(head - 1e-9)) if block.rows == 1 else head
        for first in range(count + 1):
            if first and head + first * block.rows > tops[column] + 1e-9:
                break
            if first == count:
                yield column, head + count * block.rows + block.after
            elif block.is_table or (first >= 2 and count - first >= 2):
                # The rest in the next column; three columns' paragraphs go through whole ones.
                full = ceil(head + first * block.rows - 1e-9)
                if full >= least[column]:
                    yield from _rest(column + 1, count - first, block.rows, tops, least)


def _rest(
    column: int, lines: int, rows: float, tops: Sequence[int], least: Sequence[int]
) -> Iterable[Place]:
    if column >= len(tops):
        return
    if lines * rows <= tops[column] + 1e-9:
        yield column, lines * rows
    for first in range(1, lines - 1):
        if first * rows <= tops[column] + 1e-9 and ceil(first * rows - 1e-9) >= least[column]:
            yield from _rest(column + 1, lines - first, rows, tops, least)


def _starts(start: Place, tops: Sequence[int], least: Sequence[int]) -> Iterable[Place]:
    """Here, or at the head of the next column if this one may end here."""
    column, row = start
    yield column, row
    while column + 1 < len(tops) and ceil(row - 1e-9) >= least[column]:
        column, row = column + 1, 0.0
        yield column, row


def _asked(blocks: Sequence[Block], index: int) -> float:
    """The rows below a heading that must be there: two lines of what it heads."""
    if index == len(blocks):
        return 0.0
    block = blocks[index]
    if block.is_heading:
        height = min(block.befores) + min(block.counts) * block.rows + block.after
        return height + _asked(blocks, index + 1)
    return min(2, min(block.counts)) * block.rows
