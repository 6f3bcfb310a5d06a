"""Colours (X090–X099), transparency (X110–X112) and overprint (X120–X123)."""

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

TRANSPARENT = error(
    "X110",
    "T1",
    zh=(
        "有透明效果（{what}），{standard} 不许",
        "拼合透明度，或按 PDF/X-4 导出",
        "PDF/X-1a 和 X-3 的设备不处理透明，会印成不透明或丢掉。",
    ),
    en=(
        "there is transparency ({what}), which {standard} forbids",
        "flatten it, or export as PDF/X-4",
        "Devices for PDF/X-1a and X-3 know no transparency: they print it opaque or leave it out.",
    ),
)

RGB_GROUP = error(
    "X111",
    "T2",
    zh=(
        "透明混合用的是 {family} 颜色",
        "把混合空间设为 CMYK",
        "透明部分会先变成 RGB 再变回来，黑字变四色，颜色发灰。",
    ),
    en=(
        "transparency is blended in {family}",
        "set the blending space to CMYK",
        "What is transparent becomes RGB and back: black text turns into four inks, colours grey.",
    ),
)

NO_GROUP = warning(
    "X112",
    "T3",
    zh=(
        "有透明的页面没有说明混合空间",
        "导出时把混合空间设为 CMYK",
        "不写明时由设备决定，各家结果不同。",
    ),
    en=(
        "a page with transparency names no blending space",
        "set the blending space to CMYK when exporting",
        "Where it is not named the device decides, and devices differ.",
    ),
)

WHITE_OVERPRINTS = error(
    "X120",
    "O2",
    zh=(
        "白色的{object}设了叠印",
        "取消白色的叠印",
        "白色就是不印墨；叠印时下面的颜色照样印出来，白色的东西就消失了。",
    ),
    en=(
        "white {object} set to overprint",
        "turn overprint off for white",
        "White is where no ink prints: with overprint, what lies below prints, and the white "
        "object is gone.",
    ),
)

BLACK_KNOCKS_OUT = warning(
    "X121",
    "O1",
    zh=(
        "底色上 {size} pt 的黑字没有叠印",
        "把小号黑字设为叠印",
        "黑字在底色上挖空，套印稍有不准就露白边。",
    ),
    en=(
        "black text of {size} pt on a tint does not overprint",
        "let small black text overprint",
        "The text is cut out of what lies below: where plates are out of register, paper shows "
        "around it.",
    ),
)

GREY_OVERPRINT = warning(
    "X122",
    "O1",
    zh=(
        "灰度颜色的{object}设了叠印，不会生效",
        "改用 CMYK 的单色黑",
        "灰度会连同另外三色一起写成零，叠印不起作用；只有 CMYK 的黑才行。",
    ),
    en=(
        "grey {object} set to overprint, in vain",
        "use black in CMYK",
        "DeviceGray writes nothing on the other three plates, which knocks out; only black in "
        "CMYK overprints.",
    ),
)

MODE_0 = warning(
    "X123",
    "O1",
    zh=(
        "{object}设了叠印，但叠印模式是 0，不会生效",
        "把叠印模式（OPM）设为 1",
        "模式 0 里 CMYK 为零的墨也会写上零，把下面的颜色挖掉。",
    ),
    en=(
        "{object} set to overprint with mode 0, in vain",
        "set the overprint mode (OPM) to 1",
        "In mode 0 the inks of CMYK that are zero are written as zero, too, which knocks out.",
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
        "专色 {name} 和 {other} 只差空格、大小写或标点，会当成两种墨出两块版",
        "是同一种墨就统一成一个名字",
        "印厂按名字出版：写法不同就是不同的版，多出一块版，多收一份钱，套印也对不上。",
    ),
    en=(
        "the spots {name} and {other} differ in spaces, case or marks alone, and get a plate each",
        "give them one name if they are one ink",
        "Plates go by name: two spellings are two plates, one of them paid for in vain and printed "
        "with the wrong ink or none.",
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
    TRANSPARENT,
    RGB_GROUP,
    NO_GROUP,
    WHITE_OVERPRINTS,
    BLACK_KNOCKS_OUT,
    GREY_OVERPRINT,
    MODE_0,
    SPOT_NAMES,
)
