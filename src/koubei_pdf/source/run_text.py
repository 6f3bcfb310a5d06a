"""Runs of text as one string, and where its characters stand in the source."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from itertools import accumulate

from ..model.content import Run
from ..model.diagnostics import Span


def place_in(run: Run, start: int, length: int) -> Span:
    """The place of a part of a run, or of all of it where its characters have none of their own."""
    is_exact = start + length <= run.span.length <= len(run.text)
    return run.span.at(start, length) if is_exact else run.span


class RunText:
    """The text of runs; the numbers of notes are none of it."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._runs = [run for run in runs if run.text and "note" not in run.marks]
        self._ends = list(accumulate(len(run.text) for run in self._runs))
        self.text = "".join(run.text for run in self._runs)

    def place(self, index: int, length: int) -> Span:
        """The place of the character at `index` of the text, and `length` of them."""
        number = bisect.bisect_right(self._ends, index)
        run = self._runs[number]
        return place_in(run, index - self._ends[number] + len(run.text), length)
