"""Whether copy can be parted among columns without a fault at all: every way is tried.

Paragraphs may take any number of lines that the composing layer allows at the engine's limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil, inf

from koubei_pdf.model.style import Layout
from koubei_pdf.pages import SetParagraph
from koubei_pdf.text.breaking import break_lines, first_indent
from koubei_pdf.text.prepare import Prepared

from .story_judge import Spread
from .story_sections import SCANT, Section, foot_of, free_rows
from .story_ways import Block, Shape, can_be_level

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
    """Whether a section's copy can be parted in no way that leaves no fault."""
    blocks = blocks_of(spread, section, trace)
    return not any(can_be_level(blocks, shape) for shape in _shapes(spread, section))


def is_known(spread: Spread, section: Section, trace: Iterable[SetParagraph]) -> bool:
    """Whether that can be told: the copy ends, whatever its way, above what it runs around."""
    blocks, heads = blocks_of(spread, section, trace), _heads(spread, section)
    free = _open_rows(spread, section, heads)
    return not any(_reaches(blocks, shape, free) for shape in _shapes(spread, section))


def _heads(spread: Spread, section: Section) -> list[int]:
    """The row of the page on which each column begins, below what stands above the section."""
    return [
        ceil(_row(spread, spread.columns[number].rect.y0) - 0.01) + round(taken)
        for number, taken in zip(section.columns, section.taken, strict=True)
    ]


def _row(spread: Spread, y: float) -> float:
    return (y - spread.grid.head) / spread.grid.row


def _used(spread: Spread, section: Section, heads: Sequence[int]) -> int:
    """The rows of the column of a section that uses most, of those that shall be level."""
    return max(
        foot_of(spread, section, number) - head
        for number, head, can in zip(section.columns, heads, section.level, strict=True)
        if can
    )


def _shapes(spread: Spread, section: Section) -> Iterator[Shape]:
    """The columns level where they end, or in what they hold; or the last ones empty, where copy is
    too short for all."""
    heads = _heads(spread, section)
    gap = spread.grid.row - spread.grid.em
    feet = [_row(spread, spread.columns[number].rect.y1 + gap) for number in section.columns]
    rows = [max(int(foot + 0.01 - head), 0) for head, foot in zip(heads, feet, strict=True)]
    if section.is_part:
        # What it takes beyond its rows must be left below all parts.
        most = _used(spread, section, heads) + free_rows(spread)
        rows = [min(n, most) if can else n for n, can in zip(rows, section.level, strict=True)]
    held = range(_least_rows(spread, section, heads), 1_000_000)
    lower = [int(head - min(heads)) for head in heads]
    for below in (lower, [0] * len(rows)):
        yield Shape(rows, section.level, below, held)
    level = [number for number, can in enumerate(section.level) if can]
    scant = range(held.start, SCANT * len(level))
    for count in range(1, len(level)):
        first = [can and number in level[:count] for number, can in enumerate(section.level)]
        most = [
            0 if can and not takes else min(n, scant.stop) if can else n
            for n, can, takes in zip(rows, section.level, first, strict=True)
        ]
        yield Shape(most, first, [0] * len(rows), scant)


def _least_rows(spread: Spread, section: Section, heads: Sequence[int]) -> int:
    """The rows that copy must take so that it is not too short for its layout, or those that it
    takes."""
    layout = layout_of(spread)
    if layout.fit.short is None or section.is_part or not all(section.level):
        return 0
    room = sum(chain.room for chain in spread.fit.chains if chain.frame == _frame(spread, section))
    used = sum(
        max(foot_of(spread, section, number) - head, 0)
        for number, head in zip(section.columns, heads, strict=True)
    )
    return min(room - layout.fit.short, used)


def _frame(spread: Spread, section: Section) -> str:
    return spread.columns[section.columns[0]].frame


def _open_rows(spread: Spread, section: Section, heads: Sequence[int]) -> list[float]:
    """The rows of each column, its head being that, above what copy runs around."""
    return [
        min(
            (
                _row(spread, rect.y0) - 1.5 - head
                for page, rect in spread.obstacles
                if page == spread.columns[number].page
            ),
            default=inf,
        )
        for number, head in zip(section.columns, heads, strict=True)
    ]


def _reaches(blocks: Sequence[Block], shape: Shape, free: Sequence[float]) -> bool:
    """Whether copy that ends level may stand lower than so many rows of some column."""
    if all(rows == inf for rows in free):
        return False
    if not all(can or not most for can, most in zip(shape.level, shape.rows, strict=True)):
        return True
    spare = len(free)  # the head of a table comes again in each column
    most = sum(
        max(b.counts) * b.rows + max(b.befores) + b.after + b.is_table * spare for b in blocks
    )
    columns = [n for n, can in enumerate(shape.level) if can and shape.rows[n]]
    depth = 0
    while depth < max(shape.rows) + max(shape.lower):
        tops = [min(depth + 1 - shape.lower[n], shape.rows[n]) for n in columns]
        if sum(max(top - 1, 0) for top in tops) > most:
            break  # each column is full to a row, and all are no more than the copy
        depth += 1
    begins = depth > shape.lower[columns[0]]  # where its first column does
    return begins and any(depth - shape.lower[n] > free[n] for n in columns)


def blocks_of(spread: Spread, section: Section, trace: Iterable[SetParagraph]) -> list[Block]:
    """The blocks of a section, the signature where it stands."""
    assert spread.made.issue is not None
    layout = layout_of(spread)
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
                before = 0.0 if found and found[-1].is_heading else 1.0
                found.append(Block((0,), befores=(before,), after=1, is_table=True))
            rows.add(source)
            found[-1] = replace(found[-1], counts=(len(rows) - 1,))
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
        measure = max(line.measure for line in one.lines)
        if style.balance:
            possible: tuple[int, ...] = (len(one.lines),)
        else:
            possible = counts(one.prepared, measure, style.indent)
        found.append(Block(possible, style.rows, befores, style.after, is_heading or is_rule))
    return found


def layout_of(spread: Spread) -> Layout:
    assert spread.made.issue is not None
    return spread.made.issue.layouts[spread.fit.choice.layout or spread.story.layout]
