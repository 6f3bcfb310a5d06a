"""How paints meet what lies below: transparency (X110–X112) and overprint (X120–X123, X155)."""

from __future__ import annotations

from .wording import error, warning

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

COLOUR_OVERPRINTS = warning(
    "X155",
    "O1",
    zh=(
        "彩色的{object}设了叠印，会和下面的颜色混在一起",
        "取消它的叠印；真要混色，就问印厂、看打样",
        "叠印的东西没有的墨，下面的照样印出来：蓝字叠在黄底上变成绿，色块下面的字会透出来。屏幕上"
        "多半不显示。只有黑字、细黑线要叠印；专色（如上光）叠印多半是有意的，不报。",
    ),
    en=(
        "{object} in colour set to overprint, which mixes with what lies below",
        "turn overprint off, or ask the shop and look at the proof if it is meant to mix",
        "Inks that an object lacks print from below it all the same: blue on yellow turns green, "
        "and text shows through a panel. Screens mostly do not show it. Black text and thin black "
        "lines alone should overprint; spots (a varnish, say) mostly do so on purpose and are not "
        "told.",
    ),
)

RULES = (
    TRANSPARENT,
    RGB_GROUP,
    NO_GROUP,
    WHITE_OVERPRINTS,
    BLACK_KNOCKS_OUT,
    GREY_OVERPRINT,
    MODE_0,
    COLOUR_OVERPRINTS,
)
