"""Faults of the house style and of layouts as a whole (L001 …)."""

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
        "没有名为“{name}”的字体角色",
        "fonts 里有：{known}",
        "样式里的 font 写 house.yaml 的 fonts 中的字体角色（如 song、hei），不写字体文件名。",
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

BAD_PLATE = error(
    "L020",
    zh=(
        "专色不能叫“{name}”",
        "用英文字母、数字、空格和 . + - _ 写，如 PANTONE 871 C",
        "专色名是印版的名字，制版流程靠它认版；中文和 / ( ) # 等符号在不同的制版机上会变成乱码，"
        "甚至变成两块版。",
    ),
    en=(
        "a spot colour cannot be called `{name}`",
        "use letters, digits, spaces and . + - _, as in PANTONE 871 C",
        "The name is that of a plate, and platesetters know plates by it. Chinese characters and "
        "signs such as / ( ) # come out as something else, or as two plates.",
    ),
)

PROCESS_PLATE = error(
    "L021",
    zh=(
        "“{name}”不是专色的名字",
        "四色写在 cmyk 里；专色另取名字，如 PANTONE 871 C",
        "Cyan、Magenta、Yellow、Black 是四色版，All 是套准色，None 是不印的版，都不能当专色用。",
    ),
    en=(
        "`{name}` is no name of a spot colour",
        "write process inks under `cmyk`; give the spot a name such as PANTONE 871 C",
        "Cyan, Magenta, Yellow and Black are the process plates, All is registration colour and "
        "None is no plate at all; none of them can be a spot colour.",
    ),
)

SPOT_CLASH = error(
    "L022",
    zh=(
        "专色“{plate}”有两种 cmyk 替代色",
        "让同一专色的各处写同样的 cmyk，浓淡用 tint",
        "一个专色只有一块版，替代色也只能有一种；两种替代色的文件会被印厂退回。",
    ),
    en=(
        "the spot colour `{plate}` has two different `cmyk` alternates",
        "write the same `cmyk` for the same spot everywhere, and `tint` for lighter ones",
        "A spot colour is one plate and so has one alternate; shops send files with two back.",
    ),
)

GAP_ORDER = error(
    "L023",
    zh=(
        "gap 的三个数 {found} 不是由小到大",
        "依次写最小、标准、最大：[{wanted}]",
        "typography 的 gap 是汉字与西文之间最小、标准、最大的间距，以字计。挤紧时不小于第一个数，"
        "拉开时不大于第三个，所以必须由小到大，相等也可以。",
    ),
    en=(
        "the three numbers of `gap`, {found}, do not ascend",
        "write least, natural and most: [{wanted}]",
        "`gap` under `typography` is the least, natural and most space between Han and Western "
        "text, in em. Lines squeeze it to the first and widen it to the third, so that they must "
        "ascend; they may be equal.",
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
    UNKNOWN_MASTER,
    PAGE_COUNT,
    EXTENDS_CYCLE,
    REMOVES_NOTHING,
    TYPE_AREA,
    BAD_PLATE,
    PROCESS_PLATE,
    SPOT_CLASH,
    GAP_ORDER,
)
