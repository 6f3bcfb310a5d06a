"""Which encoding the bytes of a text have that is not UTF-8."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence

from .joining import is_wide

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

#: How large a part of Chinese text is made of common characters, at least.
_MOST = 0.8


def guess_encoding(data: bytes) -> str | None:
    """UTF-16, UTF-32, GB18030, BIG5 or unknown (None): names that iconv and Python know."""
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return name
    if b"\0" in data:
        return None
    found = _foreign(data, "gb18030")
    # Nearly any bytes decode as GB18030; real Chinese text is made of common characters.
    if _share(found, _is_in_gb2312) > _MOST:
        return "GB18030"
    if _share(_foreign(data, "big5"), _is_common_in_big5) > _MOST:
        return "BIG5"
    return "GB18030" if _share(found, is_wide) > _MOST else None


def _foreign(data: bytes, encoding: str) -> list[str]:
    """The characters beyond ASCII; none where the bytes are not of the encoding."""
    try:
        return [character for character in data.decode(encoding) if character > "\x7f"]
    except UnicodeDecodeError:
        return []


def _share(characters: Sequence[str], has: Callable[[str], bool]) -> float:
    return sum(map(has, characters)) / len(characters) if characters else 0.0


def _is_in_gb2312(character: str) -> bool:
    """One of the 7,445 characters of simplified Chinese in daily use."""
    return bool(character.encode("gb2312", "ignore"))


def _is_common_in_big5(character: str) -> bool:
    """A mark, or one of the 5,401 characters of Big5's first level."""
    return character.encode("big5")[0] < 0xC9
