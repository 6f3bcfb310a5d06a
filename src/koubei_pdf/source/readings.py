"""The reading of a bracketed span, shared out among its characters (CLREQ 5.5)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from ..model.content import Run
from ..model.diagnostics import Span
from .faults import spans as faults
from .findings import Findings
from .run_text import place_in

#: Combining marks of the four tones, and of the diaeresis that is none.
_TONES = frozenset("\u0304\u0301\u030c\u0300")

#: One syllable of pinyin, without its tone mark: Běijīng is two, and may stand above both.
_SYLLABLE = re.compile(
    r"(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?"
    r"(?:i?ao|ai|ei|i?ou|i?ang?|u?ang?|i?eng?|ing?|i?ong|er|uai|u[aeino]|i[aeu]|ue|ün|üe|üan"
    r"|[aeiouü])",
    re.IGNORECASE,
)


def with_reading(
    runs: Sequence[Run], reading: str, place: Span, findings: Findings
) -> Sequence[Run]:
    """The runs of a span under its reading, which is written at `place`.

    As many syllables as Han characters: one each, marks and digits have none; in pinyin the 儿 of
    a syllable with r goes with the character before it (huār 花儿). Otherwise the whole text has
    one reading. Pinyin that cannot be shared out is reported.
    """
    if any(run.ruby for run in runs):
        findings.add(faults.SPAN_CLASH.at(place, first="ruby", second="ruby"))
        return runs
    syllables = reading.split()
    is_pinyin = _is_pinyin(syllables)
    shared = _shared_out(runs, syllables)
    if shared is None and is_pinyin:
        shared = _shared_out(runs, syllables, with_r=True)
    if shared is not None:
        return shared
    characters = sum(_takes_syllable(char) for run in runs for char in run.text)
    if is_pinyin and (len(syllables) > 1 or _is_one_of(reading, characters)):
        count = {"readings": len(syllables), "characters": characters}
        findings.add(faults.RUBY_COUNT.at(place, **count))
    elif len(runs) != 1:
        findings.add(faults.RUBY_PARTS.at(place))
    else:
        return [replace(runs[0], ruby=reading)]
    return runs


def _shared_out(
    runs: Sequence[Run], syllables: Sequence[str], *, with_r: bool = False
) -> list[Run] | None:
    """The runs, each Han character in one of its own with its syllable; None: the count is wrong.

    with_r: a 儿 behind one whose syllable has its r stands in one run with it.
    """
    left = iter(syllables)
    shared: list[Run] = []
    for run in runs:
        plain = index = 0
        while index < len(run.text):
            start, index = index, index + 1
            if not _takes_syllable(run.text[start]):
                continue
            syllable = next(left, None)
            if syllable is None:
                return None
            if with_r and run.text.startswith("儿", index) and _has_r(syllable):
                index += 1
            if plain < start:
                shared.append(_part(run, plain, start))
            shared.append(replace(_part(run, start, index), ruby=syllable))
            plain = index
        if plain < len(run.text):
            shared.append(_part(run, plain, len(run.text)))
    return shared if next(left, None) is None else None


def _part(run: Run, start: int, end: int) -> Run:
    """Characters start..end of a run; one for an entity has a single place for all of them."""
    return replace(
        run,
        text=run.text[start:end],
        span=place_in(run, start, end - start),
        begins=run.begins if not start else frozenset(),
    )


def _takes_syllable(char: str) -> bool:
    """Han characters alone are read aloud one by one; 〇 is one of them."""
    return unicodedata.category(char) == "Lo" or char == "〇"


def _has_r(syllable: str) -> bool:
    """Whether a syllable of pinyin holds the r of a 儿 behind its character (儿化)."""
    plain = _plain(syllable).lower()
    return plain.endswith("r") and plain != "er"


def _is_one_of(reading: str, characters: int) -> bool:
    """Whether a reading is that of one only of several characters."""
    return characters > 1 and _SYLLABLE.fullmatch(_plain(reading)) is not None


def _plain(text: str) -> str:
    """The letters of a reading without the marks of its tones, but with its ü."""
    letters = (mark for mark in unicodedata.normalize("NFD", text.strip()) if mark not in _TONES)
    return unicodedata.normalize("NFC", "".join(letters))


def _is_pinyin(syllables: Sequence[str]) -> bool:
    """Whether any letter has a tone mark: a gloss in another language hardly has."""
    return any(not _TONES.isdisjoint(unicodedata.normalize("NFD", text)) for text in syllables)
