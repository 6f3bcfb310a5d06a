"""The command line: arguments, progress, exit codes. 0 clean · 1 faults found · 2 wrong usage."""

from __future__ import annotations

import atexit
import gc
import io
import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..model.diagnostics import Lang as MessageLang
from .usage import Commands
from .words import locale_lang, tr

app = typer.Typer(
    cls=Commands,
    name="koubei-pdf",
    help=tr(
        "把一本中文杂志从稿件排成可付印的 PDF。",
        "Takes a Chinese magazine from manuscript to a print-ready PDF.",
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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


@app.command(help=tr("排版整期杂志，写出 PDF。", "Lay the whole issue out and write the PDF."))
def render(
    issue: Manifest,
    output: Annotated[
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
    ] = None,
    pages: Annotated[
        str | None,
        typer.Option(
            "--pages",
            metavar="4-9",
            help=tr(
                "只输出这些页，如 4-9 或 4,12-13，按本期的次序",
                "write only these pages, e.g. 4-9 or 4,12-13, in the order of the issue",
            ),
        ),
    ] = None,
    lang: Lang = None,
) -> None:
    from .render import run_render

    raise typer.Exit(run_render(issue, output, pages, _lang(lang)))


@app.command(
    help=tr(
        "检查整期杂志，报告所有问题，不写文件。",
        "Check the whole issue and report all faults; write nothing.",
    )
)
def check(issue: Manifest, lang: Lang = None) -> None:
    from .render import run_check

    raise typer.Exit(run_check(issue, _lang(lang)))


@app.command(
    help=tr("新建一期能直接排版的小样刊。", "Make a small working issue that renders at once.")
)
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=tr("新文件夹", "the new folder"))],
    lang: Lang = None,
) -> None:
    from .new import run_new

    raise typer.Exit(run_new(folder, _lang(lang)))


@app.command(help=tr("解释一个错误代码，如 T001。", "Explain a fault's code, such as T001."))
def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE", help=tr("代码；不写则列出全部", "the code; none lists them all")
        ),
    ] = None,
    lang: Lang = None,
) -> None:
    from .explain import run_explain

    raise typer.Exit(run_explain(code, _lang(lang)))


@app.command(
    "explain-line",
    help=tr(
        "说明一行为什么这样断：选中的断点、别的断点各要多少代价、起作用的规则。",
        "Explain why lines end where they do: the break chosen, its rivals with their costs, and"
        " the rules that acted.",
    ),
)
def explain_line(
    issue: Manifest,
    at: Annotated[
        str,
        typer.Option(
            "--at",
            metavar="FILE:LINE",
            help=tr(
                "原稿里的位置，如 articles/x.md:14，后面可再加 :列",
                "a place in the copy, such as articles/x.md:14; :COLUMN may follow",
            ),
        ),
    ],
    lang: Lang = None,
) -> None:
    from .explain_line import run_explain_line

    raise typer.Exit(run_explain_line(issue, at, _lang(lang)))


def _version(wanted: bool) -> None:
    if wanted:
        from .. import __version__

        typer.echo(f"koubei-pdf {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help=tr("显示版本", "show the version")
        ),
    ] = False,
) -> None:
    """Options of the program itself."""


def _lang(choice: LangChoice | None) -> MessageLang:
    return choice.value if choice else locale_lang()


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal without Chinese shows ? for it
            stream.reconfigure(errors="replace")
    if hasattr(signal, "SIGPIPE"):  # a reader that goes early, as `head` does, ends the program
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # A run makes many small objects that live to its end: looking for garbage finds none.
    # Frozen, they are passed over by the collection with which the interpreter ends, too.
    gc.disable()
    atexit.register(gc.freeze)
    app()
