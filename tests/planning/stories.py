"""One story in a layout of the sample: first nothing of it, then copy of a given length."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from koubei_pdf.build import Build, build
from koubei_pdf.model.planning import Slip, Words
from koubei_pdf.pages.planning import slip_of
from koubei_pdf.pages.planning.stand_ins import fields_of

from ..fitting.stories import LAYOUTS, make_issue

#: Layouts for one story, with their pages.
EVERY = {**LAYOUTS, "report": 4, "news": 2}
PARAGRAPH = 120

_ISSUE = """\
title: 口碑
date: 2023-03
layouts: layouts
sections: [{{id: one, number: "01", name: 头条, colour: blue}}]
articles: {{a: articles/a.md}}
pages:
  - {{pages: 1, layout: blank}}
  - {{pages: 2-{last}, layout: {layout}, article: a}}
  - {{pages: {end}, layout: blank}}
"""


class Desk:
    """An issue of one story, whose file is not there at first."""

    def __init__(self, folder: Path, layout: str) -> None:
        make_issue(folder)
        self.folder = folder
        self.file = folder / "articles" / "a.md"
        last = 1 + EVERY[layout]
        text = _ISSUE.format(last=last, end=last + 1, layout=layout)
        (folder / "issue.yaml").write_text(text, encoding="utf-8")

    def planned(self) -> tuple[Slip, Build]:
        """The story's slip, and what it was measured in."""
        made = build(self.folder / "issue.yaml", drafts=True)
        assert made.issue is not None
        assert made.shelf is not None
        return slip_of(made.issue, made.issue.planned[1], made.shelf), made

    def take_levers(self) -> None:
        """Leave of every `fit` only when copy is too short: layouts stay as they are drawn."""
        for file in sorted((self.folder / "layouts").glob("*.yaml")):
            text = re.sub(r"^fit:\n(?:  .*\n)+", "", file.read_text(encoding="utf-8"), flags=re.M)
            text = re.sub(r"^fit: \{(short: \d+)?.*\}$", _only_short, text, flags=re.M)
            file.write_text(text, encoding="utf-8")

    def write(self, slip: Slip, made: Build, lengths: Mapping[str, int], stop: str = "") -> Build:
        """Lay the story out with all that its layout shows and copy of these lengths by chain, each
        paragraph with this at its end."""
        assert made.issue is not None
        names = fields_of(made.issue.layouts[slip.slot.layout])
        fields = [name for name in ("subtitle", "deck") if name in names]
        quotes = sum(name.startswith("quotes.") for name in names)
        pictures = ["  - {file: p.svg, alt: 国, caption: 国国}"] * len(slip.pictures)
        head = [
            "title: 国国",
            "section: one",
            "department: 国国",
            "byline: [国国]",
            *(f"{name}: 国国" for name in fields),
            f"quotes: [{', '.join(['国国'] * quotes)}]",
            "pictures:",
            *pictures,
        ]
        if not quotes:
            head.remove("quotes: []")
        blocks = [
            block for words in slip.words for block in _blocks(words, lengths[words.frame], stop)
        ]
        text = "\n".join(("---", *head, "---", "", "\n\n".join(blocks), ""))
        self.file.write_text(text, encoding="utf-8")
        return build(self.folder / "issue.yaml")


def _only_short(fit: re.Match[str]) -> str:
    return f"fit: {{{fit[1]}}}" if fit[1] else ""


def _blocks(words: Words, length: int, stop: str) -> list[str]:
    """Copy of a chain: paragraphs of the usual length, or as many as it takes."""
    heads = ["## 国国国国"] if words.heading else []
    if words.last is not None:
        count = words.last - words.first + 1 - words.heading
        sizes = [length // count + (number < length % count) for number in range(count)]
    else:
        sizes = [PARAGRAPH] * (length // PARAGRAPH) + [length % PARAGRAPH]
    texts = ("国" * (size - len(stop)) + stop for size in sizes if size)
    return [*heads, *texts]
