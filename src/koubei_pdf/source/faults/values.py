"""Faults of keys and values, in any of the YAML files (M040–M052)."""

from __future__ import annotations

from ...model.diagnostics import Bilingual
from .wording import error

UNKNOWN_KEY = error(
    "M040",
    zh=(
        "没有“{name}”这一项",
        "可以写的有：{known}",
        "不认识的项不会起任何作用，多半是拼错了，或写错了层次。宁可报错，也不悄悄忽略。",
    ),
    en=(
        "unknown key `{name}`",
        "known here: {known}",
        "An unknown key would have no effect; most are misspelt or stand on the wrong level. "
        "koubei-pdf reports them rather than ignore them.",
    ),
)

MISSING_KEY = error(
    "M041",
    zh=(
        "缺少“{key}”",
        "补上一行“{key}: …”",
        "这一项没有默认值，必须写明。",
    ),
    en=(
        "missing key `{key}`",
        "add a line `{key}: …`",
        "This key has no default and must be written.",
    ),
)

EMPTY_VALUE = error(
    "M042",
    zh=(
        "“{key}”后面是空的",
        "补上内容，或删去这一行",
        "写了名称却没有内容，无法判断是忘了写还是不需要。不需要时删去整行。",
    ),
    en=(
        "`{key}` is empty",
        "write its value, or delete the line",
        "A key without a value leaves open whether it was forgotten or is not needed. "
        "Delete the line if it is not.",
    ),
)

#: Help that replaces the rule's own for a key that must be there.
MUST_BE_FILLED = Bilingual("补上内容，这一项不能缺", "write its value: this key is required")

WANT_MAPPING = error(
    "M043",
    zh=(
        "“{key}”下面应是一行行的“名称: 值”",
        "写成缩进的“名称: 值”，或 {{名称: 值}}",
        "这一项由几个有名称的小项组成，不能是一段文字或一个列表。",
    ),
    en=(
        "`{key}` must hold `key: value` lines",
        "write indented `key: value` lines, or {{key: value}}",
        "It is made of named parts, so it cannot be a text or a list.",
    ),
)

WANT_LIST = error(
    "M044",
    zh=(
        "“{key}”应是列表",
        "写成 [甲, 乙]，或每行一个“- ”",
        "这一项可以有好几个，要写成列表；只有一个时也一样。",
    ),
    en=(
        "`{key}` must be a list",
        "write [a, b], or one `- ` line each",
        "There may be several of these, so they are written as a list, even when there is one.",
    ),
)

WANT_TEXT = error(
    "M045",
    zh=(
        "“{key}”应是一段文字",
        "直接写文字；文字里有冒号、逗号、括号时加上引号",
        "这里要的是文字，而写的是列表或几个小项。文字里没有加引号的半角冒号、方括号也会造成这个错误。",
    ),
    en=(
        "`{key}` must be a text",
        "write the text itself, in quotes if it holds colons, commas or brackets",
        "A text is wanted, and a list or a mapping stands here. "
        "Unquoted colons and brackets within a text can be the cause.",
    ),
)

WANT_NUMBER = error(
    "M046",
    zh=(
        "“{key}”应是数字，不是“{found}”",
        "写成半角数字，例如 1.5",
        "数字用半角写，不带单位和千位分隔符。",
    ),
    en=(
        "`{key}` must be a number, not `{found}`",
        "write digits, such as 1.5",
        "Numbers are written in ASCII digits, without a unit or separators.",
    ),
)

WANT_INTEGER = error(
    "M047",
    zh=(
        "“{key}”应是整数，不是“{found}”",
        "写成半角整数，例如 2",
        "这里数的是页、栏、字、行之类，只能是整数。",
    ),
    en=(
        "`{key}` must be a whole number, not `{found}`",
        "write a whole number, such as 2",
        "Pages, columns, characters and lines are counted in whole numbers.",
    ),
)

WANT_FLAG = error(
    "M048",
    zh=(
        "“{key}”应是 true 或 false，不是“{found}”",
        "写 true（是）或 false（否）",
        "开关只有两种写法：true 和 false。",
    ),
    en=(
        "`{key}` must be true or false, not `{found}`",
        "write true or false",
        "A switch is written true or false, and no other way.",
    ),
)

WANT_LENGTH = error(
    "M049",
    zh=(
        "“{key}”应是长度，不是“{found}”",
        "写成 10pt、3mm、2cm、14Q，或“五号”这样的字号",
        "长度的单位有 pt（点）、mm（毫米）、cm（厘米）、Q（级，四分之一毫米）和号数；"
        "不写单位就是 pt。",
    ),
    en=(
        "`{key}` must be a length, not `{found}`",
        "write 10pt, 3mm, 2cm, 14Q or a Chinese size such as 五号",
        "Lengths are in pt, mm, cm, Q (a quarter of a millimetre) or Chinese sizes; "
        "without a unit they are pt.",
    ),
)

UNKNOWN_CHOICE = error(
    "M050",
    zh=(
        "“{key}”不能是“{name}”",
        "可以写的有：{known}",
        "这一项只有几种固定的写法。",
    ),
    en=(
        "`{key}` cannot be `{name}`",
        "known here: {known}",
        "Only a few values have a meaning here.",
    ),
)

OUT_OF_RANGE = error(
    "M051",
    zh=(
        "“{key}”的值 {found} 超出了范围",
        "这里可以写 {range}",
        "超出范围的值多半是少了小数点、弄错了单位，或把两个数写反了。",
    ),
    en=(
        "`{key}`: {found} is out of range",
        "allowed here: {range}",
        "Such a value mostly lacks a decimal point, has the wrong unit or changed places with "
        "another.",
    ),
)

WRONG_COUNT = error(
    "M052",
    zh=(
        "“{key}”要有 {count} 个值，这里有 {found} 个",
        "写满 {count} 个值，用半角逗号隔开",
        "这一项的值按固定的次序排列，不能多也不能少。全角逗号不能隔开两个值。",
    ),
    en=(
        "`{key}` takes {count} values, not {found}",
        "write {count} values with commas between them",
        "The values stand in a fixed order, no more and no fewer. "
        "A full-width comma does not part them.",
    ),
)

RULES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    EMPTY_VALUE,
    WANT_MAPPING,
    WANT_LIST,
    WANT_TEXT,
    WANT_NUMBER,
    WANT_INTEGER,
    WANT_FLAG,
    WANT_LENGTH,
    UNKNOWN_CHOICE,
    OUT_OF_RANGE,
    WRONG_COUNT,
)
