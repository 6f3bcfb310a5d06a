"""The fault catalogue: for every code a broken issue and what is said about it.

tests/faults/CODE/change.yaml says what is broken in the good issue, report.zh.txt and
report.en.txt what a user then reads. `pytest --update` rewrites the reports. Faults of fonts and
pages (F, T) are found when the issue is laid out, which buildable.yaml prepares it for. What keeps
the output from being written (O) lies outside the issue: tests/cli/test_writing.py; what keeps a
PDF from being imposed (I) or handed off (H), or is wrong with one (X), as well: tests/imposition,
tests/handoff, tests/checks.
"""

from __future__ import annotations

import io
import string
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from koubei_pdf import checks, fonts, handoff, imposition, output, pages, shipped, source
from koubei_pdf.build import build
from koubei_pdf.cli.explain import rules
from koubei_pdf.model.diagnostics import Diagnostic, Lang, Rule
from koubei_pdf.model.schema import Schema
from koubei_pdf.report import group, render
from koubei_pdf.source import line_reader

from ..reading import read_whole
from ..square_font import save_square_font

HERE = Path(__file__).parent
RULES = tuple(rules().values())
OUTSIDE = (*output.RULES, *imposition.RULES, *handoff.RULES, *checks.RULES)
CODES = sorted(rule.code for rule in RULES if rule not in OUTSIDE)

#: Found in placed PDFs, which are judged when the issue is built.
JUDGED = ("P012", "P013")


def test_every_code_has_a_folder_and_every_folder_a_code() -> None:
    folders = sorted(path.parent.name for path in HERE.glob("*/change.yaml"))
    assert folders == CODES


def test_no_code_is_used_twice() -> None:
    layers = (source, fonts, pages, output, imposition, handoff, checks)
    codes = [rule.code for layer in layers for rule in layer.RULES]
    assert sorted(set(codes)) == sorted(codes)


def test_the_good_issue_is_good(
    good_issue: Path, tiny_kinds: Mapping[str, Schema], every_picture: Any
) -> None:
    issue, diagnostics = read_whole(good_issue / "issue.yaml", tiny_kinds, every_picture)
    assert diagnostics == []
    assert issue is not None


def test_the_good_issue_can_be_laid_out(good_issue: Path) -> None:
    change(HERE / "buildable.yaml", good_issue)
    made = build(good_issue / "issue.yaml")
    assert made.diagnostics == ()
    assert made.book is not None


@pytest.mark.parametrize("code", CODES)
def test_fault(
    code: str,
    good_issue: Path,
    tiny_kinds: Mapping[str, Schema],
    every_picture: Any,
    update: bool,
) -> None:
    is_laid_out = code[0] in "FT" or code in JUDGED
    if is_laid_out:
        change(HERE / "buildable.yaml", good_issue)
    change(HERE / code / "change.yaml", good_issue)
    if is_laid_out:
        made = build(good_issue / "issue.yaml")
        issue, diagnostics = made.issue, list(made.diagnostics)
        assert issue is not None
    else:
        shelf = None if code.startswith("P") else every_picture
        issue, diagnostics = read_whole(good_issue / "issue.yaml", tiny_kinds, shelf)
        assert (issue is None) == any(diagnostic.is_error for diagnostic in diagnostics)
    assert code in {diagnostic.rule.code for diagnostic in diagnostics}
    rewritten = []
    for lang in ("zh", "en"):
        path = HERE / code / f"report.{lang}.txt"
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        found = report(diagnostics, good_issue, lang)
        if update and found != expected:
            path.write_text(found, encoding="utf-8")
            rewritten.append(path.name)
        else:
            assert found == expected
    assert not rewritten, f"rewritten: {', '.join(rewritten)}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rules_are_worded_alike(rule: Rule) -> None:
    for part in (rule.message, rule.help):
        assert fields(part.zh) == fields(part.en)
        for text in (part.zh, part.en):
            assert text == text.strip()
            assert not text.endswith(("。", "."))
    first = rule.message.en.split()[0]
    assert first[0].islower() or not first[0].isalpha() or first.isupper()
    for text in (rule.explain.zh, rule.explain.en):
        assert text.endswith(("。", "."))
        assert not fields(text) - {"…"}


def report(diagnostics: list[Diagnostic], root: Path, lang: Lang) -> str:
    """What a user reads of the diagnostics of an issue."""
    read_line = line_reader(root)
    findings = [
        render(found.diagnostic, lang, read_line, places=found.places)
        for found in group(diagnostics)
    ]
    text = "\n\n".join(findings) + "\n"
    # Folders of fonts are named in full; they are not the same on every computer.
    shipped_fonts = shipped.folder("fonts").parent.as_posix()
    return text.replace(root.as_posix(), "ISSUE").replace(shipped_fonts, "KOUBEI-PDF")


def fields(text: str) -> set[str]:
    """The facts that a sentence names."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def change(file: Path, folder: Path) -> None:
    """Make the changes that `file` lists in the issue of `folder`."""
    for one in yaml.safe_load(file.read_text(encoding="utf-8")):
        apply(one, folder)


def apply(change: dict[str, Any], folder: Path) -> None:
    """One change: `in` names a file, the other keys say what happens to it.

    find, put: the one place where `find` stands becomes `put`. text: the whole file.
    append: a text that is added `times` times. hex: bytes at the end. encoding: re-encodes the
    file. folder: a folder takes its place. picture: a raster picture does. bytes: the whole
    file in hex. font: a font of squares with such embedding bits.
    """
    path = folder / change["in"]
    path.parent.mkdir(exist_ok=True)
    if "find" in change:
        text = path.read_text(encoding="utf-8")
        assert text.count(change["find"]) == 1, f"{change['find']!r} stands not once in {path}"
        path.write_text(text.replace(change["find"], change["put"]), encoding="utf-8")
    if "text" in change:
        path.write_text(change["text"], encoding="utf-8")
    if "append" in change:
        with path.open("a", encoding="utf-8") as file:
            file.write(change["append"] * change["times"])
    if "hex" in change:
        path.write_bytes(path.read_bytes() + bytes.fromhex(change["hex"]))
    if "encoding" in change:
        text = path.read_text(encoding="utf-8")
        path.write_bytes(text.encode(change["encoding"]))
    if "folder" in change:
        path.unlink(missing_ok=True)
        path.mkdir()
    if "bytes" in change:
        path.write_bytes(bytes.fromhex(change["bytes"]))
    if "font" in change:
        save_square_font(path.parent, path.stem, **change["font"])
    if "picture" in change:
        path.write_bytes(picture(**change["picture"]))


def picture(
    size: list[int],
    mode: str,
    format: str = "PNG",
    frames: int = 1,
    profile: str | None = None,
    cut: int | None = None,
) -> bytes:
    """The first `cut` bytes of a picture file of one colour, with that text as its profile."""
    file = io.BytesIO()
    images = [Image.new(mode, (size[0], size[1]), frame) for frame in range(frames)]
    options: dict[str, Any] = {"icc_profile": profile.encode()} if profile else {}
    if frames > 1:
        options |= {"save_all": True, "append_images": images[1:]}
    images[0].save(file, format=format, **options)
    return file.getvalue()[:cut]
