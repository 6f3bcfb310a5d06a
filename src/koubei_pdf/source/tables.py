"""A table of the copy: lines of cells between bars, the second one a rule (GitHub's notation)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..model.names import shown
from ..model.style import Align
from .faults import tables as faults
from .findings import Findings
from .markdown_inline import TABLE_RULE, InlineText

_BAR = re.compile(r"\\.|(\|)")
#: What was meant as the line below a head, perhaps typed with full-width bars and dashes.
_MEANT_AS_RULE = re.compile(r"(?=.*[|｜])(?=.*[-—–－─])[ \t|｜:：\-—–－─]+")


@dataclass(frozen=True, slots=True)
class TableText:
    """The cells of a table, row by row, its head first, and the alignment of each column."""

    rows: tuple[tuple[InlineText, ...], ...]
    aligns: tuple[Align, ...]


def part_table(
    inline: InlineText, findings: Findings
) -> tuple[InlineText | None, TableText | None]:
    """What a paragraph says above its table (None: nothing), and the table.

    A table without rows, and rows with more or fewer cells than its head, are reported; they keep
    all their text.
    """
    rule = TABLE_RULE.search(inline.text) if "\n" in inline.text else None
    if rule is None or rule.start() == 0:
        return inline, None
    top = inline.text.rfind("\n", 0, rule.start() - 1) + 1
    before = inline.part(0, top - 1) if top else None
    head, under, *lines = _lines(inline, top)
    count = len(_edges(head.text)) - 1
    for line in (under, *lines):
        found = len(_edges(line.text)) - 1
        if found != count:
            findings.add(faults.TABLE_CELLS.at(line.places[0], found=found, wanted=count))
    if not lines:
        findings.add(faults.EMPTY_TABLE.at(under.places[0]))
        lines = [under.part(len(under.text), len(under.text))]
    rows = tuple(_cells(line, count) for line in (head, *lines))
    return before, TableText(rows, tuple(_align(cell.text) for cell in _cells(under, count)))


def report_missing_rule(inline: InlineText, findings: Findings) -> None:
    """Report lines of a paragraph that are those of a table but for the rule below its head."""
    if "|" not in inline.text and "｜" not in inline.text:
        return
    rule = TABLE_RULE.search(inline.text)
    if rule is not None and rule.start() > 0:
        return
    lines = list(_lines(inline, 0))
    for head, below in pairwise([*lines, None]):
        is_meant = below is not None and _MEANT_AS_RULE.fullmatch(below.text) is not None
        if head is not None and (_is_row(head.text) or is_meant or _is_wide_row(head.text)):
            count = len(_edges(head.text.replace("｜", "|"))) - 1
            place = below if below is not None and is_meant else head
            wanted = shown("| --- " * count + "|")
            findings.add(faults.TABLE_RULE.at(place.places[0], rule=wanted))
            return


def _is_row(text: str) -> bool:
    """Whether a line begins with a bar and has two more, or ends with another."""
    bars = [match.start() for match in _BAR.finditer(text) if match[1]]
    if len(bars) < 2 or text[: bars[0]].strip():
        return False
    return len(bars) > 2 or not text[bars[-1] + 1 :].strip()


def _is_wide_row(text: str) -> bool:
    """Whether a line has cells between full-width bars; two of them may be there for show."""
    return text.lstrip().startswith("｜") and text.count("｜") > 2


def _lines(inline: InlineText, start: int) -> Iterator[InlineText]:
    """The lines of a text from index `start` on."""
    for line in inline.text[start:].split("\n"):
        yield inline.part(start, start + len(line))
        start += len(line) + 1


def _edges(text: str) -> list[int]:
    """The places of the bars around the cells of a row; either end may have none written."""
    bars = [match.start() for match in _BAR.finditer(text) if match[1]]
    edges = bars if bars and not text[: bars[0]].strip() else [-1, *bars]
    ends_so = len(edges) > 1 and not text[edges[-1] + 1 :].strip()
    return edges if ends_so else [*edges, len(text)]


def _cells(line: InlineText, count: int) -> tuple[InlineText, ...]:
    """The `count` cells of a row, without the blank around them.

    Those that are missing are empty, those too many belong to the last.
    """
    edges = _edges(line.text)
    last = edges[-1]
    edges = [*edges[:-1][:count], last]
    cells = [_stripped(line, left + 1, right) for left, right in pairwise(edges)]
    missing = count - len(cells)
    return (*cells, *[line.part(len(line.text), len(line.text))] * missing)


def _stripped(line: InlineText, start: int, end: int) -> InlineText:
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    return line.part(start, max(start, start + len(text.strip())))


def _align(rule: str) -> Align:
    """The alignment that a rule such as `---:` stands for."""
    if rule.endswith(":"):
        return "center" if rule.startswith(":") else "right"
    return "left"
