"""Where a line may end: prohibitions at line edges, and what must stay together.

CLREQ 3.1.4–3.1.5 (6.1.1–6.1.2, 6.1.4), GB/T 15834 5.1, CY/T 154 9. A break stands between
two characters; its cost is 0 unless a wish (a short title, a date) is broken by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

from ..model.typography import LEVELS, Level
from .pairs import Pairs

#: Costs of broken wishes, and of breaks that only long addresses and words need.
WISH, ADDRESS_BREAK = 45.0, 60.0
#: Shorter addresses stay whole (characters).
LONG_ADDRESS = 16


@dataclass(frozen=True, slots=True)
class Breaks:
    """Offsets where a line may end, in order (the text's end included), and costs of some."""

    offsets: list[int]
    costs: dict[int, float]


def _pairs(level: Level) -> list[tuple[str, str]]:
    """The legal breaks of a level: classes that may end a line, with those that may follow.

    Western characters stay together unless a space parts them; —— and …… stay whole.
    """
    if level == "none":
        every = "hcpsomn/de"
        return [
            ("hcpsomn/ ", every + "l9wyf"),
            ("l9wxua", every),
            ("d", every.replace("d", "") + "l9wyf"),
            ("e", every.replace("e", "") + "l9wyf"),
        ]
    dashes = "" if level == "strict" else "de"
    return [
        ("hcps ", "ho" + dashes + "l9wyf"),
        ("l9wxua" + ("nm/" if level == "basic" else "nm"), "ho" + dashes),
        ("d", "ho" + dashes.replace("d", "") + "l9wyf"),
        ("e", "ho" + dashes.replace("e", "") + "l9wyf"),
    ]


_LEGAL = {level: Pairs(_pairs(level)) for level in LEVELS}

#: After a connector or interpunct between Han text and a word, a line may end.
_AFTER_CONNECTOR = re.compile(r"(?<=[^l9wxuf][nm])(?=[l9wyf])")
#: A number and its unit, and the groups of a number parted by spaces, stay on one line.
_NUMBER_SPACE = re.compile(r"(?<=[0-9]) (?=[A-Za-zµμΩ]{1,4}(?![A-Za-z]))|(?<=[0-9]) (?=[0-9]{3})")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+\.[\w.]+", re.ASCII)
_ADDRESS_BREAK = re.compile(r"(?<=[/?&=.#_-])(?=[^/?&=.#_-])")
_TITLE = re.compile(r"《[^《》]{1,6}》|“[^“”]{1,4}”")
_DATE = re.compile(r"(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}[日号])?|\d{2,4}年(?:\d{1,2}月)?")


def find_breaks(text: str, kinds: str, level: Level) -> Breaks:
    """All places where a line of `text` may end."""
    offsets = list(compress(range(1, len(kinds)), _LEGAL[level].places(kinds)))
    if "n" in kinds or "m" in kinds:
        offsets = sorted({*offsets, *(m.start() for m in _AFTER_CONNECTOR.finditer(kinds))})
    costs: dict[int, float] = {}
    if " " in text:
        kept = {match.end() for match in _NUMBER_SPACE.finditer(text)}
        if kept:
            offsets = [offset for offset in offsets if offset not in kept]
    if "." in text:
        _add_addresses(text, offsets, costs)
    for offset in _wishes(text):
        costs[offset] = WISH
    offsets.append(len(text))
    return Breaks(offsets, costs)


def _add_addresses(text: str, offsets: list[int], costs: dict[int, float]) -> None:
    """Long addresses break after / ? & = . # _ -, without a hyphen."""
    found = set(offsets)
    for address in _ADDRESS.finditer(text):
        if len(address.group()) < LONG_ADDRESS:
            continue
        for match in _ADDRESS_BREAK.finditer(text, address.start() + 1, address.end()):
            if match.start() not in found:
                found.add(match.start())
                costs[match.start()] = ADDRESS_BREAK
    offsets[:] = sorted(found)


def _wishes(text: str) -> Iterator[int]:
    """Offsets within short titles, quoted words and dates, which had better stay whole."""
    if "《" in text or "“" in text:
        for match in _TITLE.finditer(text):
            yield from range(match.start() + 1, match.end())
    if "月" in text or "年" in text:
        for match in _DATE.finditer(text):
            yield from range(match.start() + 1, match.end())
