"""Findings on the terminal, with the source lines they point to."""

from __future__ import annotations

import sys
from functools import cache

import typer

from ..build import Build
from ..model.diagnostics import Lang


def show_findings(made: Build, lang: Lang) -> None:
    """Print all findings to standard error, in the order of their places."""
    if not made.diagnostics:
        return
    from ..report import group, render

    @cache
    def lines(file: str) -> tuple[str, ...]:
        try:
            text = (made.root / file).read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            return ()
        return tuple(text.splitlines())

    def read_line(file: str, line: int) -> str | None:
        found = lines(file)
        return found[line - 1] if 0 < line <= len(found) else None

    colour = sys.stderr.isatty()
    for finding in group(made.diagnostics):
        text = render(finding.diagnostic, lang, read_line, colour, finding.places)
        typer.echo(text, err=True)
        typer.echo(err=True)
