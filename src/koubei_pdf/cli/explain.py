"""`explain CODE`: what a fault means and how to mend it."""

from __future__ import annotations

from difflib import get_close_matches

import typer

from .. import checks, fonts, handoff, imposition, output, pages, source
from ..model.diagnostics import Bilingual, Lang, Rule
from ..report import LABELS, severity
from .usage import wrong_usage

_UNKNOWN = Bilingual("没有代码 {code}", "there is no code {code}")
_SEE_ALL = Bilingual("koubei-pdf explain 列出全部", "koubei-pdf explain lists them all")
_NEAR = Bilingual(
    "相近的有 {near}；koubei-pdf explain 列出全部",
    "close to it: {near}; koubei-pdf explain lists them all",
)


def rules() -> dict[str, Rule]:
    """Every rule of every layer, by code."""
    layers = (source, fonts, pages, output, imposition, handoff, checks)
    found = [rule for layer in layers for rule in layer.RULES]
    return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}


def run_explain(code: str | None, lang: Lang) -> int:
    """Exit code of `explain`."""
    known = rules()
    if code is None:
        for rule in known.values():
            typer.echo(f"{rule.code}  {_plain(rule, lang)}")
        return 0
    found = known.get(code.upper())
    if found is None:
        near = ", ".join(get_close_matches(code.upper(), known, 3, 0.3))
        return wrong_usage(_UNKNOWN, _NEAR if near else _SEE_ALL, lang, code=code, near=near)
    typer.echo(f"{severity(found, lang)}{LABELS[lang]['colon']}{_plain(found, lang)}\n")
    typer.echo(found.explain.text(lang) + "\n")
    typer.echo(f"{LABELS[lang]['help']}{_fields(found.help, lang)}")
    return 0


def _plain(rule: Rule, lang: Lang) -> str:
    return _fields(rule.message, lang)


def _fields(text: Bilingual, lang: Lang) -> str:
    """The sentence with its fields as …, since there is no finding to fill them."""

    class Dots(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return "…"

    return text.text(lang, Dots(_="…"))
