"""`package` as a user calls it, its zip read back by programs that did not write it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest

from .conftest import ORDER, Desk, Run
from .packing import contents, text

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


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
def test_poppler_reads_the_ticket(packed: Desk, tmp_path: Path) -> None:
    (tmp_path / "ticket.pdf").write_bytes(contents(packed.zip)["issue-ticket.pdf"])
    command = ["pdftotext", "-layout", str(tmp_path / "ticket.pdf"), "-"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    for words in ("印刷工艺单", "铜版纸", "覆哑膜", "客户签字"):
        assert words in done.stdout
