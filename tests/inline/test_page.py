"""A page with every inline feature in the house style, read back from the PDF.

To look at it: `pytest tests/inline --basetemp FOLDER` leaves FOLDER/inline0/page.pdf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest

from koubei_pdf.build import Build

from ..house_story import build_story, print_story
from ..sample.reading import BLEED, HEIGHT, Glyph, PageText, shown

COPY = Path(__file__).with_name("copy.md")
SIZE = 10.0

PAGE = """\
pages: 2
masters: [story, story]
frames:
  title: {kind: text, page: 1, box: [0, 0, 46, 4], text: "{title}", style: title}
  body: {kind: body, page: 1, box: [0, 5, 46, 39], columns: 2, gap: 2, balance: true,
    sign: "{byline}", end_mark: true}
"""


class Subpath(NamedTuple):
    """A subpath as it is painted: bounds in the trim box (y down) and the weight, 0 if filled."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float
    steps: str


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build_story(tmp_path_factory.mktemp("issue"), COPY, PAGE)


@pytest.fixture(scope="module")
def file(made: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return print_story(made, tmp_path_factory.mktemp("inline"))


@pytest.fixture(scope="module")
def page(file: Path) -> PageText:
    with pikepdf.open(file) as pdf:
        return shown(pdf)[1]


@pytest.fixture(scope="module")
def copied(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    try:
        return document[1].get_textpage().get_text_range().replace("\r\n", "\n")
    finally:
        document.close()


@pytest.fixture(scope="module")
def paths(file: Path) -> list[Subpath]:
    with pikepdf.open(file) as pdf:
        return list(_paths(pdf.pages[1]))


def _paths(page: pikepdf.Page) -> Iterator[Subpath]:
    """Every subpath painted with f or S."""
    weight, steps = 0.0, ""
    points: list[tuple[float, float]] = []
    open_: list[tuple[str, list[tuple[float, float]]]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name, values = str(operator), [float(v) for v in operands if not _is_odd(v)]
        if name == "w":
            weight = values[0]
        elif name in ("m", "l", "c", "h"):
            if name == "m":
                points, steps = [], ""
                open_.append((steps, points))
            steps += name
            open_[-1] = (steps, points)
            points.extend(zip(values[::2], values[1::2], strict=True))
        elif name in ("f", "S"):
            for done, corners in open_:
                xs = [x - BLEED for x, _ in corners]
                ys = [HEIGHT + BLEED - y for _, y in corners]
                line = weight if name == "S" else 0.0
                yield Subpath(min(xs), min(ys), max(xs), max(ys), line, done)
            open_ = []


def _is_odd(value: object) -> bool:
    return isinstance(value, pikepdf.Object | str | bytes)


def printed() -> str:
    """The copy without its head, its notes and all notation."""
    text = COPY.read_text(encoding="utf-8").split("---\n", 2)[2]
    text = re.sub(r"^\[\^.*$", "", text, flags=re.MULTILINE)
    numbers: dict[str, str] = {}
    text = re.sub(r"\[\^(\w+)\]", lambda m: numbers.setdefault(m[1], str(len(numbers) + 1)), text)
    for _ in range(3):
        text = re.sub(r"\[([^\[\]]*)\]\{[^}]*\}", r"\1", text)
    return re.sub(r"[*\s]", "", text)


def test_the_copy_is_there_in_order(page: PageText) -> None:
    """Base text, scripts and numbers in the order of the manuscript; readings are smaller."""
    base = "".join(glyph.text for glyph in page.glyphs if glyph.size in (SIZE, 0.65 * SIZE))
    assert printed() in re.sub(r"\s", "", base)


@pytest.mark.parametrize(
    "text",
    [
        "着重号标在字的下面",
        "汉字注音排在字的上方，装床双窗四",
        "的离骚，想见汨罗江上的楚国旧事",
        "武电发[2023]5号",
        "水是H2O，",
        "E=mc2，绿道全长102公里1。",
        "hàn zì zhù yīn zhuāng chuáng shuāng chuāng",
        "cloud network convergence",
    ],
)
def test_it_copies_line_by_line(copied: str, text: str) -> None:
    """Marks beside the line disturb no line; a line's readings follow it."""
    assert text in copied


def test_nothing_but_the_copy_is_copied(copied: str) -> None:
    assert not set("•●·﹏＿") & set(copied)


def _of(page: PageText, text: str, size: float = SIZE) -> list[Glyph]:
    glyphs = [glyph for glyph in page.glyphs if abs(glyph.size - size) < 0.01]
    start = "".join(glyph.text[:1] for glyph in glyphs).index(text)
    return glyphs[start : start + len(text)]


@pytest.mark.parametrize("text", ["着重号", "需要着重的人名", "楷体也能着重", "需要着重的书名"])
def test_dots_are_in_the_middle_below(page: PageText, paths: list[Subpath], text: str) -> None:
    dots = [path for path in paths if path.steps == "mcccch"]
    for glyph in _of(page, text):
        middle = (glyph.left + glyph.right) / 2
        under = [
            dot
            for dot in dots
            if abs((dot.x0 + dot.x1) / 2 - middle) < SIZE / 10 and 0 < dot.y0 - glyph.y < SIZE / 2
        ]
        assert len(under) == 1


def test_waves_are_as_long_as_their_titles(page: PageText, paths: list[Subpath]) -> None:
    waves = [path for path in paths if re.fullmatch("mc+", path.steps) and path.weight]
    title = _of(page, "离骚")
    assert any(
        (wave.x0, wave.x1) == pytest.approx((title[0].left, title[-1].right), abs=0.02)
        for wave in waves
    )
    assert min(wave.weight for wave in waves) >= 0.25


def test_readings_are_over_their_characters(page: PageText) -> None:
    base = _of(page, "汉字注音")
    for glyph, reading in zip(base, ["hàn", "zì", "zhù", "yīn"], strict=True):
        letters = _of(page, reading, SIZE / 2)
        assert (letters[0].left + letters[-1].right) / 2 == pytest.approx(
            (glyph.left + glyph.right) / 2, abs=SIZE / 10
        )
        assert glyph.y - SIZE * 1.2 < letters[0].y < glyph.y - SIZE * 0.85


@pytest.mark.parametrize(("base", "reading"), [("会儿", "huìr"), ("花儿", "huār")])
def test_a_reading_with_r_is_over_two_characters(page: PageText, base: str, reading: str) -> None:
    first, last = _of(page, base)
    letters = _of(page, reading, SIZE / 2)
    assert (letters[0].left + letters[-1].right) / 2 == pytest.approx(
        (first.left + last.right) / 2, abs=SIZE / 10
    )
    assert last.y == first.y


def test_no_line_is_opened_up(page: PageText) -> None:
    """All lines of the body stand on the grid of 17 pt, marks or none."""
    rows = {
        round((glyph.y - 8.8 - 27 * 72 / 25.4) / 17, 3)
        for glyph in page.glyphs
        if glyph.size == SIZE and glyph.font.startswith("NotoSerif")
    }
    assert all(row == round(row) for row in rows)


def test_notes_come_last(copied: str) -> None:
    notes = [line for line in copied.split("\n") if re.match(r"\d [绿同见注最]", line)]
    assert [line[:1] for line in notes] == ["1", "2", "3", "4", "5"]
    assert copied.index("甲乙") < copied.index("1 绿道全长")
