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
from .reading import PageText, copied, shown


@pytest.fixture(scope="session")
def built() -> Build:
    return build(ROOT / "issue.yaml")


@pytest.fixture(scope="session")
def sample_file(built: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert built.book is not None
    assert built.shelf is not None
    path = tmp_path_factory.mktemp("sample") / "issue.pdf"
    path.write_bytes(write_pdf(built.book, built.shelf))
    return path


@pytest.fixture(scope="session")
def sample(sample_file: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(sample_file) as opened:
        yield opened


@pytest.fixture(scope="session")
def printed(sample_file: Path) -> list[PageText]:
    """Every page as pdfium copies it."""
    return copied(sample_file)


@pytest.fixture(scope="session")
def shown_pages(sample: pikepdf.Pdf) -> list[PageText]:
    """Every page with the places of its glyphs."""
    return shown(sample)


@pytest.fixture(scope="session")
def viewed(sample_file: Path) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(sample_file)
    yield document
    document.close()
