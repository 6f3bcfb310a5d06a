"""The issue of docs/examples: the shipped house style, layouts of its own, copy of the sample."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs" / "examples"

#: Copy and pictures of the sample that the examples borrow.
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
  - {id: news, number: "04", name: 武电快讯, colour: amber}
articles: {story: articles/story.md}
pages:
  - {pages: 1, layout: blank}
  - {pages: 2-3, layout: around, article: story}
  - {pages: 4, layout: blank}
"""


def write_examples(folder: Path) -> Path:
    """Write the issue into an empty folder; gives its manifest."""
    shutil.copytree(EXAMPLES, folder, dirs_exist_ok=True)
    shutil.copy(ROOT / "layouts" / "house.yaml", folder / "layouts")
    (folder / "layouts" / "blank.yaml").write_text("pages: 1\nmaster: none\n", encoding="utf-8")
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
