"""A missing file: the help offers a file of the wanted kind beside it, or none."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from koubei_pdf.model.diagnostics import Span
from koubei_pdf.source.missing import COPY, PICTURES, YAML, missing_file

FILES = ("spring.md", "spring.svg", "spring.yaml", "cover.yaml", "autumn.TIF", "notes")


@pytest.mark.parametrize(
    ("path", "endings", "offered"),
    [
        ("a/spirng.md", COPY, "a/spring.md"),
        ("a/spring.txt", COPY, "a/spring.md"),
        ("a/spirng.svg", PICTURES, "a/spring.svg"),
        ("a/spring.png", PICTURES, "a/spring.svg"),
        ("a/autum.tif", PICTURES, "a/autumn.TIF"),
        ("a/Spring.yaml", YAML, "a/spring.yaml"),
        ("a/notes.md", COPY, ""),
        ("a/folder.md", COPY, ""),
        ("a/house.yaml", YAML, ""),
        ("b/spring.md", COPY, ""),
        ("a/spirng.md", (), ""),
    ],
)
def test_what_is_offered(tmp_path: Path, path: str, endings: Collection[str], offered: str) -> None:
    (tmp_path / "a" / "folders.md").mkdir(parents=True)
    for name in FILES:
        (tmp_path / "a" / name).touch()
    found = missing_file(tmp_path / path, path, Span("issue.yaml", 3, 4), endings)
    assert found.rule.code == "M001"
    assert (found.facts["name"], found.facts["nearest"]) == (path, offered)
