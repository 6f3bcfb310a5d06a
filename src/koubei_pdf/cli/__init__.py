"""The command line: arguments, progress, exit codes. 0 clean · 1 faults found · 2 wrong usage."""

from __future__ import annotations

import atexit
import gc
import io
import signal
import sys
from dataclasses import replace

import typer

from . import planning_options, preflight_options, render_options, sheet_options
from .options import (
    AsJson,
    At,
    Code,
    Lang,
    Manifest,
    NewFolder,
    PaperLang,
    Version,
    Zip,
    message_lang,
    paper_lang,
)
from .usage import Commands
from .words import tr

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

    asked = Wanted(output, pages, edition.value, None, outline_text, refit)
    if standard is not None:
        asked = replace(asked, standard=standard.value)
    raise typer.Exit(run_render(issue, asked, message_lang(lang)))


@app.command(
    help=tr(
        "检查整期杂志，报告所有问题，不写文件。",
        "Check the whole issue and report all faults; write nothing.",
    )
)
def check(issue: Manifest, lang: Lang = None) -> None:
    from .render import run_check

    raise typer.Exit(run_check(issue, message_lang(lang)))


@app.command(
    help=tr(
        "列出每篇文章排得怎样：多几行、少几行、用了什么办法、怎样就能排下。不写文件。",
        "List how every story fits: lines over or short, what was moved, what would help; write"
        " nothing.",
    )
)
def fit(
    issue: Manifest,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    from .fit import run_fit

    raise typer.Exit(run_fit(issue, as_json, message_lang(lang)))


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
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    from .slip import run_slip

    raise typer.Exit(run_slip(issue, story, as_json, message_lang(lang)))


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

    raise typer.Exit(run_plan(issue, output, message_lang(lang), paper_lang(lang)))


@app.command(
    help=tr(
        "检查一个 PDF 能不能交给印厂：标准、颜色、墨量、图片、字体。",
        "Judge whether a print shop can take a PDF: standard, colours, ink, pictures, fonts.",
    )
)
def preflight(
    file: preflight_options.File,
    profile: preflight_options.Profile = None,
    heat_maps: preflight_options.HeatMaps = None,
    ink: preflight_options.Ink = True,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    from .preflight import run_preflight

    raise typer.Exit(run_preflight(file, profile, ink, heat_maps, as_json, message_lang(lang)))


@app.command(
    help=tr(
        "把交给印厂的东西打成一个 zip：付印文件、校样、工艺单、检查报告、字体清单、校验和。",
        "Pack what a print shop gets into one zip: press file, proofs, print ticket, preflight"
        " report, font list, checksums.",
    )
)
def package(
    issue: Manifest,
    output: Zip = None,
    lang: PaperLang = None,
) -> None:
    from .package import run_package

    raise typer.Exit(run_package(issue, output, message_lang(lang), paper_lang(lang)))


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
    raise typer.Exit(run_impose(file, output, asked, message_lang(lang)))


@app.command(
    help=tr("新建一期能直接排版的小样刊。", "Make a small working issue that renders at once.")
)
def new(
    folder: NewFolder,
    lang: Lang = None,
) -> None:
    from .new import run_new

    raise typer.Exit(run_new(folder, message_lang(lang)))


@app.command(help=tr("解释一个错误代码，如 T001。", "Explain a fault's code, such as T001."))
def explain(
    code: Code = None,
    lang: Lang = None,
) -> None:
    from .explain import run_explain

    raise typer.Exit(run_explain(code, message_lang(lang)))


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
    at: At,
    lang: Lang = None,
) -> None:
    from .explain_line import run_explain_line

    raise typer.Exit(run_explain_line(issue, at, message_lang(lang)))


@app.callback()
def _root(context: typer.Context, version: Version = False, lang: Lang = None) -> None:
    """Options of the program itself; the language asked for is that of the command's messages."""
    if lang is not None and isinstance(context.command, Commands):
        context.default_map = {name: {"lang": lang.value} for name in context.command.commands}


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
