"""Issues of made-up stories, and an editor who cuts as he is told."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PIL import Image

from koubei_pdf.build import Build, build
from koubei_pdf.model.fitting import Cut
from koubei_pdf.pages import SetParagraph

from .story_copy import ROOT, Story

#: The sample's layouts that take a story, and layouts of the test's own: their pages
#: and how many pictures each shows.
LAYOUTS = {
    **dict.fromkeys(("opening", "opening-story", "story", "story-right"), (2, range(1, 2))),
    **dict.fromkeys(
        ("story-around", "letter", "letter-right", "panorama", "band"), (2, range(1, 2))
    ),
    **dict.fromkeys(("story-inset", "story-figures", "longread"), (2, range(2, 3))),
    "feature": (2, range(1, 3)),
    "news": (2, range(3, 4)),
    "opening-long": (4, range(2, 3)),
    "report": (4, range(5, 6)),
}
#: Layouts of the test's own: obstacles of both kinds, spanning headings, a group, short columns.
OWN = Path(__file__).parent / "story_layouts"
_OWN_PICTURES = {"around-box": range(2), "around-contour": range(2), "group": range(1, 6)}
_OWN_NAMES = sorted(path.stem for path in OWN.glob("*.yaml"))
ALL = {**LAYOUTS, **{name: (2, _OWN_PICTURES.get(name, range(1))) for name in _OWN_NAMES}}
PICTURES = {name: pictures for name, (_, pictures) in ALL.items()}


def make_files(folder: Path) -> None:
    """The layouts and pictures of all stories."""
    shutil.copytree(ROOT / "layouts", folder / "layouts")
    (folder / "layouts" / "blank.yaml").write_text("pages: 1\nmaster: none\n", encoding="utf-8")
    for path in OWN.glob("*.yaml"):
        shutil.copy(path, folder / "layouts")
    articles = folder / "articles"
    articles.mkdir()
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">{}</svg>'
    box = '<path d="M0 0h{}v{}H0z" fill="#16498b"/>'
    for name, width, height in (("wide", 300, 160), ("tall", 150, 260)):
        drawn = svg.format(width, height, box.format(width, height))
        (articles / f"{name}.svg").write_text(drawn, encoding="utf-8")
    circle = svg.format(200, 200, '<circle cx="100" cy="100" r="100" fill="#16498b"/>')
    (articles / "round.svg").write_text(circle, encoding="utf-8")
    for name, size in (("photo", (2400, 1600)), ("portrait", (900, 1200))):
        Image.new("L", size, 128).save(articles / f"{name}.png")


def lay(
    folder: Path, stories: Sequence[Story], trace: list[SetParagraph]
) -> tuple[Build, dict[int, range]]:
    """The stories one after the other in one issue; the pages of each by its number."""
    entries, pages, first = [], {}, 2
    for story in stories:
        path = folder / story.file
        path.write_text(f"---\n{story.head}\n---\n{story.copy}\n", encoding="utf-8")
        last = first + ALL[story.layout][0] - 1
        entries.append(
            f"{{pages: {first}-{last}, layout: {story.layout}, article: s{story.number}}}"
        )
        pages[story.number] = range(first, last + 1)
        first = last + 1
    listed = "".join(f"  s{story.number}: {story.file}\n" for story in stories)
    plan = "".join(
        f"  - {entry}\n"
        for entry in ("{pages: 1, layout: blank}", *entries, f"{{pages: {first}, layout: blank}}")
    )
    (folder / "issue.yaml").write_text(
        "title: 口碑\ndate: 2023-03\nlayouts: layouts\n"
        'sections: [{id: one, number: "01", name: 头条, colour: blue}]\n'
        f"articles:\n{listed}pages:\n{plan}",
        encoding="utf-8",
    )
    return build(folder / "issue.yaml", refit=True, trace=trace), pages


def edited(story: Story, cuts: Sequence[Cut]) -> Story:
    """The story without what is to be cut, from the last cut back."""
    lines = f"{story.head}\n---\n{story.copy}".split("\n")
    for cut in sorted(cuts, key=lambda cut: cut.span, reverse=True):
        first, last = cut.span.line - 2, cut.end.line - 2
        before = lines[first][: cut.span.column - 1]
        after = "" if cut.whole else lines[last][cut.end.column :]
        lines[first : last + 1] = [before + after]
    copy = "\n".join(lines).partition("\n---\n")[2].strip()
    return replace(story, copy=copy)
