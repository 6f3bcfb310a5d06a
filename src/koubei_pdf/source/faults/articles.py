"""Faults of articles: their head and their Markdown (A…)."""

from __future__ import annotations

from .wording import error, warning

NO_HEAD = error(
    "A001",
    zh=(
        "文章开头没有信息栏",
        "第一行写“---”，接着写 title 和 section，再写一行“---”",
        "信息栏写明标题、栏目、署名、图片等，夹在两行“---”之间，必须从文件的第一行开始。",
    ),
    en=(
        "the article has no head",
        "begin the file with a line `---`, then title and section, then `---`",
        "The head says title, section, byline, pictures and so on. It stands between two lines "
        "`---`, the first of which is the file's first line.",
    ),
)

OPEN_HEAD = error(
    "A002",
    zh=(
        "文章开头的信息栏没有结束",
        "在正文之前补一行“---”",
        "信息栏从第一行“---”开始，到下一行“---”为止。缺了后一行，就分不清哪里是正文。",
    ),
    en=(
        "the article's head is never closed",
        "add a line `---` before the text",
        "The head runs from the first line `---` to the next. "
        "Without that, nothing says where the text begins.",
    ),
)

UNKNOWN_SECTION = error(
    "A003",
    zh=(
        "没有名为“{name}”的栏目",
        "已有的栏目：{known}",
        "文章的 section 写栏目的 id，即 issue.yaml 里 sections 下各项的 id。",
    ),
    en=(
        "no section is named `{name}`",
        "known here: {known}",
        "An article's section is the id of one of the `sections` in issue.yaml.",
    ),
)

NO_COPY = error(
    "A004",
    zh=(
        "文章没有正文",
        "在信息栏之后写正文，或从清单里删去这篇文章",
        "信息栏之后没有文字，也没有人物（people），这一篇就没有东西可排。",
    ),
    en=(
        "the article has no text",
        "write the text after the head, or take the article out of the manifest",
        "Nothing follows the head, and there are no people: nothing would be printed.",
    ),
)

TOO_LONG = error(
    "A005",
    zh=(
        "文章有 {count} 字，超过了 {limit} 字的上限",
        "把它拆成几篇",
        "十万字是一本书，不是一篇文章。确认没有把别的文件当成文稿。",
    ),
    en=(
        "the article has {count} characters, more than {limit}",
        "split it into several",
        "A hundred thousand characters are a book. Check that this is the right file.",
    ),
)

BAD_FOCUS = error(
    "A006",
    zh=(
        "看不懂 focus“{found}”",
        "写成 [横, 竖] 两个 0 到 1 之间的数，例如 [0.5, 0.3]",
        "focus 是裁切时要保留的那一点，从左上角算起，占图片宽和高的几分之几。[0.5, 0.5] 是正中。",
    ),
    en=(
        "`{found}` is not a focus",
        "write [x, y], two numbers from 0 to 1, such as [0.5, 0.3]",
        "The focus is the point that a crop keeps, as fractions of the picture's width and height "
        "from its top left corner. [0.5, 0.5] is the middle.",
    ),
)

BAD_FOCUS_BOX = error(
    "A007",
    zh=(
        "看不懂 focus_box“{found}”",
        "写成 [左, 上, 右, 下] 四个 0 到 1 之间的数，例如 [0.3, 0.1, 0.7, 0.6]",
        "focus_box 是裁切时绝不能切到的部分，从左上角算起，占图片宽和高的几分之几；"
        "左小于右，上小于下。",
    ),
    en=(
        "`{found}` is not a focus box",
        "write [left, top, right, bottom], four numbers from 0 to 1, such as [0.3, 0.1, 0.7, 0.6]",
        "The focus box is what a crop never cuts into, as fractions of the picture's width and "
        "height from its top left corner; left is less than right, top less than bottom.",
    ),
)

BAD_CONTOUR = error(
    "A008",
    zh=(
        "看不懂 contour“{found}”",
        "依次写出至少三个角，每个是 [横, 竖]，例如 [[0.5, 0], [1, 1], [0, 1]]",
        "contour 是文字绕排的轮廓：一串角，从左上角算起，占图片宽和高的几分之几，围出一块面积。",
    ),
    en=(
        "`{found}` is not a contour",
        "list three corners or more, each as [x, y], such as [[0.5, 0], [1, 1], [0, 1]]",
        "The contour is the outline that text runs around: corners in order, as fractions of the "
        "picture's width and height from its top left corner, which enclose an area.",
    ),
)

IMAGE = error(
    "A010",
    zh=(
        "正文里不能插入图片",
        "把图片写进信息栏的 pictures，位置由版式决定",
        "刊物里图片的位置和大小由版式统一安排，正文只管文字。",
    ),
    en=(
        "pictures cannot stand in the text",
        "list the picture under `pictures` in the head; the layout places it",
        "A layout says where pictures stand and how large; the text is only text.",
    ),
)

LINK = error(
    "A011",
    zh=(
        "正文里不能有链接",
        "只留文字；网址要印出来就直接写；方括号本身写成“\\[”",
        "印在纸上的文字点不开，链接里的网址会悄悄丢失。",
    ),
    en=(
        "links cannot stand in the text",
        "keep the words, write out an address that shall print, or write `\\[` for a bracket",
        "Nobody can follow a link on paper, and its address would be lost.",
    ),
)

HTML = error(
    "A012",
    zh=(
        "正文里不能有 HTML",
        "删去标签；尖括号本身写成“\\<”，书名用《》",
        "HTML 标签在纸上没有意义，也不会起作用。",
    ),
    en=(
        "HTML cannot stand in the text",
        "delete the tag, or write `\\<` for a bracket",
        "An HTML tag has no meaning on paper and no effect here.",
    ),
)

CODE = error(
    "A013",
    zh=(
        "正文里不能有代码",
        "删去反引号；反引号本身写成“\\`”",
        "刊物没有代码的样式。多半是把引号打成了反引号。",
    ),
    en=(
        "code cannot stand in the text",
        "delete the backticks, or write \\` for one",
        "A magazine has no style for code. Most likely a quotation mark was meant.",
    ),
)

BREAK_LINE = error(
    "A015",
    zh=(
        "正文里不能有分隔线",
        "删去这一行，或改用小标题“## ”",
        "段落之间的停顿用小标题或版式来表示。",
    ),
    en=(
        "rules cannot stand in the text",
        "delete this line, or write a heading with `## `",
        "A pause between paragraphs is shown by a heading or by the layout.",
    ),
)

HEADING_LEVEL = error(
    "A016",
    zh=(
        "正文里没有 {level} 级标题",
        "用“## ”或“### ”",
        "一级标题是文章的题目，写在信息栏的 title 里；正文里的小标题只有两级和三级两种样式。",
    ),
    en=(
        "the text has no headings of level {level}",
        "use `## ` or `### `",
        "Level 1 is the article's title and stands in the head; "
        "within the text there are styles for levels 2 and 3.",
    ),
)

UNDERLINED = error(
    "A017",
    zh=(
        "这一行会把上面的文字变成标题",
        "小标题写成“## …”；如果是分隔线，删去它",
        "文字下面紧接一行“---”或“===”，在 Markdown 里就把这段文字变成了标题，多半不是本意。",
    ),
    en=(
        "this line turns the text above it into a heading",
        "write a heading as `## …`, or delete the line",
        "In Markdown a line of `---` or `===` right under a text makes a heading of it, "
        "which is seldom meant.",
    ),
)

NESTED = error(
    "A018",
    zh=(
        "引文和列表里只能有段落",
        "把里面的标题、列表或引文移到外面",
        "列表套列表、引文里的标题等，在版面上没有对应的样式。",
    ),
    en=(
        "quotations and lists hold paragraphs only",
        "move the heading, list or quotation out of it",
        "There is no style for a list in a list or a heading in a quotation.",
    ),
)

STRAY_MARK = warning(
    "A019",
    zh=(
        "这里的“{mark}”没有配对，会原样印出来",
        "补上另一半，或删去；星号本身写成“\\*”",
        "“*”“**”成对使用才表示强调和加重，而且紧贴文字，里面不能先有空格。"
        "字母、数字之间（2*3）和两边都是空格的星号（5 * 3）是字，不会报告。",
    ),
    en=(
        "this `{mark}` has no partner and will print as it stands",
        "add the other one or delete it; write `\\*` for an asterisk",
        "A pair of `*` or `**` makes emphasis, close to the words without a space inside. An "
        "asterisk between letters or digits (2*3) or between spaces (5 * 3) is a character and not "
        "reported.",
    ),
)

EMPTY_HEADING = error(
    "A020",
    zh=(
        "小标题没有文字",
        "写上文字，或删去这一行",
        "只有“#”而没有文字的行，多半是没写完。",
    ),
    en=(
        "the heading has no text",
        "write its text, or delete the line",
        "A line of `#` without text is mostly unfinished.",
    ),
)

BARE_HEADING = warning(
    "A078",
    zh=(
        "这个小标题下面没有正文",
        "在它下面写上正文，或删去这个小标题",
        "小标题要领起下面的文字：文章（或边栏）以小标题结束，或者两个同级的小标题连在一起，多半是没写完。"
        "二级标题后面紧跟三级标题，不会报告。",
    ),
    en=(
        "there is no copy below this heading",
        "write its copy, or delete the heading",
        "A heading leads into copy. One that ends its article or sidebar, or is followed by "
        "another of its own level, is mostly unfinished. A heading of level 3 may follow one "
        "of level 2.",
    ),
)

RULES = (
    NO_HEAD,
    OPEN_HEAD,
    UNKNOWN_SECTION,
    NO_COPY,
    TOO_LONG,
    BAD_FOCUS,
    BAD_FOCUS_BOX,
    BAD_CONTOUR,
    IMAGE,
    LINK,
    HTML,
    CODE,
    BREAK_LINE,
    HEADING_LEVEL,
    UNDERLINED,
    NESTED,
    STRAY_MARK,
    EMPTY_HEADING,
    BARE_HEADING,
)
