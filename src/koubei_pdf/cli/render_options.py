"""The options of `render`, as its help describes them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .words import tr


class EditionChoice(StrEnum):
    """Editions of an issue."""

    press = "press"
    proof = "proof"
    screen = "screen"


class StandardChoice(StrEnum):
    """Standards of the press edition."""

    X4 = "X-4"
    X1a = "X-1a"


Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=tr(
            "PDF 文件（缺省：期刊文件夹里的 out/issue.pdf，只输出几页时是 out/issue-4-9.pdf）",
            "the PDF (default: out/issue.pdf in the issue's folder; of some pages,"
            " out/issue-4-9.pdf)",
        ),
    ),
]
Pages = Annotated[
    str | None,
    typer.Option(
        "--pages",
        metavar="4-9",
        help=tr(
            "只输出这些页，如 4-9 或 4,12-13，按本期的次序",
            "write only these pages, e.g. 4-9 or 4,12-13, in the order of the issue",
        ),
    ),
]
Edition = Annotated[
    EditionChoice,
    typer.Option(
        "--edition",
        help=tr(
            "press 付印，proof 校样，screen 屏幕阅读",
            "press: for the shop; proof: to correct; screen: to read",
        ),
    ),
]
Standard = Annotated[
    StandardChoice | None,
    typer.Option(
        "--standard",
        help=tr(
            "付印文件的标准（缺省：按印刷条件）",
            "standard of the press edition (default: the press profile's)",
        ),
    ),
]
OutlineText = Annotated[
    bool,
    typer.Option(
        "--outline-text",
        help=tr("转曲：文字全部画成路径", "draw all text as paths (转曲)"),
    ),
]
Refit = Annotated[
    bool,
    typer.Option(
        "--refit",
        help=tr(
            "不看 issue.lock.yaml，各篇怎样排进版面重新决定",
            "pass over issue.lock.yaml and decide anew how stories are fitted",
        ),
    ),
]
