"""Wrong usage, told as faults are: what is wrong, what to do; exit code 2."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from ..model.diagnostics import Bilingual, Lang
from .words import asked_lang

#: The exit code of wrong usage.
WRONG_USAGE = 2

_ERROR = {"zh": "错误", "en": "error"}
_HELP = {"zh": "建议", "en": "help"}

_SEE_HELP = Bilingual("用法见 {command} --help", "see {command} --help")

#: What typer says of a command line that it cannot read, and the same in both languages.
_COMPLAINTS = (
    (r"Missing argument '(?P<a>.+)'\.", Bilingual("缺少参数 {a}", "missing argument {a}")),
    (r"Missing command\.", Bilingual("缺少命令", "missing command")),
    (
        r"No such option: (?P<a>\S+) \(Possible options: (?P<b>.+)\)",
        Bilingual("没有选项 {a}；相近的有 {b}", "no such option: {a}; close to it: {b}"),
    ),
    (r"No such option: (?P<a>\S+)", Bilingual("没有选项 {a}", "no such option: {a}")),
    (
        r"No such command '(?P<a>.+)'\. Did you mean (?P<b>.+)\?",
        Bilingual("没有命令 {a}；相近的有 {b}", "no such command: {a}; close to it: {b}"),
    ),
    (r"No such command '(?P<a>.+)'\.", Bilingual("没有命令 {a}", "no such command: {a}")),
    (
        r"Invalid value for '(?P<a>.+?)': '(?P<b>.*)' is not one of (?P<c>.+)\.",
        Bilingual("{a} 不能是“{b}”，只能是 {c} 之一", "{a} cannot be `{b}`, only one of {c}"),
    ),
    (
        r"Option '(?P<a>.+)' requires an argument\.",
        Bilingual("{a} 后面缺少值", "{a} lacks its value"),
    ),
    (
        r"Option '(?P<a>.+)' does not take a value\.",
        Bilingual("{a} 后面不能写值", "{a} does not take a value"),
    ),
    (
        r"Got unexpected extra argument(?:s|\(s\))? \((?P<a>.+)\)",
        Bilingual("多余的参数：{a}", "unexpected extra argument: {a}"),
    ),
)
_AS_IT_IS = Bilingual("{complaint}", "{complaint}")

#: The base of typer's complaints, which it does not export.
_UsageError: type[Exception] = typer.BadParameter.__mro__[1]


def wrong_usage(message: Bilingual, remedy: Bilingual, lang: Lang, **facts: object) -> int:
    """Tell of wrong usage; gives the exit code."""
    typer.echo(f"{_ERROR[lang]}: {message.text(lang, facts)}", err=True)
    typer.echo(f"  = {_HELP[lang]}: {remedy.text(lang, facts)}", err=True)
    return WRONG_USAGE


class Commands(TyperGroup):
    """The program's commands, whose usage errors are told in the language of messages."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Run a command line (by default the process's own) and exit."""
        extra["standalone_mode"] = False
        try:
            code = super().main(args, *rest, **extra)
        except _UsageError as error:
            code = _complain(error, asked_lang(sys.argv[1:] if args is None else args))
        sys.exit(code)


def _complain(error: Any, lang: Lang) -> int:
    complaint = error.format_message()
    if not complaint:  # without a command the help has been shown
        return WRONG_USAGE
    message, facts = _AS_IT_IS, {"complaint": complaint}
    for pattern, words in _COMPLAINTS:
        match = re.fullmatch(pattern, complaint, re.DOTALL)
        if match is not None:
            message = words
            facts = {name: text.replace("'", "") for name, text in match.groupdict().items()}
            break
    command = error.ctx.command_path if error.ctx else "koubei-pdf"
    return wrong_usage(message, _SEE_HELP, lang, command=command, **facts)
