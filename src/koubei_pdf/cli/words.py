"""The language of messages, and of the help text."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import cast

from ..model.diagnostics import Lang


def locale_lang() -> Lang:
    """Chinese if the environment's locale is Chinese, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def asked_lang(arguments: Sequence[str]) -> Lang:
    """The language of what is told before a command runs: that of `--lang`, else the locale's."""
    for index, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=")
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in ("zh", "en"):
            return cast(Lang, value)
    return locale_lang()


_HELP_LANG = asked_lang(sys.argv[1:])


def tr(zh: str, en: str) -> str:
    """The wording for the help text's language."""
    return zh if _HELP_LANG == "zh" else en
