"""Packages read back, and issues made ready to be packed."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pypdfium2

from koubei_pdf import shipped

from .conftest import ORDER, Desk


def contents(path: Path) -> dict[str, bytes]:
    """The files of a package, by their names in its folder."""
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        return {name.removeprefix("issue-package/"): file.read(name) for name in file.namelist()}


def text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def own_press(desk: Desk, find: str, put: str) -> None:
    """Give the issue a press profile of its own."""
    folder = desk.folder / "layouts" / "press"
    shutil.copytree(shipped.folder("layouts") / "press", folder)
    text = (folder / "sheetfed.yaml").read_text("utf-8")
    assert text.count(find) == 1
    (folder / "own.yaml").write_text(text.replace(find, put), encoding="utf-8")
    desk.order(f"press: own\n{ORDER}")
