"""Options of the test run, and the tiny good issue that tests break."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import hypothesis
import pytest

from koubei_pdf.model.art import Drawing, PdfPart
from koubei_pdf.model.diagnostics import Diagnostic, Span
from koubei_pdf.model.schema import Key, Schema

# Machines are noisy: no example has a deadline. CI tries the same examples every time, so that what
# it says of a commit does not change; new ones are found while working.
hypothesis.settings.register_profile(
    "koubei",
    deadline=None,
    derandomize="CI" in os.environ,
    database=None if "CI" in os.environ else hypothesis.settings().database,
)
hypothesis.settings.load_profile("koubei")

GOOD_ISSUE = Path(__file__).parent / "faults" / "good"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="rewrite expectations that differ; the tests that did so fail once",
    )
    parser.addoption(
        "--many",
        type=int,
        help="how many random paragraphs, or stories, the laws of text and pages are held against",
    )


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expectations shall be rewritten."""
    return bool(request.config.getoption("--update"))


class EveryPicture:
    """A shelf on which every picture lies: pictures have tests of their own."""

    def load(
        self, path: str, span: Span, part: PdfPart | None = None
    ) -> tuple[Drawing | None, list[Diagnostic]]:
        del path, span, part
        return Drawing(3.0, 2.0, ()), []


@pytest.fixture(scope="session")
def every_picture() -> EveryPicture:
    return EveryPicture()


@pytest.fixture(scope="session")
def tiny_kinds() -> Mapping[str, Schema]:
    """The frame kinds of the good issue: enough to reach every type of option."""
    align = Key("choice", choices=("justify", "left", "center", "right"))
    return {
        "text": {
            "text": Key("text", required=True),
            "style": Key("style", required=True),
            "align": align,
            "colour": Key("colour"),
        },
        "body": {
            "style": Key("style"),
            "columns": Key("integer", least=1, most=6),
            "gap": Key("number", least=0, most=20),
            "balance": Key("flag"),
            "after": Key("frame"),
            "weight": Key("length", least=0.1, most=60),
            "styles": Key("style", many=True),
        },
        "picture": {"picture": Key("integer", least=1)},
    }


@pytest.fixture
def good_issue(tmp_path: Path) -> Path:
    """A folder of the test's own with the good issue."""
    shutil.copytree(GOOD_ISSUE, tmp_path, dirs_exist_ok=True)
    return tmp_path
