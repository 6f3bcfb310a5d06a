"""What of the copy found no place: how much, and where it begins."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.diagnostics import Span
from ..text.breaking import BrokenLine
from .flow import FlowBlock, FlowResult
from .tables import SetRow
from .typeset import span_at


def overset_amount(result: FlowResult, blocks: Sequence[FlowBlock]) -> tuple[int, int]:
    """Lines, or rows of tables, and characters that found no place."""
    return len(result.overset), sum(_chars(blocks[index], line) for index, line in result.overset)


def overset_span(result: FlowResult, blocks: Sequence[FlowBlock]) -> Span:
    """Where the first of it is written; of a signature alone, where the copy before it ends: the
    signature is made of the article's head, where nothing is to be cut."""
    index, line = result.overset[0]
    if blocks[index].role == "signature" and index:
        before = blocks[index - 1]
        if before.table is not None and before.source is not None:
            return before.source.span
        return span_at(before.prepared, len(before.prepared.text) - 1)
    if isinstance(line, SetRow):
        return line.span
    return span_at(blocks[index].prepared, line.start)


def _chars(block: FlowBlock, line: BrokenLine | SetRow) -> int:
    if isinstance(line, SetRow):
        return line.chars
    # To make room for a signature's line, copy must give up a whole one.
    return line.end - line.start if block.role != "signature" else int(line.measure)
