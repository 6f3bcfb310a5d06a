"""Faults of drop initials, tables and signatures (T050 …)."""

from __future__ import annotations

from ...model.diagnostics import Bilingual, Rule, Severity

NO_INITIAL = Rule(
    "T050",
    Severity.WARNING,
    Bilingual(
        "段首“{text}”不能下沉，这一段照常排（样式“{style}”）",
        "no drop initial can be made of `{text}`; the paragraph is set without (style `{style}`)",
    ),
    Bilingual(
        "让这一段以汉字、单词或不超过四位的数开头，开头不加着重号、注音等标记",
        "let the paragraph begin with a Han character, a word, or a number of up to four digits, "
        "without dots, readings or other marks",
    ),
    Bilingual(
        "首字下沉的字要有几行那么高。破折号、省略号放大了不像字，长的数不能拆开，"
        "点、线、注音放大后会压住下面的行。前引号留在正文字号，排在栏外。",
        "An initial is as high as several lines. A dash or an ellipsis of that size is no letter, a"
        " long number must not be parted, and dots, lines or readings would reach into the lines"
        " below. An opening quotation mark stays as small as the text and hangs in the margin.",
    ),
)

NARROW_INITIAL = Rule(
    "T051",
    Severity.WARNING,
    Bilingual(
        "下沉的“{text}”旁边只剩 {have} 字，不到 {least} 字，这一段照常排（样式“{style}”）",
        "beside the drop initial `{text}` there are {have} em, less than {least}; the paragraph is"
        " set without (style `{style}`)",
    ),
    Bilingual(
        "减少样式“{style}”的 initial，或换一个栏更宽的版式",
        "make `initial` of style `{style}` smaller, or choose a layout with wider columns",
    ),
    Bilingual(
        "首字旁边的行太短，字距就会松得难看。",
        "Lines that are too short beside an initial can only be set loosely.",
    ),
)

WIDE_TABLE = Rule(
    "T052",
    Severity.ERROR,
    Bilingual(
        "表格至少要 {need} 字宽，这里的栏只有 {have} 字",
        "the table needs {need} em at least, the columns here have {have}",
    ),
    Bilingual(
        "去掉一栏，缩短最长的词或数，或换一个栏更宽的版式",
        "take a column out, shorten its longest words or numbers, or choose a layout with wider"
        " columns",
    ),
    Bilingual(
        "表格的栏宽随内容而定：单词和数不拆开，汉字一行至少三个，栏与栏之间空一个半字。",
        "A table's columns are as wide as their contents: words and numbers stay whole, Han text"
        " has three characters a line at least, and 1½ em stand between columns.",
    ),
)

UNSIGNED_MARK = Rule(
    "T053",
    Severity.WARNING,
    Bilingual(
        "框“{frame}”写了 end_mark，没有写 sign，小方块不会印",
        "frame `{frame}` has `end_mark` and no `sign`: no mark is printed",
    ),
    Bilingual(
        '加上 sign，例如 sign: "{{byline}}"，或删去 end_mark',
        'add a `sign`, such as sign: "{{byline}}", or delete `end_mark`',
    ),
    Bilingual(
        "end_mark 是署名前面的小方块，没有署名就没有地方放。",
        "The end mark is a small square before the signature; without one it has no place.",
    ),
)

RULES = (NO_INITIAL, NARROW_INITIAL, WIDE_TABLE, UNSIGNED_MARK)
