"""Which printing conditions a name or an ICC profile speaks of (characterisation data sets)."""

from __future__ import annotations

import re

#: How a condition is named: its registered name, and how profiles made of its data are called.
#: Of several that fit the first counts (PSO Uncoated v3 before PSO Uncoated).
#: Sources: registry of color.org; profiles of ECI, FOGRA, Japan Color and IDEAlliance.
_NAMES = (
    (r"(?:fogra)\s*(\d\d)", r"FOGRA\1"),
    (r"iso\s*coated\s*v2", "FOGRA39"),
    (r"iso\s*web\s*coated", "FOGRA28"),
    (r"iso\s*uncoated\s*yellowish", "FOGRA30"),
    (r"iso\s*uncoated", "FOGRA29"),
    (r"sc\s*paper\s*eci", "FOGRA40"),
    (r"pso\s*mfc\s*paper", "FOGRA41"),
    (r"pso\s*lwc\s*improved", "FOGRA45"),
    (r"pso\s*lwc\s*standard", "FOGRA46"),
    (r"pso\s*coated\s*v3", "FOGRA51"),
    (r"pso\s*uncoated\s*v3", "FOGRA52"),
    (r"pso\s*uncoated\s*iso\s*12647", "FOGRA47"),
    (r"eci\s*cmyk\s*v2", "FOGRA59"),
    (r"eci\s*cmyk", "FOGRA53"),
    (r"cgats\s*tr\s*0*(\d{1,3})", r"CGATS TR \1"),
    (r"(?:cgats\s*21.*)?crpc\s*(\d)", r"CRPC\1"),
    (r"gracol\s*2006", "CGATS TR 6"),
    (r"swop\s*2006.*3", "CGATS TR 3"),
    (r"swop\s*2006.*5", "CGATS TR 5"),
    (r"(?:u\s*s\s*)?web\s*coated\s*swop", "CGATS TR 1"),
    (r"gracol\s*2013\s*uncoated", "CRPC3"),
    (r"gracol\s*2013", "CRPC6"),
    (r"swop\s*2013.*c?3", "CRPC5"),
    (r"jc\s*2001\s*03|japan\s*color\s*2001\s*coated", "JC200103"),
    (r"jc\s*2001\s*04|japan\s*color\s*2001\s*uncoated", "JC200104"),
    (r"jcw\s*2003|japan\s*web\s*coated", "JCW2003"),
    (r"jcn\s*2002|japan\s*color\s*2002\s*newspaper", "JCN2002"),
    (r"japan\s*color\s*2011\s*coated|jc\s*2011", "JC2011"),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), name) for pattern, name in _NAMES)

#: What names are written with beside letters and digits.
_MARKS = re.compile(r"[_\-./()®,]+")

#: Bytes of a profile's text that are looked at: tables of measurements follow.
_TEXT = 4_096


def condition_of(text: str) -> str:
    """The condition that a text names, "" where it names none that is known, or several."""
    words = _MARKS.sub(" ", text)
    found: dict[str, None] = {}
    for pattern, name in _PATTERNS:
        for match in pattern.finditer(words):
            found[match.expand(name)] = None
        words = pattern.sub(" | ", words)
    return next(iter(found)) if len(found) == 1 else ""


def texts_of(profile: bytes) -> list[str]:
    """Description and target of an ICC profile (ICC.1, 9.2: desc, targ), as far as readable."""
    count = min(int.from_bytes(profile[128:132], "big"), 100)
    texts = []
    for at in range(132, 132 + 12 * count, 12):
        start, size = (int.from_bytes(profile[at + i : at + i + 4], "big") for i in (4, 8))
        if profile[at : at + 4] in (b"desc", b"targ"):
            texts.append(_text(profile[start : start + min(size, _TEXT)]))
    return texts


def _text(tag: bytes) -> str:
    """The text of a tag of type desc, text or mluc (ICC.1:2001-04, 6.5; ICC.1:2022, 10.15)."""
    if tag[:4] == b"mluc":
        size, start = (int.from_bytes(tag[i : i + 4], "big") for i in (20, 24))
        return tag[start : start + size].decode("utf-16-be", "ignore")
    begin = 12 if tag[:4] == b"desc" else 8
    return tag[begin:].split(b"\0", 1)[0].decode("latin-1")


def condition_of_profile(profile: bytes) -> str:
    """The condition that an ICC profile names in its texts, "" where that is not known."""
    for text in texts_of(profile):
        if condition := condition_of(text):
            return condition
    return ""
