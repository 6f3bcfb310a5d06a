"""The command line: exit codes, messages in both languages, what is written and what is kept."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from koubei_pdf.cli.explain import rules

from .conftest import Run


def test_a_new_issue_renders_at_once(run: Run, issue: Path) -> None:
    done = run("render", issue, "--lang", "en")
    assert done.exit_code == 0, done.output
    assert "8 pages, 2 stories, 0 errors, 0 warnings" in done.output
    assert (issue / "out" / "issue.pdf").read_bytes().startswith(b"%PDF-1.6")


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
@pytest.mark.parametrize(("lang", "word"), [("zh", "建议："), ("en", "help: ")])
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
    assert f"= {word}" in done.output
    assert "Traceback" not in done.output
    counts = "2 个错误，0 个警告，" if lang == "zh" else "2 errors, 0 warnings, "
    assert done.stdout.startswith(counts)


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
    pages_are = "1 page," if count == 1 else f"{count} pages,"
    assert done.output.startswith(pages_are)
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == count


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


@pytest.mark.parametrize("edition", ["screen", "proof"])
def test_editions_stand_side_by_side(run: Run, issue: Path, edition: str) -> None:
    for options in ((), ("--edition", edition)):
        assert run("render", issue, *options).exit_code == 0
    found = sorted(path.name for path in (issue / "out").glob("*.pdf"))
    assert found == sorted(["issue.pdf", f"issue-{edition}.pdf"])


def test_a_shop_that_wants_x_1a_or_paths(run: Run, issue: Path) -> None:
    file = issue / "out" / "issue.pdf"
    assert run("render", issue, "--standard", "X-1a", "--outline-text").exit_code == 0
    with pikepdf.open(file) as pdf:
        assert pdf.docinfo.GTS_PDFXVersion == "PDF/X-1a:2003"
        assert all(not page.Resources.get("/Font", {}) for page in pdf.pages)


def test_a_proof_shows_what_is_wrong(run: Run, issue: Path) -> None:
    """Faults of the layout keep the press edition from being written, not the proof."""
    article = sorted((issue / "articles").glob("*.md"))[0]
    text = article.read_text(encoding="utf-8")
    article.write_text(text + "\n" + "太多了。" * 3000 + "\n", encoding="utf-8")
    assert run("render", issue).exit_code == 1
    assert not (issue / "out" / "issue.pdf").exists()
    done = run("render", issue, "--edition", "proof", "--lang", "en")
    assert done.exit_code == 1
    assert done.stdout.rstrip().endswith("issue-proof.pdf")
    assert (issue / "out" / "issue-proof.pdf").read_bytes().startswith(b"%PDF")
