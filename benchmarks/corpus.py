"""The text that every engine sets: the stories of the sample manuscript, repeated.

Run as ``python -m benchmarks.corpus FOLDER --times N`` it writes the same text
as a koubei issue.
"""

import argparse
import re
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
MANUSCRIPT = PROJECT / "tests" / "manuscript" / "koubei-2023-03.txt"

LAST_LINE_OF_CONTENTS = "天翼之星——十佳总监\n"
FIRST_LINE_OF_IMPRINT = "\n公司:"

HAN_SIDE = "\u2e80-\u9fff“”（），。：；！？、《》%"
FULL_WIDTH = str.maketrans(",:;!?()", "，：；！？（）")
BESIDE_HAN = re.compile(f"(?<=[{HAN_SIDE}])[,:;!?()]|[,:;!?()](?=[{HAN_SIDE}])")


@dataclass(slots=True)
class Story:
    """One story: its title, the section that it stands in, and its paragraphs."""

    title: str
    section: str
    paragraphs: list[str] = field(default_factory=list)


def stories(manuscript: Path = MANUSCRIPT, times: int = 1) -> list[Story]:
    """Return the manuscript's stories, the whole list ``times`` times over.

    The manuscript is text taken from finished pages: titles are known from its
    list of contents, a page's head (``02`` and a section's name) stands between
    the lines. Every other line is a paragraph of the story whose title came
    last. The order is the manuscript's own, which is not everywhere that of the
    magazine: what counts here is that all engines set the same characters.
    """
    contents, _, rest = manuscript.read_text(encoding="utf-8").partition(LAST_LINE_OF_CONTENTS)
    titles = {_letters(line): line for line in _lines(contents + LAST_LINE_OF_CONTENTS)}
    lines = _lines(rest.partition(FIRST_LINE_OF_IMPRINT)[0])

    found: list[Story] = []
    section, place = "", 0
    while place < len(lines):
        line, following = lines[place], "".join(lines[place + 1 : place + 2])
        taken = 1
        if re.fullmatch(r"0\d", line):
            section, taken = following, 2
            if found:
                found[-1].section = section
        else:
            title = titles.get(_letters(line))
            if title is None and _letters(line + following) in titles:
                title, taken = titles[_letters(line + following)], 2
            if title is None:
                found[-1].paragraphs.append(line)
            elif all(title != story.title for story in found):
                found.append(Story(title, section))
        place += taken
    return found * times


def koubei_issue(stories: list[Story], folder: Path) -> None:
    """Write the stories as a koubei issue: ``issue.yaml`` and ``articles/*.md``."""
    articles = folder / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    issue = [
        "title: 一流口碑",
        "date: 2023-03",
        "page: {trim: [210mm, 285mm], bleed: 3mm}",
        "grid: {columns: 2, characters: 22, lines: 39, size: 10pt, leading: 17pt, gap: 2em}",
        "pages:",
    ]
    for number, story in enumerate(stories, start=1):
        name = f"{number:04}.md"
        head = ["---", f"title: {story.title}", f"section: {story.section}", "---"]
        text = "\n\n".join(["\n".join(head), *story.paragraphs]) + "\n"
        (articles / name).write_text(text, encoding="utf-8")
        issue += ["  - layout: feature-2col", f"    article: articles/{name}"]
    (folder / "issue.yaml").write_text("\n".join(issue) + "\n", encoding="utf-8")


def _lines(text: str) -> list[str]:
    """Return the lines that are not blank, clean: marks beside Han full width, —— for -------."""
    lines = (line.strip() for line in text.splitlines())
    return [_clean(line) for line in lines if line]


def _clean(line: str) -> str:
    wide = BESIDE_HAN.sub(lambda mark: mark[0].translate(FULL_WIDTH), line)
    return re.sub("-{2,} *", "——", wide)


def _letters(line: str) -> str:
    """Return a line's letters and digits alone: titles differ from the contents in marks."""
    return re.sub(r"\W", "", line)


def main() -> None:
    """Write the koubei issue that the command line asks for."""
    parser = argparse.ArgumentParser(description=koubei_issue.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--manuscript", type=Path, default=MANUSCRIPT)
    arguments = parser.parse_args()
    koubei_issue(stories(arguments.manuscript, arguments.times), arguments.folder)


if __name__ == "__main__":
    main()
