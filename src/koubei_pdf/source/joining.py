"""How the end of a source line reads within a paragraph."""

from __future__ import annotations

import unicodedata


def is_wide(character: str) -> bool:
    """Whether a character is Han, kana, or Chinese punctuation, “ ” and … among it."""
    width = unicodedata.east_asian_width(character)
    if width in "WF":
        return True
    return width == "A" and unicodedata.category(character).startswith("P")


def line_joint(before: str, after: str) -> str:
    """What stands for a line end between two characters: nothing beside Han, else a space.

    Either is "" where there is no character.
    """
    if not before or not after or is_wide(before) or is_wide(after):
        return ""
    return " "


def join_folded(value: str, raw: str) -> str:
    """A YAML text that runs over several source lines, without YAML's spaces between Han.

    `raw` are its source lines. Where they do not match `value` (escapes), it is left as it is.
    """
    joined = ""
    at = 0
    for piece in (line.strip() for line in raw.split("\n")):
        if not piece:
            continue
        place = value.find(piece, at)
        if place < 0:
            return value
        gap = value[at:place]
        if gap == " " and joined:
            gap = line_joint(joined[-1], piece[0])
        joined += gap + piece
        at = place + len(piece)
    return joined + value[at:]
