"""Stories made of the sample's sentences, in its layouts; and an editor who does as he is told."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from koubei_pdf.build import Build, build
from koubei_pdf.model.fitting import Cut

ROOT = Path(__file__).parents[2]
#: Layouts for one story, with their pages.
LAYOUTS = {
    "opening": 2,
    "opening-story": 2,
    "opening-long": 4,
    "story": 2,
    "story-right": 2,
    "story-inset": 2,
    "story-figures": 2,
    "story-around": 2,
    "letter": 2,
    "letter-right": 2,
    "panorama": 2,
    "feature": 2,
    "band": 2,
    "longread": 2,
}
_SENTENCE = re.compile("[^。！？\n]+[。！？]”?")

_HEAD = """\
---
title: 用心服务每一天
section: one
quotes: [把每一件小事做好, 让每一位客户满意]
pictures:
  - {file: p.svg, alt: 图, caption: 服务现场}
  - {file: p.svg, alt: 图}
---

"""
_ISSUE = """\
title: 口碑
date: 2023-03
layouts: layouts
sections: [{id: one, number: "01", name: 头条, colour: blue}]
articles: {a: articles/a.md}
pages:
  - {pages: 1, layout: blank}
  - {pages: 2-LAST, layout: LAYOUT, article: a}
  - {pages: END, layout: blank}
"""


def sentences() -> list[str]:
    """The sentences of the sample's articles, without markup."""
    found = []
    for path in sorted((ROOT / "articles").glob("*.md")):
        copy = path.read_text(encoding="utf-8").partition("\n---\n")[2]
        plain = "\n".join(
            line for line in copy.split("\n") if not re.search(r"[#*_\[\]{}<>|`]", line)
        )
        found.extend(_SENTENCE.findall(plain))
    return found


def copy(length: int, seed: int) -> str:
    """Paragraphs of about `length` characters in all, some with a heading."""
    rng = random.Random(seed)
    known, blocks, total = sentences(), [], 0
    while total < length:
        paragraph, wanted = "", rng.randint(20, 240)
        while len(paragraph) < wanted and total + len(paragraph) < length:
            paragraph += rng.choice(known)
        if blocks and rng.random() < 0.15:
            blocks.append("## 小标题")
        blocks.append(paragraph)
        total += len(paragraph)
    return "\n\n".join(blocks)


def make_issue(folder: Path) -> None:
    """The sample's layouts in a folder."""
    shutil.copytree(ROOT / "layouts", folder / "layouts")
    (folder / "layouts" / "blank.yaml").write_text("pages: 1\nmaster: none\n", encoding="utf-8")
    (folder / "articles").mkdir()
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h3v2H0z"/></svg>'
    (folder / "articles" / "p.svg").write_text(svg, encoding="utf-8")


def lay(folder: Path, layout: str, copy: str, rest: str = "") -> Build:
    """The story alone in the layout; `rest`: the layout of the last page, where it may go on."""
    last = 1 + LAYOUTS[layout]
    issue = (
        _ISSUE.replace("END, layout: blank", f"END, layout: {rest}, continues: a")
        if rest
        else _ISSUE
    )
    issue = issue.replace("LAST", str(last)).replace("END", str(last + 1))
    (folder / "issue.yaml").write_text(issue.replace("LAYOUT", layout), encoding="utf-8")
    (folder / "articles" / "a.md").write_text(_HEAD + copy + "\n", encoding="utf-8")
    return build(folder / "issue.yaml")


def edited(folder: Path, cuts: Sequence[Cut]) -> str:
    """The copy of the article's file without what is to be cut, from the last cut back."""
    lines = (folder / "articles" / "a.md").read_text(encoding="utf-8").split("\n")
    for cut in sorted(cuts, key=lambda cut: cut.span, reverse=True):
        first, last = cut.span.line - 1, cut.end.line - 1
        before, after = lines[first][: cut.span.column - 1], lines[last][cut.end.column :]
        lines[first : last + 1] = [before + after]
    return "\n".join(lines).partition("\n---\n")[2].strip()
