"""Colours (X090–X099, X149)."""

from __future__ import annotations

from .wording import error, warning

ALTERNATE = error(
    "X090",
    "K1",
    zh=(
        "颜色空间 {what} 建立在 {base} 上，{standard} 不许",
        "让专色和索引色以 CMYK 为基础",
        "不印专色时要用替代色，替代色也必须是印刷色。",
    ),
    en=(
        "the colour space {what} is built on {base}, which {standard} forbids",
        "base spots and indexed colours on CMYK",
        "Where a spot is not printed its alternate is, which must be in press inks as well.",
    ),
)

RGB = error(
    "X091",
    "K2",
    zh=(
        "{object}用了 RGB 颜色",
        "转换成 CMYK 后重新导出",
        "印刷机没有红绿蓝墨。RGB 由印厂转换，颜色和墨量都不受控制。",
    ),
    en=(
        "{object} in RGB",
        "convert it to CMYK and export again",
        "A press has no red, green and blue. What the shop converts is out of control in colour "
        "and in ink.",
    ),
)

INDEPENDENT = error(
    "X092",
    "K2",
    zh=(
        "{object}用了 {family} 颜色，{standard} 不许",
        "转换成 CMYK 后重新导出",
        "PDF/X-1a 里只能有 CMYK、灰度和专色。",
    ),
    en=(
        "{object} in {family}, which {standard} forbids",
        "convert it to CMYK and export again",
        "PDF/X-1a holds CMYK, grey and spots alone.",
    ),
)

SAME_PROFILE = error(
    "X093",
    "K3",
    zh=(
        "{object}带有和输出意图相同的 ICC 配置文件",
        "改用不带配置文件的 CMYK",
        "带配置文件的 CMYK 会被再转换一次，黑字变成四色，叠印也失效。",
    ),
    en=(
        "{object} in CMYK with the output intent's own ICC profile",
        "use plain CMYK without a profile",
        "CMYK with a profile may be converted once more: black text becomes four inks and "
        "overprint fails.",
    ),
)

SPOT_DIFFERS = error(
    "X094",
    "K5",
    zh=(
        "专色 {name} 在文件里有几种定义",
        "统一这个专色的替代色",
        "同名的专色只能有一种替代色，否则打样时颜色不一。",
    ),
    en=(
        "the spot {name} is defined in several ways",
        "give it one alternate colour",
        "One name means one ink and one alternate, or proofs differ from place to place.",
    ),
)

COLORANTS = error(
    "X095",
    "K6",
    zh=(
        "多色空间里的专色 {name} 没有列入 Colorants",
        "重新导出 PDF/X-4",
        "不列出来，设备就不知道每种墨单独是什么颜色。",
    ),
    en=(
        "the spot {name} of a DeviceN space is not listed in its Colorants",
        "export it as PDF/X-4",
        "Without it a device does not know what each ink is by itself.",
    ),
)

REGISTRATION = error(
    "X096",
    "press",
    zh=(
        "{object}用了套版色",
        "改成单色黑或富黑",
        "套版色在每块版上都是实地，只用于裁切标记；用在页面里，墨量太大，还会蹭脏。",
    ),
    en=(
        "{object} in registration colour",
        "use black alone, or rich black",
        "Registration colour is solid on every plate and meant for marks: on the page it is far "
        "too much ink and smears.",
    ),
)

UNKNOWN_SPACE = error(
    "X097",
    "K1",
    zh=(
        "图片没有说明颜色空间",
        "重新导出 PDF",
        "不知道颜色空间，就不知道图片用什么墨印。",
    ),
    en=(
        "a picture names no colour space",
        "export the PDF anew",
        "Without a colour space nobody knows in which inks the picture prints.",
    ),
)

PROFILED_RGB = warning(
    "X098",
    "press",
    zh=(
        "{object}用了带 ICC 配置文件的 {family} 颜色，要由印厂转换",
        "自己转换成 CMYK 后重新导出，颜色和墨量才有把握",
        "PDF/X-4 和 X-3 允许这样的颜色，但由印厂的流程转换成 CMYK，印出来的样子自己看不到。",
    ),
    en=(
        "{object} in {family} with an ICC profile, which the shop has to convert",
        "convert it to CMYK and export again, to be sure of colour and ink",
        "PDF/X-4 and X-3 allow such colours, but the shop's workflow turns them into CMYK, unseen "
        "by you.",
    ),
)

OTHER_PROFILE = warning(
    "X099",
    "press",
    zh=(
        "{object}的 CMYK 带有另一个 ICC 配置文件，不是输出意图的那个",
        "按输出意图的印刷条件转换颜色，去掉配置文件后重新导出",
        "印厂的流程会把它重新分色：单色黑可能变成四色，总墨量也会变。",
    ),
    en=(
        "{object} in CMYK with an ICC profile that is not the output intent's",
        "convert them to the output intent's condition and export without the profile",
        "The shop's workflow separates them anew: black alone may become four inks, and the total "
        "ink changes.",
    ),
)

SPOT_NAMES = warning(
    "X149",
    "K5",
    zh=(
        "专色 {name} 和 {other} 像是同一种墨，名字不同就会出两块版",
        "是同一种墨就统一成一个名字",
        "名字只差空格、大小写或标点，或是潘通（PANTONE）的同一号只差色卡的后缀（C、U、CVC、CP……）。"
        "印厂按名字出版：写法不同就是不同的版，多出一块版，多收一份钱，套印也对不上。",
    ),
    en=(
        "the spots {name} and {other} look like one ink, and get a plate each by two names",
        "give them one name if they are one ink",
        "The names differ in spaces, case or marks alone, or in the letters of PANTONE's books (C, "
        "U, CVC, CP …) behind one number. Plates go by name: two spellings are two plates, one of "
        "them paid for in vain and printed with the wrong ink or none.",
    ),
)

RULES = (
    ALTERNATE,
    RGB,
    INDEPENDENT,
    SAME_PROFILE,
    SPOT_DIFFERS,
    COLORANTS,
    REGISTRATION,
    UNKNOWN_SPACE,
    PROFILED_RGB,
    OTHER_PROFILE,
    SPOT_NAMES,
)
