"""Faults of the manifest: sections, articles and the page plan (M060–M074)."""

from __future__ import annotations

from ...model.diagnostics import Bilingual
from .wording import error, warning

BAD_RANGE = error(
    "M060",
    zh=(
        "看不懂页码“{found}”",
        "写一个页码（1）或起止页码（4-5），从 1 数起",
        "页码用半角数字，起止之间用半角连字符，前小后大。",
    ),
    en=(
        "`{found}` is not a page or a range of pages",
        "write a page (1) or its first and last page (4-5), counted from 1",
        "Pages are ASCII digits with a hyphen between the first and the last, the smaller first.",
    ),
)

PAGE_CLASH = error(
    "M061",
    zh=(
        "第 {page} 页排了两次，另一次在第 {line} 行",
        "改正其中一处的页码",
        "一页只能排一次。插入文章之后，后面各处的页码都要顺延。",
    ),
    en=(
        "page {page} is planned twice, also on line {line}",
        "mend the page numbers of one of the two",
        "A page can be planned only once. When a story is put in between, all later ones move on.",
    ),
)

PAGE_GAP = error(
    "M062",
    zh=(
        "第 {page} 页没有安排",
        "为它加一项，或让后面的页码前移",
        "页面计划要一页不缺。空白页也要写出来，给它一个没有内容的版式。",
    ),
    en=(
        "nothing is planned for page {page}",
        "add an entry for it, or move the later pages up",
        "The page plan leaves out no page. A blank page is an entry too, with an empty layout.",
    ),
)

PAGE_ORDER = error(
    "M063",
    zh=(
        "页码倒了：第 {page} 页写在第 {before} 页之后",
        "按页码从小到大排列各项",
        "页面计划就是刊物从前到后的次序，按次序写才看得清缺页和重页。",
    ),
    en=(
        "page {page} comes after page {before}",
        "put the entries in the order of their pages",
        "The page plan is the magazine from front to back; in order, gaps and clashes show.",
    ),
)

NO_PAGES = error(
    "M075",
    zh=(
        "页面计划里一页也没有",
        "在 pages 里至少写两页，每页一项：页码和 layout",
        "pages 说明每一页用什么版式、放哪篇文章；没有它就没有东西可排。",
    ),
    en=(
        "the page plan has no pages",
        "list two pages at least, each with its number and `layout`",
        "`pages` says which layout and article each page has; without it there is nothing to set.",
    ),
)

ODD_TOTAL = error(
    "M064",
    zh=(
        "总页数 {pages} 是单数",
        "加一页或减一页；骑马订最好是 4 的倍数",
        "一张纸有两面，总页数必须是双数。骑马订每张纸四页，总页数还应是 4 的倍数。",
    ),
    en=(
        "the issue has an odd number of pages ({pages})",
        "add or drop a page; saddle stitching wants a multiple of 4",
        "A leaf has two sides, so that pages come in twos. "
        "Saddle-stitched sheets have four pages each.",
    ),
)

SLOT_LENGTH = error(
    "M065",
    zh=(
        "这里占 {found} 页，而版式“{layout}”是 {wanted} 页",
        "改成 {wanted} 页，或换一个 {found} 页的版式",
        "一个版式的页数是固定的，页面计划里占的页数要和它一样。",
    ),
    en=(
        "planned pages: {found}, but layout `{layout}` has {wanted}",
        "plan {wanted}, or choose a layout of {found}",
        "A layout has a fixed number of pages, and its entry in the page plan has as many.",
    ),
)

SPREAD_START = error(
    "M066",
    zh=(
        "对页版式“{layout}”不能从单数页 {page} 开始",
        "让它从双数页开始",
        "对页是翻开后左右相对的两页，左页总是双数页。从单数页开始，左右两页就不在一个对页上。",
    ),
    en=(
        "layout `{layout}` is a spread and cannot start on odd page {page}",
        "start it on an even page",
        "A spread is the two pages that face each other, and the left one is always even.",
    ),
)

UNKNOWN_LAYOUT = error(
    "M067",
    zh=(
        "没有名为“{name}”的版式",
        "已有的版式：{known}",
        "版式的名称就是版式文件夹里的文件名，不带 .yaml。house.yaml 是通用设置，不是版式。",
    ),
    en=(
        "no layout is named `{name}`",
        "known here: {known}",
        "A layout's name is its file's name in the layouts folder, without .yaml. "
        "house.yaml is the house style and no layout.",
    ),
)

#: Help that replaces the rule's own for a layout that only waits to be copied.
COPY_LAYOUT = Bilingual(
    "这个版式随程序提供：把 {file} 复制到 {folder}",
    "it ships with the program: copy {file} to {folder}",
)

ABSTRACT_LAYOUT = error(
    "M068",
    zh=(
        "版式“{layout}”只供其他版式继承，不能直接使用",
        "选用继承它的版式，或删去它的 abstract",
        "写了 abstract: true 的版式只是其他版式的共同部分，自己不一定完整。",
    ),
    en=(
        "layout `{layout}` is abstract and cannot be used by itself",
        "use a layout that extends it, or delete its `abstract`",
        "A layout with `abstract: true` is what others have in common and may be incomplete.",
    ),
)

UNKNOWN_ARTICLE = error(
    "M069",
    zh=(
        "没有名为“{name}”的文章",
        "articles 里有：{known}",
        "页面计划用 articles 里左边的名称来指文章，不用文件名。",
    ),
    en=(
        "no article is named `{name}`",
        "known here: {known}",
        "The page plan names an article by its key in `articles`, not by its file.",
    ),
)

NO_SLOT = error(
    "M070",
    zh=(
        "文章“{article}”没有排进任何一页",
        "在 pages 里加一项 article: {article}，或从 articles 里删去它",
        "写在 articles 里的文章都要印出来。暂时不用的，从清单里删去，文件可以留着。",
    ),
    en=(
        "article `{article}` is on no page",
        "add an entry with `article: {article}` to `pages`, or take it out of `articles`",
        "Every article of the manifest is printed. Take out what has to wait; its file can stay.",
    ),
)

TWO_SLOTS = error(
    "M071",
    zh=(
        "文章“{article}”排了两次，第一次在第 {line} 行",
        "留下一处；长文章改用页数更多的版式",
        "一篇文章只排一次。放不下时换一个页数更多的版式，文字会自动接排。",
    ),
    en=(
        "article `{article}` is placed twice, first on line {line}",
        "keep one place; give a long article a layout of more pages",
        "An article is set once. If it does not fit, a layout of more pages takes it in one go.",
    ),
)

SAME_ID = error(
    "M072",
    zh=(
        "有两个栏目的 id 都是“{id}”，第一个在第 {line} 行",
        "给其中一个换一个 id",
        "文章用 id 说明自己属于哪个栏目，重名就分不清了。",
    ),
    en=(
        "two sections have the id `{id}`, first on line {line}",
        "give one of them another id",
        "Articles name their section by its id, so that each needs its own.",
    ),
)

SAME_FILE = error(
    "M073",
    zh=(
        "文件“{path}”已经是文章“{article}”了",
        "改成另一个文件，或删去这一行",
        "一个文件是一篇文章。多半是复制上一行之后忘了改文件名。",
    ),
    en=(
        "file `{path}` is article `{article}` already",
        "name another file, or delete this line",
        "A file is one article. Most likely the line was copied and its file not changed.",
    ),
)

NOT_NAMED = warning(
    "M074",
    zh=(
        "“{path}”没有写进清单，不会印出来",
        "写进 issue.yaml 的 articles；不用的话移到别处",
        "它和其他文章放在一起，却没有写进清单，可能是漏了。",
    ),
    en=(
        "`{path}` is not in the manifest and will not be printed",
        "add it to `articles` in issue.yaml, or move it elsewhere",
        "It lies among the articles without being named, so perhaps it was forgotten.",
    ),
)

SAME_FEATURE = warning(
    "M076",
    zh=(
        "features 里“{article}”写了两次",
        "删去一个，或换成另一篇文章",
        "features 是这些页要预告的文章，一篇预告一次就够了。",
    ),
    en=(
        "`features` names `{article}` twice",
        "delete one, or name another article",
        "`features` are the articles that these pages announce, each of them once.",
    ),
)

NO_SUCH_DAY = error(
    "M077",
    zh=(
        "没有“{found}”这一天",
        "改正年、月、日，例如 2027.01 或 2027年1月15日",
        "date 里的年月日会写进 PDF 的属性，不存在的日期写不进去，印在刊物上也是错的。",
    ),
    en=(
        "there is no day `{found}`",
        "mend year, month and day, such as 2027.01 or 2027-01-15",
        "The date goes into the properties of the PDF and into print; one that no calendar has is "
        "a slip.",
    ),
)

RULES = (
    SAME_FEATURE,
    NO_SUCH_DAY,
    BAD_RANGE,
    PAGE_CLASH,
    PAGE_GAP,
    PAGE_ORDER,
    ODD_TOTAL,
    NO_PAGES,
    SLOT_LENGTH,
    SPREAD_START,
    UNKNOWN_LAYOUT,
    ABSTRACT_LAYOUT,
    UNKNOWN_ARTICLE,
    NO_SLOT,
    TWO_SLOTS,
    SAME_ID,
    SAME_FILE,
    NOT_NAMED,
)
