"""`preflight` as a user calls it: exit codes, languages, JSON, heat maps, wrong usage."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ..checks.defects import add
from ..checks.good_pdf import good_pdf, saved
from ..own_press import ICC, SHIPPED


def run(*arguments: str | Path) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "koubei_pdf", "preflight", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good file, one with a warning, one with an error, one with too much ink."""
    folder = tmp_path_factory.mktemp("files")
    (folder / "good.pdf").write_bytes(saved(good_pdf()))
    for name, content in {
        "warned": "0 0 0 1 K 0.1 w 60 60 m 90 60 l S",
        "bad": "1 0 0 rg 60 60 20 20 re f",
        "wet": "1 1 1 1 k 60 60 20 20 re f",
    }.items():
        pdf = good_pdf()
        add(pdf, content)
        (folder / f"{name}.pdf").write_bytes(saved(pdf))
    return folder


def test_a_good_file(files: Path) -> None:
    code, out, _ = run(files / "good.pdf", "--lang", "en")
    assert code == 0
    assert "4 pages, PDF/X-4, 0 errors, 0 warnings" in out


def test_warnings_alone_exit_0(files: Path) -> None:
    code, out, _ = run(files / "warned.pdf", "--lang", "zh")
    assert code == 0
    assert "警告[X132]：线只有 0.1 pt 粗，少于 0.25 pt" in out
    assert "warned.pdf: 第 2 页" in out
    assert "位置：第 2 页 11.1, 108.8 毫米" in out


def test_errors_exit_1(files: Path) -> None:
    code, out, _ = run(files / "bad.pdf", "--lang", "en", "--no-ink")
    assert code == 1
    assert "error[X091]: areas in RGB" in out
    assert "bad.pdf: page 2" in out
    assert "= help: convert it to CMYK and export again" in out
    assert "total ink" not in out


def test_json(files: Path) -> None:
    code, out, _ = run(files / "bad.pdf", "--json", "--lang", "en")
    data = json.loads(out)
    assert code == 1
    assert [finding["code"] for finding in data["findings"]] == ["X091"]
    assert len(data["pages"]) == 4


def test_heat_maps(files: Path, tmp_path: Path) -> None:
    code, out, _ = run(files / "wet.pdf", "--heat-maps", tmp_path / "maps", "--lang", "en")
    assert code == 1
    assert "error[X130]: total ink is 400 %, more than 300 %" in out
    (picture,) = (tmp_path / "maps").iterdir()
    assert picture.name == "wet-ink-002.png"
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_another_press(files: Path, tmp_path: Path) -> None:
    assert run(files / "warned.pdf", "--profile", "digital", "--no-ink")[0] == 0
    code, _, err = run(files / "good.pdf", "--profile", "letterpress", "--lang", "en")
    assert code == 2
    assert "digital, sheetfed, uncoated, web-offset" in err
    (tmp_path / "own.yaml").write_text("standard: X-9\n", "utf-8")
    code, _, err = run(files / "good.pdf", "--profile", tmp_path / "own.yaml", "--lang", "en")
    assert code == 2
    assert "own.yaml:1:11" in err


@pytest.mark.parametrize("name", ["good", "bad"])
def test_a_press_whose_icc_profile_is_cut(name: str, files: Path, tmp_path: Path) -> None:
    """Told even where the file has nothing to convert."""
    text = (SHIPPED / "sheetfed.yaml").read_text("utf-8")
    (tmp_path / "own.yaml").write_text(text, "utf-8")
    (tmp_path / ICC).write_bytes((SHIPPED / ICC).read_bytes()[:5000])
    own = tmp_path / "own.yaml"
    code, _, err = run(files / f"{name}.pdf", "--profile", own, "--no-ink", "--lang", "en")
    assert code == 2
    assert "error[O006]" in err


def test_no_file(tmp_path: Path) -> None:
    code, _, err = run(tmp_path / "none.pdf", "--lang", "en")
    assert code == 2
    assert "does not exist" in err


def test_other_commands_do_not_load_it() -> None:
    script = (
        "import sys, koubei_pdf.cli, koubei_pdf.cli.render, koubei_pdf.cli.explain;"
        "koubei_pdf.cli.explain.rules();"
        "sys.exit(bool({'pikepdf', 'pypdfium2'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
