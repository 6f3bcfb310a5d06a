"""The sample issue, rendered once for all tests of a run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from koubei_pdf.build import Build, build
from koubei_pdf.output import write_pdf

from .manuscript import ROOT
from .reading import PageText, read_pages


@pytest.fixture(scope="session")
def made() -> Build:
    return build(ROOT / "issue.yaml")


@pytest.fixture(scope="session")
def file(made: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert made.book is not None
    assert made.shelf is not None
    path = tmp_path_factory.mktemp("sample") / "issue.pdf"
    path.write_bytes(write_pdf(made.book, made.shelf))
    return path


@pytest.fixture(scope="session")
def pdf(file: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(file) as opened:
        yield opened


@pytest.fixture(scope="session")
def viewed(file: Path) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(file)
    yield document
    document.close()


@pytest.fixture(scope="session")
def pages(file: Path) -> list[PageText]:
    return read_pages(file)
