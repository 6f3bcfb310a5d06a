"""The house's typographic rules: what CLREQ and GB/T 15834 leave to a house style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: How strictly marks are kept from line starts and ends (CLREQ 3.1.4 / 6.1.1).
Level = Literal["none", "basic", "gb", "strict"]
LEVELS: tuple[Level, ...] = ("none", "basic", "gb", "strict")
#: Widths of marks (CLREQ 3.1.6 / 6.3.2): full 全角, kaiming 开明, half 半角, gb 国标 (full, with
#: half-width marks at line ends, GB/T 15834 5.1.10).
Style = Literal["full", "kaiming", "half", "gb"]
STYLES: tuple[Style, ...] = ("full", "kaiming", "half", "gb")


#: Languages whose words may be divided at line ends; "" keeps all words whole (CLREQ 6.1.4).
Hyphenation = Literal["", "en-GB", "en-US"]
HYPHENATIONS: tuple[Hyphenation, ...] = ("en-GB", "en-US")


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a paragraph. Gaps between Han and Western text in em (CLREQ 3.2.2 / 6.3.3).

    hanging: a pause or stop mark may hang beyond the line's end where it does not fit.
    narrow: on measures below this (em) an indent of two em is one (CLREQ 3.4.1 / 6.2.1.1).
    """

    level: Level = "gb"
    style: Style = "gb"
    hanging: bool = False
    gap: float = 0.25
    gap_least: float = 0.125
    gap_most: float = 0.5
    hyphenate: Hyphenation = ""
    narrow: float = 0.0


HOUSE_RULES = Rules()
