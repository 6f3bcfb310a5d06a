"""Every assertion that shows in print, read from PDFs that the command wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .assertions import Assertion, assertions
from .expectations import failures
from .press import read_settings, render, typography, write_issue
from .setting import Setting

TABLE = [one for one in assertions() if "print" in one.runs and not one.pending]

Printed = Callable[[Assertion], list[Setting]]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """The paragraphs of an assertion in print; assertions of one typography share an issue."""
    issues: dict[str, dict[str, list[Setting]]] = {}

    def read(assertion: Assertion) -> list[Setting]:
        rules = str(typography(assertion.setup))
        if rules not in issues:
            folder = tmp_path_factory.mktemp("issue")
            alike = [one for one in TABLE if str(typography(one.setup)) == rules]
            write_issue(folder, alike)
            issues[rules] = read_settings(render(folder), alike)
        return issues[rules][assertion.id]

    return read


@pytest.mark.parametrize("assertion", TABLE, ids=lambda assertion: assertion.id)
def test_print(assertion: Assertion, printed: Printed) -> None:
    settings = printed(assertion)
    assert failures(settings, assertion.expect, hanging=assertion.setup.hanging) == []
