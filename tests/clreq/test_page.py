"""docs/clreq.md says what the data says, and names no assertion that is not there."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from .assertions import assertions

SCRIPT = Path(__file__).parents[2] / "docs" / "make_clreq.py"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_clreq", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_page_is_fresh(maker: ModuleType) -> None:
    found = maker.PAGE.read_text(encoding="utf-8")
    assert found == maker.page(), "run `python docs/make_clreq.py`"


def test_decisions_name_assertions_that_hold(maker: ModuleType) -> None:
    page = maker.PAGE.read_text(encoding="utf-8")
    chapter = page[page.index("## Where the sources disagree") :]
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", chapter)) - {"line-break"}
    assert len(named) > 40
    assert named <= {assertion.id for assertion in assertions() if not assertion.pending}
