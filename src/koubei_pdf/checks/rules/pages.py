"""Page boxes and sizes (X050–X059)."""

from __future__ import annotations

from ...model.diagnostics import Bilingual
from .wording import error, warning

NO_MEDIA_BOX = error(
    "X050",
    "D1",
    zh=(
        "页面没有写 MediaBox",
        "重新导出 PDF/X",
        "没有介质框就不知道页面有多大。",
    ),
    en=(
        "the page has no MediaBox of its own",
        "export it as PDF/X",
        "Without a media box the size of the page is unknown.",
    ),
)

NO_TRIM = error(
    "X051",
    "D2",
    zh=(
        "页面{what}",
        "导出时写上成品尺寸（TrimBox），不要 ArtBox",
        "印厂按 TrimBox 裁切和拼版；TrimBox 和 ArtBox 只能写一个。",
    ),
    en=(
        "the page {what}",
        "export it with its trim size (TrimBox) and without an ArtBox",
        "The shop trims and imposes by the TrimBox; only one of TrimBox and ArtBox may be there.",
    ),
)

NOT_NESTED = error(
    "X052",
    "D3",
    zh=(
        "{inner} 超出了 {outer}",
        "按“裁切框在出血框内，出血框在介质框内”改正",
        "页面的几个框必须一个套一个：成品、出血、介质。",
    ),
    en=(
        "the {inner} reaches beyond the {outer}",
        "keep trim within bleed, and bleed within media",
        "The boxes of a page lie one within the other: trim, bleed, media.",
    ),
)

USER_UNIT = error(
    "X053",
    "D4",
    zh=(
        "页面单位被放大了 {value} 倍（UserUnit）",
        "按实际尺寸导出",
        "不认识 UserUnit 的设备会把页面印成别的大小。",
    ),
    en=(
        "the page's unit is scaled by {value} (UserUnit)",
        "export it at its real size",
        "A device that does not know UserUnit prints the page at another size.",
    ),
)

ROTATED = warning(
    "X054",
    "D5",
    zh=(
        "页面转了 {value} 度（Rotate）",
        "把页面本身排正，不用旋转",
        "拼版软件有的照转，有的不理会，页面可能横过来。",
    ),
    en=(
        "the page is rotated by {value} degrees (Rotate)",
        "set the page upright itself",
        "Some imposition programs follow it and some do not: the page may lie on its side.",
    ),
)

PAGE_KEY = error(
    "X055",
    "D6",
    zh=(
        "页面带有 {key}",
        "重新导出 PDF/X",
        "翻页动作、播放效果、缩略图之类不属于印刷文件。",
    ),
    en=(
        "the page has {key}",
        "export it as PDF/X",
        "Actions, transitions, thumbnails and the like do not belong in a press file.",
    ),
)

OTHER_SIZE = error(
    "X056",
    "D2",
    zh=(
        "成品尺寸是 {found} 毫米，其他页是 {wanted} 毫米",
        "把这一页改成同样的尺寸",
        "装订成册的页必须一样大。",
    ),
    en=(
        "the trim size is {found} mm; that of the other pages is {wanted} mm",
        "give this page the same size",
        "Pages that are bound together must be of one size.",
    ),
)

NO_BLEED = error(
    "X057",
    "D3",
    zh=(
        "出血只有 {value} 毫米，要 {limit} 毫米",
        "导出时带上 {limit} 毫米出血",
        "裁切会有偏差，没有出血的地方会露出白边。自己的期刊，出血是 house.yaml 里 paper 的 bleed。",
    ),
    en=(
        "the bleed is {value} mm; {limit} mm are needed",
        "export it with {limit} mm of bleed",
        "Trimming is never exact: without bleed, paper shows at the edge. In an issue of your own "
        "it is `bleed` of `paper` in house.yaml.",
    ),
    own=Bilingual(
        "把 house.yaml 里 paper 的 bleed 改成 {limit}mm；印厂要得没有这么多，就改印刷条件的 bleed",
        "set `bleed` of `paper` in house.yaml to {limit}mm, or that of the press profile to what"
        " the shop really wants",
    ),
)

PAGE_COUNT = error(
    "X058",
    "press",
    zh=(
        "共 {pages} 页，不是 {multiple} 的倍数",
        "增减页数，或加空白页",
        "一张纸折成几页，页数就要是它的倍数，否则装订不成。",
    ),
    en=(
        "it has {pages:page/pages}, no multiple of {multiple}",
        "add or remove pages",
        "A sheet folds into so many pages; another number cannot be bound.",
    ),
    own=Bilingual(
        "在 issue.yaml 的 pages 里增减页，凑成 {multiple} 的倍数；或按印厂的机器改印刷条件的"
        " page-multiple",
        "add or remove pages in `pages` of issue.yaml, up to a multiple of {multiple}, or set"
        " `page-multiple` of the press profile to what the shop's press folds",
    ),
)

EMPTY_TRIM = error(
    "X148",
    "D2",
    zh=(
        "{box} 没有面积：{found}",
        "导出时写上真正的成品尺寸",
        "印厂按这个框裁切和拼版；宽或高是零，就等于没有成品尺寸。",
    ),
    en=(
        "the {box} has no area: {found}",
        "export it with the page's real trim size",
        "The shop trims and imposes by this box; without width or height there is no trim size.",
    ),
)

RULES = (
    NO_MEDIA_BOX,
    NO_TRIM,
    NOT_NESTED,
    USER_UNIT,
    ROTATED,
    PAGE_KEY,
    OTHER_SIZE,
    NO_BLEED,
    PAGE_COUNT,
    EMPTY_TRIM,
)
