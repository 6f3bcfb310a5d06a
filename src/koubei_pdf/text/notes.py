"""Which rules acted on a line, by clause of CLREQ: for proofs, `explain-line` and the API."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.diagnostics import Bilingual, Lang
from .breaking import BrokenLine
from .breaktable import EPSILON
from .prepare import Prepared
from .setting import Adjustment

#: A mark narrower by less (em) was kerned by its font, not squeezed.
LEAST_TRIM = 0.1
_STACKED = frozenset("？！")
#: Characters that a note shows of what was kept together, or cut.
MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Note:
    """A rule that acted: its clause in CLREQ (new numbering), what it did, and to what."""

    clause: str
    rule: Bilingual
    subject: str = ""

    def text(self, lang: Lang) -> str:
        """The note as a line: `6.1.1 no line start: ，`."""
        colon = "：" if lang == "zh" else ": "
        return f"{self.clause} {self.rule.text(lang)}{colon if self.subject else ''}{self.subject}"


PARAGRAPH_START = Bilingual("段首标点去空白", "blank trimmed at paragraph start")
LINE_START = Bilingual("行首标点去空白", "blank trimmed at line start")
HALF_WIDTH_END = Bilingual("行末标点占半字", "half width at line end")
MOVED_IN = Bilingual("给行端的注音让位", "moved in from the line's edge for a reading")
SPACE_DROPPED = Bilingual("行末空格不占位", "space dropped at line end")
NO_GAP_AT_END = Bilingual("行末不加中西间距", "no gap at line end")
CUT = Bilingual("比一行还宽，只好切开", "cut, wider than the line")
DIVIDED = Bilingual("单词在此连字", "word divided")
SQUEEZED_BESIDE = Bilingual("相邻标点挤压", "squeezed beside a mark")
STACKED = Bilingual("叠用的问号、叹号各占半字", "half width, of stacked ？ and ！")
NARROW_BY_STYLE = Bilingual("此标点风格中占半字", "half width in this style")
GAP = Bilingual("其后加中西间距", "gap after")
STRETCHED_FLEX = Bilingual("第 1–2 步，空格和中西间距放宽", "step 1–2, spaces and gaps widened")
STRETCHED = Bilingual("第 3 步，各处字距放宽（字）", "step 3, all places widened by (em)")
OPENED = Bilingual("别无可放宽之处，在标点旁放宽", "opened beside marks, for want of another place")
LETTERS = Bilingual("别无可放宽之处，字母间放宽", "letters opened, for want of another place")
SHORT = Bilingual("没有可放宽之处，行末留空", "left short: no place to widen")
HANGS = Bilingual("悬挂", "hangs")
NO_START = Bilingual("避头", "no line start")
NO_END = Bilingual("避尾", "no line end")
WHOLE = Bilingual("不可分开", "kept whole")
STEPS = {
    1: Bilingual("第 2 步，挤西文词距", "step 2, Western spaces squeezed"),
    2: Bilingual("第 3 步，挤间隔号", "step 3, interpuncts squeezed"),
    3: Bilingual("第 4 步，挤括号引号", "step 4, brackets squeezed"),
    4: Bilingual("第 5 步，挤逗号顿号", "step 5, pauses squeezed"),
    5: Bilingual("第 6 步，挤中西间距", "step 6, gaps squeezed"),
    6: Bilingual("第 7 步，挤句末标点", "step 7, stops squeezed"),
}


def notes_of(prepared: Prepared, line: BrokenLine, adjustment: Adjustment) -> tuple[Note, ...]:
    """The rules that acted on the line, in the order of the line's characters and edges."""
    if line.start == line.end:
        return ()
    return (
        *_edges(prepared, line),
        *_neighbours(prepared, line),
        *_justification(prepared, line, adjustment),
    )


def refusal(prepared: Prepared, offset: int) -> Note | None:
    """Why no line may end before character `offset`, or behind the spaces there; None where one
    may."""
    while prepared.classes[offset : offset + 1] == " ":
        offset += 1
    if prepared.may_end(offset):
        return None
    text, kinds = prepared.text, prepared.classes
    before, after = kinds[offset - 1], kinds[offset]
    if after in "cpsmn/" and before != after:
        return Note("6.1.1", NO_START, text[offset])
    if before in "o/":
        return Note("6.1.1", NO_END, text[offset - 1])
    return Note("6.1.2", WHOLE, _run(prepared, offset))


def _run(prepared: Prepared, offset: int) -> str:
    """What stands between the legal breaks around `offset`, its beginning if it is long."""
    start, end = prepared.run_around(offset)
    run = prepared.text[start:end].strip()
    return run if len(run) <= MOST_SHOWN else run[: MOST_SHOWN - 1] + "…"


def _edges(prepared: Prepared, line: BrokenLine) -> Iterator[Note]:
    text, kinds = prepared.text, prepared.classes
    if prepared.lead.get(line.start, 0.0) > 0:
        rule = PARAGRAPH_START if line.start == 0 else LINE_START
        yield Note("6.3.2.3", rule, text[line.start])
    last = prepared.last_mark(line.end)
    if prepared.lead.get(line.start, 0.0) < 0:
        yield Note("5.5", MOVED_IN, text[line.start])
    after = prepared.after.get(last, 0.0) if kinds[last] == "h" else 0.0
    if prepared.stretches and prepared.tail.get(last, 0.0) < after - EPSILON:
        yield Note("5.5", MOVED_IN, text[last])
    if prepared.tail.get(last, 0.0) > 0:
        if kinds[last] in "cps":
            yield Note("6.2.2.3", HALF_WIDTH_END, text[last])
        elif kinds[last] == " ":
            yield Note("6.3.3", SPACE_DROPPED)
        else:
            yield Note("6.3.3", NO_GAP_AT_END, text[last])
    if line.end == len(text):
        return
    if not prepared.may_end(line.end):
        yield Note("6.1.4", CUT, _run(prepared, line.end))
    elif line.end in prepared.hyphens:
        yield Note("6.1.4", DIVIDED, _run(prepared, line.end))
    elif reason := refusal(prepared, line.end + 1):
        yield reason


def _neighbours(prepared: Prepared, line: BrokenLine) -> Iterator[Note]:
    for index in range(line.start, line.end):
        side = prepared.before if prepared.classes[index] == "o" else prepared.after
        if prepared.classes[index] in "ocps" and side.get(index, 0.0) < -LEAST_TRIM:
            yield _narrowed(prepared, index)
        elif index < line.end - 1 and prepared.tail.get(index):
            before = _before_spaces(prepared, index)
            if _is_gap(prepared.classes[before], prepared.classes[index + 1]):
                yield Note("6.3.3", GAP, prepared.text[before])


def _narrowed(prepared: Prepared, index: int) -> Note:
    """Why a mark within the line is narrower than an em."""
    text, kinds = prepared.text, prepared.classes
    before, after = kinds[max(index - 1, 0) : index], kinds[index + 1 : index + 2]
    around = text[max(index - 1, 0) : index] + text[index + 1 : index + 2]
    if prepared.rules.style == "gb" and text[index] in _STACKED and set(around) & _STACKED:
        return Note("GB/T 15834 5.1.2", STACKED, text[index])
    side, beside = (before, "ocpsmb") if kinds[index] == "o" else (after, "cpsmb")
    if side and side in beside:
        return Note("6.3.2.2", SQUEEZED_BESIDE, text[index])
    return Note("6.3.2", NARROW_BY_STYLE, text[index])


def _is_gap(before: str, after: str) -> bool:
    """Whether Han stands on one side and Western text on the other."""
    return (before == "h" and after in "l9f") or (before in "l9u" and after == "h")


def _before_spaces(prepared: Prepared, index: int) -> int:
    """The character itself, or what stands before the typed spaces that end with it."""
    while index and prepared.classes[index] == " ":
        index -= 1
    return index


def _justification(prepared: Prepared, line: BrokenLine, adjustment: Adjustment) -> Iterator[Note]:
    changed = {**adjustment.before, **adjustment.extra}
    squeezed = {i for i, amount in changed.items() if amount < 0 and i in prepared.squeezes}
    steps = sorted({prepared.squeezes[i].step for i in squeezed})
    for step in steps:
        yield Note("6.2.2.3", STEPS[step])
    widened = [index for index, amount in adjustment.extra.items() if amount > 0]
    if widened:
        yield Note("6.2.2.4", _opened(prepared, widened))
    spare = line.measure - line.indent - line.natural
    if spare > EPSILON and not (line.last or widened or adjustment.spacing):
        yield Note("6.2.2.4", SHORT)
    if adjustment.spacing:
        yield Note("6.2.2.4", STRETCHED, f"{adjustment.spacing:.3f}")
    if adjustment.hangs:
        yield Note("6.1.3", HANGS, prepared.text[prepared.last_mark(line.end)])


def _opened(prepared: Prepared, widened: Sequence[int]) -> Bilingual:
    """What a line without places, widened after these characters, was widened at."""
    if any(index in prepared.flex for index in widened):
        return STRETCHED_FLEX
    sides = (prepared.classes[index : index + 2] for index in widened)
    at_marks = any(set(side) & set("cpsdeohm") for side in sides)
    return OPENED if at_marks else LETTERS
