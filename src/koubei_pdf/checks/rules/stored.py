"""How streams and pictures are stored (X060–X067, X144, X145, X150–X152, X160)."""

from __future__ import annotations

from .wording import error, warning

FILTER = error(
    "X060",
    "E1",
    zh=(
        "用了 {what} 压缩",
        "重新导出 PDF/X",
        "PDF/X 不许用 LZW 和加密过滤器。",
    ),
    en=(
        "it uses the filter {what}",
        "export it as PDF/X",
        "PDF/X forbids LZW and the Crypt filter.",
    ),
)

NEW_FILTER = error(
    "X061",
    "E1'",
    zh=(
        "图片用了 {what} 压缩，{standard} 不许",
        "用 JPEG 或 Flate 压缩图片后重新导出",
        "JBIG2 和 JPEG 2000 是 PDF 1.4 之后才可靠的格式，许多设备解不开。",
    ),
    en=(
        "a picture uses {what}, which {standard} forbids",
        "export it with JPEG or Flate pictures",
        "Many devices that read PDF 1.4 cannot decode JBIG2 and JPEG 2000.",
    ),
)

EXTERNAL = error(
    "X062",
    "E2",
    zh=(
        "内容在文件之外（{what}）",
        "把所有内容嵌入文件后重新导出",
        "印厂收到的只有这一个文件，外面的内容会缺失。",
    ),
    en=(
        "content lies outside the file ({what})",
        "embed everything and export again",
        "The shop receives this file alone; what lies outside is missing.",
    ),
)

POSTSCRIPT = error(
    "X063",
    "E3",
    zh=(
        "文件里有 PostScript 代码",
        "重新导出 PDF/X",
        "PostScript 对象只有少数设备会执行，结果无法预料。",
    ),
    en=(
        "the file holds PostScript code",
        "export it as PDF/X",
        "Few devices carry PostScript objects out; the result cannot be foreseen.",
    ),
)

OPI = error(
    "X064",
    "E4",
    zh=(
        "图片是 OPI 替身",
        "嵌入原图后重新导出",
        "OPI 替身要靠印厂的服务器换成原图，多数印厂已经没有。",
    ),
    en=(
        "a picture stands in for another (OPI)",
        "embed the real picture and export again",
        "A server at the shop would have to put the real picture in; few have one.",
    ),
)

ALTERNATES = error(
    "X065",
    "E5",
    zh=(
        "图片另有打印用的替代图",
        "只留要印的那一张",
        "有的设备印替代图，有的印原图。",
    ),
    en=(
        "a picture has another one for printing",
        "keep the one that is to be printed",
        "Some devices print the alternate, some the picture itself.",
    ),
)

SIXTEEN_BIT = warning(
    "X066",
    "E6",
    zh=(
        "图片每通道 16 位",
        "把图片转成每通道 8 位",
        "印刷分不出这么细的层次，有的设备还会出错。",
    ),
    en=(
        "a picture has 16 bits a channel",
        "convert it to 8 bits a channel",
        "Print does not show such fine steps, and some devices choke on them.",
    ),
)

SIXTEEN_BIT_NEW = error(
    "X067",
    "E6",
    zh=(
        "图片每通道 16 位，{standard} 不许",
        "把图片转成每通道 8 位",
        "16 位图片是 PDF 1.5 的功能，按 PDF 1.4 读文件的设备解不开。",
    ),
    en=(
        "a picture has 16 bits a channel, which {standard} forbids",
        "convert it to 8 bits a channel",
        "They came with PDF 1.5; a device that reads PDF 1.4 cannot decode them.",
    ),
)

PICTURE_CUT_SHORT = error(
    "X144",
    "E6",
    zh=(
        "图片写明 {pixels} 像素，数据却只有 {value} 字节，远远不够",
        "重新导出 PDF，或换掉这张图片",
        "图片的数据不全：输出设备会报错停下，或把缺的部分印成黑块、白块。",
    ),
    en=(
        "a picture is said to have {pixels} pixels, but its {value:byte/bytes} cannot hold them",
        "export the PDF anew, or replace the picture",
        "Data of the picture are missing: a device stops with an error, or prints black or white "
        "in their place.",
    ),
)

PICTURE_TOO_LARGE = error(
    "X145",
    "",
    zh=(
        "图片有 {pixels} 像素，超过 {limit} 百万",
        "把图片降到付印所需的分辨率",
        "这样的图片解开后要占几 GB 内存，印厂的设备多半处理不了，这里也没有检查它的墨量。",
    ),
    en=(
        "a picture has {pixels} pixels, more than {limit} million",
        "bring the picture down to the resolution that print needs",
        "Unpacked it takes gigabytes, which the shop's devices hardly bear; its ink was not "
        "measured here.",
    ),
)

PICTURE_DAMAGED = error(
    "X150",
    "E6",
    zh=(
        "图片的数据损坏：{what}",
        "从原图重新置入这张图片，再导出 PDF",
        "输出设备会报错停下，或把缺的部分印成灰块、白块；这张图片的墨量也没有算进总墨量。",
    ),
    en=(
        "the data of a picture are damaged: {what}",
        "place the picture anew from its original, and export again",
        "A device stops with an error, or prints grey or white in place of what is missing; the "
        "picture's ink is not counted in the total ink.",
    ),
)

PICTURE_GARBLED = warning(
    "X160",
    "E6",
    zh=(
        "有 JPEG 图片的数据中间损坏了",
        "放大看这一页的图片；有灰块、错位或彩条的，从原图重新置入，再导出 PDF",
        "JPEG 从坏处往后常常变成灰块、错位或彩条，阅读器和设备却不出声地画下去。",
    ),
    en=(
        "the data of a JPEG picture are damaged within",
        "look at the pictures of the page, enlarged; place those with grey, shifted or coloured "
        "stripes anew from their originals, and export again",
        "Behind the damage a JPEG is often grey, shifted or striped, but viewers and devices draw "
        "on without a word.",
    ),
)

PICTURE_SIZE = error(
    "X151",
    "E6",
    zh=(
        "图片写明 {pixels} 像素，{format} 数据却是 {value} 像素",
        "从原图重新置入这张图片，再导出 PDF",
        "有的设备按写明的大小读，有的按数据读，图片会变形、错位或缺一块。这里的分辨率按数据算。",
    ),
    en=(
        "a picture is said to have {pixels} pixels, but its {format} data have {value}",
        "place the picture anew from its original, and export again",
        "Some devices go by the one, some by the other: the picture is distorted, shifted or cut. "
        "Its resolution is told by the data.",
    ),
)

PICTURE_CHANNELS = error(
    "X152",
    "K2",
    zh=(
        "图片写明是 {space}，存的却是{channels} {format} 数据",
        "把图片转成印厂的 CMYK，重新置入后再导出",
        "颜色空间和数据对不上，设备会报错停下，或印出完全不同的颜色。",
    ),
    en=(
        "a picture is said to be {space}, but its {format} data are {channels}",
        "convert it to the press's CMYK, place it anew and export again",
        "Where colour space and data do not fit, a device stops with an error or prints colours "
        "that have nothing to do with the picture.",
    ),
)

RULES = (
    FILTER,
    NEW_FILTER,
    EXTERNAL,
    POSTSCRIPT,
    OPI,
    ALTERNATES,
    SIXTEEN_BIT,
    SIXTEEN_BIT_NEW,
    PICTURE_CUT_SHORT,
    PICTURE_TOO_LARGE,
    PICTURE_DAMAGED,
    PICTURE_GARBLED,
    PICTURE_SIZE,
    PICTURE_CHANNELS,
)
