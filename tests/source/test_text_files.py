"""Files: encodings, line ends, and paths that stay in the issue's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from koubei_pdf.model.diagnostics import Diagnostic, Span
from koubei_pdf.source.findings import Findings
from koubei_pdf.source.text_files import SourceText, line_reader, path_inside, read_text

NAMED_AT = Span("issue.yaml", 3, 7, 4)


def read(root: Path, path: str) -> tuple[SourceText | None, list[Diagnostic]]:
    findings = Findings()
    return read_text(root, path, NAMED_AT, findings), findings.diagnostics


def write(root: Path, data: bytes) -> str:
    (root / "a.md").write_bytes(data)
    return "a.md"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_and_mark(tmp_path: Path, mark: bytes, end: bytes) -> None:
    source, found = read(tmp_path, write(tmp_path, mark + end.join(["东湖".encode(), b"b"])))
    assert found == []
    assert source is not None
    assert source.lines == ("东湖", "b")
    assert source.span(3) == Span("a.md", 2, 1, 1)


COPY = "三月的东湖，樱花正盛。\n骑行的人多了起来。"


@pytest.mark.parametrize(
    ("data", "code", "encoding", "place"),
    [
        (COPY.encode("gbk"), "M004", "GB18030", (1, 1)),
        (("# x\r\ny" + COPY).encode("gb18030"), "M004", "GB18030", (2, 2)),
        ("三月的東湖，櫻花正盛。騎行的人多了起來。".encode("big5"), "M004", "BIG5", (1, 1)),
        ("朱镕基说：囍。".encode("gbk"), "M004", "GB18030", (1, 1)),
        (COPY.encode("utf-16"), "M004", "UTF-16", (0, 0)),
        (COPY.encode("utf-32"), "M004", "UTF-32", (0, 0)),
        (("东湖" * 3).encode() + b"\xff\x00", "M005", None, (1, 7)),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "M005", None, (1, 1)),
        (b"\xef\xbb\xbf\xe4\xb8\x9c\xe6\xb9", "M005", None, (1, 2)),
    ],
)
def test_other_encodings(
    tmp_path: Path, data: bytes, code: str, encoding: str | None, place: tuple[int, int]
) -> None:
    source, (found,) = read(tmp_path, write(tmp_path, data))
    assert source is None
    assert found.rule.code == code
    assert found.facts.get("encoding") == encoding
    assert (found.span.line, found.span.column) == place


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("b.md", "M001"),
        ("no/such/folder/b.md", "M001"),
        ("a\0b.md", "M001"),
        (".", "M002"),
        ("x" * 300, "M003"),
        ("large.md", "M006"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, path: str, code: str) -> None:
    (tmp_path / "large.md").write_bytes(b"x" * (8 * 2**20 + 1))
    source, (found,) = read(tmp_path, path)
    assert source is None
    assert (found.rule.code, found.span) == (code, NAMED_AT)


def test_a_loop_of_links(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("b.md")
    (tmp_path / "b.md").symlink_to("a.md")
    source, (found,) = read(tmp_path, "a.md")
    assert source is None
    assert found.rule.code in ("M001", "M003")


@pytest.mark.parametrize(
    ("folder", "written", "path"),
    [
        ("", "articles/a.md", "articles/a.md"),
        ("articles", "images/a.svg", "articles/images/a.svg"),
        ("articles", "../a.svg", "a.svg"),
        ("articles", "./x/../a.svg", "articles/a.svg"),
        ("articles", "../../a.svg", None),
        ("", "/etc/hostname", None),
        ("", r"C:\a.md", None),
        ("", "..", None),
        ("", "inside/a.md", "inside/a.md"),
        ("", "outside/a.md", None),
    ],
)
def test_paths_stay_inside(tmp_path: Path, folder: str, written: str, path: str | None) -> None:
    root = tmp_path / "issue"
    (root / "real").mkdir(parents=True)
    (root / "inside").symlink_to("real")
    (root / "outside").symlink_to(tmp_path)
    assert path_inside(root, folder, written) == path


def test_reading_single_lines(tmp_path: Path) -> None:
    write(tmp_path, b"\xef\xbb\xbfone\r\ntwo\xff\n")
    read_line = line_reader(tmp_path)
    assert read_line("a.md", 1) == "one"
    assert read_line("a.md", 2) == "two\ufffd"
    assert read_line("a.md", 9) is None
    assert read_line("a.md", 0) is None
    assert read_line("b.md", 1) is None
