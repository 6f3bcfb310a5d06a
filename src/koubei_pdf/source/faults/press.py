"""Faults of press profiles (M080–M082, M095)."""

from __future__ import annotations

from .wording import error

UNKNOWN_PRESS = error(
    "M080",
    zh=(
        "没有叫“{name}”的印刷条件",
        "可以写的有：{known}；或写一个 .yaml 文件的路径",
        "印刷条件先在本期的 layouts/press 里找，再在程序自带的里面找。自己的文件可以放在前一处，"
        "或写出路径。",
    ),
    en=(
        "there is no press profile `{name}`",
        "known here: {known}; or name a .yaml file by its path",
        "A press profile is looked for in the issue's layouts/press, then among those that ship "
        "with the program. One of your own goes there, or is named by its path.",
    ),
)

NOT_FOR_PRESS = error(
    "M081",
    zh=(
        "“{path}”不是 CMYK 输出设备的 ICC 配置文件",
        "换成印厂给的 CMYK 输出配置文件（设备类别 prtr）",
        "印刷文件的输出意图要用描述印刷机的配置文件：类别是输出设备，颜色空间是 CMYK。"
        "显示器和 RGB 的配置文件不能用。",
    ),
    en=(
        "`{path}` is no ICC profile for CMYK output",
        "name the shop's profile for CMYK output (device class prtr)",
        "The output intent of a press file describes a press: the profile's class is output, its "
        "colour space CMYK. Profiles of monitors or of RGB do not serve.",
    ),
)

WRONG_ORDER = error(
    "M082",
    zh=(
        "“{key}”小于“{other}”",
        "把“{key}”改成不小于“{other}”的值",
        "裁切标记要画在出血之外；图片缩小的目标分辨率不能低于允许的最低分辨率。",
    ),
    en=(
        "`{key}` is less than `{other}`",
        "make `{key}` at least `{other}`",
        "Marks stand beyond the bleed, and pictures are not brought down to a resolution below "
        "the least that is allowed.",
    ),
)

TOO_RICH = error(
    "M095",
    zh=(
        "rich-black 的墨量共 {inks}%，超过 total-ink 的 {most}%",
        "减少 rich-black 里的墨，加起来不超过 {most}",
        "版面上大块的黑按 rich-black 印。它超过总墨量上限，每一处大块的黑都会通不过付印前检查，"
        "印出来不干、粘脏。",
    ),
    en=(
        "`rich-black` is {inks} % of ink, more than the {most} % of `total-ink`",
        "take ink out of `rich-black` until its sum is {most} or less",
        "Large blacks are printed in the rich black. Beyond the limit of total ink every one of "
        "them would be rejected by preflight: so much ink does not dry, and sets off.",
    ),
)

RULES = (UNKNOWN_PRESS, NOT_FOR_PRESS, WRONG_ORDER, TOO_RICH)
