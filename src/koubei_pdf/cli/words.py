"""The language of messages, and of the help text."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import zip_longest
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
    """The language of what is told before a command runs: that of the last `--lang`, else the
    locale's."""
    asked = locale_lang()
    for argument, following in zip_longest(arguments, arguments[1:]):
        value = following if argument == "--lang" else argument.removeprefix("--lang=")
        if value in ("zh", "en"):
            asked = cast(Lang, value)
    return asked


_HELP_LANG = asked_lang(sys.argv[1:])


def tr(zh: str, en: str) -> str:
    """The wording for the help text's language."""
    return zh if _HELP_LANG == "zh" else en
