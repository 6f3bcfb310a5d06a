"""Places of a written file lead back to the source lines that put something there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from koubei_pdf.build import build
from koubei_pdf.imaging import NO_CACHE, Cache
from koubei_pdf.model.book import Book, Fill, GlyphRun, Link, Page, PlacedPicture
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.style import BLACK
from koubei_pdf.origins import NO_ORIGINS, Origin, Origins, keep, kept, origins_of

from ..pages.press import Press, book_of
from .conftest import Run
from .test_gate import set_press

GROUND, TEXT = Span("layouts/a.yaml", 3, 5), Span("articles/a.md", 7, 1)
ORIGINS = Origins({2: (Origin(Rect(0, 0, 200, 100), GROUND), Origin(Rect(10, 10, 110, 22), TEXT))})


@pytest.mark.parametrize(
    ("box", "span"),
    [
        (Rect(12, 11, 60, 21), TEXT),
        (Rect(10, 10.2, 110.4, 21.4), TEXT),
        (Rect(10, 15, 110, 15), TEXT),
        (Rect(0, 0, 200, 100), GROUND),
        (Rect(150, 40, 160, 50), GROUND),
        (Rect(100, 5, 180, 30), GROUND),
        (Rect(190, 90, 260, 160), GROUND),
        (Rect(300, 10, 310, 20), None),
    ],
)
def test_the_smallest_item_that_holds_most_of_a_place(box: Rect, span: Span | None) -> None:
    assert ORIGINS.at(2, box) == span
    assert ORIGINS.at(1, box) is None


def test_every_printed_item_is_found_where_it_stands(press: Press) -> None:
    made = build(press.folder / "issue.yaml")
    book = book_of(made)
    assert made.shelf is not None
    origins = origins_of(book, made.shelf)
    kinds = set()
    for number, page in enumerate(book.pages, start=1):
        for item in page.items:
            if isinstance(item, GlyphRun):
                half = item.size / 2
                box = Rect(item.x + 0.1, item.y - half, item.x + half, item.y)
            elif isinstance(item, PlacedPicture):
                box = item.clip
            else:
                continue
            kinds.add(type(item))
            assert origins.at(number, box) == item.span
    assert kinds == {GlyphRun, PlacedPicture}


def test_pages_are_counted_as_the_file_has_them(press: Press) -> None:
    made = build(press.folder / "issue.yaml")
    assert made.shelf is not None
    box = Rect(0, 0, 10, 10)
    items = (Fill(box, BLACK, TEXT, "x"), Link(box, 9, GROUND), Fill(box, BLACK, Span(""), "x"))
    book = Book(book_of(made).boxes, (Page(9, "9", items),), (), {})
    assert origins_of(book, made.shelf).pages == {1: (Origin(box, TEXT),)}


def test_they_are_kept_for_the_very_same_bytes(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    keep(ORIGINS, b"%PDF one", cache)
    assert kept(b"%PDF one", cache) == ORIGINS
    assert kept(b"%PDF two", cache) == NO_ORIGINS
    assert kept(b"%PDF one", NO_CACHE) == NO_ORIGINS


def test_findings_name_the_line_in_the_copy(run: Run, issue: Path) -> None:
    """While rendering, and of the file itself; in the file nothing tells of it."""
    set_press(issue, text="[11pt, 11pt]")
    file = issue / "out" / "issue.pdf"
    said = run("render", issue, "--lang", "zh").output
    line = next(line for line in said.splitlines() if line.startswith("  = 出处："))
    assert "articles/04-begin.md:" in line
    assert b"04-begin" not in file.read_bytes()

    own = issue / "layouts" / "press" / "own.yaml"
    assert line in run("preflight", file, "--profile", own, "--no-ink", "--lang", "zh").output

    def sources(path: Path) -> list[dict[str, object] | None]:
        data = json.loads(run("preflight", path, "--profile", own, "--no-ink", "--json").output)
        return [place["source"] for found in data["findings"] for place in found["places"]]

    known = [source for source in sources(file) if source is not None]
    assert all(set(source) == {"file", "line", "column"} for source in known)
    assert {"articles/04-begin.md", "articles/06-craft.md"} <= {s["file"] for s in known}
    copy = Path(shutil.copy(file, issue / "out" / "copy.pdf"))
    assert sources(copy) == sources(file)
    copy.write_bytes(copy.read_bytes() + b"\n")
    assert set(map(str, sources(copy))) == {"None"}
    elsewhere = Path(shutil.copy(file, issue / "elsewhere.pdf"))
    assert set(map(str, sources(elsewhere))) == {"None"}
