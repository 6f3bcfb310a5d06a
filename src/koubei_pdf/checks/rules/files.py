"""The file as such: opened, decoded, within bounds (X001–X009)."""

from __future__ import annotations

from .wording import error

NOT_A_PDF = error(
    "X001",
    "A8",
    zh=(
        "这个文件打不开：{reason}",
        "重新导出 PDF，或重新传一份",
        "文件不是 PDF，或者在传输中残缺、损坏，连页面都读不出来；印厂收到的也打不开。",
    ),
    en=(
        "the file cannot be opened: {reason}",
        "export the PDF anew, or copy it again",
        "It is no PDF, or was cut short or damaged on its way, so that its pages cannot be read: "
        "the shop cannot open it either.",
    ),
)

ENCRYPTED = error(
    "X002",
    "A2",
    zh=(
        "文件加了密",
        "去掉密码和权限限制后重新导出",
        "PDF/X 不许加密：印厂的流程打不开，或者不许输出。",
    ),
    en=(
        "the file is encrypted",
        "export it without passwords and restrictions",
        "PDF/X forbids encryption: the shop's workflow cannot open the file, or may not print it.",
    ),
)

NO_PAGES = error(
    "X003",
    "A8",
    zh=("文件里没有页面", "重新导出 PDF", "页面树是空的，没有可以印的东西。"),
    en=("the file has no pages", "export the PDF anew", "The page tree is empty: nothing prints."),
)

TOO_MANY_PAGES = error(
    "X004",
    "",
    zh=(
        "有 {pages} 页，只检查了前 {limit} 页",
        "把文件分成几个，逐个检查",
        "检查的页数有上限，免得一个文件占住机器。没有检查的页不能算合格。",
    ),
    en=(
        "it has {pages:page/pages}, of which only the first {limit} were judged",
        "split the file and judge each part",
        "The number of pages is bounded, so that no file holds the machine. What was not judged "
        "cannot be called good.",
    ),
)

TOO_LARGE = error(
    "X005",
    "",
    zh=(
        "有数据读不出来：{reason}",
        "重新导出 PDF；数据流解开后不能大得离谱",
        "一个数据流损坏，或者解压后超过上限：正常的页面内容只有几 MB，压缩炸弹却会占满内存。",
    ),
    en=(
        "data cannot be read: {reason}",
        "export the PDF anew; no stream may unpack to an absurd size",
        "A stream is damaged, or unpacks to more than the bound: the content of pages takes some "
        "MB, while a deflate bomb fills the memory.",
    ),
)

TOO_COMPLEX = error(
    "X006",
    "",
    zh=(
        "内容太复杂，没有检查完",
        "简化矢量图，或把它转成图片",
        "一页上绘图指令的数目有上限。超过的多半是误导出的地图、散点或嵌套的图形。",
    ),
    en=(
        "the content is too complex to be judged to its end",
        "simplify the drawings, or turn them into pictures",
        "The operators of a page are bounded. More of them mostly come from maps, scatter plots "
        "or forms within forms.",
    ),
)

TOO_DEEP = error(
    "X007",
    "A7",
    zh=(
        "图形嵌套太深，或者包含了自己（{what}）",
        "重新导出 PDF",
        "图形对象引用自己，或嵌套超过上限，输出设备会死循环或报错。",
    ),
    en=(
        "content is nested too deeply, or within itself ({what})",
        "export the PDF anew",
        "A form that shows itself, or more levels than the bound, hangs or stops the output "
        "device.",
    ),
)

FILE_TOO_LARGE = error(
    "X008",
    "",
    zh=(
        "文件有 {size} MB，超过 {limit} MB",
        "把图片降到付印所需的分辨率，或把文件分开",
        "文件大小有上限。四十页的杂志一般不到 200 MB。",
    ),
    en=(
        "the file has {size} MB, more than {limit} MB",
        "bring the pictures down to the resolution that print needs, or split the file",
        "The size is bounded. A magazine of forty pages takes less than 200 MB.",
    ),
)

RULES = (
    NOT_A_PDF,
    ENCRYPTED,
    NO_PAGES,
    TOO_MANY_PAGES,
    TOO_LARGE,
    TOO_COMPLEX,
    TOO_DEEP,
    FILE_TOO_LARGE,
)
