"""The options of `slip` and `plan`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .words import tr

Story = Annotated[
    str | None,
    typer.Option(
        "--story",
        metavar="ID",
        help=tr("只列这一篇（issue.yaml 里的名字）", "this story alone, as issue.yaml calls it"),
    ),
]

Folder = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="DIR",
        help=tr(
            "写到这个文件夹（缺省：期刊文件夹里的 out）",
            "the folder to write into (default: out in the issue's folder)",
        ),
    ),
]
