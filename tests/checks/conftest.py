"""The press by which test files are judged."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.press import PressProfile
from koubei_pdf.source.desk import Desk
from koubei_pdf.source.press import named_press


@functools.cache
def sheetfed() -> PressProfile:
    """The default profile."""
    profile = named_press("sheetfed", Span("sheetfed"), "layouts", Desk(Path("nowhere")))
    assert profile is not None
    return profile


@pytest.fixture(scope="session")
def press() -> PressProfile:
    return sheetfed()
