"""The screen edition: RGB, trimmed, and tagged so that it can be read aloud (PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pytest

from koubei_pdf.model.art import Drawing, Outline
from koubei_pdf.model.art import Path as DrawnPath
from koubei_pdf.model.book import Bookmark, Fill, GlyphRun, Link, Page, PlacedPicture, Shape
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.style import BLACK, Cmyk, Spot

from .conftest import BOXES, SPAN, Write

Open = Callable[[bytes], pikepdf.Pdf]
Glyphs = Callable[..., GlyphRun]

SQUARE = Drawing(9, 9, (DrawnPath(Outline("mlllh", (0, 0, 9, 0, 9, 9, 0, 9)), BLACK),))
RECT = Rect(10, 10, 90, 90)


def picture(alt: str) -> PlacedPicture:
    return PlacedPicture("a", SQUARE, RECT, RECT, BLACK, SPAN, alt, "picture")


def line(number: int) -> Span:
    return Span("articles/a.md", number, 1)


@pytest.fixture(scope="module")
def tagged(write: Write, glyphs: Glyphs) -> bytes:
    contents = (
        glyphs("目录", role="heading"),
        glyphs("04", y=200),
        glyphs("第一篇", y=200, x=90),
        Link(Rect(40, 190, 300, 210), 2, SPAN),
    )
    story = (
        picture("桥"),
        Fill(RECT, BLACK, SPAN, "rule"),
        picture(""),
        glyphs("正文第一行", y=300, span=line(7)),
        glyphs("第二行。", y=320, span=line(7)),
        glyphs("另一段。", y=340, span=line(9)),
        glyphs("小题", y=360, span=line(11), role="heading"),
        glyphs("标题", y=60, span=line(2), role="title"),
        glyphs("02", y=700, role="folio"),
    )
    pages = (Page(1, "", contents), Page(2, "2", story, furniture=1))
    marks = [Bookmark("头条", 0, 2), Bookmark("第一篇", 1, 2)]
    return write(*pages, bookmarks=marks, metadata={"title": "口碑"}, edition="screen")


def elements(node: Any, depth: int = 0) -> Iterator[tuple[int, str, Any]]:
    """(depth, type, element) of a structure, in reading order."""
    yield depth, str(node.S)[1:], node
    for kid in node.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid, depth + 1)


def test_the_structure_is_the_reader_s(tagged: bytes, opened: Open) -> None:
    root = opened(tagged).Root
    (document,) = root.StructTreeRoot.K
    found = [f"{'  ' * depth}{kind}" for depth, kind, _ in elements(document)]
    assert found == [
        "Document",
        "  Sect",
        "    H1",
        "    P",
        "      Link",
        "  Sect",
        "    H1",
        "    Figure",
        "    P",
        "    P",
        "    H2",
    ]
    sections = [node for _, kind, node in elements(document) if kind == "Sect"]
    assert str(sections[1].T) == "第一篇"
    (figure,) = [node for _, kind, node in elements(document) if kind == "Figure"]
    assert str(figure.Alt) == "桥"


def kinds_of(file: pikepdf.Pdf) -> list[tuple[str, int]]:
    """The elements of all sections, with how many items each has."""
    (document,) = file.Root.StructTreeRoot.K
    return [
        (kind, len([kid for kid in node.K if "/MCID" in kid]))
        for depth, kind, node in elements(document)
        if depth == 2
    ]


def test_what_stands_beside_a_line_is_of_its_paragraph(
    write: Write, opened: Open, glyphs: Glyphs
) -> None:
    """Readings and drop initials; dots, waves and the rule above notes are artifacts."""
    wave = Shape(Outline("mc", (10, 5, 14, 4, 16, 6, 20, 5)), BLACK, line(4), "book", 0.45)
    items = (
        glyphs("“", span=line(3), role="body"),
        glyphs("东", span=line(3), role="initial"),
        glyphs("湖的春天，", span=line(3), role="body"),
        glyphs("来得早。", span=line(4), role="body"),
        wave,
        glyphs("hú", span=line(3), role="ruby"),
        glyphs("另一行。", span=line(4), role="body"),
        glyphs("北", span=line(6), role="initial"),
        glyphs("风。", span=line(6), role="body"),
        Fill(RECT, BLACK, line(8), "note-rule"),
        glyphs("注。", span=line(8), role="note"),
    )
    assert kinds_of(opened(write(items, edition="screen"))) == [("P", 6), ("P", 2), ("P", 1)]


def table_rows(node: Any) -> list[list[tuple[str, int]]]:
    """The cells of each row of a table, with how many items each has."""
    return [[(str(cell.S)[1:], len(cell.get("/K", []))) for cell in row.K] for row in node.K]


def test_tables_have_rows_of_equal_length(write: Write, opened: Open, glyphs: Glyphs) -> None:
    """A cell may be of several lines, or empty; a head that comes again is no part of it."""
    head = (
        glyphs("网点", span=line(5), role="table-head", cell=1),
        glyphs("用户", span=line(5), role="table-head", cell=2),
    )
    items = (
        glyphs("前文。", span=line(3), role="body"),
        *head,
        glyphs("东湖新技术", span=line(7), role="table", cell=1),
        glyphs("开发区", span=line(7), role="table", cell=1),
        glyphs("hú", span=line(7), role="ruby", cell=1),
        glyphs("光谷", span=line(8), role="table", cell=1),
        glyphs("九百", span=line(8), role="table", cell=3),
    )
    after = (
        picture("桥"),
        *head,
        glyphs("八百", span=line(9), role="table", cell=2),
        glyphs("另表", span=line(12), role="table-head", cell=1),
        glyphs("一格", span=line(14), role="table", cell=1),
    )
    file = opened(write(items, after, edition="screen"))
    (document,) = file.Root.StructTreeRoot.K
    tables = [node for _, kind, node in elements(document) if kind == "Table"]
    assert [table_rows(node) for node in tables] == [
        [
            [("TH", 1), ("TH", 1), ("TH", 0)],
            [("TD", 3), ("TD", 0), ("TD", 0)],
            [("TD", 1), ("TD", 0), ("TD", 1)],
            [("TD", 0), ("TD", 1), ("TD", 0)],
        ],
        [[("TH", 1)], [("TD", 1)]],
    ]
    assert tables[0].K[0].K[0].A.Scope == "/Column"


def test_lists_have_items_with_labels(write: Write, opened: Open, glyphs: Glyphs) -> None:
    """An item may go on past a page and in a further paragraph; lists of two kinds are two."""
    items = (
        glyphs("•", span=line(3), role="marker"),
        glyphs("第一项，", span=line(3), role="item"),
    )
    after = (
        picture("桥"),
        glyphs("接着说。", span=line(3), role="item"),
        glyphs("又一段。", span=line(5), role="item"),
        glyphs("yí", span=line(5), role="ruby"),
        glyphs("•", span=line(7), role="marker"),
        glyphs("第二项。", span=line(7), role="item"),
        glyphs("1.", span=line(9), role="marker"),
        glyphs("另一份。", span=line(9), role="item"),
        glyphs("后文。", span=line(11), role="body"),
    )
    (document,) = opened(write(items, after, edition="screen")).Root.StructTreeRoot.K
    found = [f"{'  ' * (depth - 2)}{kind}" for depth, kind, _ in elements(document) if depth > 1]
    assert found == [
        *["L", "  LI", "    Lbl", "    LBody", "  LI", "    Lbl", "    LBody"],
        *["Figure", "L", "  LI", "    Lbl", "    LBody", "P"],
    ]
    lists = [node for _, kind, node in elements(document) if kind == "L"]
    assert [str(node.A.ListNumbering) for node in lists] == ["/Disc", "/Decimal"]
    assert len(lists[0].K[0].K[1].K) == 4


def test_all_content_is_part_of_the_structure_or_an_artifact(tagged: bytes, opened: Open) -> None:
    file = opened(tagged)
    tree = list(file.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, tree[::2]), tree[1::2], strict=True))
    for page in file.pages:
        marks: list[str] = []
        numbers = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                marks.append(str(operands[0]))
                if name == "BDC" and "/MCID" in operands[1]:
                    numbers.append(int(operands[1].MCID))
            elif name == "EMC":
                marks.pop()
            elif name in ("Tj", "TJ", "f", "Do"):
                assert marks
        own = parents[int(page.StructParents)]
        assert numbers == list(range(len(own)))
        for number, element in zip(numbers, own, strict=True):
            kids = [kid for kid in element.K if "/MCID" in kid]
            assert any(int(kid.MCID) == number and kid.Pg.objgen == page.objgen for kid in kids)


def test_links_are_in_the_structure(tagged: bytes, opened: Open) -> None:
    file = opened(tagged)
    page = file.pages[0]
    (note,) = page.Annots
    assert page.Tabs == "/S"
    assert str(note.Contents)
    tree = list(file.Root.StructTreeRoot.ParentTree.Nums)
    element = dict(zip(map(int, tree[::2]), tree[1::2], strict=True))[int(note.StructParent)]
    assert element.S == "/Link"
    (reference,) = [kid for kid in element.K if kid.get("/Type") == "/OBJR"]
    assert reference.Obj.objgen == note.objgen
    assert len([kid for kid in element.K if "/MCID" in kid]) == 2


def test_the_file_says_that_it_is_accessible(tagged: bytes, opened: Open) -> None:
    file = opened(tagged)
    root = file.Root
    assert root.MarkInfo.Marked is True
    assert root.ViewerPreferences.DisplayDocTitle is True
    assert root.Lang == "zh-CN"
    assert "/OutputIntents" not in root
    with file.open_metadata() as xmp:
        assert xmp["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert xmp["dc:title"] == "口碑"


def test_pages_are_trimmed_and_rgb(write: Write, opened: Open, glyphs: Glyphs) -> None:
    red, gold = Cmyk(0, 100, 100, 0), Spot("Gold", 50, Cmyk(20, 25, 60, 25))
    items = (
        glyphs("红", ink=red),
        glyphs("金", ink=gold),
        Fill(RECT, Cmyk(100, 0, 0, 0), SPAN, "x"),
        picture("黑"),
    )
    page = opened(write(items, edition="screen", twins={red: "#e34f3f"})).pages[0]
    assert [float(v) for v in page.MediaBox[2:]] == pytest.approx(
        [BOXES.width, BOXES.height], abs=0.001
    )
    (form,) = page.Resources.XObject.values()
    steps = [*pikepdf.parse_content_stream(page), *pikepdf.parse_content_stream(form)]
    names = {str(step.operator) for step in steps}
    assert not names & {"k", "K", "g", "G", "cs", "CS", "gs"}
    colours = [[float(v) for v in step.operands] for step in steps if str(step.operator) == "rg"]
    assert colours[0] == pytest.approx([0xE3 / 255, 0x4F / 255, 0x3F / 255], abs=0.0001)
    pale = colours[1]
    assert pale[0] > pale[2] > 0.6
    cyan = colours[2]
    assert cyan[0] < 0.2 < cyan[2]
