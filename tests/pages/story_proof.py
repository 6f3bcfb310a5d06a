"""Whether copy can be parted among columns without a fault at all: every way is tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil

from koubei_pdf.model.style import Layout
from koubei_pdf.pages import SetParagraph

from .story_blocks import Block, Table
from .story_judge import Spread
from .story_rooms import lanes
from .story_sections import SCANT, Section, foot_of, free_rows
from .story_ways import Shape, can_be_level


def is_impossible(spread: Spread, section: Section, trace: Iterable[SetParagraph]) -> bool:
    """Whether a section's copy can be parted in no way that leaves no fault."""
    blocks = blocks_of(spread, section, trace)
    return not any(can_be_level(blocks, shape) for shape in _shapes(spread, section))


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
    places = lanes(spread, section.columns, heads)
    for below in (lower, [0] * len(rows)):
        yield Shape(rows, section.level, below, places, held)
    level = [number for number, can in enumerate(section.level) if can]
    scant = range(held.start, SCANT * len(level))
    for count in range(1, len(level)):
        first = [can and number in level[:count] for number, can in enumerate(section.level)]
        most = [
            0 if can and not takes else min(n, scant.stop) if can else n
            for n, can, takes in zip(rows, section.level, first, strict=True)
        ]
        yield Shape(most, first, [0] * len(rows), places, scant)


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


def blocks_of(
    spread: Spread, section: Section, trace: Iterable[SetParagraph]
) -> list[Block | Table]:
    """The blocks of a section, the signature where it stands."""
    found: list[Block | Table] = []
    roles = {line.source: line.role for line in section.lines}
    tables: dict[int, set[int]] = {}
    for one in trace:
        style, runs = one.style, one.prepared.runs
        if not runs or not set(one.pages) <= {page.number for page in spread.pages}:
            continue
        source = runs[0].span.line if spread.is_copy(runs[0]) else 0
        if source not in roles and not (style.name == "signature" and section.is_last):
            continue
        if style.name == "table-head" and source not in tables:
            tables[source] = set()
            before = 0.0 if found and found[-1].is_heading else 1.0
            found.append(Table(0, befores=(before,)))
        elif style.name == "table-cell":
            rows = next(reversed(tables.values()))
            rows.add(source)
            found[-1] = replace(found[-1], rows=len(rows))
        elif style.name != "table-head":
            found.append(_block(spread, one, roles.get(source, "")))
    return found


def _block(spread: Spread, one: SetParagraph, role: str) -> Block:
    style, befores = one.style, (one.style.before,)
    if role == "heading":
        assert spread.made.issue is not None
        layout, house = layout_of(spread), spread.made.issue.house.styles
        own, most = (layout.styles.get(style.name) or house[style.name]).before, layout.fit.headings
        befores = tuple({max(own + n / 2, 0.0) for n in range(-most, most + 1)})
    # What has no text is the rule above notes, which it stays with.
    is_heading = role == "heading" or not one.prepared.text
    return Block(one.prepared, style, befores, is_heading, is_note=role == "note")


def layout_of(spread: Spread) -> Layout:
    assert spread.made.issue is not None
    return spread.made.issue.layouts[spread.fit.choice.layout or spread.story.layout]
