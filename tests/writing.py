"""Builds written as files that hold nothing but their pages."""

from __future__ import annotations

from dataclasses import replace

from koubei_pdf.build import Build
from koubei_pdf.cli.render import job
from koubei_pdf.output import write_pdf


def bare(made: Build) -> bytes:
    """The press edition without marks: pages with their bleed."""
    assert made.book is not None
    assert made.shelf is not None
    assert made.issue is not None
    plain = job(made.issue)
    asked = replace(plain, press=replace(plain.press, marks=None))
    return b"".join(write_pdf(made.book, made.shelf, asked))
