"""Faults of sidebars in copy (A07…)."""

from __future__ import annotations

from .wording import error

UNKNOWN_CONTAINER = error(
    "A070",
    zh=(
        "“:::”后面的“{name}”不是已知的一种",
        "可用的：{known}",
        "三个冒号圈出一段不随正文走的文字，名字说明它是什么。sidebar 是边栏，由版式里 kind: sidebar"
        " 的框排出来。",
    ),
    en=(
        "`{name}` after `:::` is no kind that is known",
        "known here: {known}",
        "Three colons set copy apart from the story, and the name says what it is: a sidebar"
        " stands in a frame of its own, of the kind `sidebar`.",
    ),
)

OPEN_CONTAINER = error(
    "A071",
    zh=(
        "边栏没有结束",
        "在边栏的最后一段之后另起一行写“:::”",
        "边栏从“::: sidebar”一行开始，到单独一行“:::”为止；缺了后一行，下面的正文都会被当成边栏。",
    ),
    en=(
        "the sidebar is never closed",
        "write `:::` on a line of its own after its last paragraph",
        "A sidebar runs from a line `::: sidebar` to a line `:::`. Without that all the rest of"
        " the article would be taken for it.",
    ),
)

EMPTY_SIDEBAR = error(
    "A072",
    zh=(
        "边栏里没有文字",
        "在“::: sidebar”和“:::”之间写上内容，或把这两行删去",
        "空的边栏排不出东西，多半是内容写到了“:::”之后。",
    ),
    en=(
        "the sidebar is empty",
        "write its copy between `::: sidebar` and `:::`, or delete both lines",
        "An empty sidebar prints nothing; mostly its copy was written below its end.",
    ),
)

STRAY_FENCE = error(
    "A073",
    zh=(
        "这个“:::”没有对应的开头",
        "在边栏开头写“::: sidebar”，或删去这一行",
        "单独一行“:::”用来结束边栏，前面要有一行“::: sidebar”。",
    ),
    en=(
        "this `:::` closes nothing",
        "begin the sidebar with `::: sidebar`, or delete this line",
        "A line `:::` ends a sidebar; there must be a line `::: sidebar` before it.",
    ),
)

WIDE_FENCE = error(
    "A074",
    zh=(
        "这里的冒号是全角的，会原样印出来",
        "边栏的开头和结尾写三个半角冒号：“::: sidebar”和“:::”",
        "标记边栏的冒号要用英文输入法打。全角冒号是标点，会当成正文印出来。",
    ),
    en=(
        "these colons are full-width ones and would print",
        "begin and end a sidebar with three half-width colons: `::: sidebar` and `:::`",
        "The colons that mark a sidebar are those of the keyboard; full-width ones are punctuation "
        "and would print as copy.",
    ),
)

SHORT_FENCE = error(
    "A077",
    zh=(
        "不足三个冒号，不是边栏的开头或结尾，会原样印出来",
        "边栏的开头和结尾写三个冒号：“::: sidebar”和“:::”",
        "少于三个冒号的行是正文。夹在里面的文字也不会成为边栏。",
    ),
    en=(
        "fewer than three colons begin or end no sidebar and would print",
        "begin and end a sidebar with three colons: `::: sidebar` and `:::`",
        "A line with fewer than three colons is copy, and what stands between two of them is no "
        "sidebar.",
    ),
)

RULES = (
    UNKNOWN_CONTAINER,
    OPEN_CONTAINER,
    EMPTY_SIDEBAR,
    STRAY_FENCE,
    WIDE_FENCE,
    SHORT_FENCE,
)
