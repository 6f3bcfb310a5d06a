"""`package` as a user calls it, its zip read back by programs that did not write it."""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

from koubei_pdf import shipped
from koubei_pdf.handoff.package import Source

from ..checks.defects import add
from ..square_font import save_square_font
from .conftest import ORDER, Desk, Run

FILES = {
    "SHA256SUMS",
    "issue-fonts.csv",
    "issue-proof.pdf",
    "issue.pdf",
    "licences/OFL-LXGWWenKai.txt",
    "licences/OFL-NotoSansSC.txt",
    "licences/OFL-NotoSerifSC.txt",
    "issue-preflight.json",
    "issue-preflight.pdf",
    "issue-ticket.json",
    "issue-ticket.pdf",
}


@pytest.fixture(scope="module")
def packed(run: Run, started: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """An issue that was packed once; tests read its zip only."""
    desk = Desk(Path(shutil.copytree(started, tmp_path_factory.mktemp("packed") / "issue")))
    desk.order(ORDER)
    done = run("package", desk.folder, "--lang", "zh")
    assert done.exit_code == 0, done.output
    assert "8 页，10 个文件，0 个错误，0 个警告" in done.output
    return desk


def contents(path: Path) -> dict[str, bytes]:
    """The files of a package, by their names in its folder."""
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        return {name.removeprefix("issue-package/"): file.read(name) for name in file.namelist()}


def text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_the_files(packed: Desk) -> None:
    files = contents(packed.zip)
    assert set(files) == FILES
    with zipfile.ZipFile(packed.zip) as file:
        entries = file.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}


def test_checksums(packed: Desk, tmp_path: Path) -> None:
    files = contents(packed.zip)
    listed = dict(line.split("  ")[::-1] for line in files.pop("SHA256SUMS").decode().splitlines())
    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    if shutil.which("sha256sum"):
        with zipfile.ZipFile(packed.zip) as file:
            file.extractall(tmp_path)
        command = ["sha256sum", "--strict", "-c", "SHA256SUMS"]
        folder = tmp_path / "issue-package"
        assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0


def test_the_same_inputs_give_the_same_bytes(
    run: Run, packed: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under another name, in another folder and locale, without what the first run has cached."""
    again = Desk(Path(shutil.copytree(packed.folder, tmp_path / "elsewhere")))
    shutil.rmtree(again.folder / "out")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)
    assert run("package", "elsewhere", "-o", tmp_path / "other.zip").exit_code == 0
    assert (tmp_path / "other.zip").read_bytes() == packed.zip.read_bytes()


def test_the_press_file_is_the_one_that_render_writes(
    run: Run, packed: Desk, tmp_path: Path
) -> None:
    assert run("render", packed.folder, "-o", tmp_path / "press.pdf").exit_code == 0
    files = contents(packed.zip)
    assert files["issue.pdf"] == (tmp_path / "press.pdf").read_bytes()
    edition = ("--edition", "proof", "-o", tmp_path / "proof.pdf")
    assert run("render", packed.folder, *edition).exit_code == 0
    assert files["issue-proof.pdf"] == (tmp_path / "proof.pdf").read_bytes()


def test_ticket_data(packed: Desk) -> None:
    files = contents(packed.zip)
    ticket = json.loads(files["issue-ticket.json"])
    assert ticket["version"] == 1
    assert ticket["file"] == {
        "name": "issue.pdf",
        "bytes": len(files["issue.pdf"]),
        "sha256": hashlib.sha256(files["issue.pdf"]).hexdigest(),
    }
    with pikepdf.open(io.BytesIO(files["issue.pdf"])) as pdf:
        assert ticket["page_count"] == len(pdf.pages)
        box = [float(edge) * 25.4 / 72 for edge in pdf.pages[0].TrimBox]
        bleed = [float(edge) * 25.4 / 72 for edge in pdf.pages[0].BleedBox]
    assert ticket["trim"] == pytest.approx([box[2] - box[0], box[3] - box[1]], abs=0.01)
    assert ticket["bleed"] == pytest.approx(box[0] - bleed[0], abs=0.01)
    assert (ticket["quantity"], ticket["binding"], ticket["spine"]) == (12500, "saddle", None)
    cover, inside = ticket["parts"]
    assert (cover["paper"], cover["weight"], cover["inks"]) == ("铜版纸", 157, "4+4")
    assert cover["finishing"] == ["覆哑膜", "局部 UV"]
    assert cover["pages"] == [1, 2, 7, 8]
    assert inside["pages"] == [3, 4, 5, 6]
    assert inside["plates"] == [["C", "M", "Y", "K"]]
    assert ticket["delivery"]["date"] == "2027-01-15"
    assert ticket["customer"] == "你的单位"
    assert ticket["printer"] is None


def test_the_ticket_is_one_page_that_says_it_all(packed: Desk) -> None:
    files = contents(packed.zip)
    with pikepdf.open(io.BytesIO(files["issue-ticket.pdf"])) as pdf:
        assert len(pdf.pages) == 1
        assert [round(float(edge) * 25.4 / 72) for edge in pdf.pages[0].MediaBox[2:]] == [210, 297]
    said = text(files["issue-ticket.pdf"])
    for words in (
        "印刷工艺单", "字里行间", "你的单位", "210×285", "12,500", "骑马订", "157", "铜版纸",
        "双胶纸", "4+4", "覆哑膜、局部", "江汉路一号", "发行部", "先打样", "客户签字", "印厂签字",
        hashlib.sha256(files["issue.pdf"]).hexdigest(),
    ):  # fmt: skip
        assert words in said


def test_the_report(run: Run, packed: Desk, tmp_path: Path) -> None:
    files = contents(packed.zip)
    said = text(files["issue-preflight.pdf"])
    for words in (
        "可以付印",
        "0 个错误",
        "PDF/X-4",
        "FOGRA39",
        "NotoSerifSC-Regular",
        "没有发现问题",
    ):
        assert words in said
    report = json.loads(files["issue-preflight.json"])
    assert (report["errors"], report["page_count"]) == (0, 8)
    (tmp_path / "issue.pdf").write_bytes(files["issue.pdf"])
    judged = run("preflight", tmp_path / "issue.pdf", "--json", "--lang", "zh")
    assert {**json.loads(judged.output), "file": "issue.pdf"} == report
    most = max(page["total_ink"] for page in report["pages"])
    assert f"{most:.0f} %" in said


def test_fonts(packed: Desk) -> None:
    files = contents(packed.zip)
    rows = list(csv.DictReader(io.StringIO(files["issue-fonts.csv"].decode("utf-8-sig"))))
    with pikepdf.open(io.BytesIO(files["issue.pdf"])) as pdf:
        embedded = {
            str(thing.FontName).partition("+")[2]
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
        }
    assert {row["font"] for row in rows} == embedded
    for row in rows:
        assert (row["embedding"], row["subsetting"], row["fsType"]) == (
            "installable",
            "allowed",
            "0x0000",
        )
        assert "Open Font License" in row["licence"]
        assert f"licences/{row['licence_file']}" in files
        assert row["pages"]


def test_in_english(run: Run, desk: Desk) -> None:
    done = run("package", desk.folder, "--lang", "en")
    assert "8 pages, 10 files, 0 errors, 0 warnings" in done.output
    files = contents(desk.zip)
    assert "Print ticket" in text(files["issue-ticket.pdf"])
    assert "Fit to print" in text(files["issue-preflight.pdf"])


def test_without_an_order_there_are_lines_to_fill_in(run: Run, desk: Desk) -> None:
    desk.order("")
    done = run("package", desk.manifest, "--lang", "zh")
    assert done.exit_code == 0
    assert "警告[H001]" in done.output
    ticket = json.loads(contents(desk.zip)["issue-ticket.json"])
    assert ticket["quantity"] is None
    assert [part["paper"] for part in ticket["parts"]] == [None, None]
    assert ticket["parts"][0]["inks"] == "4+4"


@pytest.mark.parametrize(
    ("find", "put", "code", "at"),
    [
        ("\n  pages: 8\n", "\n  pages: 12\n", "H002", "pages: 12"),
        ("inks: 4+4, finishing: [", "inks: 4+1, finishing: [", "H003", "4+1"),
        ("remarks: 先打样", "remarks: [" + "一, " * 60 + "二]", "H009", "一,"),
        ("remarks: 先打样", "remarks: 见 𠀀", "F003", "𠀀"),
        ("paper: 双胶纸", "paper: 双𠀀纸", "F003", "𠀀"),
        ("局部 UV]", "局部𠀀]", "F003", "𠀀"),
        ("copies", "", "T001", ""),
        ("total-ink", "", "X130", ""),
    ],
)
def test_errors_keep_the_last_zip(
    run: Run, desk: Desk, find: str, put: str, code: str, at: str
) -> None:
    """Figures, a ticket that is too long, rare characters, overset copy, preflight."""
    desk.zip.parent.mkdir(exist_ok=True)
    desk.zip.write_bytes(b"PK\3\4 the last good zip")
    if find == "copies":
        copy = desk.folder / "articles" / "06-craft.md"
        copy.write_text(copy.read_text("utf-8") + "\n\n太长了。" * 900, encoding="utf-8")
    elif find == "total-ink":
        ink = "total-ink: {} # per cent, mean over 1 mm²\nrich-black: [{}, 100]"
        own_press(desk, ink.format(300, "60, 40, 40"), ink.format(120, "10, 0, 0"))
    else:
        desk.change("issue.yaml", find, put)
    done = run("package", desk.folder, "--lang", "zh")
    assert done.exit_code == 1
    assert f"错误[{code}]" in done.output
    assert "没有打包" in done.output
    assert "还是上一次的" in done.output
    if at:
        lines = desk.manifest.read_text("utf-8").splitlines()
        number = next(n for n, line in enumerate(lines, 1) if at in line)
        assert f"--> issue.yaml:{number}:" in done.output
    assert desk.zip.read_bytes() == b"PK\3\4 the last good zip"
    assert [path.name for path in desk.zip.parent.iterdir() if path.is_file()] == [desk.zip.name]


def own_press(desk: Desk, find: str, put: str) -> None:
    """Give the issue a press profile of its own."""
    folder = desk.folder / "layouts" / "press"
    shutil.copytree(shipped.folder("layouts") / "press", folder)
    text = (folder / "sheetfed.yaml").read_text("utf-8")
    assert text.count(find) == 1
    (folder / "own.yaml").write_text(text.replace(find, put), encoding="utf-8")
    desk.order(f"press: own\n{ORDER}")


def test_perfect_binding_has_a_spine(run: Run, desk: Desk) -> None:
    own_press(desk, "binding: saddle", "binding: perfect")
    desk.change("issue.yaml", "binding: saddle\n  pages", "binding: perfect\n  spine: 3mm\n  pages")
    done = run("package", desk.folder, "--lang", "en")
    assert "error[H006]: `spine` is 3 mm, but 2 leaves of 0.1 mm make 0.2 mm" in done.output
    desk.change("issue.yaml", "spine: 3mm", "spine: 0.6mm")
    assert run("package", desk.folder).exit_code == 0
    files = contents(desk.zip)
    assert json.loads(files["issue-ticket.json"])["spine"] == pytest.approx(0.2)
    assert "无线胶装" in text(files["issue-ticket.pdf"])


def test_a_font_of_the_issue_lends_what_ours_lack(run: Run, desk: Desk) -> None:
    rare = "ꀀ"
    (desk.folder / "fonts").mkdir(exist_ok=True)
    path = save_square_font(desk.folder / "fonts", "Rare")
    with TTFont(path) as font:
        for table in font["cmap"].tables:
            table.cmap[ord(rare)] = table.cmap[ord("国")]
        font.save(path)
    desk.change("issue.yaml", "remarks: 先打样", f"remarks: {rare}")
    assert "error[F003]" in run("package", desk.folder, "--lang", "en").output
    house = "  hei: [NotoSansSC-Regular.ttf, NotoSerifSC-Regular.ttf"
    desk.change("layouts/house.yaml", house, f"{house}, Rare.ttf")
    done = run("package", desk.folder)
    assert done.exit_code == 0, done.output
    assert rare in text(contents(desk.zip)["issue-ticket.pdf"])


def failing(number: int) -> Callable[[int], None]:
    def fsync(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    return fsync


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "O002"), (errno.EACCES, "O001")])
def test_a_write_that_breaks_off_leaves_the_last_zip(
    run: Run, desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    desk.zip.parent.mkdir(exist_ok=True)
    desk.zip.write_bytes(b"PK\3\4 the last good zip")
    monkeypatch.setattr(os, "fsync", failing(number))
    done = run("package", desk.folder, "--lang", "en")
    assert done.exit_code == 1
    assert f"error[{code}]" in done.output
    assert "not packed" in done.output
    assert desk.zip.read_bytes() == b"PK\3\4 the last good zip"


def test_no_name_of_a_manifest_hides_a_file(run: Run, desk: Desk) -> None:
    for name in ("ticket", "三月", "preflight"):
        manifest = desk.folder / f"{name}.yaml"
        manifest.write_bytes(desk.manifest.read_bytes())
        done = run("package", manifest, "--lang", "en")
        assert "10 files, 0 errors" in done.output
        with zipfile.ZipFile(desk.folder / "out" / f"{name}-package.zip") as file:
            names = file.namelist()
        assert len(set(names)) == 11
        assert f"{name}-package/{name}.pdf" in names


def test_wrong_usage(run: Run, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    cases: list[tuple[Any, str]] = [
        ((tmp_path / "nothing",), "does not exist"),
        ((desk.folder, "-o", tmp_path), "is a folder"),
        ((desk.folder, "-o", tmp_path / "letter.txt"), "is no zip"),
    ]
    for arguments, said in cases:
        done = run("package", *arguments, "--lang", "en")
        assert done.exit_code == 2
        assert said in done.output
    assert (tmp_path / "letter.txt").read_text("utf-8") == "dear"


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
def test_poppler_reads_the_ticket(packed: Desk, tmp_path: Path) -> None:
    (tmp_path / "ticket.pdf").write_bytes(contents(packed.zip)["issue-ticket.pdf"])
    command = ["pdftotext", "-layout", str(tmp_path / "ticket.pdf"), "-"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    for words in ("印刷工艺单", "铜版纸", "覆哑膜", "客户签字"):
        assert words in done.stdout


def place_advert(desk: Desk, source: Source, spot: str) -> None:
    """An advertiser's page with a patch of a spot, in the place of the back cover."""
    with pikepdf.open(io.BytesIO(source.press_file)) as pdf:
        tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0.2, 0.6, 0], N=1)
        space = Array([Name.Separation, Name(f"/{spot}"), Name.DeviceCMYK, tint])
        add(pdf, "/Spot cs 1 scn 200 200 90 90 re f", page=0, ColorSpace={"Spot": space})
        pdf.save(desk.folder / "ad.pdf")
    shutil.copy(shipped.folder("layouts") / "advertisement.yaml", desk.folder / "layouts")
    back = "layout: back, pictures: [{file: articles/images/back.svg, alt: 封底图案}]"
    put = "layout: advertisement, pictures: [{file: ad.pdf, box: bleed, alt: 广告}]"
    desk.change("issue.yaml", back, put)


@pytest.mark.parametrize("spot", ["Ad Gold", "金色", "A/B (x) #1"])
def test_spots_of_placed_pages_are_the_issues(
    run: Run, desk: Desk, source: Source, spot: str
) -> None:
    """What the message says to write is taken, whatever an advertiser calls a plate."""
    place_advert(desk, source, spot)
    done = run("package", desk.folder, "--lang", "en")
    assert f"error[H004]: the spot `{spot}` is printed (p. 8)" in done.output
    put = f'spots: ["{spot}"]'
    assert f"write `{put}` under `cover`" in done.output
    desk.change("issue.yaml", "finishing: [", f"{put}, finishing: [")
    done = run("package", desk.folder, "--lang", "en")
    assert done.exit_code == 0, done.output
    ticket = json.loads(contents(desk.zip)["issue-ticket.json"])
    assert ticket["parts"][0]["spots"] == [spot]


def test_outlining_tells_of_fonts_that_stay(run: Run, desk: Desk, source: Source) -> None:
    place_advert(desk, source, "Ad Gold")
    done = run("render", desk.folder, "--outline-text", "--lang", "en")
    assert "warning[O009]: page 1 of the PDF `ad.pdf` is not outlined" in done.output
    assert "O009" not in run("render", desk.folder).output


def test_the_report_names_source_lines(run: Run, desk: Desk) -> None:
    """As `preflight` does of a file that `render` wrote."""
    own_press(desk, "text: [5pt, 8pt]", "text: [5pt, 60pt]")
    done = run("package", desk.folder, "--lang", "en")
    assert done.exit_code == 0, done.output
    report = json.loads(contents(desk.zip)["issue-preflight.json"])
    places = [place for finding in report["findings"] for place in finding["places"]]
    assert places
    assert all(place["source"]["file"] and place["source"]["line"] for place in places)


def test_a_licence_that_cannot_be_read_is_named(run: Run, desk: Desk) -> None:
    (desk.folder / "fonts").mkdir(exist_ok=True)
    shutil.copy(shipped.folder("fonts") / "NotoSansSC-Regular.ttf", desk.folder / "fonts")
    (desk.folder / "fonts" / "OFL-NotoSansSC.txt").mkdir()
    done = run("package", desk.folder, "--lang", "en")
    assert done.exit_code == 1
    assert "error[M003]" in done.output
    assert "fonts/OFL-NotoSansSC.txt` cannot be read" in done.output
    assert "--> issue.yaml" in done.output
