"""Widths of a shaped paragraph: marks, gaps and spaces by class and neighbours.

CLREQ 3.1.6 (6.3.2) and 3.2.2 (6.3.3); the order in which justification takes from them is
CLREQ 3.5.3 (6.2.2.3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from ..model.typography import Rules
from .chars import HALF_WIDTH_MARKS, OPEN
from .pairs import Pairs

#: A full-width mark is half ink, half blank (GB/T 15834 5.1).
HALF = 0.5
#: A space between two Han characters parts phrases (headings): its width (em).
PHRASE_SPACE = 0.5
#: Western spaces shrink to a quarter em and grow to half an em (CLREQ 3.5.3–3.5.4).
SPACE_LEAST, SPACE_MOST = 0.25, 0.5
#: The step in which marks at the end of a sentence are squeezed, after everything else.
LAST_STEP = 6

_SQUEEZE_AFTER = re.compile(r"[cps](?=[cpsm])")
_SQUEEZE_BEFORE = re.compile(r"(?<=[ocpsm])o")
_STACKED = re.compile(r"[！？]{2,}")
_EDGE_MARK = re.compile(r"[cps]")
_GAP = re.compile(r"h *(?=[l9f])|[l9u] *(?=h)")
_SPACE = re.compile(r" +")
_PLACES = Pairs([("h", "hl9fode"), ("l9ucps", "h")])
#: Any byte but 0 to 1.
_TO_ONE = bytes(byte > 0 for byte in range(256))


@dataclass(frozen=True, slots=True)
class Squeeze:
    """What may be taken from a character's blank (em), and in which step of CLREQ's order.

    1 Western spaces, 2 interpuncts, 3 brackets, 4 pauses, 5 gaps, 6 stops.
    """

    step: int
    limit: float


_EDGE_SQUEEZES = {
    kind: Squeeze(step, HALF) for kind, step in (("o", 3), ("c", 3), ("p", 4), ("s", LAST_STEP))
}


class Widths:
    """The widths of one paragraph, as lists per character and sparse tables (see Prepared)."""

    def __init__(
        self,
        text: str,
        kinds: str,
        advances: list[float],
        after: dict[int, float],
        rules: Rules,
    ) -> None:
        self.text, self.kinds, self.rules = text, kinds, rules
        self.advances = advances
        self.after = after
        self.before: dict[int, float] = {}
        self.lead: dict[int, float] = {}
        self.tail: dict[int, float] = {}
        self.hang: dict[int, float] = {}
        self.squeezes: dict[int, Squeeze] = {}
        self.flex: dict[int, float] = {}
        self._half_width_marks()
        self._neighbours()
        self._edges()
        self._spaces()
        self._gaps()

    def _change(self, index: int, amount: float) -> None:
        self.advances[index] += amount
        self.after[index] = self.after.get(index, 0.0) + amount

    def _is_full(self, index: int) -> bool:
        """Whether a mark still has both halves (a narrow font's marks never had)."""
        return self.advances[index] > 1 - HALF / 2

    def _half_width_marks(self) -> None:
        """· and – take half an em, their ink in its middle (GB/T 15834 5.1.6–5.1.7)."""
        for char in HALF_WIDTH_MARKS:
            index = self.text.find(char)
            while index >= 0:
                change = HALF - self.advances[index]
                self.advances[index] = HALF
                self.before[index] = change / 2
                self.after[index] = self.after.get(index, 0.0) + change / 2
                index = self.text.find(char, index + 1)

    def _neighbours(self) -> None:
        """Neighbouring marks give up the blank between them (CLREQ 6.3.2.2).

        Of two stacked ！ or ？ both take half an em (GB/T 15834 5.1.2).
        """
        for match in _SQUEEZE_AFTER.finditer(self.kinds):
            if self._is_full(match.start()):
                self._change(match.start(), -HALF)
        for match in _SQUEEZE_BEFORE.finditer(self.kinds):
            self._halve_open(match.start())
        if self.rules.style == "gb" and ("！" in self.text or "？" in self.text):
            for match in _STACKED.finditer(self.text):
                last = match.end() - 1
                if len(match.group()) % 2 == 0 and self._is_full(last):
                    self._change(last, -HALF)
        if self.rules.style in ("kaiming", "half"):
            self._halve_all("cp" if self.rules.style == "kaiming" else "cps")

    def _halve_open(self, index: int) -> None:
        if self._is_full(index):
            self.before[index] = -HALF
            self.advances[index] -= HALF

    def _halve_all(self, kinds: str) -> None:
        for index, kind in enumerate(self.kinds):
            if kind == OPEN:
                self._halve_open(index)
            elif kind in kinds and self._is_full(index):
                self._change(index, -HALF)

    def _edges(self) -> None:
        """What marks lose at a line's start and end, and what they may lose within it."""
        kinds, style = self.kinds, self.rules.style
        index = kinds.find(OPEN)
        while index >= 0:
            if self._is_full(index):
                self.lead[index] = HALF
                self.squeezes[index] = _EDGE_SQUEEZES[OPEN]
            index = kinds.find(OPEN, index + 1)
        for match in _EDGE_MARK.finditer(kinds):
            index = match.start()
            kind = kinds[index]
            if self._is_full(index):
                self.squeezes[index] = _EDGE_SQUEEZES[kind]
                if style != "full":
                    self.tail[index] = HALF
            if self.rules.hanging and kind in "ps" and self.text[index] in "、，。．":
                alone = kinds[index - 1 : index] not in ("c", "p", "s")
                if alone and self.advances[index] >= HALF:
                    self.hang[index] = HALF

    def _gaps(self) -> None:
        """Between Han and Western text, in place of a typed space; none at line edges."""
        rules = self.rules
        squeeze = Squeeze(5, rules.gap - rules.gap_least)
        for match in _GAP.finditer(self.kinds):
            index = match.end() - 1
            self._change(index, rules.gap)
            self.tail[index] = rules.gap
            if squeeze.limit > 0:
                self.squeezes[index] = squeeze
            if rules.gap_most > rules.gap:
                self.flex[index] = rules.gap_most - rules.gap

    def _spaces(self) -> None:
        """Typed spaces: none at line edges, none where the gap stands or beside marks."""
        if " " not in self.kinds:
            return
        for match in _SPACE.finditer(self.kinds):
            start, end = match.span()
            left, right = self.kinds[start - 1 : start], self.kinds[end : end + 1]
            width = 0.0
            if left and right:
                if left in "l9wxun/m" and right in "l9wyfn/m":
                    width = self.advances[start]
                elif left == right == "h":
                    width = PHRASE_SPACE
            for index in range(start, end):
                self._change(index, (width if index == start else 0.0) - self.advances[index])
            if not width:
                # A line that ends with dropped spaces ends with the mark before them.
                if start - 1 in self.tail:
                    self.tail[end - 1] = self.tail[start - 1]
                continue
            self.tail[start] = width
            if width > SPACE_LEAST:
                self.squeezes[start] = Squeeze(1, width - SPACE_LEAST)
            if width < SPACE_MOST:
                self.flex[start] = SPACE_MOST - width
            else:
                self.flex[start] = SPACE_MOST / 2

    def shrink_sums(self, *, last: bool) -> list[float]:
        """Prefix sums of what squeezing may take, in its last step or in those before it."""
        limits = {
            index: squeeze.limit
            for index, squeeze in self.squeezes.items()
            if (squeeze.step == LAST_STEP) == last
        }
        return _sparse_sums(limits, len(self.text))

    def grow_sums(self) -> list[float]:
        """Prefix sums of what gaps and Western spaces may grow by."""
        return _sparse_sums(self.flex, len(self.text))

    def place_sums(self) -> list[int]:
        """Prefix sums of the places between characters that stretch at last (CLREQ 3.5.4).

        Not within unbreakable runs, not around connectors, the blanks of marks not at all.
        """
        return list(accumulate(_PLACES.places(self.kinds).translate(_TO_ONE), initial=0))


def _sparse_sums(amounts: dict[int, float], size: int) -> list[float]:
    """Prefix sums of `size` amounts of which most are 0: stretches of one number each."""
    sums: list[float] = []
    total = 0.0
    for index in sorted(amounts):
        sums += [total] * (index + 1 - len(sums))
        total += amounts[index]
    return sums + [total] * (size + 1 - len(sums))
