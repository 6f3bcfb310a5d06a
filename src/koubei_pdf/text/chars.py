"""The one character table: class, width, blank side and clause of every mark, by region.

A class is one letter, so that a paragraph's classes are a string and its special places
are found by regular expressions. Sources: CLREQ 3.1 (6.1, 6.3 in the new numbering),
GB/T 15834—2011 5.1. A region with other habits is another `Region`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ..fonts import western_quotes

OPEN = "o"  # opening brackets and quotation marks
CLOSE = "c"  # closing brackets and quotation marks
PAUSE = "p"  # ， 、 ； ：
STOP = "s"  # 。 ？ ！
MIDDLE = "m"  # ·
DASH = "d"  # —
ELLIPSIS = "e"  # …
CONNECTOR = "n"  # – ～ ‐ -
SOLIDUS = "/"
HAN = "h"  # ideographs, kana, full-width letters, symbols of one em
LETTER = "l"
DIGIT = "9"
WESTERN = "w"  # other Western characters within a word: _ @ # & …
WESTERN_OPEN = "y"
WESTERN_CLOSE = "x"
SUFFIX = "u"  # binds to the number before it: % ‰ ° ℃ ㎡
PREFIX = "f"  # binds to the number after it: + − ± $ ¥ €
SPACE = " "
BLANK = "b"  # the ideographic space
GLUE = "g"  # spaces that no line may break at
ATTACHED = "a"  # combining marks and joiners: never parted from what they follow

#: Classes of marks that are a whole em wide before any rule acts.
MARK_CLASSES = frozenset(OPEN + CLOSE + PAUSE + STOP + MIDDLE + DASH + ELLIPSIS + BLANK)


@dataclass(frozen=True, slots=True)
class Mark:
    """A kind of mark: its characters, class, width (em), the side of its blank, and the clause.

    width None: as the font has it.
    """

    chars: str
    kind: str
    width: float | None
    blank: Literal["left", "right", "none"]
    clause: str


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """The marks of a place and writing direction, and which of them stand on half an em.

    A region is equal to itself alone, so that looking its table up costs nothing.
    """

    marks: tuple[Mark, ...]

    @property
    def half_width_marks(self) -> str:
        """Marks that are set on half an em, their ink in its middle."""
        return "".join(mark.chars for mark in self.marks if mark.width == 0.5)

    def of(self, char: str) -> Mark | None:
        """The mark that `char` is, or None: an ideograph, a letter …"""
        return next((mark for mark in self.marks if char in mark.chars), None)


_MAINLAND_MARKS = (
    Mark("‘“（《〈【〖〔［｛「『〘〚〝｟", OPEN, 1.0, "left", "CLREQ 6.3.2.1; GB/T 15834 5.1.8"),
    Mark(
        "’”）》〉】〗〕］｝」』〙〛〞〟｠", CLOSE, 1.0, "right", "CLREQ 6.3.2.1; GB/T 15834 5.1.8"
    ),
    Mark("、，：；﹐﹑﹔﹕", PAUSE, 1.0, "right", "CLREQ 6.3.2.1; GB/T 15834 5.1.1"),
    Mark("。！？．﹒﹖﹗", STOP, 1.0, "right", "CLREQ 6.3.2.1; GB/T 15834 5.1.1"),
    Mark("·‧", MIDDLE, 0.5, "none", "GB/T 15834 5.1.7"),
    Mark("・", MIDDLE, 1.0, "none", "CLREQ 6.3.2.1"),
    Mark("—―⸺", DASH, 1.0, "none", "CLREQ 6.1.2.1; GB/T 15834 5.1.4"),
    Mark("…⋯‥", ELLIPSIS, 1.0, "none", "CLREQ 6.1.2.1; GB/T 15834 5.1.5"),
    Mark("–‐", CONNECTOR, 0.5, "none", "GB/T 15834 5.1.6"),
    Mark("～〜－", CONNECTOR, 1.0, "none", "GB/T 15834 5.1.6"),
    Mark("-", CONNECTOR, None, "none", "GB/T 15834 5.1.6"),
    Mark("／", SOLIDUS, 1.0, "none", "GB/T 15834 5.1.9"),
    Mark("/", SOLIDUS, None, "none", "GB/T 15834 5.1.9"),
    Mark("([{", WESTERN_OPEN, None, "none", "CLREQ 6.1.1"),
    Mark(")]}.,;:!?~､｡‼⁇⁈⁉\u2011", WESTERN_CLOSE, None, "none", "CLREQ 6.1.1"),
    Mark("%‰‱°℃℉％′″²³¹®™℠", SUFFIX, None, "none", "CLREQ 6.1.2.2–6.1.2.3"),
    Mark("∶", WESTERN, None, "none", "GB/T 15835: ratios"),
    Mark("+−±$¥€£￥＄", PREFIX, None, "none", "CLREQ 6.1.2.2"),
    Mark(" \t", SPACE, None, "none", "CLREQ 6.3.3"),
    Mark("\u3000", BLANK, 1.0, "none", "CLREQ 6.2.1.1"),
    Mark("\u00a0\u2007\u202f", GLUE, None, "none", "UAX #14 GL"),
)

#: Mainland China, horizontal.
MAINLAND = Region(_MAINLAND_MARKS)


_BY_CATEGORY = {
    **dict.fromkeys(("Mn", "Mc", "Me", "Cf", "Cc", "Zl", "Zp"), ATTACHED),
    "Zs": SPACE,
    "Sc": PREFIX,
    "Pd": CONNECTOR,
}


def _class_of(code: int) -> str:
    char = chr(code)
    # Squared units: ㎡ ㎏. Raised and lowered figures and signs: ⁻³ ₂.
    if 0x3371 <= code <= 0x33DF or 0x2070 <= code <= 0x209F:
        return SUFFIX
    category = unicodedata.category(char)
    if category in _BY_CATEGORY:
        return _BY_CATEGORY[category]
    if (category in ("Nd", "No") and code < 0x2000) or 0x2150 <= code <= 0x215F:  # ½ ⅓
        return DIGIT
    if 0xFF10 <= code <= 0xFF19:  # full-width ones
        return DIGIT
    is_wide = unicodedata.east_asian_width(char) in "WF"
    if category in ("Ps", "Pi"):
        return OPEN if is_wide else WESTERN_OPEN
    if category in ("Pe", "Pf"):
        return CLOSE if is_wide else WESTERN_CLOSE
    if is_wide:
        return HAN
    if category[0] == "L" or category == "Nl":
        return LETTER
    return WESTERN if code < 0x2000 else HAN


class _Table(dict[int, str]):
    """Classes by code point, filled as characters are met (for `str.translate`)."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _class_of(code)
        return found


@cache
def _table(region: Region) -> _Table:
    return _Table({ord(char): mark.kind for mark in region.marks for char in mark.chars})


#: A space between a number and its unit or sign, or the groups of a number: neither breaks nor
#: widens.
_NUMBER_SPACE = re.compile(
    r"[ \u2005\u2009](?:"
    r"(?<=[0-9].)(?=[A-Za-zµμΩ]{1,4}(?![A-Za-z])|[0-9]{3}|[%‰°℃℉％㍱-㏟])"
    r"|(?<=[0-9].)(?=[$¥€£￥＄￡](?![ \u2005\u2009]?[0-9]))"
    r"|(?<=[$¥€£￥＄￡№≥≤≈≠±+−].)(?=[0-9])|(?<=No\. )(?=[0-9])"
    r"|(?<=[0-9] )(?=[–—~～-] [0-9])|(?<=[0-9] [–—~～-] )(?=[0-9]))"
)
_FOLLOWS = re.compile(r"(?:(?<=[9l])|(?<=9g))f+(?![9lf]|g9)")
_MINUS = re.compile(r"(?<![l9u])n(?=f?9)")
_CONNECTOR = re.compile(r"(?<!d)d(?!d)")
#: Signs that are symbols among Han text, bound to a number (CLREQ 6.1.2.2).
_WIDE_SIGN = re.compile(r"[＋－﹢﹣№＃≥≤≈≠＜＞](?= ?[0-9０-９])")
#: Full-width marks within a number: its point; among full-width figures its colon, and before
#: groups its comma.
_WIDE_POINT = re.compile(
    r"[．：，](?:(?<=[0-9０-９]．)(?=[0-9０-９])|(?<=[０-９]：)(?=[０-９])"
    r"|(?<=[０-９]，)(?=[０-９]{3}(?![０-９])))"
)
#: The parts of an emoji that are none by themselves: what a joiner joins, the second letter of a
#: flag, a tone of skin. Each match ends with one.
_EMOJI = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff]")
_EMOJI_PART = re.compile(
    f"(?<=\u200d){_EMOJI.pattern}|[\U0001f1e6-\U0001f1ff]{{2}}"
    f"|(?<={_EMOJI.pattern})[\U0001f3fb-\U0001f3ff]"
)
_BETWEEN_HAN = re.compile(r"(?<=[hcps])d(?=[ho])")


def _western_quote(mark: str, kinds: str, at: int) -> str:
    """The class of a Western quotation mark; ’ is part of its word, also where it ends or begins
    it beside Han text."""
    if mark == "’":
        return WESTERN if kinds[at - 1 : at] == kinds[at + 1 : at + 2] == LETTER else LETTER
    return WESTERN_CLOSE if mark == "”" else WESTERN_OPEN


def _straight_quotes(text: str, mark: str) -> Iterator[tuple[int, str]]:
    """The places and classes of a straight quotation mark: it opens and closes by turns.

    Not an apostrophe; behind a figure what would open is a sign of inches or minutes. One that is
    never closed stays what it is.
    """
    opened = -1
    for match in re.finditer(mark, text):
        at = match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        follows = before.isascii() and before.isalnum()
        if mark == "'" and follows and (opened < 0 or (after.isascii() and after.isalnum())):
            continue
        if opened >= 0:
            yield opened, WESTERN_OPEN
            yield at, WESTERN_CLOSE
            opened = -1
        elif before.isdecimal():
            yield at, SUFFIX
        else:
            opened = at


def classes(text: str, region: Region = MAINLAND, *, western: Collection[int] | None = None) -> str:
    """The classes of `text`, one letter a character, as they are in this context.

    western: the places of its Western quotation marks and apostrophes; None: see `fonts.quotes`.
    An apostrophe is a letter of its word; straight quotation marks are paired in order; a single —
    beside Western text a connector (一字线, GB/T 15834 5.1.6), between Han `cohesion` binds it; -
    before a number that follows Han text a minus sign; ＋ － № ＃ ≥ before a number belong to it; a
    sign of currency or + behind its number belongs to that. ． ： ， within a full-width number are
    of it. Of an emoji of several characters all but the first are attached.
    """
    kinds = text.translate(_table(region))
    if SPACE in kinds:
        for match in _NUMBER_SPACE.finditer(text):
            kinds = f"{kinds[: match.start()]}{GLUE}{kinds[match.end() :]}"
    for at in western_quotes(text) if western is None else western:
        kinds = f"{kinds[:at]}{_western_quote(text[at], kinds, at)}{kinds[at + 1 :]}"
    for mark in "\"'":
        for at, kind in _straight_quotes(text, mark) if mark in text else ():
            kinds = f"{kinds[:at]}{kind}{kinds[at + 1 :]}"
    if "-" in text:
        kinds = _MINUS.sub(lambda m: PREFIX if text[m.start()] == "-" else CONNECTOR, kinds)
    for match in _WIDE_SIGN.finditer(text):
        kinds = f"{kinds[: match.start()]}{PREFIX}{kinds[match.end() :]}"
    for match in _EMOJI_PART.finditer(text) if _EMOJI.search(text) else ():
        kinds = f"{kinds[: match.end() - 1]}{ATTACHED}{kinds[match.end() :]}"
    for match in _WIDE_POINT.finditer(text):
        kinds = f"{kinds[: match.start()]}{DIGIT}{kinds[match.end() :]}"
    if "f" in kinds:
        kinds = _FOLLOWS.sub(lambda m: SUFFIX * len(m.group()), kinds)
    if "d" in kinds:
        both = {match.start() for match in _BETWEEN_HAN.finditer(kinds)}
        kinds = _CONNECTOR.sub(
            lambda m: DASH if text[m.start()] == "⸺" or m.start() in both else CONNECTOR, kinds
        )
    return kinds
