"""Faults of tables in copy (A014, A060 …)."""

from __future__ import annotations

from .wording import error

TABLE = error(
    "A014",
    zh=(
        "这里不能有表格",
        "把表格移到引文、列表和注文之外，上下各空一行",
        "表格是正文里单独的一块，和段落并列；引文、列表和注文里排不下它。",
    ),
    en=(
        "a table cannot stand here",
        "move it out of the quotation, list or note, with a blank line above and below",
        "A table is a block of its own among the paragraphs; a quotation, list or note has no "
        "room for it.",
    ),
)

TABLE_CELLS = error(
    "A060",
    zh=(
        "表格的这一行有 {found} 格，表头有 {wanted} 格",
        "补上或删去“|”，让每一行和表头的格数一样，表格下面空一行；文字里的竖线写成“\\|”",
        "多出来的格没有栏可放，缺的格不知道是哪一栏。空着的格也要写出两边的“|”。",
    ),
    en=(
        "this row of the table has {found:cell/cells}, its head {wanted}",
        "add or delete a `|`, so that every row has as many cells, and leave a blank line below "
        "the table; write `\\|` for a bar in a text",
        "A cell too many has no column to stand in, and nobody knows which one is missing. "
        "An empty cell is written too, as nothing between two bars.",
    ),
)

EMPTY_TABLE = error(
    "A061",
    zh=(
        "表格只有表头，没有内容",
        "在这一行下面写上各行内容，或删去表格",
        "表头之后一行也没有，多半是没写完，或者内容与表头之间空了一行。",
    ),
    en=(
        "the table has a head and no rows",
        "write its rows below this line, or delete the table",
        "Nothing follows the head: the table is unfinished, or a blank line parts its rows from "
        "the head.",
    ),
)

TABLE_RULE = error(
    "A062",
    zh=(
        "表头下面没有“| --- |”这样的一行",
        "表头的下一行写成“{rule}”，竖线和短横用半角；文字里的竖线写成“\\|”",
        "表格靠这一行认出来：它说明上面是表头、有几栏、怎样对齐。没有它，或者写错了，"
        "竖线和文字就会当作段落印出来。",
    ),
    en=(
        "no line of the kind `| --- |` stands below the head of this table",
        "make the line below the head `{rule}`, in half-width characters, or write `\\|` for a bar "
        "in a text",
        "This line makes a table: it says that a head stands above, how many columns there are and "
        "how they are aligned. Without it the bars would print within a paragraph.",
    ),
)

RULES = (TABLE, TABLE_CELLS, EMPTY_TABLE, TABLE_RULE)
