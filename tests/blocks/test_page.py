"""A spread with every kind of block in the house style, read back from the PDF.

To look at it: `pytest tests/blocks --basetemp FOLDER` leaves FOLDER/blocks0/page.pdf.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from koubei_pdf.build import Build
from koubei_pdf.cli.render import job
from koubei_pdf.model.book import Fill, GlyphRun
from koubei_pdf.output import write_pdf

from ..house_story import build_story, print_story
from ..java import java
from ..sample.reading import BLEED, Glyph, PageText, shown

COPY = Path(__file__).with_name("copy.md")
EM, ROW, HEAD = 10.0, 17.0, 27 * 72 / 25.4

PAGE = """\
pages: 2
masters: [story, story]
styles:
  opening: {like: body, initial: 3, initial_font: song-black, initial_colour: section}
  title: {spread: 0.5}
  subhead: {spread: 0.25}
  quotation: {right: 1}
frames:
  title: {kind: text, page: 1, box: [0, 0, 46, 4], text: "{title}", style: title}
  body: {kind: body, page: 1, box: [0, 5, 46, 27], columns: 2, gap: 2, first: opening}
  more: {kind: body, page: 2, box: [0, 5, 46, 22], columns: 2, gap: 2, balance: true,
    sign: "{byline}", end_mark: true}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build_story(tmp_path_factory.mktemp("issue"), COPY, PAGE)


@pytest.fixture(scope="module")
def file(made: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return print_story(made, tmp_path_factory.mktemp("blocks"))


@pytest.fixture(scope="module")
def spread(file: Path) -> list[PageText]:
    with pikepdf.open(file) as pdf:
        return shown(pdf)[1:3]


@pytest.fixture(scope="module")
def copied(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    try:
        texts = [document[page].get_textpage().get_text_range() for page in (1, 2)]
        return "\n".join(texts).replace("\r\n", "\n")
    finally:
        document.close()


def test_the_screen_edition_is_accessible(made: Build, tmp_path: Path) -> None:
    """PDF/UA-1 by veraPDF, with lists and tables that go on in the next column."""
    assert made.book is not None
    assert made.shelf is not None
    assert made.issue is not None
    screen = replace(job(made.issue), edition="screen")
    path = tmp_path / "screen.pdf"
    path.write_bytes(b"".join(write_pdf(made.book, made.shelf, screen)))
    with pikepdf.open(path) as file:
        kinds = Counter(str(o.S) for o in file.objects if _is_element(o))
    assert (kinds["/Table"], kinds["/TR"], kinds["/TH"]) == (2, 5 + 7, 4 + 3)
    assert (kinds["/L"], kinds["/LI"], kinds["/Lbl"]) == (2, 4, 4)
    done = java("Vera", "VERAPDF_CLASSPATH", "ua1", str(path))
    assert (done.returncode, done.stdout) == (0, "")


def _is_element(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/StructElem"


def row_of(y: float) -> float:
    return (y - HEAD - 8.8) / ROW


def test_the_copy_is_there_in_order(copied: str) -> None:
    """Each paragraph and cell after the one before it; heads of tables also where they go on."""
    text = COPY.read_text(encoding="utf-8").split("---\n", 2)[2]
    text = re.sub(r"^\| :?-.*$|^\[\^.*$|^- |^#+ |^>|\*", "", text, flags=re.MULTILINE)
    plain = re.sub(r"\s", "", copied)
    at = 0
    for part in re.split(r"\||\n", text.replace("[^bs]", "1")):
        piece = re.sub(r"\s", "", part)
        found = plain.find(piece, at)
        assert found >= 0, piece
        at = found + len(piece)


def test_every_baseline_of_the_body_is_on_the_grid(spread: list[PageText]) -> None:
    """Paragraphs, quotations, lists and headings; beside the initial and after the tables."""
    rows = {
        row_of(glyph.y)
        for page in spread
        for glyph in page.glyphs
        if glyph.size == EM and glyph.text != " "
    }
    assert len({round(row) for row in rows}) > 15
    assert all(abs(row - round(row)) * ROW < 0.01 for row in rows)


def test_first_lines_of_cells_are_level_with_the_body(made: Build) -> None:
    assert made.book is not None
    heads = [
        item
        for page in made.book.pages
        for item in page.items
        if isinstance(item, GlyphRun) and item.role == "table-head"
    ]
    assert [head.text for head in heads[:4]] == ["区", "基站（个）", "比上年", "说明"]
    rows = [row_of(head.y) for head in heads]
    assert rows == pytest.approx([round(row) for row in rows], abs=1e-4)


def test_the_table_that_goes_on_has_its_head_again(made: Build) -> None:
    """Three rules to each part of a table: above and below the head, and at the foot."""
    assert made.book is not None
    items = [item for page in made.book.pages for item in page.items]
    heads = [item for item in items if isinstance(item, GlyphRun) and item.text == "时间"]
    rules = [item for item in items if isinstance(item, Fill) and item.role == "table-rule"]
    assert len(heads) >= 2
    assert len(rules) == 3 * (1 + len(heads))
    assert all(rule.rect.x1 - rule.rect.x0 == pytest.approx(220) for rule in rules)


def test_short_titles_are_spread_and_longer_ones_are_not(made: Build) -> None:
    assert made.book is not None
    runs = [item for page in made.book.pages for item in page.items if isinstance(item, GlyphRun)]
    spacing = {run.text: run.spacing / run.size for run in runs if run.role in ("title", "heading")}
    assert spacing == pytest.approx({"段落": 0.5, "来信": 0.25, "三月活动": 0.25})


def test_the_quotation_keeps_to_the_characters_of_the_column(spread: list[PageText]) -> None:
    """Kai of the body's size, two em in at the left and one at the right."""
    found = [
        glyph
        for page in spread
        for glyph in page.glyphs
        if glyph.font.startswith("LXGWWenKai") and glyph.size == EM
    ]
    line = found[: [glyph.y > found[0].y for glyph in found].index(True)]
    left = row_left(line[0].left)
    assert left == pytest.approx(4, abs=0.001)
    assert row_left(line[-1].right) == pytest.approx(21, abs=0.6)
    steps = [row_left(glyph.left) - left for glyph in line[:6]]
    assert steps == pytest.approx([round(step) for step in steps], abs=0.02)


def row_left(x: float) -> float:
    """Where x lies in its column (em): columns of 22 em and 2 em between."""
    inner = 210 * 72 / 25.4 - 20 * 72 / 25.4 - 460
    return (x - inner) / EM % 24


def test_the_initial_is_level_with_its_lines_to_the_eye(file: Path, spread: list[PageText]) -> None:
    """In a picture of the page, by ink: heads with the first line, feet with the third."""
    scale = 8
    document = pypdfium2.PdfDocument(file)
    try:
        picture = document[1].render(scale=scale).to_pil().convert("L")
    finally:
        document.close()

    def ink(glyphs: list[Glyph], above: float, below: float) -> tuple[float, float]:
        """Head and foot (pt, trim box) of what is dark from `above` to `below` pt."""
        edges = (glyphs[0].left, above, glyphs[-1].right, below)
        box = picture.crop([round((edge + BLEED) * scale) for edge in edges])
        found = box.point(lambda grey: 255 if grey < 160 else 0).getbbox()
        assert found is not None
        return above + found[1] / scale, above + found[3] / scale

    (initial,) = [glyph for glyph in spread[0].glyphs if glyph.size > 40 and glyph.text == "武"]
    first, last = _line(spread[0], "汉电信承载着全湖北"), _line(spread[0], "从光纤到云端")
    head, foot = ink([initial], first[0].y - 12, last[0].y + 6)
    assert head == pytest.approx(ink(first, first[0].y - 12, first[0].y + 4)[0], abs=0.5)
    assert foot == pytest.approx(ink(last, last[0].y - 10, last[0].y + 6)[1], abs=0.5)


def _line(page: PageText, text: str) -> list[Glyph]:
    start = "".join(glyph.text[:1] for glyph in page.glyphs).index(text)
    return list(page.glyphs[start : start + len(text)])
