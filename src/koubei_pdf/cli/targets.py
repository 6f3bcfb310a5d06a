"""Files that are to be written: what must not be replaced by them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from ..imaging import Cache
from ..model.diagnostics import Bilingual

_NO_NAME = Bilingual("“{file}”不是文件名", "`{file}` is no file name")
_IS_FOLDER = Bilingual("{file} 是文件夹", "{file} is a folder")
_NO_FILE = Bilingual("{file} 不是普通文件", "{file} is no ordinary file")
_NO_PDF = Bilingual(
    "{file} 已经存在，却不是 PDF，不会覆盖它", "{file} exists and is no PDF, so it is left alone"
)
_NO_ZIP = Bilingual(
    "{file} 已经存在，却不是 zip，不会覆盖它", "{file} exists and is no zip, so it is left alone"
)
NAME_A_PDF = Bilingual(
    "在 -o 后写 PDF 的文件名，如 -o out/issue.pdf",
    "give -o the name of a PDF, such as -o out/issue.pdf",
)


NAME_A_ZIP = Bilingual(
    "在 -o 后写 zip 的文件名，如 -o out/issue-package.zip",
    "give -o the name of a zip, such as -o out/issue-package.zip",
)


class Kind(NamedTuple):
    """A kind of file: how it begins, and what is said of a file that does not."""

    magic: bytes
    other: Bilingual


_NO_HTML = Bilingual(
    "{file} 已经存在，却不是 HTML，不会覆盖它", "{file} exists and is no HTML, so it is left alone"
)
NAME_A_FOLDER = Bilingual("在 -o 后写一个文件夹，如 -o out", "give -o a folder, such as -o out")

PDF = Kind(b"%PDF-", _NO_PDF)
ZIP = Kind(b"PK\3\4", _NO_ZIP)
HTML = Kind(b"<!DOCTYPE html>", _NO_HTML)


def cache_of(root: Path) -> Cache:
    """Where what was worked out of an issue in the folder `root` is kept."""
    return Cache(root / "out" / ".cache")


def cache_beside(file: Path) -> Cache:
    """The cache of the issue whose `file` stands where it is written to by default."""
    return Cache(file.parent / ".cache")


def unfit(file: Path, kind: Kind = PDF) -> Bilingual | None:
    """Why `file` is not written to: doing so could destroy more than an earlier one of its kind."""
    if str(file) == "-":
        return _NO_NAME
    if os.path.isdir(file):
        return _IS_FOLDER
    if not os.path.exists(file):
        return None
    if not os.path.isfile(file):
        return _NO_FILE
    try:
        with file.open("rb") as existing:
            begins = existing.read(len(kind.magic))
            return None if begins in (kind.magic, b"") else kind.other
    except OSError:
        return None  # what may not be read is told when it cannot be written
