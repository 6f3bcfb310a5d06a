"""Findings on the terminal, with the source lines they point to."""

from __future__ import annotations

import sys

import typer

from ..build import Build
from ..model.diagnostics import Lang


def show_findings(made: Build, lang: Lang) -> None:
    """Print all findings to standard error, in the order of their places."""
    if not made.diagnostics:
        return
    from ..report import group, render
    from ..source import line_reader

    read_line = line_reader(made.root)
    colour = sys.stderr.isatty()
    for finding in group(made.diagnostics):
        text = render(finding.diagnostic, lang, read_line, colour, finding.places)
        typer.echo(text, err=True)
        typer.echo(err=True)
