"""The program's own options, those that several commands have, and those of commands with few."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..model.diagnostics import Lang as MessageLang
from .words import locale_lang, tr


class LangChoice(StrEnum):
    """Languages of messages."""

    zh = "zh"
    en = "en"


Manifest = Annotated[
    Path,
    typer.Argument(
        metavar="ISSUE",
        help=tr("issue.yaml，或放着它的文件夹", "issue.yaml, or the folder that holds it"),
    ),
]
Lang = Annotated[
    LangChoice | None,
    typer.Option(
        "--lang",
        help=tr("消息的语言（缺省：随系统）", "language of messages (default: the locale's)"),
    ),
]

#: Of commands that write papers for people, whose language must not depend on the machine.
PaperLang = Annotated[
    LangChoice | None,
    typer.Option(
        "--lang",
        help=tr(
            "消息和写出的文件的语言（缺省：消息随系统，文件用中文）",
            "language of messages and of what is written (default: the locale's for messages,"
            " Chinese for what is written)",
        ),
    ),
]

AsJson = Annotated[bool, typer.Option("--json", help=tr("输出 JSON", "print JSON"))]
Zip = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=tr(
            "zip 文件（缺省：期刊文件夹里的 out/issue-package.zip）",
            "the zip (default: out/issue-package.zip in the issue's folder)",
        ),
    ),
]
NewFolder = Annotated[Path, typer.Argument(metavar="DIR", help=tr("新文件夹", "the new folder"))]
Code = Annotated[
    str | None,
    typer.Argument(
        metavar="CODE", help=tr("代码；不写则列出全部", "the code; none lists them all")
    ),
]
At = Annotated[
    str,
    typer.Option(
        "--at",
        metavar="FILE:LINE",
        help=tr(
            "原稿里的位置，如 articles/x.md:14，后面可再加 :列",
            "a place in the copy, such as articles/x.md:14; :COLUMN may follow",
        ),
    ),
]


def _version(wanted: bool) -> None:
    if wanted:
        from .. import __version__

        typer.echo(f"koubei-pdf {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option(
        "--version", callback=_version, is_eager=True, help=tr("显示版本", "show the version")
    ),
]


def message_lang(choice: LangChoice | None) -> MessageLang:
    """The language of messages."""
    return choice.value if choice else locale_lang()


def paper_lang(choice: LangChoice | None) -> MessageLang:
    """The language of what is written for people."""
    return choice.value if choice else "zh"
