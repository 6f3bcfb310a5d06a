"""Faults of the manifest's `print` block (M083–M089, M096)."""

from __future__ import annotations

from .wording import error, warning

BAD_INKS = error(
    "M083",
    zh=(
        "看不懂印色“{found}”",
        "写正面和反面各印几色，如 4+4、4+1、1+1；专色另写在 spots 里",
        "印色按印厂的写法：加号前是正面（封面是外侧两页）的四色油墨数，加号后是反面（封面是内侧两页）的，"
        "各是 0 到 4，不能都是 0。专色不算在内。",
    ),
    en=(
        "`{found}` does not say how many inks are printed",
        "write the inks of front and back, such as 4+4, 4+1 or 1+1; spot colours go under `spots`",
        "Inks are written as shops do: before the plus the process inks of the front (of a cover: "
        "its outer pages), behind it those of the back (its inner pages), 0 to 4 each and not "
        "both 0. Spot colours are not counted.",
    ),
)

UNKNOWN_SPOT = error(
    "M084",
    zh=(
        "本期的颜色和置入的 PDF 里没有叫“{name}”的专色",
        "可以写的有：{known}；要用新的专色，先在 layouts/house.yaml 的 colours 里给它一个 spot",
        "spots 里写的是专色版的名字：layouts/house.yaml 里 colours 各色的 spot，和置入的 PDF 页面"
        "带来的专色。没有这块版，印厂就印不出这个专色。",
    ),
    en=(
        "neither a colour of the issue nor a placed PDF has the spot `{name}`",
        "known here: {known}; a new one is the `spot` of a colour in layouts/house.yaml",
        "`spots` names plates of spot colours: the `spot` of a colour in layouts/house.yaml, or "
        "one that a placed PDF brings along. Without the plate a shop cannot print the ink.",
    ),
)

SADDLE_PAGES = error(
    "M085",
    zh=(
        "骑马订的页数要是 4 的倍数，页面计划有 {pages} 页",
        "增减页面，凑成 4 的倍数，或改用 binding: perfect",
        "骑马订的每张纸对折成 4 页，套在一起从折缝订住，所以总页数必须被 4 整除。",
    ),
    en=(
        "saddle stitch takes a multiple of 4 pages; the page plan has {pages}",
        "add or drop pages up to a multiple of 4, or write `binding: perfect`",
        "Each sheet of a saddle-stitched issue is folded into 4 pages, so that only multiples of "
        "4 can be bound.",
    ),
)

OTHER_BINDING = error(
    "M086",
    zh=(
        "binding 写的是 {stated}，印刷条件“{profile}”却是 {found}",
        "改成 binding: {found}，或在 press 里换一个 binding 是 {stated} 的印刷条件",
        "付印文件的折线标记按印刷条件里的装订方式画，和工艺单不一致，印厂就不知道该信哪一个。"
        "自己的印刷条件可以复制自带的一个，放进 layouts/press 再改。",
    ),
    en=(
        "`binding` is {stated}, but the press profile `{profile}` has {found}",
        "write `binding: {found}`, or name a press profile with `binding: {stated}` under `press`",
        "Fold marks of the press file follow the profile's binding. If the ticket says otherwise, "
        "the shop cannot know which is meant. For a profile of your own copy one that ships into "
        "layouts/press and change it.",
    ),
)

NO_SPINE = error(
    "M087",
    zh=(
        "骑马订没有书脊，不能写 spine",
        "删去 spine，或改用 binding: perfect",
        "骑马订从折缝订住，没有平的书脊；只有胶装才有书脊厚度。",
    ),
    en=(
        "a saddle-stitched issue has no spine",
        "delete `spine`, or write `binding: perfect`",
        "Saddle stitch goes through the fold, which leaves no flat spine; only perfect binding has "
        "one of some width.",
    ),
)

NOT_A_DAY = error(
    "M088",
    zh=(
        "“{found}”不是日期",
        "写出年、月、日，如 2027-01-15 或 2027年1月15日",
        "交货日期要具体到一天，印厂才能排期。还没有定就删去这一行，工艺单上留空手填。",
    ),
    en=(
        "`{found}` is no date",
        "write year, month and day, such as 2027-01-15",
        "A shop plans by the day of delivery. If it is not settled, delete the line: the ticket "
        "leaves room to write it by hand.",
    ),
)

SELF_COVER = error(
    "M089",
    zh=(
        "胶装不能用自封面",
        "在 cover 里写封面的纸张和印色",
        "胶装的封面包住书芯、粘在书脊上，是单独的一张纸；只有骑马订可以用内文的纸作封面。",
    ),
    en=(
        "perfect binding cannot do without a cover of its own",
        "write paper and inks of the cover under `cover`",
        "The cover of a perfect-bound issue is wrapped around the block and glued to its spine: a "
        "sheet of its own. Only saddle stitch allows a self-cover.",
    ),
)

FAR_DELIVERY = warning(
    "M096",
    zh=(
        "交货日期 {day} 和本期的日期 {date} 相差一年以上",
        "检查 delivery 的 date 和本期的 date，改正写错的一个",
        "印刷品在刊期前后交货。相差一年以上，多半是年份写错了；印厂按工艺单上的日期排期。",
    ),
    en=(
        "delivery on {day} is more than a year from the issue's date, {date}",
        "look at the `date` of `delivery` and that of the issue, and correct the wrong one",
        "Copies are delivered about when the issue is dated. A year more or less is most likely a "
        "year mistyped, and the shop plans by the ticket.",
    ),
)

RULES = (
    BAD_INKS,
    UNKNOWN_SPOT,
    SADDLE_PAGES,
    OTHER_BINDING,
    NO_SPINE,
    NOT_A_DAY,
    SELF_COVER,
    FAR_DELIVERY,
)
