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
from . import planning_options, render_options, sheet_options
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


@app.command(help=tr("排版整期杂志，写出 PDF。", "Lay the whole issue out and write the PDF."))
def render(
    issue: Manifest,
    output: render_options.Output = None,
    pages: render_options.Pages = None,
    edition: render_options.Edition = render_options.EditionChoice.press,
    standard: render_options.Standard = None,
    outline_text: render_options.OutlineText = False,
    refit: render_options.Refit = False,
    lang: Lang = None,
) -> None:
    from .render import Wanted, run_render

    asked = Wanted(
        output,
        pages,
        edition.value,
        standard.value if standard else None,
        outline_text,
        refit,
    )
    raise typer.Exit(run_render(issue, asked, _lang(lang)))


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
    help=tr(
        "列出每篇文章排得怎样：多几行、少几行、用了什么办法、怎样就能排下。不写文件。",
        "List how every story fits: lines over or short, what was moved, what would help; write"
        " nothing.",
    )
)
def fit(
    issue: Manifest,
    as_json: Annotated[bool, typer.Option("--json", help=tr("输出 JSON", "print JSON"))] = False,
    lang: Lang = None,
) -> None:
    from .fit import run_fit

    raise typer.Exit(run_fit(issue, as_json, _lang(lang)))


@app.command(
    help=tr(
        "列出每篇文章的发稿签：要多少字、标题多长、几张图、图要多大。稿件还没来也行。",
        "List what each story is asked for: characters, lengths of titles, pictures and their"
        " sizes. No copy need be there.",
    )
)
def slip(
    issue: Manifest,
    story: planning_options.Story = None,
    as_json: Annotated[bool, typer.Option("--json", help=tr("输出 JSON", "print JSON"))] = False,
    lang: Lang = None,
) -> None:
    from .slip import run_slip

    raise typer.Exit(run_slip(issue, story, as_json, _lang(lang)))


@app.command(
    help=tr(
        "画出整期的联络图（HTML 和 PDF）：每个对页的样子，字数、图片、问题。稿件还没来也行。",
        "Draw the flatplan of the issue (HTML and PDF): all spreads small, words, pictures, faults."
        " No copy need be there.",
    )
)
def plan(
    issue: Manifest,
    output: planning_options.Folder = None,
    lang: PaperLang = None,
) -> None:
    from .plan import run_plan

    paper_lang: MessageLang = lang.value if lang else "zh"
    raise typer.Exit(run_plan(issue, output, _lang(lang), paper_lang))


@app.command(
    help=tr(
        "检查一个 PDF 能不能交给印厂：标准、颜色、墨量、图片、字体。",
        "Judge whether a print shop can take a PDF: standard, colours, ink, pictures, fonts.",
    )
)
def preflight(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=tr("PDF 文件，不论由谁做的", "any PDF"))
    ],
    profile: Annotated[
        str,
        typer.Option(
            "--profile",
            metavar="P",
            help=tr(
                "印刷条件：名字，或 .yaml 文件", "the press: a profile's name, or a .yaml file"
            ),
        ),
    ] = "sheetfed",
    heat_maps: Annotated[
        Path | None,
        typer.Option(
            "--heat-maps",
            metavar="DIR",
            help=tr(
                "把超墨量的页画成热图，写到这个文件夹",
                "write pictures of the pages with too much ink into this folder",
            ),
        ),
    ] = None,
    ink: Annotated[
        bool, typer.Option("--ink/--no-ink", help=tr("是否计算总墨量", "measure total ink or not"))
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help=tr("输出 JSON", "print JSON"))] = False,
    lang: Lang = None,
) -> None:
    from .preflight import run_preflight

    raise typer.Exit(run_preflight(file, profile, ink, heat_maps, as_json, _lang(lang)))


@app.command(
    help=tr(
        "把交给印厂的东西打成一个 zip：付印文件、校样、工艺单、检查报告、字体清单、校验和。",
        "Pack what a print shop gets into one zip: press file, proofs, print ticket, preflight"
        " report, font list, checksums.",
    )
)
def package(
    issue: Manifest,
    output: Annotated[
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
    ] = None,
    lang: PaperLang = None,
) -> None:
    from .package import run_package

    paper_lang: MessageLang = lang.value if lang else "zh"
    raise typer.Exit(run_package(issue, output, _lang(lang), paper_lang))


@app.command(
    help=tr(
        "把单页的 PDF 拼到大张纸上，供打样和小印厂使用；交给印厂的仍是单页文件。",
        "Lay a PDF of single pages on sheets, for proofs and small presses; a print shop still gets"
        " the single pages.",
    )
)
def impose(
    file: sheet_options.Source,
    saddle: sheet_options.Saddle = False,
    perfect: sheet_options.Perfect = False,
    sheet: sheet_options.Sheet = None,
    signature: sheet_options.Signature = None,
    creep: sheet_options.Creep = None,
    caliper: sheet_options.Caliper = None,
    gripper: sheet_options.Gripper = None,
    output: sheet_options.Output = None,
    lang: Lang = None,
) -> None:
    from .impose import Asked, run_impose

    asked = Asked(saddle, perfect, sheet, signature, creep, caliper, gripper)
    raise typer.Exit(run_impose(file, output, asked, _lang(lang)))


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
