"""The sample issue, rendered once for all tests of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from koubei_pdf.build import Build, build
from koubei_pdf.cli.render import job
from koubei_pdf.output import Job, write_pdf

from .manuscript import ROOT
from .reading import PageText, copied, shown


@pytest.fixture(scope="session")
def built() -> Build:
    return build(ROOT / "issue.yaml")


Written = Callable[..., Path]


@pytest.fixture(scope="session")
def written(built: Build, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Writes the sample once for each Job, whose fields are given by name."""
    files: dict[tuple[tuple[str, object], ...], Path] = {}

    def make(**fields: object) -> Path:
        key = tuple(sorted(fields.items()))
        if key not in files:
            assert built.book
            assert built.shelf
            assert built.issue
            files[key] = tmp_path_factory.mktemp("sample") / "issue.pdf"
            asked: Job = replace(job(built.issue), **fields)
            with files[key].open("wb") as file:
                file.writelines(write_pdf(built.book, built.shelf, asked))
        return files[key]

    return make


@pytest.fixture(scope="session")
def sample_file(built: Build, written: Written) -> Path:
    """The press edition without marks: nothing but the pages."""
    assert built.issue
    return written(press=replace(built.issue.press, marks=None))


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
def screen(written: Written) -> Iterator[pypdfium2.PdfDocument]:
    """The screen edition in pdfium."""
    document = pypdfium2.PdfDocument(written(edition="screen"))
    yield document
    document.close()


@pytest.fixture(scope="session")
def viewed(sample_file: Path) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(sample_file)
    yield document
    document.close()
