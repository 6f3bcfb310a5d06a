"""The sample issue, built and rendered once, and read by programs that did not write it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from koubei_pdf.build import Build, build
from koubei_pdf.output import write_pdf

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def built() -> Build:
    return build(ROOT / "issue.yaml")


@pytest.fixture(scope="session")
def sample_file(built: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert built.book
    assert built.shelf
    path = tmp_path_factory.mktemp("sample") / "issue.pdf"
    path.write_bytes(write_pdf(built.book, built.shelf))
    return path


@pytest.fixture(scope="session")
def sample(sample_file: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(sample_file) as pdf:
        yield pdf


@pytest.fixture(scope="session")
def page_texts(sample_file: Path) -> list[str]:
    """What a reader copies from each page."""
    pdf = pypdfium2.PdfDocument(sample_file)
    try:
        return [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()
