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

#: Lines that two columns below a title hold (31 rows each, one a column for loose endings).
ROOM = 60

HOUSE = """\
paper: {trim: [210mm, 285mm], bleed: 3mm}
grid: {em: 10pt, row: 17pt, columns: 46, rows: 39, head: 72pt, inner: 20mm}
colours: {black: [0, 0, 0, 100], blue: [100, 72, 0, 18]}
fonts: {song: NotoSerifSC-Regular.ttf, song-black: NotoSerifSC-Black.ttf, hei: NotoSansSC-Bold.ttf}
styles:
  body: {font: song, size: 10pt, rows: 1, align: justify, indent: 2}
  title: {font: song-black, size: 30pt, rows: 2.5, align: left}
  head: {font: hei, size: 9pt, rows: 1, align: right, colour: section}
masters:
  story:
    head: {kind: text, box: [20, -2, 46, -1], text: "{section.name}", style: head, align: right}
    folio: {kind: text, box: [40, 40, 46, 41], text: "{folio}", style: head, align: right}
"""
TEXT = """\
pages: 1
frames:
  title: {kind: text, box: [0, 0, 46, 8], text: "{title}", style: title}
  body: {kind: body, box: [0, 8, 46, 39], columns: 2, gap: 2, single_lines: allow}
"""
BLANK = "pages: 1\nmaster: none\nframes: {}\n"

TEXT_2 = """\
pages: 2
frames:
  title: {kind: text, page: 1, box: [0, 0, 46, 8], text: "{title}", style: title}
  body: {kind: body, page: 1, box: [0, 8, 46, 39], columns: 2, gap: 2, single_lines: allow}
  body-2: {kind: body, page: 2, box: [0, 0, 46, 39], columns: 2, gap: 2, single_lines: allow}
"""

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
    """Write the stories as a koubei issue: manifest, house style, two layouts, articles."""
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    (folder / "layouts").mkdir(exist_ok=True)
    layouts = {"house": HOUSE, "text": TEXT, "text-2": TEXT_2, "blank": BLANK}
    for name, text in layouts.items():
        (folder / "layouts" / f"{name}.yaml").write_text(text, encoding="utf-8")
    sections = sorted({story.section for story in stories})
    issue = ["title: 一流口碑", 'date: "2023.03"', "sections:"]
    for number, name in enumerate(sections, start=1):
        issue.append(f'  - {{id: s{number}, number: "0{number}", name: {name}, colour: blue}}')
    issue.append("articles:")
    for number, story in enumerate(stories, start=1):
        section = sections.index(story.section) + 1
        head = ["---", f"title: {story.title}", f"section: s{section}", "---"]
        text = "\n\n".join(["\n".join(head), *story.paragraphs]) + "\n"
        (folder / "articles" / f"{number:04}.md").write_text(text, encoding="utf-8")
        issue.append(f"  a{number:04}: articles/{number:04}.md")
    issue.append("pages:")
    issue += _page_plan(stories)
    (folder / "issue.yaml").write_text("\n".join(issue) + "\n", encoding="utf-8")


def _page_plan(stories: list[Story]) -> list[str]:
    """A slot for each story; long ones on a spread, which begins on an even page."""
    waiting = [(number, _lines_of(story) > ROOM) for number, story in enumerate(stories, start=1)]
    plan: list[str] = []
    page = 1
    while waiting:
        fits = (i for i, (_, long) in enumerate(waiting) if not long or page % 2 == 0)
        number, long = waiting.pop(next(fits))
        pages, layout = (f"{page}-{page + 1}", "text-2") if long else (str(page), "text")
        plan.append(f"  - {{pages: {pages}, layout: {layout}, article: a{number:04}}}")
        page += 2 if long else 1
    if page % 2 == 0:
        plan.append(f"  - {{pages: {page}, layout: blank}}")
    return plan


def _lines_of(story: Story) -> int:
    return sum(-(-(len(paragraph) + 2) // 22) for paragraph in story.paragraphs)


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
