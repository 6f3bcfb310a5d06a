"""The command line, and small issues for it to work on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from koubei_pdf.cli import app

from ..pages.press import Press
from ..square_font import save_square_font

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Runs the program in this process."""
    runner = CliRunner()

    def invoke(*arguments: str | Path) -> Result:
        return runner.invoke(app, [str(argument) for argument in arguments])

    return invoke


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new issue, as `new` makes it."""
    folder = tmp_path_factory.mktemp("started") / "issue"
    done = CliRunner().invoke(app, ["new", str(folder)])
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def issue(started: Path, tmp_path: Path) -> Path:
    """A new issue of the test's own."""
    return Path(shutil.copytree(started, tmp_path / "my issue"))


@pytest.fixture(scope="session")
def square_font(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_square_font(tmp_path_factory.mktemp("square"))


@pytest.fixture
def press(tmp_path: Path, square_font: Path) -> Press:
    """A folder with a whole issue of four pages, ready to be broken."""
    folder = tmp_path / "issue"
    folder.mkdir()
    press = Press(folder, square_font)
    press.drawing("articles/p.svg", 200, 100)
    press.spread(
        "  picture: {kind: picture, page: 1, box: [0, 2, 24, 10]}\n"
        "  body: {kind: body, page: 2, box: [0, 2, 24, 20], columns: 2}",
        copy="国国国。\n\n国国国国。",
        head="pictures: [{file: p.svg, alt: 国}]",
    )
    return press
