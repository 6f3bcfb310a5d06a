"""Faults of layouts: the house style, frames and boxes (L…)."""

from __future__ import annotations

from .wording import error

UNKNOWN_COLOUR = error(
    "L001",
    zh=(
        "没有名为“{name}”的颜色",
        "已有的颜色：{known}",
        "颜色在 house.yaml 的 colours 里定义；section 和 section-text 表示文章所属栏目的颜色。",
    ),
    en=(
        "no colour is named `{name}`",
        "known here: {known}",
        "Colours are defined under `colours` in house.yaml; "
        "`section` and `section-text` stand for those of the article's section.",
    ),
)

BAD_COLOUR = error(
    "L002",
    zh=(
        "看不懂颜色“{found}”",
        "写颜色名，后面可以加深浅：blue 或 blue 25",
        "颜色写它在 colours 里的名称，空一格再写 0 到 100 的百分数，就是它的浅色。",
    ),
    en=(
        "`{found}` is not a colour",
        "write a name, perhaps with a tint: blue or blue 25",
        "A colour is its name in `colours`; "
        "a number from 0 to 100 after it makes a tint in per cent.",
    ),
)

BAD_HEX = error(
    "L003",
    zh=(
        "“{found}”不是 #rrggbb 形式的颜色",
        '写成加引号的六位十六进制数，例如 "#16498b"',
        "rgb 是插图里代表这种颜色的 RGB 值。# 在 YAML 里表示注释，所以必须加引号。",
    ),
    en=(
        "`{found}` is not a colour of the form #rrggbb",
        'write six hexadecimal digits in quotes, such as "#16498b"',
        "rgb is the value that stands for this colour in drawings. "
        "It needs quotes, since # begins a comment in YAML.",
    ),
)

RESERVED_COLOUR = error(
    "L004",
    zh=(
        "颜色不能叫“{name}”",
        "换一个名称",
        "section 和 section-text 表示文章所属栏目的颜色和它的小字颜色，不能再定义成固定的颜色。",
    ),
    en=(
        "a colour cannot be named `{name}`",
        "choose another name",
        "`section` and `section-text` stand for the colours of the article's section and of its "
        "small type; they cannot be fixed colours.",
    ),
)

UNKNOWN_FONT = error(
    "L005",
    zh=(
        "没有名为“{name}”的字体",
        "fonts 里有：{known}",
        "样式里的 font 写 house.yaml 的 fonts 中的名称（如 song、hei），不写字体文件名。",
    ),
    en=(
        "no font role is named `{name}`",
        "known here: {known}",
        "A style names a role of `fonts` in house.yaml (song, hei …), not a font file.",
    ),
)

UNKNOWN_STYLE = error(
    "L006",
    zh=(
        "没有名为“{name}”的样式",
        "已有的样式：{known}",
        "样式在 house.yaml 或版式自己的 styles 里定义。",
    ),
    en=(
        "no style is named `{name}`",
        "known here: {known}",
        "Styles are defined under `styles` in house.yaml or in the layout itself.",
    ),
)

STYLE_CYCLE = error(
    "L007",
    zh=(
        "样式“{name}”绕一圈继承了自己（{path}）",
        "改掉其中一个 like",
        "like 表示“和另一个样式一样，除了……”，绕成一圈就没有起点了。",
    ),
    en=(
        "style `{name}` inherits from itself ({path})",
        "change one of these `like`",
        "`like` means the same as another style except for what follows; a circle has no start.",
    ),
)

UNKNOWN_KIND = error(
    "L008",
    zh=(
        "没有“{name}”这种框",
        "可以写的有：{known}",
        "kind 说明框里放什么，例如正文、文字、图片、目录。",
    ),
    en=(
        "no frame kind is named `{name}`",
        "known here: {known}",
        "The kind of a frame says what fills it: the text, a line of words, a picture, a list.",
    ),
)

UNKNOWN_MASTER = error(
    "L009",
    zh=(
        "没有名为“{name}”的主页",
        "masters 里有：{known}；不要主页就写 none",
        "主页是各版式共用的页眉、页码等，在 house.yaml 的 masters 里定义。",
    ),
    en=(
        "no master is named `{name}`",
        "known here: {known}, or none",
        "Masters hold what pages share, as folios, and are defined in house.yaml.",
    ),
)

PAGE_COUNT = error(
    "L010",
    zh=(
        "版式不能有 {found} 页",
        "写 1，或双数",
        "版式是一个单页，或一个、几个对页（2、4、6……页）。",
    ),
    en=(
        "a layout cannot have {found} pages",
        "write 1 or an even number",
        "A layout is a single page, or one or more spreads of two.",
    ),
)

EXTENDS_CYCLE = error(
    "L011",
    zh=(
        "版式“{name}”绕一圈继承了自己（{path}）",
        "改掉其中一个 extends",
        "extends 表示以另一个版式为底本，绕成一圈就没有底本了。",
    ),
    en=(
        "layout `{name}` extends itself ({path})",
        "change one of these `extends`",
        "`extends` starts from another layout; a circle has no start.",
    ),
)

REMOVES_NOTHING = error(
    "L012",
    zh=(
        "底本里没有“{name}”可删",
        "补上内容，或改正名称；底本里有：{known}",
        "版式、样式继承底本之后，名称后面空着（或写 null）表示删去底本的这一项。"
        "底本里没有这一项，多半是拼错了。",
    ),
    en=(
        "nothing named `{name}` to remove in what this extends",
        "write its value, or mend the name; there are: {known}",
        "In a layout or style that starts from another, an empty value (or null) removes a key of "
        "that other. If there is none, the name is mostly misspelt.",
    ),
)

BAD_EDGE = error(
    "L013",
    zh=(
        "看不懂 box 里的“{found}”",
        "写格数（12）、trim、trim+8mm、bleed、spine；上下两边还可以写“框名+1”",
        "box 的四个值依次是左、上、右、下。数字是版心里的字数（左右）或行数（上下）；"
        "trim、bleed、spine 是裁切线、出血线和书脊；上下两边还可以从另一个框算起。",
    ),
    en=(
        "`{found}` is not an edge of a box",
        "write grid units (12), trim, trim+8mm, bleed, spine, or for top and bottom FRAME+1",
        "A box is left, top, right and bottom. Numbers are characters (left, right) or lines "
        "(top, bottom) of the type area; trim, bleed and spine are the page's edges; "
        "top and bottom may hang on another frame.",
    ),
)

EMPTY_BOX = error(
    "L014",
    zh=(
        "box 里放不下东西：从 {start} 到 {end}",
        "检查四个值的次序：左、上、右、下",
        "右边的值要大于左边，下边的要大于上边。",
    ),
    en=(
        "the box has no extent: from {start} to {end}",
        "check the order: left, top, right, bottom",
        "Right must be greater than left, and bottom greater than top.",
    ),
)

UNKNOWN_FRAME = error(
    "L015",
    zh=(
        "没有名为“{name}”的框",
        "这个版式里有：{known}",
        "一个框可以挂在同一版式的另一个框下面，要写那个框的名称。",
    ),
    en=(
        "no frame is named `{name}`",
        "known here: {known}",
        "A frame can hang on another frame of the same layout, by its name.",
    ),
)

FRAME_CYCLE = error(
    "L016",
    zh=(
        "框“{name}”的位置绕一圈又取决于自己（{path}）",
        "给其中一个框写上固定的行数",
        "几个框互相挂靠，总要有一个先定下位置。",
    ),
    en=(
        "the place of frame `{name}` depends on itself ({path})",
        "give one of these frames a fixed row",
        "Of frames that hang on each other one must have a place of its own.",
    ),
)

FRAME_PAGE = error(
    "L017",
    zh=(
        "框“{frame}”在第 {page} 页，而版式只有 {pages} 页",
        "改正 page，或增加版式的页数",
        "page 从版式的第一页数起，不是刊物的页码。",
    ),
    en=(
        "frame `{frame}` is on page {page} of a layout of {pages}",
        "mend `page`, or give the layout more pages",
        "`page` counts from the first page of the layout, not of the issue.",
    ),
)

TYPE_AREA = error(
    "L018",
    zh=(
        "版心 {area} mm，超出了 {paper} mm 的纸面",
        "减少字数或行数，或缩小字号、行距和页边",
        "版心加上订口和天头的留白，要在成品尺寸之内。",
    ),
    en=(
        "the type area needs {area} mm on a page of {paper} mm",
        "lessen columns or rows, the em, the row or the margins",
        "The type area with its margins at the spine and the head must lie within the trim size.",
    ),
)

NOT_ACROSS = error(
    "L019",
    zh=(
        "框“{frame}”不在左页上，不能跨页",
        "把它放在左页（page 是单数，版式不止一页），或删去 across",
        "across 表示框从左页跨到右页，右边的值从右页量起，所以框要写在对页的左页上。",
    ),
    en=(
        "frame `{frame}` is not on a left page and cannot reach across",
        "put it on a left page (odd `page` of a spread), or delete `across`",
        "`across` lets a frame of a left page reach over the gutter; "
        "its right edge is measured on the facing page.",
    ),
)

RULES = (
    UNKNOWN_COLOUR,
    BAD_COLOUR,
    BAD_HEX,
    RESERVED_COLOUR,
    UNKNOWN_FONT,
    UNKNOWN_STYLE,
    STYLE_CYCLE,
    UNKNOWN_KIND,
    UNKNOWN_MASTER,
    PAGE_COUNT,
    EXTENDS_CYCLE,
    REMOVES_NOTHING,
    BAD_EDGE,
    EMPTY_BOX,
    UNKNOWN_FRAME,
    FRAME_CYCLE,
    FRAME_PAGE,
    TYPE_AREA,
    NOT_ACROSS,
)
