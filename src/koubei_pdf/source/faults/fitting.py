"""Faults of `fit`: levers that contradict the layout or each other (L040–L051, L055)."""

from __future__ import annotations

from dataclasses import replace

from ...model.diagnostics import Bilingual
from .wording import error

SAME_LEVER = error(
    "L040",
    zh=(
        "order 里两次写了“{lever}”",
        "只留一处",
        "order 是排不下（或排不满）时各种办法的次序，每种办法只有一个位置。",
    ),
    en=(
        "`{lever}` stands in `order` twice",
        "keep one of them",
        "`order` says in which order a layout is moved so that a story fits. Each lever has one "
        "place in it.",
    ),
)

LEVER_WITHOUT_PLACE = error(
    "L041",
    zh=(
        "写了“{lever}”，order 里却没有它",
        "把它写进 order，或者删去这一项",
        "只有列在 order 里的办法才会用。house.yaml 的 order 没有的办法，版式可以写自己的 order。",
    ),
    en=(
        "`{lever}` is declared, but has no place in `order`",
        "add it to `order`, or delete it here",
        "Only levers in `order` are used. A layout may have an `order` of its own in the place of "
        "that in house.yaml.",
    ),
)

#: The same of an order of the layout's own, for a lever that another file declares.
ORDER_WITHOUT_LEVER = replace(
    LEVER_WITHOUT_PLACE,
    help=Bilingual(
        "把“{lever}”写进 order，或者在这个版式的 fit 里写一行空的“{lever}:”，不用它",
        "add `{lever}` to it, or take the lever away with an empty `{lever}:` in this `fit`",
    ),
)

NOT_A_PICTURE = error(
    "L042",
    zh=(
        "“{frame}”是 {kind} 框，不是图框",
        "pictures 下面只写 kind: picture 或 pictures 的框",
        "pictures 说明哪些图的边可以移动几行，把行数让给正文或从正文拿来。",
    ),
    en=(
        "`{frame}` is a frame of kind {kind}, not a picture",
        "name frames of `kind: picture` or `pictures` under `pictures`",
        "`pictures` says by how many rows which pictures may give room to the body or take it.",
    ),
)

FACES_NOTHING = error(
    "L043",
    zh=(
        "图框“{frame}”没有哪条边能朝正文移动",
        "从 pictures 里去掉它，或者让它的上边或下边写成行数、正对着正文框，或者让正文绕着它排",
        "图要能把行数让给正文，就得在正文的上方或下方，而且朝着正文的那条边写的是行数；"
        "正文绕着排的图，下边要写成行数。"
        "夹在固定的框之间、和正文并排、出血到边或挂在别的框上的边都移动不了。",
    ),
    en=(
        "picture `{frame}` has no edge that can move towards the body",
        "take it off `pictures`, give it an edge on the grid that faces a body frame, or let the"
        " body run around it",
        "A picture gives rows to the body if it stands above or below it and the edge between them "
        "is a number of rows; one that text runs around, if its bottom is. What stands beside the "
        "body or between fixed frames, bleeds, or hangs on another frame cannot.",
    ),
)

TOO_MANY_ROWS = error(
    "L044",
    zh=(
        "图框“{frame}”不能移动 {rows} 行",
        "最多写 {most} 行（0：从 pictures 里去掉它）",
        "图缩小以后至少要剩 2 行高，图放大以后正文的每个框也至少要剩 2 行；"
        "正文绕着排的图不低过正文框。",
    ),
    en=(
        "picture `{frame}` cannot move by {rows:row/rows}",
        "write {most} at most (0: take it off `pictures`)",
        "A picture that gives rows keeps two at least, and so does every body frame when the "
        "picture takes them. One that text runs around ends no lower than the body.",
    ),
)

REQUIRED_PART = error(
    "L045",
    zh=(
        "“{frame}”不能不排：版式必须有标题和正文",
        "从 {key} 里去掉它",
        "parts 是排不下时可以不要的框，例如提要、引文、数字；"
        "spare 是稿子短时才排的框。标题和正文一字也不能少。",
    ),
    en=(
        "`{frame}` cannot stay out: a layout needs its title and its body",
        "take it off `{key}`",
        "`parts` are frames that may stay out where the copy is too long: a deck, a quotation, "
        "figures; `spare` are those that come in only where it is short. Title and body are never "
        "left out.",
    ),
)

SAME_PART = error(
    "L046",
    zh=(
        "{key} 里两次写了“{frame}”",
        "只留一处",
        "parts 按次序逐个不排，spare 按次序逐个加排，每个框只写一次。",
    ),
    en=(
        "`{frame}` stands in `{key}` twice",
        "keep one of them",
        "The frames under `parts` stay out one after the other, those under `spare` come in so; "
        "each is named once.",
    ),
)

PART_WITHOUT_ROOM = error(
    "L047",
    zh=(
        "不排“{frame}”，正文也多不出地方",
        "从 {key} 里去掉它，或先列出和它并排的框",
        "不排的框要在正文框的上方或下方，让出来的行才能给正文，或者正文正绕着它排；"
        "旁边还有别的框挡着，就得把那个框写在它前面。",
    ),
    en=(
        "the body gains no room when `{frame}` stays out",
        "take it off `{key}`, or name the frame beside it first",
        "A part must stand above or below a body frame, which gets its rows, or be run around. "
        "Where another frame stands in the way, that one is named before it.",
    ),
)

SAME_LAYOUT = error(
    "L048",
    zh=(
        "版式“{layout}”不能换成它自己",
        "从 layouts 里去掉它",
        "layouts 是排不下（或排不满）时依次试用的其他版式。只换一次："
        "换用的版式自己的 layouts 不再看。",
    ),
    en=(
        "layout `{layout}` cannot take its own place",
        "take it off `layouts`",
        "`layouts` are others to be tried where a story does not fit. They are changed once: the "
        "`layouts` of the other layout are not looked at.",
    ),
)

OTHER_PAGES = error(
    "L049",
    zh=(
        "版式“{other}”有 {found} 页，“{layout}”有 {wanted} 页，不能互换",
        "写一个也是 {wanted} 页的版式",
        "换用的版式要占同样的页，后面的页码才不变。",
    ),
    en=(
        "layout `{other}` has {found:page/pages}, `{layout}` has {wanted}: one cannot take the "
        "other's place",
        "name a layout of {wanted:page/pages}",
        "A layout that takes another's place stands on the same pages, so that all that follows "
        "stays where it is.",
    ),
)

SPARE_ELSEWHERE = error(
    "L050",
    zh=(
        "“{frame}”已经写在 spare 里，这里又写了一次",
        "只留一处",
        "spare 里的框平时不排，稿子短时才加排；parts 里的框平时都排，稿子长时才不排；"
        "pictures 里的图一直都在，只移动它的边。一个框只能是其中一种。",
    ),
    en=(
        "`{frame}` stands under `spare` as well",
        "keep it in one of the two places",
        "A frame under `spare` stays out unless the copy is short, one under `parts` is there "
        "unless the copy is long, and a picture under `pictures` is always there. A frame is one "
        "of these.",
    ),
)

NEVER_SHORT = error(
    "L051",
    zh=(
        "写了 spare，却没有写 short：稿子永远不算短",
        "在 fit 里写 short，例如 short: 10",
        "spare 里的框只在稿子短的时候加排；少几行才算短，由 short 规定。",
    ),
    en=(
        "`spare` is declared without `short`: copy is never called short",
        "give `fit` a `short`, such as `short: 10`",
        "Spare frames come in only where copy is short, and `short` says how many lines it may "
        "lack before it is.",
    ),
)

NO_HALF_ROWS = error(
    "L055",
    zh=(
        "headings 的 {found} 行不是半行的整数倍",
        "写 0.5、1、1.5 这样的数",
        "小标题上面的空半行半行地增减：两个半行合成一行，后面的正文才回到网格上。",
    ),
    en=(
        "`headings` of {found} rows is no number of half rows",
        "write a number such as 0.5, 1 or 1.5",
        "The space above headings gives or takes half rows: two of them make a row, so that the "
        "copy below comes back to the grid.",
    ),
)

RULES = (
    SAME_LEVER,
    LEVER_WITHOUT_PLACE,
    NOT_A_PICTURE,
    FACES_NOTHING,
    TOO_MANY_ROWS,
    REQUIRED_PART,
    SAME_PART,
    PART_WITHOUT_ROOM,
    SAME_LAYOUT,
    OTHER_PAGES,
    SPARE_ELSEWHERE,
    NEVER_SHORT,
    NO_HALF_ROWS,
)
