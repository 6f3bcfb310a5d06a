"""What a paragraph would print as it stands though it was meant otherwise: marks of emphasis and
raised signs in other notations, spaces between Han, punctuation typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model.content import Run
from ..model.diagnostics import Rule
from .faults.files import INVISIBLE
from .faults.marks import DOUBLED_MARK, HAN_SPACE, OTHER_EMPHASIS, OTHER_RAISED
from .findings import Findings
from .joining import is_wide
from .run_text import place_in

_HAN = "[\u2e80-\u2fdf\u3040-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
#: Spaces of any width, no-break ones among them; an ideographic one is meant.
_BLANKS = " \u00a0\u2000-\u200a\u202f\u205f"
#: Without these characters a text has nothing of the kind.
_ANY = re.compile(rf"[_＊^~{_BLANKS}，。、；：]")
_PRINTED = re.compile(
    rf"(?P<emphasis>(?<![_A-Za-z0-9])(_{{1,2}})(?=[^\s_])(?=[^_]*{_HAN})[^_]{{1,60}}\2(?![_A-Za-z0-9])"
    r"|＊{1,2}[^＊\s][^＊]{0,60}＊{1,2})"
    r"|(?P<sup>(?<=[^\s^(（])\^(?P<high>[A-Za-z0-9+-]{1,8})\^)"
    r"|(?P<sub>(?<=[A-Za-z)])~(?P<low>[0-9+-]{1,8})~)"
    rf"|(?P<space>(?<={_HAN})[{_BLANKS}]+(?={_HAN})(?![^（）《》“”]*[）》”]))"
    r"|(?P<doubled>(?<=[^，。、；：])[，。、；：]{2,})"
)
#: A space within brackets or quotes parts a name, or the halves of a title: （洪山区 张三）.
_RULES: dict[str, Rule] = {
    "emphasis": OTHER_EMPHASIS,
    "sup": OTHER_RAISED,
    "sub": OTHER_RAISED,
    "space": HAN_SPACE,
    "doubled": DOUBLED_MARK,
}
_SPACES = re.compile(r"(?<=[^ ]) +(?=[^ ])")
_EMPHASIS = frozenset({"strong", "emphasis"})


def warn_of_printed_marks(runs: Sequence[Run], findings: Findings, *, spaces: bool) -> None:
    """Point them out.

    spaces: those between Han as well; in headings they are places where a line may end.
    """
    for run in runs:
        if "note" in run.marks or _ANY.search(run.text) is None:
            continue
        for match in _PRINTED.finditer(run.text):
            kind = next(name for name in _RULES if match[name])
            if kind == "space" and not spaces:
                continue
            place = place_in(run, match.start(), len(match[0]))
            if kind == "space" and findings.tells(INVISIBLE, place):  # it is a tab
                continue
            text = match["high"] or match["low"] or match[0].strip("_＊")
            findings.add(_RULES[kind].at(place, found=match[0], text=text, kind=kind))


def without_spaces_at_emphasis(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs without the spaces that many type around `**…**`, where Han is on either side."""
    text = "".join(run.text for run in runs)
    kinds = [run.marks & _EMPHASIS for run in runs for _ in run.text]
    dropped = {
        index
        for match in _SPACES.finditer(text)
        if is_wide(text[match.start() - 1]) and is_wide(text[match.end()])
        if len(set(kinds[match.start() - 1 : match.end() + 1])) > 1
        for index in range(*match.span())
    }
    return tuple(_kept(runs, dropped)) if dropped else tuple(runs)


def _kept(runs: Sequence[Run], dropped: set[int]) -> Iterator[Run]:
    """The runs without these characters of their text, which stand at a run's ends."""
    at = 0
    for run in runs:
        kept = [index for index in range(len(run.text)) if at + index not in dropped]
        if kept:
            yield run if len(kept) == len(run.text) else _cut(run, kept[0], kept[-1] + 1)
        at += len(run.text)


def _cut(run: Run, start: int, end: int) -> Run:
    """Characters start..end of a run."""
    return replace(run, text=run.text[start:end], span=place_in(run, start, end - start))
