"""The structure of the file and of its content streams (X010–X020, X147)."""

from __future__ import annotations

from .wording import error, warning

HEADER = error(
    "X010",
    "A1",
    zh=(
        "文件开头不是 PDF 文件头",
        "去掉开头多余的字节，或重新导出",
        "%PDF- 必须是文件最前面的字节，否则文件里所有位置都会错开。",
    ),
    en=(
        "the file does not begin with the PDF header",
        "remove the bytes before it, or export the PDF anew",
        "%PDF- must be the first bytes: all offsets of the file count from there.",
    ),
)

VERSION = error(
    "X011",
    "A1",
    zh=(
        "PDF 版本是 {version}，{standard} 最高只能是 {limit}",
        "导出时选 PDF {limit}",
        "每种 PDF/X 标准都定了最高的 PDF 版本，更高版本的功能印厂的设备不一定认识。",
    ),
    en=(
        "the PDF version is {version}; {standard} allows {limit} at most",
        "export it as PDF {limit}",
        "Each PDF/X standard names a highest version; what came later may be unknown to the "
        "shop's devices.",
    ),
)

NO_BINARY_LINE = error(
    "X012",
    "A1",
    zh=(
        "文件头后面没有标明是二进制文件的注释行",
        "重新导出 PDF",
        "第二行要有四个高位字节的注释，传输软件才不会把 PDF 当成文本改动。",
    ),
    en=(
        "no comment of binary bytes follows the header",
        "export the PDF anew",
        "A comment of four bytes beyond ASCII keeps transfer programs from treating the file as "
        "text.",
    ),
)

NO_ID = error(
    "X013",
    "A3",
    zh=(
        "文件没有 ID",
        "重新导出 PDF/X",
        "文件尾的 ID 由两个字符串组成，工作流程靠它区分文件的版本。",
    ),
    en=(
        "the file has no ID",
        "export it as PDF/X",
        "The ID of the trailer, two strings, tells the versions of a file apart.",
    ),
)

NO_INFO = error(
    "X014",
    "A4",
    zh=(
        "没有文档信息（Info）",
        "重新导出 PDF/X",
        "PDF/X 要求文档信息字典：标题、软件、日期和陷印状态写在里面。",
    ),
    en=(
        "there is no document information (Info)",
        "export it as PDF/X",
        "PDF/X wants the Info dictionary: title, programs, dates and the state of trapping.",
    ),
)

OBJECT_STREAMS = error(
    "X015",
    "A5",
    zh=(
        "用了对象流或交叉引用流，{standard} 不许",
        "导出时选 PDF 1.4，关闭“压缩对象”",
        "它们是 PDF 1.5 的功能，按 PDF 1.4 读文件的设备看不到其中的对象。",
    ),
    en=(
        "it uses object or cross-reference streams, which {standard} forbids",
        "export it as PDF 1.4, without compressed objects",
        "They came with PDF 1.5; a device that reads PDF 1.4 does not see what is in them.",
    ),
)

REVISIONS = warning(
    "X016",
    "A6",
    zh=(
        "文件保存过 {count} 次，旧内容还在里面",
        "用“另存为”重写一份",
        "增量保存把旧版本留在文件里，文件变大，也可能被恢复出来。",
    ),
    en=(
        "it holds {count:revision/revisions}, the older ones included",
        "save it under a new name, so that it is written anew",
        "Incremental saving keeps what was replaced: the file grows, and old content can be "
        "brought back.",
    ),
)

BAD_OPERATOR = error(
    "X017",
    "A7",
    zh=(
        "页面内容里有无效的指令：{what}",
        "重新导出 PDF",
        "只能用 PDF 定义的指令和参数；输出设备遇到别的会停下，或跳过后面的内容。",
    ),
    en=(
        "page content has an invalid operator: {what}",
        "export the PDF anew",
        "Only operators that PDF defines may stand there, with their operands; a device stops at "
        "others, or skips what follows.",
    ),
)

UNBALANCED = error(
    "X018",
    "A7",
    zh=(
        "页面内容里 {what} 不成对",
        "重新导出 PDF",
        "保存（q）和恢复（Q）图形状态、文字（BT 和 ET）、带标记的内容（BMC、BDC 和 EMC）都要成对，"
        "否则后面的内容会画错位置或颜色，或者有的设备会停下。",
    ),
    en=(
        "{what} is not balanced in page content",
        "export the PDF anew",
        "Saving (q) and restoring (Q) the graphics state, text (BT and ET) and marked content (BMC "
        "or BDC and EMC) come in pairs, or what follows is drawn in the wrong place or colour, or "
        "a device stops.",
    ),
)

UNDEFINED = error(
    "X019",
    "A7",
    zh=(
        "页面内容用到的 {what} 没有定义",
        "重新导出 PDF",
        "资源字典里没有这个名字，设备会漏画这一部分。",
    ),
    en=(
        "page content uses {what}, which is not defined",
        "export the PDF anew",
        "The resources have no such name, so a device leaves that part out.",
    ),
)

REPAIRED = error(
    "X020",
    "A8",
    zh=(
        "文件有损坏，打开时要修复：{what}",
        "重新导出 PDF，或用 qpdf 重写一份",
        "阅读器会悄悄修复，印厂的设备却不一定。",
    ),
    en=(
        "the file is damaged and had to be repaired: {what}",
        "export the PDF anew, or rewrite it with qpdf",
        "Viewers repair a file without a word; the shop's devices may not.",
    ),
)

SAID_TWICE = error(
    "X147",
    "A8",
    zh=(
        "同一个字典里 {key} 写了两次",
        "重新导出 PDF，或用 qpdf 重写一份",
        "标准不许一个字典里有两个同名的项。软件有的认前一个，有的认后一个，同一个文件就会有两种样子。",
    ),
    en=(
        "a dictionary says {key} twice",
        "export the PDF anew, or rewrite it with qpdf",
        "A dictionary may hold a key once. Of two, some programs take the first and some the last: "
        "one file, two results.",
    ),
)

RULES = (
    HEADER,
    VERSION,
    NO_BINARY_LINE,
    NO_ID,
    NO_INFO,
    OBJECT_STREAMS,
    REVISIONS,
    BAD_OPERATOR,
    UNBALANCED,
    UNDEFINED,
    REPAIRED,
    SAID_TWICE,
)
