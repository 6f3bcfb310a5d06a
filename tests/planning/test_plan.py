"""The flatplan: what both files say of an issue, whatever is there of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest
from typer.testing import CliRunner, Result

from koubei_pdf.cli import app
from koubei_pdf.flatplan.sheets import A3, CAPTION, FOLIO, MARGIN, grid_of
from koubei_pdf.model.geometry import PageBoxes

from ..pages.press import Press
from .conftest import PLAN

ROOT = Path(__file__).parents[2]
_HTML = "{http://www.w3.org/1999/xhtml}"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


class Page:
    """The HTML file, read as XML: whatever is not well-formed raises."""

    def __init__(self, file: Path) -> None:
        self.text = file.read_text(encoding="utf-8")
        begin, _, rest = self.text.partition("\n")
        assert begin == "<!DOCTYPE html>"
        self.root = ElementTree.fromstring(rest)

    def all(self, tag: str, kind: str = "") -> list[ElementTree.Element]:
        """The elements of a tag, with that class."""
        found = self.root.iter(f"{_HTML}{tag}")
        return [one for one in found if not kind or kind in one.get("class", "").split()]

    def entry(self, title: str) -> str:
        """All words below the pages of the first entry whose title is this."""
        for entry in self.all("article"):
            heading = entry.find(f"{_HTML}h2")
            if heading is not None and heading.text == title:
                return " ".join("".join(entry.itertext()).split())
        raise AssertionError(title)


def words_of(file: Path) -> str:
    """The text of a PDF, as copied."""
    with pypdfium2.PdfDocument(file) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    return " ".join(" ".join(pages).split())


def test_before_any_copy_is_there(press: Press) -> None:
    done = run("plan", press.folder, "--lang", "zh")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("8 页，3 篇，0 个错误，0 个警告：")
    page = Page(press.folder / "out" / "issue-plan.html")
    assert [folio.text for folio in page.all("span", "folio")] == [f"0{n}" for n in range(1, 9)]
    assert len(page.all("li", "spread")) == 5
    # Nothing is laid out: all pages are drawn as frames, or hatched.
    assert page.all("img") == []
    labels = [one.get("aria-label") for one in page.all("div", "side") for one in one]
    assert labels[0] == "第 1 页"
    assert "要 163–206 字，还没有稿" in page.entry("（未定题）")
    assert "缺图 1，横图 1723 × 278 px" in page.entry("（未定题）")
    assert "图 1 只有 116 ppi" in page.text
    text = words_of(press.folder / "out" / "issue-plan.pdf")
    for words in ("口碑 2023-03 联络图", "要 163–206 字", "图 1 只有 116 ppi", "01 头条"):
        assert words in text, text


def test_in_english(press: Press) -> None:
    run("plan", press.folder, "--lang", "en")
    out = press.folder / "out"
    html = Page(out / "issue-plan.html").text.replace("\u00a0", " ")
    for text in (html, words_of(out / "issue-plan.pdf")):
        assert "Pictures: ■ fine enough, ▲ too coarse, □ not there yet." in text
        assert "Front cover" in text
        assert "Back cover" in text
        assert "封" not in text


def test_nothing_comes_from_the_network(press: Press) -> None:
    run("plan", press.folder)
    page = Page(press.folder / "out" / "issue-plan.html")
    assert not re.search(r"(?:src|href)=\"(?!data:)|url\(|@import|<script", page.text)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sample's flatplan."""
    folder = tmp_path_factory.mktemp("plan")
    done = run("plan", ROOT, "-o", folder, "--lang", "zh")
    assert done.exit_code == 0, done.output
    return folder


def test_every_page_of_the_sample_is_shown(sample: Path) -> None:
    page = Page(sample / "issue-plan.html")
    alts = [image.get("alt") or "" for image in page.all("img")]
    assert [int(alt.split()[1]) for alt in alts] == list(range(1, 41))
    assert alts[9] == "第 10 页 好服务更随心，好服务业绩兴"
    assert all(image.get("src", "").startswith("data:image/jpeg") for image in page.all("img"))
    first, last = page.all("li", "spread")[0], page.all("li", "spread")[-1]
    assert [side.get("class") for side in first if side.tag == f"{_HTML}div"] == ["side right"]
    assert [side.get("class") for side in last if side.tag == f"{_HTML}div"] == ["side left"]
    (slip,) = json.loads(run("slip", ROOT, "--json", "--story", "zhangtao").stdout)
    (words,) = slip["words"]
    told = f"{slip['written']} 字（要 {words['least']}–{words['most']}），排得下"
    assert told in page.entry("好服务更随心，好服务业绩兴")
    assert page.entry("目录").startswith("目录 版式 contents")
    assert len(page.text) < 1_500_000


def test_the_sheets_are_a3_and_can_be_read(sample: Path) -> None:
    with pikepdf.open(sample / "issue-plan.pdf") as pdf:
        assert len(pdf.pages) == 2
        for page in pdf.pages:
            sizes = [round(float(edge) / 72 * 25.4) for edge in page.mediabox]
            assert sizes == [0, 0, 420, 297]
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.docinfo.Title) == "一流口碑 2023.03 联络图"
    text = words_of(sample / "issue-plan.pdf")
    assert "十佳总监" in text
    assert "40 页，文章 16/16 篇已有稿" in text


@pytest.mark.parametrize("count", [1, 2, 5, 21, 100])
@pytest.mark.parametrize("trim", [(595, 808), (595, 842), (300, 900), (900, 300), (100, 3000)])
def test_spreads_of_any_shape_stay_on_the_sheet(trim: tuple[int, int], count: int) -> None:
    grid = grid_of(PageBoxes(*trim, 0), count)
    assert grid.width / grid.height == pytest.approx(trim[0] / trim[1])
    places = [grid.place(number) for number in range(grid.columns * grid.rows)]
    assert max(x for x, _ in places) + 2 * grid.width <= A3.width - MARGIN + 0.01
    assert max(y for _, y in places) + grid.height + FOLIO + CAPTION <= A3.height - MARGIN + 0.01
    assert len(places) >= min(count, 12)


def test_the_same_issue_gives_the_same_bytes(press: Press, tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        run("plan", press.folder, "-o", folder)
    for name in ("issue-plan.html", "issue-plan.pdf"):
        one, two = ((folder / name).read_bytes() for folder in folders)
        assert one == two


def test_faults_stand_where_they_are_found(press: Press) -> None:
    press.layout("ad", "pages: 1\nframes:\n  ad: {kind: advertisement, box: [0, 0, 24, 20]}\n")
    press.article("long", "国" * 900, "pictures: [{file: p.png}]")
    press.write("articles/head.md", "---\ntilte: 题\nsection: one\n---\n\n国。\n")
    press.plan(
        *PLAN[:-1],
        "pages: 10-11, layout: story, article: long",
        "pages: 12, layout: ad",
    )
    done = run("plan", press.folder, "--lang", "zh")
    assert done.exit_code == 1
    assert "T001" in done.stderr
    page = Page(press.folder / "out" / "issue-plan.html")
    story = page.entry("题")
    assert re.search(r"900 字（要 163–206），多 \d+ 行", story), story
    assert "1 个错误、1 个警告：T001 正文放不下" in story
    assert "个错误：M040 没有“tilte”这一项" in page.text
    assert "1 个错误：T007" in page.entry("广告")
    # Pages 8 and 9 have no entry: they are hatched, and the fault is one of no story.
    assert page.text.count(">空</text>") == 3
    (others,) = page.all("section", "others")
    assert "M062 第 8–9 页没有安排" in "".join(others.itertext())
    assert "M062 第 8–9 页没有安排" in words_of(press.folder / "out" / "issue-plan.pdf")


def test_many_faults_of_no_story_are_counted(press: Press) -> None:
    names = "\n".join(f"  x{n}: articles/x{n}.md" for n in range(60))
    manifest = (press.folder / "issue.yaml").read_text(encoding="utf-8")
    manifest = manifest.replace("pages:\n", f"{names}\npages:\n", 1)
    press.write("issue.yaml", manifest)
    done = run("plan", press.folder, "--lang", "zh")
    assert done.exit_code == 1
    assert re.search(r"还有 \d+ 个", words_of(press.folder / "out" / "issue-plan.pdf"))
    page = Page(press.folder / "out" / "issue-plan.html")
    assert page.text.count("M070 ") == 60


def test_a_manifest_that_cannot_be_read_keeps_the_last_files(press: Press) -> None:
    run("plan", press.folder)
    files = [press.folder / "out" / f"issue-plan.{kind}" for kind in ("html", "pdf")]
    before = [file.read_bytes() for file in files]
    press.write("issue.yaml", "pages: [")
    done = run("plan", press.folder, "--lang", "en")
    assert done.exit_code == 1
    assert "issue.yaml" in done.stderr
    assert "as they were" in done.stdout
    assert [file.read_bytes() for file in files] == before


def test_places_that_cannot_be_written(press: Press) -> None:
    press.write("taken", "a file")
    done = run("plan", press.folder, "-o", press.folder / "taken", "--lang", "en")
    assert done.exit_code == 2
    assert "is no folder" in done.stderr
    done = run("plan", press.folder, "-o", press.folder / "taken" / "below", "--lang", "en")
    assert done.exit_code == 1
    assert "O003" in done.stderr
    assert "no file was written" in done.stdout
    press.write("other/issue-plan.html", "my notes")
    done = run("plan", press.folder, "-o", press.folder / "other", "--lang", "en")
    assert done.exit_code == 2
    assert (press.folder / "other" / "issue-plan.html").read_text(encoding="utf-8") == "my notes"


def test_layouts_that_cannot_be_placed_do_not_stop_it(press: Press) -> None:
    circle = "pages: 2\nframes:\n  title: {kind: text, box: [0, body, 24, 20], text: '{title}', "
    circle += "style: title}\n  body: {kind: body, box: [0, title, 24, 20]}\n"
    flat = "  picture: {kind: picture, box: [0, 5, 24, 5], picture: 1}\n"
    press.layout("story", circle + flat)
    done = run("plan", press.folder, "--lang", "en")
    assert "Traceback" not in done.output
    assert (press.folder / "out" / "issue-plan.pdf").exists(), done.output
