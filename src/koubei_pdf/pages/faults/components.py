"""Faults of QR codes, advertisements and the colophon (T09…)."""

from __future__ import annotations

from dataclasses import replace

from ...model.diagnostics import Bilingual, Rule, Severity
from .copy import OVERSET

SMALL_MODULES = Rule(
    "T090",
    Severity.ERROR,
    Bilingual(
        "框“{frame}”里的二维码太小：每个小方块 {have} 毫米，至少要 {least} 毫米",
        "the QR code in frame `{frame}` is too small: its modules are {have} mm, {least} mm needed",
    ),
    Bilingual(
        "把框放大到 {side} × {side} 毫米（现在 {now}），或缩短网址，或把 level 降一级",
        "make the frame {side} × {side} mm (now {now}), shorten the address, or lower `level`",
    ),
    Bilingual(
        "印刷有网点扩大，手机又有抖动，小方块不到 0.4 毫米就扫不出来。框的宽和高是深色部分的，四周"
        "另有四个小方块宽的白边。网址越长，小方块越多；level 是容错的等级（L、M、Q、H），越高也越"
        "多。",
        "Ink spreads on paper and hands shake: phones do not read modules below 0.4 mm. The frame"
        " is that of the dark part; four modules of white lie around it. The longer the address,"
        " and the higher the `level` of error correction (L, M, Q, H), the more modules there are.",
    ),
)

LONG_CODE = Rule(
    "T091",
    Severity.ERROR,
    Bilingual(
        "框“{frame}”的文字有 {count} 个字符，没有二维码放得下",
        "no QR code holds the {count:character/characters} of frame `{frame}`",
    ),
    Bilingual("只写一个网址，长的换成短网址", "give an address alone, and a short one"),
    Bilingual(
        "二维码最多放两千多个字节，一个汉字占三个。能扫得舒服的，在一百个字符以内。",
        "A QR code holds two thousand and some bytes, three of them for a Han character. What scans"
        " well has less than a hundred characters.",
    ),
)

ODD_ADDRESS = Rule(
    "T092",
    Severity.ERROR,
    Bilingual(
        "二维码的网址里有“{mark}”，手机打不开：{text}",
        "the address of the QR code has `{mark}` in it, and no phone will open it: {text}",
    ),
    Bilingual("改成半角字符，去掉空格", "write it in half-width characters without blanks"),
    Bilingual(
        "网址里的冒号、斜线、句点必须是半角的，也不能有空格。印出来的二维码看着没有毛病，扫出来却是"
        "一段文字。",
        "Colon, slashes and stops of an address are half-width, and there are no blanks in it. The"
        " code would look sound and lead nowhere.",
    ),
)

AD_SIZE = Rule(
    "T093",
    Severity.ERROR,
    Bilingual(
        "广告“{path}”的尺寸是 {have}，框“{frame}”要 {need} 毫米",
        "the advertisement `{path}` is {have}, frame `{frame}` wants {need} mm",
    ),
    Bilingual(
        "请广告方按 {need} 毫米加出血 {bleed} 毫米重做，或换一个尺寸合适的版式",
        "ask the advertiser for {need} mm and {bleed} mm of bleed, or take a layout of its size",
    ),
    Bilingual(
        "广告按原大排，不放大、不缩小，也不裁切：字号、标志和小字的大小都是广告方定的。PDF 看它的成"
        "品尺寸（TrimBox），图片只看宽高的比例；相差半毫米以内不算。",
        "Advertisements are placed as they are, neither scaled nor cropped: the sizes of type and"
        " trademarks are the advertiser's. Of a PDF the trim box counts, of a picture the"
        " proportion of its sides; half a millimetre is let pass.",
    ),
)

#: The same of a drawing, which has no size of its own.
AD_PROPORTION = replace(
    AD_SIZE,
    message=Bilingual(
        "广告“{path}”的宽高比例是 {have}，框“{frame}”要 {need} 毫米",
        "the sides of the advertisement `{path}` are as {have}, frame `{frame}` wants {need} mm",
    ),
)

AD_BLEED = Rule(
    "T094",
    Severity.WARNING,
    Bilingual(
        "广告“{path}”的出血不够：差 {lack} 毫米",
        "the advertisement `{path}` has too little bleed: {lack} mm are lacking",
    ),
    Bilingual(
        "请广告方给出四边各加 {bleed} 毫米的文件；PDF 里有出血时，写 box: bleed",
        "ask the advertiser for a file with {bleed} mm on every side; if the PDF has it, write"
        " `box: bleed`",
    ),
    Bilingual(
        "裁切总有偏差。画面只到成品边，裁偏一点就露出白纸。PDF 默认只取成品（box: trim），它的出血"
        "要写 box: bleed 才会排进来。",
        "Cutting is never exact: where the picture ends at the trim, white paper may show. Of a PDF"
        " the trim alone is shown unless `box: bleed` asks for more.",
    ),
)

UNUSED_STAFF = Rule(
    "T095",
    Severity.WARNING,
    Bilingual(
        "清单里有 staff，却没有一页印出来",
        "the manifest has `staff`, and no page prints it",
    ),
    Bilingual(
        "给一个版式加上 kind: staff 的框，或删去 staff",
        "give a layout a frame of the kind `staff`, or delete `staff`",
    ),
    Bilingual(
        "编辑人员的名单由 staff 框排出来；没有这种框，名单就印不出来。",
        "The names of those who made the issue are printed by frames of the kind `staff`.",
    ),
)

#: Copy that does not fit, where it is a sidebar's; its help where no cuts are known.
SIDEBAR_OVERSET = replace(
    OVERSET,
    message=Bilingual(
        "边栏 {sidebar} 在框“{frame}”里放不下：多 {lines} 行（约 {chars} 字），"
        "版式“{layout}”第 {page} 页",
        "sidebar {sidebar} does not fit frame `{frame}` of `{layout}`, page {page}:"
        " {lines:line/lines} over, about {chars:character/characters}",
    ),
    help=Bilingual(
        "删短这个边栏，或在版式里把它的框加高、加宽",
        "shorten this sidebar, or make its frame in the layout taller or wider",
    ),
)

RULES = (SMALL_MODULES, LONG_CODE, ODD_ADDRESS, AD_SIZE, AD_BLEED, UNUSED_STAFF)
