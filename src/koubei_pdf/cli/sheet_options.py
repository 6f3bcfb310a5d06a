"""The options of `impose`, as its help describes them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .words import tr

Source = Annotated[
    Path,
    typer.Argument(metavar="FILE", help=tr("单页的 PDF，不论由谁做的", "any PDF of single pages")),
]
Saddle = Annotated[bool, typer.Option("--saddle", help=tr("骑马订", "saddle stitch"))]
Perfect = Annotated[bool, typer.Option("--perfect", help=tr("无线胶订", "perfect binding"))]
Sheet = Annotated[
    str | None,
    typer.Option(
        "--sheet",
        metavar="A2",
        help=tr(
            "纸张：A4、SRA3、大对开……，或 700x500mm（缺省：刚好够大）",
            "the sheet: A4, SRA3, 大对开 …, or 700x500mm (default: made to measure)",
        ),
    ),
]
Signature = Annotated[
    str | None,
    typer.Option(
        "--signature",
        metavar="16",
        help=tr(
            "胶订每帖的页数：4、8、16、32", "perfect binding: pages of a signature, 4, 8, 16 or 32"
        ),
    ),
]
Creep = Annotated[
    str | None,
    typer.Option(
        "--creep",
        metavar="MM",
        help=tr("骑马订最里面一张的爬移", "saddle stitch: creep of the innermost sheet"),
    ),
]
Caliper = Annotated[
    str | None,
    typer.Option(
        "--caliper",
        metavar="MM",
        help=tr(
            "或者一张纸的厚度，由它算爬移", "or the thickness of a leaf, which gives the creep"
        ),
    ),
]
Gripper = Annotated[
    str | None,
    typer.Option(
        "--gripper",
        metavar="MM",
        help=tr("咬口：纸下边不印的一条（缺省 10）", "the sheet's unprinted foot (default 10)"),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        help=tr(
            "PDF 文件（缺省：FILE 旁边的 FILE-saddle.pdf 或 FILE-perfect.pdf）",
            "the PDF (default: FILE-saddle.pdf or FILE-perfect.pdf beside FILE)",
        ),
    ),
]
