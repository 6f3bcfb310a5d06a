"""Faults of marks in copy that would print as they stand, or are of the wrong width (A050 …)."""

from __future__ import annotations

from .wording import error, warning

HEADING_SPACE = warning(
    "A050",
    zh=(
        "这里的“{mark}”后面没有空格，不是标题，会原样印出来",
        "小标题写成“## …”，井号后空一格；井号本身写成“\\#”",
        "井号和文字之间有一个半角空格才是小标题，井号也要用半角的。",
    ),
    en=(
        "no space follows this `{mark}`: it makes no heading and will print as it stands",
        "write a heading as `## …` with a space, or `\\#` for the mark itself",
        "A heading is half-width number signs, a space and its text.",
    ),
)

TASK = error(
    "A051",
    zh=(
        "正文里不能有任务框",
        "删去方框；方括号本身写成“\\[”",
        "“[ ]”是待办清单的写法，印出来只是一对方括号。",
    ),
    en=(
        "task boxes cannot stand in the text",
        "delete the box, or write `\\[` for a bracket",
        "`[ ]` belongs to lists of things to do; in print it would be a pair of brackets.",
    ),
)

STRUCK = error(
    "A052",
    zh=(
        "正文里不能有删除线",
        "删去这些字，或去掉波浪号；波浪号本身写成“\\~”",
        "“~~”之间的文字是要删的，没有删就付印，波浪号会原样印出来。",
    ),
    en=(
        "struck-out words cannot stand in the text",
        "delete the words or the tildes, or write `\\~` for a tilde",
        "What stands between `~~` was to be deleted; the tildes would print as they stand.",
    ),
)

NARROW_MARK = warning(
    "A053",
    zh=(
        "中文里用了半角的“{mark}”",
        "改成“{wide}”",
        "中文标点是全角的，各占一个字的位置；半角标点又窄又低，断行、挤压的规则也不管它。"
        "西文和数字里的半角标点不在此列。",
    ),
    en=(
        "half-width `{mark}` in Chinese text",
        "write `{wide}`",
        "Chinese punctuation is full-width (GB/T 15834); half-width marks sit narrow and low "
        "beside Han, and the rules of line breaking pass them over. Those within Latin text and "
        "numbers are not meant.",
    ),
)

LINE_MARK = warning(
    "A054",
    zh=(
        "行首的“{mark}”不成引文或列表，会原样印出来",
        "改成“{wanted}”，半角，后面空一格",
        "引文每行以半角的“>”开头，列表每项以“-”加一个空格开头；少了空格或用了全角，各行会接成一段。",
    ),
    en=(
        "this `{mark}` makes no quotation or list and will print as it stands",
        "write `{wanted}`, half-width and with its space",
        "A quotation begins with a half-width `>`, an item of a list with `-` and a space; without "
        "them the lines run on as one paragraph.",
    ),
)

RULES = (HEADING_SPACE, TASK, STRUCK, NARROW_MARK, LINE_MARK)
