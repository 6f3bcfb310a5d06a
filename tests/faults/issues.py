"""Broken issues: the good one with a few changes, as a folder of the catalogue describes them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from koubei_pdf.model.content import Drawing
from koubei_pdf.model.diagnostics import Diagnostic, Span
from koubei_pdf.model.schema import Key, Schema

HERE = Path(__file__).parent
GOOD = HERE / "good"
CHANGES = "change.yaml"

_ALIGN = Key("choice", choices=("justify", "left", "center", "right"))

#: The frame kinds of the good issue: enough to reach every type of option.
KINDS: dict[str, Schema] = {
    "text": {
        "text": Key("text", required=True),
        "style": Key("style", required=True),
        "align": _ALIGN,
        "colour": Key("colour"),
    },
    "body": {
        "style": Key("style"),
        "columns": Key("integer", least=1, most=6),
        "gap": Key("number", least=0, most=20),
        "balance": Key("flag"),
        "after": Key("frame"),
        "weight": Key("length", least=0.1, most=60),
        "styles": Key("style", many=True),
    },
    "picture": {"picture": Key("integer", least=1)},
}


class EveryPicture:
    """A shelf on which every picture lies: pictures have tests of their own."""

    def load(self, path: str, span: Span) -> tuple[Drawing | None, list[Diagnostic]]:
        del path, span
        return Drawing(3.0, 2.0, ()), []


def make_issue(case: Path, folder: Path) -> Path:
    """Copy the good issue with the changes of `case` into `folder`; gives the manifest."""
    shutil.copytree(GOOD, folder, dirs_exist_ok=True)
    changes = case / CHANGES
    for change in yaml.safe_load(changes.read_text(encoding="utf-8")):
        _apply(change, folder)
    return folder / "issue.yaml"


def _apply(change: dict[str, Any], folder: Path) -> None:
    """One change: `in` names a file, the other keys say what happens to it.

    find, put: the one place where `find` stands becomes `put`. text: the whole file.
    append: a text that is added `times` times. hex: bytes at the end. encoding: re-encodes the file.
    delete, folder: no file, or a folder of that name. link: a link to there.
    """
    path = folder / change["in"]
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
    if "delete" in change or "folder" in change or "link" in change:
        path.unlink()
    if "folder" in change:
        path.mkdir()
    if "link" in change:
        path.symlink_to(change["link"])
