"""A small issue written into a folder and built as the program builds it.

The page is 300 × 400 pt with 10 pt of bleed; the type area 24 字 of 10 pt × 20 行 of 15 pt,
its head at y = 40, its inner edge 20 pt from the spine: x = 20 on right pages, 40 on left ones.
Type is the square font, so that places in tests are round numbers.
"""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from koubei_pdf.build import Build, build
from koubei_pdf.model.book import Book, GlyphRun, Item
from koubei_pdf.model.diagnostics import Diagnostic

from ..own_press import write_own_press

#: Of the grid (pt), and the part of the em above the baseline.
EM, ROW, HEAD, ASCENT = 10.0, 15.0, 40.0, 8.8
#: x of the type area's left edge (pt), by whether the page is a left one.
LEFT = {True: 40.0, False: 20.0}

HOUSE = """
paper: {trim: [300pt, 400pt], bleed: 10pt}
grid: {em: 10pt, row: 15pt, columns: 24, rows: 20, head: 40pt, inner: 20pt}
colours:
  red: [0, 100, 100, 0]
  blue: [100, 50, 0, 0]
fonts: {song: Square.ttf}
styles:
  body: {font: song, size: 10pt, indent: 2}
  flush: {font: song, size: 10pt}
  title: {font: song, size: 20pt, rows: 2, align: left, balance: true}
  subhead: {font: song, size: 10pt, rows: 1, before: 1, align: left}
  quotation: {font: song, size: 10pt, indent: 2, left: 2}
  signature: {font: song, size: 10pt, align: right}
  small: {font: song, size: 5pt, leading: 7.5pt, align: left}
  large: {font: song, size: 12pt, rows: 1.5, indent: 0}
masters:
  story:
    folio: {kind: text, box: [20, 21, 24, 22], text: "{folio}", style: flush, align: right}
"""

ISSUE = """
title: 口碑
date: 2023-03
publisher: 编辑部
sections:
  - {id: one, number: "01", name: 头条, colour: red}
  - {id: two, number: "02", name: 快讯, colour: blue}
"""

#: The title's frame of spreads that are not about titles: above the type area.
TITLE = '  title: {kind: text, box: [0, -2, 24, 0], text: "{title}", style: title}'

SQUARE_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}">{body}</svg>'


class Press:
    """The files of an issue in `folder`, and what is built of them."""

    def __init__(self, folder: Path, font: Path) -> None:
        self.folder = folder
        self.articles: dict[str, str] = {}
        self.press = ""
        self.write("layouts/house.yaml", HOUSE)
        self.write("layouts/blank.yaml", "pages: 1\nmaster: none\n")
        (folder / "fonts").mkdir()
        shutil.copy(font, folder / "fonts" / "Square.ttf")

    def write(self, name: str, text: str) -> None:
        """Write one file of the issue."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def layout(self, name: str, text: str) -> None:
        """Write layouts/`name`.yaml."""
        self.write(f"layouts/{name}.yaml", text)

    def style(self, text: str) -> None:
        """Add a style, one line of YAML, to the house style."""
        house = (self.folder / "layouts/house.yaml").read_text(encoding="utf-8")
        self.write("layouts/house.yaml", house.replace("styles:\n", f"styles:\n  {text}\n"))

    def own_press(self, **changes: str) -> None:
        """Make the issue one for a press like sheetfed but for these keys."""
        write_own_press(self.folder, **changes)
        self.press = "press: own\n"

    def article(self, name: str, copy: str, head: str = "", section: str = "one") -> None:
        """Write articles/`name`.md; its title is 题 unless `head` gives one."""
        title = "" if re.search("^title:", head, re.MULTILINE) else "title: 题\n"
        text = f"---\n{title}section: {section}\n{head.strip()}\n---\n{copy}\n"
        self.write(f"articles/{name}.md", text)
        self.articles[name] = f"articles/{name}.md"

    def drawing(self, name: str, width: float, height: float) -> None:
        """Write an SVG of that size, painted all over."""
        body = f'<path d="M0 0h{width}v{height}H0z" fill="#000000"/>'
        self.write(name, SQUARE_SVG.format(w=width, h=height, body=body))

    def raster(self, name: str, width: int, height: int, mode: str = "L") -> None:
        """Write a raster picture in the format of the name's suffix."""
        file = io.BytesIO()
        kind = {"jpg": "JPEG", "png": "PNG", "tif": "TIFF"}[name.rpartition(".")[2]]
        Image.new(mode, (width, height)).save(file, format=kind)
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.getvalue())

    def plan(self, *slots: str) -> Build:
        """Write issue.yaml with these entries of the page plan, and build it."""
        articles = "".join(f"  {name}: {file}\n" for name, file in self.articles.items())
        known = f"articles:\n{articles}" if articles else ""
        pages = "".join(f"  - {{{slot}}}\n" for slot in slots)
        self.write("issue.yaml", f"{ISSUE}{self.press}{known}pages:\n{pages}")
        return build(self.folder / "issue.yaml")

    def spread(self, frames: str, copy: str = "国。", head: str = "", masters: str = "") -> Build:
        """Build four pages; the spread 2–3 has these frames and this article.

        A frame `title`, over the type area, comes first if there is none.
        """
        if "title:" not in frames:
            frames = (
                '  title: {kind: text, box: [0, -2, 24, 0], text: "{title}", style: title}\n'
                + frames
            )
        rest = f"masters: {masters}\n" if masters else ""
        self.layout("story", f"pages: 2\n{rest}frames:\n{frames}\n")
        self.article("a", copy, head)
        return self.plan(
            "pages: 1, layout: blank",
            "pages: 2-3, layout: story, article: a",
            "pages: 4, layout: blank",
        )


#: Two columns of 11 em on each of two pages.
TWO_BY_TWO = (
    "  body: {kind: body, page: 1, box: [0, 0, 24, 5], columns: 2, gap: 2}\n"
    "  more: {kind: body, page: 2, box: [0, 2, 24, 20], columns: 2, gap: 2}"
)


def copy(*counts: int) -> str:
    """Paragraphs of so many characters."""
    return "\n\n".join("国" * count for count in counts)


def codes(made: Build) -> list[str]:
    """The codes of all findings, in order."""
    return [finding.rule.code for finding in made.diagnostics]


def finding(made: Build, code: str) -> Diagnostic:
    """The one finding of that code."""
    found = [finding for finding in made.diagnostics if finding.rule.code == code]
    assert len(found) == 1, made.diagnostics
    return found[0]


def book_of(made: Build) -> Book:
    """The book of an issue without a fault."""
    assert made.diagnostics == ()
    assert made.book is not None
    return made.book


def random_book_of(made: Build) -> Book:
    """The book of made-up copy, of which only how columns end may be at fault: with some copy
    they cannot end well, which tests/pages/test_stories.py measures."""
    assert set(codes(made)) <= {"T071", "T072"}, made.diagnostics
    assert made.book is not None
    return made.book


def items(book: Book, page: int, role: str) -> list[Item]:
    """The items of a role on a page."""
    return [item for item in book.pages[page - 1].items if getattr(item, "role", "") == role]


def lines(book: Book, page: int, role: str = "body") -> list[tuple[float, float, str]]:
    """(x, y, text) of the lines of a role on a page, in paint order: runs of one line joined."""
    found: list[tuple[float, float, str]] = []
    reach, size = 0.0, 0.0
    for run in items(book, page, role):
        assert isinstance(run, GlyphRun)
        goes_on = run.size == size and run.x <= reach + 0.6 * size
        if found and goes_on and abs(found[-1][1] - run.y) < 0.01:
            x, y, text = found.pop()
            found.append((x, y, text + run.text))
        else:
            found.append((run.x, run.y, run.text))
        size = run.size
        reach = run.x + sum(0.5 * size if char.isascii() else size for char in run.text)
    return found


def row_of(y: float) -> float:
    """The row of the grid, from 0, on which the baseline y stands; to a millionth."""
    return round((y - HEAD - ASCENT) / ROW, 6)


def text_of(book: Book, pages: Iterable[int], role: str = "body") -> str:
    """The text of a role on these pages, in paint order."""
    return "".join(text for page in pages for _, _, text in lines(book, page, role))
