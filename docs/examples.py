"""The issues of docs/examples, laid out in folders: tests build them, make_images.py shows them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from koubei_pdf import shipped
from koubei_pdf.build import Build, build
from koubei_pdf.cli.new import run_new
from koubei_pdf.cli.render import job
from koubei_pdf.output import write_pdf

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs" / "examples"

PORTRAITS = range(1, 5)
#: The steps of the tutorial, the left page of the spread that it is about, and the step that is its
#: end: the last one turns it round.
STEPS, SPREAD, SHOWN_LARGE = range(1, 11), 6, 9


#: Copy and pictures of the sample that the spread with runaround borrows.
COPY = ROOT / "articles" / "34-shizai.md"
PICTURES = [ROOT / "articles" / "images" / f"pingyi-{number}.svg" for number in (1, 2, 3, 4)]

HEAD = """---
title: 十载坚守 数十亿担当
section: news
quotes: [客户的1号被我们分解成3个8小时]
pictures:
  - {file: tree.svg, alt: 一棵树}
"""
ISSUE = """title: 一流口碑
date: 2023-03
sections:
  - {id: news, number: "04", name: 武电快讯, colour: amber, text_colour: amber-deep}
articles: {story: articles/story.md}
pages:
  - {pages: 1, layout: blank}
  - {pages: 2-3, layout: around, article: story}
  - {pages: 4, layout: blank}
"""

#: The long story that goes on on another page, with the pictures of the sample's.
LONG_PICTURES = [ROOT / "articles" / "images" / f"shizai{more}.svg" for more in ("", "-2")]
LONG_HEAD = """---
title: 十载坚守 数十亿担当
section: news
department: 智慧云网调度运营中心
quotes: [客户的1号 被我们分解成3个8小时]
pictures:
  - {file: shizai.svg, alt: 插画：工程师走过机房, caption: 十年坚守，从机房到客户}
---
"""
BLANK = "pages: 1\nmaster: none\n"


def advert(folder: Path) -> Path:
    """The manifest of an advertiser's page."""
    shutil.copytree(EXAMPLES / "advert", folder)
    return folder / "issue.yaml"


def around(folder: Path) -> Path:
    """The manifest of a spread with runaround, a heading across all columns and a group."""
    shutil.copytree(EXAMPLES / "around", folder)
    shutil.copy(shipped.folder("layouts") / "house.yaml", folder / "layouts")
    (folder / "layouts" / "blank.yaml").write_text(BLANK, encoding="utf-8")
    names = []
    for path in PICTURES:
        shutil.copy(path, folder / "articles")
        names.append(path.name)
    pictures = "".join(f"  - {{file: {name}, alt: 插画}}\n" for name in names)
    copy = COPY.read_text(encoding="utf-8").split("---\n", 2)[2]
    text = f"{HEAD}{pictures}---\n{copy}"
    (folder / "articles" / "story.md").write_text(text, encoding="utf-8")
    manifest = folder / "issue.yaml"
    manifest.write_text(ISSUE, encoding="utf-8")
    return manifest


def continued(folder: Path) -> Path:
    """The manifest of a story that runs around its quotation, and goes on around a picture."""
    shutil.copytree(EXAMPLES / "continued", folder)
    for layout in ("house", "story", "story-around"):
        shutil.copy(shipped.folder("layouts") / f"{layout}.yaml", folder / "layouts")
    (folder / "layouts" / "blank.yaml").write_text(BLANK, encoding="utf-8")
    articles = folder / "articles"
    articles.mkdir()
    for path in (*LONG_PICTURES, EXAMPLES / "components" / "articles" / "images" / "half.svg"):
        shutil.copy(path, articles)
    copy = COPY.read_text(encoding="utf-8").split("---\n", 2)[2].split("\n\n")
    (articles / "story.md").write_text(LONG_HEAD + "\n\n".join(copy[:-2]), encoding="utf-8")
    return folder / "issue.yaml"


def components(folder: Path) -> Path:
    """The manifest of the issue with every component, the advertiser's page in it as a PDF."""
    shutil.copytree(EXAMPLES / "components", folder)
    for layout in ("house", "advertisement", "colophon"):
        shutil.copy(shipped.folder("layouts") / f"{layout}.yaml", folder / "layouts")
    images = folder / "articles" / "images"
    for number in PORTRAITS:
        shutil.copy(ROOT / "articles" / "images" / f"portrait-{number:02d}.svg", images)
    (images / "ad.pdf").write_bytes(printed(build(advert(folder / "advert"))))
    return folder / "issue.yaml"


def tutorial(folder: Path, step: int) -> Path:
    """The manifest of the starter issue as it is after a step of the tutorial."""
    run_new(folder, "en")
    for number in range(1, step + 1):
        shutil.copytree(EXAMPLES / "tutorial" / f"{number:02d}", folder, dirs_exist_ok=True)
    return folder / "issue.yaml"


def printed(made: Build) -> bytes:
    """The press edition without marks: pages with their bleed."""
    assert made.book is not None, made.diagnostics
    assert made.shelf is not None
    assert made.issue is not None
    plain = job(made.issue)
    asked = replace(plain, press=replace(plain.press, marks=None))
    return b"".join(write_pdf(made.book, made.shelf, asked))
