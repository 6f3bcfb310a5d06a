"""A story of two pages in the shipped house style, to be read back from print."""

from __future__ import annotations

import shutil
from pathlib import Path

from koubei_pdf.build import Build, build

from .writing import bare

LAYOUTS = Path(__file__).resolve().parents[1] / "layouts"
BLANK = "pages: 1\nframes:\n  blank: {kind: fill, box: [0, 0, 1, 1], colour: white}\n"
ISSUE = """\
title: 样张
date: "2027.01"
sections: [{id: one, number: "01", name: 起步, colour: blue}]
articles: {copy: articles/copy.md}
pages:
  - {pages: 1, layout: blank}
  - {pages: 2-3, layout: page, article: copy}
  - {pages: 4, layout: blank}
"""


def build_story(folder: Path, copy: Path, layout: str) -> Build:
    """The issue, made in an empty folder: pages 2 and 3 are `copy` in `layout`."""
    shutil.copytree(LAYOUTS, folder / "layouts")
    (folder / "articles").mkdir()
    shutil.copy(copy, folder / "articles" / "copy.md")
    (folder / "layouts/page.yaml").write_text(layout, encoding="utf-8")
    (folder / "layouts/blank.yaml").write_text(BLANK, encoding="utf-8")
    (folder / "issue.yaml").write_text(ISSUE, encoding="utf-8")
    return build(folder / "issue.yaml")


def print_story(made: Build, folder: Path) -> Path:
    """Its press file, made without a fault, as page.pdf."""
    assert made.diagnostics == ()
    path = folder / "page.pdf"
    path.write_bytes(bare(made))
    return path
