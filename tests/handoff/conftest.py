"""A small issue with an order, laid out, and its press file, judged."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from typer.testing import CliRunner, Result

from koubei_pdf.build import build
from koubei_pdf.checks.judging import judge
from koubei_pdf.cli import app
from koubei_pdf.cli.render import job
from koubei_pdf.handoff.measured import Measured, measure
from koubei_pdf.handoff.package import Source
from koubei_pdf.model.content import Issue
from koubei_pdf.model.press import PressProfile
from koubei_pdf.output import write_pdf

Run = Callable[..., Result]

ORDER = """\
print:
  quantity: 12500
  binding: saddle
  pages: 8
  cover: {paper: 铜版纸, weight: 157, inks: 4+4, finishing: [覆哑膜, 局部 UV]}
  inside: {paper: 双胶纸, weight: 80, inks: 4+4}
  delivery: {date: 2027-01-15, address: 江汉路一号, contact: 发行部}
  remarks: 先打样
"""


@pytest.fixture(scope="session")
def run() -> Run:
    """Runs the program in this process."""
    runner = CliRunner()

    def invoke(*arguments: str | Path) -> Result:
        return runner.invoke(app, [str(argument) for argument in arguments])

    return invoke


@pytest.fixture(scope="session")
def started(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new issue, as `new` makes it."""
    folder = tmp_path_factory.mktemp("started") / "issue"
    assert run("new", folder).exit_code == 0
    return folder


@dataclass(frozen=True)
class Desk:
    """An issue's folder of a test's own."""

    folder: Path

    @property
    def manifest(self) -> Path:
        return self.folder / "issue.yaml"

    @property
    def zip(self) -> Path:
        return self.folder / "out" / "issue-package.zip"

    def order(self, text: str) -> None:
        """Put the order into the manifest, in place of the one before."""
        whole = self.manifest.read_text(encoding="utf-8")
        head = whole.partition("print:\n  quantity")[0] if "\nprint:" in whole else whole
        self.manifest.write_text(head.rstrip("\n") + "\n" + text, encoding="utf-8")

    def change(self, file: str, find: str, put: str) -> None:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(find) == 1, find
        path.write_text(text.replace(find, put), encoding="utf-8")


@pytest.fixture
def desk(started: Path, tmp_path: Path) -> Desk:
    """A new issue with an order."""
    made = Desk(Path(shutil.copytree(started, tmp_path / "my issue")))
    made.order(ORDER)
    return made


def source_of(manifest: Path) -> Source:
    """What a package of the issue is made from."""
    made = build(manifest)
    assert made.errors == 0, made.diagnostics
    assert made.issue is not None
    assert made.shelf is not None
    assert made.book is not None
    asked = job(made.issue)
    press_file = b"".join(write_pdf(made.book, made.shelf, asked))
    judged = judge(press_file, made.issue.press)
    return Source(made.root, "issue", made.issue, made.shelf, made.book, asked, press_file, judged)


@pytest.fixture(scope="session")
def source(started: Path, tmp_path_factory: pytest.TempPathFactory) -> Source:
    """A new issue with an order, laid out and judged."""
    desk = Desk(Path(shutil.copytree(started, tmp_path_factory.mktemp("source") / "issue")))
    desk.order(ORDER)
    return source_of(desk.manifest)


def measured(data: bytes, press: PressProfile) -> Measured:
    return measure(data, "issue.pdf", judge(data, press, ink=False))


Tamper = Callable[[Callable[[pikepdf.Pdf], None]], tuple[Issue, Measured]]


@pytest.fixture
def tampered(source: Source) -> Tamper:
    """The issue, and its press file as it is once something was changed in it."""

    def tamper(change: Callable[[pikepdf.Pdf], None]) -> tuple[Issue, Measured]:
        with pikepdf.open(io.BytesIO(source.press_file)) as pdf:
            change(pdf)
            out = io.BytesIO()
            pdf.save(out)
        return source.issue, measured(out.getvalue(), source.issue.press)

    return tamper
