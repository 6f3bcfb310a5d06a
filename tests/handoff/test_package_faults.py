"""What stops a package: the last zip stays, and the fault is named."""

from __future__ import annotations

import errno
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from koubei_pdf import shipped

from .conftest import Desk, Run
from .packing import own_press


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


def test_a_licence_that_cannot_be_read_is_named(run: Run, desk: Desk) -> None:
    (desk.folder / "fonts").mkdir(exist_ok=True)
    shutil.copy(shipped.folder("fonts") / "NotoSansSC-Regular.ttf", desk.folder / "fonts")
    (desk.folder / "fonts" / "OFL-NotoSansSC.txt").mkdir()
    done = run("package", desk.folder, "--lang", "en")
    assert done.exit_code == 1
    assert "error[M003]" in done.output
    assert "fonts/OFL-NotoSansSC.txt` cannot be read" in done.output
    assert "--> issue.yaml" in done.output
