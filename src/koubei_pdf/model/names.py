"""A name that is none of the known ones: the finding, with the one that was meant."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import replace

from .diagnostics import Bilingual, Diagnostic, Rule, Span
from .legible import legible

#: Names listed in a help, and characters shown of one that the user wrote.
MOST_NAMES = 20
MOST_CHARACTERS = 60

#: How alike two names must be (0–1) for one to be offered in the place of the other.
LIKENESS = 0.55

#: Help that replaces a rule's own where a known name is close to the one written.
DID_YOU_MEAN = Bilingual("是不是“{nearest}”？", "did you mean `{nearest}`?")


def shown(text: str) -> str:
    """`text` as a message quotes it: legible, on one line and not too long."""
    text = legible(" ".join(text.split()))
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


#: A colour of PANTONE (PMS), and the letters by which its books and programs differ: on coated,
#: uncoated and matte paper, on a screen (CV…), made of process inks (CP, UP, PC, EC).
_PANTONE = re.compile("(?:pantone|pms)(.+?)(?:cv[cups]?|cp|up|pc|(?<=\\d)ec|c|u|m)?")


def plain_name(spot: str) -> str:
    """What a spot's name says of its ink: letters and digits in one case, of PANTONE the colour."""
    name = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", spot).casefold()))
    pantone = _PANTONE.fullmatch(name)
    return f"pantone{pantone[1]}" if pantone else name


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, or None."""
    by_folded = {other.casefold(): other for other in known}
    close = difflib.get_close_matches(shown(name).casefold(), by_folded, n=1, cutoff=LIKENESS)
    return by_folded[close[0]] if close else None


def unknown(
    rule: Rule, span: Span, name: str, known: Collection[str], **facts: object
) -> tuple[Diagnostic, str | None]:
    """The finding that `name` is none of `known`, and the nearest of them.

    The help offers the nearest, or lists what is known (the rule's fact `known`).
    """
    near = nearest(name, known)
    if near is not None:
        rule = replace(rule, help=DID_YOU_MEAN)
    listed = list(known)[:MOST_NAMES]
    more = ["…"] if len(known) > MOST_NAMES else []
    names = ", ".join(listed + more) or "–"
    return rule.at(span, name=shown(name), nearest=near or "", known=names, **facts), near
