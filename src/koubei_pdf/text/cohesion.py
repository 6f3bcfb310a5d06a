"""Where a line may end: prohibitions at line edges, and what must stay together.

CLREQ 3.1.4–3.1.5 (6.1.1–6.1.2, 6.1.4), GB/T 15834 5.1, CY/T 154 9. A break stands between
two characters; its cost is 0 unless a wish (a short title, a date) is broken by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from ..model.typography import Level

#: Costs of broken wishes, and of breaks that only long addresses and words need.
WISH, ADDRESS_BREAK = 45.0, 60.0
#: Shorter addresses stay whole (characters).
LONG_ADDRESS = 16


@dataclass(frozen=True, slots=True)
class Breaks:
    """Offsets where a line may end, in order (the text's end included), and costs of some."""

    offsets: list[int]
    costs: dict[int, float]


def _pattern(level: Level) -> re.Pattern[str]:
    """The legal breaks of a level as places between two classes.

    Western characters stay together unless a space parts them; —— and …… stay whole.
    """
    after, before = "hcps ", "hodel9wyf"
    if level == "none":
        return re.compile(
            r"(?<=[hcpsomn/ ])(?=[hcpsomn/del9wyf])"
            r"|(?<=[l9wxua])(?=[hcpsomde])"
            r"|(?<=d)(?=[^d l])|(?<=e)(?=[^e l])"
        )
    dashes = "" if level == "strict" else "de"
    before = before.replace("de", dashes)
    solidus = "/" if level == "basic" else ""
    return re.compile(
        rf"(?<=[{after}])(?=[{before}])"
        rf"|(?<=[l9wxua])(?=[ho{dashes}])"
        rf"|(?<=[nm{solidus}])(?=[ho{dashes}])"
        rf"|(?<=[^l9wxuf][nm])(?=[l9wyf])"
        rf"|(?<=d)(?=[ho{dashes.replace('d', '')}l9wyf])"
        rf"|(?<=e)(?=[ho{dashes.replace('e', '')}l9wyf])"
    )


_PATTERNS = {level: _pattern(level) for level in ("none", "basic", "gb", "strict")}

#: A number and its unit, and the groups of a number parted by spaces, stay on one line.
_NUMBER_SPACE = re.compile(r"(?<=[0-9]) (?=[A-Za-zµμΩ]{1,4}(?![A-Za-z]))|(?<=[0-9]) (?=[0-9]{3})")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+\.[\w.]+", re.ASCII)
_ADDRESS_BREAK = re.compile(r"(?<=[/?&=.#_-])(?=[^/?&=.#_-])")
_TITLE = re.compile(r"《[^《》]{1,6}》|“[^“”]{1,4}”")
_DATE = re.compile(r"(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}[日号])?|\d{2,4}年(?:\d{1,2}月)?")


def find_breaks(text: str, kinds: str, level: Level) -> Breaks:
    """All places where a line of `text` may end."""
    offsets = list(accumulate(map(len, _PATTERNS[level].split(kinds))))
    offsets.pop()
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
