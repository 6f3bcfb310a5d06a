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

OTHER_EMPHASIS = warning(
    "A055",
    zh=(
        "“{found}”不是强调，记号会原样印出来",
        "改成“*{text}*”（楷体）或“**{text}**”（黑体），用半角的星号",
        "强调只用半角的星号。下划线和汉字相连时不成强调，全角的星号是普通字符。",
    ),
    en=(
        "`{found}` is no emphasis: its marks will print as they stand",
        "write `*{text}*` (Kai) or `**{text}**` (Hei) with half-width asterisks",
        "Emphasis is between half-width asterisks. Underscores beside Han make none, and a "
        "full-width asterisk is a character like others.",
    ),
)

OTHER_RAISED = warning(
    "A056",
    zh=(
        "“{found}”在这里不是上标或下标，会原样印出来",
        "改成“[{text}]{{.{kind}}}”",
        "上标的类名是 .sup，下标的是 .sub；“^”“~”没有特别的意思。",
    ),
    en=(
        "`{found}` is no superscript or subscript here and will print as it stands",
        "write `[{text}]{{.{kind}}}`",
        "Superscripts have the class `.sup`, subscripts `.sub`; `^` and `~` mean nothing.",
    ),
)

HAN_SPACE = warning(
    "A057",
    zh=(
        "汉字之间有空格",
        "删去空格",
        "汉字之间不空格（CLREQ），印出来是一个洞，两端对齐时还会拉宽。"
        "标题里的空格表示可以在此换行，不在此列。",
    ),
    en=(
        "a space between Han characters",
        "delete the space",
        "No spaces stand between Han (CLREQ): in print it is a hole, which justification widens. "
        "Those in titles and headings, where a line may end, are not meant.",
    ),
)

DOUBLED_MARK = warning(
    "A059",
    zh=(
        "标点“{found}”重复了",
        "只留一个；省略号写成“……”",
        "两个点号相连，多半是改稿时留下的。",
    ),
    en=(
        "`{found}` are marks in a row",
        "keep one of them; an ellipsis is `……`",
        "Two stops in a row are mostly left over from an edit.",
    ),
)

UNPAIRED_MARK = warning(
    "A058",
    zh=(
        "标点 {mark} 在这一段里没有与它成对的 {other}",
        "补上 {other} 或删去它；跨段的引文每段开头写一个前引号，最后一段末尾写后引号",
        "引号、书名号、括号成对使用，开头和结尾在同一段里（GB/T 15834）。少了一半，就不知道引文到"
        "哪里为止。英文的撇号、数字后面的英寸号和“1）”这样的序号不在此列。",
    ),
    en=(
        "`{mark}` has no `{other}` in this paragraph",
        "add `{other}` or delete it; a quotation of several paragraphs opens each of them, and "
        "closes in the last",
        "Quotation marks, book-title marks and brackets stand in pairs, both in one paragraph "
        "(GB/T 15834). Without one half nobody knows where a quotation or a title ends. "
        "Apostrophes, inches after a digit and the numbers of items, such as `1）`, are not meant.",
    ),
)

TURNED_MARKS = warning(
    "A075",
    zh=(
        "标点 {found} 的方向不对",
        "改成 {wanted}",
        "前一半开头，后一半结尾。有的输入法和软件会把引号的方向弄反。",
    ),
    en=(
        "the pair `{found}` faces the wrong way",
        "write `{wanted}`",
        "The first of a pair opens and the second closes. Some input methods and programs turn "
        "quotation marks the wrong way.",
    ),
)

EMPTY_ITEM = error(
    "A076",
    zh=(
        "这一行只有“{mark}”，后面没有文字",
        "写上文字，或删去这一行；记号本身写成“\\{mark}”",
        "这样的记号开始列表的一项或一段引文。没有文字就什么也印不出来，记号也会悄悄消失。",
    ),
    en=(
        "nothing follows `{mark}`",
        "write its text or delete the line; write `\\{mark}` for the mark itself",
        "Such a mark begins an item of a list or a quotation. Without text nothing would be "
        "printed, and the mark would vanish, too.",
    ),
)

NOTATION_IN_HEAD = warning(
    "A079",
    zh=(
        "“{found}”写在头里，会原样印出来",
        "头里的文字只写字：删去记号；要加注、加重点的，写在正文里",
        "注号、行内样式和强调的写法只在正文里有效；标题、副题、图注等头里的文字照写的样子印。",
    ),
    en=(
        "`{found}` stands in a head and will print as it is written",
        "write the words alone in a head; notes, emphasis and spans belong in the copy",
        "Notes, spans, emphasis and links have a meaning in copy only. Titles, captions and other "
        "texts of a head print as they are written.",
    ),
)

RULES = (
    NOTATION_IN_HEAD,
    HEADING_SPACE,
    TASK,
    STRUCK,
    NARROW_MARK,
    LINE_MARK,
    OTHER_EMPHASIS,
    OTHER_RAISED,
    HAN_SPACE,
    UNPAIRED_MARK,
    DOUBLED_MARK,
    TURNED_MARKS,
    EMPTY_ITEM,
)
