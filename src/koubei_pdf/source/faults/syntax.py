"""Faults of YAML as a notation (M020–M033)."""

from __future__ import annotations

from .wording import error

TAB = error(
    "M020",
    zh=(
        "缩进里有制表符（Tab）",
        "把这一行开头的制表符换成空格",
        "YAML 用空格表示层次，不接受制表符。可以在编辑器里打开“用空格代替制表符”。",
    ),
    en=(
        "a tab in the indentation",
        "replace the tabs at the start of this line by spaces",
        "YAML shows levels by spaces and refuses tabs. Most editors can insert spaces for tabs.",
    ),
)

WIDE_COLON = error(
    "M021",
    zh=(
        "名称后面用了全角冒号“：”",
        "改成半角冒号加一个空格“: ”",
        "YAML 只认半角冒号。中文输入法打出的全角冒号会被当成文字的一部分。",
    ),
    en=(
        "a full-width colon `：` after a key",
        "write an ASCII colon and a space",
        "YAML knows only the ASCII colon; the full-width one is taken as part of the text.",
    ),
)

SECOND_COLON = error(
    "M022",
    zh=(
        "这里不能再出现半角冒号",
        "文字里有半角冒号时，给整段文字加上引号；如果是新的一项，检查它的缩进",
        "YAML 把“冒号加空格”当作名称的结束，所以一行里出现第二个，或者缩进比上一行深，就读不通。",
    ),
    en=(
        "a second `: ` is not allowed here",
        "put the text in quotes, or mend the indentation if this is a new key",
        "YAML takes a colon with a space as the end of a key: a second one on the line, or a line "
        "that is indented deeper than its neighbour, makes no sense to it.",
    ),
)

OPEN_QUOTE = error(
    "M023",
    zh=(
        "这个引号没有配对",
        "在文字末尾补上同样的引号",
        "以半角引号开头的文字，要以同样的引号结束。单引号里面的单引号要写两次。",
    ),
    en=(
        "this quote is never closed",
        "add the same quote at the end of the text",
        "Text that begins with a quote ends with the same one. "
        "Within single quotes a single quote is written twice.",
    ),
)

OPEN_BRACKET = error(
    "M024",
    zh=(
        "这个括号里少了逗号，或没有配对",
        "用半角逗号隔开各项，并补上右括号",
        "方括号和花括号里的各项用半角逗号隔开；文字里有逗号、冒号或括号时要加引号。",
    ),
    en=(
        "a comma is missing in this bracket, or it is never closed",
        "put commas between the items and close the bracket",
        "Items in brackets and braces are parted by ASCII commas; "
        "text that holds a comma, a colon or a bracket needs quotes.",
    ),
)

NO_COLON = error(
    "M025",
    zh=(
        "这一行不是“名称: 值”",
        "写成“名称: 值”；如果是上一行文字的延续，把它缩进到上一行之内",
        "名称之后要有半角冒号和空格。很长的文字可以换行，但后面几行要比它的名称缩进得深。",
    ),
    en=(
        "this line is not `key: value`",
        "write `key: value`, or indent the line if it continues the text above",
        "A key is followed by a colon and a space. Long text may run over several lines, but they "
        "are indented deeper than its key.",
    ),
)

INDENTATION = error(
    "M026",
    zh=(
        "这一行的缩进和上文对不上",
        "让它和同一层的各行左边对齐",
        "同一层的各项要缩进同样多的空格，列表的短横线也一样。短横线不能和名称写在同一行。",
    ),
    en=(
        "this line's indentation fits nothing above",
        "align it with the lines of its level",
        "Items of one level are indented by the same number of spaces, list dashes too. "
        "A list dash cannot stand on the line of its key.",
    ),
)

BAD_START = error(
    "M027",
    zh=(
        "文字不能以“{character}”开头",
        "给整段文字加上引号",
        "@ ` % & * ! | > [ , 等符号和花括号在 YAML 里另有用途，以它们开头的文字要加引号。",
    ),
    en=(
        "text cannot begin with `{character}`",
        "put the text in quotes",
        "Signs such as @ ` % & * ! | > [ and braces have a meaning in YAML; text that begins "
        "with one needs quotes.",
    ),
)

BAD_ESCAPE = error(
    "M028",
    zh=(
        "双引号里不认识的反斜杠写法",
        "改用单引号，或把“\\”写成“\\\\”",
        "双引号里的反斜杠表示转义，例如“\\n”是换行。单引号里的反斜杠就是它自己。",
    ),
    en=(
        "an unknown backslash escape in double quotes",
        "use single quotes, or write `\\\\` for a backslash",
        "Within double quotes a backslash begins an escape, as `\\n` for a new line. "
        "Within single quotes it stands for itself.",
    ),
)

UNKNOWN_ALIAS = error(
    "M029",
    zh=(
        "没有可以引用的“&{name}”",
        "先用“&{name}”标出要引用的内容；如果星号是文字，给整段文字加上引号",
        "“*名称”引用前面用“&名称”标出的内容，不能引用后面的，也不能在一处内容里引用它自己。",
    ),
    en=(
        "nothing before this is marked `&{name}`",
        "mark it with `&{name}` first, or put the text in quotes",
        "`*name` repeats what was marked `&name` further up, never what comes later or what it "
        "is itself a part of.",
    ),
)

FEATURE = error(
    "M030",
    zh=(
        "这里不用 YAML 的“{what}”",
        "去掉它，直接写出内容；要沿用别处的设置，版式用 extends，样式用 like",
        "koubei-pdf 只用 YAML 中一眼能看懂的部分：名称、文字、列表，以及 & 和 * 引用。"
        "标签、合并、多份文档、复杂的名称都不用。",
    ),
    en=(
        "`{what}` of YAML is not used here",
        "leave it out and write the content itself; layouts inherit by extends, styles by like",
        "koubei-pdf uses the part of YAML that reads at a glance: keys, texts, lists, and & with "
        "*. Tags, merge keys, several documents in a file and complex keys have no place.",
    ),
)

TOO_DEEP = error(
    "M031",
    zh=(
        "层次太深，超过了 {limit} 层",
        "检查括号和缩进",
        "清单和版式不过五六层。层次这么深，多半是括号重复或文件损坏。",
    ),
    en=(
        "nested deeper than {limit} levels",
        "check brackets and indentation",
        "Manifests and layouts have five or six levels. Such depth comes from repeated brackets "
        "or a damaged file.",
    ),
)

TOO_MANY = error(
    "M032",
    zh=(
        "内容展开后超过 {limit} 项",
        "减少“*”引用，或把文件拆开",
        "引用套引用会让内容成倍增长，很小的文件也能撑满内存，所以设了上限。",
    ),
    en=(
        "more than {limit} items once aliases are expanded",
        "use fewer aliases, or split the file",
        "Aliases of aliases multiply: a tiny file can fill the memory. Hence the limit.",
    ),
)

BAD_YAML = error(
    "M033",
    zh=(
        "YAML 写法有误（{problem}）",
        "检查这一行和上一行的引号、冒号、缩进",
        "YAML 解析器在这里读不下去，括号里是它给出的原因。错误有时出在前一行。",
    ),
    en=(
        "this is not valid YAML ({problem})",
        "check quotes, colons and indentation of this line and the one above",
        "The YAML parser stopped here; its reason stands in parentheses. "
        "At times the mistake is on the line before.",
    ),
)

DUPLICATE_KEY = error(
    "M034",
    zh=(
        "“{key}”写了两次，第一次在第 {line} 行",
        "留下一个，删去或改名另一个",
        "同一层里同名的两项，只有一项能起作用。与其悄悄丢掉一项，不如请你决定留哪一项。",
    ),
    en=(
        "`{key}` stands here twice, first on line {line}",
        "keep one of the two, and delete or rename the other",
        "Of two equal keys on one level only one can count. "
        "Rather than drop one silently, koubei-pdf asks which is meant.",
    ),
)

RULES = (
    TAB,
    WIDE_COLON,
    SECOND_COLON,
    OPEN_QUOTE,
    OPEN_BRACKET,
    NO_COLON,
    INDENTATION,
    BAD_START,
    BAD_ESCAPE,
    UNKNOWN_ALIAS,
    FEATURE,
    TOO_DEEP,
    TOO_MANY,
    BAD_YAML,
    DUPLICATE_KEY,
)
