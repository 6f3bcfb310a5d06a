"""The options of `preflight`, as its help describes them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .words import tr

File = Annotated[Path, typer.Argument(metavar="FILE", help=tr("PDF 文件，不论由谁做的", "any PDF"))]
Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="P",
        help=tr(
            "印刷条件：名字，或 .yaml 文件；不写，自己排的期刊按它的印刷条件，别的按 sheetfed",
            "the press: a profile's name, or a .yaml file; without it, a file of an issue is judged"
            " by the issue's, any other by sheetfed",
        ),
    ),
]
HeatMaps = Annotated[
    Path | None,
    typer.Option(
        "--heat-maps",
        metavar="DIR",
        help=tr(
            "把超墨量的页画成热图，写到这个文件夹",
            "write pictures of the pages with too much ink into this folder",
        ),
    ),
]
Ink = Annotated[
    bool, typer.Option("--ink/--no-ink", help=tr("是否计算总墨量", "measure total ink or not"))
]
