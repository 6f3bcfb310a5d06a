"""`slip`: what is printed of stories that are written, begun, or not there at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from koubei_pdf.cli import app

from ..pages.press import Press

EXPECTED = Path(__file__).parent
ROOT = Path(__file__).parents[2]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["small", "sample"])
def test_the_slips_of_an_issue(press: Press, name: str, lang: str, update: bool) -> None:
    done = run("slip", press.folder if name == "small" else ROOT, "--lang", lang)
    assert done.exit_code == 0, done.output
    assert done.stderr == ""
    file = EXPECTED / f"{name}.{lang}.txt"
    if update:
        file.write_text(done.stdout, encoding="utf-8")
    assert done.stdout == file.read_text(encoding="utf-8")


def test_figures_for_other_programs(press: Press) -> None:
    done = run("slip", press.folder, "--json", "--story", "head")
    (slip,) = json.loads(done.stdout)
    assert (slip["pages"], slip["article"], slip["section"]) == ([6, 7], "head", "two")
    (words,) = slip["words"]
    # Ten rows of two columns, 11 字 each.
    assert (words["lines"], words["characters_in_a_line"]) == (20, 11)
    assert words["least"] < words["most"] <= 220 < words["most_fitted"] <= 264
    wide, tall = slip["pictures"]
    # 620 pt from bleed to bleed, at the 200 ppi that the press asks for at least.
    assert wide["least_pixels"][0] == 1723
    assert (wide["shape"], wide["verdict"], tall["shape"]) == ("landscape", "low", "portrait")
    assert (tall["optional"], tall["verdict"]) == (True, "missing")
    assert slip["texts"] == {"title": {"characters": 12, "lines": 1}}


def test_render_still_wants_all_that_is_missing(press: Press) -> None:
    done = run("check", press.folder, "--lang", "en")
    assert done.exit_code == 1
    assert "articles/none.md" in done.output
    assert "articles/empty.md" in done.output
    assert "articles/head.md" in done.output


def test_a_story_that_is_not_in_the_plan(press: Press) -> None:
    done = run("slip", press.folder, "--story", "nobody", "--lang", "en")
    assert done.exit_code == 2
    assert "nobody" in done.stderr
    assert "none, empty, head" in done.stderr


@pytest.mark.parametrize(
    "spoilt", ["---\ntitle: [\n---\n", "no head\n", "---\ntitle: 题\n", "---\nsection: on\n---\n"]
)
def test_what_is_there_and_wrong_is_told(press: Press, spoilt: str) -> None:
    press.write("articles/head.md", spoilt)
    done = run("slip", press.folder, "--lang", "en")
    assert done.exit_code == 1
    assert "articles/head.md" in done.stderr
    assert "p. 6–7" in done.stdout


def test_without_a_manifest_that_can_be_read(press: Press) -> None:
    press.write("issue.yaml", "pages: [")
    done = run("slip", press.folder, "--lang", "en")
    assert done.exit_code == 1
    assert "issue.yaml" in done.stderr
    assert done.stdout == ""
