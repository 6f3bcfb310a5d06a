"""issue.lock.yaml: what was decided stays so until it fits no more, or until it is asked anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from koubei_pdf.cli import app
from koubei_pdf.model.fitting import Choice
from koubei_pdf.pages.fitting import climb

from ..pages.press import codes, finding
from .conftest import FRAMES, GIVES, Desk, fit_of, rigid

FIT = "{lines: 160, pictures: {picture: 3}, parts: [deck]}"


def render(desk: Desk, *more: str) -> Result:
    return CliRunner().invoke(app, ["render", str(desk.press.folder), "--lang", "en", *more])


def lock(desk: Desk) -> Path:
    return desk.press.folder / "issue.lock.yaml"


@pytest.fixture
def locked(desk: Desk) -> Desk:
    """A story two lines over, rendered once: a paragraph and the picture gave one each."""
    desk.lay(GIVES, rigid(8), fit=FIT)
    done = render(desk)
    assert done.exit_code == 0, done.output
    return desk


def test_what_was_moved_is_told_and_kept(locked: Desk) -> None:
    text = lock(locked).read_text(encoding="utf-8")
    head, content = text.partition("version: 1\n")[::2]
    assert all(line.startswith("#") for line in head.splitlines())
    assert content == (
        "stories:\n  a:\n    layout: story\n    lines: {body: -1}\n    pictures: {picture: -1}\n"
    )
    assert "p. 2–3 a: 1 paragraph a line shorter, picture `picture` 1 row less" in (
        render(locked).output
    )


def test_nothing_is_written_where_nothing_was_moved(desk: Desk) -> None:
    desk.lay(GIVES, rigid(6), fit=FIT)
    assert render(desk).exit_code == 0
    assert not lock(desk).exists()


def test_a_lock_that_stays_the_same_is_not_written(locked: Desk) -> None:
    os.utime(lock(locked), (1, 1))
    assert render(locked).exit_code == 0
    assert lock(locked).stat().st_mtime == 1


def test_check_and_fit_never_write(desk: Desk) -> None:
    desk.lay(GIVES, rigid(8), fit=FIT)
    for command in ("check", "fit"):
        done = CliRunner().invoke(app, [command, str(desk.press.folder)])
        assert done.exit_code == 0, done.output
    assert not lock(desk).exists()


def test_a_run_with_errors_leaves_the_lock(locked: Desk) -> None:
    before = lock(locked).read_bytes()
    locked.lay(rigid(40), fit=FIT)
    assert render(locked).exit_code == 1
    assert lock(locked).read_bytes() == before


def test_what_still_fits_stays(locked: Desk) -> None:
    """A correction after which the story would fit with less moved: nothing moves."""
    made = locked.lay(GIVES, rigid(7), fit=FIT)
    assert fit_of(made).choice == Choice(lines={"body": -1}, pictures={"picture": -1})
    assert fit_of(made).is_locked
    assert "(as recorded)" in render(locked).output
    assert "(as recorded)" not in render(locked, "--refit").output
    assert "pictures" not in lock(locked).read_text(encoding="utf-8")


def test_a_locked_story_is_not_searched(locked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    trials = []
    attempt = climb.attempt
    monkeypatch.setattr(climb, "attempt", lambda *a: trials.append(a) or attempt(*a))
    locked.lay(GIVES, rigid(8), fit=FIT)
    assert len(trials) == 3  # one for each entry of the page plan


def test_what_fits_no_more_is_decided_anew_and_said(locked: Desk) -> None:
    made = locked.lay(GIVES, rigid(9), fit=FIT)
    assert fit_of(made).choice == Choice(lines={"body": -1}, pictures={"picture": -2})
    assert fit_of(made).was_unlocked
    assert "(what was recorded no longer fits)" in render(locked).output
    assert "picture: -2" in lock(locked).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "fit", ["{lines: 160}", "{lines: 160, parts: [deck]}", "{pictures: {picture: 3}}"]
)
def test_a_lock_goes_no_further_than_the_layout(locked: Desk, fit: str) -> None:
    """The layout allows less than it did: the story is decided anew."""
    assert not fit_of(locked.lay(GIVES, rigid(8), fit=fit)).is_locked


def test_another_layout_in_the_plan_is_decided_anew(locked: Desk) -> None:
    locked.press.layout("other", f"pages: 2\nfit: {FIT}\nframes:\n{FRAMES}")
    made = locked.press.plan(
        "pages: 1, layout: blank",
        "pages: 2-3, layout: other, article: a",
        "pages: 4, layout: blank",
    )
    assert not fit_of(made).is_locked
    assert not fit_of(made).was_unlocked


def test_a_story_that_is_gone_is_dropped(locked: Desk) -> None:
    text = lock(locked).read_text(encoding="utf-8")
    lock(locked).write_text(
        text + "  gone:\n    layout: story\n    tracking: 3\n", encoding="utf-8"
    )
    assert render(locked).exit_code == 0
    assert lock(locked).read_text(encoding="utf-8") == text
    locked.lay(GIVES, rigid(6), fit="{}")
    assert render(locked).exit_code == 0
    assert not lock(locked).exists()


def test_a_lock_that_cannot_be_written_is_told(desk: Desk) -> None:
    desk.lay(GIVES, rigid(8), fit=FIT)
    lock(desk).mkdir()
    done = render(desk, "--refit")
    assert done.exit_code == 1
    assert "error[O00" in done.output
    assert (desk.press.folder / "out" / "issue.pdf").exists()


def test_a_broken_lock_stops_the_run_until_it_is_decided_anew(locked: Desk) -> None:
    good = lock(locked).read_text(encoding="utf-8")
    for text in (good.replace("version: 1", "version: 9"), good + "<<<<<<<\n", "a: [", ""):
        lock(locked).write_text(text, encoding="utf-8")
        done = render(locked)
        assert done.exit_code == 1
        assert "--refit" in done.output
        assert lock(locked).read_text(encoding="utf-8") == text
        assert render(locked, "--refit").exit_code == 0
        assert lock(locked).read_text(encoding="utf-8") == good


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "near"),
    [
        ("  a:", "  aa:", "M097", 7, "a"),
        ("layout: story", "layout: stroy", "M098", 8, "story"),
        ("{picture: -1}", "{pictrue: -1}", "M098", 10, "picture"),
        ("{body: -1}", "{bady: -1}", "M098", 9, "body"),
        ("{picture: -1}", "{picture: -4}", "M099", 10, None),
        ("{body: -1}", "{body: -99}", "M099", 9, None),
        ("pictures: {picture: -1}", "left_out: [deck, body]", "M098", 10, None),
        ("pictures: {picture: -1}", "put_in: [deck]", "M098", 10, None),
        ("pictures: {picture: -1}", "instead: blank", "M098", 10, None),
        ("pictures: {picture: -1}", "headings: 1", "M099", 10, None),
        ("pictures: {picture: -1}", "tracking: -2", "M099", 10, None),
        ("pictures: {picture: -1}", "goes_on: true", "M098", 10, None),
    ],
)
def test_what_was_changed_by_hand_is_told_at_its_place(
    locked: Desk, old: str, new: str, code: str, line: int, near: str | None
) -> None:
    good = lock(locked).read_text(encoding="utf-8")
    text = good.replace(old, new)
    assert text != good
    lock(locked).write_text(text, encoding="utf-8")
    made = locked.lay(GIVES, rigid(8), fit=FIT)
    told = finding(made, code)
    assert codes(made) == [code]
    assert (told.span.file, told.span.line) == ("issue.lock.yaml", line)
    assert near is None or told.facts["nearest"] == near
    assert not fit_of(made).is_locked
    done = render(locked)
    assert done.exit_code == 0
    assert text.splitlines()[line - 1].strip() in done.output
    assert lock(locked).read_text(encoding="utf-8") == good


def test_a_record_of_another_layout_in_the_plan_is_no_fault(locked: Desk) -> None:
    text = lock(locked).read_text(encoding="utf-8")
    lock(locked).write_text(text.replace("layout: story", "layout: blank"), encoding="utf-8")
    assert codes(locked.lay(GIVES, rigid(8), fit=FIT)) == []
