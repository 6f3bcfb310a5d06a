"""Text of files as a terminal may show it."""

from __future__ import annotations

import json
import unicodedata

#: What stands for a character that does not show.
STAND_IN = "▯"

_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def legible(text: str) -> str:
    """`text` with a stand-in, one for one, for each control, format and lone surrogate character,
    so that no file drives a terminal or turns the order of what is read; line ends stay."""
    if text.isprintable():
        return text
    return "".join(
        STAND_IN if unicodedata.category(char) in _UNSEEN and char != "\n" else char
        for char in text
    )


def json_text(thing: object) -> str:
    """JSON of `thing` that is legible, too: what does not show is written as its UTF-16 code.

    Outside of strings JSON has nothing of the kind, so that it reads back as it was.
    """
    text = json.dumps(thing, ensure_ascii=False, indent=1)
    if all(line.isprintable() for line in text.split("\n")):
        return text
    return "".join(
        json.dumps(char)[1:-1] if unicodedata.category(char) in _UNSEEN and char != "\n" else char
        for char in text
    )
