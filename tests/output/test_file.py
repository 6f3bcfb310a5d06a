"""The file around the pages: boxes, labels, outline, links, metadata, determinism."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from koubei_pdf import __version__
from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import Book, Bookmark, Fill, GlyphRun, Link, Page
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.press import PressProfile
from koubei_pdf.model.style import Cmyk
from koubei_pdf.output import EDITIONS, Edition, Job, write_pdf
from koubei_pdf.output.navigation import _label_ranges
from koubei_pdf.source.press import profiles

from .conftest import BOXES, KAI, SPAN, Write

Open = Callable[[bytes], pikepdf.Pdf]
View = Callable[[bytes], pypdfium2.PdfDocument]
Glyphs = Callable[..., GlyphRun]

METADATA = {
    "title": "口碑 <3>",
    "author": "编辑部 & 朋友",
    "subject": "Stories (2019)",
    "keywords": "口碑, 杂志",
    "date": "2019-03-15",
}


@pytest.fixture(scope="module")
def plain(write: Write, glyphs: Glyphs) -> bytes:
    return write((glyphs("中国"), glyphs("楷体", y=200, face=KAI)), (), metadata=METADATA)


def test_boxes(plain: bytes, opened: Open) -> None:
    bleed = BOXES.bleed
    width, height = BOXES.width + 2 * bleed, BOXES.height + 2 * bleed
    for page in opened(plain).pages:
        assert _numbers(page.MediaBox) == pytest.approx([0, 0, width, height], abs=0.001)
        assert _numbers(page.BleedBox) == pytest.approx([0, 0, width, height], abs=0.001)
        trim = [bleed, bleed, width - bleed, height - bleed]
        assert _numbers(page.TrimBox) == pytest.approx(trim, abs=0.001)


def _numbers(array: pikepdf.Array) -> list[float]:
    return [float(value) for value in array]


def test_pages_and_resources_hold_nothing_else(plain: bytes, opened: Open) -> None:
    for page in opened(plain).pages:
        keys = {"/Type", "/Parent", "/MediaBox", "/BleedBox", "/TrimBox", "/Contents", "/Resources"}
        assert set(page.keys()) == keys
        assert set(page.Resources.keys()) == {"/Font", "/ExtGState"}
        assert page.Contents.Filter == "/FlateDecode"


def test_header_and_catalog(plain: bytes, opened: Open) -> None:
    assert plain.startswith(b"%PDF-1.6\n%")
    assert plain.count(b"%%EOF") == 1
    assert b"Helvetica" not in plain
    assert b"ASCII85" not in plain
    root = opened(plain).Root
    assert root.Lang == "zh-CN"
    assert set(root.keys()) == {
        "/Type", "/Pages", "/Lang", "/Metadata", "/OutputIntents", "/PageLabels",
    }  # fmt: skip


def test_every_font_is_embedded_once(plain: bytes, opened: Open) -> None:
    file = opened(plain)
    descriptors = [
        thing
        for thing in file.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
    ]
    assert len(descriptors) == 2
    assert all("/FontFile2" in descriptor for descriptor in descriptors)
    for page in file.pages:
        for font in page.Resources.Font.values():
            assert font.Subtype == "/Type0"
            assert "/FontDescriptor" in font.DescendantFonts[0]


@pytest.mark.skipif(not shutil.which("pdffonts"), reason="poppler-utils is not installed")
def test_pdffonts_sees_embedded_subsets_only(plain: bytes, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(plain)
    done = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True)
    rows = done.stdout.splitlines()[2:]
    assert len(rows) == 2
    for row in rows:
        assert row[6] == "+"
        assert "CID TrueType      Identity-H       yes yes yes" in row
    assert not done.stderr


@pytest.mark.parametrize("metadata", [METADATA, {"title": "x"}, {"date": "March"}])
def test_info_and_xmp_agree(write: Write, opened: Open, metadata: dict[str, str]) -> None:
    file = opened(write((), metadata=metadata))
    info = file.docinfo
    assert info["/Trapped"] == pikepdf.Name("/False")
    assert info["/Creator"] == f"koubei-pdf {__version__}"
    assert str(info.get("/Title", "")) == metadata.get("title", "")
    day = metadata["date"] if metadata.get("date", "").startswith("2") else "2000-01-01"
    assert info["/CreationDate"] == f"D:{day.replace('-', '')}000000+08'00'"
    assert info["/ModDate"] == info["/CreationDate"]
    assert "/Filter" not in file.Root.Metadata
    with file.open_metadata() as xmp:
        pairs = {
            "/Title": xmp.get("dc:title", ""),
            "/Author": "".join(xmp.get("dc:creator", [])),
            "/Subject": xmp.get("dc:description", ""),
            "/Keywords": xmp.get("pdf:Keywords", ""),
            "/Creator": xmp["xmp:CreatorTool"],
            "/Producer": xmp["pdf:Producer"],
        }
        assert {key: str(info.get(key, "")) for key in pairs} == pairs
        assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == f"{day}T00:00:00+08:00"
        assert xmp["pdf:Trapped"] == "False"


@pytest.mark.parametrize(
    ("folios", "ranges"),
    [
        (["", "2", "3"], [(0, "", 1)]),
        (["", "1", "2", ""], [(0, "", 1), (1, "", 1), (3, "", 4)]),
        (["008", "009", "010", "011"], [(0, "00", 8), (2, "0", 10)]),
        (["封二", "封二", "A-1", "A-2"], [(0, "封二", 0), (2, "A-", 1)]),
        (["0", "1"], [(0, "0", 0), (1, "", 1)]),
    ],
)
def test_labels_are_the_folios(
    write: Write, viewed: View, folios: list[str], ranges: list[tuple[int, str, int]]
) -> None:
    pages = [Page(number, folio, ()) for number, folio in enumerate(folios, start=1)]
    assert list(_label_ranges(pages)) == ranges
    file = viewed(write(*pages))
    expected = [folio or str(number) for number, folio in enumerate(folios, start=1)]
    assert [file.get_page_label(index) for index in range(len(folios))] == expected


def test_outline_is_nested_and_open(write: Write, viewed: View, opened: Open) -> None:
    marks = [
        ("特稿", 0, 1),
        ("一(节)", 1, 2),
        ("小节", 2, 2),
        ("二", 1, 3),
        ("跳", 4, 3),
        ("末", 0, 3),
    ]
    outline = [Bookmark(*mark) for mark in marks]
    data = write((), (), (), bookmarks=outline, edition="screen")
    toc = [
        (entry.get_title(), entry.level, entry.get_dest().get_index() + 1)
        for entry in viewed(data).get_toc()
    ]
    assert toc == [(text, min(level, 2), page) for text, level, page in marks]
    outlines = opened(data).Root.Outlines
    assert outlines.Count == 6
    assert outlines.First.Count == 4


def test_links_and_bookmarks_go_to_page_numbers(write: Write, opened: Open) -> None:
    link = Link(Rect(10, 20, 110, 40), 7, SPAN)
    marks, pages = [Bookmark("x", 0, 7)], (Page(5, "5", (link,)), Page(7, "7", ()))
    file = opened(write(*pages, bookmarks=marks, edition="screen"))
    (note,) = file.pages[0].Annots
    assert note.Subtype == "/Link"
    assert _numbers(note.Border) == [0, 0, 0]
    assert note.Dest[0].objgen == file.pages[1].obj.objgen
    assert file.Root.Outlines.First.Dest[0].objgen == file.pages[1].obj.objgen
    top = BOXES.height
    assert _numbers(note.Rect) == pytest.approx([10, top - 40, 110, top - 20], abs=0.001)


def test_a_link_out_of_the_book_is_a_broken_promise(write: Write) -> None:
    with pytest.raises(KeyError):
        write((Link(Rect(0, 0, 1, 1), 9, SPAN),), edition="screen")


def test_fills(write: Write, viewed: View, opened: Open) -> None:
    fill = Fill(Rect(-BOXES.bleed, -BOXES.bleed, 100, 50), Cmyk(0, 100, 100, 0), SPAN, "band")
    data = write((fill, fill))
    picture = viewed(data)[0].render(scale=1).to_pil().convert("RGB")
    inside, outside = picture.getpixel((100, 50)), picture.getpixel((120, 70))
    assert inside[0] > 200
    assert inside[1] < 60
    assert outside == (255, 255, 255)
    assert opened(data).pages[0].Contents.read_bytes().count(b" k") == 1


SCRIPT = """
import sys
from pathlib import Path
from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import Book, GlyphRun, Page
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.geometry import PageBoxes
from koubei_pdf.model.style import BLACK, FontRole
from koubei_pdf.output import Job, write_pdf
from koubei_pdf.source.desk import Desk
from koubei_pdf.source.press import named_press, profiles
span = Span("a")
press = named_press("sheetfed", span, "layouts", Desk(Path(sys.argv[1])))
shelf, _ = FontShelf.load({"s": FontRole((sys.argv[2],), ())}, [Path(sys.argv[1])], span)
shaped = shelf.primary("s").shape("中国——口碑")
run = GlyphRun(sys.argv[2], 9, 9, 9, BLACK, tuple(shaped.glyphs), "中国——口碑", span, "body",
               clusters=tuple(shaped.clusters))
book = Book(PageBoxes(100, 100, 9), (Page(1, "1", (run,)),), (), {"title": "口碑"})
sys.stdout.buffer.writelines(write_pdf(book, shelf, Job(press, profiles(press))))
"""


def test_same_bytes_on_every_run() -> None:
    """Neither the clock nor hash seeds nor the environment show in the file."""
    folder = Path(__file__).parents[2]
    command = [sys.executable, "-c", SCRIPT, str(folder / "fonts"), KAI]
    results = set()
    for seed, epoch in (("1", ""), ("2", "1700000000")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": epoch}
        env["PYTHONPATH"] = str(folder / "src")
        results.add(subprocess.run(command, capture_output=True, check=True, env=env).stdout)
    assert len(results) == 1


def test_ids_differ_where_the_text_differs(write: Write, glyphs: Glyphs, opened: Open) -> None:
    ids = {bytes(opened(write((glyphs(text),))).trailer.ID[0]) for text in ("中国", "国中")}
    assert len(ids) == 2


@pytest.mark.parametrize("edition", EDITIONS)
def test_progress_counts_pages(shelf: FontShelf, sheetfed: PressProfile, edition: Edition) -> None:
    seen: list[int] = []
    pages = tuple(Page(number, "", ()) for number in (1, 2, 3))
    book = Book(BOXES, pages, (), {})
    list(write_pdf(book, shelf, Job(sheetfed, profiles(sheetfed), edition), progress=seen.append))
    assert seen == [1, 2, 3]
