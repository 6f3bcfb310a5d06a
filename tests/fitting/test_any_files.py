"""Locks and `fit` sections of any content: findings with a place and a remedy, no traceback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from koubei_pdf.build import Build, build
from koubei_pdf.source.fitting import KEYS
from koubei_pdf.source.lock import STORY_KEYS

from ..pages.press import Press
from .conftest import FRAMES, GIVES, Desk, rigid

FIT = "{lines: 160, pictures: {picture: 3}, parts: [deck]}"
GOOD = """\
version: 1
stories:
  a:
    layout: story
    lines: {body: -1}
    pictures: {picture: -1}
"""

few = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

#: Names that mean something here, and others.
names = st.sampled_from(["a", "story", "blank", "body", "deck", "picture", "title", "b", ""])
numbers = st.one_of(
    st.integers(-3, 30), st.integers(), st.floats(), st.just(10**400), st.just(-(10**400))
)
leaves = st.one_of(st.none(), st.booleans(), numbers, names, st.text(max_size=6))
values = st.recursive(
    leaves,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(names, inner, max_size=4)),
    max_leaves=8,
)


@pytest.fixture
def press(desk: Desk) -> Press:
    """A story two lines over, whose layout has levers for that."""
    desk.lay(GIVES, rigid(8), fit=FIT)
    return desk.press


def laid(folder: Path) -> Build:
    """What is built; each finding has a file, a message and a remedy in both languages."""
    made = build(folder / "issue.yaml")
    for found in made.diagnostics:
        assert found.span.file
        for text in (found.rule.message, found.rule.help):
            assert text.text("en", found.facts)
            assert text.text("zh", found.facts)
    return made


def with_lock(press: Press, text: bytes) -> None:
    """A lock is obeyed or told; if it cannot be understood, nothing is given."""
    (press.folder / "issue.lock.yaml").write_bytes(text)
    made = laid(press.folder)
    codes = {found.rule.code for found in made.diagnostics}
    unread = {"M090", "M091"}
    assert codes <= {*unread, "M097", "M098", "M099"}
    assert (made.book is None) == bool(codes & unread)


@pytest.mark.parametrize("size", range(0, len(GOOD), 7))
def test_a_lock_that_is_cut_off(press: Press, size: int) -> None:
    with_lock(press, GOOD[:size].encode())


@pytest.mark.parametrize(
    "more",
    [
        "  a: {layout: story}\n",
        "    layout: story\n",
        "    left_out: {deck: 1}\n",
        "    goes_on: perhaps\n",
        "    tracking: 11\n",
        "    headings: .inf\n",
        "    put_in: 3.5\n  b: \n",
        "    layouts: [story]\n",
    ],
)
def test_a_lock_edited_by_hand_is_told_at_its_line(press: Press, more: str) -> None:
    (press.folder / "issue.lock.yaml").write_text(GOOD + more, encoding="utf-8")
    made = laid(press.folder)
    assert {found.rule.code for found in made.diagnostics} <= {"M091"}
    assert all(found.span.line >= GOOD.count("\n") + 1 for found in made.diagnostics)
    assert (made.book is None) == bool(made.diagnostics)


@few
@given(st.binary(max_size=60))
def test_any_bytes_as_a_lock(press: Press, data: bytes) -> None:
    with_lock(press, data)


@few
@given(
    st.dictionaries(
        st.one_of(names, st.integers(0, 2)),
        st.one_of(values, st.dictionaries(st.sampled_from(STORY_KEYS), values, max_size=5)),
        max_size=3,
    ),
    st.one_of(st.just(1), values),
)
def test_any_content_of_a_lock(press: Press, stories: dict[str, Any], version: Any) -> None:
    content = yaml.safe_dump({"version": version, "stories": stories}, allow_unicode=True)
    with_lock(press, content.encode("utf-8", "replace"))


@few
@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=6))
def test_any_content_of_fit(press: Press, fit: dict[str, Any]) -> None:
    content = yaml.safe_dump({"pages": 2, "fit": fit}, allow_unicode=True)
    press.write("layouts/story.yaml", f"{content}frames:\n{FRAMES}")
    (press.folder / "issue.lock.yaml").unlink(missing_ok=True)
    laid(press.folder)


@few
@given(
    st.sampled_from(["title", "picture", "deck", "body"]),
    st.lists(st.one_of(st.integers(-5, 30), st.floats(-1e6, 1e6), names), min_size=4, max_size=4),
)
@example("title", [0, "title", 1, "body"])
@example("deck", [0, "deck", 1, "body"])
@example("deck", [0, "body", 1, "deck"])
def test_any_box_of_a_frame(press: Press, frame: str, box: list[Any]) -> None:
    """Frames of no row, off the page, in one place, in a circle."""
    document = yaml.safe_load(f"frames:\n{FRAMES}")
    document["frames"][frame]["box"] = box
    content = yaml.safe_dump({"pages": 2, "fit": yaml.safe_load(FIT), **document})
    press.write("layouts/story.yaml", content)
    (press.folder / "issue.lock.yaml").unlink(missing_ok=True)
    laid(press.folder)
