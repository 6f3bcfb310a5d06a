"""A file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from koubei_pdf.output import write_atomically


def test_a_new_and_an_old_file(tmp_path: Path) -> None:
    path = tmp_path / "期刊.pdf"
    write_atomically(path, [b"o", b"ne"])
    write_atomically(path, [b"two"])
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="no space"):
        write_atomically(path, [b"new"])
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_the_caller_s_affair(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="none"):
        write_atomically(tmp_path / "none" / "a.pdf", [])
