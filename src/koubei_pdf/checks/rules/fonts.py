"""Fonts (X100–X108)."""

from __future__ import annotations

from .wording import error, warning

NOT_EMBEDDED = error(
    "X100",
    "N1",
    zh=(
        "字体 {name} 没有嵌入",
        "嵌入全部字体，或转成曲线后重新导出",
        "印厂没有这个字体时会换成别的，字形和换行都会变。",
    ),
    en=(
        "the font {name} is not embedded",
        "embed all fonts, or turn text into outlines, and export again",
        "Where the shop lacks the font, another takes its place: shapes and lines change.",
    ),
)

UNUSED_NOT_EMBEDDED = error(
    "X101",
    "N1",
    zh=(
        "有没嵌入的字体 {name}，虽然没有用它印字",
        "嵌入这个字体，或者连同用它的隐形文字一起去掉，再重新导出",
        "字体只列在资源里没有用到，或者只用于隐形文字（例如扫描后识别出来的）。PDF/A 许隐形文字"
        "不嵌入，PDF/X 不许；不少检查程序看到没嵌入的字体就退稿，不管用没用到。",
    ),
    en=(
        "the font {name} is not embedded, though nothing is printed in it",
        "embed it, or remove it with its invisible text, and export again",
        "The resources name it and no text uses it, or only invisible text does, as recognition "
        "lays over scans. PDF/A exempts invisible text, PDF/X does not; and many checking programs "
        "refuse a file for any font that is not embedded, used or not.",
    ),
)

WIDTHS = error(
    "X102",
    "N2",
    zh=(
        "字体 {name} 声明的字宽和字体本身不符",
        "重新导出 PDF，不要经过别的软件改动",
        "字宽不一致时，有的设备按声明的排，有的按字体的排，文字会挤或散。",
    ),
    en=(
        "the widths of the font {name} differ from those of its program",
        "export the PDF anew, without other programs in between",
        "Some devices space text by the one, some by the other.",
    ),
)

NO_GLYPH_MAP = error(
    "X103",
    "N2",
    zh=(
        "字体 {name} 没有说明字符和字形的对应（CIDToGIDMap）",
        "重新导出 PDF/X",
        "嵌入的 TrueType 字体少了这一项，设备可能取错字形。",
    ),
    en=(
        "the font {name} does not map its characters to glyphs (CIDToGIDMap)",
        "export it as PDF/X",
        "An embedded TrueType font without it may show the wrong glyphs.",
    ),
)

NO_TEXT = warning(
    "X104",
    "N3",
    zh=(
        "字体 {name} 没有文字对照（ToUnicode）",
        "导出时保留文字信息",
        "印刷不需要，但文字不能搜索、复制和校对。",
    ),
    en=(
        "the font {name} does not say what its glyphs mean (ToUnicode)",
        "export it with text information",
        "Print does not need it, but the text cannot be searched, copied or proof-read.",
    ),
)

NOTDEF = error(
    "X105",
    "N4",
    zh=(
        "字体 {name} 里没有要显示的字形，会印成空白或方框",
        "换一个有这个字的字体",
        "字体缺字时显示的是 .notdef。",
    ),
    en=(
        "the font {name} lacks a glyph that is shown: a box or a blank prints",
        "use a font that has the character",
        "A font shows .notdef where it lacks a character.",
    ),
)

TYPE_3 = warning(
    "X106",
    "N1",
    zh=(
        "{name} 是 Type 3 字体",
        "换成 TrueType 或 OpenType 字体",
        "Type 3 的字形是图形或点阵，没有字体的精细处理，小字会发虚。",
    ),
    en=(
        "{name} is a Type 3 font",
        "use a TrueType or OpenType font",
        "Its glyphs are drawings or bitmaps without a font's fine tuning: small type gets rough.",
    ),
)

UNUSED = warning(
    "X107",
    "N1",
    zh=(
        "字体 {name} 嵌入了却没有用到",
        "重新导出 PDF",
        "没用的字体只会让文件变大，多半是旧内容留下的。",
    ),
    en=(
        "the font {name} is embedded and not used",
        "export the PDF anew",
        "It makes the file larger, and is mostly left from older content.",
    ),
)

BROKEN_FONT = error(
    "X108",
    "N1",
    zh=(
        "嵌入的字体 {name} 读不出来：{reason}",
        "重新安装字体后再导出",
        "字体数据损坏，设备会换字体或停下。",
    ),
    en=(
        "the embedded font {name} cannot be read: {reason}",
        "install the font anew and export again",
        "Its data are damaged: a device takes another font, or stops.",
    ),
)

RULES = (
    NOT_EMBEDDED,
    UNUSED_NOT_EMBEDDED,
    WIDTHS,
    NO_GLYPH_MAP,
    NO_TEXT,
    NOTDEF,
    TYPE_3,
    UNUSED,
    BROKEN_FONT,
)
