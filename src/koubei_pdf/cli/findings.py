"""Findings on the terminal, with the source lines they point to."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from ..model.diagnostics import Diagnostic, Lang


def show_findings(diagnostics: Sequence[Diagnostic], root: Path, lang: Lang) -> None:
    """Print all findings to standard error, in the order of their places below `root`."""
    if not diagnostics:
        return
    from ..report import group, render
    from ..source import line_reader

    read_line = line_reader(root)
    colour = sys.stderr.isatty()
    for finding in group(diagnostics):
        text = render(finding.diagnostic, lang, read_line, colour, finding.places)
        typer.echo(text, err=True)
        typer.echo(err=True)
