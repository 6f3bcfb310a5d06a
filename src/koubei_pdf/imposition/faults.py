"""What keeps a file from being imposed, or what one should know of its sheets (codes I…)."""

from __future__ import annotations

from ..model.diagnostics import Bilingual, Rule, Severity

NO_PDF = Rule(
    "I001",
    Severity.ERROR,
    Bilingual("“{path}”读不出来：{reason}", "`{path}` cannot be read: {reason}"),
    Bilingual(
        "用阅读器打开看看；打不开就请对方重新导出",
        "open it in a viewer; if that fails too, ask for the file to be exported again",
    ),
    Bilingual(
        "文件不是 PDF，或者已经损坏：没有传完、磁盘出错，都会这样。冒号后面是读文件的程序给出的"
        "原因。",
        "The file is no PDF, or it is damaged: cut off in transfer, or by a fault of a disk. The "
        "reason is that of the library which reads it.",
    ),
)

ENCRYPTED = Rule(
    "I002",
    Severity.ERROR,
    Bilingual("“{path}”有密码保护", "`{path}` is protected by a password"),
    Bilingual("请对方给一份没有加密的文件", "ask for a file without protection"),
    Bilingual(
        "加密的 PDF 不能拼版，印厂也不收：PDF/X 不许加密。只限制打印或修改的密码也算。",
        "An encrypted PDF cannot be imposed, and no shop takes it: PDF/X forbids encryption. A "
        "password that only restricts printing or changes counts as well.",
    ),
)

NO_PAGES = Rule(
    "I003",
    Severity.ERROR,
    Bilingual("“{path}”里没有页", "`{path}` has no pages"),
    Bilingual("重新导出这个文件", "export the file again"),
    Bilingual("没有页，就没有可以拼的。", "Without pages there is nothing to impose."),
)

NO_SIZE = Rule(
    "I004",
    Severity.ERROR,
    Bilingual("第 {pages} 页没有可用的页面尺寸", "no usable size of page {pages}"),
    Bilingual("重新导出这个文件", "export the file again"),
    Bilingual(
        "页面的 TrimBox、CropBox 或 MediaBox 缺失、写坏，或者面积为零，不知道页有多大。",
        "The page's TrimBox, CropBox or MediaBox is missing, malformed or without area, so that "
        "nobody knows how large the page is.",
    ),
)

UNEQUAL = Rule(
    "I005",
    Severity.ERROR,
    Bilingual(
        "第 {pages} 页是 {size} 毫米，第 1 页是 {first} 毫米",
        "page {pages}: {size} mm, but page 1 is {first} mm",
    ),
    Bilingual(
        "导出同样大小的单页；跨页要拆成两页",
        "export single pages of one size; take spreads apart into two pages each",
    ),
    Bilingual(
        "一本刊物的各页裁切后同样大小，大小不一就没法拼。常见的原因是按跨页导出，或者混进了别的开本的"
        "广告页。比较的是裁切框（TrimBox），没有时是页面本身。",
        "The pages of a publication are trimmed to one size. Most likely spreads were exported, or "
        "an advertisement has another size. What is compared is the TrimBox, or the page itself "
        "where it has none.",
    ),
)

SHEET_TOO_SMALL = Rule(
    "I006",
    Severity.ERROR,
    Bilingual(
        "纸张 {sheet} 毫米太小：{pages} 页一帖要 {needed} 毫米",
        "the sheet of {sheet} mm is too small: signatures of {pages} pages need {needed} mm",
    ),
    Bilingual("放得下的有：--sheet {fitting}", "what would do: --sheet {fitting}"),
    Bilingual(
        "纸上除了页面，还要留出出血、四周的标记和咬口（--gripper）。换大一号的纸；胶订也可以用 "
        "--signature 减少每帖的页数，咬口小的机器可以把 --gripper 改小。",
        "Besides the pages a sheet needs room for bleed, marks around them and the strip that the "
        "press grips (--gripper). Take a larger sheet; for perfect binding, fewer pages in a "
        "signature (--signature); or a smaller gripper, where the press allows it.",
    ),
)

BLANKS = Rule(
    "I007",
    Severity.WARNING,
    Bilingual(
        "{count} 页不是 4 的倍数，补了空白页：成书的第 {places} 页",
        "{count:page/pages}, no multiple of 4: blank in the bound copy: {places}",
    ),
    Bilingual(
        "要空在别处，就在原文件里加上空白页", "for blanks elsewhere, put blank pages into the file"
    ),
    Bilingual(
        "一张纸对折是四页，页数不够就有空白。骑马订补在封三、封底之前（页数是单数时补在最后一页之前），"
        "胶订补在最后。",
        "A sheet that is folded once has four pages, so others stay blank. For saddle stitch they "
        "stand before the inside and outside of the back cover (with an odd count, before the last "
        "page), for perfect binding at the end.",
    ),
)

TOO_MUCH_CREEP = Rule(
    "I008",
    Severity.ERROR,
    Bilingual(
        "最里面一张的爬移有 {creep} 毫米，超过 {most} 毫米",
        "the innermost sheet creeps by {creep} mm, more than {most} mm",
    ),
    Bilingual(
        "核对 --creep 或 --caliper；这么厚的刊物改用胶订",
        "check --creep or --caliper; bind so thick a copy with glue",
    ),
    Bilingual(
        "爬移把里面的页移向订口，移得太多，订口一侧的内容就没了。一张纸的厚度多在 0.06 到 0.3 毫米"
        "之间。",
        "Creep moves the inner pages towards the spine; too much of it eats what stands there. A "
        "leaf is mostly 0.06 to 0.3 mm thick.",
    ),
)

REPAIRED = Rule(
    "I009",
    Severity.WARNING,
    Bilingual("“{path}”有损坏，读的时候修补过", "`{path}` is damaged and was repaired in reading"),
    Bilingual(
        "仔细看一遍拼好的页；最好重新导出这个文件",
        "look through the sheets with care; better export the file again",
    ),
    Bilingual(
        "文件的结构有错，例如传输时丢了字节。能修补的修补了，但内容可能有缺失。",
        "The file's structure has errors, such as bytes that were lost in transfer. What could be "
        "repaired has been, but something may be missing.",
    ),
)

RULES = (
    NO_PDF,
    ENCRYPTED,
    NO_PAGES,
    NO_SIZE,
    UNEQUAL,
    SHEET_TOO_SMALL,
    BLANKS,
    TOO_MUCH_CREEP,
    REPAIRED,
)
