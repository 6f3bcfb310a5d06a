"""Wrong usage, told as faults are: what is wrong, what to do; exit code 2."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from ..model.diagnostics import Bilingual, Lang
from ..report import LABELS
from .words import asked_lang

#: The exit code of wrong usage.
WRONG_USAGE = 2

#: The exit code where faults were found, or what was found could not be told.
FAULTY = 1

_NO_OUTPUT = Bilingual("写不出消息：{reason}", "cannot write what there is to say: {reason}")
_ELSEWHERE = Bilingual("让输出去别的地方，再运行一次", "send the output elsewhere and run again")

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
    _tell(message, remedy, lang, facts)
    return WRONG_USAGE


def _tell(message: Bilingual, remedy: Bilingual, lang: Lang, facts: Mapping[str, object]) -> None:
    labels = LABELS[lang]
    text = f"{labels['error']}{labels['colon']}{message.text(lang, facts)}"
    typer.echo(f"{text}\n  = {labels['help']}{remedy.text(lang, facts)}", err=True)


class Commands(TyperGroup):
    """The program's commands, whose usage errors are told in the language of messages."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Run a command line (by default the process's own) and exit."""
        extra["standalone_mode"] = False
        words = sys.argv[1:] if args is None else args
        lang = asked_lang(words)
        if lang == "zh" and not {"--help", "-h"}.isdisjoint(words):
            _name_panels()
        try:
            code = super().main(args, *rest, **extra)
        except _UsageError as error:
            code = _complain(error, self._asked(error, words), lang)
        except OSError:
            if not _is_mute(lang):
                raise
            code = FAULTY
        sys.exit(code)

    def _asked(self, error: Any, words: Sequence[str]) -> str:
        """The command whose help tells more: typer does not always say which it was."""
        if error.ctx:
            return str(error.ctx.command_path)
        return " ".join(["koubei-pdf", *(name for name in words[:1] if name in self.commands)])


def _name_panels() -> None:
    """The headings of the help in Chinese."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
    rich_utils.OPTIONS_PANEL_TITLE = "选项"
    rich_utils.COMMANDS_PANEL_TITLE = "命令"


def _is_mute(lang: Lang) -> bool:
    """Whether an output takes no more text, as on a full disk; told on the other, if that does."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.write("\n")  # what could not be written is gone: only more of it tells
            stream.flush()
        except OSError as error:
            with open(os.devnull, "wb") as nowhere:  # or what is left to write fails at the exit
                os.dup2(nowhere.fileno(), stream.fileno())
            _tell(_NO_OUTPUT, _ELSEWHERE, lang, {"reason": error.strerror})
            return True
    return False


def _complain(error: Any, command: str, lang: Lang) -> int:
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
    return wrong_usage(message, _SEE_HELP, lang, command=command, **facts)
