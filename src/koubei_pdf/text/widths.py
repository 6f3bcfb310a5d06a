"""Widths of a shaped paragraph: marks, gaps and spaces by class and neighbours.

CLREQ 3.1.6 (6.3.2) and 3.2.2 (6.3.3); the order in which justification takes from them is
CLREQ 3.5.3 (6.2.2.3).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from ..model.typography import Rules
from .chars import ATTACHED, BLANK, GLUE, HAN, MAINLAND, MIDDLE, OPEN, SOLIDUS, SPACE
from .pairs import Pairs

#: Marks of half an em (GB/T 15834 5.1.6–5.1.7).
HALF = 0.5
#: A space between two Han characters parts phrases (headings): its width (em).
PHRASE_SPACE = 0.5
#: Western spaces shrink to a quarter em and grow to half an em (CLREQ 3.5.3–3.5.4).
SPACE_LEAST, SPACE_MOST = 0.25, 0.5
#: A font's space that is as wide as that already may still grow to this much of its width.
WIDE_SPACE_MOST = 1.5
#: The step in which marks at the end of a sentence are squeezed, after everything else.
LAST_STEP = 6
#: The step of CLREQ's order in which a mark gives up its blank, by class.
_STEPS = {"o": 3, "c": 3, "p": 4, "s": LAST_STEP}

_HALF_WIDTH_MARKS = MAINLAND.half_width_marks
_SQUEEZE_AFTER = re.compile(r"[cps](?=[cpsmb])")
_SQUEEZE_BEFORE = re.compile(r"(?<=[ocpsmb])o")
_BETWEEN_HAN = re.compile(r"(?<=h)[n/](?=h)")
_STACKED = re.compile(r"[！？]{2,}")
_HANGING = re.compile(r"[、，。．]")
#: The marks that a style sets on half an em wherever they stand (CLREQ 6.3.2.1).
_TRIMMED_ALWAYS = {"full": "", "gb": "", "kaiming": "ocp", "half": "ocps"}
#: A sign has a gap beside it where it belongs to a number or word; ℃, ² or + between Han has none.
_GAP = re.compile(r"ha*[ g]*(?=[l9]|f+[ga]*[l9wy])|(?:[l9]|(?<!h)u)a*[ g]*(?=h)")
#: The categories of Han characters and kana; symbols and emoji are others.
_IDEOGRAPHS = frozenset({"Lo", "Lm", "Nl"})
_SPACE = re.compile(r" +")
_PLACES = Pairs([("h", "hl9fde"), ("l9u", "h"), (" ", "l9wyf")])
_CARRIED = re.compile("([^a ])([a ]+)(?=(.?))")
#: What typed spaces stay spaces between: Western text, and marks that stand in it.
_BEFORE_SPACE, _AFTER_SPACE = frozenset("l9wxun/m"), frozenset("l9wyfn/m")
#: Any byte but 0 to 1.
_TO_ONE = bytes(byte > 0 for byte in range(256))


class Squeeze(NamedTuple):
    """What may be taken from a character's blank (em), and in which step of CLREQ's order.

    1 Western spaces, 2 interpuncts, 3 brackets, 4 pauses, 5 gaps, 6 stops.
    """

    step: int
    limit: float


class Widths:
    """The widths of one paragraph, as lists per character and sparse tables (see Prepared)."""

    def __init__(
        self,
        text: str,
        kinds: str,
        advances: list[float],
        after: dict[int, float],
        blanks: dict[int, float],
        rules: Rules,
    ) -> None:
        """blanks: what each mark can lose of its blank side (a solidus: of each; em); those that
        have lost it go."""
        self.text, self.kinds, self.rules = text, kinds, rules
        self.advances = advances
        self.after = after
        self.blanks = blanks
        self.before: dict[int, float] = {}
        self.lead: dict[int, float] = {}
        self.tail: dict[int, float] = {}
        self.hang: dict[int, float] = {}
        self.squeezes: dict[int, Squeeze] = {}
        self.flex: dict[int, float] = {}
        self._kerning()
        self._half_width_marks()
        self._solidus()
        self._neighbours()
        self._edges()
        self._spaces()
        self._gaps()

    def _change(self, index: int, amount: float) -> None:
        self.advances[index] += amount
        self.after[index] = self.after.get(index, 0.0) + amount

    def _kerning(self) -> None:
        """A line's last glyph is not kerned with the next line's first."""
        self.tail.update(self.after)

    def _trim(self, index: int, beside: int | None = None) -> None:
        """Take a mark's blank side away, if it still has it; `beside` another mark."""
        blank = self.blanks.pop(index, 0.0)
        if beside is not None and self._is_narrow_middle(beside):
            blank = self.blanks[index] = blank / 2
        if self.kinds[index] == OPEN:
            self.before[index] = self.before.get(index, 0.0) - blank
            self.advances[index] -= blank
        else:
            self._change(index, -blank)

    def _is_narrow_middle(self, index: int) -> bool:
        return self.kinds[index] == MIDDLE and self.advances[index] <= HALF

    def _half_width_marks(self) -> None:
        """· and – take half an em, their ink in its middle (GB/T 15834 5.1.6–5.1.7).

        So do / and - between Han (5.1.6, 5.1.9), which are as the font has them in Western text.
        """
        for char in _HALF_WIDTH_MARKS:
            index = self.text.find(char)
            while index >= 0:
                self._centre(index)
                index = self.text.find(char, index + 1)
        if "/" in self.text or "-" in self.text:
            for match in _BETWEEN_HAN.finditer(self.kinds):
                if self.text[match.start()] in "/-":
                    self._centre(match.start())

    def _solidus(self) -> None:
        """／ takes half an em (GB/T 15834 5.1.9), but in style full."""
        solidi = [i for i in self.blanks if self.kinds[i] == SOLIDUS] if "／" in self.text else ()
        for index in solidi:
            del self.blanks[index]
            if self.rules.style != "full":
                self._centre(index)

    def _centre(self, index: int) -> None:
        """Set a mark in the middle of half an em."""
        change = HALF - self.advances[index]
        self.advances[index] = HALF
        self.before[index] = change / 2
        self.after[index] = self.after.get(index, 0.0) + change / 2

    def _neighbours(self) -> None:
        """Neighbouring marks give up the blank between them (CLREQ 6.3.2.2).

        Beside an interpunct of half an em they give up half of it, so that it stands as far from
        their ink as in the middle of a whole em. Of two stacked ！ or ？ both take half an em
        (GB/T 15834 5.1.2).
        """
        for match in _SQUEEZE_AFTER.finditer(self.kinds):
            self._trim(match.start(), beside=match.start() + 1)
        for match in _SQUEEZE_BEFORE.finditer(self.kinds):
            self._trim(match.start(), beside=match.start() - 1)
        if self.rules.style == "gb" and ("！" in self.text or "？" in self.text):
            for match in _STACKED.finditer(self.text):
                if len(match.group()) % 2 == 0:
                    self._trim(match.end() - 1)
        trimmed = _TRIMMED_ALWAYS[self.rules.style]
        for index in [i for i in self.blanks if self.kinds[i] in trimmed]:
            self._trim(index)

    def _edges(self) -> None:
        """What marks lose at a line's start and end, and what they may lose within it."""
        for index, blank in self.blanks.items():
            kind = self.kinds[index]
            self.squeezes[index] = Squeeze(_STEPS[kind], blank)
            if kind == OPEN:
                self.lead[index] = blank
            elif self.rules.style != "full":
                self.tail[index] = blank
        if self.rules.hanging:
            for match in _HANGING.finditer(self.text):
                index = match.start()
                if self.kinds[index - 1 : index] not in ("c", "p", "s"):
                    self.hang[index] = self.advances[index] - self.blanks.get(index, 0.0)

    def _gaps(self) -> None:
        """Between Han and Western text, in place of a typed space; none at line edges.

        Beside symbols and emoji, which are no Han text, and beside full-width figures, which are
        no Western text, a typed space becomes one, but none is added.
        """
        rules = self.rules
        squeeze = Squeeze(5, rules.gap - rules.gap_least)
        for match in _GAP.finditer(self.kinds):
            index = match.end() - 1
            start = match.start()
            han = start if self.kinds[start] == HAN else match.end()
            spaces = [i for i in range(start, match.end()) if self.kinds[i] in SPACE + GLUE]
            beside = self.text[match.end() if han == start else start]
            if not spaces and not (_is_ideograph(self.text[han]) and not is_full_width(beside)):
                continue
            for space in spaces:
                self._change(space, -self.advances[space])
            self._change(index, rules.gap)
            self.tail[index] = rules.gap
            if squeeze.limit > 0:
                self.squeezes[index] = squeeze
            if rules.gap_most > rules.gap:
                self.flex[index] = rules.gap_most - rules.gap

    def _spaces(self) -> None:
        """Typed spaces: none at line edges, none where the gap stands or beside marks.

        The ideographic space keeps its em, but not at a line's end.
        """
        index = self.kinds.find(BLANK)
        while index >= 0:
            self.tail[index] = self.advances[index]
            index = self.kinds.find(BLANK, index + 1)
        if " " not in self.kinds:
            return
        for match in _SPACE.finditer(self.kinds):
            start, end = match.span()
            last = end - 1  # several are one: the last, which a line's end drops
            left, right = self.kinds[start - 1 : start], self.kinds[end : end + 1]
            width = 0.0
            if left and right:
                if left in _BEFORE_SPACE and right in _AFTER_SPACE:
                    width = self.advances[start]
                elif left == right == "h":
                    width = PHRASE_SPACE
            for index in range(start, end):
                self._change(index, (width if index == last else 0.0) - self.advances[index])
            if not width:
                # A line that ends with dropped spaces ends with the mark before them.
                if start - 1 in self.tail:
                    self.tail[last] = self.tail[start - 1]
                if start - 1 in self.hang:
                    self.hang[last] = self.hang[start - 1]
                continue
            self.tail[last] = width
            if width > SPACE_LEAST:
                self.squeezes[last] = Squeeze(1, width - SPACE_LEAST)
            self.flex[last] = max(SPACE_MOST, width * WIDE_SPACE_MOST) - width

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
        found = _PLACES.places(self.kinds).translate(_TO_ONE)
        if SPACE in self.kinds or ATTACHED in self.kinds:
            found = _carried(self.kinds, found)
        return list(accumulate(found, initial=0))


@cache
def _is_ideograph(char: str) -> bool:
    """Han, kana, and what is made of them (⺀ ㈱ ㍿)."""
    is_compatible = 0x2E80 <= ord(char) < 0x3400
    return is_compatible or unicodedata.category(char) in _IDEOGRAPHS


def is_full_width(char: str) -> bool:
    """Figures and signs of a whole em, which stand among Han as they are."""
    return unicodedata.east_asian_width(char) == "F"


def _carried(kinds: str, places: bytes) -> bytes:
    """The same places, where spaces and attached characters stand between two characters.

    They have the place of these two behind them; a space within Western text is one itself.
    """
    found = bytearray(places)
    for match in _CARRIED.finditer(kinds):
        kind, follow, after = match.groups()
        is_space = SPACE in follow and kind in _BEFORE_SPACE and after in _AFTER_SPACE
        pair = _PLACES.places((SPACE if is_space else kind) + after)
        found[match.start() : match.end()] = bytes(len(match.group()))
        found[match.end() - 1] = pair[0] > 0
    return bytes(found)


def _sparse_sums(amounts: dict[int, float], size: int) -> list[float]:
    """Prefix sums of `size` amounts of which most are 0: stretches of one number each."""
    sums: list[float] = []
    total = 0.0
    for index in sorted(amounts):
        sums += [total] * (index + 1 - len(sums))
        total += amounts[index]
    return sums + [total] * (size + 1 - len(sums))
