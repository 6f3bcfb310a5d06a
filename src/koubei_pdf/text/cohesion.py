"""Where a line may end: prohibitions at line edges, and what must stay together.

CLREQ 3.1.4–3.1.5 (6.1.1–6.1.2, 6.1.4), GB/T 15834 5.1, CY/T 154 9. A break stands between
two characters; its cost is 0 unless a wish (see `wishes`) is broken by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress

from ..model.typography import LEVELS, Level, Rules
from .chars import ATTACHED, BLANK, SPACE
from .hyphenation import compound_points, hyphen_points
from .pairs import Pairs
from .wishes import wishes

#: The cost of a break that only a long address needs.
ADDRESS_BREAK = 60.0
#: A line that starts with a lone — at level basic, see `_bind_connectors`.
LONE_DASH = 300.0
#: Between two dashes of a row; at level strict, which starts no line with one, only where all else
#: is worse.
UNIT_BREAK, STRICT_UNIT_BREAK = 100.0, 1e6
#: A divided word, or a compound at its own hyphen: worse than a broken wish, better than a line
#: loose to the eye.
HYPHEN = 55.0
#: Shorter addresses stay whole (characters).
LONG_ADDRESS = 16


@dataclass(frozen=True, slots=True)
class Breaks:
    """Offsets where a line may end, in order (the text's end included), and costs of some.

    hyphens: those where a line that ends there gets a hyphen.
    """

    offsets: list[int]
    costs: dict[int, float]
    hyphens: list[int]


def _pairs(level: Level) -> list[tuple[str, str]]:
    """The legal breaks of a level: classes that may end a line, with those that may follow.

    Western characters stay together unless a space parts them; —— and …… stay whole.
    """
    if level == "none":
        every = "hcpsomn/de"
        whole = every.replace("n", "").replace("/", "")
        return [
            ("hcpsom b", every + "l9wyf"),
            ("l9wxua", whole),
            ("n/", whole),
            ("d", every.replace("d", "") + "l9wyf"),
            ("e", every.replace("e", "") + "l9wyf"),
        ]
    dashes = "" if level == "strict" else "de"
    return [
        ("hcps b", "ho" + dashes + "l9wyf"),
        ("l9wxua" + ("nm/" if level == "basic" else "nm"), "ho" + dashes),
        ("d", "ho" + dashes.replace("d", "") + "l9wyf"),
        ("e", "ho" + dashes.replace("e", "") + "l9wyf"),
    ]


_LEGAL = {level: Pairs(_pairs(level)) for level in LEVELS}

#: After a connector or interpunct between Han text and a word, a line may end.
_AFTER_CONNECTOR = re.compile(r"(?<=[^l9wxuf][nm])(?=[l9wyf])")
_STACKED = re.compile(r"[！？]{2,}")
#: The point of a product of units, a part of its word: kW·h.
_IN_WORD = re.compile("(?<=[l9u])m(?=[l9])")
#: Blanks after what no line may end with; a line that ends with them would end with it.
_AFTER_OPENING, _AFTER_OPENING_OR_SOLIDUS = re.compile("[oy][ b]+"), re.compile("[oy/][ b]+")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[!-~]+|(?<![\w.+-])"
    r"(?:[a-z]+://[!-~]+|[\w.+-]+@[\w-]+\.[\w.]+|[a-z0-9-]+(?:\.[a-z][a-z0-9-]*)+/[!-~]+)",
    re.ASCII | re.IGNORECASE,
)
#: Not at the point of a number: what stands before an @ may begin with an amount.
_ADDRESS_BREAK = re.compile(r"(?<=[/?&=.#_-])(?=[^/?&=.#_-])(?!(?<=[0-9]\.)[0-9])")
_JOINER = re.compile("[\u200d\u2060\ufeff]")
_CARRIER = re.compile(f"([^{ATTACHED}]){ATTACHED}+")
_UNITS = re.compile("(?:dd){2,}")
#: A — by itself between Han; ⸺ is a whole dash in one character.
_LONE_DASH = re.compile("(?<![—―⸺])[—―](?![—―⸺])")


def find_breaks(text: str, kinds: str, rules: Rules) -> Breaks:
    """All places where a line of `text` may end."""
    level = rules.level
    offsets = _legal(kinds, level)
    if "n" in kinds or "m" in kinds:
        offsets = sorted({*offsets, *(m.start() for m in _AFTER_CONNECTOR.finditer(kinds))})
    costs: dict[int, float] = {}
    if (SPACE in kinds or BLANK in kinds) and level != "none":
        opening = _AFTER_OPENING if level == "basic" else _AFTER_OPENING_OR_SOLIDUS
        kept = {at + 1 for row in opening.finditer(kinds) for at in range(*row.span())}
        if kept:
            offsets = [offset for offset in offsets if offset not in kept]
    if level == "none":
        whole = {at for row in _STACKED.finditer(text) for at in range(row.start() + 1, row.end())}
        whole.update(at for word in _IN_WORD.finditer(kinds) for at in word.span())
        offsets = [offset for offset in offsets if offset not in whole]
    if joined := {match.end() for match in _JOINER.finditer(text)}:
        offsets = [offset for offset in offsets if offset not in joined]
    if "." in text:
        _add_addresses(text, offsets, costs)
    costs.update(wishes(text))
    if "dddd" in kinds:
        _add_units(kinds, level, offsets, costs)
    if "d" in kinds and level != "none":
        _bind_connectors(text, level, offsets, costs)
    if "-" in text:
        _add_priced(compound_points(text), HYPHEN, offsets, costs)
    hyphens = list(hyphen_points(text, rules.hyphenate)) if rules.hyphenate else []
    if hyphens:
        _add_priced(hyphens, HYPHEN, offsets, costs)
    offsets.append(len(text))
    return Breaks(offsets, costs, hyphens)


def _legal(kinds: str, level: Level) -> list[int]:
    """Where the classes let a line end; what is attached is part of what it follows."""
    if ATTACHED not in kinds:
        return list(compress(range(1, len(kinds)), _LEGAL[level].places(kinds)))
    whole = _CARRIER.sub(lambda match: match[1] * len(match[0]), kinds)
    places = compress(range(1, len(kinds)), _LEGAL[level].places(whole))
    return [offset for offset in places if kinds[offset] != ATTACHED]


def _add_units(kinds: str, level: Level, offsets: list[int], costs: dict[int, float]) -> None:
    """Several dashes in a row may be parted between units (CLREQ 6.1.2.1).

    Not ellipses: twelve dots are one mark, for a passage left out (GB/T 15834 5.1.5).
    """
    for row in _UNITS.finditer(kinds):
        between = range(row.start() + 2, row.end() - 1, 2)
        offsets.extend(between)
        costs.update(dict.fromkeys(between, STRICT_UNIT_BREAK if level == "strict" else UNIT_BREAK))
    offsets.sort()


def _bind_connectors(text: str, level: Level, offsets: list[int], costs: dict[int, float]) -> None:
    """A — by itself is the connector (一字线), which starts no line (GB/T 15834 5.1.6).

    Beside Western text it is bound by its class. Between Han, CLREQ's level basic lets it start a
    line, as it could be meant for a dash: there it costs.
    """
    lone = {match.start() for match in _LONE_DASH.finditer(text)}
    if level == "basic":
        costs.update(dict.fromkeys(lone, LONE_DASH))
    else:
        offsets[:] = [offset for offset in offsets if offset not in lone]


def _add_priced(
    points: Iterable[int], cost: float, offsets: list[int], costs: dict[int, float]
) -> None:
    """Lines may end at these points too, each at this cost."""
    found = dict.fromkeys(points, cost)
    costs.update(found)
    offsets[:] = sorted({*offsets, *found})


def _add_addresses(text: str, offsets: list[int], costs: dict[int, float]) -> None:
    """Long addresses break after / ? & = . # _ -, without a hyphen, but not within a decimal."""
    found = set(offsets)
    for address in _ADDRESS.finditer(text):
        if len(address.group()) < LONG_ADDRESS:
            continue
        for match in _ADDRESS_BREAK.finditer(text, address.start() + 1, address.end()):
            if match.start() not in found:
                found.add(match.start())
                costs[match.start()] = ADDRESS_BREAK
    offsets[:] = sorted(found)
