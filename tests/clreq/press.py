"""The assertions as an issue in print: written, rendered by the command, read back from the PDF.

Every assertion has a page with a layout for its measure; its id stands below in small type.
Assertions that the house's typography sets apart (`level`, `style` …) are issues of their own.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import pikepdf
import yaml

from ..sample.reading import Glyph, PageText, shown
from .assertions import Assertion, Setup, Situation
from .engine import house_face, natural_width
from .setting import Body, Reading, SetLine, Setting, printed

SIZE, ROW = 10, 16
#: Of the type area, in em and rows: the widest measure, and room for a sweep of paragraphs.
COLUMNS, ROWS = 44, 90
INNER, WIDTH = 20, 500
SMALL = 4
#: Glyphs of a reading are nearer to each other than this, readings are farther apart (em).
TOUCHING = 0.1
#: A sheet folds into so many pages.
FOLDED = 4

_HOUSE = {
    "paper": {"trim": [f"{WIDTH}pt", "1600pt"], "bleed": "3mm"},
    "grid": {
        "em": f"{SIZE}pt",
        "row": f"{ROW}pt",
        "columns": COLUMNS,
        "rows": ROWS,
        "head": "40pt",
        "inner": f"{INNER}pt",
    },
    "colours": {"red": [0, 100, 100, 0]},
    "fonts": {"song": "NotoSerifSC-Regular.ttf"},
    "styles": {
        "body": {"font": "song", "size": f"{SIZE}pt"},
        "title": {"like": "body", "align": "left", "balance": True},
        "small": {"like": "body", "size": f"{SMALL}pt", "align": "left"},
    },
}
_BLANK = {"pages": 1, "master": "none", "frames": {}}


def typography(setup: Setup) -> Mapping[str, object]:
    """What the house style says for these assertions."""
    return {
        "level": setup.level,
        "style": setup.style,
        "hanging": setup.hanging,
        "gap": list(setup.gap),
    }


def printed_situations(assertion: Assertion) -> list[Situation]:
    """The paragraphs on an assertion's page."""
    return assertion.situations("print", natural_width(assertion.setup, house_face()))


def write_issue(folder: Path, table: Sequence[Assertion]) -> None:
    """Write an issue with a page for each assertion; all have the first one's typography."""
    layouts = {"blank": _BLANK}
    articles, pages = {}, []
    for number, assertion in enumerate(table, 1):
        setup, name = assertion.setup, f"a{number}"
        situations = printed_situations(assertion)
        (measure,) = {situation.measure for situation in situations}
        layout = f"m{measure[0]:g}-i{setup.indent:g}-{setup.justify}-{setup.heading}".lower()
        layouts[layout] = _layout(measure[0], setup)
        articles[name] = f"articles/{name}.md"
        pages.append({"pages": number, "layout": layout, "article": name})
        _write(folder / articles[name], _article(assertion, situations))
    while len(pages) % FOLDED:
        pages.append({"pages": len(pages) + 1, "layout": "blank"})
    for layout, frames in layouts.items():
        _write(folder / "layouts" / f"{layout}.yaml", _yaml(frames))
    house = {**_HOUSE, "typography": typography(table[0].setup)}
    _write(folder / "layouts" / "house.yaml", _yaml(house))
    issue = {
        "title": "版式规则",
        "date": "2023.03",
        "sections": [{"id": "all", "name": "规则", "colour": "red"}],
        "articles": articles,
        "pages": pages,
    }
    _write(folder / "issue.yaml", _yaml(issue))


def _layout(measure: float, setup: Setup) -> dict[str, object]:
    align = "justify" if setup.justify else "left"
    return {
        "pages": 1,
        "master": "none",
        "styles": {"text": {"like": "body", "indent": setup.indent, "align": align}},
        "frames": {
            "body": {
                "kind": "body",
                "box": [0, 0, measure, ROWS - 2],
                "style": "text",
                "heading": "title",
            },
            "id": {
                "kind": "text",
                "box": [0, ROWS - 1, COLUMNS, ROWS],
                "text": "{title}",
                "style": "small",
            },
        },
    }


def _article(assertion: Assertion, situations: Iterable[Situation]) -> str:
    head = _yaml({"title": assertion.id, "section": "all"})
    mark = "## " if assertion.setup.heading else ""
    read = dict(assertion.setup.readings)
    copy = "\n\n".join(mark + _escaped(situation.text, read) for situation in situations)
    return f"---\n{head}---\n\n{copy}\n"


def _escaped(text: str, readings: Mapping[str, str]) -> str:
    """The text as copy, so that Markdown takes it as it is, with its readings."""
    copy = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
    for char, reading in readings.items():
        copy = copy.replace(char, f'[{char}]{{ruby="{reading}"}}')
    return copy


def _yaml(data: object) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def render(folder: Path) -> Path:
    """Render the issue as a user does."""
    command = [sys.executable, "-m", "koubei_pdf", "render", str(folder), "--lang", "en"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "out" / "issue.pdf"


def read_settings(file: Path, table: Sequence[Assertion]) -> dict[str, list[Setting]]:
    """The paragraphs of every assertion as the PDF has them, by its id."""
    with pikepdf.open(file) as pdf:
        pages = shown(pdf)
    return {
        assertion.id: list(_settings(page, printed_situations(assertion)))
        for assertion, page in zip(table, pages, strict=False)
    }


def _settings(page: PageText, situations: Iterable[Situation]) -> Iterator[Setting]:
    glyphs = iter([glyph for glyph in page.glyphs if glyph.size == SIZE])
    small = [glyph for glyph in page.glyphs if glyph.size == SIZE / 2]
    for situation in situations:
        left = _left(page, situation.measure[0])
        taken: list[Glyph] = []
        while len("".join(glyph.text for glyph in taken)) < len(situation.text):
            taken.append(next(glyphs))
        lines = [
            SetLine(
                tuple(body for glyph in line for body in _bodies(glyph, left)),
                tuple(_readings([glyph for glyph in small if 0 < y - glyph.y < ROW], left)),
            )
            for y, line in groupby(taken, key=lambda glyph: glyph.y)
        ]
        yield Setting(situation.text, situation.measure, tuple(lines))


def _readings(glyphs: Iterable[Glyph], left: float) -> Iterator[Reading]:
    """Glyphs above one line, as one reading where they touch."""
    found: list[Reading] = []
    for glyph in glyphs:
        start, end = (glyph.left - left) / SIZE, (glyph.right - left) / SIZE
        if found and start - found[-1].right < TOUCHING:
            last = found.pop()
            found.append(Reading(last.text + glyph.text, last.left, end))
        else:
            found.append(Reading(glyph.text, start, end))
    yield from found


def _left(page: PageText, measure: float) -> float:
    """The frame's left edge (pt from the trimmed edge); left pages are turned round."""
    return INNER if page.number % 2 else WIDTH - INNER - measure * SIZE


def _bodies(glyph: Glyph, left: float) -> Iterator[Body]:
    return printed(glyph.text, (glyph.left - left) / SIZE, (glyph.right - left) / SIZE)
