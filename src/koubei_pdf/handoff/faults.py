"""What keeps an issue from being handed to a print shop (codes H…), in Chinese and English."""

from __future__ import annotations

from ..model.diagnostics import Bilingual, Rule, Severity

NO_ORDER = Rule(
    "H001",
    Severity.WARNING,
    Bilingual("清单里没有 print，工艺单上留空手填", "no `print`: the ticket has lines to fill in"),
    Bilingual(
        "在 issue.yaml 里加上 print，写明印数、装订、纸张和印色",
        "add `print` to issue.yaml, with quantity, binding, paper and inks",
    ),
    Bilingual(
        "工艺单上能从付印文件里量出来的都填好了：成品尺寸、页数、出血、用墨。印数、纸张、装订、交货要人来定，"
        "写进 print 就会印在工艺单上，并且和文件核对。",
        "The ticket has what can be measured in the press file: trim size, pages, bleed, inks. "
        "Copies, paper, binding and delivery are for people to settle; once they stand under "
        "`print`, the ticket shows them, held against the file.",
    ),
)

OTHER_PAGES = Rule(
    "H002",
    Severity.ERROR,
    Bilingual(
        "pages 写的是 {stated}，付印文件有 {found} 页",
        "`pages` is {stated}, the press file has {found}",
    ),
    Bilingual("改成 pages: {found}，或增减页面", "write `pages: {found}`, or add or drop pages"),
    Bilingual(
        "工艺单上的页数是印厂计价、配纸、折手的根据，连封面四页也算在内，必须和付印文件一致。",
        "A shop prices, buys paper and plans signatures by the number of pages on the ticket, "
        "those of the cover included; it must be the file's.",
    ),
)

OTHER_INKS = Rule(
    "H003",
    Severity.ERROR,
    Bilingual(
        "{part} 的印色写的是 {stated}，付印文件里是 {found}（{plates}）",
        "inks of `{part}` are {stated}, the press file prints {found} ({plates})",
    ),
    Bilingual(
        "改成 inks: {found}，或改这几页的颜色和图片",
        "write `inks: {found}`, or mend colours and pictures of these pages",
    ),
    Bilingual(
        "印厂按印色数出版、上机、计价。写少了，颜色印不出来；写多了，要为没有用到的版付钱。"
        "括号里是各页实际用到的色版；彩色图片算四色，灰度图片只算黑。",
        "Plates, press and price follow the number of inks. With too few, colours cannot be "
        "printed; with too many, plates are paid for that nothing prints. The parentheses name "
        "the plates that pages use; a colour picture counts as four, a grey one as black alone.",
    ),
)

SPOT_NOT_LISTED = Rule(
    "H004",
    Severity.ERROR,
    Bilingual(
        "第 {pages} 页用了专色“{name}”，{part} 的 spots 里没有写",
        "the spot `{name}` is printed (p. {pages}), but `spots` of `{part}` does not list it",
    ),
    Bilingual(
        '在 {part} 里写上 spots: ["{name}"]，或把这个颜色换成四色',
        'write `spots: ["{name}"]` under `{part}`, or make the colour one of process inks',
    ),
    Bilingual(
        "多一个专色就多一块版、多一组机器。工艺单上没有写，印厂会来电话问，或者把它当四色印。",
        "Each spot colour takes a plate and a printing unit of its own. If the ticket does not "
        "name it, the shop will ask, or print it in process inks.",
    ),
)

SPOT_NOT_PRINTED = Rule(
    "H005",
    Severity.ERROR,
    Bilingual("{part} 没有一页用到专色“{name}”", "no page of `{part}` prints the spot `{name}`"),
    Bilingual(
        "从 spots 里删去“{name}”，或在版面上用它",
        "delete `{name}` from `spots`, or use it in a layout",
    ),
    Bilingual(
        "工艺单上写了的专色，付印文件里却没有它的版，印厂无从印起。",
        "The ticket promises an ink that has no plate in the press file.",
    ),
)

OTHER_SPINE = Rule(
    "H006",
    Severity.ERROR,
    Bilingual(
        "spine 写的是 {stated} 毫米，按 {leaves} 张、每张 {caliper} 毫米算是 {found} 毫米",
        "`spine` is {stated} mm, but {leaves:leaf/leaves} of {caliper} mm make {found} mm",
    ),
    Bilingual(
        "改成 spine: {found}mm；纸的厚度不对，就在 inside 里写 caliper",
        "write `spine: {found}mm`, or the paper's own `caliper` under `inside`",
    ),
    Bilingual(
        "书脊厚度是内文张数乘以一张纸的厚度，一张是两页。相差 0.5 毫米以内不算错。"
        "封面的书脊按它来做，错了封面就包不严。",
        "The spine is as wide as the leaves of the inside are thick, two pages a leaf; half a "
        "millimetre more or less is no fault. The cover is made by it, and does not fit where it "
        "is wrong.",
    ),
)

OTHER_TRIM = Rule(
    "H007",
    Severity.ERROR,
    Bilingual(
        "付印文件第 {pages} 页的成品尺寸是 {found} 毫米，本期是 {stated} 毫米",
        "the press file is trimmed to {found} mm (p. {pages}), the issue to {stated} mm",
    ),
    Bilingual("重新运行一次，不要改动付印文件", "run it again, and leave the press file as it is"),
    Bilingual(
        "工艺单上的成品尺寸取自本期的版式，付印文件每一页的 TrimBox 都要和它一样。",
        "The ticket takes the trim size from the house style; the TrimBox of every page must have "
        "it.",
    ),
)

FONT_FORBIDS = Rule(
    "H008",
    Severity.ERROR,
    Bilingual(
        "第 {pages} 页嵌入了不允许嵌入的字体“{font}”（fsType 为 {bits}）",
        "the font `{font}` is embedded (p. {pages}), which it forbids (fsType {bits})",
    ),
    Bilingual(
        "请做这一页的人换一款字体，或转曲后再给",
        "ask those who made the page for one with another font, or with text as outlines",
    ),
    Bilingual(
        "这款字体是随放进来的 PDF 一起来的。字体厂商在 OS/2 表的 fsType 里声明不许嵌入，"
        "交给印厂就侵犯了字体的许可。",
        "The font came with a PDF that was placed. Its foundry forbids embedding in fsType of the "
        "OS/2 table; to hand it on would break the font's licence.",
    ),
)

TICKET_FULL = Rule(
    "H009",
    Severity.ERROR,
    Bilingual(
        "工艺单写不下一页，多出 {over} 毫米",
        "the ticket does not fit its page, by {over} mm",
    ),
    Bilingual("把 remarks 写短一些", "shorten `remarks`"),
    Bilingual(
        "工艺单是贴在施工袋上的一页纸，写不下的内容不会悄悄丢掉。长的说明另附文件，备注里指明即可。",
        "The ticket is one page that goes on the job bag; what does not fit is not left out in "
        "silence. Put long instructions into a file of their own and name it in the remarks.",
    ),
)

RULES = (
    NO_ORDER,
    OTHER_PAGES,
    OTHER_INKS,
    SPOT_NOT_LISTED,
    SPOT_NOT_PRINTED,
    OTHER_SPINE,
    OTHER_TRIM,
    FONT_FORBIDS,
    TICKET_FULL,
)
