"""The command line: exit codes, messages in both languages, what is written and what is kept."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from koubei_pdf.cli import app
from koubei_pdf.cli.explain import rules

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
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


def test_a_new_issue_renders_at_once(run: Run, issue: Path) -> None:
    done = run("render", issue, "--lang", "en")
    assert done.exit_code == 0, done.output
    assert "8 pages, 2 stories, 0 errors, 0 warnings" in done.output
    assert (issue / "out" / "issue.pdf").read_bytes().startswith(b"%PDF-1.6")


def test_new_refuses_a_folder_in_use(run: Run, issue: Path) -> None:
    before = sorted(issue.rglob("*"))
    done = run("new", issue, "--lang", "zh")
    assert done.exit_code == 2
    assert "不是空的" in done.output
    assert sorted(issue.rglob("*")) == before


def test_check_writes_nothing(run: Run, issue: Path) -> None:
    done = run("check", issue / "issue.yaml", "--lang", "zh")
    assert done.exit_code == 0, done.output
    assert "8 页，2 篇，0 个错误" in done.output
    assert not list(issue.rglob("*.pdf"))


def break_it(issue: Path) -> None:
    """Two faults in two files."""
    manifest = issue / "issue.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("layout: story", "layout: stroy", 1), encoding="utf-8")
    article = sorted((issue / "articles").glob("*.md"))[0]
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("title:", "tilte:", 1), encoding="utf-8")


@pytest.mark.parametrize("command", ["render", "check"])
@pytest.mark.parametrize(("lang", "word"), [("zh", "建议"), ("en", "help")])
def test_faults_come_together_with_place_and_remedy(
    run: Run, issue: Path, command: str, lang: str, word: str
) -> None:
    break_it(issue)
    done = run(command, issue, "--lang", lang)
    assert done.exit_code == 1
    assert "issue.yaml:" in done.output
    assert "stroy" in done.output
    assert "articles/" in done.output
    assert "tilte" in done.output
    assert f"= {word}:" in done.output
    assert "Traceback" not in done.output


def test_a_failed_run_keeps_the_last_good_file(run: Run, issue: Path) -> None:
    assert run("render", issue).exit_code == 0
    file = issue / "out" / "issue.pdf"
    before = file.read_bytes(), file.stat().st_mtime_ns
    break_it(issue)
    done = run("render", issue, "--lang", "en")
    assert done.exit_code == 1
    assert "is as it was" in done.output
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert [path.name for path in file.parent.iterdir() if path.suffix == ".pdf"] == ["issue.pdf"]


@pytest.mark.parametrize(("pages", "count"), [("4-7", 4), ("1", 1), ("1,4-5", 3), ("8", 1)])
def test_some_pages(run: Run, issue: Path, pages: str, count: int) -> None:
    file = issue / "some.pdf"
    done = run("render", issue, "--pages", pages, "-o", file, "--lang", "en")
    assert done.exit_code == 0, done.output
    assert done.output.startswith(f"{count} pages")


@pytest.mark.parametrize("pages", ["", "0", "x", "4-", "5-4", "9", "1-99", "4--5", "-1"])
def test_bad_pages_are_wrong_usage(run: Run, issue: Path, pages: str) -> None:
    done = run("render", issue, f"--pages={pages}")
    assert done.exit_code == 2
    assert not list(issue.rglob("*.pdf"))


def test_wrong_usage(run: Run, issue: Path, tmp_path: Path) -> None:
    assert run("render", tmp_path / "nowhere").exit_code == 2
    assert run("render", tmp_path / "nowhere.yaml").exit_code == 2
    assert run("render", issue, "-o", tmp_path).exit_code == 2
    assert run("render").exit_code == 2
    assert run("rendre", issue).exit_code == 2
    assert run("render", issue, "--lang", "fr").exit_code == 2


def test_a_file_that_cannot_be_written(run: Run, issue: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("render", issue, "-o", tmp_path / "file" / "issue.pdf", "--lang", "en")
    assert done.exit_code == 1
    assert "cannot write" in done.output


def test_output_folders_are_made(run: Run, issue: Path, tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "issue.pdf"
    assert run("render", issue, "-o", file).exit_code == 0
    assert file.exists()


@pytest.mark.parametrize("code", sorted(rules()))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_code_is_explained(run: Run, code: str, lang: str) -> None:
    done = run("explain", code.lower(), "--lang", lang)
    assert done.exit_code == 0
    assert f"[{code}]" in done.output
    assert "{{" not in done.output


def test_an_unknown_code(run: Run) -> None:
    done = run("explain", "X999")
    assert done.exit_code == 2


def test_all_codes_are_listed(run: Run) -> None:
    done = run("explain")
    assert all(code in done.output for code in rules())


def test_the_program_as_a_process(issue: Path) -> None:
    """Help in the language of the locale; quiet in a pipe but for the summary."""
    env = {**os.environ, "LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"}

    def program(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "koubei_pdf", *arguments]
        return subprocess.run(
            command, env=env, capture_output=True, text=True, encoding="utf-8", check=False
        )

    helped = program("render", "--help")
    assert helped.returncode == 0
    assert "排版整期杂志" in helped.stdout
    assert "language of messages" in program("render", "--help", "--lang", "en").stdout
    done = program("render", str(issue))
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1
    assert program("--version").stdout.startswith("koubei-pdf ")
