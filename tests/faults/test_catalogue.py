"""The fault catalogue: for every code of `source` a broken issue and what is said about it.

tests/faults/CODE/change.yaml says what is broken in the good issue, report.zh.txt and
report.en.txt what a user then reads. `pytest --update` rewrites the reports.
"""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from faults.issues import GOOD, HERE, KINDS, EveryPicture, make_issue

from koubei_pdf.model.diagnostics import Diagnostic, Lang
from koubei_pdf.report import group, render
from koubei_pdf.source import RULES, line_reader, read_issue

CODES = sorted(rule.code for rule in RULES)
FOLDERS = sorted(path.name for path in HERE.iterdir() if (path / "change.yaml").exists())


def report(diagnostics: list[Diagnostic], root: Path, lang: Lang) -> str:
    read_line = line_reader(root)
    findings = [
        render(found.diagnostic, lang, read_line, places=found.places)
        for found in group(diagnostics)
    ]
    return "\n\n".join(findings) + "\n"


def test_every_code_has_a_folder_and_every_folder_a_code() -> None:
    assert CODES == FOLDERS
    assert len(set(CODES)) == len(CODES)


def test_the_good_issue_is_good() -> None:
    issue, diagnostics = read_issue(GOOD / "issue.yaml", KINDS, EveryPicture())
    assert diagnostics == []
    assert issue is not None


@pytest.mark.parametrize("code", CODES)
def test_fault(code: str, tmp_path: Path, update: bool) -> None:
    manifest = make_issue(HERE / code, tmp_path)
    issue, diagnostics = read_issue(manifest, KINDS, EveryPicture())
    assert code in {diagnostic.rule.code for diagnostic in diagnostics}
    assert (issue is None) == any(diagnostic.is_error for diagnostic in diagnostics)
    differing = []
    for lang in ("zh", "en"):
        expected = HERE / code / f"report.{lang}.txt"
        found = report(diagnostics, tmp_path, lang)
        if not expected.exists() or expected.read_text(encoding="utf-8") != found:
            differing.append(expected.name)
            if update:
                expected.write_text(found, encoding="utf-8")
            else:
                assert found == (expected.read_text(encoding="utf-8") if expected.exists() else "")
    assert not differing, f"rewritten: {', '.join(differing)}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rules_are_worded_alike(rule: object) -> None:
    for part in (rule.message, rule.help):
        for text in (part.zh, part.en):
            assert text == text.strip()
            assert not text.endswith(("。", "."))
        assert fields(part.zh) == fields(part.en)
    assert rule.message.en[0] in "`{(" or not rule.message.en[0].isupper() or "YAML" in rule.message.en
    for text in (rule.explain.zh, rule.explain.en):
        assert text.endswith(("。", ".")), text
        assert not fields(text)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
