"""Every assertion of the conformance table, set by the engine: ideal font and the house's face."""

from __future__ import annotations

from collections import Counter

import pytest

from .assertions import RUNS, Assertion, Run, assertions
from .engine import house_face, natural_width, set_by_engine
from .expectations import failures

#: What luatex-cn publishes is 119; the table is to pass it by far.
LEAST = 150

TABLE = assertions()
READY = [assertion for assertion in TABLE if not assertion.pending]


ENGINE: tuple[Run, ...] = ("ideal", "serif")


@pytest.mark.parametrize(
    ("assertion", "run"),
    [
        pytest.param(assertion, run, id=f"{assertion.id}-{run}")
        for assertion in READY
        for run in ENGINE
        if run in assertion.runs
    ],
)
def test_engine(assertion: Assertion, run: Run) -> None:
    face = house_face() if run == "serif" else None
    settings = [
        set_by_engine(one, assertion.setup, face)
        for one in assertion.situations(run, natural_width(assertion.setup, face))
    ]
    assert failures(settings, assertion.expect, hanging=assertion.setup.hanging) == []


def test_ids_are_unique() -> None:
    counts = Counter(assertion.id for assertion in TABLE)
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_two_assertions_are_the_same() -> None:
    counts = Counter(
        repr((one.text, one.measure, one.fit, one.sweep, one.setup, one.expect)) for one in TABLE
    )
    assert [same for same, count in counts.items() if count > 1] == []


def test_the_table_is_large_enough() -> None:
    assert len(READY) >= LEAST


def test_runs_are_known_and_the_engine_is_among_them() -> None:
    for assertion in TABLE:
        assert set(assertion.runs) <= set(RUNS), assertion.id
        assert {"ideal", "serif"} & set(assertion.runs), assertion.id
