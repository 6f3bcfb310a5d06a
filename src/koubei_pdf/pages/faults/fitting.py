"""Faults of stories that do not fit (T070–T072, T120), and what to cut of long ones (T001)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.diagnostics import Bilingual, Rule, Severity
from ...model.fitting import Cut
from .copy import OVERSET

#: Cuts told in a help, and characters shown of what is cut.
MOST_CUTS, MOST_SHOWN = 6, 16
#: Cuts of so many times what is over want a reason.
_MUCH_MORE = 1.25
#: Cuts that save no line each, but make the story fit as a whole.
_TOGETHER = Bilingual("以下几处要一起删：", "make all of these cuts: ")
#: Why the end of a story that goes is longer than what is over.
_WHOLE_SENTENCES = Bilingual(
    "（多于放不下的字数，因为按整句删，句子里拆不开的长词也整个删去）",
    " (more than is over, as whole sentences go, with the words in them)",
)

SHORT = Rule(
    "T070",
    Severity.WARNING,
    Bilingual(
        "正文太短：比版式“{layout}”至少要的少 {lines} 行，第 {page} 页",
        "text is too short for `{layout}`, page {page}: {lines:line/lines} fewer than it needs",
    ),
    Bilingual(
        "再写约 {chars} 字，换一个版式，或者把版式 fit 里的 short 加大",
        "write about {chars:character/characters} more, choose another layout, or allow more"
        " under `short` in the layout's `fit`",
    ),
    Bilingual(
        "正文框下面空得太多，读者会以为漏排了。版式的 fit 里，short 说明可以空几行（各栏相加）；"
        "版式声明的办法都试过了，仍然填不满。",
        "White below the copy that is too deep looks like an omission. `short` in a layout's `fit`"
        " says how many lines may be lacking, all columns counted; the levers that the layout"
        " declares were tried and did not fill it.",
    ),
)
#: Where there is nothing else for it, or something besides.
WRITE = Bilingual("再写约 {chars} 字", "write about {chars:character/characters} more")
#: Where a picture above or below the copy can be so much higher.
OR_PICTURE = Bilingual(
    "再写约 {chars} 字，或把图框“{picture}”加高 {rows} 行",
    "write about {chars:character/characters} more, or make picture `{picture}`"
    " {rows:row/rows} higher",
)

ALONE = Rule(
    "T071",
    Severity.WARNING,
    Bilingual(
        "这一段有一行单独留在栏头或栏尾（孤行），第 {page} 页",
        "a line of this paragraph stands alone at a column's head or foot, page {page}",
    ),
    Bilingual(
        "在这一段或它前面增删约一行（{chars} 字）；不介意孤行，就在正文框里写 single_lines: allow",
        "add or cut about a line here or before it ({chars} characters); or allow such lines with"
        " `single_lines: allow` in the body frame",
    ),
    Bilingual(
        "一段的第一行不单独留在栏尾，最后一行不单独排到栏头（CLREQ 7.1.2）。段落多排或少排一行、"
        "栏提前一两行结束、版式声明的办法都试过了，正文这样长、栏这样多，总有一行落单。",
        "No paragraph's first line is left alone at a column's foot, no last line at a head (CLREQ"
        " 7.1.2). Paragraphs on a line fewer or more, columns that end a row or two early and the"
        " levers of the layout were tried; in so many columns copy of this length leaves one.",
    ),
)

UNEVEN = Rule(
    "T072",
    Severity.WARNING,
    Bilingual(
        "各栏不齐：比许可的一行多差 {rows} 行，第 {page} 页",
        "columns are uneven: by {rows:row/rows} more than the one that is allowed, page {page}",
    ),
    Bilingual(
        "在小标题前面增删约一行（{chars} 字），或挪动、删去栏尾附近的小标题或表格",
        "add or cut about a line before a heading ({chars} characters), or move or delete the"
        " heading or table near a column's foot",
    ),
    Bilingual(
        "balance 的各栏末行最多差一行（CLREQ 2.4.2）。小标题不能落在栏尾，下面至少要有两行正文；"
        "表格的行不拆开；放不下就整个移到下一栏，前一栏便短了。",
        "Balanced columns end within a row of each other (CLREQ 2.4.2). A heading never stands at"
        " a foot, two lines of text are below it, and a row of a table is never parted: what has"
        " no room goes on to the next column whole, and leaves its own short.",
    ),
)

STOPPED = Rule(
    "T120",
    Severity.WARNING,
    Bilingual(
        "文章“{article}”排不好，版式“{layout}”的 {lever} 到这里就不能再动：再动，这里就会出 {code}",
        "`{article}` does not fit, and `{lever}` of layout `{layout}` goes no further: it"
        " would bring {code} here",
    ),
    Bilingual(
        "在版式里给它留出地方，或者在 fit 里改用别的框；koubei-pdf explain {code} 说明那是什么问题",
        "make room for it in the layout, or declare another frame; `koubei-pdf explain {code}`"
        " tells of that fault",
    ),
    Bilingual(
        "fit 里声明的办法，只要带来新的问题就不用。这里说的是文章没有排好时，"
        "哪种办法因为什么没有用，或者没有用到极限。",
        "A lever of `fit` is moved only as far as it brings no new fault. Where a story does not"
        " fit, this tells which lever could not do what it was declared for, and what kept it.",
    ),
)

TABLE_GAP = Rule(
    "T127",
    Severity.WARNING,
    Bilingual(
        "表格在绕排的框旁边放不下，排到了它下面，上面空出 {rows} 行，第 {page} 页",
        "the table has no room beside what text runs around and stands below it; {rows:row/rows}"
        " above it stay empty, page {page}",
    ),
    Bilingual(
        "把表格往前或往后挪一两段，去掉一栏，或者把绕排的框改窄",
        "move the table a paragraph or two up or down, take one of its columns out, or make what"
        " stands beside it narrower",
    ),
    Bilingual(
        "表格在绕排的框旁边放得下就排窄一些；词和数不能拆开，再窄就放不下，只好排到下面够宽的地方。"
        "表格不自己换位置：后面的正文不会排到它前面去。",
        "A table is set narrower where it fits beside an obstacle. Words and numbers stay whole, so"
        " that it may need more; then it goes on to where the column is wide enough. It does not"
        " float: copy that follows it is never set before it.",
    ),
)

RULES = (SHORT, ALONE, UNEVEN, STOPPED, TABLE_GAP)


def overset(cuts: Sequence[Cut], over: int, rule: Rule = OVERSET) -> Rule:
    """The rule that copy of `over` characters does not fit, with what to cut."""
    if not cuts:
        return rule
    told = cutting(cuts)
    is_longer = sum(len(cut.text) for cut in cuts) > _MUCH_MORE * over
    if is_longer and any(cut.whole for cut in cuts):
        told = Bilingual(told.zh + _WHOLE_SENTENCES.zh, told.en + _WHOLE_SENTENCES.en)
    return replace(rule, help=told)


def alone(cuts: Sequence[Cut]) -> Rule:
    """That a line stands alone, with what to cut so that none does."""
    return replace(ALONE, help=cutting(cuts)) if cuts else ALONE


def cutting(cuts: Sequence[Cut], most: int = MOST_CUTS) -> Bilingual:
    """What to cut, as a sentence."""
    rest = len(cuts) - most
    zh = "；".join(map(_in_chinese, cuts[:most])) + (f"；还有 {rest} 处" if rest > 0 else "")
    en = "; ".join(map(_in_english, cuts[:most])) + (f"; and {rest} more" if rest > 0 else "")
    if len(cuts) > 1 and not all(cut.lines for cut in cuts):
        zh, en = _TOGETHER.zh + zh, _TOGETHER.en + en
    return Bilingual(_literal(zh), _literal(en))


def keeping(parts: Sequence[str], cuts: Sequence[Cut], other: Bilingual) -> Bilingual:
    """A help, or else what to cut so that parts that stay out are shown."""
    told, zh, en = cutting(cuts), "”“".join(parts), "`, `".join(parts)
    return Bilingual(
        f"{other.zh}；或者留下“{_literal(zh)}”：{told.zh}",
        f"{other.en}; or keep `{_literal(en)}`: {told.en}",
    )


def _in_chinese(cut: Cut) -> str:
    place, count = f"{cut.span.file}:{cut.span.line}", len(cut.text)
    if cut.whole:
        return f"从 {place} “{_begin(cut.text)}”起删去 {count} 字 — 到第 {cut.end.line} 行末"
    saved = f"可省 {cut.lines} 行" if cut.lines else ""
    return f"删 {count} 字{saved} — {place} 段末“{_begin(cut.text)}”"


def _in_english(cut: Cut) -> str:
    place, count = f"{cut.span.file}:{cut.span.line}", len(cut.text)
    if cut.whole:
        return (
            f"cut {count} characters from `{_begin(cut.text)}` on, {place}, to the end of line"
            f" {cut.end.line}"
        )
    lines = f" to save {cut.lines} line{'s' * (cut.lines != 1)}" if cut.lines else ""
    return (
        f"cut {count} character{'s' * (count != 1)}{lines}: {place}, `{_begin(cut.text)}` at the"
        " paragraph's end"
    )


def _begin(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"


def _literal(text: str) -> str:
    """Text in which no braces are fields."""
    return text.replace("{", "{{").replace("}", "}}")
