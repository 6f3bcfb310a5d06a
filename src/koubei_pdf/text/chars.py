"""The one character table: the class of every character, for mainland horizontal setting.

A class is one letter, so that a paragraph's classes are a string and its special places
are found by regular expressions. Sources: CLREQ 3.1 (6.1, 6.3 in the new numbering),
GB/T 15834—2011 5.1.
"""

from __future__ import annotations

import unicodedata

OPEN = "o"  # opening brackets and quotation marks: left half blank
CLOSE = "c"  # closing brackets and quotation marks: right half blank
PAUSE = "p"  # ， 、 ； ：
STOP = "s"  # 。 ？ ！
MIDDLE = "m"  # · : half an em wide
DASH = "d"  # —
ELLIPSIS = "e"  # …
CONNECTOR = "n"  # – ～ ‐
SOLIDUS = "/"
HAN = "h"  # ideographs, kana, full-width letters, symbols of one em
LETTER = "l"
DIGIT = "9"
WESTERN = "w"  # other Western characters within a word: - _ @ # & …
WESTERN_OPEN = "y"
WESTERN_CLOSE = "x"
SUFFIX = "u"  # binds to the number before it: % ‰ ° ℃ ㎡
PREFIX = "f"  # binds to the number after it: + − ± $ ¥ €
SPACE = " "
ATTACHED = "a"  # combining marks and joiners: never parted from what they follow

#: Classes whose characters are a whole em wide before any rule acts.
FULL_WIDTH_CLASSES = frozenset(OPEN + CLOSE + PAUSE + STOP + MIDDLE + DASH + ELLIPSIS + HAN)

_MEMBERS = {
    OPEN: "‘“（《〈【〖〔［｛「『",
    CLOSE: "’”）》〉】〗〕］｝」』",
    PAUSE: "、，：；",
    STOP: "。！？．",
    MIDDLE: "·・‧",
    DASH: "—―⸺",
    ELLIPSIS: "…⋯",
    CONNECTOR: "–～‐〜",
    SOLIDUS: "／",
    WESTERN_OPEN: "([{",
    WESTERN_CLOSE: ")]}.,;:!?",
    SUFFIX: "%‰°℃℉％′″",
    PREFIX: "+−±$¥€£￥＄",
    SPACE: " \t\u00a0\u2002\u2003\u2009\u3000",
}


def _class_of(code: int) -> str:
    char = chr(code)
    if 0x33A0 <= code <= 0x33DF:  # squared units: ㎡ ㎏
        return SUFFIX
    category = unicodedata.category(char)
    if category in ("Mn", "Mc", "Me", "Cf"):
        return ATTACHED
    if char.isdecimal() and code < 0x2000:
        return DIGIT
    if unicodedata.east_asian_width(char) in "WF":
        return HAN
    if category.startswith("L"):
        return LETTER
    return WESTERN if code < 0x2000 else HAN


class _Table(dict[int, str]):
    """Classes by code point, filled as characters are met (for `str.translate`)."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _class_of(code)
        return found


_TABLE = _Table({ord(char): name for name, chars in _MEMBERS.items() for char in chars})


def classes(text: str) -> str:
    """The classes of `text`, one letter a character."""
    return text.translate(_TABLE)
